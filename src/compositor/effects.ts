import type { EffectKind } from '../shared/composition/composition.ts';

type Wash = { readonly mode: GlobalCompositeOperation; readonly color: string };

/**
 * Each effect as colours laid over the whole picture, one after the other: a canvas without a GPU does that in a millisecond, its
 * filters take ten. Warm and cold dim one end of the spectrum and raise the other; black stays black.
 */
const washes: Readonly<Record<EffectKind, readonly Wash[]>> = {
  warm: [
    { mode: 'multiply', color: 'rgb(255 236 200)' },
    { mode: 'color-dodge', color: 'rgb(16 4 0)' },
  ],
  cold: [
    { mode: 'multiply', color: 'rgb(204 228 255)' },
    { mode: 'color-dodge', color: 'rgb(0 4 16)' },
  ],
  mono: [{ mode: 'color', color: '#808080' }],
  'fade-in': [{ mode: 'source-over', color: '#000' }],
  'fade-out': [{ mode: 'source-over', color: '#000' }],
};

/** `strength` 0..1 of what is painted so far. */
export function paintEffect(context: OffscreenCanvasRenderingContext2D, effect: EffectKind, strength: number): void {
  context.save();
  context.setTransform(1, 0, 0, 1, 0, 0);
  context.globalAlpha = strength;
  for (const { mode, color } of washes[effect]) {
    context.globalCompositeOperation = mode;
    context.fillStyle = color;
    context.fillRect(0, 0, context.canvas.width, context.canvas.height);
  }
  context.restore();
}
