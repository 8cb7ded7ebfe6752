import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { gleam, onTurntable } from './products.ts';
import type { Pen } from './pen.ts';

/** A lipstick out of its golden case, its cap beside it. */
export const lipstick = lit({
  height: 0.58,
  width: 1,
  anchor: 'table',
  bounds: around(110),
  shadow: 56,
  body: (pen) => {
    const tint = pen.tint(['#c41f3a', '#d8486a', '#a82838', '#e0604a']);
    onTurntable(pen, 46, () => {
      cap(pen);
      stick(pen, tint);
    });
  },
  glow: (pen) => {
    pen.glow(-12, -50, 9, '#ffffff', 0.9 * Math.max(0, pen.sway(2.9)) ** 6);
    pen.glow(4, -86, 7, '#ffe2e8', 0.8 * Math.max(0, pen.sway(2.9, 2.5)) ** 6);
  },
});

function stick(pen: Pen, tint: string): void {
  pen.at({ x: -9 }, () => {
    const case_ = 'M-14 0V-34C-14-36 14-36 14-34V0C14 3-14 3-14 0Z';
    pen.path(
      'M-8.500-52V-76C-8.500-84 4-90 8.500-90V-52Z',
      pen.fade(-9, 0, 9, 0, lighter(tint, 0.34), tint, darker(tint, 0.4)),
    );
    pen.path('M-8.500-76C-8.500-84 4-90 8.500-90C8.500-82 0-76-8.500-76Z', lighter(tint, 0.3));
    pen.box(-10, -58, 20, 24, 1.5, pen.fade(-10, 0, 10, 0, '#fff2cc', '#d9a93c', '#f8e2a0', '#8a6420'));
    pen.path(case_, pen.fade(-14, 0, 14, 0, '#4a4d58', '#17181e', '#3a3d48', '#0c0d11'));
    pen.within(case_, () => gleam(pen, 14, -36, 3, 0.4));
    pen.box(-14, -36, 28, 4, 1, pen.fade(-14, 0, 14, 0, '#fff2cc', '#d9a93c', '#8a6420'));
    pen.oval(0, -18, 4.5, 4.5, '#d9a93c');
    pen.oval(0, -18, 3, 3, '#17181e');
  });
}

function cap(pen: Pen): void {
  pen.at({ x: 24, y: 1 }, () => {
    const shape = 'M-12 0V-38C-12-42 12-42 12-38V0C12 3-12 3-12 0Z';
    pen.path(shape, pen.fade(-12, 0, 12, 0, '#4a4d58', '#17181e', '#3a3d48', '#0c0d11'));
    pen.within(shape, () => gleam(pen, 12, -42, 3, 0.36));
    pen.oval(0, -39, 11.5, 2.4, '#4a4d58');
    pen.box(-12, -4, 24, 4, 1, pen.fade(-12, 0, 12, 0, '#fff2cc', '#d9a93c', '#8a6420'));
  });
}
