import { joined } from './music.ts';
import { type Cut, endOf, pictureLength, type Segment, segmentsOf, withSegments } from './cut.ts';
import { fitted } from './layout.ts';

/** Moments that are this close are one. */
const nearMs = 100;
const leastShownMs = 500;

/**
 * What lies over and under the clips after these were shortened, sped up, moved or joined by others. A title goes with the clip over
 * which it begins, one at the end stays at the end, and where the music is silent under a clip it is silent under that clip.
 */
export function withAlong(before: Cut, after: Cut): Cut {
  const [old, now] = [segmentsOf(before, 'video'), segmentsOf(after, 'video')];
  const isReordered = !isInOrder(old, now);
  const titles = apart(segmentsOf(before, 'text').map((title) => titleAlong(title, before, { old, now, isReordered })));
  const music = isReordered ? musicAlong(segmentsOf(before, 'audio'), old, now) : null;
  const moved = withSegments(after, 'text', titles);
  return fitted(music === null ? moved : withSegments(moved, 'audio', music));
}

type Clips = { readonly old: readonly Segment[]; readonly now: readonly Segment[]; readonly isReordered: boolean };

function isInOrder(old: readonly Segment[], now: readonly Segment[]): boolean {
  const places = now.map(({ id }) => old.findIndex((clip) => clip.id === id)).filter((at) => at !== -1);
  return places.every((place, at) => at === 0 || place > (places[at - 1] ?? -1));
}

function isNear(one: number, other: number): boolean {
  return Math.abs(one - other) < nearMs;
}

function isOn(part: Segment, clip: Segment): boolean {
  return isNear(part.startMs, clip.startMs) && isNear(endOf(part), endOf(clip));
}

function titleAlong(title: Segment, before: Cut, { old, now, isReordered }: Clips): Segment {
  const under = old.findLast((clip) => clip.startMs <= title.startMs + nearMs && title.startMs < endOf(clip));
  const clip = now.find(({ id }) => id === under?.id);
  const [was, length] = [pictureLength(before), now.reduce((end, one) => Math.max(end, endOf(one)), 0)];
  if (under === undefined || clip === undefined) return title;
  if (isOn(title, under) && (title.startMs > 0 || isReordered) && old.length > 1)
    return { ...title, startMs: clip.startMs, durationMs: clip.durationMs };
  // What opens the video opens it still.
  if (isReordered || title.startMs < nearMs) return title;
  const { durationMs } = title;
  const shown = (title.startMs - under.startMs) * under.speed - (clip.inMs - under.inMs);
  const offset = Math.max(0, Math.min(clip.durationMs - leastShownMs, Math.round(shown / clip.speed)));
  const startMs = clip.startMs + offset;
  return { ...title, startMs: isNear(endOf(title), was) ? Math.max(startMs, length - durationMs) : startMs };
}

/** One title makes room for the next in its place. */
function apart(titles: readonly Segment[]): readonly Segment[] {
  const inTurn = titles.toSorted((a, b) => a.startMs - b.startMs);
  return inTurn.map((title, at) => {
    const next = inTurn.slice(at + 1).find(({ style }) => style.y === title.style.y && style.x === title.style.x);
    const most = next === undefined ? Infinity : next.startMs - title.startMs;
    return most < leastShownMs ? title : { ...title, durationMs: Math.min(title.durationMs, most) };
  });
}

/** Where the music is cut only between clips, each clip keeps how loud it is under it; the song itself plays on. */
function musicAlong(
  pieces: readonly Segment[],
  old: readonly Segment[],
  now: readonly Segment[],
): readonly Segment[] | null {
  const [song, ...others] = pieces;
  const isByClips = others.every(
    ({ startMs, url }) => url === song?.url && old.some((clip) => isNear(clip.startMs, startMs)),
  );
  if (song === undefined || others.length === 0 || !isByClips) return null;
  const spare = [...others];
  const parts = now.map((clip, at): Segment => {
    const under = old.find(({ id }) => id === clip.id);
    const heard = pieces.findLast(({ startMs }) => startMs <= (under?.startMs ?? 0) + nearMs) ?? song;
    const end = now[at + 1]?.startMs ?? endOf(clip);
    return {
      ...song,
      id: at === 0 ? song.id : clip.id + pieceIds,
      startMs: clip.startMs,
      inMs: song.inMs + clip.startMs,
      durationMs: end - clip.startMs,
      volume: heard.volume,
      fadeInMs: at === 0 ? song.fadeInMs : 0,
      fadeOutMs: at === now.length - 1 ? (spare.at(-1)?.fadeOutMs ?? 0) : 0,
    };
  });
  return joined(parts);
}

const pieceIds = 3_000_000;
