import type { Segment, TrackKind, TrackRole } from '../../shared/domain/timeline.ts';
import { parseJson } from '../parse-json.ts';
import { type Look, readLook } from './look.ts';
import { atOnce, endsStep, isLong, type Steps } from './steps.ts';
import { roleOf } from './track-role.ts';
import { createTimeReader, type Source, type TimeReader } from './times.ts';
import {
  firstOf,
  isRecord,
  type Parse,
  shortened,
  toId,
  toName,
  toNumber,
  toText,
  toUrl,
  toVolume,
  unsigned,
} from './values.ts';

/**
 * A segment as main knows it. `name` is one line and may be empty where the draft gives none. `url` is https, or http on loopback.
 * `sourceInMs` and `sourceOutMs` bound the piece of the source that plays. `key` tells segments of one draft apart from draft to
 * draft: the cloud's id where there is one, else what the segment holds. Two segments may share a key.
 */
export type DraftSegment = Segment &
  Source & {
    readonly url: string | null;
    readonly key: string;
    readonly look: Look;
  };

export type DraftTrack = {
  readonly kind: TrackKind;
  readonly role?: TrackRole;
  readonly segments: readonly DraftSegment[];
};

/** What the app understands of a draft: tracks that hold something, in the draft's order. `durationMs` is where the last one ends. */
export type DraftReading = {
  readonly tracks: readonly DraftTrack[];
  readonly durationMs: number;
};

/** What people call the segment: a title by its words, as far as they tell it from others; all else by its name. */
export function labelOf(kind: TrackKind, segment: Segment): string {
  return kind === 'text' ? shortened(segment.text ?? segment.name) : segment.name;
}

/**
 * Where a segment's properties may stand. Wire contract, "The draft": only `d` and `m` are certain, the rest is a guess from
 * plausible spellings. `id` is not in the contract at all. This, and `times.ts` for times, is the place to correct when more is known.
 */
const spellings = {
  id: ['id', 'm.id'],
  url: ['m.url', 'm.src', 'url', 'src', 'm.uri'],
  name: ['m.name', 'm.title', 'n', 'name'],
  text: ['m.text', 'm.content', 'text'],
  volume: ['m.volume', 'v', 'volume'],
} as const;

/** What the draft may say of its picture. In the contract ("The draft") are only the width and height of `m`. */
const canvasSpellings = {
  fps: ['fps', 'm.fps', 'canvas_config.fps'],
  width: ['m.width', 'canvas_config.width', 'canvas.width', 'width'],
  height: ['m.height', 'canvas_config.height', 'canvas.height', 'height'],
} as const;

const trackKinds: ReadonlyMap<number | null, TrackKind> = new Map([
  [0, 'video'],
  [1, 'audio'],
  [7, 'text'],
]);

/** What the user's own file at this address is called; null for an address that is none. */
export type OwnName = (url: string) => string | null;

/**
 * Reads a draft of whatever shape, an object or its JSON text. Never throws: what cannot be read is left out, a segment without
 * a start follows the one before it on its track, and a draft of an unknown shape reads as empty.
 */
export function readDraft(draft: unknown, ownName: OwnName = noName): DraftReading {
  return atOnce(readingOf(draft, ownName));
}

export const noName: OwnName = () => null;

/** The same in steps. */
export function* readingOf(draft: unknown, ownName: OwnName): Steps<DraftReading> {
  const whole = wholeOf(draft);
  const raw = rawTracks(draft).map((track) => ({
    track,
    kind: kindOf(track),
    segments: rawSegments(track).filter(isRecord),
  }));
  // Whoever reads in steps may just have parsed the draft, and its times are looked at together.
  const inPieces = raw.some(({ segments }) => isLong(segments.length));
  if (inPieces) yield;
  const times = createTimeReader(
    isRecord(whole) ? whole['d'] : null,
    raw.map(({ kind, segments }) => ({ isWords: kind === 'text', segments })),
  );
  if (inPieces) yield;
  const tracks: DraftTrack[] = [];
  for (const { track, kind, segments } of raw) {
    const read = yield* readTrack(kind, segments, { times, ownName });
    const role = kind === 'other' ? roleOf(track, segments) : null;
    if (read.segments.length > 0) tracks.push(role === null ? read : { ...read, role });
  }
  const end = tracks
    .flatMap((track) => track.segments)
    .reduce((latest, segment) => Math.max(latest, endOf(segment)), 0);
  return { tracks, durationMs: end };
}

/** The picture of a cut: frames in a second (1..120), and pixels. Null where nothing says so. */
export type Canvas = { readonly fps: number | null; readonly width: number | null; readonly height: number | null };

/** As the draft says, else the `canvas_config` beside it in the state (wire contract: "Calls"), whose keys are not in the contract either. */
export function readCanvas(draft: unknown, config: unknown): Canvas {
  const sources = [wholeOf(draft), { canvas_config: config }];
  const within = (least: number, most: number) => (value: unknown) => {
    const number = toNumber(value);
    return number !== null && number >= least && number <= most ? number : null;
  };
  const pixels = (value: unknown): number | null => {
    const number = within(16, 16_384)(value);
    return number !== null && Number.isInteger(number) ? number : null;
  };
  const found = (paths: readonly string[], parse: Parse<number>): number | null =>
    sources.map((source) => firstOf(source, paths, parse)).find((value) => value !== null) ?? null;
  return {
    fps: found(canvasSpellings.fps, within(1, 120)),
    width: found(canvasSpellings.width, pixels),
    height: found(canvasSpellings.height, pixels),
  };
}

/** Whether the draft says what is on the timeline, be it nothing. One of another shape says as little as none. */
export function isReadable(draft: unknown): boolean {
  const whole = wholeOf(draft);
  return isRecord(whole) && Array.isArray(whole['t']);
}

/** Wire contract: "Export is possible when `draft.t` has at least one track with a non-empty `sg`". */
export function hasContent(draft: unknown): boolean {
  return rawTracks(draft).some((track) => rawSegments(track).length > 0);
}

function wholeOf(draft: unknown): unknown {
  return typeof draft === 'string' ? parseJson(draft) : draft;
}

function rawTracks(draft: unknown): readonly unknown[] {
  return listAt(wholeOf(draft), 't');
}

function rawSegments(track: unknown): readonly unknown[] {
  return listAt(track, 'sg');
}

function listAt(value: unknown, key: 't' | 'sg'): readonly unknown[] {
  const list = isRecord(value) ? value[key] : null;
  return Array.isArray(list) ? list : [];
}

function kindOf(track: unknown): TrackKind {
  return trackKinds.get(firstOf(track, ['tt'], toNumber)) ?? 'other';
}

type SegmentReading = { readonly times: TimeReader; readonly ownName: OwnName };

function* readTrack(kind: TrackKind, raw: readonly unknown[], reading: SegmentReading): Steps<DraftTrack> {
  const segments: DraftSegment[] = [];
  for (const [index, rawSegment] of raw.entries()) {
    const previous = segments.at(-1);
    segments.push(readSegment(rawSegment, reading, previous ? endOf(previous) : 0));
    if (endsStep(index)) yield;
  }
  return { kind, segments };
}

function readSegment(raw: unknown, { times, ownName }: SegmentReading, followsAtMs: number): DraftSegment {
  const url = firstOf(raw, spellings.url, toUrl);
  const text = firstOf(raw, spellings.text, toText);
  const ofFile = toName(url);
  const given = firstOf(raw, spellings.name, toName);
  // What the cloud calls a file says less than what its user does.
  const own = url !== null && (given === null || given === ofFile) ? ownName(url) : null;
  const name = own ?? given ?? ofFile ?? toName(text) ?? '';
  const source = times.source(raw);
  const durationMs = times.length(raw) ?? spanOf(source) ?? 0;
  return {
    name,
    startMs: times.start(raw) ?? followsAtMs,
    durationMs,
    text,
    volume: firstOf(raw, spellings.volume, toVolume),
    url,
    ...source,
    look: readLook(raw, times, durationMs),
    key: keyOf(firstOf(raw, spellings.id, toId), url, text, name),
  };
}

function spanOf({ sourceInMs, sourceOutMs }: Source): number | null {
  return sourceOutMs === null ? null : Math.max(0, sourceOutMs - (sourceInMs ?? 0));
}

function keyOf(id: string | null, url: string | null, text: string | null, name: string): string {
  if (id !== null) return `id:${id}`;
  if (url !== null) return `url:${unsigned(url)}`;
  return text === null ? `name:${name}` : `text:${text}`;
}

function endOf(segment: DraftSegment): number {
  return segment.startMs + segment.durationMs;
}

/** A segment that can be played. */
export type Clip = DraftSegment & { readonly url: string };

/**
 * The clip to preview, or null where no video segment has an address. The clip nearest the end of the first video track that has
 * any: that is where agents append. With the reading before it, clips whose address was not there come first, on any video track.
 */
export function newestClip(reading: DraftReading, before: DraftReading | null = null): Clip | null {
  const tracks = clipTracks(reading);
  const known = new Set(before ? clipTracks(before).flatMap(urlsOf) : []);
  const fresh = before ? tracks.flatMap((clips) => clips.filter((clip) => !known.has(unsigned(clip.url)))) : [];
  return latest(fresh) ?? latest(tracks[0] ?? []);
}

/** Every clip of the video tracks that can be played, once, in the order in which they begin. */
export function playableClips(reading: DraftReading): readonly Clip[] {
  const clips = clipTracks(reading)
    .flat()
    .toSorted((a, b) => a.startMs - b.startMs);
  return [...new Map(clips.map((clip) => [clip.url, clip])).values()];
}

function clipTracks(reading: DraftReading): readonly (readonly Clip[])[] {
  return reading.tracks
    .filter((track) => track.kind === 'video')
    .map((track) => track.segments.filter((segment): segment is Clip => segment.url !== null))
    .filter((clips) => clips.length > 0);
}

function urlsOf(clips: readonly Clip[]): readonly string[] {
  return clips.map((clip) => unsigned(clip.url));
}

/** The clip that starts last; of several at once the last in the list. */
function latest(clips: readonly Clip[]): Clip | null {
  return clips.reduce<Clip | null>((best, clip) => (best === null || clip.startMs >= best.startMs ? clip : best), null);
}
