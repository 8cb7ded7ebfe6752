/**
 * The cut as the demo cloud keeps it: one clear form, whatever spelling its drafts use on the wire. All times are milliseconds,
 * volumes 0 to 1.
 */
export interface Cut {
  readonly tracks: readonly Track[];
}

export type TrackKind = 'video' | 'audio' | 'text' | 'effect';

export interface Track {
  readonly kind: TrackKind;
  readonly segments: readonly Segment[];
}

export interface Segment {
  readonly name: string;
  readonly startMs: number;
  readonly durationMs: number;
  /** Where the picture or sound begins inside its file. */
  readonly inMs: number;
  readonly url: string | null;
  readonly text: string | null;
  readonly volume: number | null;
}

export const emptyCut: Cut = { tracks: [] };

export function trackOf(cut: Cut, kind: TrackKind): Track | undefined {
  return cut.tracks.find((track) => track.kind === kind);
}

/** The end of the last segment. */
export function lengthOf(cut: Cut): number {
  return Math.max(0, ...cut.tracks.flatMap((track) => track.segments.map((part) => part.startMs + part.durationMs)));
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
  return { tracks: tracks.filter((other) => other.segments.length > 0) };
}
