import type { DraftChange, Preview, Timeline } from './timeline.ts';

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
