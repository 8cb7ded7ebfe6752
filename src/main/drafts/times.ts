import { firstOf, toMs, toNumber } from './values.ts';

/** Where the times of a segment may stand. `d` is certain (wire contract, "The draft"), the rest are guesses. */
const spellings = {
  plain: { start: ['s', 'st', 'start'], length: ['d', 'duration'] },
  placed: { start: ['tr.s', 'target_timerange.start'], length: ['tr.d', 'target_timerange.duration'] },
  source: {
    start: ['m.in', 'sr.s', 'source_timerange.start'],
    end: ['m.out'],
    length: ['sr.d', 'source_timerange.duration'],
  },
} as const;

type Family = keyof typeof spellings;
type TimeUnit = 'ms' | 'µs';

export type Source = { readonly sourceInMs: number | null; readonly sourceOutMs: number | null };

/** Reads the times of the segments of one draft, all in ms. */
export type TimeReader = {
  readonly start: (segment: unknown) => number | null;
  readonly length: (segment: unknown) => number | null;
  readonly source: (segment: unknown) => Source;
  readonly fadeIn: (segment: unknown) => number | null;
  readonly fadeOut: (segment: unknown) => number | null;
};

type RawTrack = { readonly isWords: boolean; readonly segments: readonly unknown[] };

/**
 * Wire contract, "The draft": some drafts count in microseconds; "times that agree with `d` only after division by 1000, or that are all
 * a thousand times too long, are microseconds". `whole`: the draft's own length, where it says one.
 */
export function createTimeReader(whole: unknown, tracks: readonly RawTrack[]): TimeReader {
  const wholeMs = toMs(whole);
  const plain = unitOf('plain', wholeMs, tracks);
  const placed = comparedUnit(lengthsBeside(tracks, 'placed', plain)) ?? unitOf('placed', wholeMs, tracks);
  const besideSource = lengthsBeside(tracks, 'source', plain);
  const source = comparedUnit(besideSource.length > 0 ? besideSource : lengthsWithin(tracks, placed)) ?? placed;
  return {
    start: (segment) =>
      firstOf(segment, spellings.plain.start, inMs(plain)) ?? firstOf(segment, spellings.placed.start, inMs(placed)),
    length: (segment) =>
      firstOf(segment, spellings.plain.length, inMs(plain)) ?? firstOf(segment, spellings.placed.length, inMs(placed)),
    fadeIn: (segment) => firstOf(segment, ['fade_in_duration'], inMs(placed)),
    fadeOut: (segment) => firstOf(segment, ['fade_out_duration'], inMs(placed)),
    source: (segment) => {
      const sourceInMs = firstOf(segment, spellings.source.start, inMs(source));
      const length = firstOf(segment, spellings.source.length, inMs(source));
      const end = firstOf(segment, spellings.source.end, inMs(source));
      return { sourceInMs, sourceOutMs: end ?? (length === null ? null : (sourceInMs ?? 0) + length) };
    },
  };
}

function inMs(unit: TimeUnit): (value: unknown) => number | null {
  if (unit === 'ms') return toMs;
  return (value) => {
    const number = toNumber(value);
    return number === null ? null : toMs(number / 1000);
  };
}

/** A length as it is written, and what it is in ms by another word of the draft. */
type Comparison = { readonly written: number; readonly ms: number };

/** Halfway between alike and a thousand times as long: a piece may play faster or slower than its source. */
const halfway = Math.sqrt(1000);

/** Null where the draft says nothing of the same lengths. */
function comparedUnit(pairs: readonly Comparison[]): TimeUnit | null {
  const known = pairs.filter(({ written, ms }) => written > 0 && ms > 0);
  if (known.length === 0) return null;
  const longer = known.filter(({ written, ms }) => written / ms > halfway);
  return longer.length * 2 > known.length ? 'µs' : 'ms';
}

function lengthsBeside(tracks: readonly RawTrack[], family: Family, plain: TimeUnit): readonly Comparison[] {
  return compared(tracks, family, (segment) => firstOf(segment, spellings.plain.length, inMs(plain)));
}

/** Pieces of sources beside the places where they play. */
function lengthsWithin(tracks: readonly RawTrack[], placed: TimeUnit): readonly Comparison[] {
  return compared(tracks, 'source', (segment) => firstOf(segment, spellings.placed.length, inMs(placed)));
}

function compared(
  tracks: readonly RawTrack[],
  family: Family,
  msOf: (segment: unknown) => number | null,
): readonly Comparison[] {
  return tracks.flatMap(({ segments }) =>
    segments.flatMap((segment) => {
      const [written, ms] = [lengthOf(segment, family), msOf(segment)];
      return written === null || ms === null ? [] : [{ written, ms }];
    }),
  );
}

function lengthOf(segment: unknown, family: Family): number | null {
  const length = firstOf(segment, spellings[family].length, toNumber);
  if (length !== null || family !== 'source') return length;
  const end = firstOf(segment, spellings.source.end, toNumber);
  return end === null ? null : end - (firstOf(segment, spellings.source.start, toNumber) ?? 0);
}

/** No piece is shorter than a frame of 30 in a second: in microseconds. */
const shortest = 33_000;
/** Read as ms a cut of more than two and a half hours, read as microseconds one of nine seconds. */
const tooLong = 9e6;
/** The same of a title: ten minutes, or half a second. */
const tooLongForWords = 600_000;
/** `target_timerange` is JianYing's, which counts in microseconds: a second there, a quarter of an hour as ms. */
const tooLongWhereUsual = 1e6;

/** By the length of the draft, else by what is all a thousand times too long. */
function unitOf(family: 'plain' | 'placed', wholeMs: number | null, tracks: readonly RawTrack[]): TimeUnit {
  const endsAt = tracks.reduce((latest, track) => Math.max(latest, endOf(track, family)), 0);
  if (comparedUnit([{ written: endsAt, ms: wholeMs ?? 0 }]) === 'µs') return 'µs';
  const lengths = (of: readonly RawTrack[]): readonly number[] =>
    of
      .flatMap(({ segments }) => segments.map((segment) => lengthOf(segment, family) ?? 0))
      .filter((length) => length > 0);
  const all = lengths(tracks);
  if (all.length === 0 || all.some((length) => length < shortest)) return 'ms';
  if (endsAt >= tooLong || (family === 'placed' && wholeMs === null && endsAt >= tooLongWhereUsual)) return 'µs';
  const words = lengths(tracks.filter(({ isWords }) => isWords));
  return words.length > 0 && words.every((length) => length >= tooLongForWords) ? 'µs' : 'ms';
}

/** Where a track ends, as written; a piece without a start follows the one before it. */
function endOf({ segments }: RawTrack, family: 'plain' | 'placed'): number {
  let end = 0;
  let latest = 0;
  for (const segment of segments) {
    end = (firstOf(segment, spellings[family].start, toNumber) ?? end) + (lengthOf(segment, family) ?? 0);
    latest = Math.max(latest, end);
  }
  return latest;
}
