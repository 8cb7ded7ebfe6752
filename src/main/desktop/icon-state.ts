import { app, type BrowserWindow, nativeImage, type NativeImage } from 'electron';
import { badgeNumber, type Progress, progressOf, type DesktopActivity } from './activity.ts';

/** Keeps number and bar on the app's icon, where the desktop has such a thing. Tells it only what has changed. */
export function createIconState(parts: {
  readonly window: () => BrowserWindow | null;
  readonly describe: (count: number) => string;
}): { readonly show: (activity: DesktopActivity) => void } {
  let number = 0;
  /** A new window knows nothing yet. */
  let shownWindow: BrowserWindow | null = null;
  let shown = { number: 0, bar: '' };

  const showOnWindow = (window: BrowserWindow, activity: DesktopActivity): void => {
    if (window !== shownWindow) shown = { number: 0, bar: barKey({ kind: 'none' }) };
    shownWindow = window;
    const progress = progressOf(activity);
    if (barKey(progress) !== shown.bar) showProgress(window, progress);
    if (process.platform === 'win32' && number !== shown.number)
      window.setOverlayIcon(number === 0 ? null : dot(), number === 0 ? '' : parts.describe(number));
    shown = { number, bar: barKey(progress) };
  };

  return {
    show: (activity) => {
      const next = badgeNumber(activity);
      if (next !== number) app.setBadgeCount(next);
      number = next;
      const window = parts.window();
      if (window) showOnWindow(window, activity);
    },
  };
}

/** Two bars that look alike have the same key. */
function barKey(progress: Progress): string {
  return progress.kind === 'known' ? progress.share.toFixed(2) : progress.kind;
}

function showProgress(window: BrowserWindow, progress: Progress): void {
  if (progress.kind === 'none') window.setProgressBar(-1);
  else if (progress.kind === 'known') window.setProgressBar(progress.share, { mode: 'normal' });
  else window.setProgressBar(2, { mode: 'indeterminate' });
}

const dotSize = 16;

/** Windows has no numbers on its taskbar: a filled disc in the accent colour stands for them. */
function dot(): NativeImage {
  const centre = (dotSize - 1) / 2;
  const pixels = Buffer.alloc(dotSize * dotSize * 4);
  for (let at = 0; at < dotSize * dotSize; at += 1) {
    const fromCentre = Math.hypot((at % dotSize) - centre, Math.floor(at / dotSize) - centre);
    const cover = Math.min(1, Math.max(0, dotSize / 2 - fromCentre));
    // Premultiplied blue, green, red, alpha.
    pixels.set(
      [0x4d, 0x7a, 0xff, 0xff].map((value) => Math.round(value * cover)),
      at * 4,
    );
  }
  return nativeImage.createFromBitmap(pixels, { width: dotSize, height: dotSize });
}
