import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Lies low on its short legs; the tail sweeps, the jaws open and shut. */
export const crocodile = lit({
  height: 0.3,
  width: 2.9,
  anchor: 'ground',
  bounds: around(320, 14),
  shadow: 130,
  body: (pen) => {
    const hide = pen.tint(['#5f7f45', '#6a7a4a', '#4f7050']);
    const sweep = pen.sway(2.8) * 6;
    const low = darker(hide, 0.34);
    for (const x of [-34, 40]) leg(pen, low, x + 12);
    const [x1, x2, x3] = [-78, -112, -140];
    pen.limb(
      [-40, -34, 21, x1, -26, 13, x2, -16 - sweep * 0.4, 7, x3, -14 - sweep, 2],
      pen.fade(0, -56, 0, 0, hide, low),
    );
    for (let spike = 0; spike < 9; spike += 1) {
      const x = -124 + spike * 11;
      const y = -24 - spike * 3.4 - (spike < 4 ? sweep * 0.2 : 0);
      pen.path(
        `M${x} ${y + 4}L${x + 4} ${Math.round(y) - 6}L${x + 10} ${y + 3}Z`.replace(/(\.\d)\d+/gu, '$1'),
        darker(hide, 0.22),
      );
    }
    pen.path(
      'M-64-36C-48-60-8-66 34-58C56-54 66-46 68-36C68-20 50-10 14-8C-24-6-56-14-64-36Z',
      pen.fade(0, -64, 0, -8, lighter(hide, 0.16), hide, low),
    );
    pen.path('M-56-22C-30-10 30-8 62-24C50-6-30 0-56-22Z', lighter(hide, 0.45));
    for (let ridge = 0; ridge < 8; ridge += 1)
      pen.at({ x: -42 + ridge * 12, y: -55 - Math.sin((ridge / 7) * 3.1) * 7 }, () =>
        pen.path('M-5 3L0-7L6 3Z', darker(hide, 0.22)),
      );
    for (const x of [-34, 40]) leg(pen, hide, x);
    pen.at({ x: 62, y: -38 }, () => jaws(pen, hide, low));
  },
});

function leg(pen: Pen, hide: string, x: number): void {
  pen.limb([x, -26, 12, x - 8, -12, 7, x + 2, -4, 5], hide);
  pen.path(`M${x - 5} 0C${x - 3}-7 ${x + 8}-7 ${x + 16} 0Z`, darker(hide, 0.2));
}

function jaws(pen: Pen, hide: string, low: string): void {
  const open = Math.max(0, pen.sway(3.4)) * 0.34;
  pen.at({ x: 2, y: 8, turn: open * 0.3 }, () => {
    pen.path('M-12-2C10-4 50 0 78 2C80 8 70 12 40 12C10 14-8 12-12-2Z', low);
    for (let tooth = 0; tooth < 7; tooth += 1)
      pen.at({ x: 22 + tooth * 8, y: 1 }, () => pen.path('M-2.500 1L0-5L2.500 1Z', '#fffbe8'));
  });
  pen.at({ turn: -open }, () => {
    for (let tooth = 0; tooth < 7; tooth += 1)
      pen.at({ x: 26 + tooth * 8, y: 4 }, () => pen.path('M-2.500-1L0 6L2.500-1Z', '#fffbe8'));
    pen.path(
      'M-14 6C-16-12-2-22 14-22C26-22 30-13 44-11C58-9 68-12 78-8C86-4 84 4 76 5C50 7 10 8-14 6Z',
      pen.fade(0, -22, 0, 8, lighter(hide, 0.2), hide),
    );
    pen.oval(14, -20, 8, 7, hide);
    pen.oval(16, -20, 4.4, 4.4, '#f2d24a');
    pen.oval(17, -20, 1.3, 3.8, '#14110c');
    pen.oval(76, -7, 2.4, 1.5, darker(hide, 0.5));
  });
}
