import type { DraftReading, DraftSegment, DraftTrack } from './draft-parser.ts';

/** For each segment of the later draft that was in the earlier one: which it was there. */
export type Matches = ReadonlyMap<DraftSegment, DraftSegment>;

/** At a moment of a draft, everything behind it moves by so many ms; to the front where it is below zero. */
type Push = { readonly atMs: number; readonly byMs: number };

/** One track in two drafts, and by how much everything at a moment was pushed: by the times of the one draft, and of the other. */
type Pushed = { readonly before: (endMs: number) => number; readonly after: (endMs: number) => number };

/** Starts and lengths are whole ms, each rounded by itself. */
const roundingMs = 2;

/** Nobody has more tracks that others go along with; each segment is compared with all of them. */
const mostTracks = 60;

/**
 * Says whether a segment merely followed what was added, removed or trimmed in front of it: it moved by just as much as that takes
 * up more or less, on its own track or on another one that it goes along with.
 */
export function createRipple(
  before: DraftReading | null,
  after: DraftReading,
  matches: Matches,
): (segment: DraftSegment) => boolean {
  const later = new Map([...matches].map(([segment, match]) => [match, segment]));
  const tracks = pairs(before, after, matches)
    .slice(0, mostTracks)
    .map(([one, other]) => pushedOf(one, other, { matches, later }));
  const shifts = new Map<string, boolean>();
  return (segment) => {
    const match = matches.get(segment);
    if (match === undefined) return false;
    const shift = segment.startMs - match.startMs;
    const follows = (pushed: Pushed): boolean => {
      const push = pushed.before(match.startMs) + pushed.after(segment.startMs);
      return push !== 0 && Math.abs(shift - push) <= roundingMs;
    };
    const known = `${match.startMs} ${segment.startMs}`;
    const answer = shifts.get(known) ?? tracks.some(follows);
    shifts.set(known, answer);
    return answer;
  };
}

/** Tracks that have a segment in common, each pair once. */
function pairs(
  before: DraftReading | null,
  after: DraftReading,
  matches: Matches,
): readonly (readonly [DraftTrack, DraftTrack])[] {
  const earlier = new Map((before?.tracks ?? []).flatMap((track) => track.segments.map((segment) => [segment, track])));
  return after.tracks.flatMap((other) => {
    const found = new Set<DraftTrack>();
    for (const segment of other.segments) {
      const match = matches.get(segment);
      const one = match && earlier.get(match);
      if (one) found.add(one);
    }
    return [...found].map((one) => [one, other] as const);
  });
}

type Both = { readonly matches: Matches; readonly later: Matches };

function pushedOf(before: DraftTrack, after: DraftTrack, { matches, later }: Both): Pushed {
  const change = (segment: DraftSegment): number => (later.get(segment)?.durationMs ?? 0) - segment.durationMs;
  const added = after.segments.filter((segment) => !matches.has(segment));
  return {
    before: pushes(before.segments.map((segment) => ({ atMs: segment.startMs, byMs: change(segment) }))),
    after: pushes(added.map(({ startMs, durationMs }) => ({ atMs: startMs, byMs: durationMs }))),
  };
}

/** By how much everything at a moment was pushed: the sum of what lies before it. */
function pushes(all: readonly Push[]): (endMs: number) => number {
  const ordered = all.filter(({ byMs }) => byMs !== 0).toSorted((a, b) => a.atMs - b.atMs);
  let sum = 0;
  const sums = ordered.map(({ byMs }) => (sum += byMs));
  return (endMs) => {
    let [low, high] = [0, ordered.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ordered[middle]?.atMs ?? 0) < endMs) low = middle + 1;
      else high = middle;
    }
    return sums[low - 1] ?? 0;
  };
}
