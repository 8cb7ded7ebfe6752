import type { Clip } from './composition.ts';
import { secondsOf } from './rate.ts';
import { type FrameIndex, itemsWithin } from './frame-index.ts';

/** A line of loudness: `gain` 0..2 at a second of the composition; between two points it runs straight. */
export type GainPoint = { readonly at: number; readonly gain: number };

/** A stretch of one clip's sound, in seconds of the composition; `sourceAt` is the second of the source heard at `from`. */
type SoundPiece = {
  readonly clip: Clip;
  readonly from: number;
  readonly to: number;
  readonly sourceAt: number;
  readonly gains: readonly GainPoint[];
};

/**
 * What sounds between two seconds of the composition (`to` not included). The mixer treats music and the sound of clips
 * alike.
 */
export function soundingWithin({ composition, tracks }: FrameIndex, from: number, to: number): readonly SoundPiece[] {
  const { rate } = composition;
  const fps = rate.numerator / rate.denominator;
  return tracks.flatMap((track) =>
    [...itemsWithin(track, Math.floor(from * fps), Math.ceil(to * fps))].flatMap((item) => {
      if (item.kind !== 'clip' || item.source === null || item.volume === 0) return [];
      const [start, end] = [secondsOf(rate, item.start), secondsOf(rate, item.end)];
      const [pieceFrom, pieceTo] = [Math.max(start, from), Math.min(end, to)];
      if (pieceFrom >= pieceTo) return [];
      return [
        {
          clip: item,
          from: pieceFrom,
          to: pieceTo,
          sourceAt: item.inSeconds + (pieceFrom - start) * item.speed,
          gains: gainsOf(item, { start, end, seconds: (frames: number) => secondsOf(rate, frames) }),
        },
      ];
    }),
  );
}

type Times = { readonly start: number; readonly end: number; readonly seconds: (frames: number) => number };

/** The loudness of the whole clip. Fades that meet are cut where they cross. */
function gainsOf(
  { volume, fadeIn, fadeOut, soundFadeOut = 0 }: Clip,
  { start, end, seconds }: Times,
): readonly GainPoint[] {
  const [rise, fall] = [seconds(fadeIn), seconds(Math.max(fadeOut, soundFadeOut))];
  if (rise + fall <= end - start) {
    return [
      ...(rise > 0
        ? [
            { at: start, gain: 0 },
            { at: start + rise, gain: volume },
          ]
        : [{ at: start, gain: volume }]),
      ...(fall > 0
        ? [
            { at: end - fall, gain: volume },
            { at: end, gain: 0 },
          ]
        : [{ at: end, gain: volume }]),
    ];
  }
  const cross = start + ((end - start) * rise) / (rise + fall);
  const top = volume * Math.min(1, rise > 0 ? (cross - start) / rise : 1);
  return [
    { at: start, gain: rise > 0 ? 0 : volume },
    { at: cross, gain: top },
    { at: end, gain: fall > 0 ? 0 : volume },
  ];
}

/** The loudness at a second of the composition. */
export function gainAt(gains: readonly GainPoint[], second: number): number {
  const next = gains.findIndex(({ at }) => at > second);
  if (next === -1) return gains.at(-1)?.gain ?? 0;
  const [before, after] = [gains[next - 1], gains[next]];
  if (after === undefined) return 0;
  if (before === undefined) return after.gain;
  return before.gain + ((after.gain - before.gain) * (second - before.at)) / (after.at - before.at);
}
