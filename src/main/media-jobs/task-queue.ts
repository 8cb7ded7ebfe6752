import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import PQueue from 'p-queue';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type MediaTask, type TaskAnswer, taskAnswers, type TaskFailure } from '../../shared/media-worker-protocol.ts';
import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';
import { createWorker, type Run, type RunOutcome, type SourceServer, type Worker } from './worker.ts';

/** A hidden window with the media jobs' page in it. */
export type WorkerWindow = { readonly close: () => void };

export type TaskQueueParts = {
  /** Opens a page that knows this key. `onGone`: it crashed, or was closed by somebody else. */
  readonly openWindow: (key: string, onGone: () => void) => WorkerWindow;
  readonly serveSource: SourceServer;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'mediaWorkerIdleMs' | 'mediaWorkerSilentMs'>;
  /** Gets what should not happen: a page that fails, and why. */
  readonly report: (error: unknown) => void;
};

export type QueuedTask<K extends MediaTask['kind']> = {
  readonly task: Extract<MediaTask, { readonly kind: K }>;
  /** None for a task that needs none. */
  readonly sourcePath?: string;
  /** In place of the one: several, which the task names by their places here. */
  readonly sources?: readonly string[];
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
export type TaskQueue = {
  readonly run: <K extends MediaTask['kind']>(work: QueuedTask<K>) => Promise<Result<TaskAnswer<K>, Failure>>;
  /** Answers the page; null for a key that is not this tasks's. */
  readonly serve: (key: string, path: readonly string[], request: Request) => Promise<Response> | null;
  readonly close: () => void;
};

type Ending = RunOutcome | 'gone' | 'silent' | 'cancelled';
type AnyTask = QueuedTask<MediaTask['kind']>;

export function createTaskQueue(parts: TaskQueueParts): TaskQueue {
  const { clock, timings, report } = parts;
  const queue = new PQueue({ concurrency: 1 });
  const page = createPage(parts);
  let idle = new AbortController();
  let closed = false;

  const closeWhenIdle = async (): Promise<void> => {
    idle = new AbortController();
    const { signal } = idle;
    await clock.wait(timings.mediaWorkerIdleMs, signal);
    if (!signal.aborted) page.close();
  };

  const attend = async <K extends MediaTask['kind']>(work: QueuedTask<K>): Promise<Result<TaskAnswer<K>, Failure>> => {
    if (closed || work.signal?.aborted) return err({ code: 'cancelled' });
    idle.abort();
    work.onBegin?.();
    const ending = await runTask(page, work as unknown as AnyTask, parts);
    // Whatever it is doing, it ends with its page.
    if (ending === 'cancelled' || ending === 'silent') page.close();
    if (ending === 'cancelled') return err({ code: 'cancelled' });
    const answer = answerOf(work.task.kind, ending);
    if (!answer.ok && answer.error.code === 'media-job-failed')
      report(new Error(`The hidden page could not do "${work.task.kind}": ${answer.error.reason}`));
    return answer.ok ? answer : err({ code: answer.error.code });
  };

  return {
    run: (work) =>
      queue.add(
        async () => {
          try {
            return await attend(work);
          } finally {
            if (queue.size === 0) void closeWhenIdle();
          }
        },
        { priority: work.priority ?? 0 },
      ),
    serve: page.serve,
    close: () => {
      closed = true;
      idle.abort();
      page.close();
      page.breakOff();
    },
  };
}

/** The hidden page of a tasks: there is one from the first task on, until it is closed or goes away by itself. */
function createPage({ openWindow, serveSource }: TaskQueueParts) {
  let open: { readonly worker: Worker; readonly window: WorkerWindow } | null = null;
  let onGone = (): void => undefined;
  return {
    /** `whenGone` is called where the page goes away while it has this task. */
    begin: (run: Run, whenGone: () => void): void => {
      onGone = whenGone;
      if (open === null) {
        const worker = createWorker(serveSource);
        const window = openWindow(worker.key, () => {
          if (open?.worker !== worker) return;
          open = null;
          onGone();
        });
        open = { worker, window };
      }
      open.worker.begin(run);
    },
    end: (): void => {
      onGone = () => undefined;
      open?.worker.end();
    },
    serve: (key: string, path: readonly string[], request: Request): Promise<Response> | null =>
      open?.worker.key === key ? open.worker.serve(path, request) : null,
    close: (): void => {
      const closing = open;
      open = null;
      closing?.window.close();
    },
    breakOff: (): void => onGone(),
  };
}

/** Has the page do one task, until it ends, goes away, is silent for too long, or the task is not wanted any more. */
async function runTask(
  page: ReturnType<typeof createPage>,
  { task, sourcePath, sources = sourcePath === undefined ? [] : [sourcePath], resultPath, onProgress, signal }: AnyTask,
  { clock, timings }: TaskQueueParts,
): Promise<Ending> {
  const result = resultPath === undefined ? null : await open(resultPath, 'w', 0o600);
  const ended = new AbortController();
  let heardAt = clock.steady();

  const silence = async (): Promise<'silent'> => {
    for (;;) {
      const rest = heardAt + timings.mediaWorkerSilentMs - clock.steady();
      if (rest <= 0 || ended.signal.aborted) return 'silent';
      await clock.wait(rest, ended.signal);
    }
  };

  try {
    return await new Promise<Ending>((resolve) => {
      signal?.addEventListener('abort', () => resolve('cancelled'), { once: true, signal: ended.signal });
      void silence().then(resolve);
      const run: Run = {
        id: randomUUID(),
        task,
        sources,
        result,
        onProgress: (share) => onProgress?.(share),
        onWord: () => void (heardAt = clock.steady()),
        onEnd: resolve,
      };
      page.begin(run, () => resolve('gone'));
    });
  } finally {
    page.end();
    ended.abort();
    await result?.close();
  }
}

type Refusal = { readonly code: TaskFailure; readonly reason: string };

/** The page's answer, as far as it has the shape that its task wants. */
function answerOf<K extends MediaTask['kind']>(
  kind: K,
  ending: Exclude<Ending, 'cancelled'>,
): Result<TaskAnswer<K>, Refusal> {
  const failed = (reason: string) => err({ code: 'media-job-failed', reason } as const);
  if (ending === 'gone' || ending === 'silent') return failed(`the page is ${ending}`);
  if (!ending.ok) return err(ending);
  const answer = taskAnswers[kind].safeParse(ending.value);
  // The map's type says which answer goes with which task, but TypeScript cannot follow one kind through both.
  return answer.success ? ok(answer.data as unknown as TaskAnswer<K>) : failed('an answer of another shape');
}
