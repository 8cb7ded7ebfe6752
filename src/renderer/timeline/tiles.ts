import type { PictureWant } from '../../compositor/strips.ts';
import type { Clip, Composition, Item, Still } from '../../shared/composition/composition.ts';
import { rangeOf, runsOf } from './hit.ts';
import type { Lane } from './lanes.ts';
import { toMs, type View } from './view.ts';

/**
 * What a piece of the timeline shows of its file: pictures of a film, one of a still, or the wave of a sound. `inSeconds` of the source
 * stand where the piece begins, `speed` of them pass in a second.
 */
export type StripSource = {
  readonly kind: 'film' | 'still' | 'sound';
  readonly mediaId: string;
  readonly inSeconds: number;
  readonly speed: number;
  /** 0..1: how much of a sound's height its wave takes. */
  readonly loudness: number;
};

/** By the key of the piece (`track:index`). */
export type StripSources = ReadonlyMap<string, StripSource>;

export const noSources: StripSources = new Map();

export function stripSourcesOf({ tracks }: Composition): StripSources {
  const sources = new Map<string, StripSource>();
  for (const items of tracks)
    for (const item of items) {
      const source = stripSourceOf(item);
      if (source !== null && !sources.has(item.segment)) sources.set(item.segment, source);
    }
  return sources;
}

function stripSourceOf(item: Item): StripSource | null {
  if ((item.kind !== 'clip' && item.kind !== 'still') || item.source === null) return null;
  return { mediaId: item.source.mediaId, ...timesOf(item) };
}

function timesOf(item: Clip | Still): Omit<StripSource, 'mediaId'> {
  if (item.kind === 'still') return { kind: 'still', inSeconds: 0, speed: 1, loudness: 1 };
  const { hasPicture, inSeconds, speed, volume } = item;
  // A quiet sound is seen to be quiet, and is seen.
  return {
    kind: hasPicture ? 'film' : 'sound',
    inSeconds,
    speed,
    loudness: Math.min(1, Math.cbrt(Math.max(0, volume))),
  };
}

/** A place for a picture, in px from the left edge of the view; `seconds` of the source are to be seen there. */
type Tile = { readonly x: number; readonly width: number; readonly seconds: number };

/** How wide a picture is at a height, in px; those that are very narrow or wide are cut. `ratio`: width to height, null: not known yet. */
export function tileWidth(ratio: number | null, height: number): number {
  return Math.round(height * Math.min(2.4, Math.max(0.5, ratio ?? 16 / 9)));
}

/** The tiles of a piece of which something lies between 0 and `viewWidth`. `x`: where the piece begins, `width`: how wide it is. */
export function tilesOf(
  { kind, inSeconds, speed }: StripSource,
  box: { readonly x: number; readonly width: number; readonly pxPerMs: number },
  tile: number,
  viewWidth: number,
): readonly Tile[] {
  const perPx = speed / box.pxPerMs / 1000;
  const step = stepOf(tile * perPx);
  const first = Math.max(0, Math.floor(-box.x / tile));
  const end = Math.ceil(Math.min(box.width, viewWidth - box.x) / tile);
  return Array.from({ length: Math.max(0, end - first) }, (_, index) => {
    const offset = (first + index) * tile;
    const seconds = kind === 'still' ? 0 : inSeconds + Math.floor((offset * perPx) / step + 1e-9) * step;
    return { x: box.x + offset, width: tile, seconds: Math.round(seconds * 1000) / 1000 };
  });
}

/** No two pictures lie nearer to each other than this. In seconds. */
const leastStep = 0.125;

/**
 * The step of zoom, in seconds between two pictures: a power of two, at most as long as a tile. So a step's pictures are there for all zooms
 * up to the next one, and half of them for that one too.
 */
export function stepOf(tileSeconds: number): number {
  return Math.max(leastStep, 2 ** Math.floor(Math.log2(Math.max(tileSeconds, leastStep))));
}

/** Loudest values of a sound, 0..1, so many in a second of it. */
export type Peaks = { readonly values: Float32Array; readonly perSecond: number };

/** How many values are looked at for a bar, at most. */
const mostLooked = 12;

/** The loudest value between two seconds of a sound, 0..1; 0 where it has nothing. */
export function peakBetween({ values, perSecond }: Peaks, from: number, to: number): number {
  if (to <= 0) return 0;
  const first = Math.max(0, Math.floor(from * perSecond));
  const end = Math.min(values.length, Math.max(first + 1, Math.ceil(to * perSecond)));
  const stride = Math.max(1, Math.floor((end - first) / mostLooked));
  let peak = 0;
  for (let index = first; index < end; index += stride) peak = Math.max(peak, values[index] ?? 0);
  return peak;
}

/** Narrower than this a piece shows no pictures. In px. */
export const leastPictured = 24;

/** What is to be made for what is in sight: pictures from the left to the right of each lane, and sounds. */
export function wantsIn(
  lanes: readonly Lane[],
  view: View,
  sources: StripSources,
  ratioOf: (mediaId: string) => number | null,
): { readonly pictures: readonly PictureWant[]; readonly waves: readonly string[] } {
  const pictures: PictureWant[] = [];
  const waves = new Set<string>();
  if (sources.size === 0) return { pictures, waves: [] };
  for (const lane of lanes) {
    const runs = runsOf(lane, rangeOf(lane, view.fromMs, toMs(view)), view.pxPerMs, view.fromMs);
    for (const { first, last, x, width } of runs) {
      const source = sources.get(lane.pieces[first]?.key ?? '');
      if (source === undefined || first !== last || width < leastPictured) continue;
      if (source.kind === 'sound') waves.add(source.mediaId);
      else {
        const tile = tileWidth(ratioOf(source.mediaId), lane.height);
        for (const { seconds } of tilesOf(source, { x, width, pxPerMs: view.pxPerMs }, tile, view.width))
          pictures.push({ mediaId: source.mediaId, seconds });
      }
    }
  }
  return { pictures, waves: [...waves] };
}
