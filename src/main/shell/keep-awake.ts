/** Holds off the computer's sleep for as long as anybody needs it. */
export type KeepAwake = {
  /** Answers with the function that lets go again; calling that twice is once. */
  readonly hold: () => () => void;
};

/** `start` begins to hold off sleep and answers with a number by which `stop` ends it. */
export function createKeepAwake(blocker: {
  readonly start: () => number;
  readonly stop: (id: number) => void;
}): KeepAwake {
  const holders = new Set<symbol>();
  let id: number | null = null;
  return {
    hold: () => {
      const holder = Symbol('holder');
      holders.add(holder);
      id ??= blocker.start();
      return () => {
        holders.delete(holder);
        if (holders.size > 0 || id === null) return;
        blocker.stop(id);
        id = null;
      };
    },
  };
}
