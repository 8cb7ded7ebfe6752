/** Wakes whoever waits for a condition each time something happened in the demo cloud. */
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
