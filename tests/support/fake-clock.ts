import type { Clock } from '../../src/main/clock.ts';

type Sleeper = { readonly at: number; readonly wake: () => void };

export type FakeClock = Clock & {
  /** The user sets the clock by so many ms; no time passes. */
  readonly set: (byMs: number) => void;
  /** Moves time on by `ms`, waking those who wait, in order, and letting them work in between. */
  readonly advance: (ms: number) => Promise<void>;
  /** How many are waiting now. */
  readonly waiting: () => number;
};

/** A clock that stands still until the test moves it. Times in ms. */
export function createFakeClock(start = 1_800_000_000_000): FakeClock {
  let now = start;
  let setBy = 0;
  let sleepers: readonly Sleeper[] = [];

  return {
    now: () => now + setBy,
    steady: () => now,
    set: (byMs) => {
      setBy += byMs;
    },
    waiting: () => sleepers.length,
    wait: (ms, signal) =>
      new Promise((resolve) => {
        if (signal?.aborted) return resolve();
        const sleeper: Sleeper = {
          at: now + ms,
          wake: () => {
            sleepers = sleepers.filter((other) => other !== sleeper);
            resolve();
          },
        };
        sleepers = [...sleepers, sleeper];
        signal?.addEventListener('abort', sleeper.wake, { once: true });
      }),
    advance: async (ms) => {
      const target = now + ms;
      await settle();
      for (;;) {
        const next = sleepers.filter((sleeper) => sleeper.at <= target).sort((a, b) => a.at - b.at)[0];
        if (!next) break;
        now = Math.max(now, next.at);
        next.wake();
        await settle();
      }
      now = target;
      await settle();
    },
  };
}

/** Lets everything that is ready to run do so: promises, and work handed to the event loop. */
export async function settle(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}
