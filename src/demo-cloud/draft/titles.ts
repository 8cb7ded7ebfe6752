import {
  type Cut,
  endOf,
  indicesOf,
  newSegment,
  pictureLength,
  type Segment,
  segmentsOf,
  type TitleStyle,
  type Which,
  withSegments,
} from './cut.ts';

export const usualTitleMs = 3000;
/** JianYing's usual size, and the smaller one of a title that is long. */
const usualSize = 15;
const longSize = 10;
const longTitle = 24;

/** When a title stands; what is not said is as usual, or as it was. `toEnd`: to the end of the picture, `atEnd`: its last part. */
export interface TitleTimes {
  readonly startMs?: number;
  readonly durationMs?: number;
  readonly endMs?: number;
  readonly toEnd?: boolean;
  readonly atEnd?: boolean;
  /** So much later than it did, ms; negative is earlier. */
  readonly shiftMs?: number;
  /** So much longer than it did, ms; negative is shorter. */
  readonly growMs?: number;
  /** How long it comes and goes, ms. */
  readonly fadeInMs?: number;
  readonly fadeOutMs?: number;
}

export type NewTitle = TitleTimes & { readonly text: string; readonly style?: TitleStyle };

/** `scale` multiplies the size there is, `riseBy` moves a title up, in half canvases. */
export type TitleChange = TitleTimes & {
  readonly text?: string;
  readonly style?: TitleStyle;
  readonly scale?: number;
  readonly riseBy?: number;
};

/** Puts a title on the picture. One that stands at the same time in the same place makes room for it. */
export function setTitle(cut: Cut, { text, style = {}, ...times }: NewTitle): Cut {
  const there = segmentsOf(cut, 'text');
  const title = timed(newSegment(cut.made, { name: 'title', text, style, durationMs: usualTitleMs }), times, cut);
  const replaced = there.filter((other) => isOver(other, title));
  const [only] = replaced;
  const isSame = replaced.length === 1 && only !== undefined;
  const placed = isSame ? { ...title, id: only.id, style: { ...only.style, ...style } } : title;
  const titles = [...there.filter((other) => !replaced.includes(other)), placed].toSorted(
    (a, b) => a.startMs - b.startMs,
  );
  return withSegments(isSame ? cut : { ...cut, made: cut.made + 1 }, 'text', titles);
}

/** A title exactly so. Of its style null is as usual, and what is not there stays as it is. */
export interface ExactTitle {
  readonly text: string;
  readonly startMs: number;
  readonly durationMs: number;
  readonly style: { readonly [Key in keyof TitleStyle]: TitleStyle[Key] | null };
  /** Null: as they are. */
  readonly fadeInMs: number | null;
  readonly fadeOutMs: number | null;
}

export function putTitle(cut: Cut, { text, startMs, durationMs, style, ...fades }: ExactTitle, adds: boolean): Cut {
  const there = segmentsOf(cut, 'text');
  const known = adds ? undefined : there.find((part) => part.text === text);
  const title = known ?? newSegment(cut.made, { name: 'title', text, durationMs });
  const said = Object.entries({ ...title.style, ...style }).filter(([, value]) => value !== null);
  const placed: Segment = {
    ...title,
    startMs,
    durationMs,
    style: Object.fromEntries(said),
    fadeInMs: fades.fadeInMs ?? title.fadeInMs,
    fadeOutMs: fades.fadeOutMs ?? title.fadeOutMs,
  };
  const others = there.filter((part) => part !== known);
  return withSegments(
    known === undefined ? { ...cut, made: cut.made + 1 } : cut,
    'text',
    [...others, placed].toSorted((a, b) => a.startMs - b.startMs),
  );
}

export function changeTitles(
  cut: Cut,
  which: Which,
  { text, style = {}, scale = 1, riseBy = 0, ...times }: TitleChange,
): Cut {
  const there = segmentsOf(cut, 'text');
  const meant = indicesOf(which, there.length);
  const change = (part: Segment): Segment => {
    const size = scale === 1 ? {} : { size: scaledSize(part, scale) };
    const height = riseBy === 0 ? {} : { y: raisedBy(part.style, riseBy) };
    return timed(
      { ...part, text: text ?? part.text, style: { ...part.style, ...style, ...size, ...height } },
      times,
      cut,
    );
  };
  const changed = there.map((part, index) => (meant.includes(index) ? change(part) : part));
  return withSegments(
    cut,
    'text',
    changed.toSorted((a, b) => a.startMs - b.startMs),
  );
}

/** So many times as large, within what can be read. */
export function scaledSize({ style, text }: Pick<Segment, 'style' | 'text'>, scale: number): number {
  const size = style.size ?? ((text ?? '').length > longTitle ? longSize : usualSize);
  return Math.min(60, Math.max(4, Math.round(size * scale * 10) / 10));
}

/** So many half canvases higher, inside the picture. */
export function raisedBy({ y = lowY }: TitleStyle, riseBy: number): number {
  return Math.min(0.86, Math.max(-0.86, Math.round((y + riseBy) * 100) / 100));
}

function timed(
  part: Segment,
  { shiftMs = 0, startMs = Math.max(0, part.startMs + shiftMs), toEnd, atEnd, growMs = 0, ...times }: TitleTimes,
  cut: Cut,
): Segment {
  const length = pictureLength(cut) || Infinity;
  const isLast = atEnd === true && length !== Infinity;
  const wanted = times.durationMs ?? part.durationMs + growMs;
  const start = isLast ? Math.max(0, length - wanted) : Math.min(startMs, Math.max(0, length - 500));
  const until = toEnd === true && length !== Infinity ? length : times.endMs;
  const durationMs = until === undefined ? wanted : until - start;
  const shownMs = Math.max(100, Math.min(durationMs, length - start));
  const fade = (ms: number): number => Math.min(ms, shownMs);
  return {
    ...part,
    startMs: start,
    durationMs: shownMs,
    fadeInMs: fade(times.fadeInMs ?? part.fadeInMs),
    fadeOutMs: fade(times.fadeOutMs ?? part.fadeOutMs),
  };
}

function isOver(one: Segment, other: Segment): boolean {
  const apart = (one.style.y ?? lowY) !== (other.style.y ?? lowY) || (one.style.x ?? 0) !== (other.style.x ?? 0);
  return !apart && one.startMs < endOf(other) && other.startMs < endOf(one);
}

/** Where a title stands that does not say: low in the middle. */
export const lowY = -0.68;
