/** What a track holds. `other` stands for track types that the wire contract does not name. */
export type TrackKind = 'video' | 'audio' | 'text' | 'other';

/**
 * One piece on a track. Times in ms; `volume` 0..2 (1: as it is), null where the draft does not say. `source`: which part of its file it
 * shows, `speed`: how fast (1: as it is), both only where the draft says so.
 */
export type Segment = {
  readonly name: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly text: string | null;
  readonly volume: number | null;
  readonly source?: { readonly inMs: number; readonly outMs: number | null };
  readonly speed?: number;
};

/** What an `other` track holds, where the draft tells; else it is called effects. */
export type TrackRole = 'transition' | 'sticker' | 'filter';

export type Track = {
  readonly kind: TrackKind;
  readonly role?: TrackRole;
  readonly segments: readonly Segment[];
};

/**
 * The cut as people see it. `version` counts the drafts that this project has had, from 1. `summary` is the line of the
 * wire contract ("Timeline (3 tracks): 1. Video: …").
 */
export type Timeline = {
  readonly version: number;
  readonly durationMs: number;
  readonly tracks: readonly Track[];
  readonly summary: string;
};

/**
 * Where what was changed stands: the segment as the later draft lists it (`track:index`), or for a removed one the earlier draft. Changes
 * that were kept before this was told have none.
 */
type Place = { readonly at?: { readonly segment: string; readonly startMs: number; readonly endMs: number } };

/** One difference between two drafts, in terms a person uses. Times in ms, volumes 0..2. */
export type DraftChange = Place &
  (
    | {
        readonly kind: 'added';
        readonly track: TrackKind;
        readonly name: string;
        readonly startMs: number;
        readonly endMs: number;
        readonly volume: number | null;
      }
    | { readonly kind: 'removed'; readonly track: TrackKind; readonly name: string }
    /** Its look, its fades, its speed or the part of its file: what none of the others tells. */
    | { readonly kind: 'restyled'; readonly track: TrackKind; readonly name: string }
    | {
        readonly kind: 'trimmed';
        readonly track: TrackKind;
        readonly name: string;
        readonly fromMs: number;
        readonly toMs: number;
      }
    | {
        readonly kind: 'moved';
        readonly track: TrackKind;
        readonly name: string;
        readonly fromMs: number;
        readonly toMs: number;
      }
    | {
        readonly kind: 'volume';
        readonly track: TrackKind;
        readonly name: string;
        readonly from: number | null;
        readonly to: number | null;
      }
    | { readonly kind: 'renamed'; readonly track: TrackKind; readonly from: string; readonly to: string }
  );

/** Something to play, named by an opaque id that only main can resolve. */
export type Preview = {
  readonly mediaId: string;
  readonly name: string;
};

/**
 * One version of a project's cut, as a list shows it. `at`: epoch ms; null for one that was kept before times were. `message`: the
 * beginning of what the user had said; null where the version came by itself, or the message is gone. `changes`: the first few;
 * `more` counts the others.
 */
export type VersionNote = {
  readonly version: number;
  readonly at: number | null;
  readonly turnId: string | null;
  readonly message: string | null;
  readonly changes: readonly DraftChange[];
  readonly more: number;
};

/** Versions, newest first. */
export type VersionPage = { readonly versions: readonly VersionNote[]; readonly hasEarlier: boolean };

/** A version to look at: its tracks, and its clips in the order in which they play. */
export type PastVersion = {
  readonly projectId: string;
  readonly at: number | null;
  readonly timeline: Timeline;
  readonly clips: readonly Preview[];
};
