import type { Segment, Timeline, TrackKind } from '../../shared/domain/timeline.ts';
import { labelOf, type DraftReading, type DraftSegment, type DraftTrack } from './draft-parser.ts';
import { shortened } from './values.ts';

/** The reading as it crosses to the window: addresses and ids stay behind. `version` counts from 1. */
export function toTimeline(reading: DraftReading, version: number): Timeline {
  return {
    version,
    durationMs: reading.durationMs,
    tracks: reading.tracks.map(({ kind, role, segments }) => ({
      kind,
      ...(role === undefined ? {} : { role }),
      segments: segments.map(visible),
    })),
    summary: summarize(reading),
  };
}

function visible({ name, startMs, durationMs, text, volume, sourceInMs, sourceOutMs, look }: DraftSegment): Segment {
  const isPart = sourceInMs !== null || sourceOutMs !== null;
  return {
    name,
    startMs,
    durationMs,
    text: text === null ? null : shortened(text),
    volume,
    ...(isPart ? { source: { inMs: sourceInMs ?? 0, outMs: sourceOutMs } } : {}),
    ...(look.speed === undefined ? {} : { speed: look.speed }),
  };
}

const labels: Readonly<Record<TrackKind, string>> = { video: 'Video', audio: 'BGM', text: 'Title', other: 'Track' };

/** A line of more tracks is none that anybody reads, or listens to. */
const mostTracks = 40;

/**
 * The one line of the wire contract: `Timeline (3 tracks): 1. Video: city timelapse (0-10s) 2. BGM: Lo-fi (0-10s, 35%)
 * 3. Title: "Urban Dreams" (0-3s)`. A track of several segments is named by its first, as in `intro +2`; its range covers all of
 * them and its volume is given where all agree. English by contract, whatever the language of the window.
 */
export function summarize(reading: DraftReading): string {
  const count = reading.tracks.length;
  const head = `Timeline (${count} ${count === 1 ? 'track' : 'tracks'})`;
  const tracks = reading.tracks.slice(0, mostTracks).map((track, index) => `${index + 1}. ${describe(track)}`);
  const more = count > mostTracks ? [`… +${count - mostTracks}`] : [];
  return tracks.length > 0 ? `${head}: ${[...tracks, ...more].join(' ')}` : head;
}

function describe(track: DraftTrack): string {
  const volume = commonVolume(track);
  const details = [range(track), ...(volume === null ? [] : [`${Math.round(volume * 100)}%`])];
  return `${labels[track.kind]}: ${nameOf(track)} (${details.join(', ')})`;
}

function nameOf({ kind, segments }: DraftTrack): string {
  const first = segments[0];
  const label = first ? labelOf(kind, first).replace(/\s+/g, ' ') : '';
  const name = kind === 'text' ? `"${label}"` : label || 'untitled';
  return segments.length > 1 ? `${name} +${segments.length - 1}` : name;
}

function range({ segments }: DraftTrack): string {
  const start = segments.reduce((least, segment) => Math.min(least, segment.startMs), Infinity);
  const end = segments.reduce((most, segment) => Math.max(most, segment.startMs + segment.durationMs), 0);
  return `${seconds(start)}-${seconds(end)}s`;
}

function seconds(ms: number): string {
  return String(Math.round(ms / 100) / 10);
}

function commonVolume({ segments }: DraftTrack): number | null {
  const volume = segments[0]?.volume ?? null;
  return segments.every((segment) => segment.volume === volume) ? volume : null;
}
