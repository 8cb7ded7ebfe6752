import { lengthOf, type Cut, type Segment, type TrackKind } from './edits.ts';

/**
 * How a session's drafts are spelled. The contract leaves a segment's properties open, so sessions differ: `short` uses the
 * likeliest keys; `timerange` the long ones, with volumes of 0 to 100; `bare` gives no start at all (segments lie one after
 * another) and the rarer names.
 */
export type Dialect = 'short' | 'timerange' | 'bare';

export const dialects: readonly Dialect[] = ['short', 'timerange', 'bare'];

// Wire contract: 0 video, 1 audio, 7 text, others exist; 6 stands for one of those.
const trackTypes: Readonly<Record<TrackKind, number>> = { video: 0, audio: 1, effect: 6, text: 7 };

/** A cut as the cloud sends it. Keys that no client knows are part of it: they must come back with a render. */
export function writeDraft(cut: Cut, dialect: Dialect, revision: number): Readonly<Record<string, unknown>> {
  return {
    v: '3.2',
    rev: revision,
    fps: 30,
    d: lengthOf(cut),
    t: cut.tracks.map((track, index) => ({
      id: `tr_${index}`,
      tt: trackTypes[track.kind],
      lk: false,
      sg: track.segments.map((segment, position) => ({
        id: `sg_${index}_${position}`,
        ...spell[dialect](segment),
        x: { blend: 'normal', z: index, kf: [] },
      })),
    })),
    x: { origin: 'agent', locale: null },
  };
}

type Spelling = (segment: Segment) => Readonly<Record<string, unknown>>;

const spell: Readonly<Record<Dialect, Spelling>> = {
  short: (segment) => ({
    s: segment.startMs,
    d: segment.durationMs,
    m: present({
      url: segment.url,
      name: segment.name,
      text: segment.text,
      volume: segment.volume,
      in: segment.url === null ? null : segment.inMs,
    }),
  }),
  timerange: (segment) => ({
    d: segment.durationMs,
    target_timerange: { start: segment.startMs, duration: segment.durationMs },
    sr: { s: segment.inMs, d: segment.durationMs },
    m: present({ src: segment.url, title: segment.name, content: segment.text }),
    ...present({ volume: segment.volume === null ? null : Math.round(segment.volume * 100) }),
  }),
  bare: (segment) => ({
    d: segment.durationMs,
    n: segment.name,
    ...present({ text: segment.text, v: segment.volume }),
    m: present({ uri: segment.url }),
  }),
};

function present(values: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null));
}
