import fc from 'fast-check';
import type { Segment, Timeline, TrackKind } from '../../../../src/shared/domain/timeline.ts';

export function segment(startMs: number, durationMs: number, more: Partial<Segment> = {}): Segment {
  return { name: `at ${startMs}`, startMs, durationMs, text: null, volume: null, ...more };
}

export function cut(...tracks: readonly (readonly [TrackKind, readonly Segment[]])[]): Timeline {
  const durationMs = Math.max(0, ...tracks.flatMap(([, all]) => all.map((one) => one.startMs + one.durationMs)));
  return {
    version: 1,
    durationMs,
    summary: '',
    tracks: tracks.map(([kind, segments]) => ({ kind, segments })),
  };
}

/** Whatever a draft may hold: pieces over each other, of no length, in any order. */
export const anySegments = fc.array(
  fc.tuple(fc.nat(60_000), fc.nat(8_000)).map(([startMs, durationMs]) => segment(startMs, durationMs)),
  { minLength: 1, maxLength: 60 },
);
