import { copyFile, mkdir, open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Page } from '@playwright/test';
import PQueue from 'p-queue';
import { dropFiles } from './desktop.ts';

const sample = resolve(import.meta.dirname, '../../resources/samples/music.m4a');

/** Makes `count` sound files, of the same content, in a folder of their own. */
export async function makeFiles(folder: string, count: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const paths = Array.from({ length: count }, (_, index) => join(folder, `take ${index + 1}.m4a`));
  const queue = new PQueue({ concurrency: 16 });
  await queue.addAll(paths.map((path) => () => copyFile(sample, path)));
  return paths;
}

/** Reads what a check cannot do without: the size and the first 4 KB of each file, 16 at once. Gives the time, ms. */
export async function readPlainly(paths: readonly string[]): Promise<number> {
  const queue = new PQueue({ concurrency: 16 });
  const startedAt = performance.now();
  const read = async (path: string): Promise<void> => {
    const file = await open(path);
    await file.stat();
    await file.read(new Uint8Array(4096), 0, 4096, 0);
    await file.close();
  };
  await queue.addAll(paths.map((path) => () => read(path)));
  return performance.now() - startedAt;
}

export type Listed = {
  /** From the drop to the frame in which the list stands, and to the one in which all files are checked, ms. */
  readonly standsMs: number;
  readonly checkedMs: number;
};

type DropWindow = typeof globalThis & { benchDrop: Promise<Listed> };

/** Drops the files on the window, waits until the list to tick is complete, and takes it away again. */
export async function dropAndList(page: Page, paths: readonly string[]): Promise<Listed> {
  const whole = new Intl.NumberFormat('en', { useGrouping: false }).format(paths.length);
  await page.evaluate((count) => {
    const painted = async (): Promise<number> => {
      await new Promise(requestAnimationFrame);
      await new Promise<void>((done) => {
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => done();
        port2.postMessage(null);
      });
      return performance.now();
    };
    const benchDrop = new Promise<Listed>((resolveListed) => {
      const onDrop = (): void => {
        const droppedAt = performance.now();
        let standsMs: Promise<number> | null = null;
        const observer = new MutationObserver(() => {
          const dialog = document.querySelector('[role="dialog"]');
          const rows = dialog?.querySelectorAll('[role="option"]').length ?? 0;
          const sized = dialog?.querySelector('[role="option"]')?.getAttribute('aria-setsize') === count;
          if (rows > 0 && sized) standsMs ??= painted().then((at) => at - droppedAt);
          if (
            standsMs === null ||
            dialog?.querySelector('[role="status"]')?.textContent?.includes(`of ${count}`) !== true
          )
            return;
          observer.disconnect();
          const stands = standsMs;
          void painted().then(async (at) => resolveListed({ standsMs: await stands, checkedMs: at - droppedAt }));
        });
        observer.observe(document.body, { subtree: true, childList: true, characterData: true, attributes: true });
      };
      addEventListener('drop', onDrop, { capture: true, once: true });
    });
    Object.assign(globalThis, { benchDrop });
  }, whole);
  await dropFiles(page, paths);
  const listed = await page.evaluate(() => (globalThis as DropWindow).benchDrop);
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  return listed;
}
