/**
 * The samples of a track, in the order of decoding: what its tables say of each, written out. Typed arrays, since two hours of film
 * have half a million of them.
 */
export type Samples = {
  readonly count: number;
  /** When each is decoded, in the track's ticks, and one more: when the last ends. */
  readonly times: Float64Array;
  /** How much later each is shown than decoded; null where none is. */
  readonly shifts: Int32Array | null;
  readonly sizes: Uint32Array;
  /** Where each lies in the file. */
  readonly offsets: Float64Array;
  /** Samples of the same chunk have the same number and lie side by side. */
  readonly chunks: Uint32Array;
  /** 1 for those that decoding can begin with; null where that is all. */
  readonly syncs: Uint8Array | null;
  /**
   * Null where each is one sample of the file. Uncompressed sound has a sample of so many bytes in each tick, too many to write out:
   * there each of these is as many of them as its size holds.
   */
  readonly grainBytes: number | null;
};

/** When a sample is shown, in the track's ticks. */
export function shownAt({ times, shifts }: Samples, index: number): number {
  return (times[index] ?? Number.NaN) + (shifts?.[index] ?? 0);
}

/** How long after a sample the next one is decoded, in the track's ticks. */
export function durationOf({ times }: Samples, index: number): number {
  return (times[index + 1] ?? Number.NaN) - (times[index] ?? Number.NaN);
}

export function isSync({ syncs }: Samples, index: number): boolean {
  return syncs === null || syncs[index] === 1;
}

/** The samples from `from` up to, but without, `to`, decoded from 0 on. */
export function sliceSamples(samples: Samples, from: number, to: number): Samples {
  const { shifts, sizes, offsets, chunks, syncs, grainBytes } = samples;
  const times = samples.times.slice(from, to + 1);
  const zero = times[0] ?? 0;
  return {
    count: to - from,
    times: times.map((time) => time - zero),
    shifts: shifts?.subarray(from, to) ?? null,
    sizes: sizes.subarray(from, to),
    offsets: offsets.subarray(from, to),
    chunks: chunks.subarray(from, to),
    syncs: syncs?.subarray(from, to) ?? null,
    grainBytes,
  };
}

/** Of uncompressed sound, without its first `skipped` samples, and no more than `most`; both within what is there. */
export function sliceGrains(samples: Samples, skipped: number, most: number): Samples {
  const { grainBytes, count, times } = samples;
  if (grainBytes === null) return samples;
  const bounds = times.map((time) => Math.min(Math.max(time - skipped, 0), most));
  return {
    ...samples,
    times: bounds,
    sizes: Uint32Array.from({ length: count }, (_, at) => ((bounds[at + 1] ?? 0) - (bounds[at] ?? 0)) * grainBytes),
    offsets: samples.offsets.map((offset, at) => offset + Math.max(0, skipped - (times[at] ?? 0)) * grainBytes),
  };
}

/** The index of the first sample of each chunk, and the number of samples at the end. */
export function chunkBounds({ count, chunks }: Samples): Uint32Array {
  const isFirst = (index: number): boolean => index === 0 || chunks[index] !== chunks[index - 1];
  let number = 0;
  for (let index = 0; index < count; index += 1) if (isFirst(index)) number += 1;
  const bounds = new Uint32Array(number + 1);
  bounds[number] = count;
  for (let index = 0, chunk = 0; index < count; index += 1) if (isFirst(index)) bounds[chunk++] = index;
  return bounds;
}

/** Bytes of the source, from `from` up to, but without, `to`. */
type Span = { readonly from: number; readonly to: number };
/** Those that come to lie `at` bytes into the copied ones. */
export type Range = Span & { readonly at: number };

/** A gap that is quicker to copy than to skip. */
const smallGap = 64 * 1024;

/** The bytes in which these samples lie, in the order of the source. */
export function rangesOf(tracks: readonly Samples[]): readonly Range[] {
  const chunks = tracks.flatMap(chunkRanges).sort((one, other) => one.from - other.from);
  const joined: Span[] = [];
  for (const { from, to } of chunks) {
    const before = joined.at(-1);
    if (before !== undefined && from - before.to <= smallGap)
      joined[joined.length - 1] = { from: before.from, to: Math.max(before.to, to) };
    else joined.push({ from, to });
  }
  let at = 0;
  return joined.map(({ from, to }) => {
    const range = { from, to, at };
    at += to - from;
    return range;
  });
}

/** How many bytes they are together. */
export function lengthOf(ranges: readonly Range[]): number {
  const last = ranges.at(-1);
  return last === undefined ? 0 : last.at + last.to - last.from;
}

/** Where among the copied bytes a byte of the source lies that is within one of the ranges. */
export function moveInto(ranges: readonly Range[], offset: number): number {
  let [low, high] = [0, ranges.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((ranges[middle]?.from ?? 0) <= offset) low = middle;
    else high = middle - 1;
  }
  const range = ranges[low];
  return range === undefined ? offset : offset - range.from + range.at;
}

function chunkRanges(samples: Samples): readonly Span[] {
  const { offsets, sizes } = samples;
  const bounds = chunkBounds(samples);
  return Array.from({ length: bounds.length - 1 }, (_, chunk) => {
    const last = (bounds[chunk + 1] ?? 0) - 1;
    return { from: offsets[bounds[chunk] ?? 0] ?? 0, to: (offsets[last] ?? 0) + (sizes[last] ?? 0) };
  });
}
