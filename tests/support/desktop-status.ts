import type { ElectronApplication } from '@playwright/test';

type Spies = {
  readonly bars: (readonly [number, string | undefined])[];
  tray: Electron.Tray | null;
  menu: Electron.Menu | null;
};
type SpyingMain = typeof globalThis & { spies: Spies };

/** Records what the desktop is told, which no test can see: the bar on the app's icon, and the tray with its menu. */
export async function recordDesktop(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow, Tray }) => {
    const spies: Spies = { bars: [], tray: null, menu: null };
    Object.assign(globalThis, { spies });
    BrowserWindow.prototype.setProgressBar = (share, options) => void spies.bars.push([share, options?.mode]);
    Tray.prototype.setContextMenu = function show(this: Electron.Tray, menu) {
      spies.tray = this;
      spies.menu = menu;
    };
  });
}

/** All bars so far: share and mode. */
export function barsOf(app: ElectronApplication): Promise<readonly (readonly [number, string | undefined])[]> {
  return app.evaluate(() => (globalThis as SpyingMain).spies.bars);
}

/** The words of the tray's menu; null while there is no tray. */
export function trayOf(app: ElectronApplication): Promise<readonly string[] | null> {
  return app.evaluate(() => {
    const { tray, menu } = (globalThis as SpyingMain).spies;
    if (tray === null || tray.isDestroyed()) return null;
    return menu?.items.flatMap(({ label }) => (label === '' ? [] : [label])) ?? null;
  });
}

export async function clickTray(app: ElectronApplication, label: string): Promise<void> {
  await app.evaluate((_electron, wanted) => {
    (globalThis as SpyingMain).spies.menu?.items.find((item) => item.label === wanted)?.click();
  }, label);
}

/** Makes the app believe that the user is at another program, or here again. */
export async function lookAway(app: ElectronApplication, startupReport: boolean): Promise<void> {
  await app.evaluate(({ BrowserWindow }, value) => {
    BrowserWindow.prototype.isFocused = () => !value;
  }, startupReport);
}

export async function closeWindow(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ BrowserWindow }) => {
    // There are hidden ones, too.
    BrowserWindow.getAllWindows()
      .find((window) => window.isVisible())
      ?.close();
  });
}
