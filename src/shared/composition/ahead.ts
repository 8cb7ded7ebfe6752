import { sourceSeconds, type Clip } from './composition.ts';
import { type FrameIndex, itemsWithin } from './frame-index.ts';

/** A clip whose pictures are wanted, and the second of its source from which. */
export type Wanted = { readonly clip: Clip; readonly seconds: number };

/** Half a second at 30 frames: opened this far ahead, a cut does not stall (measured). */
export const lookAhead = 15;

/** The clips that show at a frame, then those that begin soon, the most urgent first. */
export function wantedAt({ composition, tracks }: FrameIndex, frame: number, ahead = lookAhead): readonly Wanted[] {
  return tracks
    .flatMap((track) => [...itemsWithin(track, frame, frame + ahead + 1)])
    .filter((item): item is Clip => item.kind === 'clip' && item.hasPicture && item.source !== null)
    .map((clip) => ({ clip, seconds: sourceSeconds(clip, composition.rate, Math.max(frame, clip.start)) }))
    .toSorted((a, b) => a.clip.start - b.clip.start);
}

/** Two clips with the same key show the same pictures at the same frames, so a lane opened for one serves the other. */
export function laneKey({ source, inSeconds, start, speed }: Clip): string {
  return [source?.mediaId ?? '', inSeconds, start, speed].join(' ');
}
