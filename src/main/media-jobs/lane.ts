import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { taskAnswers, type TaskAnswer, type MediaTask } from '../../shared/media-worker-protocol.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import { createWorker, type RunOutcome, type SourceServer, type Worker } from './worker.ts';

/** A hidden window with the media jobs' page in it. */
export type WorkerWindow = { readonly close: () => void };

export type LaneParts = {
  /** Opens a page that knows this key. `onGone`: it crashed, or was closed by somebody else. */
  readonly openWindow: (key: string, onGone: () => void) => WorkerWindow;
  readonly serveSource: SourceServer;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'mediaWorkerIdleMs' | 'mediaWorkerSilentMs'>;
  /** Gets what should not happen: a page that fails, and why. */
  readonly report: (error: unknown) => void;
};

export type LaneWork<K extends MediaTask['kind']> = {
  readonly task: Extract<MediaTask, { readonly kind: K }>;
  readonly sourcePath: string;
  /** A file that the page fills; made anew. Null for a task that only answers. */
  readonly resultPath?: string;
  readonly onBegin?: () => void;
  readonly onProgress?: (share: number) => void;
  readonly signal?: AbortSignal;
  /** Higher goes first. */
  readonly priority?: number;
};

/**
 * One task after the other in one hidden page, which is opened for the first and closed when there was nothing to do for a while.
 * Failures: `cannot-decode`, `disk-full`, `cancelled` (the page is closed at once, whatever it was doing), and `media-job-failed` for
 * a page that crashed, fell silent, or answered nonsense: the next task gets a new one.
 */
export type Lane = {
  readonly run: <K extends MediaTask['kind']>(work: LaneWork<K>) => Promise<Result<TaskAnswer<K>, Failure>>;
  /** Answers the page; null for a key that is not this lane's. */
  readonly serve: (key: string, path: readonly string[], request: Request) => Promise<Response> | null;
  readonly close: () => void;
};

type Staff = { readonly worker: Worker; readonly window: WorkerWindow };
type Ending = RunOutcome | 'gone' | 'silent' | 'cancelled';

export function createLane({ openWindow, serveSource, clock, timings, report }: LaneParts): Lane {
  const queue = new PQueue({ concurrency: 1 });
  let staff: Staff | null = null;
  let onGone: (() => void) | null = null;
  let idle = new AbortController();
  let closed = false;

  const dismiss = (): void => {
    const interchange = staff;
    staff = null;
    interchange?.window.close();
  };

  const employ = (): Staff => {
    const worker = createWorker(serveSource);
    const window = openWindow(worker.key, () => {
      if (staff?.worker !== worker) return;
      staff = null;
      onGone?.();
    });
    return { worker, window };
  };

  const dismissWhenIdle = async (): Promise<void> => {
    idle = new AbortController();
    const { signal } = idle;
    await clock.wait(timings.mediaWorkerIdleMs, signal);
    if (!signal.aborted) dismiss();
  };

  /** Resolves when there was no word from the page for too long. */
  const watch = async (ended: AbortSignal, lastWord: () => number): Promise<'silent'> => {
    for (;;) {
      const rest = lastWord() + timings.mediaWorkerSilentMs - clock.steady();
      if (rest <= 0 || ended.aborted) return 'silent';
      await clock.wait(rest, ended);
    }
  };

  const runTask = async (work: LaneWork<MediaTask['kind']>): Promise<Ending> => {
    const { task, sourcePath, resultPath, onProgress, signal } = work;
    const result = resultPath === undefined ? null : await open(resultPath, 'w', 0o600);
    const ended = new AbortController();
    let wordAt = clock.steady();
    try {
      const { worker } = (staff ??= employ());
      const ending = await new Promise<Ending>((resolve) => {
        onGone = () => resolve('gone');
        signal?.addEventListener('abort', () => resolve('cancelled'), { once: true, signal: ended.signal });
        void watch(ended.signal, () => wordAt).then(resolve);
        worker.begin({
          id: randomUUID(),
          task,
          sourcePath,
          result,
          onProgress: (share) => onProgress?.(share),
          onWord: () => void (wordAt = clock.steady()),
          onEnd: resolve,
        });
      });
      worker.end();
      return ending;
    } finally {
      onGone = null;
      ended.abort();
      await result?.close();
    }
  };

  const failed = (kind: MediaTask['kind'], reason: string): Result<never, Failure> => {
    report(new Error(`The workshop could not do "${kind}": ${reason}`));
    return err({ code: 'media-job-failed' });
  };

  const attend = async <K extends MediaTask['kind']>(work: LaneWork<K>): Promise<Result<TaskAnswer<K>, Failure>> => {
    if (closed || work.signal?.aborted) return err({ code: 'cancelled' });
    idle.abort();
    work.onBegin?.();
    const ending = await runTask(work as unknown as LaneWork<MediaTask['kind']>);
    // Whatever it is doing, it ends with its page.
    if (ending === 'cancelled' || ending === 'silent') dismiss();
    if (ending === 'cancelled') return err({ code: 'cancelled' });
    if (ending === 'gone' || ending === 'silent') return failed(work.task.kind, `the page is ${ending}`);
    if (!ending.ok)
      return ending.code === 'media-job-failed' ? failed(work.task.kind, ending.reason) : err({ code: ending.code });
    const answer = taskAnswers[work.task.kind].safeParse(ending.value);
    // The map's type says which answer goes with which task, but TypeScript cannot follow one kind through both.
    return answer.success
      ? ok(answer.data as unknown as TaskAnswer<K>)
      : failed(work.task.kind, 'an answer of another shape');
  };

  return {
    run: (work) =>
      queue.add(
        async () => {
          try {
            return await attend(work);
          } finally {
            if (queue.size === 0) void dismissWhenIdle();
          }
        },
        { priority: work.priority ?? 0 },
      ),
    serve: (key, path, request) => (staff?.worker.key === key ? staff.worker.serve(path, request) : null),
    close: () => {
      closed = true;
      idle.abort();
      dismiss();
      onGone?.();
    },
  };
}
