/** Asks all waiting conditions again each time something happened in the demo cloud. */
export interface Events {
  readonly happened: () => void;
  /** Resolves as soon as the predicate holds; it is asked now and after each event. */
  readonly until: (predicate: () => boolean) => Promise<void>;
}

export function createEvents(): Events {
  const waiting = new Set<() => void>();
  return {
    happened: () => {
      for (const ask of waiting) ask();
    },
    until: (predicate) =>
      new Promise((resolve) => {
        const ask = (): void => {
          if (!predicate()) return;
          waiting.delete(ask);
          resolve();
        };
        waiting.add(ask);
        ask();
      }),
  };
}

/** The demo cloud's time. Tests hand in their own. */
export interface DemoClock {
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Resolves after `ms`, or at once when the signal is aborted; never rejects. */
  readonly wait: (ms: number, signal?: AbortSignal) => Promise<void>;
}

export const realClock: DemoClock = {
  now: () => Date.now(),
  wait: (ms, signal) =>
    new Promise((resolve) => {
      if (signal?.aborted === true) return resolve();
      const finish = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', finish);
        resolve();
      };
      const timer = setTimeout(finish, ms);
      signal?.addEventListener('abort', finish, { once: true });
    }),
};

/**
 * The same clock with every wait multiplied by `pace`. A wait of 0 still lets other work run first, so that frames and
 * phases stay separate events.
 */
export function pacedClock(clock: DemoClock, pace: number): DemoClock {
  return {
    now: clock.now,
    wait: (ms, signal) =>
      ms * pace > 0 ? clock.wait(ms * pace, signal) : new Promise((resolve) => setImmediate(() => resolve())),
  };
}
