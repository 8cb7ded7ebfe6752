import tailwindcss from '@tailwindcss/vite';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'electron-vite';

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

// Everything is bundled but the native module; what is imported lazily becomes a chunk of its own.
export default defineConfig({
  main: {
    build: {
      target: node,
      externalizeDeps: { include: ['libsql'] },
      rolldownOptions: {
        // Threads are started by their files.
        input: {
          main: 'src/main/main.ts',
          'cut-thread': 'src/main/media-jobs/cut-thread.ts',
        },
        output: { format: 'es', entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
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
    plugins: [react(), tailwindcss(), hotReloadPolicy],
    // The window comes through the app's own scheme, so hot reload cannot take its socket's address from the page.
    server: { port: devPort, strictPort: true, hmr: { protocol: 'ws', host: 'localhost', clientPort: devPort } },
    build: {
      target: chrome,
      modulePreload: { polyfill: false },
      rolldownOptions: {
        input: { index: 'src/renderer/index.html', 'media-worker': 'src/renderer/media-worker.html' },
      },
    },
  },
});
