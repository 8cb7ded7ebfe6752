import type { Movie, Track } from './movie.ts';
import { durationOf, isSync, type Samples, shownAt, sliceGrains, sliceSamples } from './samples.ts';

/** What is kept of a track. */
export type Part = {
  readonly track: Track;
  readonly samples: Samples;
  /** The new edit list: so many seconds of nothing, then from this tick of the kept samples on, for so many seconds. */
  readonly delay: number;
  readonly mediaStart: number;
  readonly seconds: number;
};

export type CutPlan = {
  /** Where in the source the part begins, in seconds. */
  readonly start: number;
  readonly parts: readonly Part[];
};

/**
 * Which samples a part of a film needs: pictures from the last key frame at or before the in point on, sound from there too, and one
 * sample more, since many codecs decode a sample with the one before. Edit lists hide what is too much. In seconds. Null where there
 * is nothing to keep, or no edit list could say it.
 */
export function planCut({ tracks }: Movie, from: number, to: number): CutPlan | null {
  const video = tracks.find(({ kind, isStill }) => kind === 'video' && !isStill);
  const start = video === undefined ? from : keyFrameBefore(video, from);
  if (start === null) return null;
  const parts: Part[] = [];
  for (const track of tracks) {
    const part = track.isStill ? stillOf(track, start, to) : partOf(track, start, to);
    if (part === null) return null;
    if (part !== undefined) parts.push(part);
  }
  const keeps = (wanted: Track | undefined): boolean => parts.some(({ track }) => track === wanted);
  const isEmpty = !parts.some(({ track }) => !track.isStill) || (video !== undefined && !keeps(video));
  return isEmpty ? null : { start, parts };
}

/** When the last key frame at or before this time is shown, or else the first; in seconds, null for none at all. */
function keyFrameBefore(track: Track, seconds: number): number | null {
  const { samples, mediaStart } = track;
  // To the millisecond, as the window shows key frames.
  const latest = Math.round(seconds * 1000);
  let found: number | null = null;
  for (let index = 0; index < samples.count; index += 1) {
    if (!isSync(samples, index)) continue;
    const at = secondsAt(track, Math.max(shownAt(samples, index), mediaStart));
    if (found !== null && Math.round(at * 1000) > latest) break;
    found = at;
  }
  return found;
}

/** Undefined where the track has nothing between these times, null where no edit list could say where it begins. */
function partOf(track: Track, from: number, to: number): Part | null | undefined {
  const { samples, kind } = track;
  const head = Math.max(Math.round(ticksAt(track, from)), track.mediaStart);
  const tail = Math.min(ticksAt(track, to), track.mediaEnd);
  let first = 0;
  let past = 0;
  let last = 0;
  for (let index = 0; index < samples.count; index += 1) {
    const at = shownAt(samples, index);
    if (at <= head && isSync(samples, index)) first = index;
    if (at < tail) past = index + 1;
    // A sample plays until the next one is shown; only at the very end does its own duration tell.
    last = Math.max(last, at < tail ? at + durationOf(samples, index) : Infinity);
  }
  const end = Math.min(last, tail);
  if (past <= first || end <= head) return undefined;
  const delay = Math.max(0, secondsAt(track, track.mediaStart) - from);
  const seconds = (end - head) / track.timescale;
  if (samples.grainBytes !== null) {
    // Exactly these: not every reader knows edit lists.
    const grains = sliceGrains(
      sliceSamples(samples, first, past),
      head - (samples.times[first] ?? 0),
      Math.round(end - head),
    );
    return { track, samples: grains, delay, mediaStart: 0, seconds };
  }
  if (kind === 'audio' && samples.syncs === null) first = Math.max(0, first - 1);
  const mediaStart = head - (samples.times[first] ?? 0);
  if (mediaStart < 0) return null;
  return { track, samples: sliceSamples(samples, first, past), delay, mediaStart, seconds };
}

/** The picture that is there at the beginning, and those that come until the end; each from its beginning on. */
function stillOf(track: Track, from: number, to: number): Part {
  const { samples, timescale } = track;
  const [head, tail] = [ticksAt(track, from), ticksAt(track, to)];
  let first = 0;
  let past = 1;
  for (let index = 0; index < samples.count; index += 1) {
    const at = shownAt(samples, index);
    if (at <= head) first = index;
    if (at < tail) past = index + 1;
  }
  const kept = sliceSamples(samples, first, Math.max(past, first + 1));
  const seconds = Math.min(to - from, (kept.times[kept.count] ?? 0) / timescale);
  return { track, samples: kept, delay: 0, mediaStart: 0, seconds };
}

function secondsAt({ delay, mediaStart, timescale }: Track, ticks: number): number {
  return delay + (ticks - mediaStart) / timescale;
}

function ticksAt({ delay, mediaStart, timescale }: Track, seconds: number): number {
  return mediaStart + (seconds - delay) * timescale;
}
