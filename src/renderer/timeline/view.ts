/** Which part of the cut is on screen: from `fromMs` on, `pxPerMs` wide. `width` in CSS pixels. */
export type View = {
  readonly durationMs: number;
  readonly width: number;
  readonly pxPerMs: number;
  readonly fromMs: number;
};

/** So close that a frame of 60 in a second is some pixels wide. */
const closest = 0.4;

/** All of it. */
export function fitted(durationMs: number, width: number): View {
  const length = Math.max(1, durationMs);
  return { durationMs: length, width: Math.max(1, width), pxPerMs: Math.max(1, width) / length, fromMs: 0 };
}

export function isFitted({ durationMs, width, pxPerMs }: View): boolean {
  return pxPerMs * durationMs <= width + 0.5;
}

export function xOf({ pxPerMs, fromMs }: View, ms: number): number {
  return (ms - fromMs) * pxPerMs;
}

/** The moment at a place, never before the start nor after the end. */
export function msAt({ pxPerMs, fromMs, durationMs }: View, x: number): number {
  return Math.min(durationMs, Math.max(0, fromMs + x / pxPerMs));
}

export function toMs({ width, pxPerMs, fromMs }: View): number {
  return fromMs + width / pxPerMs;
}

/** `factor` times as large; what is at `x` stays there, as far as the ends allow. */
export function zoomed(view: View, factor: number, x: number): View {
  const least = view.width / view.durationMs;
  const pxPerMs = Math.min(Math.max(closest, least), Math.max(least, view.pxPerMs * factor));
  return inside({ ...view, pxPerMs, fromMs: view.fromMs + x / view.pxPerMs - x / pxPerMs });
}

export function panned(view: View, px: number): View {
  return inside({ ...view, fromMs: view.fromMs + px / view.pxPerMs });
}

/** The same view where the place has become wider or narrower, or the cut longer: one that showed all goes on to. */
export function resized(view: View, durationMs: number, width: number): View {
  const whole = fitted(durationMs, width);
  return isFitted(view)
    ? whole
    : inside({ ...whole, pxPerMs: Math.max(whole.pxPerMs, view.pxPerMs), fromMs: view.fromMs });
}

/** Moves as little as brings a piece into sight; of one that is longer than the view, its beginning. */
export function revealing(view: View, startMs: number, endMs: number): View {
  const margin = Math.min(24, view.width / 10) / view.pxPerMs;
  const [from, to] = [startMs - margin, endMs + margin];
  if (from >= view.fromMs && to <= toMs(view)) return view;
  const length = view.width / view.pxPerMs;
  return inside({ ...view, fromMs: from < view.fromMs || to - from > length ? from : to - length });
}

/** While it plays the view turns over like a page when the playhead leaves it; who looks elsewhere goes on to. */
export function following(view: View, beforeMs: number, ms: number): View {
  const isSeen = (at: number): boolean => at >= view.fromMs && at <= toMs(view);
  if (isSeen(ms) || !isSeen(beforeMs)) return view;
  return inside({ ...view, fromMs: ms - view.width / view.pxPerMs / 20 });
}

function inside(view: View): View {
  const last = view.durationMs - view.width / view.pxPerMs;
  return { ...view, fromMs: Math.max(0, Math.min(last, view.fromMs)) };
}

const steps = [0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600, 7200, 14_400, 43_200] as const;
/** Between two numbers of the ruler, at least. In px. */
const apart = 64;

/** Seconds at which the ruler carries numbers: round ones, those in sight. */
export function ticksOf(view: View): readonly number[] {
  const secondPx = view.pxPerMs * 1000;
  const step =
    steps.find((candidate) => candidate * secondPx >= apart) ?? Math.ceil(apart / secondPx / 86_400) * 86_400;
  const first = Math.ceil(view.fromMs / 1000 / step - 1e-9);
  const last = Math.floor(Math.min(view.durationMs, toMs(view)) / 1000 / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => tidy((first + index) * step));
}

function tidy(seconds: number): number {
  return Math.round(seconds * 1000) / 1000;
}
