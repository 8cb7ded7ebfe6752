import type { Clip, Picture } from './composition.ts';
import { layersAt } from './frame.ts';
import { type FrameIndex, itemsWithin } from './frame-index.ts';

/** What is to be seen soon, and the second of its source from which; of a still any will do. */
type Wanted = { readonly item: Picture; readonly seconds: number };

/** Half a second at 30 frames: opened this far ahead, a cut does not stall (measured). */
const lookAhead = 15;

/** The pictures that show at a frame, then those that show soon, the most urgent first. What others hide wholly is none of them. */
export function wantedAt(index: FrameIndex, frame: number, ahead = lookAhead): readonly Wanted[] {
  const wanted = new Map<Picture, Wanted>();
  for (const moment of momentsWithin(index, frame, frame + ahead))
    for (const layer of layersAt(index, moment)) {
      if (layer.kind !== 'picture' || layer.item.source === null || wanted.has(layer.item)) continue;
      wanted.set(layer.item, { item: layer.item, seconds: layer.seconds });
    }
  return [...wanted.values()];
}

/** The first frame, and those up to the last one from which on something else may show. */
function momentsWithin({ tracks }: FrameIndex, first: number, last: number): readonly number[] {
  const moments = new Set([first]);
  for (const track of tracks)
    for (const item of itemsWithin(track, first, last + 1)) {
      const fadeOut = 'fadeOut' in item && item.fadeOut > 0 ? item.end - item.fadeOut + 1 : item.end;
      for (const moment of [item.start, fadeOut, item.end])
        if (moment > first && moment <= last) moments.add(Math.ceil(moment));
    }
  return [...moments].toSorted((a, b) => a - b);
}

/** Two clips with the same key show the same pictures at the same frames, so a lane opened for one serves the other. */
export function laneKey({ source, inSeconds, start, speed }: Clip): string {
  return [source?.mediaId ?? '', inSeconds, start, speed].join(' ');
}
