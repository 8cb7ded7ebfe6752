import { isDeepStrictEqual } from 'node:util';
import type { DraftSegment } from './draft-parser.ts';
import { effectOf } from './effects.ts';
import type { Matches } from './ripple.ts';
import type { ClipFrame, ClipPart, RestoreStep } from './restore-steps.ts';

/** The clips of the main track now and as they are wanted, and which of those that are wanted are there. */
export type Clips = {
  readonly present: readonly DraftSegment[];
  readonly wanted: readonly DraftSegment[];
  readonly matches: Matches;
};

/** What changes, and from which moment on the picture is another one. */
type ClipSteps = { readonly steps: readonly RestoreStep[]; readonly changesFromMs: number };

/** Each start and length is rounded by itself. */
export const roundingMs = 2;

/** Removes, moves, puts back and trims clips, in this order: then each number is that of the wanted version. */
export function clipSteps({ present, wanted, matches }: Clips): ClipSteps {
  const kept = new Set(matches.values());
  const gone = present.filter((clip) => !kept.has(clip));
  const missing = wanted.filter((clip) => !matches.has(clip));
  const removed = removal(present.flatMap((clip, index) => (kept.has(clip) ? [] : [index + 1])));
  const moves = movesOf(
    present.filter((clip) => kept.has(clip)),
    wanted.flatMap((clip) => matches.get(clip) ?? []),
  );
  const puts = wanted.flatMap((clip, index) => (matches.has(clip) ? [] : [putStep(clip, index + 1)]));
  const parts = wanted.flatMap((clip, index) => partStep(matches.get(clip), clip, index + 1));
  // Where none stays, the video is not to be empty in between.
  const order = kept.size === 0 && puts.length > 0 ? [...puts, ...removed.map(behind(puts.length))] : null;
  const moved = moves.length === 0 ? [] : wanted;
  const changes = [
    ...[...gone, ...missing, ...moved].map(({ startMs }) => startMs),
    ...wanted.flatMap((clip) => changeIn(matches.get(clip), clip)),
  ];
  return {
    steps: [...(order ?? [...removed, ...moves, ...puts]), ...parts],
    changesFromMs: changes.reduce((first, ms) => Math.min(first, ms), Infinity),
  };
}

function removal(numbers: readonly number[]): readonly Extract<RestoreStep, { readonly kind: 'remove-clips' }>[] {
  return numbers.length === 0 ? [] : [{ kind: 'remove-clips', numbers }];
}

function behind(count: number) {
  return (step: Extract<RestoreStep, { readonly kind: 'remove-clips' }>): RestoreStep => ({
    ...step,
    numbers: step.numbers.map((number) => number + count),
  });
}

function putStep(clip: DraftSegment, number: number): RestoreStep {
  return { kind: 'put-clip', number, name: clip.name, part: said(partOf(clip), 1), volume: clip.volume };
}

/** An ordinary speed goes without saying where it was ordinary before. */
function said(part: Part, speedBefore: number): ClipPart {
  return part.speed === 1 && speedBefore === 1 ? { ...part, speed: null } : part;
}

type Part = ClipPart & { readonly speed: number };

function partOf({ sourceInMs, sourceOutMs, durationMs, look }: DraftSegment): Part {
  const inMs = sourceInMs ?? 0;
  const told = sourceOutMs === null || durationMs === 0 ? 1 : (sourceOutMs - inMs) / durationMs;
  // Lengths in whole ms make no speed of their own.
  const speed = look.speed ?? (Math.abs(told - 1) < 0.02 ? 1 : told);
  return { inMs, durationMs, speed: Math.round(speed * 1000) / 1000 };
}

function partStep(present: DraftSegment | undefined, wanted: DraftSegment, number: number): readonly RestoreStep[] {
  if (present === undefined || isSamePart(present, wanted)) return [];
  return [{ kind: 'clip-part', number, part: said(partOf(wanted), partOf(present).speed) }];
}

function isSamePart(one: DraftSegment, other: DraftSegment): boolean {
  const [a, b] = [partOf(one), partOf(other)];
  const near = (x: number, y: number): boolean => Math.abs(x - y) < roundingMs;
  return near(a.inMs, b.inMs) && near(a.durationMs, b.durationMs) && Math.abs(a.speed - b.speed) < 0.005;
}

/** The first moments at which one and the same clip is not seen as before. */
function changeIn(present: DraftSegment | undefined, wanted: DraftSegment): readonly number[] {
  if (present === undefined || isSamePart(present, wanted)) return [];
  const [a, b] = [partOf(present), partOf(wanted)];
  const onlyEnd = a.inMs === b.inMs && a.speed === b.speed;
  const start = Math.min(present.startMs, wanted.startMs);
  return [onlyEnd ? start + Math.min(a.durationMs, b.durationMs) : start];
}

/** As few moves as bring the one order into the other: the longest run that is in order stays. */
function movesOf(from: readonly DraftSegment[], to: readonly DraftSegment[]): readonly RestoreStep[] {
  const places = from.map((clip) => to.indexOf(clip));
  const staying = new Set(longestRise(places).map((place) => to[place]));
  const now = [...from];
  const steps: RestoreStep[] = [];
  for (const [place, clip] of to.entries()) {
    if (staying.has(clip)) continue;
    const number = now.indexOf(clip);
    now.splice(number, 1);
    const before = to[place - 1];
    const target = before === undefined ? 0 : now.indexOf(before) + 1;
    now.splice(target, 0, clip);
    if (target !== number) steps.push({ kind: 'move-clip', number: number + 1, to: target + 1 });
  }
  return steps;
}

function longestRise(numbers: readonly number[]): readonly number[] {
  const best: (readonly number[])[] = [];
  for (const [index, number] of numbers.entries()) {
    const runs = best.filter((run, at) => at < index && (run.at(-1) ?? 0) < number);
    const longest = runs.reduce<readonly number[]>((long, run) => (run.length > long.length ? run : long), []);
    best.push([...longest, number]);
  }
  return best.reduce<readonly number[]>((long, run) => (run.length > long.length ? run : long), []);
}

export function isTransition({ name }: DraftSegment, role: string | undefined): boolean {
  return role === 'transition' || effectOf(name) === 'cross-fade';
}

/** Which clip a transition leads to; null where it stands before the first or beside them all. */
function laterClip(clips: readonly DraftSegment[], { startMs, durationMs }: DraftSegment): DraftSegment | null {
  const found = clips.findIndex((clip) => clip.startMs >= startMs - roundingMs);
  const at = found > 0 && (clips[found]?.startMs ?? 0) <= startMs + durationMs ? found : -1;
  return clips[at] ?? null;
}

type Transitions = { readonly present: readonly DraftSegment[]; readonly wanted: readonly DraftSegment[] };

/** Transitions, by the clip that they lead to. Where the clips around one change, it is said again. */
export function transitionSteps(
  { present, wanted, matches }: Clips,
  transitions: Transitions,
  changesFromMs: number,
): readonly RestoreStep[] {
  const by = (clips: readonly DraftSegment[], all: readonly DraftSegment[]) =>
    new Map(all.map((one) => [laterClip(clips, one), one]));
  const [were, are] = [by(present, transitions.present), by(wanted, transitions.wanted)];
  return wanted.flatMap((clip, index): readonly RestoreStep[] => {
    if (index === 0) return [];
    const match = matches.get(clip);
    const [there, then] = [match && were.get(match), are.get(clip)];
    const isSame = there?.name === then?.name && there?.durationMs === then?.durationMs;
    const isAtRisk = then !== undefined && then.startMs + then.durationMs > changesFromMs;
    if (isSame && !isAtRisk) return [];
    const name = then?.name ?? there?.name ?? '';
    return [{ kind: 'transition', number: index + 1, name, durationMs: then?.durationMs ?? null }];
  });
}

/** Clips that begin neither where the one before ends nor under a transition. */
export function startSteps({ wanted, matches }: Clips, transitions: readonly DraftSegment[]): readonly RestoreStep[] {
  return wanted.flatMap((clip, index): readonly RestoreStep[] => {
    const before = wanted[index - 1];
    const end = before === undefined ? 0 : before.startMs + before.durationMs;
    const isPlaced = Math.abs(clip.startMs - end) > roundingMs;
    const fades = transitions.some((one) => laterClip(wanted, one) === clip);
    const isThere = matches.get(clip)?.startMs === clip.startMs;
    return isPlaced && !fades && !isThere ? [{ kind: 'clip-start', number: index + 1, atMs: clip.startMs }] : [];
  });
}

/** As it can be said: in thousandths. */
function frameOf({ look }: Pick<DraftSegment, 'look'>): ClipFrame {
  const { scale = 1, rotation = 0, x = 0, y = 0, flippedX = false, flippedY = false } = look;
  const round = (value: number): number => Math.round(value * 1000) / 1000;
  return {
    scale: round(scale),
    rotation: round((rotation + 360) % 360),
    flippedX,
    flippedY,
    at: { x: round(x), y: round(y) },
  };
}

/** Zoom, turn, mirroring and place of a clip, where they are not as they were. What is put back lies as usual. */
export function frameSteps({ wanted, matches }: Clips): readonly RestoreStep[] {
  return wanted.flatMap((clip, index): readonly RestoreStep[] => {
    const [now, then] = [frameOf(matches.get(clip) ?? { look: {} }), frameOf(clip)];
    return isDeepStrictEqual(now, then) ? [] : [{ kind: 'clip-frame', number: index + 1, frame: then }];
  });
}

export function volumeSteps({ wanted, matches }: Clips): readonly RestoreStep[] {
  return wanted.flatMap((clip, index): readonly RestoreStep[] => {
    const present = matches.get(clip);
    const level = clip.volume ?? 1;
    if (present === undefined || Math.abs((present.volume ?? 1) - level) < 0.005) return [];
    return [{ kind: 'clip-volume', number: index + 1, volume: level }];
  });
}
