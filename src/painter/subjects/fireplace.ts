import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { flame } from './parts.ts';

/** A hearth of brick with its mantelpiece; the logs burn. */
export const fireplace = lit({
  height: 0.62,
  width: 1.2,
  anchor: 'ground',
  bounds: around(140, 4),
  shadow: 66,
  body: (pen) => {
    const brick = pen.tint(['#a8604a', '#9a8a80', '#b5785a']);
    pen.box(-54, -84, 108, 84, 1, darker(brick, 0.34));
    for (let row = 0; row < 11; row += 1) {
      for (let column = 0; column < 8; column += 1) {
        const x = -54 + column * 13.5 + (row % 2) * 6.7 - 3;
        const tone = ((row * 5 + column * 3) % 5) * 0.05;
        pen.box(
          Math.max(-54, x),
          -83 + row * 7.6,
          Math.min(12.6, 54 - x),
          6.6,
          0.8,
          tone > 0.1 ? darker(brick, tone) : lighter(brick, tone),
        );
      }
    }
    pen.path('M-32 0V-44C-32-66 32-66 32-44V0Z', pen.fade(0, -60, 0, 0, '#120b0a', '#3a1a10'));
    pen.box(-62, -94, 124, 11, 2, pen.fade(0, -94, 0, -83, '#b98a5a', '#6a4426'));
    pen.box(-60, -3, 120, 5, 1, '#5a4a44');
    for (const [x, y, turn] of [
      [-10, -5, 0.06],
      [10, -6, -0.1],
      [0, -11, 0.02],
    ] as const)
      pen.at({ x, y, turn }, () => pen.box(-17, -4, 34, 8, 4, pen.fade(0, -4, 0, 4, '#7a4c2c', '#3a2014')));
    pen.box(-48, -106, 14, 12, 1, '#d8b25a');
    pen.box(-46, -104, 10, 8, 0.5, '#6f9ab0');
    for (const x of [38, 46]) pen.box(x, -104 + (x - 38), 4, 10 - (x - 38), 1, '#f4ead8');
  },
  glow: (pen) => {
    const flicker = 0.85 + 0.1 * pen.sway(0.4) + 0.05 * pen.sway(0.23, 1);
    pen.glow(0, -20, 92 * flicker, '#ff8a3a', 0.34);
    for (const [x, size] of [
      [-14, 8],
      [-4, 12],
      [7, 13],
      [16, 8],
      [1, 9],
    ] as const)
      flame(pen, x, -9, size * flicker, 0.1);
    for (let spark = 0; spark < 12; spark += 1) {
      const life = (pen.seconds / 1.9 + spark / 12) % 1;
      pen.oval(
        -18 + ((spark * 13) % 37) + Math.sin(life * 6 + spark) * 3,
        -14 - life * 34,
        0.6,
        0.6,
        `rgba(255,190,90,${(1 - life).toFixed(2)})`,
      );
    }
  },
});
