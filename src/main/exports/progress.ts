/**
 * How far a render is. `scale`: what full is in the answers so far (wire contract: "`progress` (0..1 or 0..100)"); null while no number
 * has told. `share`: 0..1; null before the first.
 */
export type RenderProgress = { readonly scale: 1 | 100 | null; readonly share: number | null };

export const noProgress: RenderProgress = { scale: null, share: null };

/**
 * The progress after another answer; `raw` as it came, null where it said nothing. A 1 alone fits both scales: it is taken for the first
 * hundredth unless fractions came before, since a render that is whole says `completed`.
 */
export function progressAfter(before: RenderProgress, raw: number | null): RenderProgress {
  if (raw === null) return before;
  if (raw > 1 || before.scale === 100) return { scale: 100, share: raw / 100 };
  if (raw === 0) return { scale: before.scale, share: 0 };
  if (raw < 1) return { scale: 1, share: raw };
  return before.scale === 1 ? { scale: 1, share: 1 } : { scale: null, share: 0.01 };
}
