import { viewOf, words, writeBox } from '../../media/boxes.ts';
import { chunkBounds, durationOf, type Samples } from './samples.ts';

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
