import type { Clock } from '../clock.ts';

/** Pauses that can all be cut short, as after the computer slept. */
export type WakeableSleep = {
  /** Waits `ms`, or until the alarm rings or the signal is aborted; not at all where it rang since `mark` was taken. */
  readonly pause: (ms: number, mark: number, signal: AbortSignal) => Promise<void>;
  /** To be taken before asking, so that a ring during the question is not lost. */
  readonly mark: () => number;
  readonly ring: () => void;
};

export function createWakeableSleep(clock: Clock): WakeableSleep {
  let rings = 0;
  const sleepers = new Set<AbortController>();
  return {
    pause: async (ms, mark, signal) => {
      if (mark !== rings) return;
      const sleeper = new AbortController();
      const wake = (): void => sleeper.abort();
      if (signal.aborted) wake();
      signal.addEventListener('abort', wake, { once: true });
      sleepers.add(sleeper);
      await clock.wait(ms, sleeper.signal);
      sleepers.delete(sleeper);
      signal.removeEventListener('abort', wake);
    },
    mark: () => rings,
    ring: () => {
      rings += 1;
      for (const sleeper of sleepers) sleeper.abort();
    },
  };
}
