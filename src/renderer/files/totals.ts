import type { Upload } from '../../shared/domain/upload.ts';
import type { Speed } from './speed.ts';

/** Several files together. Sizes in bytes; those that failed are counted apart, and in none of the sums. */
export type Totals = {
  readonly files: number;
  readonly failed: number;
  /** Files that are not there yet, and will be. */
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
