import type { Clock } from '../clock.ts';

export type EndingParts = {
  /** Breaks off what is under way, and brings to the disk what was written down. */
  readonly close: () => Promise<void>;
  /** What is done with files that nobody has open any more. */
  readonly whenClosed: () => Promise<void>;
  /** Says what is waited for, until the signal takes it away. Resolves when the user does not want to wait any more. */
  readonly sayWaiting: (signal: AbortSignal) => Promise<void>;
  /** Ends the process at once. */
  readonly exit: () => void;
  readonly clock: Pick<Clock, 'wait'>;
  readonly report: (error: unknown) => void;
};

export type Ending = {
  /** Ends the app in good order; a second time, once the user has been told what is waited for, it ends at once. */
  readonly begin: () => void;
  readonly hasBegun: () => boolean;
};

/** How long it ends without a word, and how long it may take at all, ms. */
const patience = { silentMs: 1_000, wholeMs: 60_000 } as const;

/**
 * The way from the last window to the end of the process. Everything under way is in the journal by then, and what was written has
 * reached the system: who does not wait loses something only if the power fails as well.
 */
export function createEnding({ close, whenClosed, sayWaiting, exit, clock, report }: EndingParts): Ending {
  let begun = false;
  let told = false;
  const ended = new AbortController();

  const end = (): void => {
    if (ended.signal.aborted) return;
    ended.abort();
    exit();
  };

  const tell = async (): Promise<void> => {
    await clock.wait(patience.silentMs, ended.signal);
    if (ended.signal.aborted) return;
    told = true;
    await sayWaiting(ended.signal);
    end();
  };

  return {
    hasBegun: () => begun,
    begin: () => {
      if (told) end();
      if (begun) return;
      begun = true;
      void tell().catch(report);
      void clock.wait(patience.wholeMs, ended.signal).then(end);
      const inOrder = async (): Promise<void> => {
        await close();
        if (!ended.signal.aborted) await whenClosed();
      };
      void inOrder().catch(report).finally(end);
    },
  };
}
