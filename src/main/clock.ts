/** Time is handed in, so that tests can move it. Times in ms. */
export type Clock = {
  readonly now: () => number;
  /** From any beginning, and never set: what has passed is told by it, however the user sets the clock. A sleeping computer may not count. */
  readonly steady: () => number;
  /** Resolves after `ms`, after some 24 days at the latest, or at once when the signal is aborted; never rejects. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
};

/** A timer that is asked for more wakes at once. */
const longestMs = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => Date.now(),
  steady: () => performance.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted) return resolve();
      const done = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, Math.min(ms, longestMs));
      signal?.addEventListener('abort', done, { once: true });
    }),
};

/**
 * Has dates go by the time zone that the system is in now: Node asks for it once, and again whenever `TZ` is set or deleted. One that
 * the user has set stays.
 */
export function readTimeZoneAgain(): void {
  const { TZ } = process.env;
  if (TZ === undefined) delete process.env['TZ'];
  else process.env['TZ'] = TZ;
}

/** What work comes to, or something else as soon as nobody waits for it: for work that is shared and cannot be broken off. */
export function unlessAborted<T, A>(work: Promise<T>, signal: AbortSignal, aborted: A): Promise<T | A> {
  if (signal.aborted) return Promise.resolve(aborted);
  return new Promise((resolve, reject) => {
    const giveUp = (): void => resolve(aborted);
    signal.addEventListener('abort', giveUp, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', giveUp));
  });
}
