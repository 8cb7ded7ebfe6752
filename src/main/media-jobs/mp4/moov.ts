import { type Box, viewOf, within, words, writeBox } from '../../media/boxes.ts';
import type { Movie } from './movie.ts';
import type { Part } from './plan.ts';
import { chunkBounds, durationOf, type Samples } from './samples.ts';

/** Where the samples of the new file lie: how a byte's place changes, and whether places need 64 bits. */
type Placing = { readonly move: (offset: number) => number; readonly wide: boolean };

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

/**
 * The tables of these samples, as boxes of an `stbl`: the way back from `expandSamples`. `move` tells where in the new file a byte
 * of the old one lies; `wide`: with offsets of 64 bits.
 */
export function compactSamples(
  samples: Samples,
  move: (offset: number) => number,
  wide: boolean,
): readonly Uint8Array[] {
  const { shifts, syncs, offsets, count } = samples;
  const bounds = chunkBounds(samples);
  const tables = [timeTable(samples)];
  if (shifts !== null) {
    // Only the second version of the table has a sign.
    const version = shifts.some((shift) => shift < 0) ? 1 << 24 : 0;
    tables.push(
      writeBox(
        'ctts',
        words(version),
        runs(count, (index) => shifts[index] ?? 0),
      ),
    );
  }
  if (syncs !== null) tables.push(syncTable(syncs));
  return [
    ...tables,
    sizeTable(samples),
    chunkTable(samples, bounds),
    offsetTable(bounds, (at) => move(offsets[at] ?? 0), wide),
  ];
}

function timeTable(samples: Samples): Uint8Array {
  const { count, grainBytes } = samples;
  if (grainBytes !== null) return writeBox('stts', words(0, 1, grainsIn(samples, 0, count), 1));
  return writeBox(
    'stts',
    words(0),
    runs(count, (index) => durationOf(samples, index)),
  );
}

/** How many samples of the file there are from `from` up to, but without, `to`. */
function grainsIn({ sizes, grainBytes }: Samples, from: number, to: number): number {
  if (grainBytes === null) return to - from;
  return sizes.subarray(from, to).reduce((sum, size) => sum + size / grainBytes, 0);
}

/** The number of runs of the same value, then each with its length and value. */
function runs(count: number, valueAt: (index: number) => number): Uint8Array {
  const isFirst = (index: number): boolean => index === 0 || valueAt(index) !== valueAt(index - 1);
  let number = 0;
  for (let index = 0; index < count; index += 1) if (isFirst(index)) number += 1;
  const bytes = new Uint8Array(4 + 8 * number);
  const view = viewOf(bytes);
  view.setUint32(0, number);
  let at = 4;
  for (let index = 0; index < count;) {
    const from = index;
    do index += 1;
    while (index < count && !isFirst(index));
    view.setUint32(at, index - from);
    view.setInt32(at + 4, valueAt(from));
    at += 8;
  }
  return bytes;
}

function syncTable(syncs: Uint8Array): Uint8Array {
  const numbers: number[] = [];
  for (const [index, sync] of syncs.entries()) if (sync === 1) numbers.push(index + 1);
  return writeBox(
    'stss',
    words(0, numbers.length),
    numbered(numbers.length, (at) => numbers[at] ?? 0),
  );
}

function sizeTable(samples: Samples): Uint8Array {
  const { sizes, count, grainBytes } = samples;
  if (grainBytes !== null) return writeBox('stsz', words(0, grainBytes, grainsIn(samples, 0, count)));
  const [uniform = 0] = sizes;
  if (uniform > 0 && sizes.every((size) => size === uniform)) return writeBox('stsz', words(0, uniform, count));
  return writeBox(
    'stsz',
    words(0, 0, count),
    numbered(count, (index) => sizes[index] ?? 0),
  );
}

/** An entry wherever chunks begin to have another number of samples: first chunk, samples in each, the one sample description. */
function chunkTable(samples: Samples, bounds: Uint32Array): Uint8Array {
  const entries: number[] = [];
  let before = 0;
  for (let chunk = 0; chunk + 1 < bounds.length; chunk += 1) {
    const perChunk = grainsIn(samples, bounds[chunk] ?? 0, bounds[chunk + 1] ?? 0);
    if (perChunk !== before) entries.push(chunk + 1, perChunk, 1);
    before = perChunk;
  }
  return writeBox(
    'stsc',
    words(0, entries.length / 3),
    numbered(entries.length, (at) => entries[at] ?? 0),
  );
}

function offsetTable(bounds: Uint32Array, offsetAt: (sample: number) => number, wide: boolean): Uint8Array {
  const count = bounds.length - 1;
  const at = (chunk: number): number => offsetAt(bounds[chunk] ?? 0);
  if (!wide) return writeBox('stco', words(0, count), numbered(count, at));
  const bytes = new Uint8Array(8 * count);
  const view = viewOf(bytes);
  for (let chunk = 0; chunk < count; chunk += 1) view.setBigUint64(8 * chunk, BigInt(at(chunk)));
  return writeBox('co64', words(0, count), bytes);
}

function numbered(count: number, valueAt: (index: number) => number): Uint8Array {
  const bytes = new Uint8Array(4 * count);
  const view = viewOf(bytes);
  for (let index = 0; index < count; index += 1) view.setUint32(4 * index, valueAt(index));
  return bytes;
}
