/** Runs one job per key at a time, the others in the order in which they came. */
export type KeyedQueue = {
  /** Gives what the job gives, or null once the signal is aborted before its turn has come. */
  readonly run: <T>(key: string, signal: AbortSignal, job: () => Promise<T>) => Promise<T | null>;
};

export function createKeyedQueue(): KeyedQueue {
  /** By key, when the last of those who came so far is done. */
  const lasts = new Map<string, Promise<unknown>>();
  return {
    run: async (key, signal, job) => {
      const before = lasts.get(key);
      const mine = (async () => {
        await Promise.race([before, isAborted(signal)]);
        return signal.aborted ? null : await job();
      })();
      // Who gave up while waiting lets the next one in no sooner.
      const last = Promise.allSettled([before, mine]);
      lasts.set(key, last);
      void last.then(() => {
        if (lasts.get(key) === last) lasts.delete(key);
      });
      return mine;
    },
  };
}

function isAborted(signal: AbortSignal): Promise<unknown> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve(null);
    signal.addEventListener('abort', resolve, { once: true });
  });
}
