import { BrowserWindow, nativeTheme, screen, type WebContents } from 'electron';
import { firstStateArgument } from '../../shared/contract/bridge.ts';
import type { Locale, Preferences } from '../../shared/domain/app-state.ts';
import { type ZoomStep, zoomStep } from '../../shared/domain/ui-scale.ts';
import type { Settings } from '../storage/settings.ts';
import { type Area, minimumSize, placeWindow } from './window-bounds.ts';

export type WindowParts = {
  readonly settings: Pick<Settings, 'get' | 'set'>;
  readonly locale: () => Locale;
  /** The page: `rushes://app/index.html`, or the development server's. */
  readonly address: string;
  /** Absolute path of the bundled preload script. */
  readonly preload: string;
  /** A key wants the content larger, smaller, or as it was (0). */
  readonly zoom: (step: ZoomStep) => void;
};

/** Makes the whole app light or dark. Call it before the first window, so that this opens in its colour. */
export function applyTheme(theme: Preferences['theme']): void {
  nativeTheme.themeSource = theme;
}

/**
 * Opens the main window, at once and in its theme's background, before its page is there; loading goes on. It comes back where
 * it was, on a screen that exists.
 */
export function createMainWindow({ settings, locale, address, preload, zoom }: WindowParts): BrowserWindow {
  const preferences = settings.get('preferences');
  const first = { locale: locale(), preferences, openProjectId: settings.get('openProjectId') };
  const { place, maximized, ...size } = placeWindow(settings.get('windowBounds'), workAreas());
  const window = new BrowserWindow({
    ...size,
    ...place,
    minWidth: minimumSize.width,
    minHeight: minimumSize.height,
    title: 'Rushes',
    autoHideMenuBar: !preferences.menuBar,
    backgroundColor: background(),
    webPreferences: {
      preload,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      // A page shows no picker of files by itself: main does, and keeps the path.
      disableBlinkFeatures: 'FileSystemAccessLocal',
      enableDeprecatedPaste: false,
      // The checker would fetch dictionaries from a server that nobody was told of.
      spellcheck: false,
      // The page's script is the same at each start: its compiled form is kept from the first one on.
      v8CacheOptions: 'bypassHeatCheck',
      zoomFactor: preferences.uiScale / 100,
      additionalArguments: [firstStateArgument(first)],
    },
  });
  if (maximized) window.maximize();
  followTheme(window);
  rememberBounds(window, settings);
  zoomByKeys(window.webContents, zoom);
  // Chromium remembers a zoom of its own for the page, which would come back with it.
  window.webContents.on('did-navigate', () => applyScale(window, settings.get('preferences').uiScale));
  // A page that does not load shows in `did-fail-load`; the promise has nothing to add.
  window.loadURL(address).catch(() => undefined);
  return window;
}

/** Brings the window to the front, wherever it was. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}

/** The colours of `theme.css`, `--ground`. */
function background(): string {
  return nativeTheme.shouldUseDarkColors ? '#0f1012' : '#f5f4f2';
}

function followTheme(window: BrowserWindow): void {
  const repaint = (): void => window.setBackgroundColor(background());
  nativeTheme.on('updated', repaint);
  window.once('closed', () => nativeTheme.off('updated', repaint));
}

/** Draws the window's content at this size, in percent. */
export function applyScale(window: BrowserWindow, uiScale: number): void {
  window.webContents.setZoomFactor(uiScale / 100);
}

function zoomByKeys(contents: WebContents, zoom: WindowParts['zoom']): void {
  contents.on('before-input-event', (event, press) => {
    const step = zoomStep(press, process.platform);
    if (step === null) return;
    // The menu would zoom once more for a key that it knows.
    event.preventDefault();
    zoom(step);
  });
}

/** So long after the last change, ms, since each is a write to the disk. */
const boundsRestMs = 500;

/** A crash, or the end of the session, does not let the window close first. */
function rememberBounds(window: BrowserWindow, settings: WindowParts['settings']): void {
  let timer: NodeJS.Timeout | undefined;
  const keep = (): void => {
    clearTimeout(timer);
    settings.set('windowBounds', { ...window.getNormalBounds(), maximized: window.isMaximized() });
  };
  const keepSoon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(keep, boundsRestMs);
  };
  window.on('resize', keepSoon);
  window.on('move', keepSoon);
  window.on('maximize', keepSoon);
  window.on('unmaximize', keepSoon);
  window.on('close', keep);
  window.once('closed', () => clearTimeout(timer));
}

function workAreas(): readonly Area[] {
  const main = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== main.id);
  return [main, ...others].map(({ workArea }) => workArea);
}
