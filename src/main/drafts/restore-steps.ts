/** How a clip plays: from where in its file, how long on the timeline, how fast (null: as it is, before and after). Times in ms. */
export type ClipPart = { readonly inMs: number; readonly durationMs: number; readonly speed: number | null };

export type Span = { readonly fromMs: number; readonly toMs: number };

/** What lies over or under the clips. */
export type Sort = 'title' | 'music' | 'effect' | 'filter' | 'sticker' | 'overlay';

/** How a title looks. Null: as usual again; not there: nothing is said of it. `at`: from the middle in half canvases, y up. */
export type TitleLook = {
  readonly size?: number | null;
  readonly color?: readonly number[] | null;
  readonly at?: { readonly x: number; readonly y: number } | null;
};

/** How a clip lies on the canvas. `scale` 1: as large as fits; `rotation` in degrees, clockwise; `at` from the middle in half canvases, y up. */
export type ClipFrame = {
  readonly scale: number;
  readonly rotation: number;
  readonly flippedX: boolean;
  readonly flippedY: boolean;
  readonly at: { readonly x: number; readonly y: number };
};

/** Fades in ms, null: none any more. */
export type Piece = {
  readonly sort: Sort;
  readonly name: string;
  readonly span: Span;
  readonly volume?: number;
  readonly fadeInMs?: number | null;
  readonly fadeOutMs?: number | null;
  readonly look?: TitleLook;
};

/**
 * One thing to do so that a video is again what it was. `number` counts the clips of the main track from 1, as they lie when all steps
 * before this one are done.
 */
export type RestoreStep =
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'remove-clips'; readonly numbers: readonly number[] }
  | { readonly kind: 'move-clip'; readonly number: number; readonly to: number }
  | {
      readonly kind: 'put-clip';
      readonly number: number;
      readonly name: string;
      readonly part: ClipPart;
      readonly volume: number | null;
    }
  | { readonly kind: 'clip-part'; readonly number: number; readonly part: ClipPart }
  | { readonly kind: 'clip-start'; readonly number: number; readonly atMs: number }
  | { readonly kind: 'clip-volume'; readonly number: number; readonly volume: number }
  | { readonly kind: 'clip-frame'; readonly number: number; readonly frame: ClipFrame }
  /** From the clip before this one; without a length there is none. */
  | { readonly kind: 'transition'; readonly number: number; readonly name: string; readonly durationMs: number | null }
  /** `span`: where the name alone does not say which one. */
  | { readonly kind: 'remove'; readonly sort: Sort; readonly name: string; readonly span: Span | null }
  | { readonly kind: 'reword'; readonly from: string; readonly to: string }
  | { readonly kind: 'volume'; readonly name: string; readonly volume: number }
  /** Puts the piece where it was, or makes the one that is there like that; an agent may have taken that out with a clip. */
  | { readonly kind: 'put'; readonly piece: Piece; readonly isThere: boolean };
