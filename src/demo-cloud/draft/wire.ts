import type { Ratio } from '../../shared/scene/scene.ts';
import { readScene } from '../../shared/scene/read-scene.ts';
import { lengthOf, type Cut, type Segment, type TrackKind } from './cut.ts';

/**
 * How a session's drafts are spelled. The contract leaves a segment's properties open, so sessions differ: `short` uses the
 * likeliest keys; `timerange` the long ones, with volumes of 0 to 100; `bare` gives no start where segments lie one after
 * another, and the rarer names.
 */
export type Dialect = 'short' | 'timerange' | 'bare';

export const dialects: readonly Dialect[] = ['short', 'timerange', 'bare'];

// Wire contract: 0 video, 1 audio, 7 text, others exist; 6 stands for one of those.
const trackTypes: Readonly<Record<TrackKind, number>> = {
  video: 0,
  audio: 1,
  effect: 6,
  filter: 6,
  transition: 6,
  text: 7,
};

/** A cut as the cloud sends it. Keys that no client knows are part of it: they must come back with a render. */
export function writeDraft(cut: Cut, dialect: Dialect, revision: number): Readonly<Record<string, unknown>> {
  return {
    v: '3.2',
    rev: revision,
    fps: 30,
    d: lengthOf(cut),
    m: sizeOf(cut),
    t: cut.tracks.map((track, index) => ({
      id: `tr_${index}`,
      tt: trackTypes[track.kind],
      ...(track.kind === 'filter' || track.kind === 'transition' ? { type: track.kind } : {}),
      lk: false,
      sg: track.segments.map((segment, position) => ({
        id: `sg_${segment.id}`,
        ...spell[dialect](segment, followsAt(track.segments[position - 1])),
        x: { blend: 'normal', z: index, kf: [] },
      })),
    })),
    x: { origin: 'agent', locale: null },
  };
}

const shortSide = 720;

/** The canvas beside the draft, in pixels. */
export function canvasOf(cut: Cut): { readonly width: number; readonly height: number; readonly ratio: Ratio } {
  return { ...sizeOf(cut), ratio: cut.ratio };
}

/** As large as the largest clip was asked for. */
function sizeOf({ ratio, tracks }: Cut): { readonly width: number; readonly height: number } {
  const sizes: Readonly<Record<Ratio, readonly [number, number]>> = {
    '16:9': [1280, shortSide],
    '9:16': [shortSide, 1280],
    '1:1': [shortSide, shortSide],
    '4:5': [shortSide, 900],
  };
  const segments = tracks.flatMap((track) => (track.kind === 'video' ? track.segments : []));
  const isFullHd = segments.some(({ prompt }) => prompt !== null && readScene(prompt).isFullHd);
  const scale = isFullHd ? 1.5 : 1;
  const [width, height] = sizes[ratio];
  return { width: width * scale, height: height * scale };
}

function followsAt(before: Segment | undefined): number {
  return before === undefined ? 0 : before.startMs + before.durationMs;
}

type Spelling = (segment: Segment, followsAtMs: number) => Readonly<Record<string, unknown>>;

/** How long a title comes and goes, ms, where it stands long enough to be read meanwhile. */
const titleFadeMs = 300;
const longEnoughMs = 1500;

/** What the contract guesses to be JianYing's words, the same in all dialects. */
function looks({
  speed,
  style,
  text,
  startMs,
  durationMs,
  framing = {},
  ...fades
}: Segment): Readonly<Record<string, unknown>> {
  const { x, y } = text === null ? framing : style;
  const { scale, rotation, flippedX = false, flippedY = false } = framing;
  const usual = text !== null && durationMs >= longEnoughMs ? titleFadeMs : 0;
  // Whoever looks at the film's first frame sees its title.
  const [fadeInMs, fadeOutMs] = [fades.fadeInMs || (startMs > 0 ? usual : 0), fades.fadeOutMs || usual];
  return {
    ...(speed === 1 ? {} : { speed }),
    ...(fadeInMs === 0 ? {} : { fade_in_duration: fadeInMs }),
    ...(fadeOutMs === 0 ? {} : { fade_out_duration: fadeOutMs }),
    ...(x === undefined && y === undefined && Object.keys(framing).length === 0
      ? {}
      : {
          clip: {
            alpha: 1,
            ...(x === undefined && y === undefined ? {} : { transform: present({ x: x ?? 0, y: y ?? null }) }),
            ...(scale === undefined ? {} : { scale: { x: scale, y: scale } }),
            ...(rotation === undefined ? {} : { rotation }),
            ...(flippedX || flippedY ? { flip: { horizontal: flippedX, vertical: flippedY } } : {}),
          },
        }),
  };
}

/** A title's words, with their style as JSON where they have one. */
function wordsOf({ text, style }: Segment): string | null {
  if (text === null || (style.size === undefined && style.color === undefined)) return text;
  return JSON.stringify({ text, ...present({ size: style.size ?? null, color: style.color ?? null }) });
}

const spell: Readonly<Record<Dialect, Spelling>> = {
  short: (segment) => ({
    s: segment.startMs,
    d: segment.durationMs,
    ...looks(segment),
    m: present({
      url: segment.url,
      name: segment.name,
      text: wordsOf(segment),
      volume: segment.volume,
      in: segment.url === null ? null : segment.inMs,
    }),
  }),
  timerange: (segment) => ({
    d: segment.durationMs,
    target_timerange: { start: segment.startMs, duration: segment.durationMs },
    ...(segment.url === null ? {} : { sr: { s: segment.inMs, d: sourceLength(segment) } }),
    ...looks(segment),
    m: present({ src: segment.url, title: segment.name, content: wordsOf(segment) }),
    ...present({ volume: segment.volume === null ? null : Math.round(segment.volume * 100) }),
  }),
  bare: (segment, followsAtMs) => ({
    ...(segment.startMs === followsAtMs ? {} : { st: segment.startMs }),
    d: segment.durationMs,
    n: segment.name,
    ...looks(segment),
    ...present({ text: wordsOf(segment), v: segment.volume }),
    ...(segment.inMs === 0 ? {} : { source_timerange: { start: segment.inMs, duration: sourceLength(segment) } }),
    m: present({ uri: segment.url }),
  }),
};

function sourceLength({ durationMs, speed }: Segment): number {
  return Math.round(durationMs * speed);
}

function present(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
