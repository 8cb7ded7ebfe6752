import type { TrackKind, TrackRole } from '../../shared/domain/timeline.ts';
import { matchAll } from './difference.ts';
import type { DraftReading, DraftSegment } from './draft-parser.ts';
import type { Matches } from './ripple.ts';
import {
  type Clips,
  clipSteps,
  frameSteps,
  isTransition,
  roundingMs,
  startSteps,
  transitionSteps,
  volumeSteps,
} from './restore-clips.ts';
import type { Piece, RestoreStep, Sort, TitleLook } from './restore-steps.ts';
import { endsStep, type Steps } from './steps.ts';

/** A draft, and the size of its picture in pixels where the draft says it. */
export type DraftState = {
  readonly reading: DraftReading;
  readonly size: { readonly width: number; readonly height: number } | null;
};

/**
 * What is to be done so that a video is again what it was; nothing where it is. First what is too much goes, then clips get their order
 * and parts, then all that lies over and under them: what an agent may have moved along with a clip is said again.
 */
export function* restorePlan(present: DraftState, wanted: DraftState): Steps<readonly RestoreStep[]> {
  const [now, then] = [partsOf(present.reading), partsOf(wanted.reading)];
  const matches = yield* matchAll('video', now.clips, then.clips);
  const clips: Clips = { present: now.clips, wanted: then.clips, matches };
  const { steps, changesFromMs } = clipSteps(clips);
  const transitions = transitionSteps(clips, { present: now.transitions, wanted: then.transitions }, changesFromMs);
  // A transition moves all that is behind it.
  const fromMs = transitions.length > 0 ? 0 : changesFromMs;
  const pieces: PieceSteps[] = [];
  for (const kind of kinds) {
    const [there, asked] = [ofKind(now.pieces, kind), ofKind(then.pieces, kind)];
    const found = yield* matchAll(kind, segmentsOf(there), segmentsOf(asked));
    pieces.push(yield* pieceSteps(there, asked, { matches: found, changesFromMs: fromMs }));
  }
  return [
    ...sizeSteps(present, wanted),
    ...pieces.flatMap(({ removals }) => removals),
    ...steps,
    ...transitions,
    ...startSteps(clips, then.transitions),
    ...volumeSteps(clips),
    ...frameSteps(clips),
    ...pieces.flatMap(({ puts }) => puts),
  ];
}

const kinds: readonly TrackKind[] = ['other', 'text', 'audio', 'video'];

/** A segment beside the main track. */
type Part = { readonly kind: TrackKind; readonly sort: Sort; readonly segment: DraftSegment };

/** The first track of clips is the main one. */
function partsOf({ tracks }: DraftReading) {
  const main = tracks.find(({ kind }) => kind === 'video');
  const others = tracks.filter((track) => track !== main);
  const transitions: DraftSegment[] = [];
  const pieces: Part[] = [];
  for (const { kind, role, segments } of others)
    for (const segment of segments)
      if (kind === 'other' && isTransition(segment, role)) transitions.push(segment);
      else pieces.push({ kind, sort: sortOf(kind, role), segment });
  return { clips: [...(main?.segments ?? [])].toSorted((a, b) => a.startMs - b.startMs), transitions, pieces };
}

function sortOf(kind: TrackKind, role: TrackRole | undefined): Sort {
  if (kind === 'text') return 'title';
  if (kind === 'audio') return 'music';
  if (kind === 'video') return 'overlay';
  return role === 'filter' || role === 'sticker' ? role : 'effect';
}

function ofKind(parts: readonly Part[], kind: TrackKind): readonly Part[] {
  return parts.filter((part) => part.kind === kind);
}

function segmentsOf(parts: readonly Part[]): readonly DraftSegment[] {
  return parts.map(({ segment }) => segment);
}

function sizeSteps({ size: now }: DraftState, { size: then }: DraftState): readonly RestoreStep[] {
  if (now === null || then === null || (now.width === then.width && now.height === then.height)) return [];
  return [{ kind: 'size', ...then }];
}

type PieceSteps = { readonly removals: readonly RestoreStep[]; readonly puts: readonly RestoreStep[] };

function* pieceSteps(
  now: readonly Part[],
  then: readonly Part[],
  { matches, changesFromMs }: { readonly matches: Matches; readonly changesFromMs: number },
): Steps<PieceSteps> {
  const isOnly = oneOfItsName(now, then, matches);
  const partOf = new Map(now.map((part) => [part.segment, part]));
  const pairs: Pair[] = [];
  for (const [index, part] of then.entries()) {
    if (endsStep(index)) yield;
    const match = matches.get(part.segment);
    const before = (match && partOf.get(match)) ?? null;
    const isAtRisk = goesAlong(part) && endOf(part.segment) > changesFromMs;
    if (before === null) pairs.push({ part, before, steps: [putStep(part, null)] });
    else if (!isAtRisk && isSame(before, part)) pairs.push({ part, before, steps: [] });
    else {
      const steps = changeSteps(before, part, { isAtRisk, isOnly });
      pairs.push(steps === null ? { part, before: null, steps: [putStep(part, null)] } : { part, before, steps });
    }
  }
  return removing(now, pairs);
}

/** What an agent may take along with the clips: all but music, of which only fades get lost where the video is short in between. */
function goesAlong({ sort, segment: { look } }: Part): boolean {
  return sort !== 'music' || look.fadeInMs !== undefined || look.fadeOutMs !== undefined;
}

/** `before`: what it is made of; null where it is put back. */
type Pair = { readonly part: Part; readonly before: Part | null; readonly steps: readonly RestoreStep[] };

/** Takes out what no wanted piece is made of. Where others are called the same, all of them go and come back. */
function removing(now: readonly Part[], pairs: readonly Pair[]): PieceSteps {
  const staying = new Set(pairs.map(({ before }) => before));
  const unclear = new Set(now.filter((part) => !staying.has(part)).map(nameOf));
  const isKept = ({ before }: Pair): boolean => before !== null && !unclear.has(nameOf(before));
  const kept = new Set(pairs.filter(isKept).map(({ before }) => before));
  const leaving = now.filter((part) => !kept.has(part));
  return {
    removals: leaving.map((part): RestoreStep => ({
      kind: 'remove',
      sort: part.sort,
      name: nameOf(part),
      span: isShort(part, now) ? spanOf(part.segment) : null,
    })),
    puts: pairs.flatMap((pair) => (isKept(pair) ? pair.steps : [putStep(pair.part, null)])),
  };
}

function putStep(part: Part, before: Part | null): RestoreStep {
  return { kind: 'put', piece: pieceOf(part, before), isThere: before !== null };
}

/** Whether its name alone says which piece is meant, in both drafts. */
function oneOfItsName(now: readonly Part[], then: readonly Part[], matches: Matches): (part: Part) => boolean {
  const counts = new Map<string, number>();
  const known = new Set(matches.values());
  // What is in both counts once.
  for (const part of [...then, ...now.filter(({ segment }) => !known.has(segment))])
    counts.set(nameOf(part), (counts.get(nameOf(part)) ?? 0) + 1);
  for (const [later, earlier] of matches) {
    const [is, was] = [then.find((part) => part.segment === later), now.find((part) => part.segment === earlier)];
    if (is && was && nameOf(is) !== nameOf(was)) counts.set(nameOf(was), (counts.get(nameOf(was)) ?? 0) + 1);
  }
  return (part) => (counts.get(nameOf(part)) ?? 0) <= 1;
}

/** Whether its name alone does not say which one is meant. */
function isShort(part: Part, all: readonly Part[]): boolean {
  return part.sort === 'filter' || all.filter((other) => nameOf(other) === nameOf(part)).length > 1;
}

type Circumstances = { readonly isAtRisk: boolean; readonly isOnly: (part: Part) => boolean };

/** What makes a piece that is there the wanted one; null where it is better taken out and put back. */
function changeSteps(before: Part, part: Part, { isAtRisk, isOnly }: Circumstances): readonly RestoreStep[] | null {
  const [from, to] = [nameOf(before), nameOf(part)];
  if (part.sort === 'filter' || before.sort !== part.sort || !isOnly(before) || !isOnly(part)) return null;
  if (from !== to) {
    if (part.sort !== 'title') return null;
    const renamed = { ...before, segment: { ...before.segment, text: to } };
    const more = isAtRisk || !isSame(renamed, part) ? [putStep(part, before)] : [];
    return [{ kind: 'reword', from, to }, ...more];
  }
  const { volume } = part.segment;
  const isOnlyLouder =
    volume !== null && !isAtRisk && isSame({ ...before, segment: { ...before.segment, volume } }, part);
  return isOnlyLouder ? [{ kind: 'volume', name: to, volume }] : [putStep(part, before)];
}

function nameOf({ sort, segment: { name, text } }: Part): string {
  return sort === 'title' ? (text ?? name) : name;
}

function endOf({ startMs, durationMs }: DraftSegment): number {
  return startMs + durationMs;
}

function spanOf(segment: DraftSegment) {
  return { fromMs: segment.startMs, toMs: endOf(segment) };
}

function isSame(one: Part, other: Part): boolean {
  const [a, b] = [one.segment, other.segment];
  const near = (x: number, y: number): boolean => Math.abs(x - y) < roundingMs;
  return (
    one.sort === other.sort &&
    nameOf(one) === nameOf(other) &&
    near(a.startMs, b.startMs) &&
    near(a.durationMs, b.durationMs) &&
    Math.abs((a.volume ?? 1) - (b.volume ?? 1)) < 0.005 &&
    near(a.look.fadeInMs ?? 0, b.look.fadeInMs ?? 0) &&
    near(a.look.fadeOutMs ?? 0, b.look.fadeOutMs ?? 0) &&
    JSON.stringify(lookOf(a)) === JSON.stringify(lookOf(b))
  );
}

/** As it can be said: colours in 256 steps, places in thousandths. */
function lookOf({ look: { textSize, textColor, x, y } }: DraftSegment) {
  const round = (value: number): number => Math.round(value * 500) / 500;
  return {
    size: textSize ?? null,
    color: textColor?.map((part) => Math.round(part * 255)) ?? null,
    at: y === undefined ? null : { x: round(x ?? 0), y: round(y) },
  };
}

/** All that is to be said of a piece. `before`: as it is now; null where it is not there. */
function pieceOf({ sort, segment, ...part }: Part, before: Part | null): Piece {
  const { look, volume } = segment;
  const fade = (now: number | undefined, then: number | undefined): number | null | undefined =>
    then ?? (now === undefined ? undefined : null);
  const [fadeInMs, fadeOutMs] = [
    fade(before?.segment.look.fadeInMs, look.fadeInMs),
    fade(before?.segment.look.fadeOutMs, look.fadeOutMs),
  ];
  return {
    sort,
    name: nameOf({ sort, segment, ...part }),
    span: spanOf(segment),
    ...(volume === null || before?.segment.volume === volume ? {} : { volume }),
    ...(fadeInMs === undefined ? {} : { fadeInMs }),
    ...(fadeOutMs === undefined ? {} : { fadeOutMs }),
    ...(sort === 'title' ? { look: titleLook(before?.segment ?? null, segment) } : {}),
  };
}

function titleLook(now: DraftSegment | null, then: DraftSegment): TitleLook {
  const [was, is] = [now && lookOf(now), lookOf(then)];
  return {
    ...(is.size !== null || (was !== null && was.size !== null) ? { size: is.size } : {}),
    ...(is.color !== null || (was !== null && was.color !== null) ? { color: is.color } : {}),
    ...(is.at !== null || (was !== null && was.at !== null) ? { at: is.at } : {}),
  };
}
