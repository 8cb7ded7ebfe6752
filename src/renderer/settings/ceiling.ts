/** The most that a day's ceiling can be, in credits (the contract's `settings.change`). */
export const mostCeiling = 1_000_000;

/** The ceiling that was written: whole credits, null for none, undefined for something that is no ceiling. */
export function ceilingFrom(text: string): number | null | undefined {
  const written = text.normalize('NFKC').trim();
  if (written === '') return null;
  const credits = Number(written);
  return Number.isInteger(credits) && credits >= 1 && credits <= mostCeiling ? credits : undefined;
}
