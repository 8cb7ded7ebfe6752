import { assertNever } from '../../shared/assert-never.ts';

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

/** One change that the agent can make. */
export type Edit =
  | { readonly kind: 'place-clips'; readonly clips: readonly Clip[] }
  | { readonly kind: 'set-title'; readonly text: string }
  | { readonly kind: 'set-music'; readonly name: string; readonly url: string }
  | { readonly kind: 'add-effect'; readonly name: string }
  | { readonly kind: 'remove'; readonly what: TrackKind }
  /** `scale` multiplies the volume there is, `level` (0 to 1) sets it. */
  | { readonly kind: 'volume'; readonly of: 'audio' | 'video'; readonly level?: number; readonly scale?: number }
  | { readonly kind: 'trim'; readonly durationMs: number };

export interface Clip {
  readonly name: string;
  readonly url: string;
  readonly durationMs: number;
}

const TITLE_MS = 3000;
const MUSIC_VOLUME = 0.35;

/** The cut after one edit; unchanged where there is nothing to do it to. */
export function applyEdit(cut: Cut, edit: Edit): Cut {
  switch (edit.kind) {
    case 'place-clips':
      return edit.clips.reduce(appendClip, cut);
    case 'set-title':
      return withSegments(cut, 'text', [
        segment({ name: 'title', text: edit.text, durationMs: Math.min(TITLE_MS, pictureLength(cut) || TITLE_MS) }),
      ]);
    case 'set-music':
      return withSegments(cut, 'audio', [
        segment({
          name: edit.name,
          url: edit.url,
          durationMs: pictureLength(cut) || 10_000,
          volume: trackOf(cut, 'audio')?.segments[0]?.volume ?? MUSIC_VOLUME,
        }),
      ]);
    case 'add-effect':
      return withSegments(cut, 'effect', [
        segment({ name: edit.name, durationMs: Math.min(1000, pictureLength(cut)) }),
      ]);
    case 'remove':
      return removeFrom(cut, edit.what);
    case 'volume':
      return mapSegments(cut, edit.of, (part) => ({ ...part, volume: newVolume(part.volume ?? 1, edit) }));
    case 'trim':
      return trim(cut, edit.durationMs);
    default:
      return assertNever(edit);
  }
}

export function applyEdits(cut: Cut, edits: readonly Edit[]): Cut {
  return edits.reduce(applyEdit, cut);
}

/** A new clip goes behind the last one, and the music under it grows along. */
function appendClip(cut: Cut, clip: Clip): Cut {
  const segments = trackOf(cut, 'video')?.segments ?? [];
  const added = segment({ ...clip, startMs: pictureLength(cut), volume: 1 });
  const longer = withSegments(cut, 'video', [...segments, added]);
  return mapSegments(longer, 'audio', (part) => ({ ...part, durationMs: pictureLength(longer) - part.startMs }));
}

/** Of the picture only the last clip goes; any other track goes as a whole. */
function removeFrom(cut: Cut, what: TrackKind): Cut {
  if (what !== 'video') return withSegments(cut, what, []);
  const shorter = withSegments(cut, 'video', (trackOf(cut, 'video')?.segments ?? []).slice(0, -1));
  return pictureLength(shorter) > 0 ? trim(shorter, pictureLength(shorter)) : shorter;
}

function newVolume(old: number, edit: { readonly level?: number; readonly scale?: number }): number {
  const wanted = edit.level ?? old * (edit.scale ?? 1);
  return Math.round(Math.min(1, Math.max(0, wanted)) * 100) / 100;
}

function trim(cut: Cut, durationMs: number): Cut {
  const tracks = cut.tracks.map((track) => ({
    ...track,
    segments: track.segments
      .filter((part) => part.startMs < durationMs)
      .map((part) => ({ ...part, durationMs: Math.min(part.durationMs, durationMs - part.startMs) })),
  }));
  return { tracks: tracks.filter((track) => track.segments.length > 0) };
}

function mapSegments(cut: Cut, kind: TrackKind, change: (part: Segment) => Segment): Cut {
  return {
    tracks: cut.tracks.map((track) =>
      track.kind === kind ? { ...track, segments: track.segments.map(change) } : track,
    ),
  };
}

function segment(parts: Partial<Segment> & Pick<Segment, 'name' | 'durationMs'>): Segment {
  return { startMs: 0, inMs: 0, url: null, text: null, volume: null, ...parts };
}
