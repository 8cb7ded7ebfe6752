import { type Asset, endOf, type Item, type Plan, type Row } from './plan.ts';
import { type FrameRate, framesIn, perSecond } from './timecode.ts';
import { relativeUrl, writable } from './text.ts';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/**
 * The cut as OpenTimelineIO JSON. Objects are written in their first versions (`Clip.1`), which every reader takes and newer ones
 * raise by themselves. OpenTimelineIO has no titles, volumes or looks: words are a generator's parameter, the rest is metadata.
 */
export function writeOtio(plan: Plan): string {
  const pictures = plan.rows.filter(({ kind }) => kind !== 'audio');
  const sounds = [...pictures.map(soundOf), ...plan.rows.filter(({ kind }) => kind === 'audio')];
  const tracks = [...pictures, ...sounds.filter(({ items }) => items.length > 0)];
  return `${JSON.stringify(
    object('Timeline.1', plan.name, {
      global_start_time: null,
      tracks: object('Stack.1', 'tracks', { ...itemDefaults, children: tracks.map((row) => track(row, plan.rate)) }),
    }),
    null,
    2,
  )}\n`;
}

const itemDefaults = { source_range: null, effects: [], markers: [], enabled: true };

/** What a row of pictures sounds like: a track holds one or the other. */
function soundOf({ items }: Row): Row {
  return { kind: 'audio', items: items.filter(({ asset, volume }) => asset?.info.hasAudio === true && volume !== 0) };
}

const kinds: Readonly<Record<Row['kind'], string>> = { video: 'Video', title: 'Video', audio: 'Audio' };
const names: Readonly<Record<Row['kind'], string>> = { video: 'Video', title: 'Titles', audio: 'Audio' };

function track({ kind, items }: Row, rate: FrameRate): Json {
  const children: Json[] = [];
  let at = 0;
  for (const item of items) {
    if (item.start > at) children.push(gap('', item.start - at, rate));
    children.push(child(item, rate));
    at = endOf(item);
  }
  return object('Track.1', names[kind], { ...itemDefaults, children, kind: kinds[kind] });
}

function child(item: Item, rate: FrameRate): Json {
  if (item.asset === null && item.words === null) return gap(item.name, item.duration, rate);
  const info = { ...(item.volume === null ? {} : { volume: item.volume }), ...item.look };
  const metadata = Object.keys(info).length === 0 ? {} : { rushes: info };
  return object(
    'Clip.1',
    item.name,
    {
      ...itemDefaults,
      source_range: range(item.source, item.duration, rate, item.asset),
      media_reference: item.asset === null ? generator(item.words ?? '') : reference(item.asset, rate),
    },
    metadata,
  );
}

function gap(name: string, frames: number, rate: FrameRate): Json {
  return object('Gap.1', name, { ...itemDefaults, source_range: range(0, frames, rate) });
}

function generator(words: string): Json {
  return object('GeneratorReference.1', 'Title', {
    available_range: null,
    generator_kind: 'Title',
    parameters: { text: writable(words) },
  });
}

function reference(asset: Asset, rate: FrameRate): Json {
  const { path, name, info, kind } = asset;
  const known = info.durationMs !== null && kind !== 'image';
  return object('ExternalReference.1', name, {
    target_url: relativeUrl(path),
    available_range: known ? range(0, framesIn(info.durationMs, rate), rate, asset) : null,
  });
}

/** `asset`: whose own time it is, which may begin with a timecode, and is told in its frames then. */
function range(start: number, duration: number, rate: FrameRate, asset: Asset | null = null): Json {
  const timecode = asset?.info.timecode ?? null;
  const ownRate = timecode?.rate ?? rate;
  const frames = Math.round((start * perSecond(ownRate)) / perSecond(rate)) + (timecode?.frames ?? 0);
  return { OTIO_SCHEMA: 'TimeRange.1', start_time: time(frames, ownRate), duration: time(duration, rate) };
}

function time(frames: number, rate: FrameRate): Json {
  return { OTIO_SCHEMA: 'RationalTime.1', rate: perSecond(rate), value: frames };
}

function object(
  schema: string,
  name: string,
  members: Readonly<Record<string, Json>>,
  metadata: Readonly<Record<string, Json>> = {},
): Json {
  return { OTIO_SCHEMA: schema, metadata, name: writable(name), ...members };
}
