import type { Composition, Doubt } from '../shared/composition/composition.ts';

/** What the window asks of the worker. Frames are whole ones of the composition. */
export type ToWorker =
  | { readonly kind: 'canvas'; readonly canvas: OffscreenCanvas }
  /** Pixels that the stage has on the screen. */
  | { readonly kind: 'size'; readonly width: number; readonly height: number }
  | { readonly kind: 'composition'; readonly composition: Composition; readonly mediaBase: string }
  | { readonly kind: 'seek'; readonly frame: number }
  /** From this frame on; from where it stands without one. A speed below 0 plays backwards, in silence. */
  | { readonly kind: 'play'; readonly speed: number; readonly from: number | null }
  | { readonly kind: 'pause' }
  /** Where the sound is: `frame` (also between frames) was heard at `epochMs`. Null: there is no sound to go by. */
  | { readonly kind: 'clock'; readonly frame: number; readonly epochMs: number }
  | { readonly kind: 'snapshot'; readonly id: number; readonly frame: number }
  /** What stands in place of a picture that is not to be had: words in the user's language, and by media id what is known of it. */
  | {
      readonly kind: 'words';
      readonly words: TroubleWords;
      readonly thumbnails: ReadonlyMap<string, ImageBitmap>;
    }
  /** Clips that have a proxy by now, and whether those that should have one are still to get it. */
  | { readonly kind: 'proxies'; readonly ready: readonly string[]; readonly pending: readonly string[] }
  /** Try again what could not be had. */
  | { readonly kind: 'retry' };

/**
 * Why a piece of the timeline cannot be seen or heard: on its way, gone, of a kind that cannot be decoded here, or (`no-picture`) heard
 * but not seen.
 */
export type Trouble = 'fetching' | 'gone' | 'not-kept' | 'cannot-decode' | 'no-picture';
export type TroubleWords = Readonly<Record<Trouble, string>>;

export type PlayerState = 'paused' | 'seeking' | 'waiting' | 'playing';

/** A tenth of a second of stereo at `soundRate`, to be heard from this second of the composition on. */
export type SoundBlock = {
  readonly from: number;
  readonly left: Float32Array<ArrayBuffer>;
  readonly right: Float32Array<ArrayBuffer>;
};

/** Frames of one time that it played: from one to another, how many were due, and how many of them were drawn. */
export type Drawn = { readonly from: number; readonly to: number; readonly due: number; readonly drawn: number };

/** What the worker tells the window. */
export type FromWorker =
  | { readonly kind: 'frame'; readonly frame: number; readonly state: PlayerState }
  | { readonly kind: 'sound'; readonly run: number; readonly block: SoundBlock }
  /** All is there: the sound of this run may begin, at this frame. */
  | { readonly kind: 'start'; readonly run: number; readonly frame: number }
  | { readonly kind: 'stop' }
  | { readonly kind: 'snapshot'; readonly id: number; readonly png: ArrayBuffer | null }
  /** By media id; what is well is left out. */
  | { readonly kind: 'troubles'; readonly troubles: ReadonlyMap<string, Trouble> }
  /** Clips that would play better from a proxy, by media id; those that were found slow to draw come first. */
  | { readonly kind: 'heavy'; readonly mediaIds: readonly string[] }
  /** What the files themselves make doubtful, beyond what the composition says. */
  | { readonly kind: 'doubts'; readonly doubts: readonly Doubt[] }
  /** Frames that were due while it played, and those of them that were drawn. */
  | ({ readonly kind: 'drawn' } & Drawn);

export const soundRate = 48_000;
/** Seconds of a block of sound. */
export const blockSeconds = 0.1;
export const noneDrawn: Drawn = { from: 0, to: 0, due: 0, drawn: 0 };

export type Post = (message: FromWorker, transfer?: readonly Transferable[]) => void;
