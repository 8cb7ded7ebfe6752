import {
  sourceSeconds,
  type Clip,
  type Item,
  type Picture,
  type Block,
  type Effect,
  type Still,
  type Title,
} from './composition.ts';
import { type FrameIndex, itemsWithin } from './frame-index.ts';
import { coversCanvas } from './place.ts';

/** What is painted at a frame. `opacity` 0..1 with its fades; `seconds`: the moment of the source, or since a still began. */
export type Layer =
  | { readonly kind: 'picture'; readonly item: Picture; readonly opacity: number; readonly seconds: number }
  | { readonly kind: 'title'; readonly item: Title; readonly opacity: number }
  /** `strength` 0..1. */
  | { readonly kind: 'effect'; readonly item: Effect; readonly strength: number }
  | { readonly kind: 'block'; readonly item: Block };

export type PictureLayer = Extract<Layer, { readonly kind: 'picture' }>;

/** More pictures than this in one frame nobody can tell apart. */
const mostLayers = 32;

/** The layers of a frame in paint order, the lowest first, without those that others hide wholly. */
export function layersAt(index: FrameIndex, frame: number): readonly Layer[] {
  const { composition, tracks } = index;
  const layers: Layer[] = [];
  for (let at = tracks.length - 1; at >= 0; at -= 1) {
    const track = tracks[at];
    if (track === undefined) continue;
    for (const item of itemsWithin(track, frame, frame + 1)) {
      const layer = layerOf(item, frame, composition.rate);
      if (layer === null) continue;
      layers.push(layer);
      if (layers.length === mostLayers || hidesAllBelow(layer, index)) return layers.reverse();
    }
  }
  return layers.reverse();
}

function layerOf(item: Item, frame: number, rate: FrameIndex['composition']['rate']): Layer | null {
  switch (item.kind) {
    case 'clip':
      if (!item.hasPicture) return null;
      return { kind: 'picture', item, opacity: opacityAt(item, frame), seconds: sourceSeconds(item, rate, frame) };
    case 'still': {
      const seconds = ((frame - item.start) * rate.denominator) / rate.numerator;
      return { kind: 'picture', item, opacity: opacityAt(item, frame), seconds };
    }
    case 'title':
      return { kind: 'title', item, opacity: opacityAt(item, frame) };
    case 'effect':
      return { kind: 'effect', item, strength: strengthAt(item, frame) };
    case 'block':
      return { kind: 'block', item };
  }
}

/** A fade begins with its whole strength, or ends just before it, as the fades of single pictures do. */
function strengthAt(item: Effect, frame: number): number {
  const { effect, start, end } = item;
  if (effect === 'fade-in') return 1 - (frame - start) / (end - start);
  return effect === 'fade-out' ? (frame - start) / (end - start) : fadeAt(item, frame);
}

function opacityAt(item: Clip | Still | Title, frame: number): number {
  return item.placement.opacity * fadeAt(item, frame);
}

/** The opacity of an item at a frame, 0..1: less within its fades. The first frame of a fade in is black, the last of a fade out not yet. */
export function fadeAt(
  { start, end, fadeIn = 0, fadeOut = 0 }: Pick<Clip | Title | Effect, 'start' | 'end' | 'fadeIn' | 'fadeOut'>,
  frame: number,
): number {
  const rising = fadeIn > 0 ? (frame - start) / fadeIn : 1;
  const falling = fadeOut > 0 ? (end - frame) / fadeOut : 1;
  return Math.max(0, Math.min(1, rising, falling));
}

function hidesAllBelow(layer: Layer, { composition, opaqueSizeOf }: FrameIndex): boolean {
  if (layer.kind !== 'picture' || layer.opacity < 1 || layer.item.kind === 'still') return false;
  const { source, placement } = layer.item;
  const size = source && opaqueSizeOf(source.mediaId);
  return size !== null && coversCanvas(size, composition.canvas, placement);
}
