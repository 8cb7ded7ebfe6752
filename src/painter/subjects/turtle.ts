import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** It rows through the water with its flippers. */
export const turtle = lit({
  height: 0.42,
  width: 1.9,
  anchor: 'sky',
  bounds: around(230, 10, 10),
  shift: (seconds) => 40 * (1 - Math.exp(-seconds / 7)) - 20,
  body: (pen) => {
    const skin = pen.color ?? '#7aa05a';
    const row = pen.sway(2.8);
    pen.at({ y: -46 + pen.sway(2.8, 1) * 3, turn: -0.12 + pen.sway(5.6) * 0.04 }, () => {
      flipper(pen, darker(skin, 0.35), [30, 2], 0.5 + row * 0.35, 0.85);
      flipper(pen, darker(skin, 0.35), [-48, 6], 1.1 - row * 0.2, 0.5);
      pen.at({ x: 62, y: -6, turn: pen.sway(5.6, 2) * 0.06 }, () => {
        pen.limb([-16, 4, 11, 4, -2, 11], skin);
        pen.path(
          'M0-14C14-18 28-10 30 0C30 8 18 12 4 10C-4 6-6-8 0-14Z',
          pen.fade(0, -16, 0, 12, lighter(skin, 0.25), skin),
        );
        for (const [x, y] of [
          [6, -8],
          [14, -10],
          [3, 1],
        ] as const)
          pen.oval(x, y, 3.4, 2.6, darker(skin, 0.3));
        pen.oval(19, -4, 3.4, 3.6, '#16181a');
        pen.oval(20.2, -5.2, 1.2, 1.2, '#ffffff');
        pen.line('M30 2C25 5 20 6 15 5', darker(skin, 0.5), 1.2);
      });
      pen.path('M-66 8C-78 6-84 10-88 14C-78 16-68 14-62 12Z', skin);
      pen.path('M-66 10C-30 26 34 24 58 4L50 12C30 28-34 30-66 10Z', '#e3d9a4');
      pen.path(carapace, pen.round(-4, -34, 78, '#b8894a', '#8a5a30', '#5a3a22'));
      pen.within(carapace, () => {
        for (const [x, y, rx] of plates) {
          pen.oval(x, y, rx, 12, '#5a3a22');
          pen.oval(x, y - 0.6, rx - 1.6, 10.2, pen.round(x - 3, y - 5, 18, '#c99a58', '#8f6034'));
        }
      });
      pen.line('M-66 10C-34 22 34 20 58 4', '#d9b878', 2.4);
      flipper(pen, skin, [34, 8], 0.75 + row * 0.5, 1);
      flipper(pen, skin, [-44, 10], 1.3 - row * 0.24, 0.55);
    });
  },
});

const carapace = 'M-66 10C-60-24-20-42 12-38C42-34 60-14 58 4C34 20-34 22-66 10Z';
const plates = [
  [-42, -4, 15],
  [-14, -14, 16],
  [16, -15, 16],
  [42, -6, 13],
  [-28, -26, 13],
  [2, -32, 15],
  [32, -27, 13],
  [-26, 10, 14],
  [4, 8, 15],
  [32, 8, 13],
] as const;

function flipper(pen: Pen, skin: string, [x, y]: readonly [number, number], turn: number, scale: number): void {
  pen.at({ x, y, turn, scale }, () => {
    const blade = 'M-9-6C6-8 20 6 16 30C12 46 2 54-4 56C-6 40-12 16-9-6Z';
    pen.path(blade, pen.fade(-10, 0, 14, 40, lighter(skin, 0.2), darker(skin, 0.15)));
    for (const [px, py] of [
      [0, 6],
      [6, 16],
      [4, 28],
      [1, 40],
    ] as const)
      pen.oval(px, py, 4, 3.4, darker(skin, 0.3));
  });
}
