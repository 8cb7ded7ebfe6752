import { faint, lighter } from '../colour.ts';
import { shining } from './lit.ts';
import type { Pen } from './pen.ts';

const palettes = [
  ['#3fd0ff', '#7a5cff', '#ff5ccf', '#ffb35c'],
  ['#35f0c0', '#3a9bff', '#8a5cff', '#f07aff'],
  ['#ff6a5c', '#ffb04f', '#ff5ca8', '#8f5cff'],
] as const;
const lines = 7;

/** Silk of light that flows across the whole frame. */
export const lightRibbons = shining({
  height: 0.8,
  width: 1,
  anchor: 'sky',
  paint: (pen) => {
    const palette =
      pen.color === null
        ? pen.pick(palettes)
        : [pen.color, lighter(pen.color, 0.35), pen.color, lighter(pen.color, 0.6)];
    const half = (pen.aspect / 0.8) * 62 + 10;
    pen.context.save();
    if (pen.light.isDark) pen.context.globalCompositeOperation = 'lighter';
    for (const [index, colour] of palette.entries())
      ribbon(pen, half, index, colour, palette[(index + 1) % palette.length] ?? colour);
    motes(pen, half);
    pen.context.restore();
  },
});

function ribbon(pen: Pen, half: number, index: number, colour: string, next: string): void {
  const phase = pen.random() * 6;
  const time = pen.seconds * (0.5 + index * 0.09);
  const fill = (opacity: number): CanvasGradient =>
    pen.fade(-half, 0, half, 0, faint(colour, 0), faint(colour, opacity), faint(next, opacity), faint(next, 0));
  const height = (x: number, offset: number): number =>
    -50 +
    (index - 1.5) * 7 +
    Math.sin(x / 46 + time + phase) * 19 +
    Math.sin(x / 23 - time * 0.8 + phase * 2) * 6 +
    offset * (7 + 6 * Math.sin(x / 38 + time * 0.7 + phase));
  const trace = (offset: number): void => {
    for (let x = -half; x <= half; x += 14) pen.context.lineTo(x, height(x, offset));
  };
  pen.context.beginPath();
  trace(-1);
  for (let x = half; x >= -half; x -= 14) pen.context.lineTo(x, height(x, 1));
  pen.context.closePath();
  pen.context.fillStyle = fill(0.2);
  pen.context.fill();
  for (let line = 0; line < lines; line += 1) {
    const offset = (line / (lines - 1)) * 2 - 1;
    pen.context.beginPath();
    trace(offset);
    const isEdge = line === 0 || line === lines - 1;
    pen.context.strokeStyle = fill(isEdge ? 0.95 : 0.3);
    pen.context.lineWidth = isEdge ? 0.7 : 0.4;
    pen.context.stroke();
  }
}

function motes(pen: Pen, half: number): void {
  for (let index = 0; index < 26; index += 1) {
    const x = (pen.random() * 2 - 1) * half;
    const y = -50 + (pen.random() * 2 - 1) * 40 + pen.sway(7, index) * 4;
    pen.glow(x + pen.sway(11, index * 2) * 5, y, 0.8 + pen.random() * 1.6, '#ffffff', 0.35 + 0.35 * pen.sway(3, index));
  }
}
