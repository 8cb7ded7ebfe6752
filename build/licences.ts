import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

type Rendered = { readonly renderedLength: number };
type Chunk = { readonly type: string; readonly modules?: Readonly<Record<string, Rendered>> };

/**
 * A package that is shipped, with the licence that it is shipped under; `text` is empty where it brings none along. `bytes`: of its code
 * in the app before it is minified, or of its files where it lies beside the bundles; 0 where they are not here.
 */
export type Licence = {
  readonly name: string;
  readonly version: string;
  readonly licence: string;
  readonly text: string;
  readonly bytes: number;
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
      const sizes = new Map<string, number>();
      for (const [id, { renderedLength }] of Object.values(bundle).flatMap(({ modules = {} }) =>
        Object.entries(modules),
      )) {
        const root = packageRoot(id);
        if (root !== null) sizes.set(root, (sizes.get(root) ?? 0) + renderedLength);
      }
      for (const name of beside) {
        const root = join('node_modules', name);
        // Electron's package is what fetches the runtime into this folder of it.
        sizes.set(root, sizeOf(name === 'electron' ? join(root, 'dist') : root));
      }
      const source = JSON.stringify([...sizes].flatMap(([root, bytes]) => licenceIn(root, bytes) ?? []));
      this.emitFile({ type: 'asset', fileName: 'licences.json', source });
    },
  };
}

/** The folder of the package that a module belongs to; null for one of ours. */
export function packageRoot(id: string): string | null {
  return /^\0?(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id.replaceAll('\\', '/'))?.[1] ?? null;
}

export function licenceIn(root: string, bytes = 0): Licence | null {
  const file = join(root, 'package.json');
  if (!existsSync(file)) return null;
  const { name, version, license } = JSON.parse(readFileSync(file, 'utf8')) as Readonly<Record<string, unknown>>;
  const text = readdirSync(dirname(file)).find((entry) => /^(?:licen[cs]e|copying)(?:\.(?:md|txt))?$/i.test(entry));
  return {
    name: String(name),
    version: String(version),
    licence: typeof license === 'string' ? license : 'see its text',
    text: text === undefined ? '' : readFileSync(join(root, text), 'utf8').trim(),
    bytes,
  };
}

function sizeOf(folder: string): number {
  if (!existsSync(folder)) return 0;
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return entries.reduce((sum, { parentPath, name }) => sum + statSync(join(parentPath, name)).size, 0);
}
