import { assertNever } from '../../shared/assert-never.ts';
import { type Clip, type Cut, endOf, segmentsOf } from '../draft/cut.ts';
import { applyEdits, type Edit } from '../draft/edits.ts';
import type { RestoreLine } from './grammar/restore.ts';
import { gradeIn } from './grammar/values.ts';
import type { Library } from './library.ts';

type Known = Pick<Library, 'knownClips' | 'knownSounds'>;

/** What brings an earlier version back, line by line: each finds the cut that the ones before it leave. */
export function restoringEdits(lines: readonly RestoreLine[], cut: Cut, known: Known): readonly Edit[] {
  const edits: Edit[] = [];
  let now = cut;
  for (const line of lines) {
    const own = editsOf(line, now, known);
    now = applyEdits(now, own);
    edits.push(...own);
  }
  return edits;
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
      return [{ kind: 'remove', what: 'audio' }];
    case 'effect':
      return [{ kind: 'drop-effect', name }];
    case 'filter':
      return [{ kind: 'grade', which: clipsIn(cut, span), grade: null }];
  }
}

/** Those that begin there. */
function clipsIn(cut: Cut, span: { readonly fromMs: number; readonly toMs: number } | null): readonly number[] {
  return segmentsOf(cut, 'video').flatMap((clip, index) =>
    span === null || (clip.startMs >= span.fromMs && clip.startMs < Math.min(span.toMs, endOf(clip)))
      ? [index + 1]
      : [],
  );
}

function putPiece({ sort, name, span, adds, style, ...sound }: Line<'put'>, cut: Cut, known: Known): readonly Edit[] {
  const durationMs = span.toMs - span.fromMs;
  switch (sort) {
    case 'title':
      return [{ kind: 'put-title', adds, text: name, startMs: span.fromMs, durationMs, style }];
    case 'effect':
      return [{ kind: 'add-effect', name, durationMs }];
    case 'filter':
      return [{ kind: 'grade', which: clipsIn(cut, span), grade: gradeIn(name) }];
    case 'music': {
      const { volume, fadeInMs, fadeOutMs } = sound;
      const isThere = segmentsOf(cut, 'audio').some((song) => song.name === name);
      const song = isThere ? null : latest(known.knownSounds, name, new Set());
      return [
        ...(song === null ? [] : [{ kind: 'set-music', name: song.name, url: song.url } as const]),
        ...(volume === null ? [] : [{ kind: 'volume', of: 'audio', level: volume } as const]),
        ...(fadeInMs === null ? [] : [{ kind: 'fade-music', edge: 'in', durationMs: fadeInMs } as const]),
        ...(fadeOutMs === null ? [] : [{ kind: 'fade-music', edge: 'out', durationMs: fadeOutMs } as const]),
      ];
    }
  }
}
