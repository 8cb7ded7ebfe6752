import { assertNever } from '../../shared/assert-never.ts';
import { type Clip, type Cut, endOf, pictureLength, segmentsOf } from '../draft/cut.ts';
import { applyEdits, type Edit } from '../draft/edits.ts';
import type { RestoreLine } from './grammar/restore.ts';
import { gradeIn } from './grammar/values.ts';
import type { Library } from './library.ts';

type Known = Pick<Library, 'knownClips' | 'knownSounds'>;

/** What brings an earlier version back, line by line: each finds the cut that the ones before it leave. */
export function restoringEdits(lines: readonly RestoreLine[], cut: Cut, known: Known): readonly Edit[] {
  const edits: Edit[] = [];
  let now = cut;
  const carryOut = (own: readonly Edit[]): void => {
    now = applyEdits(now, own);
    edits.push(...own);
  };
  let music = cut;
  for (const line of lines) {
    carryOut(editsOf(line, now, known));
    if (line.kind === 'remove' || line.kind === 'put' || line.kind === 'reword') music = now;
    else carryOut(musicAsBefore(music, now));
  }
  return edits;
}

/** Where clips come and go, what is silent moves along; the version that is wanted says itself where it is. */
function musicAsBefore(before: Cut, now: Cut): readonly Edit[] {
  const pieces = segmentsOf(before, 'audio');
  const length = pictureLength(now);
  if (pieces.length < 2) return [];
  const kept = pieces.filter(({ startMs }) => startMs < length);
  return [
    { kind: 'remove', what: 'audio' },
    ...kept.map(({ name, url, startMs, durationMs, volume, fadeInMs, fadeOutMs }, at): Edit => ({
      kind: 'put-music',
      name,
      url,
      startMs,
      durationMs: at === kept.length - 1 ? length - startMs : Math.min(durationMs, length - startMs),
      volume,
      fadeInMs,
      fadeOutMs,
    })),
  ];
}

function editsOf(line: RestoreLine, cut: Cut, known: Known): readonly Edit[] {
  switch (line.kind) {
    case 'ratio':
      return [];
    case 'remove-clips':
      return [{ kind: 'remove', what: 'video', which: line.numbers }];
    case 'move':
      return [{ kind: 'move', from: line.number, to: line.to }];
    case 'put-clip':
      return putClip(line, cut, known);
    case 'clip-part':
      return [line];
    case 'volume':
      return line.number === null
        ? [{ kind: 'volume', of: 'audio', level: line.level }]
        : [{ kind: 'volume', of: 'video', which: [line.number], level: line.level }];
    case 'frame':
      return [{ ...line, kind: 'exact-frame' }];
    case 'transition':
      return [{ kind: 'cross-fade', which: [line.number], durationMs: line.durationMs }];
    case 'reword': {
      const at = titleAt(cut, line.from, null);
      return at === null ? [] : [{ kind: 'change-titles', which: [at], text: line.to }];
    }
    case 'remove':
      return removal(line, cut);
    case 'put':
      return putPiece(line, cut, known);
    default:
      return assertNever(line);
  }
}

type Line<K extends RestoreLine['kind']> = Extract<RestoreLine, { readonly kind: K }>;

function putClip(
  { number, name, volume, ...part }: Line<'put-clip'>,
  cut: Cut,
  { knownClips }: Known,
): readonly Edit[] {
  const clip = latest(knownClips, name, new Set(segmentsOf(cut, 'video').map(({ url }) => url)));
  if (clip === null) return [];
  return [
    { kind: 'place-clips', clips: [clip], behind: number - 1 },
    { ...part, kind: 'clip-part', number },
    { kind: 'volume', of: 'video', which: [number], level: volume },
  ];
}

/** The last of this name, rather one that is not in the cut. */
function latest(known: readonly Clip[], name: string, used: ReadonlySet<string | null>): Clip | null {
  const named = known.filter((clip) => clip.name === name);
  return named.findLast(({ url }) => !used.has(url)) ?? named.at(-1) ?? null;
}

/** The number of the title that reads so; where there are several, of the one that is nearest. */
function titleAt(cut: Cut, text: string, span: { readonly fromMs: number } | null): number | null {
  const found = segmentsOf(cut, 'text')
    .map((part, index) => ({ part, number: index + 1 }))
    .filter(({ part }) => part.text === text)
    .toSorted((a, b) => distance(a.part.startMs, span) - distance(b.part.startMs, span));
  return found[0]?.number ?? null;
}

function distance(startMs: number, span: { readonly fromMs: number } | null): number {
  return span === null ? 0 : Math.abs(startMs - span.fromMs);
}

function removal({ sort, name, span }: Line<'remove'>, cut: Cut): readonly Edit[] {
  switch (sort) {
    case 'title': {
      const at = titleAt(cut, name, span);
      return at === null ? [] : [{ kind: 'remove', what: 'text', which: [at] }];
    }
    case 'music':
      return [{ kind: 'remove', what: 'audio', which: piecesAt(cut, name, span) }];
    case 'effect':
      return [{ kind: 'drop-effect', name }];
    case 'filter':
      return [{ kind: 'grade', which: clipsIn(cut, span), grade: null }];
  }
}

/** The pieces of a song: that which begins there, or all. */
function piecesAt(cut: Cut, name: string, span: { readonly fromMs: number } | null): readonly number[] {
  const pieces = segmentsOf(cut, 'audio')
    .map((part, index) => ({ part, number: index + 1 }))
    .filter(({ part }) => part.name === name)
    .toSorted((a, b) => distance(a.part.startMs, span) - distance(b.part.startMs, span));
  return (span === null ? pieces : pieces.slice(0, 1)).map(({ number }) => number);
}

/** Those that begin there. */
function clipsIn(cut: Cut, span: { readonly fromMs: number; readonly toMs: number } | null): readonly number[] {
  return segmentsOf(cut, 'video').flatMap((clip, index) =>
    span === null || (clip.startMs >= span.fromMs && clip.startMs < Math.min(span.toMs, endOf(clip)))
      ? [index + 1]
      : [],
  );
}

function putPiece(
  { sort, name, span, adds, style, volume, fadeInMs, fadeOutMs }: Line<'put'>,
  cut: Cut,
  known: Known,
): readonly Edit[] {
  const durationMs = span.toMs - span.fromMs;
  switch (sort) {
    case 'title':
      return [{ kind: 'put-title', adds, text: name, startMs: span.fromMs, durationMs, style, fadeInMs, fadeOutMs }];
    case 'effect':
      return [{ kind: 'add-effect', name, durationMs }];
    case 'filter':
      return [{ kind: 'grade', which: clipsIn(cut, span), grade: gradeIn(name) }];
    case 'music': {
      const isThere = segmentsOf(cut, 'audio').some((song) => song.name === name);
      const song = isThere && !adds ? null : latest(known.knownSounds, name, new Set());
      const exact = { name, startMs: span.fromMs, durationMs, volume, fadeInMs, fadeOutMs };
      return isThere || song !== null ? [{ kind: 'put-music', ...exact, url: song?.url ?? null }] : [];
    }
  }
}
