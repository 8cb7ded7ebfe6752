import {
  type Clip,
  type Cut,
  endOf,
  indicesOf,
  newSegment,
  type Segment,
  segmentsOf,
  type Which,
  withSegments,
} from './cut.ts';
import { withPicture } from './layout.ts';

/** No piece is shorter. */
export const leastMs = 100;

/** Places clips behind the clip of this number (0: before all); without one at the end. */
export function placeClips(cut: Cut, clips: readonly Clip[], behind?: number): Cut {
  const there = segmentsOf(cut, 'video');
  const at = Math.min(behind ?? there.length, there.length);
  const added = clips.map((clip, index) => newSegment(cut.made + index, { ...clip, volume: 1 }));
  return withPicture({ ...cut, made: cut.made + clips.length }, [...there.slice(0, at), ...added, ...there.slice(at)]);
}

/** Puts another picture in the place of these, as long as it is itself unless the place is shorter. */
export function replaceClips(cut: Cut, which: Which, clips: readonly Clip[]): Cut {
  const there = segmentsOf(cut, 'video');
  const meant = indicesOf(which, there.length);
  let made = cut.made;
  const clipFor = (part: Segment, turn: number): Segment => {
    const clip = clips[Math.min(turn, clips.length - 1)];
    if (clip === undefined) return part;
    const { name, url, prompt = null } = clip;
    const durationMs = Math.min(part.durationMs, clip.durationMs);
    // Another picture is another segment, in the same place.
    return { ...part, id: made++, name, url, prompt, durationMs, inMs: 0, speed: 1, framing: {} };
  };
  const replaced = there.map((part, index) => (meant.includes(index) ? clipFor(part, meant.indexOf(index)) : part));
  return withPicture({ ...cut, made }, replaced);
}

export function removeClips(cut: Cut, which: Which): Cut {
  const there = segmentsOf(cut, 'video');
  const meant = new Set(indicesOf(which, there.length));
  const gone = there.filter((_, index) => meant.has(index));
  const moved = gone.reduceRight((rest, part) => pulledUp(rest, part.startMs, endOf(part)), cut);
  return withPicture(
    moved,
    there.filter((_, index) => !meant.has(index)),
  );
}

/** Takes of these clips what lies in a stretch of the timeline; those that lie in it wholly go. */
export function removePart(
  cut: Cut,
  which: Which,
  { fromMs, toMs }: { readonly fromMs: number; readonly toMs: number },
): Cut {
  const there = segmentsOf(cut, 'video');
  const meant = indicesOf(which, there.length).flatMap((index) => there[index] ?? []);
  const isWhole = meant.every((part) => part.startMs >= fromMs - leastMs && endOf(part) <= toMs + leastMs);
  return isWhole ? removeClips(cut, which) : removeSpan(cut, fromMs, toMs);
}

/** Other files for the same pieces. */
export function remake(cut: Cut, urls: readonly (string | null)[]): Cut {
  const changed = segmentsOf(cut, 'video').map((part, index) => ({ ...part, url: urls[index] ?? part.url }));
  return withSegments(cut, 'video', changed);
}

/** Takes a stretch of the timeline out of every track; what came after it moves up. */
export function removeSpan(cut: Cut, fromMs: number, toMs: number): Cut {
  const outside = segmentsOf(cut, 'video').flatMap((part) => {
    const before = pieceOf(part, part.startMs, Math.min(endOf(part), fromMs));
    const after = pieceOf(part, Math.max(part.startMs, toMs), endOf(part));
    return [before, after].filter((piece) => piece !== null);
  });
  return withPicture(pulledUp(renumbered(cut, outside), fromMs, toMs), uniqueIds(outside, cut.made));
}

/** Keeps only this stretch of the whole video. */
export function keepSpan(cut: Cut, fromMs: number, toMs: number): Cut {
  const tailless = removeSpan(cut, toMs, Number.MAX_SAFE_INTEGER);
  return fromMs > 0 ? removeSpan(tailless, 0, fromMs) : tailless;
}

/** Keeps of these clips what lies in a stretch of the timeline. */
export function trimClips(cut: Cut, which: Which, fromMs: number, toMs: number): Cut {
  const there = segmentsOf(cut, 'video');
  const meant = indicesOf(which, there.length);
  const kept = there.map((part, index) =>
    meant.includes(index) ? (pieceOf(part, Math.max(part.startMs, fromMs), Math.min(endOf(part), toMs)) ?? part) : part,
  );
  return withPicture(cut, kept);
}

/** Cuts the clip at this moment of the timeline in two. */
export function splitAt(cut: Cut, atMs: number): Cut {
  const pieces = segmentsOf(cut, 'video').flatMap((part) => {
    const [before, after] = [pieceOf(part, part.startMs, atMs), pieceOf(part, atMs, endOf(part))];
    return before !== null && after !== null && part.startMs < atMs ? [before, after] : [part];
  });
  return withPicture(renumbered(cut, pieces), uniqueIds(pieces, cut.made));
}

/** These clips; where only a stretch of the timeline is meant, the pieces that lie in it, cut off at its edges. */
export function partedAt(
  cut: Cut,
  which: Which,
  span: { readonly fromMs: number; readonly toMs: number } | undefined,
): { readonly cut: Cut; readonly which: Which } {
  if (span === undefined) return { cut, which };
  const parted = splitAt(splitAt(cut, span.fromMs), span.toMs);
  const inside = segmentsOf(parted, 'video').flatMap((part, index) =>
    part.startMs >= span.fromMs && endOf(part) <= span.toMs ? [index + 1] : [],
  );
  return { cut: parted, which: inside };
}

/** Cuts each of these in two halves. */
export function splitInHalf(cut: Cut, which: Which): Cut {
  const there = segmentsOf(cut, 'video');
  return indicesOf(which, there.length)
    .flatMap((index) => there[index] ?? [])
    .reduceRight((rest, part) => splitAt(rest, part.startMs + Math.round(part.durationMs / 2)), cut);
}

/** Puts the clip of number `from` at place `to`, both from 1. */
export function moveClip(cut: Cut, from: number, to: number): Cut {
  const there = segmentsOf(cut, 'video');
  const moved = there[from - 1];
  if (moved === undefined) return cut;
  const rest = there.filter((part) => part !== moved);
  const at = Math.max(0, Math.min(rest.length, to - 1));
  return withPicture(cut, [...rest.slice(0, at), moved, ...rest.slice(at)]);
}

export function swapClips(cut: Cut, one: number, other: number): Cut {
  const there = segmentsOf(cut, 'video');
  const [a, b] = [there[one - 1], there[other - 1]];
  if (a === undefined || b === undefined) return cut;
  return withPicture(
    cut,
    there.map((part) => (part === a ? b : part === b ? a : part)),
  );
}

export function reverseClips(cut: Cut): Cut {
  return withPicture(cut, segmentsOf(cut, 'video').toReversed());
}

/** The clips in the order of these numbers; unchanged where these are not all of them. */
export function orderClips(cut: Cut, numbers: readonly number[]): Cut {
  const there = segmentsOf(cut, 'video');
  const ordered = numbers.flatMap((number) => there[number - 1] ?? []);
  return new Set(ordered).size === there.length ? withPicture(cut, ordered) : cut;
}

/** Shows each of these so many times more: behind itself, or behind the clip of this number. */
export function duplicateClips(cut: Cut, which: Which, more: number, behind?: number): Cut {
  const there = segmentsOf(cut, 'video');
  let made = cut.made;
  const copiesOf = (part: Segment): readonly Segment[] =>
    Array.from({ length: Math.min(mostCopies, more) }, () => ({ ...part, id: made++, crossFadeMs: 0 }));
  const meant = indicesOf(which, there.length);
  if (behind === undefined) {
    const longer = there.flatMap((part, index) => [part, ...(meant.includes(index) ? copiesOf(part) : [])]);
    return withPicture({ ...cut, made }, longer);
  }
  const copies = meant.flatMap((index) => there.slice(index, index + 1).flatMap(copiesOf));
  return withPicture({ ...cut, made }, [...there.slice(0, behind), ...copies, ...there.slice(behind)]);
}

const mostCopies = 10;

/** `factor` multiplies the speed there is, `to` sets it. */
export function changeSpeed(
  cut: Cut,
  which: Which,
  { factor = 1, to }: { readonly factor?: number; readonly to?: number },
): Cut {
  return changeClips(cut, which, (part) => {
    const speed = Math.round(Math.min(10, Math.max(0.1, to ?? part.speed * factor)) * 100) / 100;
    return { ...part, speed, durationMs: Math.max(leastMs, Math.round((part.durationMs * part.speed) / speed)) };
  });
}

export function changeClips(cut: Cut, which: Which, change: (part: Segment) => Segment): Cut {
  const there = segmentsOf(cut, 'video');
  const meant = indicesOf(which, there.length);
  return withPicture(
    cut,
    there.map((part, index) => (meant.includes(index) ? change(part) : part)),
  );
}

/** The part of a segment between two moments of the timeline; null where hardly anything would be left. */
export function pieceOf(part: Segment, fromMs: number, toMs: number): Segment | null {
  if (toMs - fromMs < leastMs) return null;
  const skipped = fromMs - part.startMs;
  const inMs = part.inMs + Math.round(skipped * part.speed);
  return { ...part, startMs: fromMs, durationMs: toMs - fromMs, inMs, crossFadeMs: skipped > 0 ? 0 : part.crossFadeMs };
}

/** What is left of the other tracks when a stretch goes: music only ends sooner, titles and what is silent move up. */
function pulledUp(cut: Cut, fromMs: number, toMs: number): Cut {
  const up = (ms: number): number => (ms > fromMs ? Math.max(fromMs, ms - (toMs - fromMs)) : ms);
  const music = segmentsOf(cut, 'audio');
  const pieces = music.flatMap((part, index) => {
    const [startMs, end] = [up(part.startMs), index === music.length - 1 ? endOf(part) : up(endOf(part))];
    const inMs = part.inMs + startMs - part.startMs;
    return end - startMs < leastMs ? [] : [{ ...part, startMs, inMs, durationMs: end - startMs }];
  });
  const titles = segmentsOf(cut, 'text').flatMap((part) => {
    const [start, end] = [up(part.startMs), up(endOf(part))];
    return end - start < leastMs ? [] : [{ ...part, startMs: start, durationMs: end - start }];
  });
  return withSegments(withSegments(cut, 'text', titles), 'audio', pieces);
}

/** Both halves of a clip come with one id: the later one gets a new one. */
export function uniqueIds(parts: readonly Segment[], made: number): readonly Segment[] {
  let next = made;
  const seen = new Set<number>();
  return parts.map((part) => {
    if (!seen.has(part.id)) {
      seen.add(part.id);
      return part;
    }
    return { ...part, id: next++ };
  });
}

function renumbered(cut: Cut, parts: readonly Segment[]): Cut {
  return { ...cut, made: cut.made + parts.length - new Set(parts.map(({ id }) => id)).size };
}
