import { uptime } from 'node:os';
import { join } from 'node:path';
import { app, type BrowserWindow, powerMonitor } from 'electron';
import type { AppEvent } from '../../shared/contract/events.ts';
import type { Env } from '../app/env.ts';
import { readTimeZoneAgain } from '../clock.ts';
import type { Dialogs } from './dialogs.ts';
import { pingPage } from '../ipc/transport.ts';
import { watchForHangs, type WatchedPage } from './hang-monitor.ts';
import { beginRun, endRun } from './last-run.ts';
import type { Started } from './started.ts';
import type { WindowHost } from './window-host.ts';

let hasBegun = false;

/** What watches over the app once a window is there; each further time it does nothing. */
export function afterStart(
  { env, profileDir, log }: Pick<Started, 'profileDir' | 'log'> & { readonly env: Omit<Env, 'bus'> },
  {
    windows,
    dialogs,
    emit,
    relocalize,
  }: {
    readonly windows: WindowHost;
    readonly dialogs: Pick<Dialogs, 'askAfterHang'>;
    readonly emit: (event: AppEvent) => void;
    /** Says everything once more, in the language that the system has now. */
    readonly relocalize: () => void;
  },
): void {
  if (hasBegun) return;
  hasBegun = true;
  const mark = join(profileDir, 'running.json');
  const bootedAt = env.clock.now() - uptime() * 1000;
  if (beginRun(mark, { version: app.getVersion(), bootedAt })) {
    log.warn('The last run did not end in good order');
    emit({ type: 'ended-badly' });
  }
  const ended = (): void => endRun(mark);
  app.once('will-quit', ended);
  // The system does not wait for more.
  powerMonitor.once('shutdown', ended);
  const watchSession = (window: BrowserWindow): void => void window.once('session-end', ended);
  const shown = windows.current();
  if (shown !== null) watchSession(shown);
  app.on('browser-window-created', (_event, window) => watchSession(window));

  let said = env.locale();
  // The day's limit and the dates in files' names follow whoever travels.
  powerMonitor.on('resume', readTimeZoneAgain);
  app.on('browser-window-focus', () => {
    readTimeZoneAgain();
    if (env.locale() === said) return;
    said = env.locale();
    relocalize();
  });

  const page = pageOf(windows.current, { ask: dialogs.askAfterHang, log: log.warn });
  void watchForHangs(env, page).catch(env.report);
}

/** The page of whichever window is open. */
function pageOf(
  current: () => BrowserWindow | null,
  { ask, log }: { readonly ask: WatchedPage['ask']; readonly log: (message: string) => void },
): WatchedPage {
  return {
    isWaitedFor: () => {
      const window = current();
      if (window === null || !window.isVisible() || window.isMinimized()) return false;
      // A dialog of the system locks the window that it belongs to.
      if (!window.isEnabled()) return false;
      return !window.webContents.isDevToolsOpened() && !window.webContents.debugger.isAttached();
    },
    ping: async () => {
      const contents = current()?.webContents;
      if (contents !== undefined) await pingPage(contents);
    },
    ask: (back) => {
      log('The window does not answer');
      return ask(back);
    },
    // It cannot be asked to leave: it is ended, and loaded again as after a crash.
    reload: () => current()?.webContents.forcefullyCrashRenderer(),
  };
}
