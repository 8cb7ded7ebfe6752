import { canvasOf } from './brush.ts';

/** What every frame of a rehearsal is marked with. */
const words = 'Rehearsal 彩排';

/** The mark for a frame, and where it goes: the upper left corner, clear of titles at the bottom. */
export function pillOf(
  width: number,
  height: number,
): { readonly canvas: OffscreenCanvas; readonly x: number; readonly y: number } {
  const unit = Math.min(width, height);
  const size = Math.max(11, Math.round(unit * 0.025));
  const font = `600 ${size}px system-ui, "PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif`;
  const measure = canvasOf(1, 1);
  measure.font = font;
  const tall = Math.round(size * 1.9);
  const wide = Math.round(measure.measureText(words).width + size * 1.9);
  const context = canvasOf(wide, tall);
  context.beginPath();
  context.roundRect(0.5, 0.5, wide - 1, tall - 1, tall / 2);
  context.fillStyle = 'rgba(12, 14, 24, 0.62)';
  context.fill();
  context.strokeStyle = 'rgba(255, 255, 255, 0.28)';
  context.stroke();
  context.font = font;
  context.fillStyle = 'rgba(255, 255, 255, 0.94)';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  context.fillText(words, wide / 2, tall * 0.53);
  const margin = Math.round(unit * 0.035);
  return { canvas: context.canvas, x: margin, y: margin };
}
