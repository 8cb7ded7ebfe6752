/** Lets one holder per key in at a time, the others in the order in which they came. */
export type KeyedQueue = {
  /** Resolves with the function that leaves again, or with null once the signal is aborted. */
  readonly enter: (key: string, signal: AbortSignal) => Promise<(() => void) | null>;
};

export function createKeyedQueue(): KeyedQueue {
  /** Those who wait, by key; a key with nobody inside is not in here. */
  const lines = new Map<string, readonly (() => void)[]>();

  const interchange = (key: string): void => {
    const [next, ...rest] = lines.get(key) ?? [];
    if (next === undefined) {
      lines.delete(key);
      return;
    }
    lines.set(key, rest);
    next();
  };

  /** Waits in line; false where the signal took the place out of it. */
  const wait = (key: string, line: readonly (() => void)[], signal: AbortSignal): Promise<boolean> =>
    new Promise((resolve) => {
      const admit = (): void => {
        signal.removeEventListener('abort', giveUp);
        resolve(true);
      };
      const giveUp = (): void => {
        lines.set(key, lines.get(key)?.filter((other) => other !== admit) ?? []);
        resolve(false);
      };
      lines.set(key, [...line, admit]);
      signal.addEventListener('abort', giveUp, { once: true });
    });

  return {
    enter: async (key, signal) => {
      if (signal.aborted) return null;
      const line = lines.get(key);
      if (line === undefined) lines.set(key, []);
      else if (!(await wait(key, line, signal))) return null;
      return () => interchange(key);
    },
  };
}
