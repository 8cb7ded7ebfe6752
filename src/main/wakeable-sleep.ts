import type { Clock } from './clock.ts';

/** Pauses that can all be cut short, as after the computer slept. */
export type WakeableSleep = {
  /** Waits `ms`, or until somebody wakes it or the signal is aborted; not at all where it was woken since `mark` was taken. */
  readonly pause: (ms: number, mark: number, signal: AbortSignal) => Promise<void>;
  /** To be taken before asking, so that a wake during the question is not lost. */
  readonly mark: () => number;
  readonly wake: () => void;
};

export function createWakeableSleep(clock: Pick<Clock, 'wait'>): WakeableSleep {
  let wakes = 0;
  let sleeping = new AbortController();
  return {
    pause: async (ms, mark, signal) => {
      if (mark === wakes) await clock.wait(ms, AbortSignal.any([sleeping.signal, signal]));
    },
    mark: () => wakes,
    wake: () => {
      wakes += 1;
      sleeping.abort();
      sleeping = new AbortController();
    },
  };
}
