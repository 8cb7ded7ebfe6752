import { app, powerMonitor } from 'electron';
import { systemClock } from '../clock.ts';

/** The ways out of the app. */
export type Quitting = {
  /** The user wants to quit: asks where work would be lost. */
  readonly wanted: () => void;
  /** Quits without asking, for who has asked already. */
  readonly now: () => void;
};

/**
 * What cannot go on at the next start: files that are being sent or wait to be, whose first byte would be sent again, and files that
 * are being made.
 */
export type Interrupted = { readonly uploads: number; readonly making: number };

export type QuittingParts = {
  readonly underWay: () => Interrupted;
  /** Whether to quit although so much would be lost. */
  readonly ask: (underWay: Interrupted) => Promise<boolean>;
  readonly report: (error: unknown) => void;
};

/**
 * Asks before the user quits in the middle of such work. Where a signal or the end of the session ends the app nobody is asked, since
 * nobody may be there to answer: those come as `before-quit` too, and only macOS, whose Dock quits in the same way, asks there. After
 * `ready`, and before anybody else listens to `before-quit`.
 */
export function guardQuitting({ underWay, ask, report }: QuittingParts): Quitting {
  let sure = false;
  let asking = false;

  const isIdle = (): boolean => underWay().uploads + underWay().making === 0;

  const now = (): void => {
    sure = true;
    app.quit();
  };

  const wanted = (): void => {
    if (isIdle()) return now();
    if (asking) return;
    asking = true;
    ask(underWay())
      .then((quit) => quit && now())
      .catch(report)
      .finally(() => (asking = false));
  };

  if (process.platform === 'darwin') {
    powerMonitor.on('shutdown', () => (sure = true));
    app.on('before-quit', (event) => {
      if (sure || isIdle()) return;
      event.preventDefault();
      wanted();
    });
  }

  return { wanted, now };
}

export type CloseParts = {
  readonly close: () => Promise<void>;
  /** What is done with files that nobody has open any more. */
  readonly whenClosed: () => Promise<void>;
  readonly report: (error: unknown) => void;
};

/** Everything under way is in the journal already; this only leaves the files in good order. */
export function closeBeforeQuit({ close, whenClosed, report }: CloseParts): void {
  let closing = false;
  app.on('will-quit', (event) => {
    event.preventDefault();
    if (closing) return;
    closing = true;
    const tooLong = systemClock.wait(2000).then(() => false);
    const closed = close().then(() => true);
    void Promise.race([closed, tooLong])
      .then((isClosed) => (isClosed ? whenClosed() : undefined))
      .catch(report)
      // `app.quit()` hangs here when the quit came from a signal.
      .finally(() => app.exit(0));
  });
}
