import { chunkBounds, type Samples } from './samples.ts';

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
