import type { NextAnswer } from './agent/answer.ts';

/** The shapes that the next turns were told to have, in order. */
export interface Scripts {
  readonly add: (next: NextAnswer) => void;
  readonly take: () => NextAnswer | null;
  readonly clear: () => void;
}

export function createScripts(): Scripts {
  let waiting: readonly NextAnswer[] = [];
  return {
    add: (next) => {
      waiting = [...waiting, next];
    },
    take: () => {
      const [next = null, ...rest] = waiting;
      waiting = rest;
      return next;
    },
    clear: () => {
      waiting = [];
    },
  };
}
