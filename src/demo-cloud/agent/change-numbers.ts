import { type Cut, endOf, indicesOf, pictureLength, type Segment, segmentsOf, type Which } from '../draft/cut.ts';
import { lowY } from '../draft/titles.ts';
import type { Span } from '../draft/edits.ts';
import { captionStyle } from './grammar/titles.ts';
import type { Resolved } from './resolve.ts';
import type { EditRequest } from './edit-request.ts';

/** What a request did, in numbers: each language has its own words for them. */
export type Change = Pick<Resolved, 'request' | 'edits' | 'before' | 'after'>;

/** `2`, `1.5`: seconds as they are read. */
export function inSeconds(ms: number): string {
  return String(Math.round(ms / 100) / 10);
}

/** `6.0–11.0`. */
export function times({ fromMs, toMs }: Span): string {
  return `${(fromMs / 1000).toFixed(1)}–${(toMs / 1000).toFixed(1)}`;
}

export function timesOf(part: Segment): string {
  return times({ fromMs: part.startMs, toMs: endOf(part) });
}

export function percent(level: number): string {
  return `${Math.round(level * 100)}%`;
}

/** The numbers that are meant and there, and those that are not. */
export function numbersOf(
  which: Which,
  count: number,
): { readonly there: readonly number[]; readonly not: readonly number[] } {
  const numbers: readonly number[] = Array.isArray(which) ? which : [];
  return { there: indicesOf(which, count).map((at) => at + 1), not: numbers.filter((number) => number > count) };
}

/** From the start of the first to the end of the last, where they follow one another. */
export function spanOf(cut: Cut, numbers: readonly number[]): Span | null {
  const clips = numbers.flatMap((number) => segmentsOf(cut, 'video')[number - 1] ?? []);
  const [first, last] = [clips.at(0), clips.at(-1)];
  const inOne = numbers.every((number, at) => at === 0 || number === (numbers[at - 1] ?? 0) + 1);
  return first === undefined || last === undefined || !inOne ? null : { fromMs: first.startMs, toMs: endOf(last) };
}

/** What is there now and was not. */
export function newIn(kind: 'video' | 'text', { before, after }: Pick<Change, 'before' | 'after'>): readonly Segment[] {
  const old = new Set(segmentsOf(before, kind).map(({ id }) => id));
  return segmentsOf(after, kind).filter(({ id }) => !old.has(id));
}

/** The numbers that these have in the video. */
export function placesOf(cut: Cut, parts: readonly Segment[]): readonly number[] {
  const ids = new Set(parts.map(({ id }) => id));
  return segmentsOf(cut, 'video').flatMap(({ id }, at) => (ids.has(id) ? [at + 1] : []));
}

/** Titles before and after, where something about them changed. */
export function changedTitles({ before, after }: Change): readonly { readonly old: Segment; readonly now: Segment }[] {
  const there = segmentsOf(before, 'text');
  return segmentsOf(after, 'text').flatMap((now) => {
    const old = there.find(({ id }) => id === now.id);
    return old === undefined || JSON.stringify(old) === JSON.stringify(now) ? [] : [{ old, now }];
  });
}

/** How loud those are that were meant: one level, or null where they differ. */
export function levelOf({ after }: Change, request: Extract<EditRequest, { readonly kind: 'volume' }>): number | null {
  const { of, which = 'all', span } = request;
  const parts = segmentsOf(after, of);
  const meant =
    span === undefined
      ? indicesOf(which, parts.length).flatMap((at) => parts[at] ?? [])
      : parts.filter(
          (part) => part.startMs < span.toMs && endOf(part) > span.fromMs && part.startMs >= span.fromMs - 100,
        );
  const levels = new Set(meant.map(({ volume }) => volume ?? 1));
  return levels.size === 1 ? ([...levels][0] ?? null) : null;
}

export function lengthOf(cut: Cut): string {
  return inSeconds(pictureLength(cut));
}

export function isCaption(part: Segment | undefined): boolean {
  return part?.style.y === captionStyle.y;
}

export function isHigher(old: Segment, now: Segment): boolean {
  return (now.style.y ?? lowY) > (old.style.y ?? lowY);
}

/** Where a title stands, as people say it. */
export function placeOf({ style: { x = 0, y = lowY } }: Segment): {
  readonly side: 'left' | 'right' | null;
  readonly height: 'top' | 'middle' | 'bottom';
} {
  const height = y > 0.3 ? 'top' : y < -0.3 ? 'bottom' : 'middle';
  return { side: x < -0.2 ? 'left' : x > 0.2 ? 'right' : null, height };
}

/** So much of what was not understood is told. */
export const mostUnread = 3;
const mostOfUnread = 60;

export function shortened(text: string): string {
  return text.length > mostOfUnread ? `${text.slice(0, mostOfUnread).trimEnd()}…` : text;
}

/** The clips that a cross-fade joins. */
export function withTheOneBefore({ before }: Pick<Change, 'before'>, which: Which): readonly number[] {
  const { there } = numbersOf(which, segmentsOf(before, 'video').length);
  return [...new Set(there.flatMap((number) => [number - 1, number]))].filter((number) => number > 0);
}
