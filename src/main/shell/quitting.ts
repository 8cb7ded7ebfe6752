import { app, powerMonitor } from 'electron';

/** The way out of the app, past the question whether uploads may be broken off. */
export type Quitting = {
  /** Quits without asking, for who has asked already. */
  readonly now: () => void;
};

export type QuittingParts = {
  /** Files that are being sent or wait to be. An upload cannot go on at the next start: its first byte would be sent again. */
  readonly uploads: () => number;
  /** Whether to quit although so many uploads are running. */
  readonly ask: (uploads: number) => Promise<boolean>;
  readonly report: (error: unknown) => void;
};

/**
 * Asks before the user quits in the middle of an upload. A signal and the end of the session are not asked back: nobody may be there
 * to answer. After `ready`, and before anybody else listens to `before-quit`.
 */
export function guardQuitting({ uploads, ask, report }: QuittingParts): Quitting {
  let sure = false;
  let asking = false;

  const now = (): void => {
    sure = true;
    app.quit();
  };

  app.on('before-quit', (event) => {
    if (sure || uploads() === 0) return;
    event.preventDefault();
    if (asking) return;
    asking = true;
    ask(uploads())
      .then((quit) => quit && now())
      .catch(report)
      .finally(() => (asking = false));
  });
  powerMonitor.on('shutdown', () => (sure = true));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, now);

  return { now };
}
