import type { Segment, Track, TrackKind } from '../../shared/domain/timeline.ts';

/** What is drawn on a lane: one segment, or as many as are too many to be told apart where they lie. */
export type Bar = {
  readonly startMs: number;
  readonly endMs: number;
  readonly count: number;
  /** The first of them. */
  readonly segment: Segment;
};

/** A lane of so many segments shows each of them. */
const mostApart = 200;
/** A longer one is parted into so many places, and where more than two begin in one, they are one bar. */
const places = 150;

/** The bars of a lane, in the order of time where there are many. Their number does not grow with that of the segments. */
export function barsOf(segments: readonly Segment[], durationMs: number): readonly Bar[] {
  if (segments.length <= mostApart) return segments.map(alone);
  const groups = new Map<number, Segment[]>();
  for (const segment of segments) {
    const place = Math.min(places - 1, Math.floor((segment.startMs / Math.max(1, durationMs)) * places));
    const group = groups.get(place);
    if (group) group.push(segment);
    else groups.set(place, [segment]);
  }
  return [...groups.keys()]
    .toSorted((a, b) => a - b)
    .flatMap((place) => {
      const group = groups.get(place) ?? [];
      return group.length > 2 ? [together(group)] : group.map(alone);
    });
}

function alone(segment: Segment): Bar {
  const { startMs, durationMs } = segment;
  return { startMs, endMs: startMs + durationMs, count: 1, segment };
}

function together(group: readonly Segment[]): Bar {
  const bars = group.map(alone);
  const first = bars.reduce((one, other) => (other.startMs < one.startMs ? other : one));
  const endMs = bars.reduce((latest, bar) => Math.max(latest, bar.endMs), 0);
  return { ...first, endMs, count: group.length };
}

const layers: Readonly<Record<TrackKind, number>> = { text: 0, video: 1, other: 2, audio: 3 };

/** Tracks as they lie over each other: titles on top, then the picture, sound at the bottom. */
export function inLayers(tracks: readonly Track[]): readonly Track[] {
  return [...tracks].sort((a, b) => layers[a.kind] - layers[b.kind]);
}

const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600] as const;

/** Seconds at which a ruler carries numbers: round ones from 0, at most `most` of them, none so near the end that it would cover it. */
export function rulerTicks(durationSeconds: number, most: number): readonly number[] {
  if (durationSeconds <= 0) return [];
  const step = steps.find((candidate) => durationSeconds / candidate <= most) ?? durationSeconds / most;
  const count = Math.floor(durationSeconds / step) + 1;
  return Array.from({ length: count }, (_, index) => index * step).filter(
    (tick) => tick === 0 || tick <= durationSeconds - step * 0.4,
  );
}
