import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A friendly robot that looks about and waves. */
export const robot = lit({
  height: 0.54,
  width: 0.9,
  anchor: 'ground',
  bounds: around(120, 12),
  shadow: 36,
  body: (pen) => {
    const shell = pen.tint(['#e9edf1', '#f0b23c', '#4f9fc8', '#e0653c']);
    const bob = pen.sway(2.2) * 0.8;
    for (const side of [-1, 1] as const) leg(pen, shell, side);
    pen.at({ y: bob }, () => {
      arm(pen, shell, -1, 0.25 + pen.sway(2.2, 1) * 0.08);
      arm(pen, shell, 1, -2.3 + pen.sway(1.5) * 0.24);
      trunk(pen, shell);
      pen.at({ y: -62, turn: pen.sway(4.4) * 0.06 }, () => head(pen, shell));
    });
  },
  glow: (pen) => {
    const look = pen.sway(4.4) * 3;
    for (const x of [-9, 9]) pen.glow(x + look, -79, 9, '#5cf0ff', 0.7);
    pen.glow(0, -44, 10, '#5cf0ff', 0.4 + 0.25 * pen.sway(1.8));
  },
});

function leg(pen: Pen, shell: string, side: -1 | 1): void {
  pen.limb([side * 10, -28, 4, side * 11, -12, 3.6], '#5a626e');
  for (const y of [-25, -21, -17]) pen.line(`M${side * 10.5 - 4} ${y}H${side * 10.5 + 4}`, '#3a4049', 1);
  pen.path(
    `M${side * 11 - 9} 0C${side * 11 - 10}-9 ${side * 11 - 5}-14 ${side * 11}-14C${side * 11 + 6}-14 ${side * 11 + 11}-9 ${side * 11 + 10} 0Z`,
    pen.fade(side * 11 - 9, 0, side * 11 + 10, 0, lighter(shell, 0.3), darker(shell, 0.3)),
  );
}

function arm(pen: Pen, shell: string, side: -1 | 1, swing: number): void {
  pen.at({ x: side * 23, y: -53, turn: side === 1 ? swing : swing }, () => {
    pen.oval(0, 0, 6, 6, darker(shell, 0.3));
    pen.limb([0, 2, 3.2, 0, 15, 3], '#5a626e');
    pen.limb([0, 15, 5.2, side * 1.5, 27, 5.8], pen.fade(-6, 0, 6, 0, lighter(shell, 0.3), darker(shell, 0.25)));
    for (const finger of [-4, 0, 4])
      pen.limb([side * 1.5 + finger, 30, 1.9, side * 1.5 + finger * 1.4, 36, 1.5], '#4a515c');
  });
}

function trunk(pen: Pen, shell: string): void {
  pen.box(-7, -66, 14, 8, 2, '#4a515c');
  pen.path(
    'M-20-60H20C24-60 25-56 24-50L20-32C19-28 16-26 12-26H-12C-16-26-19-28-20-32L-24-50C-25-56-24-60-20-60Z',
    pen.fade(-24, 0, 24, 0, lighter(shell, 0.45), shell, darker(shell, 0.34)),
  );
  pen.oval(0, -44, 8.5, 8.5, darker(shell, 0.4));
  pen.oval(0, -44, 6.5, 6.5, pen.round(-1, -45, 7, '#d8fcff', '#3fc8e0', '#1c6f8a'));
  for (const [index, colour] of ['#e8503f', '#f2c53d', '#4fb06a'].entries())
    pen.oval(11 + index * 3.4, -54.5, 1.2, 1.2, colour);
  pen.line('M-17-54H-9M-17-51H-9M-12-30H12', darker(shell, 0.4), 1.1);
}

function head(pen: Pen, shell: string): void {
  pen.line('M0-34V-38', '#5a626e', 1.8);
  pen.oval(0, -38.5, 2.4, 2.4, pen.sway(1.4) > 0 ? '#ff5a4a' : '#a83a32');
  for (const side of [-1, 1]) pen.box(side * 26 - 3.5, -24, 7, 13, 3, darker(shell, 0.35));
  pen.box(-25, -34, 50, 33, 13, pen.fade(-25, -34, 25, 0, lighter(shell, 0.5), shell, darker(shell, 0.32)));
  pen.box(-20, -28, 40, 22, 9, pen.fade(0, -28, 0, -6, '#10161f', '#222d3d'));
  const look = pen.sway(4.4) * 3;
  const open = 1 - Math.max(0, pen.sway(3.6, 1)) ** 50;
  for (const x of [-9, 9]) pen.oval(x + look, -17.5, 4.2, 4.6 * open + 0.4, '#7ff4ff');
  pen.line('M-4-10C-2-8.200 2-8.200 4-10', '#7ff4ff', 1.3);
  pen.path('M-17-24C-12-28-2-28 4-27L-8-12C-14-12-18-14-17-24Z', faint('#ffffff', 0.12));
}
