/** A part of a file, in ms from its beginning. */
export type Cut = { readonly inMs: number; readonly outMs: number };

/** The shortest part that can be cut out. */
export const shortestCutMs = 100;

/** The last key frame at or before `inMs`: where a cut without re-encoding begins. `inMs` itself where there are none. */
export function snapToKeyFrame(keyFramesMs: readonly number[], inMs: number): number {
  return keyFramesMs.findLast((at) => at <= inMs) ?? keyFramesMs[0] ?? inMs;
}

/** Moves one end of the cut; it stays within the file and away from the other end. */
export function moveEnd(cut: Cut, end: 'in' | 'out', toMs: number, durationMs: number): Cut {
  if (end === 'in') return { ...cut, inMs: clamp(toMs, 0, cut.outMs - shortestCutMs) };
  return { ...cut, outMs: clamp(toMs, cut.inMs + shortestCutMs, durationMs) };
}

/** Estimates the size of a cut without re-encoding from the share of the time that it keeps. */
export function cutBytes(bytes: number, { inMs, outMs }: Cut, durationMs: number): number {
  return durationMs <= 0 ? bytes : Math.min(bytes, Math.ceil((bytes * (outMs - inMs)) / durationMs));
}

function clamp(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), Math.max(least, most));
}
