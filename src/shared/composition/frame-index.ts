import type { Composition, Item } from './composition.ts';
import type { Size } from './place.ts';

/** A track sorted by start, with the latest end so far: a look-up at a frame need not go through all of it. */
type TrackIndex = { readonly items: readonly Item[]; readonly latestEnds: Float64Array };

/** The size of a film's pictures as shown, in pixels, once it is known, and known that nothing shows through them; by media id. */
type OpaqueSizeOf = (mediaId: string) => Size | null;

export type FrameIndex = {
  readonly composition: Composition;
  readonly tracks: readonly TrackIndex[];
  readonly opaqueSizeOf: OpaqueSizeOf;
};

export function indexOf(composition: Composition, opaqueSizeOf: OpaqueSizeOf = () => null): FrameIndex {
  return { composition, tracks: composition.tracks.map(indexTrack), opaqueSizeOf };
}

function indexTrack(track: readonly Item[]): TrackIndex {
  const items = track.toSorted((a, b) => a.start - b.start);
  const latestEnds = new Float64Array(items.length);
  let latest = 0;
  for (const [at, { end }] of items.entries()) latestEnds[at] = latest = Math.max(latest, end);
  return { items, latestEnds };
}

/** The items of a track that stand somewhere in frames `from` to `to` (not included), the last to start first. */
export function* itemsWithin({ items, latestEnds }: TrackIndex, from: number, to: number): Generator<Item> {
  for (let at = startedBefore(items, to) - 1; at >= 0 && (latestEnds[at] ?? 0) > from; at -= 1) {
    const item = items[at];
    if (item !== undefined && item.end > from) yield item;
  }
}

/** How many of the items, which are sorted by start, start before this frame. */
export function startedBefore(items: readonly Item[], frame: number): number {
  let [low, high] = [0, items.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((items[middle]?.start ?? Infinity) < frame) low = middle + 1;
    else high = middle;
  }
  return low;
}
