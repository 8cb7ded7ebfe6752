/** How large the window's content is drawn, in percent. */
export const uiScales = [80, 90, 100, 110, 125, 150, 175, 200] as const;

export const smallestScale = uiScales[0];
export const largestScale = 200;

/** One size larger or smaller, or back to the ordinary one. */
export type ZoomStep = -1 | 0 | 1;

export function nextScale(scale: number, step: ZoomStep): number {
  if (step === 0) return 100;
  const next = step === 1 ? uiScales.find((other) => other > scale) : uiScales.findLast((other) => other < scale);
  return next ?? scale;
}

/** A key as Electron tells it to main. */
type KeyPress = {
  readonly type: string;
  readonly key: string;
  readonly code: string;
  readonly control: boolean;
  readonly meta: boolean;
  readonly alt: boolean;
};

const zoomKeys = new Map<string, ZoomStep>([
  ['=', 1],
  ['+', 1],
  ['NumpadAdd', 1],
  ['-', -1],
  ['NumpadSubtract', -1],
  ['0', 0],
  ['Numpad0', 0],
]);

/**
 * The step of zoom for a key: those of the menu, and what it does not cover, such as the plus sign without Shift and the number pad.
 * Null: another key.
 */
export function zoomStep(press: KeyPress, platform: string): ZoomStep | null {
  const wanted = platform === 'darwin' ? press.meta && !press.control : press.control && !press.meta;
  if (press.type !== 'keyDown' || !wanted || press.alt) return null;
  return zoomKeys.get(press.code) ?? zoomKeys.get(press.key) ?? null;
}
