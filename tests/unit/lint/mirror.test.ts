import { existsSync, readdirSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const source = /\.(?:ts|tsx|mjs)$/;

/** Where the subjects of these tests are; those of all others are under `src`. */
const elsewhere: Readonly<Record<string, string>> = { docs: '', lint: '', scripts: '', bench: 'tests' };

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) => path.replaceAll('\\', '/'));

const tests = filesIn('tests/unit').filter((path) => /\.test\.tsx?$/.test(path));
const sources = filesIn('src').filter((path) => source.test(path));
const nameOf = (path: string): string => basename(path).replace(/\.test\.tsx?$|\.(?:ts|tsx|mjs)$/, '');

it('every unit test is in the folder that its subject is in', () => {
  const stray = tests.filter((path) => {
    const [first = ''] = path.split('/');
    return !existsSync(join(root, elsewhere[first] ?? 'src', dirname(path)));
  });
  expect(stray).toEqual([]);
});

it('a unit test with the name of a file is beside it, where its folder or one in it has such a file', () => {
  const stray = tests.filter((path) => {
    const within = dirname(path) === '.' ? '' : `${dirname(path)}/`;
    const named = sources.filter((file) => file.startsWith(within) && nameOf(file) === nameOf(path));
    return named.length === 1 && within !== '' && dirname(named[0] ?? '') !== dirname(path);
  });
  expect(stray).toEqual([]);
});
