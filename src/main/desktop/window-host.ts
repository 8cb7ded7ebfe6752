import type { BrowserWindow } from 'electron';
import { systemClock } from '../clock.ts';
import { applyScale, createMainWindow, showWindow, type WindowParts } from './window.ts';

/** The one window, which may be closed and opened again while main works on. */
export type WindowHost = {
  readonly current: () => BrowserWindow | null;
  /** Brings the window to the front; opens it where there is none. */
  readonly show: () => void;
  /** Before the first window is shown. */
  readonly listen: (listener: WindowListener) => void;
  /** Draws the open window's content at this size, in percent. */
  readonly applyScale: (uiScale: number) => void;
  /** Loads the page of a window that crashed too often once more. */
  readonly reload: () => void;
  /** Whether the menu always shows, or only after Alt. */
  readonly showMenuBar: (always: boolean) => void;
};

type WindowListener = {
  /** `id` is that of the window's web contents. */
  readonly onClosed: (id: number) => void;
  readonly onCrash: (reason: string) => void;
  /** The page died so often that it is not loaded again by itself. */
  readonly onCrashLoop: () => Promise<void>;
  readonly onOpened: () => void;
  /** Asked when the user closes the window; false keeps it open. */
  readonly mayClose: (window: BrowserWindow) => boolean;
};

/** A page that dies so often in so short a time (ms) would only die again. */
const crashLoop = { deaths: 3, withinMs: 60_000 } as const;

export function createWindowHost(parts: WindowParts): WindowHost {
  let window: BrowserWindow | null = null;
  let deaths: readonly number[] = [];
  let listener: WindowListener | null = null;

  const isLooping = (): boolean => {
    const now = systemClock.steady();
    deaths = [...deaths.filter((at) => now - at < crashLoop.withinMs), now];
    return deaths.length >= crashLoop.deaths;
  };

  const open = (): BrowserWindow => {
    const opened = createMainWindow(parts);
    const { id } = opened.webContents;
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      if (reason === 'clean-exit') return;
      listener?.onCrash(reason);
      if (isLooping()) listener?.onCrashLoop().catch((error: unknown) => listener?.onCrash(String(error)));
      else opened.webContents.reload();
    });
    opened.on('close', (event) => {
      if (listener?.mayClose(opened) === false) return event.preventDefault();
      // Its page goes before the window does, and to show a window between the two ends the process.
      if (window === opened) window = null;
    });
    opened.once('closed', () => {
      // One that was destroyed was not asked to close; and another one may have been opened already.
      if (window === opened) window = null;
      listener?.onClosed(id);
    });
    return opened;
  };

  /** A window is destroyed a moment before it says that it is closed. */
  const current = (): BrowserWindow | null => (window === null || window.isDestroyed() ? null : window);

  return {
    current,
    applyScale: (uiScale) => {
      const shown = current();
      if (shown) applyScale(shown, uiScale);
    },
    listen: (given) => (listener = given),
    reload: () => {
      deaths = [];
      current()?.webContents.reload();
    },
    showMenuBar: (always) => {
      current()?.setAutoHideMenuBar(!always);
      current()?.setMenuBarVisibility(always);
    },
    show: () => {
      const before = current();
      const shown = before ?? open();
      window = shown;
      showWindow(shown);
      if (!before) listener?.onOpened();
    },
  };
}
