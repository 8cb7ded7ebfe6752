import { type Box, bodyOf, viewOf } from '../media/boxes.ts';
import { type MovieTrack, withMovie } from '../media/movie-tracks.ts';
import type { FrameRate } from './rate.ts';

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
