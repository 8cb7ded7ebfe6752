import { dirname, join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';
import { licenceList } from './build/licences.ts';

// Both runtimes must run what is built: the current Electron, and the registry's older one (Node 20, Chromium 130).
const node = 'node20';
const chrome = 'chrome130';
const devPort = 5173;

// Hot reload speaks over a socket and injects inline scripts and styles, which the window's policy rightly refuses.
const hotReloadPolicy = {
  name: 'hot-reload-policy',
  apply: 'serve' as const,
  transformIndexHtml: (html: string) =>
    html.replace(
      /(http-equiv="Content-Security-Policy"\s+content=")[^"]*/,
      "$1default-src 'self' 'unsafe-inline' data: ws:",
    ),
};

type Chunk =
  | { readonly type: 'asset' }
  | {
      readonly type: 'chunk';
      readonly facadeModuleId: string | null;
      readonly imports: readonly string[];
      code: string;
    };

/** V8 keeps a script with a single letter beyond Latin-1 at two bytes a character. Where such letters are few, they are written as escapes. */
const latinScripts = {
  name: 'latin-scripts',
  generateBundle: (_options: unknown, bundle: Readonly<Record<string, Chunk>>) => {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== 'chunk') continue;
      const code = chunk.code.replace(/\\[\0-\xff]|\\?[^\0-\xff]/g, escaped);
      if (code.length < 2 * chunk.code.length) chunk.code = code;
    }
  },
};

/** A pair that begins with a backslash stays as it is. */
function escaped(found: string): string {
  const last = found.charCodeAt(found.length - 1);
  return last > 0xff ? `\\u${last.toString(16).padStart(4, '0')}` : found;
}

/** In bytes. */
const large = 300_000;

/** Large scripts that the window does not begin with lie there compressed; main unpacks them when they are asked for. */
const packedScripts = {
  name: 'packed-scripts',
  generateBundle(this: Packer, _options: unknown, bundle: Record<string, Chunk>) {
    const first = Object.entries(bundle).flatMap(([name, chunk]) =>
      chunk.type === 'chunk' && chunk.facadeModuleId?.endsWith('index.html') === true ? [name, ...chunk.imports] : [],
    );
    for (const [fileName, chunk] of Object.entries(bundle)) {
      if (chunk.type !== 'chunk' || chunk.code.length < large || first.includes(fileName)) continue;
      delete bundle[fileName];
      this.emitFile({ type: 'asset', fileName: `${fileName}.br`, source: brotliCompressSync(chunk.code) });
    }
  },
};

type Packer = {
  readonly emitFile: (file: { readonly type: 'asset'; readonly fileName: string; readonly source: Uint8Array }) => void;
};
type Emitter = { readonly emitFile: (file: { readonly type: 'chunk'; readonly id: string }) => string };

/** Builds workers along with the pages, so that all share one copy of what they need: Vite would give each worker its own. */
const sharedWorkers = {
  name: 'shared-workers',
  apply: 'build' as const,
  enforce: 'pre' as const,
  transform(this: Emitter, code: string, id: string) {
    return code.replace(
      /new Worker\(new URL\('([^']+)', import\.meta\.url\)/,
      (_, path: string) =>
        `new Worker(import.meta.ROLLUP_FILE_URL_${this.emitFile({ type: 'chunk', id: join(dirname(id), path) })}`,
    );
  },
};

type ModuleInfo = { readonly importers: readonly string[]; readonly dynamicImporters: readonly string[] };
type Modules = { readonly getModuleInfo: (id: string) => ModuleInfo | null };

/**
 * The pages and workers that load a module, at once or later: what both load stays apart, the rest of what is loaded before anything is drawn is
 * one file for each. Else a page that needs it later would load, and run, all of the other page.
 */
function pagesOf(id: string, modules: Modules): string {
  const [seen, open] = [new Set([id]), [id]];
  for (const module of open) {
    const { importers = [], dynamicImporters = [] } = modules.getModuleInfo(module) ?? {};
    for (const importer of [...importers, ...dynamicImporters])
      if (!seen.has(importer)) {
        seen.add(importer);
        open.push(importer);
      }
  }
  const pages = [...seen].flatMap(
    (module) => /([^/]+)\.html$|\/([a-z-]*worker)\.ts$/.exec(module)?.slice(1).find(Boolean) ?? [],
  );
  // What the window shares is little: one file for all of it.
  return pages.length > 1 && pages.includes('index') ? 'index-and-others' : pages.sort().join('-and-');
}

// Everything is bundled but the native module; what is imported lazily becomes a chunk of its own.
export default defineConfig({
  main: {
    plugins: [licenceList(['libsql', '@neon-rs/load', 'detect-libc', 'electron']), latinScripts],
    build: {
      target: node,
      minify: true,
      externalizeDeps: { include: ['libsql'] },
      rolldownOptions: {
        // Threads are started by their files.
        input: {
          main: 'src/main/main.ts',
          'cut-thread': 'src/main/media-jobs/cut-thread.ts',
          'storage-thread': 'src/main/storage/storage-thread.ts',
        },
        output: { format: 'cjs', entryFileNames: '[name].cjs', chunkFileNames: 'chunks/[name]-[hash].cjs' },
      },
    },
  },
  // A sandboxed preload must be a single CommonJS file.
  preload: {
    build: {
      target: node,
      externalizeDeps: false,
      rolldownOptions: {
        input: { preload: 'src/preload/preload.ts' },
        output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
      },
    },
  },
  renderer: {
    root: 'src/renderer',
    plugins: [
      react(),
      tailwindcss(),
      hotReloadPolicy,
      sharedWorkers,
      licenceList(['tailwindcss']),
      latinScripts,
      packedScripts,
    ],
    // The window comes through the app's own scheme, so hot reload cannot take its socket's address from the page.
    server: { port: devPort, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: devPort } },
    build: {
      target: chrome,
      minify: true,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: 'src/renderer/index.html', 'media-worker': 'src/renderer/media-worker.html' },
        output: {
          codeSplitting: {
            groups: [
              {
                name: (id, modules) => (id.endsWith('.html') ? null : pagesOf(id, modules)),
                tags: ['$initial'],
                includeDependenciesRecursively: false,
              },
            ],
          },
        },
      },
    },
  },
});
