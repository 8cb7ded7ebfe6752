import { Worker } from 'node:worker_threads';

/**
 * `upgrade`: see there. `check`: read all of the file, which may be open, and see whether it is whole. `checkpoint`: bring into the file
 * what its WAL holds, while it is open and written; `empty`: all of it, where nobody writes. `path`: absolute.
 */
export type StorageOrder = { readonly kind: 'upgrade' | 'check' | 'checkpoint' | 'empty'; readonly path: string };
export type StorageAnswer = 'done' | 'damaged';

/**
 * Has a thread read or sync a whole history, so that main never stands still for it. `script`: the bundled `storage-thread`; absolute. Null where
 * it was broken off, or the thread died. Resolves when it no longer holds the file.
 */
export function inStorageThread(
  script: string,
  order: StorageOrder,
  signal?: AbortSignal,
): Promise<StorageAnswer | null> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(null);
    const thread = new Worker(script, { workerData: order });
    let answer: StorageAnswer | null = null;
    const end = (): void => void thread.terminate();
    thread.on('message', (told: StorageAnswer) => {
      answer = told;
      end();
    });
    // Its end, which follows, says enough.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      signal?.removeEventListener('abort', end);
      resolve(answer);
    });
    signal?.addEventListener('abort', end, { once: true });
  });
}
