import { type Box, viewOf, within, words, writeBox } from '../../media/boxes.ts';
import { compactSamples } from './compact.ts';
import type { Movie } from './movie.ts';
import type { Part } from './plan.ts';

/** Where the samples of the new file lie: how a byte's place changes, and whether places need 64 bits. */
export type Placing = { readonly move: (offset: number) => number; readonly wide: boolean };

/** The tables that are written anew, and those that would no longer be true of the samples that are left. */
const tables: readonly string[] = [
  'stts',
  'ctts',
  'cslg',
  'stss',
  'stps',
  'stsh',
  'sdtp',
  'stsz',
  'stsc',
  'stco',
  'co64',
];
const otherTables: readonly string[] = ['sgpd', 'sbgp', 'subs', 'padb', 'stdp'];
/** What is taken over of a track: references to other tracks are not. */
const ofTrack: readonly string[] = ['tkhd', 'tapt', 'mdia', 'udta'];

/** The `moov` of the cut film. Its size depends on the placing only by its width. */
export function writeMoov(movie: Movie, parts: readonly Part[], placing: Placing): Uint8Array {
  const lengths = parts.map(({ delay, seconds }) => ticks(delay, movie) + ticks(seconds, movie));
  return writeBox(
    'moov',
    writeBox('mvhd', withDuration(movie.header, 16, 24, Math.max(...lengths))),
    ...parts.map((part) => writeTrack(movie, part, placing)),
    ...movie.tags.map(({ type, body }) => writeBox(type, body)),
  );
}

function writeTrack(movie: Movie, part: Part, placing: Placing): Uint8Array {
  const [delay, length] = [ticks(part.delay, movie), ticks(part.seconds, movie)];
  const edits = writeBox('edts', editList(delay, length, part.mediaStart));
  const boxes = part.track.boxes.filter(({ type }) => ofTrack.includes(type));
  return writeBox(
    'trak',
    ...boxes.flatMap(({ type, body }) => {
      if (type === 'tkhd') return [writeBox(type, withDuration(body, 20, 28, delay + length)), edits];
      return [type === 'mdia' ? writeMedia(boxes, part, placing) : writeBox(type, body)];
    }),
  );
}

function writeMedia(track: readonly Box[], { samples }: Part, { move, wide }: Placing): Uint8Array {
  const media = within(track, 'mdia') ?? [];
  const information = within(media, 'minf') ?? [];
  const kept = (within(information, 'stbl') ?? []).filter(({ type }) => ![...tables, ...otherTables].includes(type));
  return writeBox(
    'mdia',
    ...replace(media, {
      mdhd: (body) => writeBox('mdhd', withDuration(body, 16, 24, samples.times[samples.count] ?? 0)),
      minf: () =>
        writeBox(
          'minf',
          ...replace(information, {
            stbl: () => writeBox('stbl', ...replace(kept, {}), ...compactSamples(samples, move, wide)),
          }),
        ),
    }),
  );
}

type Writers = Readonly<Record<string, (body: Uint8Array) => Uint8Array>>;

/** All boxes as they are, but for those of these types. */
function replace(boxes: readonly Box[], writers: Writers): readonly Uint8Array[] {
  return boxes.map(({ type, body }) => writers[type]?.(body) ?? writeBox(type, body));
}

/** ISO/IEC 14496-12, 8.6.6: a pause where there is one, then one segment at its normal speed. */
function editList(delay: number, length: number, mediaStart: number): Uint8Array {
  const entries = [...(delay > 0 ? [delay, -1, 0x10000] : []), length, mediaStart, 0x10000];
  return writeBox('elst', words(0, entries.length / 3, ...entries));
}

/** Seconds in the ticks of the whole film; rounded up, so that the last frame stays. */
function ticks(seconds: number, { timescale }: Movie): number {
  const exact = seconds * timescale;
  return Math.abs(exact - Math.round(exact)) < 1e-3 ? Math.round(exact) : Math.ceil(exact);
}

/** A header with another duration, which lies elsewhere, and has 64 bits, in its second version (ISO/IEC 14496-12, 8.2.2, 8.3.2, 8.4.2). */
function withDuration(header: Uint8Array, at: number, wideAt: number, duration: number): Uint8Array {
  const bytes = header.slice();
  if (bytes[0] === 1) viewOf(bytes).setBigUint64(wideAt, BigInt(duration));
  else viewOf(bytes).setUint32(at, duration);
  return bytes;
}
