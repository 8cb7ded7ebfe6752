import { readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { noticesFile } from './builder.mjs';

const line = '\n\n' + '-'.repeat(80) + '\n\n';

/** Writes what a package must tell about the work of others, from the lists that the build left; `root` is the repository. */
export async function writeNotices(root) {
  const lists = ['main', 'renderer'].map((part) => readFile(join(root, 'out', part, 'licences.json'), 'utf8'));
  const licences = (await Promise.all(lists)).flatMap((text) => JSON.parse(text));
  const target = join(root, noticesFile);
  await mkdir(dirname(target), { recursive: true });
  await writeFile(
    target,
    noticesOf(licences, (name) => sourceOf(root, name)),
  );
}

function sourceOf(root, name) {
  const { repository } = JSON.parse(readFileSync(join(root, 'node_modules', name, 'package.json'), 'utf8'));
  return (repository.url ?? repository).replace(/^git\+/, '').replace(/\.git$/, '');
}

/** The notices as text; packages with the same licence text are named together above it. `source` tells where a package's code is. */
export function noticesOf(licences, source) {
  const named = [...new Map(licences.map((one) => [`${one.name} ${one.version}`, one])).values()];
  named.sort((a, b) => (a.name < b.name ? -1 : 1));
  const byText = Map.groupBy(named, ({ licence, text }) => text || licence);
  const parts = [...byText].map(([text, group]) => `${group.map(titleOf).join('\n')}\n\n${text}`);
  return [headOf(named, source), ...parts].join(line) + '\n';
}

function titleOf({ name, version, licence }) {
  return `${name} ${version} (${licence})`;
}

function headOf(named, source) {
  const mozilla = named.filter(({ licence }) => licence === 'MPL-2.0');
  return [
    'Rushes is MIT-licensed (LICENSE.txt) and includes the work of others, under the licences below.',
    'Electron and Chromium: see LICENSE.electron.txt and LICENSES.chromium.html.',
    ...mozilla.map(
      ({ name, version }) =>
        `${name} ${version} is used unchanged, under the Mozilla Public License 2.0. Its source code: ${source(name)}, and the npm package of this version.`,
    ),
  ].join('\n');
}
