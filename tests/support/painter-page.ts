import { build, type Rollup } from 'vite';
import { resolve } from 'node:path';
import type { Page } from '@playwright/test';
import { createPlace } from './desktop.ts';
import { openEmptyWindow } from './bench-probe.ts';

const root = resolve(import.meta.dirname, '../..');

/** The painter in a page of its own, in the Electron that the app runs in. `entry`: what the page gets as `painter`, a file beside this one. */
export async function withPainter<T>(
  work: (page: Page) => Promise<T>,
  entry: 'painter-in-page.ts' | 'bench-painter-in-page.ts' = 'painter-in-page.ts',
): Promise<T> {
  const place = await createPlace();
  try {
    const { app, window } = await openEmptyWindow(place);
    try {
      await window.evaluate(await painterCode(entry));
      return await work(window);
    } finally {
      await app.close();
    }
  } finally {
    await place.close();
  }
}

/** The painter as one script, which puts `painter` into the page. */
async function painterCode(entry: string): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'error',
    root,
    build: {
      write: false,
      target: 'chrome130',
      minify: false,
      lib: { entry: resolve(import.meta.dirname, entry), formats: ['iife'], name: 'painter' },
    },
  });
  const outputs: readonly Rollup.RollupOutput[] = (Array.isArray(built) ? built : [built]).filter(
    (one): one is Rollup.RollupOutput => 'output' in one,
  );
  const code = outputs.flatMap(({ output }) => output).find((one) => one.type === 'chunk')?.code;
  if (code === undefined) throw new Error('The painter was not bundled');
  return `${code}\nglobalThis.painter = painter; undefined`;
}
