/** What the next question to the cloud follows. */
export type Backoff = {
  /** Questions in a row that came to nothing: a broken connection, a server with a problem of its own. */
  readonly failures: number;
  /** What the cloud asked for with a 429; null where it did not say. */
  readonly retryAfterMs: number | null;
};

export const steady: Backoff = { failures: 0, retryAfterMs: null };

const mostDoublings = 4;
/** A pause grows to so many times the ordinary one, no further. */
const longestFactor = 10;
const jitter = 0.1;

/**
 * How long to pause before the cloud is asked again, in ms: `everyMs` (wire contract: 30 s), doubled with each failure in a row after the
 * first, up to ten times as long, give or take a tenth by `random` (0..1), so that many exports do not ask all at once. Never shorter than what
 * the cloud asked for.
 */
export function pauseMs(everyMs: number, { failures, retryAfterMs }: Backoff, random: number): number {
  const grown = everyMs * Math.min(longestFactor, 2 ** Math.min(Math.max(0, failures - 1), mostDoublings));
  return Math.max(retryAfterMs ?? 0, Math.round(grown * (1 - jitter + 2 * jitter * random)));
}
