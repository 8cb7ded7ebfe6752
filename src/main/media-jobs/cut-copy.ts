import { Worker } from 'node:worker_threads';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { CutMessage, CutOrder } from './cut.ts';
import type { CutCopy } from './work.ts';

/**
 * Cuts without re-encoding, in a thread of its own since it only reads and writes a large file. `script`: the bundled
 * `cut-thread`; absolute. Failures: `cannot-decode` (a container that cannot be cut), `disk-full`, `cancelled`,
 * `media-job-failed`, where the thread died, which is reported.
 */
export function createCutCopy(script: string, report: (error: unknown) => void): CutCopy {
  return ({ sourcePath, resultPath, cut, onProgress, signal }) =>
    new Promise<Result<number, Failure>>((resolve) => {
      if (signal.aborted) return resolve(err({ code: 'cancelled' }));
      const thread = new Worker(script, { workerData: { sourcePath, resultPath, cut } satisfies CutOrder });
      let outcome: Result<number, Failure> | null = null;
      let cause: unknown;
      // Until it is gone it may still hold the file.
      const end = (result: Result<number, Failure>): void => {
        outcome = result;
        void thread.terminate();
      };
      const cancel = (): void => end(err({ code: 'cancelled' }));
      thread.on('message', (message: CutMessage) => {
        if (message.kind === 'progress') onProgress(message.share);
        else end(message.kind === 'done' ? ok(message.startMs) : err({ code: message.code }));
      });
      // Its end follows.
      thread.on('error', (error) => (cause = error));
      thread.once('exit', () => {
        signal.removeEventListener('abort', cancel);
        if (outcome === null) report(new Error('The cutting thread died: the cut can be tried again', { cause }));
        resolve(outcome ?? err({ code: 'media-job-failed' }));
      });
      signal.addEventListener('abort', cancel, { once: true });
    });
}
