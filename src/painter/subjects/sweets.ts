import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Three scoops on a waffle in a stand; a drop runs down now and then. */
export const iceCream = lit({
  height: 0.62,
  width: 0.62,
  anchor: 'table',
  bounds: around(90, 8),
  shadow: 30,
  body: (pen) => {
    const [first, second, third] = pen.pick([
      ['#f7b8c8', '#fbf0d4', '#8a5a3c'],
      ['#bfe3c0', '#f7b8c8', '#fbf0d4'],
      ['#f6d77a', '#9cc9ee', '#f7b8c8'],
    ] as const);
    pen.path('M-24-2C-24-6 24-6 24-2C24 1-24 1-24-2Z', '#d9dde3');
    pen.line('M-18-3L-10-26M18-3L10-26', '#aeb6c0', 2.4);
    const waffle = 'M-21-52H21L3-6C1-3-1-3-3-6Z';
    pen.path(waffle, pen.fade(-20, 0, 20, 0, '#f0b868', '#e09a48', '#b8702c'));
    pen.within(waffle, () => {
      for (let x = -60; x <= 60; x += 9) pen.line(`M${x}-52L${x + 30}-2M${x}-52L${x - 30}-2`, '#a8642a', 1.3);
    });
    pen.oval(0, -26, 13, 3, 'rgba(174,182,192,0.9)');
    pen.oval(0, -27, 11, 2, '#c9823a');
    scoop(pen, -11, -61, third);
    scoop(pen, 11, -61, second);
    scoop(pen, 0, -79, pen.color ?? first);
    const run = (pen.seconds / 3.4) % 1;
    pen.limb([-17, -52, 2.6, -17, -51 + run * 12, 2], third);
    pen.limb([14, -52, 2.4, 14, -47 + pen.sway(3.7) * 2, 2], second);
    wafer(pen);
    pen.oval(-3, -96, 5, 5, pen.round(-5, -98, 8, '#ff8a8a', '#d8262c', '#8f1218'));
    pen.strand([-3, -100, 0, -104, 4, -105], '#4f7a2c', 1.2);
  },
});

function scoop(pen: Pen, x: number, y: number, cream: string): void {
  pen.oval(x, y, 16, 15, pen.round(x - 5, y - 6, 24, lighter(cream, 0.45), cream, darker(cream, 0.18)));
  pen.at({ x, y: y + 9 }, () =>
    pen.path(
      'M-16-4C-19 3-13 6-10 2C-8 7-2 7 0 3C3 8 9 6 10 2C13 6 19 2 16-4Z',
      pen.fade(-16, 0, 16, 0, cream, darker(cream, 0.14)),
    ),
  );
  pen.oval(x - 6, y - 7, 4, 2.6, 'rgba(255,255,255,0.5)', -0.5);
}

function wafer(pen: Pen): void {
  pen.at({ x: 13, y: -84, turn: 0.42 }, () => {
    pen.box(-3, -18, 6.5, 30, 1, pen.fade(-3, 0, 4, 0, '#f0c07a', '#b8783a'));
    for (let y = -14; y < 8; y += 5) pen.box(-2.4, y, 5.2, 1, 0.4, '#9a6028');
  });
  for (const [x, y, colour] of [
    [-8, -86, '#e0483c'],
    [5, -90, '#3f8fd0'],
    [-2, -82, '#f2c230'],
    [8, -80, '#3f9a57'],
  ] as const)
    pen.oval(x, y, 2, 0.9, colour, x);
}
