import { type Box, bodyOf, viewOf } from '../../media/boxes.ts';
import type { Samples } from './samples.ts';

/** More samples than this are not worth the memory: some 70 MB. */
const mostSamples = 2_000_000;
/** As many as a packet of AAC stands for. */
const grainsTogether = 1024;

/** Each table begins with a version and flags (ISO/IEC 14496-12, 4.2), and most go on with the number of their entries. */
const tableHead = 8;

type Table = { readonly view: DataView; readonly entries: number };

/**
 * Writes out the tables of a track (ISO/IEC 14496-12: stts 8.6.1.2, ctts 8.6.1.3, stss 8.6.2, stsz 8.7.3, stsc 8.7.4, stco and
 * co64 8.7.5). `boxes`: the content of its `stbl`. Null where one is missing, or they contradict each other.
 */
export function expandSamples(boxes: readonly Box[]): Samples | null {
  const sizes = sizesOf(bodyOf(boxes, 'stsz'));
  if (sizes === null || sizes.length === 0) return null;
  const count = sizes.length;
  const times = timesOf(tableOf(bodyOf(boxes, 'stts'), 8), count);
  const places = placesOf(chunksOf(boxes), sizes);
  const shiftBody = bodyOf(boxes, 'ctts');
  const shifts = shiftBody === null ? null : shiftsOf(tableOf(shiftBody, 8), count);
  const syncBody = bodyOf(boxes, 'stss');
  const syncs = syncBody === null ? null : syncsOf(tableOf(syncBody, 4), count);
  if (times === null || places === null || shifts === undefined || syncs === undefined) return null;
  return { count, times, shifts, sizes, syncs, ...places, grainBytes: null };
}

/**
 * Writes out the tables of uncompressed sound: a sample in each tick, all of one size, some thousand of them taken as one. Null for
 * what is no such sound.
 */
export function expandGrains(boxes: readonly Box[]): Samples | null {
  const all = chunksOf(boxes);
  const grain = grainOf(boxes);
  if (all === null || grain === null || all.offsets.length + grain.count / grainsTogether > mostSamples) return null;
  const bounds = [0];
  const [offsets, chunks]: readonly [number[], number[]] = [[], []];
  let at = 0;
  for (const [chunk, count] of all.counts.entries()) {
    if (count > grain.count - at) return null;
    for (let done = 0; done < count; done += grainsTogether) {
      offsets.push((all.offsets[chunk] ?? 0) + done * grain.bytes);
      chunks.push(chunk);
      bounds.push(at + Math.min(done + grainsTogether, count));
    }
    at += count;
  }
  if (at !== grain.count) return null;
  const times = Float64Array.from(bounds);
  return {
    count: offsets.length,
    times,
    shifts: null,
    sizes: Uint32Array.from(offsets, (_, index) => ((times[index + 1] ?? 0) - (times[index] ?? 0)) * grain.bytes),
    offsets: Float64Array.from(offsets),
    chunks: Uint32Array.from(chunks),
    syncs: null,
    grainBytes: grain.bytes,
  };
}

/** How large the samples of uncompressed sound are, and how many; null where they differ, or last for more than a tick. */
function grainOf(boxes: readonly Box[]): { readonly bytes: number; readonly count: number } | null {
  const sizes = bodyOf(boxes, 'stsz');
  const times = tableOf(bodyOf(boxes, 'stts'), 8);
  if (sizes === null || sizes.length < 12 || times?.entries !== 1) return null;
  const [bytes, count] = [viewOf(sizes).getUint32(4), viewOf(sizes).getUint32(8)];
  const isEven = times.view.getUint32(tableHead) === count && times.view.getUint32(tableHead + 4) === 1;
  const isPlain = bodyOf(boxes, 'ctts') === null && bodyOf(boxes, 'stss') === null;
  return bytes > 0 && count > 0 && isEven && isPlain ? { bytes, count } : null;
}

function tableOf(body: Uint8Array | null, entryBytes: number): Table | null {
  if (body === null || body.length < tableHead) return null;
  const view = viewOf(body);
  const entries = view.getUint32(4);
  return body.length < tableHead + entries * entryBytes ? null : { view, entries };
}

function sizesOf(body: Uint8Array | null): Uint32Array | null {
  if (body === null || body.length < 12) return null;
  const view = viewOf(body);
  const [uniform, count] = [view.getUint32(4), view.getUint32(8)];
  if (count > mostSamples || (uniform === 0 && body.length < 12 + 4 * count)) return null;
  const sizes = new Uint32Array(count).fill(uniform);
  if (uniform === 0) for (let index = 0; index < count; index += 1) sizes[index] = view.getUint32(12 + 4 * index);
  return sizes;
}

function timesOf(table: Table | null, count: number): Float64Array | null {
  if (table === null) return null;
  const times = new Float64Array(count + 1);
  let index = 0;
  for (let entry = 0; entry < table.entries; entry += 1) {
    const at = tableHead + 8 * entry;
    const [run, delta] = [table.view.getUint32(at), table.view.getInt32(at + 4)];
    // Some write what they cannot know as a negative number.
    if (delta < 0 || run > count - index) return null;
    for (const end = index + run; index < end; index += 1) times[index + 1] = (times[index] ?? 0) + delta;
  }
  return index === count ? times : null;
}

/** Read with a sign whatever the version says, since QuickTime has always meant it so. Undefined: nothing sensible. */
function shiftsOf(table: Table | null, count: number): Int32Array | undefined {
  if (table === null) return undefined;
  const shifts = new Int32Array(count);
  let index = 0;
  for (let entry = 0; entry < table.entries; entry += 1) {
    const at = tableHead + 8 * entry;
    const run = table.view.getUint32(at);
    if (run > count - index) return undefined;
    shifts.fill(table.view.getInt32(at + 4), index, index + run);
    index += run;
  }
  return index === count ? shifts : undefined;
}

/** Undefined: nothing sensible. */
function syncsOf(table: Table | null, count: number): Uint8Array | undefined {
  if (table === null) return undefined;
  const syncs = new Uint8Array(count);
  for (let entry = 0; entry < table.entries; entry += 1) {
    const number = table.view.getUint32(tableHead + 4 * entry);
    if (number < 1 || number > count) return undefined;
    syncs[number - 1] = 1;
  }
  return syncs;
}

function chunkOffsetsOf(boxes: readonly Box[]): Float64Array | null {
  const wide = bodyOf(boxes, 'co64');
  const table = wide === null ? tableOf(bodyOf(boxes, 'stco'), 4) : tableOf(wide, 8);
  if (table === null) return null;
  const { view, entries } = table;
  return Float64Array.from({ length: entries }, (_, chunk) =>
    wide === null ? view.getUint32(tableHead + 4 * chunk) : Number(view.getBigUint64(tableHead + 8 * chunk)),
  );
}

type Chunks = { readonly offsets: Float64Array; readonly counts: Uint32Array };

/** Where each chunk lies, and how many samples it has. */
function chunksOf(boxes: readonly Box[]): Chunks | null {
  const table = tableOf(bodyOf(boxes, 'stsc'), 12);
  const offsets = chunkOffsetsOf(boxes);
  if (table === null || offsets === null) return null;
  const { view, entries } = table;
  const counts = new Uint32Array(offsets.length);
  for (let entry = 0; entry < entries; entry += 1) {
    const at = tableHead + 12 * entry;
    const [first, perChunk, description] = [view.getUint32(at), view.getUint32(at + 4), view.getUint32(at + 8)];
    const end = entry + 1 < entries ? view.getUint32(at + 12) : offsets.length + 1;
    if (description !== 1 || first < 1 || end < first || end > offsets.length + 1) return null;
    counts.fill(perChunk, first - 1, end - 1);
  }
  return { offsets, counts };
}

function placesOf(all: Chunks | null, sizes: Uint32Array): Pick<Samples, 'offsets' | 'chunks'> | null {
  if (all === null) return null;
  const [offsets, chunks] = [new Float64Array(sizes.length), new Uint32Array(sizes.length)];
  let index = 0;
  for (const [chunk, count] of all.counts.entries()) {
    if (count > sizes.length - index) return null;
    let offset = all.offsets[chunk] ?? 0;
    for (const end = index + count; index < end; index += 1) {
      offsets[index] = offset;
      chunks[index] = chunk;
      offset += sizes[index] ?? 0;
    }
  }
  return index === sizes.length ? { offsets, chunks } : null;
}
