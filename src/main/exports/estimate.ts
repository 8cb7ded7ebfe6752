import type { RenderTime } from '../storage/stores.ts';

/** Fewer renders than this tell nothing. */
const fewest = 3;
/** So many past renders are looked at; the newest ones, since the cloud changes. */
export const estimateMemory = 20;

/**
 * How long the render of a draft of `draftMs` will take, in ms, from past ones: the median of what a millisecond of draft took, times
 * its length, and never outside what was ever seen. Null where there is too little to go by.
 */
export function estimateMs(past: readonly RenderTime[], draftMs: number): number | null {
  const usable = past.filter((time) => time.draftMs > 0 && time.tookMs > 0);
  if (usable.length < fewest || draftMs <= 0) return null;
  const ratios = usable.map((time) => time.tookMs / time.draftMs).toSorted((a, b) => a - b);
  const upper = ratios[Math.floor(ratios.length / 2)] ?? 0;
  const lower = ratios[Math.ceil(ratios.length / 2) - 1] ?? 0;
  const took = usable.map(({ tookMs }) => tookMs);
  const expected = draftMs * ((upper + lower) / 2);
  return Math.round(Math.min(Math.max(...took), Math.max(Math.min(...took), expected)));
}
