import type { MediaKind } from './upload.ts';

/** A file of a project: one that the user brought (`own`), or one that came with the video (`made`). */
export type ProjectMediaItem = {
  /** Plays it through the media scheme, which fetches it first where it is not here. Lasts for one run of the app. */
  readonly mediaId: string;
  /** Under which what is known of it comes as `media-info`; null for what is not on this computer. */
  readonly infoId: string | null;
  readonly kind: MediaKind;
  readonly origin: 'own' | 'made';
  readonly name: string;
  /** 0 where it is not known. */
  readonly bytes: number;
  /** Whether it lies on this computer: only then can it be dragged out. */
  readonly here: boolean;
};
