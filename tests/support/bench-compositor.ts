import type { Page } from '@playwright/test';
import type { FromWorker } from '../../src/compositor/protocol.ts';

type HoldingPage = typeof globalThis & { compositor: { readonly worker: Worker } };

/** Frames that were due and drawn, and the longest time between two of them, ms. */
export type Playing = { readonly due: number; readonly drawn: number; readonly longestMs: number };

/** Plays what `openCompositor` opened in the page, from its beginning to its end. */
export function playThrough(page: Page): Promise<Playing> {
  return page.evaluate(() => {
    const { worker } = (globalThis as HoldingPage).compositor;
    return new Promise<Playing>((resolve) => {
      let [longestMs, last] = [0, 0];
      const hear = ({ data }: MessageEvent<FromWorker>): void => {
        if (data.kind === 'frame' && data.state === 'playing') {
          if (last > 0) longestMs = Math.max(longestMs, performance.now() - last);
          last = performance.now();
        }
        if (data.kind !== 'drawn') return;
        worker.removeEventListener('message', hear);
        resolve({ due: data.due, drawn: data.drawn, longestMs });
      };
      worker.addEventListener('message', hear);
      worker.postMessage({ kind: 'play', speed: 1, from: 0 });
    });
  });
}
