import type { Segment, Timeline, Track, TrackKind, TrackRole } from '../../shared/domain/timeline.ts';

/** A segment where it lies. `number` counts the segments of its track from 1, in the order in which they begin. */
export type Piece = {
  /** `track:index`, as the draft lists them. */
  readonly key: string;
  readonly number: number;
  readonly startMs: number;
  readonly endMs: number;
  readonly segment: Segment;
  /** Of its lane, counted from 0: what stands at the same time lies in rows. */
  readonly row: number;
};

/** A track as it is drawn. Its pieces lie by start; `latestEnds[i]` is where the latest of the first `i + 1` ends. */
export type Lane = {
  readonly kind: TrackKind;
  /** What it is called. */
  readonly sort: TrackKind | TrackRole;
  /** Counts the tracks that are called so from 1; 0 where there is only one. */
  readonly ofKind: number;
  readonly top: number;
  /** Of all its rows. */
  readonly height: number;
  readonly rowHeight: number;
  readonly pieces: readonly Piece[];
  readonly latestEnds: Float64Array;
};

export const rulerHeight = 24;
const gap = 6;
const heights: Readonly<Record<TrackKind, number>> = { text: 24, video: 44, audio: 28, other: 24 };
const layers: Readonly<Record<TrackKind, number>> = { text: 0, video: 1, other: 2, audio: 3 };

/** Of a picture that overlaps the next one only the end is hidden; a title may be hidden whole. */
const inRows: ReadonlySet<TrackKind> = new Set(['text', 'other']);
/** Further ones lie over each other. */
const mostRows = 4;
const rowGap = 2;

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
    const rowHeight = heights[kind];
    const height = rowTop({ rowHeight }, lastRow(pieces)) + rowHeight;
    const isOnly = listed.filter((other) => sortOf(other.track) === sort).length === 1;
    lanes.push({
      kind,
      sort,
      ofKind: isOnly ? 0 : count,
      top,
      height,
      rowHeight,
      pieces,
      latestEnds: latestEndsOf(pieces),
    });
    top += height + gap;
  }
  return { lanes, height: top, durationMs, more: listed.length - lanes.length, edges: edgesOf(lanes, durationMs) };
}

function sortOf({ kind, role }: Track): Lane['sort'] {
  return role ?? kind;
}

/** From the lane's top, px. */
export function rowTop({ rowHeight }: Pick<Lane, 'rowHeight'>, row: number): number {
  return row * (rowHeight + rowGap);
}

function piecesOf({ kind, segments }: Track, track: number): readonly Piece[] {
  const rowOf = createRows(inRows.has(kind) ? mostRows : 1);
  return segments
    .map((segment, index) => ({ segment, key: `${track}:${index}` }))
    .toSorted((a, b) => a.segment.startMs - b.segment.startMs)
    .map(({ segment, key }, index) => ({
      key,
      number: index + 1,
      startMs: segment.startMs,
      endMs: segment.startMs + segment.durationMs,
      segment,
      row: rowOf(segment),
    }));
}

function lastRow(pieces: readonly Piece[]): number {
  return pieces.reduce((last, { row }) => Math.max(last, row), 0);
}

/** Gives each the first row that is free; the last one where none is. */
function createRows(most: number): (segment: Segment) => number {
  const ends: number[] = [];
  return ({ startMs, durationMs }) => {
    const free = ends.findIndex((end) => end <= startMs);
    const row = free === -1 ? Math.min(ends.length, most - 1) : free;
    ends[row] = Math.max(ends[row] ?? 0, startMs + durationMs);
    return row;
  };
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
