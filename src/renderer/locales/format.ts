import type { Locale } from '../../shared/domain/app-state.ts';
import type { Translate } from './text.ts';

/** Seconds as a clock: `0:38`, `12:05`, `1:02:03`. Negative time is zero. */
export function clock(seconds: number): string {
  const whole = Math.max(0, Math.floor(seconds));
  const pad = (value: number) => String(value).padStart(2, '0');
  const [h, m, s] = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  return h > 0 ? `${h}:${pad(m)}:${pad(s)}` : `${m}:${pad(s)}`;
}

/** The same with tenths, as the player shows it: `0:03.4`. Rounded down, so that a clip never seems over too early. */
export function clockTenths(seconds: number): string {
  const tenths = Math.max(0, Math.floor(seconds * 10 + 1e-6));
  return `${clock(Math.floor(tenths / 10))}.${tenths % 10}`;
}

/** How long something took: `14 s`, `2 min 41 s`, `3 h 5 min`. */
export function length(t: Translate, ms: number): string {
  const seconds = Math.max(0, Math.round(ms / 1000));
  if (seconds < 60) return t('time.lengthSeconds', { s: seconds });
  const minutes = Math.floor(seconds / 60);
  if (minutes < 60) return t('time.lengthMinutes', { m: minutes, s: seconds % 60 });
  return t('time.lengthHours', { h: Math.floor(minutes / 60), m: minutes % 60 });
}

/** Roughly how long something takes: `50 s`, `3 min`. */
export function roughLength(t: Translate, ms: number): string {
  const seconds = Math.max(10, Math.round(ms / 10_000) * 10);
  return seconds < 90
    ? t('time.lengthSeconds', { s: seconds })
    : t('time.lengthWholeMinutes', { m: Math.round(ms / 60_000) });
}

/** A moment or length in the cut: `3s`, `3.4s`, from a minute on `1:05`. */
export function moment(t: Translate, ms: number): string {
  return ms < 60_000 ? t('time.seconds', { s: trimmedSeconds(ms) }) : clock(ms / 1000);
}

/** A piece of the cut: `0–3s`, `0:58–1:05`. */
export function range(t: Translate, startMs: number, endMs: number): string {
  if (endMs < 60_000) return t('time.range', { from: trimmedSeconds(startMs), to: trimmedSeconds(endMs) });
  return t('time.rangeClock', { from: clock(startMs / 1000), to: clock(endMs / 1000) });
}

function trimmedSeconds(ms: number): string {
  return String(Math.round(ms / 100) / 10);
}

/** Bytes as people read them, in units of 1024: `812 KB`, `2.4 MB`, `148 MB`, `1.2 GB`. */
export function size(bytes: number): string {
  const units = ['B', 'KB', 'MB', 'GB'] as const;
  let value = Math.max(0, bytes);
  let unit = 0;
  while (value >= 999.5 && unit < units.length - 1) {
    value /= 1024;
    unit += 1;
  }
  const digits = unit >= 2 && value < 10 ? 1 : 0;
  return `${value.toFixed(digits)} ${units[unit]}`;
}

/** A share as whole percent, never above 100; 0 where the whole is unknown or nothing. */
export function percent(part: number, whole: number | null): number {
  if (whole === null || whole <= 0) return 0;
  return Math.min(100, Math.max(0, Math.floor((part / whole) * 100)));
}

/** How loud, 0..2, as `35%`. */
export function loudness(volume: number): string {
  return `${Math.round(volume * 100)}%`;
}

/** When something was last touched: just now, minutes, hours, yesterday, days, then the date. */
export function ago(t: Translate, locale: Locale, then: number, now: number): string {
  const minutes = Math.floor((now - then) / 60_000);
  if (minutes < 1) return t('projects.justNow');
  const words = relativeTimes(locale);
  if (minutes < 60) return spoken(words.format(-minutes, 'minute'));
  if (minutes < 24 * 60) return spoken(words.format(-Math.floor(minutes / 60), 'hour'));
  const days = Math.floor(minutes / (24 * 60));
  if (days < 7) return spoken(words.format(-days, 'day'));
  return dates(locale, { month: 'short', day: 'numeric' }).format(then);
}

const relative = new Map<Locale, Intl.RelativeTimeFormat>();
const dated = new Map<string, Intl.DateTimeFormat>();

/** Made once: a list of two hundred projects asks for it two hundred times. */
function relativeTimes(locale: Locale): Intl.RelativeTimeFormat {
  const format = relative.get(locale) ?? new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  relative.set(locale, format);
  return format;
}

/** Sentences one after the other: Chinese puts no space between them. */
export function sentences(locale: Locale, parts: readonly string[]): string {
  return parts.join(locale === 'zh' ? '' : ' ');
}

/** `2 hidden, 1 special`, as the language lists things. */
export function listed(locale: Locale, items: readonly string[]): string {
  return items.join(locale === 'zh' ? '、' : ', ');
}

/** A moment (epoch ms) in the order, units and words of a language. */
export function dateText(locale: Locale, at: number, options: Intl.DateTimeFormatOptions): string {
  return dates(locale, options).format(at);
}

/** Made once for a place on earth: a format keeps the time zone that it was made in. */
function dates(locale: Locale, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const zone = [0, 6].map((month) => new Date(2024, month).getTimezoneOffset());
  const key = JSON.stringify([locale, options, zone]);
  const format = dated.get(key) ?? new Intl.DateTimeFormat(locale, options);
  dated.set(key, format);
  return format;
}

/** As a line of its own; between a digit and Chinese stands a space, as everywhere in the window. */
function spoken(words: string): string {
  return (words.charAt(0).toUpperCase() + words.slice(1)).replaceAll(/(?<=\d)(?=\p{Script=Han})/gu, ' ');
}

/** A moment of the past (epoch ms): its time, with the day where it is not today's. */
export function timeOfDay(locale: Locale, at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const day = sameDay ? {} : ({ month: 'short', day: 'numeric' } as const);
  return dates(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(at);
}
