import { app, powerMonitor } from 'electron';
import type { Locale } from '../../shared/domain/app-state.ts';
import { systemClock } from '../clock.ts';
import { createEnding, type Ending, type EndingParts } from './ending.ts';

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

type QuittingParts = {
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

type CloseParts = Pick<EndingParts, 'close' | 'whenClosed' | 'report'> & { readonly locale: () => Locale };

/** Ends the app in good order when it quits; `hasBegun` tells that it has begun to. */
export function closeBeforeQuit({ locale, ...parts }: CloseParts): Pick<Ending, 'hasBegun'> {
  const ending = createEnding({
    ...parts,
    clock: systemClock,
    sayWaiting: async (signal) => {
      const [{ mainTexts }, { showQuestion }] = await Promise.all([
        import('../../shared/locales/main-texts.ts'),
        import('./question.ts'),
      ]);
      const t = mainTexts(locale());
      const told = { message: t('ending.title'), detail: t('ending.detail'), buttons: [t('ending.now')] };
      await showQuestion(null, { ...told, signal });
    },
    // `app.quit()` hangs here when the quit came from a signal.
    exit: () => app.exit(0),
  });
  app.on('will-quit', (event) => {
    event.preventDefault();
    ending.begin();
  });
  // What writes the settings listens to these, too, and would end the process at once if nobody else did.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => app.quit());
  return ending;
}

let startsAgain = false;

/** Starts the app once more when it has ended: the user has opened it, or a file, while it was quitting. */
export function startAfterEnd(argv: readonly string[]): void {
  if (startsAgain) return;
  startsAgain = true;
  const { APPIMAGE } = process.env;
  app.relaunch({ args: argv.slice(1), ...(APPIMAGE === undefined ? {} : { execPath: APPIMAGE }) });
}
