import type { Clock } from '../clock.ts';
import type { Timings } from '../timings.ts';

/** Keeps the balance that is shown true while turns run: the cloud reserves credits some time after a message has come. */
export type BalanceWatch = {
  /** Reads the balance soon after a message goes out, and repeatedly until the caller calls the function it gets. */
  readonly begin: () => () => void;
};

type BalanceWatchParts = {
  /** Reads the balance, which is told to whoever shows it. */
  readonly read: () => Promise<unknown>;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'balanceFirstMs' | 'balanceEveryMs'>;
};

/** However many turns run: one question at a time, and one for all of them. */
export function createBalanceWatch({ read, clock, timings }: BalanceWatchParts): BalanceWatch {
  let running = 0;
  let over = new AbortController();
  let reading: Promise<unknown> | null = null;

  const ask = async (): Promise<void> => {
    reading ??= read().finally(() => {
      reading = null;
    });
    await reading;
  };

  const after = async (ms: number, signal: AbortSignal): Promise<void> => {
    await clock.wait(ms, signal);
    if (!signal.aborted) await ask();
  };

  const again = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) await after(timings.balanceEveryMs, signal);
  };

  return {
    begin: () => {
      if (running === 0) {
        over = new AbortController();
        void again(over.signal);
      }
      running += 1;
      void after(timings.balanceFirstMs, over.signal);
      let ended = false;
      return () => {
        if (ended) return;
        ended = true;
        running -= 1;
        if (running === 0) over.abort();
      };
    },
  };
}
