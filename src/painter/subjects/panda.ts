import { darker } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const white = '#f6f3ec';
const black = '#2b2a31';

/** It sits and chews on bamboo. */
export const panda = lit({
  height: 0.46,
  width: 1,
  anchor: 'ground',
  bounds: around(120),
  shadow: 48,
  body: (pen) => {
    const chew = pen.sway(0.8);
    for (const side of [-1, 1]) pen.oval(side * 29, -12, 13, 10, black, side * 0.3);
    pen.path(
      'M0-66C24-66 37-44 36-22C35-4 20 0 0 0C-20 0-35-4-36-22C-37-44-24-66 0-66Z',
      pen.round(-10, -38, 58, '#ffffff', white, '#bcb6ac'),
    );
    pen.path('M-30-46C-16-60 16-60 30-46C33-52 24-68 0-68C-24-68-33-52-30-46Z', black);
    for (const side of [-1, 1]) {
      pen.oval(side * 29, -9, 12, 11, pen.round(side * 29 - 3, -13, 14, '#4a4852', black));
      pen.oval(side * 30, -7, 6, 5.5, '#8a7f7c');
      for (const toe of [-1, 0, 1]) pen.oval(side * 30 + toe * 5, -15.5 + Math.abs(toe), 2, 2, '#8a7f7c');
    }
    pen.limb([-27, -50, 9.5, -30, -36, 8.5, -14, -31, 7.5], black);
    bamboo(pen, chew);
    pen.limb([27, -50, 9.5, 31, -37, 8.5, 17, -39 + chew, 7.5], darker(black, 0.15));
    pen.at({ y: -62, turn: pen.sway(5) * 0.05 }, () => head(pen, chew));
  },
});

function bamboo(pen: Pen, chew: number): void {
  pen.at({ x: 4, y: -38 + chew, turn: 0.75 }, () => {
    pen.box(-2.6, -22, 5.2, 56, 2, pen.fade(-3, 0, 3, 0, '#a8d060', '#5f9a35'));
    for (const y of [-8, 8, 22]) pen.box(-3.2, y, 6.4, 1.4, 0.6, '#4a7d28');
    for (const [y, turn] of [
      [-6, 0.8],
      [10, -0.8],
      [24, 0.7],
    ] as const) {
      pen.at({ y, turn: turn + pen.sway(2.2, y) * 0.08 }, () =>
        pen.path('M0 0C4-6 6-14 2-22C-4-16-5-6 0 0Z', '#78b83f'),
      );
    }
  });
}

function head(pen: Pen, chew: number): void {
  for (const side of [-1, 1]) {
    pen.oval(side * 23, -31, 10, 9.5, black);
    pen.oval(side * 23, -30, 5, 5, '#4d4a54');
  }
  pen.path(
    'M0-38C21-38 33-24 32-9C31 3 18 8 0 8C-18 8-31 3-32-9C-33-24-21-38 0-38Z',
    pen.round(-9, -22, 46, '#ffffff', white, '#c9c3b8'),
  );
  const open = 1 - Math.max(0, pen.sway(4.3, 2)) ** 60;
  for (const side of [-1, 1]) {
    pen.oval(side * 13.5, -12, 7.6, 9.6, black, side * 0.6);
    pen.oval(side * 12, -13.5, 3.8, 4 * open + 0.3, '#0e0d10');
    pen.oval(side * 12 + 1.2, -15, 1.5, 1.6 * open, '#ffffff');
  }
  pen.oval(0, 0, 10, 7 + chew * 0.6, '#ffffff');
  pen.path('M-4.500-5C-2-6.500 2-6.500 4.500-5C4-1.500 2 0 0 0C-2 0-4-1.500-4.500-5Z', '#1e1c20');
  pen.line(`M0 0V2.500M-6 3.500C-3 6 3 6 6 3.500`, '#3a363a', 1.2);
}
