/** How large the window's content is drawn, in percent. */
export const uiScales = [80, 90, 100, 110, 125, 150] as const;

export const smallestScale = uiScales[0];
export const largestScale = 150;

/** One size larger or smaller, or back to the ordinary one. */
export type ZoomStep = -1 | 0 | 1;

export function nextScale(scale: number, step: ZoomStep): number {
  if (step === 0) return 100;
  const next = step === 1 ? uiScales.find((other) => other > scale) : uiScales.findLast((other) => other < scale);
  return next ?? scale;
}
