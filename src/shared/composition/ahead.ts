import { sourceSeconds, type Clip, type Picture } from './composition.ts';
import { type FrameIndex, itemsWithin } from './frame-index.ts';

/** What is to be seen soon, and the second of its source from which; of a still any will do. */
export type Wanted = { readonly item: Picture; readonly seconds: number };

/** Half a second at 30 frames: opened this far ahead, a cut does not stall (measured). */
export const lookAhead = 15;

/** The pictures that show at a frame, then those that begin soon, the most urgent first. */
export function wantedAt({ composition, tracks }: FrameIndex, frame: number, ahead = lookAhead): readonly Wanted[] {
  const secondsAt = (clip: Clip, at: number): number => sourceSeconds(clip, composition.rate, at);
  return tracks
    .flatMap((track) => [...itemsWithin(track, frame, frame + ahead + 1)])
    .filter((item): item is Picture => (item.kind === 'clip' && item.hasPicture) || item.kind === 'still')
    .filter(({ source }) => source !== null)
    .map((item) => ({ item, seconds: item.kind === 'still' ? 0 : secondsAt(item, Math.max(frame, item.start)) }))
    .toSorted((a, b) => a.item.start - b.item.start);
}

/** Two clips with the same key show the same pictures at the same frames, so a lane opened for one serves the other. */
export function laneKey({ source, inSeconds, start, speed }: Clip): string {
  return [source?.mediaId ?? '', inSeconds, start, speed].join(' ');
}
