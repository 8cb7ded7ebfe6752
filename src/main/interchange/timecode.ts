import { bodyOf, type Box, viewOf } from '../media/boxes.ts';
import { type MovieTrack, withMovie } from '../media/movie-tracks.ts';

/** Where a recording begins by its camera's clock. `frames` are counted, also where the clock leaves numbers out (`drop`). */
export type Timecode = { readonly frames: number; readonly rate: FrameRate; readonly drop: boolean };

/** Bytes of a timecode's sample description as far as it is read (QuickTime File Format, "Timecode Sample Description"). */
const descriptionBytes = 40;
const dropFlag = 1;
const mostPerSecond = 240;

/** The timecode of an MP4 or QuickTime file; null where it has none, or one that makes no sense. Throws what the disk throws. */
export function readTimecode(path: string): Timecode | null {
  return withMovie(path, (tracks, read) => {
    const track = tracks.find(({ handler, format }) => handler === 'tmcd' && format === 'tmcd');
    const format = track === undefined ? null : formatOf(track);
    const at = track === undefined ? null : firstOffset(track.tables);
    const sample = at === null ? null : read(at, 4);
    if (format === null || sample === null) return null;
    const frames = viewOf(sample).getInt32(0);
    return frames < 0 ? null : { frames, ...format };
  });
}

function formatOf({ descriptions }: MovieTrack): Pick<Timecode, 'rate' | 'drop'> | null {
  if (descriptions.length < descriptionBytes) return null;
  const view = viewOf(descriptions);
  const [flags, num, den] = [view.getUint32(28), view.getUint32(32), view.getUint32(36)];
  if (num === 0 || den === 0 || num / den > mostPerSecond || num < den) return null;
  const common = divisor(num, den);
  return { rate: { num: num / common, den: den / common }, drop: (flags & dropFlag) !== 0 };
}

export function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}

/** Where the first sample lies (ISO/IEC 14496-12, 8.7.5). */
function firstOffset(tables: readonly Box[]): number | null {
  const short = bodyOf(tables, 'stco');
  if (short !== null && short.length >= 12) return viewOf(short).getUint32(8);
  const wide = bodyOf(tables, 'co64');
  return wide !== null && wide.length >= 16 ? Number(viewOf(wide).getBigUint64(8)) : null;
}

/** Frames in a second, as the fraction `num`/`den`: 30/1, 30000/1001. */
export type FrameRate = { readonly num: number; readonly den: number };

const rates: readonly FrameRate[] = [
  { num: 24_000, den: 1_001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30_000, den: 1_001 },
  { num: 30, den: 1 },
  { num: 50, den: 1 },
  { num: 60_000, den: 1_001 },
  { num: 60, den: 1 },
];

export const usualRate: FrameRate = { num: 30, den: 1 };

/** The rate that editors have a name for and that is nearest to a measured one; null where none is within 0.05 %. */
export function namedRate(fps: number): FrameRate | null {
  const distance = (rate: FrameRate): number => Math.abs(perSecond(rate) - fps);
  const nearest = rates.reduce((best, rate) => (distance(rate) < distance(best) ? rate : best));
  return distance(nearest) <= fps * 0.0005 ? nearest : null;
}

export function perSecond({ num, den }: FrameRate): number {
  return num / den;
}

/** The whole frame that is nearest to a time. Two times that are equal stay equal, so that neighbours meet. */
export function toFrames(ms: number, { num, den }: FrameRate): number {
  return Math.round((ms * num) / (den * 1_000));
}

/** How many frames a file of this length has to give: one that has begun counts. */
export function framesIn(ms: number, { num, den }: FrameRate): number {
  return Math.ceil((ms * num) / (den * 1_000) - 1e-6);
}
