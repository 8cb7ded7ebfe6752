import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { licenceIn, licenceList, packageRoot } from '../../../../build/licences.ts';
import { readLicences } from '../../../../src/main/desktop/about.ts';

it('finds the package that a module belongs to, however deep it lies', () => {
  expect(packageRoot('/a/src/main.ts')).toBeNull();
  expect(packageRoot('/a/node_modules/react/cjs/react.js')).toBe('/a/node_modules/react');
  expect(packageRoot('/a/node_modules/x/node_modules/@base-ui/react/a.js')).toBe(
    '/a/node_modules/x/node_modules/@base-ui/react',
  );
});

it('writes down what a bundle holds, with its licence', () => {
  const written: string[] = [];
  const root = join(import.meta.dirname, '../../../..');
  const chunk = {
    type: 'chunk',
    modules: {
      [join(root, 'node_modules/mediabunny/dist/index.js')]: { renderedLength: 40 },
      [join(root, 'node_modules/mediabunny/dist/input.js')]: { renderedLength: 2 },
      [join(root, 'src/a.ts')]: { renderedLength: 1 },
    },
  };
  licenceList([]).generateBundle.call(
    { emitFile: ({ source }) => written.push(source) },
    {},
    { chunk, asset: { type: 'asset' } },
  );
  expect(JSON.parse(written[0] ?? '')).toEqual([
    expect.objectContaining({
      name: 'mediabunny',
      licence: 'MPL-2.0',
      bytes: 42,
      text: expect.stringContaining('Mozilla'),
    }),
  ]);
  expect(licenceIn(join(root, 'nowhere'))).toBeNull();
});

it('reads them of all parts of the app, each once, by name; none where nothing was built', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rushes built '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const licence = (name: string) => ({ name, version: '1', licence: 'MIT', text: '', bytes: 5 });
  for (const [part, names] of [
    ['main', ['zod', 'undici']],
    ['renderer', ['zod', 'react']],
  ] as const) {
    mkdirSync(join(folder, part));
    writeFileSync(join(folder, part, 'licences.json'), JSON.stringify(names.map(licence)));
  }
  expect((await readLicences(folder)).map(({ name, bytes }) => [name, bytes])).toEqual([
    ['react', 5],
    ['undici', 5],
    ['zod', 10],
  ]);
  expect(await readLicences(join(folder, 'nowhere'))).toEqual([]);
});
