import type { Failure } from './failure.ts';
import type { DecisionReason } from './needs-decision.ts';
import type { MediaKind } from './upload.ts';

/** What is known of a file in a list to tick. `offer`: not to be sent as it is, but something can be made of it. */
export type ImportCheck =
  | { readonly state: 'checking' }
  | { readonly state: 'usable' }
  | { readonly state: 'offer'; readonly reason: DecisionReason }
  | { readonly state: 'refused'; readonly failure: Failure };

/** A file found in what was dropped or chosen; `id` counts up from 0, in the order of the list. */
export type ImportRow = {
  readonly id: number;
  readonly name: string;
  /** Below what was dropped, with `/` between the names; empty for a file dropped by itself. */
  readonly folder: string;
  readonly bytes: number;
  /** By content once it was checked, by name before. */
  readonly kind: MediaKind | null;
  readonly check: ImportCheck;
};

/** What the walk left out. */
export type ImportSkips = {
  readonly hidden: number;
  /** Folders and files that could not be read. */
  readonly unreadable: number;
  /** Pipes, devices and the like. */
  readonly special: number;
};

/** Many files, or folders, of which the user ticks what to attach. */
export type ImportReviewHead = {
  readonly id: string;
  readonly projectId: string;
  /** `reading`: folders are still being walked, or files checked. */
  readonly state: 'reading' | 'ready';
  readonly skips: ImportSkips;
  /** There were more files than a list takes; the list leaves out those beyond. */
  readonly capped: boolean;
};

export type ImportReview = ImportReviewHead & { readonly rows: readonly ImportRow[] };

/** Most files in one list. */
export const maxImportRows = 10_000;
