/** One video in the making, on this computer; its session in the cloud stays in main. Times are epoch ms. */
export type Project = {
  readonly id: string;
  /** Empty until the first message names it. */
  readonly name: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly pinned: boolean;
  readonly archived: boolean;
  /** Turns that ended while the user did not look at the project. */
  readonly unread: number;
  /** A small JPEG as a data URL, or null before anything was previewed. */
  readonly thumbnail: string | null;
};

/** How long a deleted project can be brought back, in ms. */
export const undoDeleteMs = 10_000;

/** Where a search found its words. `turnId` is null for a hit in the project's name. */
export type SearchHit = {
  readonly projectId: string;
  readonly turnId: string | null;
  /** The text around the hit; every second piece, from index 1 on, is what was searched for. */
  readonly pieces: readonly string[];
  /** Epoch ms. */
  readonly at: number;
};
