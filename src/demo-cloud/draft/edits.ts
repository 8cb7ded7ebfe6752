import { assertNever } from '../../shared/assert-never.ts';
import type { Ratio } from '../../shared/scene/scene.ts';
import {
  changeClips,
  keepSpan,
  changeSpeed,
  duplicateClips,
  moveClip,
  orderClips,
  partedAt,
  placeClips,
  removeClips,
  remake,
  removePart,
  removeSpan,
  replaceClips,
  reverseClips,
  splitAt,
  splitInHalf,
  swapClips,
  trimClips,
} from './clips.ts';
import {
  type Clip,
  type Cut,
  type Framing,
  type Grade,
  indicesOf,
  newSegment,
  pictureLength,
  segmentsOf,
  type TrackKind,
  type Which,
  withSegments,
} from './cut.ts';
import { withAlong } from './along.ts';
import { changeFraming, type FramingChange, setFraming } from './framing.ts';
import { fitted } from './layout.ts';
import { changeMusic, type ExactMusic, fadeMusic, joined, putMusic, setMusic } from './music.ts';
import { changeTitles, type ExactTitle, type NewTitle, putTitle, setTitle, type TitleChange } from './titles.ts';

/** One change that the agent can make. Times are of the timeline, in ms; clips and titles are counted from 1. */
export type Edit =
  /** Behind the clip of this number (0: before all), else at the end. */
  | { readonly kind: 'place-clips'; readonly clips: readonly Clip[]; readonly behind?: number }
  | { readonly kind: 'replace-clips'; readonly which: Which; readonly clips: readonly Clip[] }
  | ({ readonly kind: 'set-title' } & NewTitle)
  | ({ readonly kind: 'change-titles'; readonly which: Which } & TitleChange)
  | { readonly kind: 'set-music'; readonly name: string; readonly url: string }
  | { readonly kind: 'add-effect'; readonly name: string; readonly durationMs?: number }
  /**
   * Without `which`: the last clip, or all there is of any other kind. Effects go with filters and transitions. `span` means only
   * that part of the clips.
   */
  | { readonly kind: 'remove'; readonly what: TrackKind; readonly which?: Which; readonly span?: Span }
  | { readonly kind: 'remove-span'; readonly fromMs: number; readonly toMs: number }
  | { readonly kind: 'keep-span'; readonly fromMs: number; readonly toMs: number }
  /** `scale` multiplies the volume there is, `by` is added to it, `level` (0 to 1) sets it. `span` means only that part. */
  | {
      readonly kind: 'volume';
      readonly of: 'audio' | 'video';
      readonly level?: number;
      readonly scale?: number;
      readonly by?: number;
      readonly which?: Which;
      readonly span?: Span;
    }
  | { readonly kind: 'trim'; readonly durationMs: number }
  | { readonly kind: 'trim-clips'; readonly which: Which; readonly span?: Span; readonly durationMs?: number }
  | { readonly kind: 'split'; readonly atMs: number }
  | { readonly kind: 'halve'; readonly which: Which }
  | { readonly kind: 'move'; readonly from: number; readonly to: number }
  | { readonly kind: 'swap'; readonly one: number; readonly other: number }
  | { readonly kind: 'reverse' }
  /** The numbers of all clips, in their new order. */
  | { readonly kind: 'order'; readonly numbers: readonly number[] }
  /** Shows these so many times more: right behind, or behind the clip of this number. */
  | { readonly kind: 'duplicate'; readonly which: Which; readonly more: number; readonly behind?: number }
  /** `factor` multiplies the speed there is, `to` sets it. */
  | {
      readonly kind: 'speed';
      readonly which: Which;
      readonly factor?: number;
      readonly to?: number;
      readonly span?: Span;
    }
  /** From the clip before each of these; 0 is a hard cut. */
  | { readonly kind: 'cross-fade'; readonly which: Which; readonly durationMs: number }
  | { readonly kind: 'fade-music'; readonly edge: 'in' | 'out'; readonly durationMs: number }
  | { readonly kind: 'grade'; readonly which: Which; readonly grade: Grade | null; readonly span?: Span }
  /** How the clip of this number plays: from where in its file, how long on the timeline, how fast. */
  | {
      readonly kind: 'clip-part';
      readonly number: number;
      readonly inMs: number;
      readonly durationMs: number;
      readonly speed: number;
    }
  /** Makes the title that reads so be like that, or adds it. */
  | ({ readonly kind: 'put-title'; readonly adds: boolean } & ExactTitle)
  /** A piece of music exactly there. */
  | ({ readonly kind: 'put-music' } & ExactMusic)
  | { readonly kind: 'drop-effect'; readonly name: string }
  | ({ readonly kind: 'frame'; readonly which: Which } & FramingChange)
  | { readonly kind: 'exact-frame'; readonly number: number; readonly framing: Framing }
  /** The canvas in another shape. `urls`: the clips made anew for it, by number; null where one stays as it is. */
  | { readonly kind: 'remake'; readonly ratio: Ratio; readonly urls: readonly (string | null)[] }
  /** The cut as it was before so many edits that were not taken back; negative: as it was after so many that were. */
  | { readonly kind: 'restore'; readonly cut: Cut; readonly steps: number };

export interface Span {
  readonly fromMs: number;
  readonly toMs: number;
}

const EFFECT_MS = 1000;

const alongWithClips: ReadonlySet<Edit['kind']> = new Set([
  'place-clips',
  'trim-clips',
  'speed',
  'duplicate',
  'move',
  'swap',
  'reverse',
  'order',
]);

/** The cut after one edit; unchanged where there is nothing to do it to. */
export function applyEdit(cut: Cut, edit: Edit): Cut {
  const changed = changedBy(cut, edit);
  return alongWithClips.has(edit.kind) ? withAlong(cut, changed) : changed;
}

function changedBy(cut: Cut, edit: Edit): Cut {
  switch (edit.kind) {
    case 'place-clips':
      return placeClips(cut, edit.clips, edit.behind);
    case 'replace-clips':
      return replaceClips(cut, edit.which, edit.clips);
    case 'set-title':
      return setTitle(cut, edit);
    case 'change-titles':
      return changeTitles(cut, edit.which, edit);
    case 'set-music':
      return setMusic(cut, edit);
    case 'add-effect':
      return addEffect(cut, edit.name, edit.durationMs ?? EFFECT_MS);
    case 'remove':
      return edit.span === undefined || edit.what !== 'video'
        ? remove(cut, edit.what, edit.which)
        : removePart(cut, edit.which ?? 'last', edit.span);
    case 'remove-span':
      return removeSpan(cut, edit.fromMs, edit.toMs);
    case 'keep-span':
      return keepSpan(cut, edit.fromMs, edit.toMs);
    case 'volume':
      return setVolume(cut, edit);
    case 'trim':
      return keepSpan(cut, 0, edit.durationMs);
    case 'trim-clips':
      return edit.span === undefined
        ? changeClips(cut, edit.which, (part) => ({
            ...part,
            durationMs: Math.min(part.durationMs, edit.durationMs ?? part.durationMs),
          }))
        : trimClips(cut, edit.which, edit.span.fromMs, edit.span.toMs);
    case 'split':
      return splitAt(cut, edit.atMs);
    case 'halve':
      return splitInHalf(cut, edit.which);
    case 'move':
      return moveClip(cut, edit.from, edit.to);
    case 'swap':
      return swapClips(cut, edit.one, edit.other);
    case 'reverse':
      return reverseClips(cut);
    case 'order':
      return orderClips(cut, edit.numbers);
    case 'duplicate':
      return duplicateClips(cut, edit.which, edit.more, edit.behind);
    case 'speed':
      return speedUp(cut, edit);
    case 'cross-fade':
      return changeClips(cut, edit.which, (part) => ({ ...part, crossFadeMs: edit.durationMs }));
    case 'fade-music':
      return fadeMusic(cut, edit.edge, edit.durationMs);
    case 'grade':
      return gradeClips(cut, edit);
    case 'clip-part':
      return changeClips(cut, [edit.number], (part) => ({
        ...part,
        inMs: edit.inMs,
        durationMs: edit.durationMs,
        speed: edit.speed,
      }));
    case 'frame':
      return changeFraming(cut, edit.which, edit);
    case 'exact-frame':
      return setFraming(cut, edit.number, edit.framing);
    case 'put-title':
      return putTitle(cut, edit, edit.adds);
    case 'put-music':
      return putMusic(cut, edit);
    case 'drop-effect':
      return dropEffect(cut, edit.name);
    case 'remake':
      return remake({ ...cut, ratio: edit.ratio }, edit.urls);
    case 'restore':
      return edit.cut;
    default:
      return assertNever(edit);
  }
}

export function applyEdits(cut: Cut, edits: readonly Edit[]): Cut {
  return edits.reduce(applyEdit, cut);
}

/** Of the picture only the last clip goes unless more is meant; any other kind goes as a whole. */
function remove(cut: Cut, what: TrackKind, which: Which | undefined): Cut {
  switch (what) {
    case 'video':
      return removeClips(cut, which ?? 'last');
    case 'filter':
      return changeClips(cut, which ?? 'all', (part) => ({ ...part, grade: null }));
    case 'transition':
      return changeClips(cut, which ?? 'all', (part) => ({ ...part, crossFadeMs: 0 }));
    case 'effect':
      return withSegments(remove(remove(cut, 'filter', 'all'), 'transition', 'all'), 'effect', []);
    case 'audio':
    case 'text': {
      const there = segmentsOf(cut, what);
      const meant = indicesOf(which ?? 'all', there.length);
      return withSegments(
        cut,
        what,
        there.filter((_, index) => !meant.includes(index)),
      );
    }
  }
}

function speedUp(cut: Cut, edit: Extract<Edit, { readonly kind: 'speed' }>): Cut {
  const parted = partedAt(cut, edit.which, edit.span);
  return changeSpeed(parted.cut, parted.which, edit);
}

function gradeClips(cut: Cut, { which, span, grade }: Extract<Edit, { readonly kind: 'grade' }>): Cut {
  const parted = partedAt(cut, which, span);
  return changeClips(parted.cut, parted.which, (part) => ({ ...part, grade }));
}

function dropEffect(cut: Cut, name: string): Cut {
  return withSegments(
    cut,
    'effect',
    segmentsOf(cut, 'effect').filter((effect) => effect.name !== name),
  );
}

/** One of each name: a fade in is there once. */
function addEffect(cut: Cut, name: string, durationMs: number): Cut {
  const others = segmentsOf(cut, 'effect').filter((part) => part.name !== name);
  const effect = newSegment(cut.made, { name, durationMs: Math.min(durationMs, pictureLength(cut)) });
  return fitted(withSegments({ ...cut, made: cut.made + 1 }, 'effect', [...others, effect]));
}

function setVolume(cut: Cut, edit: Extract<Edit, { readonly kind: 'volume' }>): Cut {
  const { of, which = 'all', span } = edit;
  const volumeOf = (old: number | null): number => newVolume(old ?? 1, edit);
  if (of === 'audio') {
    if (span !== undefined) return changeMusic(cut, span, volumeOf);
    return withSegments(
      cut,
      'audio',
      joined(segmentsOf(cut, 'audio').map((part) => ({ ...part, volume: volumeOf(part.volume) }))),
    );
  }
  const parted = partedAt(cut, which, span);
  return changeClips(parted.cut, parted.which, (part) => ({ ...part, volume: volumeOf(part.volume) }));
}

function newVolume(
  old: number,
  { level, scale = 1, by = 0 }: { readonly level?: number; readonly scale?: number; readonly by?: number },
): number {
  const wanted = level ?? old * scale + by;
  return Math.round(Math.min(1, Math.max(0, wanted)) * 100) / 100;
}
