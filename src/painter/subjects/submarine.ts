import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';

/** It glides to the right under water, its windows and its lamp lit, bubbles behind its screw. */
export const submarine = lit({
  height: 0.46,
  width: 2,
  anchor: 'sky',
  bounds: around(250, 8, 8),
  shift: (seconds) => 40 * (1 - Math.exp(-seconds / 6)) - 20,
  body: (pen) => {
    const hull = pen.tint(['#f2b53a', '#f2b53a', '#d8503c']);
    const dark = darker(hull, 0.4);
    pen.at({ y: -42 + pen.sway(4) * 2, turn: pen.sway(5, 1) * 0.015 }, () => {
      const spin = Math.cos(pen.seconds * 9);
      for (const side of [-1, 1]) pen.oval(-92, side * 11 * spin, 3, Math.abs(10 * spin) + 2, '#8a6a3a');
      pen.box(-95, -3, 12, 6, 2, '#6a5030');
      pen.path('M-66-10L-88-30H-74L-44-16ZM-66 10L-88 30H-74L-44 16Z', dark);
      pen.path('M-6-46V-58H8V-54H-1V-46Z', '#5a6470');
      pen.oval(8, -56, 2, 2.6, '#bfe6f5');
      pen.path('M-26-22L-20-44C-19-47 17-47 19-44L28-22Z', pen.fade(0, -46, 0, -20, lighter(hull, 0.3), hull));
      pen.line('M-21-40H20', dark, 1.4);
      pen.path(
        'M-86 0C-80-20-50-27-6-27H40C70-27 90-15 90 0C90 15 70 27 40 27H-6C-50 27-80 20-86 0Z',
        pen.fade(0, -27, 0, 27, lighter(hull, 0.35), hull, darker(hull, 0.32)),
      );
      pen.line('M-78 10C-50 17 60 17 86 8', dark, 1.6);
      for (const x of [-34, -2, 30]) {
        pen.oval(x, -4, 10.5, 10.5, dark);
        pen.oval(x, -4, 7.6, 7.6, pen.round(x - 2, -7, 10, '#fff6c8', '#f7d878', '#c99a3a'));
      }
      pen.oval(76, -4, 8, 10, pen.round(76, -6, 12, '#e8fbff', '#7fc4e0'));
      pen.path('M10 18L-8 34H14L28 20Z', dark);
    });
  },
  glow: (pen) => {
    pen.glow(96, -44, 34, '#fff2c0', 0.5);
    for (let bubble = 0; bubble < 14; bubble += 1) {
      const life = (pen.seconds * 0.45 + bubble / 14) % 1;
      const size = 1.2 + (bubble % 4) * 0.7;
      const [x, y] = [-98 - life * 24, -42 + ((bubble * 7) % 16) - 8 - life * 30];
      pen.oval(x, y, size, size, `rgba(225,246,255,${0.6 * (1 - life)})`);
    }
  },
});
