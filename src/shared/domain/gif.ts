import type { Composition } from '../composition/composition.ts';
import { frameOf } from '../composition/rate.ts';

/** Longer ones grow too large to be sent anywhere. */
export const longestGifMs = 15_000;
export const gifWidths = [320, 480, 640] as const;
/** 12.5 frames a second: a GIF counts in hundredths. */
export const gifDelayMs = 80;

/** A part of the cut, in ms, and how wide it is drawn, in px. */
export type GifOrder = { readonly fromMs: number; readonly toMs: number; readonly width: (typeof gifWidths)[number] };

/** Why a part gives no GIF; null where it does. */
export function gifProblem({ fromMs, toMs }: Pick<GifOrder, 'fromMs' | 'toMs'>): 'empty' | 'too-long' | null {
  if (!(toMs - fromMs >= gifDelayMs)) return 'empty';
  return toMs - fromMs > longestGifMs ? 'too-long' : null;
}

/** The frames of a composition that its GIF shows; at least one, and none that is not there. */
export function gifFrames(
  { rate, frames }: Pick<Composition, 'rate' | 'frames'>,
  { fromMs, toMs }: Pick<GifOrder, 'fromMs' | 'toMs'>,
): readonly number[] {
  const count = Math.max(1, Math.floor((toMs - fromMs) / gifDelayMs));
  const all = Array.from({ length: count }, (_, at) => frameOf(rate, fromMs + at * gifDelayMs));
  const there = all.filter((frame) => frame < frames);
  return there.length > 0 ? there : [Math.max(0, frames - 1)];
}
