import type { Locale } from '../../shared/domain/app-state.ts';

/** A moment of the past (epoch ms): its time, with the day where it is not today's. */
export function when(locale: Locale, at: number, now: number): string {
  const sameDay = new Date(at).toDateString() === new Date(now).toDateString();
  const day = sameDay ? {} : ({ month: 'short', day: 'numeric' } as const);
  return new Intl.DateTimeFormat(locale, { ...day, hour: 'numeric', minute: '2-digit' }).format(at);
}
