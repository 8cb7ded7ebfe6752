/** One video in the making, on this computer; its session in the cloud stays in main. Times are epoch ms. */
export type Project = {
  readonly id: string;
  /** Empty until the first message names it. */
  readonly name: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  /** A small JPEG as a data URL, or null before anything was previewed. */
  readonly thumbnail: string | null;
};
