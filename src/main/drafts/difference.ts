import { isDeepStrictEqual } from 'node:util';
import type { DraftChange, TrackKind } from '../../shared/domain/timeline.ts';
import { parseJson } from '../parse-json.ts';
import { labelOf, type DraftReading, type DraftSegment } from './draft-parser.ts';
import { createRipple, type Matches } from './ripple.ts';
import { endsStep, type Steps } from './steps.ts';
import { isRecord, unsigned } from './values.ts';

const kinds: readonly TrackKind[] = ['video', 'audio', 'text', 'other'];

/** Names what two segments must share to be the same one in two drafts; null where the segment cannot be matched this way. */
type Identity = (segment: DraftSegment, kind: TrackKind) => string | null;

/**
 * From the surest sign to the faintest. Content goes before the bare id, since a cloud that numbers segments by place reuses ids
 * after a removal; `start` keeps equal segments apart.
 */
const identities: readonly Identity[] = [
  (segment, kind) => join(segment.key, content(segment, kind), segment.startMs),
  (segment, kind) => join(segment.key, content(segment, kind)),
  (segment, kind) => join(content(segment, kind), segment.startMs),
  (segment, kind) => content(segment, kind),
  // An address may be signed in its path, too.
  (segment) => join(segment.key, segment.name),
  // Only a title keeps its identity when its content changes; another clip in the same place is another clip.
  (segment, kind) => (kind === 'text' ? segment.key : null),
  (segment, kind) => (kind === 'text' ? String(segment.startMs) : null),
];

/**
 * What became different between two drafts, by kind of track: first what was removed, then what was added or changed, in the order
 * of the later draft. The order of tracks, and of segments in their lists, makes no difference. Without a draft before, all was added.
 * What merely followed something in front of it has not moved: nobody did anything to it.
 */
export function* differenceOf(before: DraftReading | null, after: DraftReading): Steps<readonly DraftChange[]> {
  const present = (reading: DraftReading | null, kind: TrackKind) => (reading ? segmentsOf(reading, kind) : []);
  const matches = new Map<DraftSegment, DraftSegment>();
  for (const kind of kinds) {
    const found = yield* matchAll(kind, present(before, kind), present(after, kind));
    for (const [segment, match] of found) matches.set(segment, match);
  }
  const followed = createRipple(before, after, matches);
  const placed = placesOf(before, after);
  const found: (readonly DraftChange[])[] = [];
  for (const kind of kinds)
    found.push(yield* differInKind(kind, present(before, kind), present(after, kind), { matches, followed, placed }));
  return found.flat();
}

type Found = {
  readonly matches: Matches;
  readonly followed: (segment: DraftSegment) => boolean;
  readonly placed: (change: DraftChange, segment: DraftSegment) => DraftChange;
};

/** Says of a change where its segment stands. Of a first draft nothing is said: all of it is new. */
function placesOf(before: DraftReading | null, after: DraftReading): Found['placed'] {
  if (before === null) return (change) => change;
  const names = new Map<DraftSegment, string>();
  for (const { tracks } of [before, after])
    for (const [track, { segments }] of tracks.entries())
      for (const [index, segment] of segments.entries()) names.set(segment, `${track}:${index}`);
  return (change, segment) => {
    const { startMs, durationMs } = segment;
    return { ...change, at: { segment: names.get(segment) ?? '', startMs, endMs: startMs + durationMs } };
  };
}

function* differInKind(
  kind: TrackKind,
  before: readonly DraftSegment[],
  after: readonly DraftSegment[],
  { matches, followed, placed }: Found,
): Steps<readonly DraftChange[]> {
  const kept = new Set(matches.values());
  const found: DraftChange[] = before
    .filter((segment) => !kept.has(segment))
    .map((segment) => placed(removed(kind, segment), segment));
  for (const [index, segment] of after.entries()) {
    const match = matches.get(segment);
    const now =
      match === undefined
        ? [added(kind, segment)]
        : changes(kind, match, segment).filter(({ kind: how }) => how !== 'moved' || !followed(segment));
    for (const change of now) found.push(placed(change, segment));
    if (endsStep(index)) yield;
  }
  return found;
}

/** Which earlier segment each later one was; an earlier one is given away once. */
export function* matchAll(
  kind: TrackKind,
  before: readonly DraftSegment[],
  after: readonly DraftSegment[],
): Steps<Matches> {
  const matches = new Map<DraftSegment, DraftSegment>();
  const free = new Set(before);
  for (const identity of identities) {
    if (free.size === 0 || matches.size === after.length) break;
    const candidates = group([...free].reverse(), (segment) => identity(segment, kind));
    for (const [index, segment] of after.entries()) {
      if (endsStep(index)) yield;
      const sign = matches.has(segment) ? null : identity(segment, kind);
      const match = sign === null ? undefined : candidates.get(sign)?.pop();
      if (!match) continue;
      matches.set(segment, match);
      free.delete(match);
    }
  }
  return matches;
}

/** The segments by their sign, each group from its last one on, so that the first is taken from its end. */
function group(segments: Iterable<DraftSegment>, sign: (segment: DraftSegment) => string | null) {
  const groups = new Map<string | null, DraftSegment[]>();
  for (const segment of segments) {
    const key = sign(segment);
    const members = groups.get(key);
    if (members) members.push(segment);
    else groups.set(key, [segment]);
  }
  return groups;
}

function changes(kind: TrackKind, before: DraftSegment, after: DraftSegment): readonly DraftChange[] {
  const [from, to] = [labelOf(kind, before), labelOf(kind, after)];
  const subject = { track: kind, name: to };
  const found: readonly (DraftChange | null)[] = [
    isRenamed(kind, before, after) ? { kind: 'renamed', track: kind, from, to } : null,
    before.durationMs === after.durationMs
      ? null
      : { kind: 'trimmed', ...subject, fromMs: before.durationMs, toMs: after.durationMs },
    before.startMs === after.startMs
      ? null
      : { kind: 'moved', ...subject, fromMs: before.startMs, toMs: after.startMs },
    before.volume === after.volume ? null : { kind: 'volume', ...subject, from: before.volume, to: after.volume },
  ];
  const told = found.filter((change) => change !== null);
  return told.length === 0 && !isAlike(before, after) ? [{ kind: 'restyled', ...subject }] : told;
}

function isAlike(before: DraftSegment, after: DraftSegment): boolean {
  const styleOf = ({ look, sourceInMs }: DraftSegment) => [look, sourceInMs ?? 0];
  return isDeepStrictEqual(styleOf(before), styleOf(after));
}

/** By all of its words: of a long title only the beginning is told. */
function isRenamed(kind: TrackKind, before: DraftSegment, after: DraftSegment): boolean {
  const [from, to] =
    kind === 'text' ? [before.text ?? before.name, after.text ?? after.name] : [before.name, after.name];
  return from !== to;
}

function added(kind: TrackKind, segment: DraftSegment): DraftChange {
  const { startMs, durationMs, volume } = segment;
  return { kind: 'added', track: kind, name: labelOf(kind, segment), startMs, endMs: startMs + durationMs, volume };
}

function removed(kind: TrackKind, segment: DraftSegment): DraftChange {
  return { kind: 'removed', track: kind, name: labelOf(kind, segment) };
}

function segmentsOf(reading: DraftReading, kind: TrackKind): readonly DraftSegment[] {
  return reading.tracks.filter((track) => track.kind === kind).flatMap((track) => track.segments);
}

function content(segment: DraftSegment, kind: TrackKind): string {
  if (kind === 'text') return segment.text ?? segment.name;
  return segment.url === null ? segment.name : unsigned(segment.url);
}

function join(...parts: readonly (string | number)[]): string {
  return parts.join('\0');
}

/** What people wrote: an address in it is part of the words. */
const wordKeys: ReadonlySet<string> = new Set(['text', 'content']);

type Pair = { readonly key: string; readonly one: unknown; readonly other: unknown };

/**
 * Whether two drafts say the same. Wire contract, "The draft": "two drafts that differ only in the query of an address are the same
 * draft"; these are `signed-anew`. Without recursion, since nobody says how deep a draft is.
 */
export function compareDrafts(one: unknown, other: unknown): 'same' | 'signed-anew' | 'other' {
  const open: Pair[] = [{ key: '', one, other }];
  let signedAnew = false;
  for (let pair = open.pop(); pair !== undefined; pair = open.pop()) {
    const inner = within(pair);
    if (inner === null) return 'other';
    signedAnew ||= inner.length === 0 && typeof pair.one === 'string' && pair.one !== pair.other;
    for (const next of inner) open.push(next);
  }
  return signedAnew ? 'signed-anew' : 'same';
}

/** What is still to be compared for the pair to be the same; null where it differs. */
function within({ key, one, other }: Pair): readonly Pair[] | null {
  if (one === other) return [];
  if (typeof one === 'string' && typeof other === 'string') return withinTexts({ key, one, other });
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length ? one.map((item, index) => ({ key, one: item, other: other[index] })) : null;
  if (!isRecord(one) || !isRecord(other)) return null;
  const keys = Object.keys(one);
  const alike = keys.length === Object.keys(other).length && keys.every((name) => Object.hasOwn(other, name));
  return alike ? keys.map((name) => ({ key: name, one: one[name], other: other[name] })) : null;
}

/** A text may be an address, or a whole draft or title written as JSON. */
function withinTexts({ key, one, other }: { readonly key: string; readonly one: string; readonly other: string }) {
  const parsed = [one, other].map((text) => (/^\s*[[{]/.test(text) ? parseJson(text) : null));
  if (parsed.every((value) => value !== null)) return [{ key, one: parsed[0], other: parsed[1] }];
  return !wordKeys.has(key) && unsigned(one) === unsigned(other) ? [] : null;
}
