import type { Ratio } from '../../shared/scene/scene.ts';

/**
 * The cut as the demo cloud keeps it: one clear form, whatever spelling its drafts use on the wire. Plain JSON. All times are
 * milliseconds, volumes 0 to 1.
 */
export interface Cut {
  readonly tracks: readonly Track[];
  readonly ratio: Ratio;
  /** Segments made so far: each gets an id of its own, by which it is the same one in later drafts. */
  readonly made: number;
}

/** `filter` and `transition` follow from what the clips say (`layout.ts`). */
export type TrackKind = 'video' | 'audio' | 'text' | 'effect' | 'filter' | 'transition';

interface Track {
  readonly kind: TrackKind;
  readonly segments: readonly Segment[];
}

const grades = ['warm', 'cold', 'mono'] as const;
export type Grade = (typeof grades)[number];

export interface Segment {
  readonly id: number;
  readonly name: string;
  readonly startMs: number;
  /** On the timeline: at double speed a second shows two of the source. */
  readonly durationMs: number;
  /** Where the picture or sound begins inside its file. */
  readonly inMs: number;
  readonly url: string | null;
  readonly text: string | null;
  readonly volume: number | null;
  readonly speed: number;
  readonly fadeInMs: number;
  readonly fadeOutMs: number;
  readonly grade: Grade | null;
  /** How long the picture before it is still seen under its beginning. */
  readonly crossFadeMs: number;
  readonly style: TitleStyle;
  /** How the picture lies on the canvas; what an older version has remembered has none. */
  readonly framing?: Framing;
  /** What it was made from; null for what was uploaded. */
  readonly prompt: string | null;
}

/** Only what somebody asked for. `x`, `y` from the middle in half canvases, y up; `size` 15 is usual; colour 0..1. */
export interface TitleStyle {
  readonly x?: number;
  readonly y?: number;
  readonly size?: number;
  readonly color?: readonly [number, number, number];
}

/** Only what somebody asked for. `scale` 1: as large as fits; `rotation` in degrees, clockwise. `x`, `y` as of a title. */
export interface Framing {
  readonly scale?: number;
  readonly rotation?: number;
  readonly flippedX?: boolean;
  readonly flippedY?: boolean;
  readonly x?: number;
  readonly y?: number;
}

/** A picture or sound to be placed. */
export interface Clip {
  readonly name: string;
  readonly url: string;
  readonly durationMs: number;
  readonly prompt?: string;
}

export const emptyCut: Cut = { tracks: [], ratio: '16:9', made: 0 };

export function trackOf(cut: Cut, kind: TrackKind): Track | undefined {
  return cut.tracks.find((track) => track.kind === kind);
}

export function segmentsOf(cut: Cut, kind: TrackKind): readonly Segment[] {
  return trackOf(cut, kind)?.segments ?? [];
}

export function endOf({ startMs, durationMs }: Segment): number {
  return startMs + durationMs;
}

/** The end of the last segment. */
export function lengthOf(cut: Pick<Cut, 'tracks'>): number {
  return Math.max(0, ...cut.tracks.flatMap((track) => track.segments.map(endOf)));
}

/** The end of the picture: what music is laid under. */
export function pictureLength(cut: Cut): number {
  return lengthOf({ tracks: cut.tracks.filter((track) => track.kind === 'video') });
}

/** Replaces a kind's segments; an empty list removes the track, a new kind goes to the end. */
export function withSegments(cut: Cut, kind: TrackKind, segments: readonly Segment[]): Cut {
  const track: Track = { kind, segments };
  const known = trackOf(cut, kind) !== undefined;
  const tracks = known ? cut.tracks.map((other) => (other.kind === kind ? track : other)) : [...cut.tracks, track];
  return { ...cut, tracks: tracks.filter((other) => other.segments.length > 0) };
}

/** A new segment at the end of its kind; `style` and all else as usual unless told. */
export function newSegment(id: number, parts: Partial<Segment> & Pick<Segment, 'name' | 'durationMs'>): Segment {
  return {
    startMs: 0,
    inMs: 0,
    url: null,
    text: null,
    volume: null,
    speed: 1,
    fadeInMs: 0,
    fadeOutMs: 0,
    grade: null,
    crossFadeMs: 0,
    style: {},
    prompt: null,
    ...parts,
    id,
  };
}

/** Which segments of a kind an edit means: by their numbers from 1 as people count, from the front or the back, or all. */
export type Which = 'all' | 'first' | 'last' | readonly number[];

/** The indices that are meant, in order, without those that are not there. */
export function indicesOf(which: Which, count: number): readonly number[] {
  if (count === 0) return [];
  if (which === 'all') return Array.from({ length: count }, (_, index) => index);
  if (which === 'first') return [0];
  if (which === 'last') return [count - 1];
  return [...new Set(which)]
    .map((number) => number - 1)
    .filter((index) => index >= 0 && index < count)
    .toSorted((a, b) => a - b);
}
