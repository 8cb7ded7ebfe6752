import { randomUUID } from 'node:crypto';
import type { FileHandle } from 'node:fs/promises';
import { taskOutcome, type HandedTask, type TaskFailure } from '../../shared/media-worker-protocol.ts';
import { parseJson } from '../parse-json.ts';

/** One piece of work for the page. */
export type Run = HandedTask & {
  /** The page asks for them by their places in this list. */
  readonly sources: readonly string[];
  /** Where the page's bytes go; null for a task that only answers. */
  readonly result: FileHandle | null;
  /** 0..1. */
  readonly onProgress: (share: number) => void;
  /** The page has been heard. */
  readonly onWord: () => void;
  readonly onEnd: (outcome: RunOutcome) => void;
};

export type RunOutcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: TaskFailure; readonly reason: string };

/** What main knows of one hidden page: which task it has, and how to hand it the next one. */
export type Worker = {
  /** Names the page in its requests; nobody else knows it. */
  readonly key: string;
  readonly begin: (run: Run) => void;
  /** Forgets the task: what the page still says of it goes nowhere. */
  readonly end: () => void;
  /** `path` is what follows the key. Null: there is no such thing. */
  readonly serve: (path: readonly string[], request: Request) => Promise<Response>;
};

export type SourceServer = (path: string, request: Request) => Promise<Response>;

/** The most that the page may hand over at once, in bytes. */
const largestPiece = 32 * 1024 * 1024;
const largestAnswer = 8 * 1024 * 1024;

export function createWorker(serveSource: SourceServer): Worker {
  let run: Run | null = null;
  let handedOut = false;
  let hand: ((run: Run) => void) | null = null;

  const next = async (): Promise<Response> => {
    const { id, task } = run !== null && !handedOut ? run : await new Promise<Run>((resolve) => void (hand = resolve));
    handedOut = true;
    hand = null;
    return Response.json({ id, task } satisfies HandedTask);
  };

  /** One piece of the result, at its place in the file; the answer is the page's leave to send the next one. */
  const write = async (current: Run, request: Request): Promise<Response> => {
    const at = Number(new URL(request.url).searchParams.get('at') ?? Number.NaN);
    const bytes = Number(request.headers.get('content-length') ?? 0);
    if (current.result === null || !Number.isSafeInteger(at) || at < 0 || bytes > largestPiece) return answer(400);
    const piece = new Uint8Array(await request.arrayBuffer());
    try {
      await current.result.write(piece, 0, piece.byteLength, at);
      return answer(204);
    } catch {
      current.onEnd({ ok: false, code: 'disk-full', reason: 'The result could not be written' });
      return answer(507);
    }
  };

  const finish = async (current: Run, request: Request): Promise<Response> => {
    const text = await request.text();
    const outcome = text.length > largestAnswer ? null : taskOutcome.safeParse(parseJson(text));
    current.onEnd(
      outcome?.success ? outcome.data : { ok: false, code: 'media-job-failed', reason: 'The page answered nonsense' },
    );
    return answer(204);
  };

  return {
    key: randomUUID(),
    begin: (begun) => {
      run = begun;
      handedOut = false;
      hand?.(begun);
    },
    end: () => {
      run = null;
    },
    serve: async ([what, id, number = '0'], request) => {
      if (what === 'next' && request.method === 'POST') return next();
      if (run === null || id !== run.id) return answer(410);
      run.onWord();
      const call = `${request.method} ${what ?? ''}`;
      switch (call) {
        case 'GET source':
        case 'HEAD source': {
          const path = /^\d{1,6}$/.test(number) ? run.sources[Number(number)] : undefined;
          return path === undefined ? answer(404) : serveSource(path, request);
        }
        case 'PUT result':
          return write(run, request);
        case 'POST progress':
          run.onProgress(clampShare(Number(await request.text())));
          return answer(204);
        case 'POST end':
          return finish(run, request);
        default:
          return answer(404);
      }
    },
  };
}

function answer(status: number): Response {
  return new Response(null, { status });
}

function clampShare(share: number): number {
  return Number.isFinite(share) ? Math.min(Math.max(share, 0), 1) : 0;
}
