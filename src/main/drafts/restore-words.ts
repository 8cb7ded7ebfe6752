import { assertNever } from '../../shared/assert-never.ts';
import type { Locale } from '../../shared/domain/app-state.ts';
import { mainTexts, type MainTranslate } from '../../shared/locales/main-texts.ts';
import type { ClipFrame, ClipPart, Piece, RestoreStep, Span, TitleLook } from './restore-steps.ts';

/** The lines of an instruction to the agent, one for each step: exact to the millisecond, in the user's language. */
export function restoreLines(steps: readonly RestoreStep[], locale: Locale): readonly string[] {
  const words = wordsIn(locale);
  return steps.map((step) => words.line(step));
}

/** The whole message: what it is for, and its lines. */
export function restoreMessage(lines: readonly string[], version: number, locale: Locale): string {
  const opening = mainTexts(locale)('restore.opening', { version });
  return [opening, ...lines.map((line) => `- ${line}`)].join('\n');
}

function wordsIn(locale: Locale) {
  const t = mainTexts(locale);
  const list = (parts: readonly string[]): string => parts.join(t('restore.comma'));
  const span = ({ fromMs, toMs }: Span): string => t('restore.span', { from: seconds(fromMs), to: seconds(toMs) });

  const part = ({ inMs, durationMs, speed }: ClipPart, volume: number | null = null): string =>
    list([
      t('restore.part', { from: seconds(inMs), length: seconds(durationMs) }),
      ...(speed === null ? [] : [t('restore.speed', { speed })]),
      ...(volume === null || volume === 1 ? [] : [t('restore.volume', { volume: percent(volume) })]),
    ]);

  const removed = ({ sort, name, span: at }: Extract<RestoreStep, { readonly kind: 'remove' }>): string => {
    const words = t('restore.remove', { piece: t(`restore.sort.${sort}`), name: quoted(name) });
    return at === null ? words : list([words, span(at)]);
  };

  const put = ({ sort, name, ...piece }: Piece, isThere: boolean): string => {
    const what = { piece: t(`restore.sort.${sort}`), name: quoted(name), span: span(piece.span) };
    return list([t(isThere ? 'restore.set' : 'restore.put', what), ...detailsOf(t, piece)]);
  };

  const line = (step: RestoreStep): string => {
    switch (step.kind) {
      case 'size':
        return t('restore.size', { ratio: ratioOf(step) });
      case 'remove-clips':
        return t('restore.removeClips', {
          count: step.numbers.length,
          numbers: step.numbers.join(t('restore.and')),
        });
      case 'move-clip':
        return t('restore.moveClip', { number: step.number, to: step.to });
      case 'put-clip': {
        const { number, name } = step;
        return list([t('restore.putClip', { number, name: quoted(name) }), part(step.part, step.volume)]);
      }
      case 'clip-part':
        return list([t('restore.clip', { number: step.number }), part(step.part)]);
      case 'clip-start':
        return t('restore.clipStart', { number: step.number, at: seconds(step.atMs) });
      case 'clip-volume':
        return t('restore.clipVolume', { number: step.number, volume: percent(step.volume) });
      case 'clip-frame':
        return list(frameWords(t, step.number, step.frame));
      case 'transition': {
        const clips = { before: step.number - 1, number: step.number };
        if (step.durationMs === null) return t('restore.noTransition', clips);
        return t('restore.transition', { ...clips, name: quoted(step.name), length: seconds(step.durationMs) });
      }
      case 'remove':
        return removed(step);
      case 'reword':
        return t('restore.reword', { from: quoted(step.from), to: quoted(step.to) });
      case 'volume':
        return t('restore.musicVolume', { name: quoted(step.name), volume: percent(step.volume) });
      case 'put':
        return put(step.piece, step.isThere);
      default:
        return assertNever(step);
    }
  };
  return { line };
}

function frameWords(t: MainTranslate, number: number, { scale, rotation, flippedX, flippedY, at }: ClipFrame) {
  const way = flippedX ? (flippedY ? 'both' : 'x') : flippedY ? 'y' : null;
  return [
    t('restore.frame', { number, scale: percent(scale) }),
    rotation === 0 ? t('restore.no.turned') : t('restore.turned', { rotation }),
    way === null ? t('restore.no.mirrored') : t(`restore.mirrored.${way}`),
    ...(at.x === 0 && at.y === 0 ? [] : [t('restore.place', placeOf(at))]),
  ];
}

/** From the left and from the top, in percent. */
function placeOf({ x, y }: { readonly x: number; readonly y: number }): { readonly x: number; readonly y: number } {
  return { x: percent((1 + x) / 2), y: percent((1 - y) / 2) };
}

type Details = Pick<Piece, 'volume' | 'fadeInMs' | 'fadeOutMs' | 'look'>;

function detailsOf(t: MainTranslate, { volume, fadeInMs, fadeOutMs, look = {} }: Details): readonly string[] {
  const fade = (edge: 'fadeIn' | 'fadeOut', ms: number | null | undefined): readonly string[] => {
    if (ms === undefined) return [];
    return [ms === null ? t(`restore.no.${edge}`) : t(`restore.${edge}`, { length: seconds(ms) })];
  };
  return [
    ...(volume === undefined ? [] : [t('restore.volume', { volume: percent(volume) })]),
    ...fade('fadeIn', fadeInMs),
    ...fade('fadeOut', fadeOutMs),
    ...lookWords(t, look),
  ];
}

function lookWords(t: MainTranslate, { size, color, at }: TitleLook): readonly string[] {
  const said = <T>(value: T | null | undefined, words: (value: T) => string, usual: string): readonly string[] =>
    value === undefined ? [] : [value === null ? usual : words(value)];
  return [
    ...said(size, (value) => t('restore.titleSize', { size: value }), t('restore.no.titleSize')),
    ...said(color, (value) => t('restore.color', { color: hex(value) }), t('restore.no.color')),
    ...said(at, (place) => t('restore.place', placeOf(place)), t('restore.no.place')),
  ];
}

/** `2`, `3.5`, `0.042`. */
function seconds(ms: number): string {
  return String(Math.round(ms) / 1000);
}

function percent(volume: number): number {
  return Math.round(volume * 1000) / 10;
}

function hex(color: readonly number[]): string {
  return `#${color.map((part) => part.toString(16).padStart(2, '0')).join('')}`;
}

const pairs: readonly (readonly [string, string])[] = [
  ['“', '”'],
  ['「', '」'],
  ['«', '»'],
  ['"', '"'],
];

/** In quotes that the words themselves do not hold. */
function quoted(name: string): string {
  const [open, close] = pairs.find((marks) => !marks.some((mark) => name.includes(mark))) ?? ['“', '”'];
  return `${open}${name}${close}`;
}

/** `16:9`, or the pixels where they make no usual shape. */
function ratioOf({ width, height }: { readonly width: number; readonly height: number }): string {
  const by = divisor(width, height);
  const [across, down] = [width / by, height / by];
  return across <= 32 && down <= 32 ? `${across}:${down}` : `${width} × ${height}`;
}

function divisor(a: number, b: number): number {
  return b === 0 ? a : divisor(b, a % b);
}
