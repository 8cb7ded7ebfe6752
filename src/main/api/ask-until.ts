import type { Result } from '../../shared/result.ts';
import type { WakeableSleep } from '../wakeable-sleep.ts';
import type { CloudError, CloudErrorKind } from './errors.ts';

/** A question to the cloud that is asked again until its answer settles something. */
type Question<Answer, Value> = {
  readonly ask: () => Promise<Result<Answer, CloudError>>;
  /** What the answer settles; undefined where the cloud is to be asked again. */
  readonly settle: (answer: Result<Answer, CloudError>) => Value | undefined;
  readonly signal: AbortSignal;
  /** A pause comes before the first question, too. */
  readonly pauseFirst?: boolean;
};

/** Gives what was settled; null where the signal was aborted, after which nothing is settled any more. */
export type AskUntil = <Answer, Value>(question: Question<Answer, Value>) => Promise<Value | null>;

type AskUntilDeps = {
  readonly sleep: WakeableSleep;
  /** Between two questions while the cloud answers, ms. */
  readonly everyMs: number;
  /** 0..1 */
  readonly random: () => number;
};

/** Asks for as long as it takes: less often while the cloud is out of reach, and at once when the sleep is woken. */
export function createAskUntil({ sleep, everyMs, random }: AskUntilDeps): AskUntil {
  return async ({ ask, settle, signal, pauseFirst = false }) => {
    let backoff = steady;
    if (pauseFirst) await sleep.pause(pauseMs(everyMs, backoff, random()), sleep.mark(), signal);
    while (!signal.aborted) {
      const mark = sleep.mark();
      const answer = await ask();
      if (signal.aborted) break;
      const settled = settle(answer);
      if (settled !== undefined) return settled;
      backoff = nextBackoff(backoff, answer.ok ? null : answer.error);
      await sleep.pause(pauseMs(everyMs, backoff, random()), mark, signal);
    }
    return null;
  };
}

const passing: ReadonlySet<CloudErrorKind> = new Set([
  'offline',
  'interrupted',
  'timed-out',
  'rate-limited',
  'server',
  'bad-answer',
  'incomplete',
]);

/** Errors that say nothing about the thing that was asked for: the cloud may be asked again. */
export function isPassing(error: CloudError): boolean {
  return passing.has(error.kind);
}

/** What the next question to the cloud follows. */
type Backoff = {
  /** Questions in a row that came to nothing: a broken connection, a server with a problem of its own. */
  readonly failures: number;
  /** What the cloud asked for with a 429; null where it did not say. */
  readonly retryAfterMs: number | null;
};

export const steady: Backoff = { failures: 0, retryAfterMs: null };

/** After another error, or after an answer (null). */
export function nextBackoff(before: Backoff, error: CloudError | null): Backoff {
  if (error === null) return steady;
  if (error.kind === 'rate-limited') return { failures: before.failures, retryAfterMs: error.retryAfterMs };
  return { failures: before.failures + 1, retryAfterMs: null };
}

/** A pause grows to so many times the ordinary one, no further. */
const longestFactor = 10;
const jitter = 0.1;

/**
 * The pause before the next question, in ms: `everyMs` (wire contract: 30 s), doubled with each failure in a row after the first,
 * up to tenfold, varied by a tenth (`random`, 0..1) so that clients spread out. Never shorter than the cloud asked for.
 */
export function pauseMs(everyMs: number, { failures, retryAfterMs }: Backoff, random: number): number {
  const grown = everyMs * Math.min(longestFactor, 2 ** Math.max(0, failures - 1));
  return Math.max(retryAfterMs ?? 0, Math.round(grown * (1 - jitter + 2 * jitter * random)));
}
