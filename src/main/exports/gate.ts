/** Lets one holder per key in at a time, the others in the order in which they came. */
export type Gate = {
  /** Resolves with the function that leaves again, or with null once the signal is aborted. */
  readonly enter: (key: string, signal: AbortSignal) => Promise<(() => void) | null>;
};

export function createGate(): Gate {
  const queues = new Map<string, (() => void)[]>();

  const leave = (key: string): void => {
    const next = queues.get(key)?.shift();
    if (next) next();
    else queues.delete(key);
  };

  return {
    enter: async (key, signal) => {
      if (signal.aborted) return null;
      const waiting = queues.get(key);
      if (waiting) {
        const admitted = await place(waiting, signal);
        if (!admitted) return null;
      } else {
        queues.set(key, []);
      }
      return () => leave(key);
    },
  };
}

/** Waits in line; false where the signal took the place out of it. */
function place(line: (() => void)[], signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    const admit = (): void => {
      signal.removeEventListener('abort', giveUp);
      resolve(true);
    };
    const giveUp = (): void => {
      line.splice(line.indexOf(admit), 1);
      resolve(false);
    };
    line.push(admit);
    signal.addEventListener('abort', giveUp, { once: true });
  });
}
