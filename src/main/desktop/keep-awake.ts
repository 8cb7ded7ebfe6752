/** Holds off the computer's sleep while something is being transferred. */
export type KeepAwake = { readonly while: (busy: boolean) => void };

/** `start` begins to hold off sleep and answers with a number by which `stop` ends it. */
export function createKeepAwake(blocker: {
  readonly start: () => number;
  readonly stop: (id: number) => void;
}): KeepAwake {
  let id: number | null = null;
  return {
    while: (busy) => {
      if (busy) id ??= blocker.start();
      else if (id !== null) {
        blocker.stop(id);
        id = null;
      }
    },
  };
}
