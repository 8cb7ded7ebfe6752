import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { withoutNotes } from '../../shared/domain/file-notes.ts';
import type { Turn } from '../../shared/domain/turn.ts';
import { clock, percent, size } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';
import { standsStill, timeLeft, type Speed } from './speeds.ts';

const separator = ' · ';

/** What a file is: `0:12 · 48 MB`; a picture, and what nobody could look into, has no length. */
export function fileLine(t: Translate, upload: Upload, info: MediaInfo | undefined): string {
  const duration = info?.durationMs ?? null;
  const what = duration === null ? t(`files.${upload.kind}`) : clock(Math.round(duration / 1000));
  return upload.bytes === 0 ? what : `${what}${separator}${size(upload.bytes)}`;
}

/** How far it is; empty once it is there. `rate`: bytes per second. */
export function stateLine(t: Translate, upload: Upload, rate: number | null): string {
  switch (upload.state) {
    case 'waiting':
      return t('files.waiting');
    case 'uploading':
      if (upload.source === 'link') return t('files.fetching');
      if (isUnanswered(upload)) return t('files.answer');
      return [
        t('files.uploading', { percent: percent(upload.sent, upload.bytes) }),
        ...speedWords(t, upload, rate, isAlmostDone(upload)),
      ].join(separator);
    case 'uploaded':
      return '';
    case 'lost':
      return t('files.lost');
    case 'failed':
      return failureText(t, upload.failure ?? { code: 'upload-failed' });
    default:
      return assertNever(upload.state);
  }
}

/** Several files together: `50 files`, `1.2 GB`, `42% sent`, `8 MB/s`, `about 3 min left`. */
export function totalWords(t: Translate, totals: Totals): readonly string[] {
  const moving = totals.underWay > 0;
  return [
    t('files.count', { count: totals.files }),
    ...(totals.bytes > 0 ? [size(totals.bytes)] : []),
    ...(moving ? [t('files.progress', { percent: percent(totals.sent, totals.bytes) })] : []),
    ...(moving ? speedWords(t, totals, totals.rate) : []),
    ...(totals.failed > 0 ? [t('files.failed', { count: totals.failed })] : []),
  ];
}

function isAlmostDone({ sent, bytes }: Upload): boolean {
  return percent(sent, bytes) >= 95;
}

/** Everything has left this computer; the cloud has not confirmed it yet. */
function isUnanswered({ sent, bytes }: Upload): boolean {
  return sent >= Math.floor(bytes * 0.99);
}

type Going = { readonly sent: number; readonly bytes: number };

function speedWords(t: Translate, { sent, bytes }: Going, rate: number | null, almost = false): readonly string[] {
  if (rate === null) return almost ? [t('files.leftSoon')] : [];
  if (standsStill(rate)) return [t('files.stalled')];
  // What has not begun to move has no speed yet.
  if (sent === 0) return [];
  const left = almost ? 0 : timeLeft(bytes - sent, rate);
  return [t('files.speed', { size: size(rate) }), ...(left === null ? [] : [leftWords(t, left)])];
}

/** As exactly as it can be known: in minutes, in steps of 5 s, or just soon. */
function leftWords(t: Translate, ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 5) return t('files.leftSoon');
  if (seconds < 57) return t('files.leftSeconds', { count: Math.max(5, Math.round(seconds / 5) * 5) });
  return t('files.leftMinutes', { count: Math.max(1, Math.round(seconds / 60)) });
}

/** What the user wrote, where the notes of the message's files stand on those files. */
export function wordsOf({ prompt, attachments }: Turn, files: readonly Upload[]): string {
  return files.some(({ note }) => note !== '') ? withoutNotes(prompt, attachments) : prompt;
}

/** Several files together. Sizes in bytes; those that failed are counted apart, and in none of the sums. */
type Totals = {
  readonly files: number;
  readonly failed: number;
  /** Files that are still on their way. */
  readonly underWay: number;
  readonly bytes: number;
  readonly sent: number;
  /** Bytes per second of all that is being sent; null before it means anything. */
  readonly rate: number | null;
};

export function totalsOf(uploads: readonly Upload[], speeds: Readonly<Record<string, Speed>>): Totals {
  const good = uploads.filter(({ state }) => state !== 'failed');
  const rates = good.flatMap(({ id, state }) => (state === 'uploading' ? (speeds[id]?.rate ?? []) : []));
  return {
    files: uploads.length,
    failed: uploads.length - good.length,
    underWay: good.filter(({ state }) => state === 'waiting' || state === 'uploading').length,
    bytes: sum(good.map(({ bytes }) => bytes)),
    sent: sum(good.map(({ state, sent, bytes }) => (state === 'uploaded' ? bytes : sent))),
    rate: rates.length === 0 ? null : sum(rates),
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
