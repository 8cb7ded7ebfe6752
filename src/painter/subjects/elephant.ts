import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** It walks to the right, the ears flap and the trunk swings. */
export const elephant = lit({
  height: 0.56,
  width: 1.5,
  anchor: 'ground',
  bounds: around(180),
  shadow: 66,
  body: (pen) => {
    const hide = pen.tint(['#8b8a92', '#9a938c', '#7d848f']);
    const step = pen.seconds * 2.6;
    pen.at({ y: Math.sin(step * 2) * 0.7 }, () => {
      legs(pen, darker(hide, 0.3), step + Math.PI, 7);
      const wag = pen.sway(1.9) * 5;
      pen.strand([-50, -72, -57, -62, -58 + wag * 0.5, -50, -57 + wag, -40], darker(hide, 0.16), 3.4);
      pen.strand([-57 + wag, -41, -57 + wag * 1.2, -36], darker(hide, 0.6), 4.6);
      pen.path(
        'M-52-58C-54-80-40-94-16-95C8-96 30-92 40-78C46-66 42-46 34-36C16-28-12-27-30-33C-44-38-51-46-52-58Z',
        pen.fade(0, -96, 0, -28, lighter(hide, 0.24), hide, darker(hide, 0.3)),
      );
      legs(pen, hide, step, 0);
      pen.at({ x: 38, y: -72, turn: Math.sin(step * 2 + 0.5) * 0.03 }, () => head(pen, hide));
    });
  },
});

function legs(pen: Pen, hide: string, step: number, back: number): void {
  for (const [x, phase] of [
    [-36 + back, 0],
    [24 - back, 1.6],
  ] as const) {
    const swing = Math.sin(step + phase) * 0.24;
    pen.at({ x, y: -42, turn: -swing }, () => {
      const side = pen.fade(-12, 0, 12, 0, lighter(hide, 0.1), hide, darker(hide, 0.26));
      pen.limb([0, -10, 15, 0, 8, 12.5, 0, 22, 10.5], side);
      pen.at({ y: 21, turn: Math.max(0, Math.cos(step + phase)) * 0.3 }, () => {
        pen.limb([0, 0, 10.4, 0, 12, 10, 0, 17.5, 11], side);
        for (const toe of [2, 6.5, 10]) pen.oval(toe, 19.5, 2, 1.8, lighter(hide, 0.5));
        pen.line('M-8 4H6M-7 8H7', darker(hide, 0.3), 0.7);
      });
    });
  }
}

function head(pen: Pen, hide: string): void {
  const swing = pen.sway(3.4) * 7;
  const curl = pen.sway(3.4, 0.9) * 9;
  pen.limb(
    [
      18,
      -2,
      12,
      27,
      18,
      9.6,
      29,
      36,
      7.4,
      30 + swing * 0.5,
      50,
      5.6,
      34 + swing,
      60,
      4.4,
      42 + curl * 0.6,
      62 - curl * 0.3,
      3.8,
    ],
    pen.fade(14, 0, 40, 0, lighter(hide, 0.16), darker(hide, 0.16)),
  );
  for (const [y, half] of [
    [14, 9],
    [21, 8.4],
    [28, 7.8],
    [35, 7.2],
    [42, 6.4],
  ] as const)
    pen.strand([29 - half, y, 28, y + 2, 26 + half, y], darker(hide, 0.34), 0.8);
  pen.path(
    'M-16-8C-18-26-2-34 14-30C28-27 34-14 32 0C31 12 24 20 14 20C0 20-14 10-16-8Z',
    pen.round(8, -16, 42, lighter(hide, 0.28), hide, darker(hide, 0.16)),
  );
  pen.path('M17 9C24 20 38 27 55 19C45 20 31 15 24 6Z', '#fbf3e0');
  const flap = 1 + pen.sway(2.2) * 0.09;
  pen.at({ x: -2, y: -6, scale: [flap, 1], turn: pen.sway(2.2, 0.4) * 0.03 }, () => {
    const ear = 'M4-18C-10-28-32-24-36-6C-39 12-30 34-14 38C-4 36 2 24 5 12C8 2 8-10 4-18Z';
    pen.path(ear, pen.fade(-36, 0, 8, 0, lighter(hide, 0.12), darker(hide, 0.06)));
    pen.path('M0-12C-10-19-26-17-29-5C-31 9-24 26-13 30C-6 26-1 18 1 8C3 0 3-6 0-12Z', '#b5949a');
    pen.line(ear, darker(hide, 0.4), 1.1);
  });
  const open = 1 - Math.max(0, pen.sway(4.7, 2)) ** 60;
  pen.oval(17, -9, 3.6, 3.2 * open + 0.4, darker(hide, 0.7));
  pen.oval(18, -10, 1.2, 1.2 * open, '#ffffff');
  pen.line('M12-15C15-17 20-17 22-14M12-4C15-2 19-2 22-5', darker(hide, 0.4), 1);
}
