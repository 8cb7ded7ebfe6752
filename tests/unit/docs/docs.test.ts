import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const root = join(import.meta.dirname, '../../..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');

const folders = ['.ci', '.github', 'build', 'docs', 'lint', 'resources', 'scripts', 'src', 'tests'];
const inFolders = folders.flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((path) =>
    `${folder}/${path}`.replaceAll('\\', '/'),
  ),
);
/** Every file and folder of the repository. */
const paths: readonly string[] = [...folders, ...inFolders, ...readdirSync(root)];

/** What may be a path: with a slash, or with an ending that sources have. Not in an address, a placeholder or a package's name. */
const named = /(?<![\w/.:<>@{-])(?:[\w.-]+\/)+[\w.-]*|(?<![\w/.:<>@{-])[\w.-]+\.(?:tsx?|mjs|json|md|html|txt)\b/g;
/** Made by a build, or on the user's computer. */
const madeLater = /^(?:out|dist|test-results|node_modules)\/|^@/;

/** What a document says in code: spans, blocks and diagrams. */
function codeOf(text: string): string {
  return (text.match(/```[\s\S]*?```|`[^`\n]+`|^ {4}.*$/gm) ?? []).join('\n');
}

/** Whether this ends the path of something: documents may leave out where a folder lies. */
function isThere(name: string): boolean {
  const wanted = name.replace(/\/$/, '');
  return paths.some((path) => path === wanted || path.endsWith(`/${wanted}`));
}

describe.each(['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'docs/architecture.md'])('%s', (document) => {
  it('names only files and folders that are there', () => {
    const names = (codeOf(read(document)).match(named) ?? []).filter((name) => !madeLater.test(name));
    expect(names.length).toBeGreaterThan(10);
    expect(names.filter((name) => !isThere(name))).toEqual([]);
  });

  it('names only commands that npm has', () => {
    const { scripts } = JSON.parse(read('package.json')) as { readonly scripts: Readonly<Record<string, string>> };
    const asked = [...read(document).matchAll(/npm run (?:--silent )?([\w:-]+)/g)].map(([, name = '']) => name);
    expect(asked.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

it('docs/architecture.md is short enough to be read', () => {
  expect(read('docs/architecture.md').trimEnd().split('\n').length).toBeLessThanOrEqual(200);
});

it('README.md gives a reason for each dependency, and for nothing else', () => {
  const manifest = JSON.parse(read('package.json')) as Readonly<Record<string, Readonly<Record<string, string>>>>;
  const used = [...Object.keys(manifest['dependencies'] ?? {}), ...Object.keys(manifest['devDependencies'] ?? {})];
  const [, table = ''] = read('README.md').split('## Dependencies');
  const rows = [...table.matchAll(/^\| ([^|]+) \|/gm)].flatMap(([, cell = '']) => cell.split(', '));
  const told = rows.filter((name) => name !== 'what' && !/^-+$/.test(name));
  const covers = (name: string, dependency: string): boolean =>
    name.endsWith('*') ? dependency.startsWith(name.slice(0, -1)) : name === dependency;
  expect(used.filter((dependency) => !told.some((name) => covers(name, dependency)))).toEqual([]);
  expect(told.filter((name) => !used.some((dependency) => covers(name, dependency)))).toEqual([]);
});
