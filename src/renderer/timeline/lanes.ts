import type { Segment, Timeline, Track, TrackKind, TrackRole } from '../../shared/domain/timeline.ts';

/** A segment where it lies. `number` counts the segments of its track from 1, in the order in which they begin. */
export type Piece = {
  /** `track:index`, as the draft lists them. */
  readonly key: string;
  readonly number: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly segment: Segment;
};

/** A track as it is drawn. Its pieces lie by start; `latestEnds[i]` is where the latest of the first `i + 1` ends. */
export type Lane = {
  readonly kind: TrackKind;
  /** What it is called. */
  readonly sort: TrackKind | TrackRole;
  /** Counts the tracks that are called so from 1; 0 where there is only one. */
  readonly ofKind: number;
  readonly top: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
  readonly latestEnds: Float64Array;
};

export const rulerHeight = 24;
const gap = 6;
const heights: Readonly<Record<TrackKind, number>> = { text: 24, video: 44, audio: 28, other: 24 };
const layers: Readonly<Record<TrackKind, number>> = { text: 0, video: 1, other: 2, audio: 3 };

/** As many lanes as anybody looks through. */
const mostLanes = 40;

export type Lanes = {
  readonly lanes: readonly Lane[];
  readonly height: number;
  readonly durationMs: number;
  /** Tracks that are not drawn. */
  readonly more: number;
  /** Where pieces begin and end, in order: the pointer snaps to these. */
  readonly edges: Float64Array;
};

/** Tracks as they lie over each other: titles on top, then the picture, sound at the bottom. `empty`: kinds that get a lane in any case. */
export function lanesOf({ tracks, durationMs }: Timeline, empty: readonly TrackKind[] = []): Lanes {
  const listed: readonly { readonly track: Track; readonly at: number }[] = [
    ...tracks.map((track, at) => ({ track, at })),
    ...empty
      .filter((kind) => !tracks.some((track) => track.kind === kind))
      .map((kind) => ({ track: { kind, segments: [] }, at: -1 })),
  ].toSorted((a, b) => layers[a.track.kind] - layers[b.track.kind]);
  const counts = new Map<Lane['sort'], number>();
  const lanes: Lane[] = [];
  let top = gap;
  for (const { track, at } of listed.slice(0, mostLanes)) {
    const { kind } = track;
    const sort = sortOf(track);
    const count = (counts.get(sort) ?? 0) + 1;
    counts.set(sort, count);
    const pieces = piecesOf(track, at);
    const isOnly = listed.filter((other) => sortOf(other.track) === sort).length === 1;
    lanes.push({
      kind,
      sort,
      ofKind: isOnly ? 0 : count,
      top,
      height: heights[kind],
      pieces,
      latestEnds: latestEndsOf(pieces),
    });
    top += heights[kind] + gap;
  }
  return { lanes, height: top, durationMs, more: listed.length - lanes.length, edges: edgesOf(lanes, durationMs) };
}

function sortOf({ kind, role }: Track): Lane['sort'] {
  return role ?? kind;
}

function piecesOf({ segments }: Track, track: number): readonly Piece[] {
  return segments
    .map((segment, index) => ({ segment, key: `${track}:${index}` }))
    .toSorted((a, b) => a.segment.startMs - b.segment.startMs)
    .map(({ segment, key }, index) => ({
      key,
      number: index + 1,
      startMs: segment.startMs,
      endMs: segment.startMs + segment.durationMs,
      segment,
    }));
}

function latestEndsOf(pieces: readonly Piece[]): Float64Array {
  const ends = new Float64Array(pieces.length);
  let latest = 0;
  for (const [index, { endMs }] of pieces.entries()) {
    latest = Math.max(latest, endMs);
    ends[index] = latest;
  }
  return ends;
}

function edgesOf(lanes: readonly Lane[], durationMs: number): Float64Array {
  const edges = lanes.flatMap(({ pieces }) => pieces.flatMap(({ startMs, endMs }) => [startMs, endMs]));
  return Float64Array.from([0, durationMs, ...edges]).sort();
}
