import { Worker } from 'node:worker_threads';

/**
 * `upgrade`: see there. `check`: read all of the file, which may be open, and see whether it is whole. `checkpoint`: bring into the file
 * what its WAL holds, while it is open and written; `empty`: all of it, where nobody writes. `back-up`: see `backUpDay`. `restore`:
 * see `restoreBackup`. `path`: absolute.
 */
export type StorageOrder =
  | { readonly kind: 'upgrade' | 'check' | 'checkpoint' | 'empty'; readonly path: string }
  | { readonly kind: 'back-up'; readonly path: string; readonly now: number }
  | { readonly kind: 'restore'; readonly path: string; readonly id: string | null };
export type StorageAnswer =
  | { readonly kind: 'done' | 'damaged' }
  | { readonly kind: 'not-done'; readonly code: string }
  | { readonly kind: 'restored'; readonly from: number | null };

/** What becomes of an order whose thread died. */
const instead: Readonly<Record<StorageOrder['kind'], string>> = {
  upgrade: 'main does it instead',
  check: 'the next start checks',
  checkpoint: 'the next one does it',
  empty: 'main does it instead',
  'back-up': 'it is tried again in an hour',
  restore: 'the newest is restored in main, another one is not',
};

/**
 * Has a thread read or sync a whole history, so that main never stands still for it. `script`: the bundled `storage-thread`; absolute. Null where
 * it was broken off, or the thread died, which is reported. Resolves when it no longer holds the file.
 */
export function inStorageThread(
  script: string,
  order: StorageOrder,
  report: (error: unknown) => void,
  signal?: AbortSignal,
): Promise<StorageAnswer | null> {
  return new Promise((resolve) => {
    if (signal?.aborted) return resolve(null);
    const thread = new Worker(script, { workerData: order });
    let answer: StorageAnswer | null = null;
    let cause: unknown;
    const end = (): void => void thread.terminate();
    thread.on('message', (told: StorageAnswer) => {
      answer = told;
      end();
    });
    // Its end follows.
    thread.on('error', (error) => (cause = error));
    thread.once('exit', () => {
      signal?.removeEventListener('abort', end);
      if (answer === null && signal?.aborted !== true)
        report(new Error(`The storage thread died (${order.kind}): ${instead[order.kind]}`, { cause }));
      resolve(answer);
    });
    signal?.addEventListener('abort', end, { once: true });
  });
}
