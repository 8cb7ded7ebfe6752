import type { MediaInfo } from '../../shared/domain/media-info.ts';
import { assertNever } from '../../shared/assert-never.ts';
import type { Upload } from '../../shared/domain/upload.ts';
import { clock, percent, size } from '../locales/format.ts';
import { failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';
import { standsStill, timeLeft } from './speed.ts';
import type { Totals } from './totals.ts';

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
        ...speedWords(t, upload.bytes - upload.sent, rate),
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
    ...(moving ? speedWords(t, totals.bytes - totals.sent, totals.rate) : []),
    ...(totals.failed > 0 ? [t('files.failed', { count: totals.failed })] : []),
  ];
}

/** Everything has left this computer; the cloud has not said yet that it is there. */
function isUnanswered({ sent, bytes }: Upload): boolean {
  return sent >= Math.floor(bytes * 0.99);
}

function speedWords(t: Translate, bytesLeft: number, rate: number | null): readonly string[] {
  if (rate === null) return [];
  if (standsStill(rate)) return [t('files.stalled')];
  const left = timeLeft(bytesLeft, rate);
  return [t('files.speed', { size: size(rate) }), ...(left === null ? [] : [leftWords(t, left)])];
}

/** As exactly as it can be known: in minutes, in steps of 5 s, or just soon. */
function leftWords(t: Translate, ms: number): string {
  const seconds = ms / 1000;
  if (seconds < 5) return t('files.leftSoon');
  if (seconds < 57) return t('files.leftSeconds', { count: Math.max(5, Math.round(seconds / 5) * 5) });
  return t('files.leftMinutes', { count: Math.max(1, Math.round(seconds / 60)) });
}
