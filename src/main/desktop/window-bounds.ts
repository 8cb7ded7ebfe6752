import type { WindowBounds } from '../storage/settings.ts';

/** A rectangle of the desktop, in device independent pixels. */
export type Area = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** Without a place the system centres the window. */
type Placement = {
  readonly width: number;
  readonly height: number;
  readonly place: { readonly x: number; readonly y: number } | null;
  readonly maximized: boolean;
};

export const minimumSize = { width: 960, height: 600 } as const;
const usualSize = { width: 1280, height: 800 } as const;
/** So much of a window has to be on a screen that it can be found and dragged. */
const grip = { width: 120, height: 40 } as const;

/**
 * Where the window opens: where it was, as long as a screen is still there, and wholly on it. `screens` are the work areas of the
 * present screens, the main one first.
 */
export function placeWindow(saved: WindowBounds | null, screens: readonly Area[]): Placement {
  const main = screens[0] ?? { x: 0, y: 0, ...usualSize };
  if (saved === null) return { ...shrink(usualSize, main), place: null, maximized: false };
  const screen = screens.find((area) => overlap(saved, area) === largestOverlap(saved, screens)) ?? main;
  if (!isReachable(saved, screen)) return { ...shrink(saved, main), place: null, maximized: saved.maximized };
  const size = shrink(saved, screen);
  const place = {
    x: clamp(saved.x, screen.x, screen.x + screen.width - size.width),
    y: clamp(saved.y, screen.y, screen.y + screen.height - size.height),
  };
  return { ...size, place, maximized: saved.maximized };
}

function shrink(
  wanted: { readonly width: number; readonly height: number },
  screen: Area,
): { readonly width: number; readonly height: number } {
  return {
    width: Math.round(Math.max(minimumSize.width, Math.min(wanted.width, screen.width))),
    height: Math.round(Math.max(minimumSize.height, Math.min(wanted.height, screen.height))),
  };
}

function isReachable(window: Area, screen: Area): boolean {
  const { width, height } = common(window, screen);
  return width >= grip.width && height >= grip.height;
}

function largestOverlap(window: Area, screens: readonly Area[]): number {
  return Math.max(...screens.map((screen) => overlap(window, screen)));
}

function overlap(a: Area, b: Area): number {
  const { width, height } = common(a, b);
  return width * height;
}

function common(a: Area, b: Area): { readonly width: number; readonly height: number } {
  return {
    width: Math.max(0, Math.min(a.x + a.width, b.x + b.width) - Math.max(a.x, b.x)),
    height: Math.max(0, Math.min(a.y + a.height, b.y + b.height) - Math.max(a.y, b.y)),
  };
}

/** A window that is larger than the screen keeps its upper left corner on it. */
function clamp(value: number, least: number, most: number): number {
  return Math.round(Math.max(least, Math.min(value, most)));
}
