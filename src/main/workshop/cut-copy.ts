import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { CutCopy } from './work.ts';
import type { CutMessage, CutOrder } from './cut-thread.ts';

/**
 * Cuts without re-encoding, in a thread of its own: it is a matter of reading and writing a large file, for which a page would be in
 * the way. `script`: the bundled `cut-thread`. Failures: `cannot-decode` (a container that cannot be cut), `disk-full`, `cancelled`.
 */
export function createCutCopy(script: string): CutCopy {
  return ({ sourcePath, resultPath, cut, onProgress, signal }) =>
    new Promise<Result<number, Failure>>((resolve) => {
      const order: CutOrder = { sourcePath, resultPath, cut };
      const thread = new Worker(script, { workerData: order });
      let ended = false;
      const end = (result: Result<number, Failure>): void => {
        if (ended) return;
        ended = true;
        signal.removeEventListener('abort', cancel);
        // A thread in the middle of a block still holds the file.
        void thread.terminate().finally(() => resolve(result));
      };
      const cancel = (): void => end(err({ code: 'cancelled' }));
      thread.on('message', (message: CutMessage) => {
        if (message.kind === 'progress') onProgress(message.share);
        else end(message.kind === 'done' ? ok(message.startMs) : err({ code: message.code }));
      });
      thread.once('error', () => end(err({ code: 'workshop-failed' })));
      thread.once('exit', () => end(err({ code: 'workshop-failed' })));
      if (signal.aborted) cancel();
      else signal.addEventListener('abort', cancel, { once: true });
    });
}
