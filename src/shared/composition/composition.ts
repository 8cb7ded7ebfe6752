import type { Placement } from './place.ts';
import type { Rate } from './rate.ts';
import type { TitleStyle } from './title-style.ts';

/** Media that main serves under this id. How large its pictures are, and whether one sees through them, its file alone tells. */
export type Source = { readonly mediaId: string };

/**
 * Where an item stands: whole frames of the composition's rate, `end` not included. `id` is unique in its composition; `segment` tells
 * which piece of the timeline it is (`track:index`, as the timeline lists them).
 */
type Span = {
  readonly id: string;
  readonly segment: string;
  readonly name: string;
  readonly start: number;
  readonly end: number;
};

/** `volume` 0..2 (1: as it is). Fades in frames; they reach into the item from its ends. */
type Loudness = { readonly volume: number; readonly fadeIn: number; readonly fadeOut: number };

/** A moving picture with its sound, or (`hasPicture` false) a sound alone. `inSeconds` of the source is heard and seen at `start`. */
export type Clip = Span &
  Loudness & {
    readonly kind: 'clip';
    readonly hasPicture: boolean;
    readonly source: Source | null;
    readonly inSeconds: number;
    /** 1: as fast as it is. */
    readonly speed: number;
    readonly placement: Placement;
    /** How long its sound falls while the next clip comes up over its picture. In frames. */
    readonly soundFadeOut?: number;
  };

/** A picture that stands still, or moves by itself (GIF, WebP, APNG) and then begins again. */
export type Still = Span & {
  readonly kind: 'still';
  readonly source: Source | null;
  readonly fadeIn: number;
  readonly fadeOut: number;
  readonly placement: Placement;
};

export type Title = Span & {
  readonly kind: 'title';
  readonly text: string;
  readonly style: TitleStyle;
  readonly placement: Placement;
  /** Frames; a title without them stands at once. */
  readonly fadeIn?: number;
  readonly fadeOut?: number;
};

/** What is done to all pictures below: how they are coloured, or how they come out of black and go into it. */
export type Effect = Span & {
  readonly kind: 'effect';
  readonly effect: EffectKind;
  /** Frames in which a colour comes and goes with the clip that it belongs to. */
  readonly fadeIn?: number;
  readonly fadeOut?: number;
};
export type EffectKind = 'warm' | 'cold' | 'mono' | 'fade-in' | 'fade-out';

/** Something in the draft that nobody here can draw: an effect, a sticker. */
export type Block = Span & { readonly kind: 'block' };

export type Item = Clip | Still | Title | Effect | Block;
export type Picture = Clip | Still;

/** Where the preview may differ from the export. */
export type Doubt =
  | 'font'
  | 'unknown-track'
  | 'no-size'
  | 'title-place'
  | 'too-long'
  | 'shorter-than-segment'
  | 'ends-early'
  | 'sound-ends-early'
  | 'damaged'
  | 'hdr';

/**
 * A draft as frames and sound. `tracks` lie in the order in which they are painted, the lowest first; titles lie above pictures.
 * Within a track, what starts later lies above. `frames` is how many there are: the last one is `frames - 1`.
 */
export type Composition = {
  readonly canvas: { readonly width: number; readonly height: number };
  readonly rate: Rate;
  readonly frames: number;
  readonly tracks: readonly (readonly Item[])[];
  readonly doubts: readonly Doubt[];
};

/** The player plays no more than this: a day. */
export const mostSeconds = 24 * 3600;

/** The second of the source that is seen at a frame within the clip. */
export function sourceSeconds(
  { inSeconds, speed, start }: Clip,
  { numerator, denominator }: Rate,
  frame: number,
): number {
  // A cross-fade may begin before its source does: then its first picture stands.
  return Math.max(0, inSeconds + ((frame - start) * denominator * speed) / numerator);
}

/** All that is seen or heard somewhere, what begins first first. */
export function mediaIdsOf({ tracks }: Composition): ReadonlySet<string> {
  const items = tracks.flat().toSorted((a, b) => a.start - b.start);
  return new Set(items.flatMap((item) => ('source' in item && item.source ? [item.source.mediaId] : [])));
}
