import type { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { assertNever } from '../../shared/assert-never.ts';
import { err } from '../../shared/result.ts';
import type { FailureFacts } from './failures.ts';
import type { FileHeaders, FileNews, FileOrder, FileQuestion, FileThreadData } from './file-wire.ts';
import { type Copy, ThreadBody } from './thread-body.ts';

/** An answer whose body may be a large file. `dump` leaves the body unread. */
export type FileAnswer = {
  readonly statusCode: number;
  readonly headers: FileHeaders;
  readonly body: Readable & { readonly dump: () => Promise<void> };
};

/** The way that files come. Rejects with what tells the failure apart (`describeFailure`). */
export type FileLine = {
  readonly request: (
    question: FileQuestion & { readonly method: 'GET'; readonly signal: AbortSignal | null },
  ) => Promise<FileAnswer>;
};

/** What is under way: its question until it is answered, then its body. */
type Fetch = {
  readonly answered: (answer: FileAnswer) => void;
  readonly failed: (error: Error) => void;
  readonly body: ThreadBody | null;
  /** While it is being copied. */
  readonly onProgress: Copy['onProgress'] | null;
};

/**
 * Fetches files in a thread of its own, which reads and writes in turn: in main each piece would wait for the loop that also serves
 * the windows, three times as long as it takes. The thread starts with the first file.
 *
 * `script`: the bundled `file-thread`, absolute.
 */
export function createFileLine({ script, ...data }: FileThreadData & { readonly script: string }): FileLine & {
  readonly destroy: () => Promise<void>;
} {
  const fetches = new Map<number, Fetch>();
  let thread: Worker | null = null;
  let asked = 0;

  const fail = (id: number, error: Error): void => {
    const fetch = fetches.get(id);
    fetches.delete(id);
    fetch?.failed(error);
    fetch?.body?.destroy(error);
    fetch?.body?.copied(err({ kind: 'interrupted' }));
  };

  const start = (): Worker => {
    const started = new Worker(script, { workerData: data satisfies FileThreadData });
    started.unref();
    started.on('message', hear);
    // Its end, which follows, says enough.
    started.on('error', () => undefined);
    started.once('exit', () => {
      thread = null;
      for (const id of fetches.keys()) fail(id, new Error('The thread has ended'));
    });
    return started;
  };

  const order = (given: FileOrder): void => {
    thread ??= start();
    thread.postMessage(given);
  };

  /** What is being copied is over only when the thread says so: until then it may write into the file. */
  const drop = (id: number): void => {
    const fetch = fetches.get(id);
    if (fetch === undefined) return;
    if (fetch.onProgress === null) fetches.delete(id);
    order({ kind: 'drop', id });
  };

  const bodyOf = (id: number): ThreadBody =>
    new ThreadBody({
      onRead: () => order({ kind: 'read', id }),
      onCopy: ({ file: { fd }, offset, bytes, onProgress }) => {
        const fetch = fetches.get(id);
        if (fetch !== undefined) fetches.set(id, { ...fetch, onProgress });
        order({ kind: 'copy', id, fd, offset, bytes });
      },
      onDrop: () => drop(id),
    });

  const hear = (news: FileNews): void => {
    const fetch = fetches.get(news.id);
    if (fetch === undefined) return;
    switch (news.kind) {
      case 'head': {
        const body = bodyOf(news.id);
        fetches.set(news.id, { ...fetch, body });
        return fetch.answered({ statusCode: news.statusCode, headers: news.headers, body });
      }
      case 'piece':
        if (news.piece === null) fetches.delete(news.id);
        fetch.body?.push(news.piece);
        return;
      case 'progress':
        return fetch.onProgress?.(news.received, news.written);
      case 'copied':
        fetches.delete(news.id);
        return fetch.body?.copied(news.result);
      case 'broken':
        return fail(news.id, errorOf(news.facts));
      default:
        return assertNever(news);
    }
  };

  return {
    request: ({ origin, path, headers, headersTimeout, bodyTimeout, signal }) =>
      new Promise((resolve, reject) => {
        asked += 1;
        const id = asked;
        const abort = (): void => {
          const body = fetches.get(id)?.body;
          drop(id);
          reject(new Error('Aborted'));
          body?.destroy(new Error('Aborted'));
        };
        const forget = (): void => signal?.removeEventListener('abort', abort);
        if (signal?.aborted === true) return abort();
        signal?.addEventListener('abort', abort);
        fetches.set(id, {
          answered: (answer) => {
            answer.body.once('close', forget);
            resolve(answer);
          },
          failed: (error) => {
            forget();
            reject(error);
          },
          body: null,
          onProgress: null,
        });
        order({ kind: 'ask', id, question: { origin, path, headers, headersTimeout, bodyTimeout } });
      }),
    destroy: async () => {
      await thread?.terminate();
    },
  };
}

/** What `describeFailure` looks at. */
function errorOf({ message, code, syscall }: FailureFacts): Error {
  return Object.assign(new Error(message), { code, syscall });
}
