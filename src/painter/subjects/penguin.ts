import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const ink = '#22262f';

/** Two grown ones and their chick, who rock from foot to foot. */
export const penguin = lit({
  height: 0.5,
  width: 1.3,
  anchor: 'ground',
  bounds: around(150),
  shadow: 56,
  body: (pen) => {
    const back = pen.tint([ink, '#262b3a', '#2b2a31']);
    pen.at({ x: -34, y: -3, scale: [-0.86, 0.86] }, () => grown(pen, back, 1.3));
    pen.at({ x: 12 }, () => grown(pen, back, 0));
    pen.at({ x: 48, y: 2, scale: [-0.5, 0.5] }, () => chick(pen));
  },
});

function rocking(pen: Pen, phase: number, paint: (turn: number) => void): void {
  const turn = pen.sway(1.5, phase) * (pen.isResting ? 0 : 0.055);
  for (const side of [-1, 1]) {
    const lift = Math.max(0, side * turn) * 50;
    pen.path(
      side < 0 ? 'M-17-1C-17-6-4-6-3-1C-4 1.500-16 1.500-17-1Z' : 'M3-1C4-6 17-6 18-1C17 1.500 5 1.500 3-1Z',
      '#e8913a',
    );
    if (lift > 0) pen.oval(side * 10, -2, 7, 2, 'rgba(6,8,14,0.2)');
  }
  pen.at({ turn }, () => paint(turn));
}

function grown(pen: Pen, back: string, phase: number): void {
  rocking(pen, phase, (turn) => {
    pen.path(
      'M0-84C17-82 25-60 26-36C27-16 20-3 4-3H-6C-20-3-28-16-26-36C-24-60-17-82 0-84Z',
      pen.fade(-26, 0, 26, 0, lighter(back, 0.14), back, darker(back, 0.3)),
    );
    pen.path(
      'M5-76C16-70 20-52 20-34C20-16 14-6 3-6C-8-6-15-16-15-34C-15-54-8-70 5-76Z',
      pen.fade(-15, 0, 20, 0, '#ffffff', '#fdfaf2', '#d3d6dc'),
    );
    pen.path(
      'M5-76C13-72 17-63 18-54C10-60-4-60-12-52C-10-64-4-72 5-76Z',
      pen.fade(0, -76, 0, -54, '#f6b53a', '#fdfaf2'),
    );
    for (const side of [-1, 1])
      pen.at({ x: side * 22, y: -64, turn: -side * (0.16 + Math.abs(turn) * 3 + pen.sway(0.75, phase) * 0.04) }, () =>
        pen.path('M-4-4C4-6 8 8 7 22C6 34 1 41-2 40C-7 36-9 8-4-4Z', side < 0 ? lighter(back, 0.16) : back),
      );
    pen.at({ x: 2, y: -82, turn: pen.sway(4.4, phase) * 0.06 }, () => {
      pen.path('M-17 4C-20-10-10-18 1-18C14-18 20-8 17 5C14 12-12 12-17 4Z', back);
      pen.path('M-13 5C-16-2-12-8-8-9C-7-3-8 3-6 8C-9 9-12 8-13 5Z', '#f6b53a');
      pen.path('M15-8C24-8 31-4 34-1C28 0 20 0 14-1Z', '#2c2f38');
      pen.path('M15-3C22-3 28-2 34-1C28 1 20 2 14 1Z', '#f09a3a');
      const open = 1 - Math.max(0, pen.sway(3.5, phase)) ** 60;
      pen.oval(8, -6, 3, 3 * open + 0.3, '#ffffff');
      pen.oval(9, -6, 1.9, 2 * open, '#0d0e12');
    });
  });
}

function chick(pen: Pen): void {
  rocking(pen, 2.4, () => {
    const down = '#aab2bf';
    pen.oval(0, -34, 25, 32, pen.round(-6, -46, 50, lighter(down, 0.4), down, darker(down, 0.24)));
    for (const side of [-1, 1]) pen.oval(side * 23, -36, 6, 17, darker(down, 0.18), side * 0.24);
    pen.oval(2, -72, 20, 19, ink);
    pen.path('M-13-72C-14-84 0-86 4-79C9-86 21-82 19-71C17-60-11-60-13-72Z', '#ffffff');
    for (const x of [-5, 12]) pen.oval(x, -74, 2.6, 3, '#0d0e12');
    pen.path('M-1-70H9L4-63Z', '#2c2f38');
  });
}
