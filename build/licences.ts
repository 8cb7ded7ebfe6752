import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Chunk = { readonly type: string; readonly moduleIds?: readonly string[] };

/** A package that is shipped, with the licence that it is shipped under; `text` is empty where it brings none along. */
export type Licence = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
};

/**
 * Writes down beside what is built which packages are in it, as `licences.json`. `beside`: those that are shipped, but not within a
 * bundle.
 */
export function licenceList(beside: readonly string[] = []) {
  return {
    name: 'licence-list',
    apply: 'build' as const,
    generateBundle(
      this: { readonly emitFile: (file: { type: 'asset'; fileName: string; source: string }) => unknown },
      _options: unknown,
      bundle: Readonly<Record<string, Chunk>>,
    ): void {
      const ids = Object.values(bundle).flatMap(({ moduleIds = [] }) => moduleIds);
      const roots = [
        ...ids.flatMap((id) => packageRoot(id) ?? []),
        ...beside.map((name) => join('node_modules', name)),
      ];
      const source = JSON.stringify([...new Set(roots)].flatMap((root) => licenceIn(root) ?? []));
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}

/** The folder of the package that a module belongs to; null for one of ours. */
export function packageRoot(id: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? null;
}

export function licenceIn(root: string): Licence | null {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return null;
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const text = readdirSync(dirname(file)).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry));
  return {
    name: String(name),
    version: String(version),
    licence: typeof license === 'string' ? license : 'see its text',
    text: text === undefined ? '' : readFileSync(join(root, text), 'utf8').trim(),
  };
}
