import type { DraftReading, DraftSegment, DraftTrack } from './reading.ts';

/** For each segment of the later draft that was in the earlier one: which it was there. */
export type Matches = ReadonlyMap<DraftSegment, DraftSegment>;

/** At a moment of a draft, everything behind it moves by so many ms; to the front where it is below zero. */
type Push = { readonly atMs: number; readonly byMs: number };

/** One track in two drafts, and what made it longer or shorter: by the times of the one draft, and by those of the other. */
type Pushed = { readonly before: readonly Push[]; readonly after: readonly Push[] };

/** Starts and lengths are whole ms, each rounded by itself. */
const roundingMs = 2;

/**
 * Says whether a segment merely followed what was added, removed or trimmed in front of it: it moved by just as much as that takes
 * up more or less, on its own track or on another one that it goes along with.
 */
export function createRipple(
  before: DraftReading | null,
  after: DraftReading,
  matches: Matches,
): (segment: DraftSegment) => boolean {
  const tracks = pairs(before, after, matches).map(([one, other]) => pushedOf(one, other, matches));
  return (segment) => {
    const match = matches.get(segment);
    if (match === undefined) return false;
    const shift = segment.startMs - match.startMs;
    const follows = (pushed: Pushed): boolean => {
      const push = pushUntil(pushed.before, match.startMs) + pushUntil(pushed.after, segment.startMs);
      return push !== 0 && Math.abs(shift - push) <= roundingMs;
    };
    return tracks.some(follows);
  };
}

/** Tracks that have a segment in common. */
function pairs(
  before: DraftReading | null,
  after: DraftReading,
  matches: Matches,
): readonly (readonly [DraftTrack, DraftTrack])[] {
  const shares = (one: DraftTrack, other: DraftTrack): boolean => {
    const segments = new Set(one.segments);
    return other.segments.some((segment) => {
      const match = matches.get(segment);
      return match !== undefined && segments.has(match);
    });
  };
  return (before?.tracks ?? []).flatMap((one) =>
    after.tracks.filter((other) => shares(one, other)).map((other) => [one, other] as const),
  );
}

function pushedOf(before: DraftTrack, after: DraftTrack, matches: Matches): Pushed {
  const later = new Map([...matches].map(([segment, match]) => [match, segment]));
  const change = (segment: DraftSegment): number => (later.get(segment)?.durationMs ?? 0) - segment.durationMs;
  const added = after.segments.filter((segment) => !matches.has(segment));
  return {
    before: before.segments
      .map((segment) => ({ atMs: segment.startMs, byMs: change(segment) }))
      .filter(({ byMs }) => byMs !== 0),
    after: added.map(({ startMs, durationMs }) => ({ atMs: startMs, byMs: durationMs })),
  };
}

function pushUntil(pushes: readonly Push[], endMs: number): number {
  return pushes.reduce((sum, { atMs, byMs }) => (atMs < endMs ? sum + byMs : sum), 0);
}
