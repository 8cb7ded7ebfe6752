import { app as electronApp, type BrowserWindow } from 'electron';
import type { App } from '../app/app.ts';
import type { Settings } from '../storage/settings.ts';
import { systemKeepAwake } from './power.ts';
import type { WindowHost } from './window-host.ts';

/** Keeps app and computer going while work is under way. */
export type BackgroundWork = {
  /** Something has changed: lets the computer sleep or not, and quits an app without a window that has nothing left to do. */
  readonly changed: () => void;
  /** Whether the window may close now; else the user is asked, and it closes by that. */
  readonly mayClose: (window: BrowserWindow) => boolean;
};

type BackgroundWorkDeps = {
  readonly host: WindowHost;
  readonly app: () => App | null;
  readonly settings: Pick<Settings, 'get'>;
  /** What is to become of running jobs when the window closes. */
  readonly askClosing: () => Promise<'stay' | 'quit' | 'cancel'>;
  /** Quits without asking again. */
  readonly quit: () => void;
  readonly report: (error: unknown) => void;
};

export function createBackgroundWork(deps: BackgroundWorkDeps): BackgroundWork {
  const { host, app, settings, askClosing, quit, report } = deps;
  const keepAwake = systemKeepAwake();
  let quitting = false;
  electronApp.on('before-quit', (event) => (quitting = !event.defaultPrevented));

  /** A rehearsal keeps nobody: what it loses costs nothing. */
  const isBusy = (): boolean => {
    const open = app();
    return open !== null && !open.rehearsal && open.isBusy();
  };

  const stayAwake = (): void => {
    const open = app();
    keepAwake.while(open !== null && (open.uploads.running() || open.exports.running() || open.mediaJobs.running()));
  };

  const quitWhenDone = (): void => {
    const holdsResult = app()?.mediaJobs.holdsResult() ?? false;
    if (quitting || process.platform === 'darwin' || host.current()) return;
    if (!isBusy() && !holdsResult) electronApp.quit();
  };

  return {
    // Later: what ended is only just ending, and the next message may begin at once.
    changed: () =>
      void setImmediate(() => {
        stayAwake();
        quitWhenDone();
      }),
    mayClose: (window) => {
      if (quitting || process.platform === 'darwin' || settings.get('preferences').background || !isBusy()) return true;
      void askClosing()
        .then((answer) => {
          if (answer === 'stay') window.destroy();
          if (answer === 'quit') quit();
        })
        .catch(report);
      return false;
    },
  };
}
