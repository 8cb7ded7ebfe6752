/** Waits for what other rooms do. */
export type Watch = {
  /** Resolves with what `look` finds, now or when it looks again; null once the signal is aborted. */
  readonly until: <T>(look: () => T | null, signal: AbortSignal) => Promise<T | null>;
  /** Looks again. */
  readonly wake: () => void;
};

export function createWatch(): Watch {
  const looks = new Set<() => void>();
  const wake = (): void => {
    for (const look of looks) look();
  };
  return {
    wake,
    until: (look, signal) =>
      new Promise((resolve, reject) => {
        const end = (): void => {
          looks.delete(again);
          signal.removeEventListener('abort', giveUp);
        };
        const giveUp = (): void => {
          end();
          resolve(null);
        };
        const again = (): void => {
          try {
            const found = look();
            if (found === null) return;
            end();
            resolve(found);
          } catch (error) {
            end();
            reject(error as Error);
          }
        };
        if (signal.aborted) return resolve(null);
        looks.add(again);
        signal.addEventListener('abort', giveUp, { once: true });
        again();
      }),
  };
}
