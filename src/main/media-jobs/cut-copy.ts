import { Worker } from 'node:worker_threads';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Clock } from '../clock.ts';
import type { CutCopy } from './work.ts';
import type { CutMessage, CutOrder } from './cut.ts';

export type CutCopyParts = {
  /** The bundled `cut-thread`; absolute. */
  readonly script: string;
  readonly clock: Pick<Clock, 'wait'>;
  /** How long a thread stays for the next cut: starting one takes as long as copying a hundred megabytes. */
  readonly idleMs: number;
};

/**
 * Cuts without re-encoding, in a thread of its own: it is a matter of reading and writing a large file, for which a page would be in
 * the way. Failures: `cannot-decode` (a container that cannot be cut), `disk-full`, `cancelled`, `media-job-failed`.
 */
export function createCutCopy(parts: CutCopyParts): CutCopy {
  const threads = createThreads(parts);
  return ({ sourcePath, resultPath, cut, onProgress, signal }) =>
    new Promise<Result<number, Failure>>((resolve) => {
      if (signal.aborted) return resolve(err({ code: 'cancelled' }));
      const thread = threads.take();
      const listen = (message: CutMessage): void => {
        if (message.kind === 'progress') onProgress(message.share);
        else end(message.kind === 'done' ? ok(message.startMs) : err({ code: message.code }));
      };
      const cancel = (): void => end(err({ code: 'cancelled' }));
      const gone = (): void => end(err({ code: 'media-job-failed' }));
      const end = (result: Result<number, Failure>): void => {
        signal.removeEventListener('abort', cancel);
        thread.off('message', listen).off('exit', gone);
        if (result.ok) {
          threads.giveBack(thread);
          resolve(result);
        } else {
          // It may still hold the file.
          void thread.terminate().finally(() => resolve(result));
        }
      };
      thread.on('message', listen).once('exit', gone);
      signal.addEventListener('abort', cancel, { once: true });
      thread.postMessage({ sourcePath, resultPath, cut } satisfies CutOrder);
    });
}

type Threads = {
  /** One that rests, or a new one. */
  readonly take: () => Worker;
  readonly giveBack: (thread: Worker) => void;
};

/** Keeps one thread at most for a while when it has nothing to do. */
function createThreads({ script, clock, idleMs }: CutCopyParts): Threads {
  let resting: Worker | null = null;
  let woken = new AbortController();

  const wake = (): Worker | null => {
    const thread = resting;
    resting = null;
    woken.abort();
    return thread;
  };

  const rest = async (thread: Worker): Promise<void> => {
    thread.unref();
    resting = thread;
    woken = new AbortController();
    const { signal } = woken;
    await clock.wait(idleMs, signal);
    if (!signal.aborted) await wake()?.terminate();
  };

  const start = (): Worker => {
    const thread = new Worker(script);
    // Its end, which follows, says enough.
    thread.on('error', () => undefined);
    thread.once('exit', () => {
      if (resting === thread) wake();
    });
    return thread;
  };

  return {
    take: () => {
      const thread = wake() ?? start();
      thread.ref();
      return thread;
    },
    giveBack: (thread) => {
      if (resting === null) void rest(thread);
      else void thread.terminate();
    },
  };
}
