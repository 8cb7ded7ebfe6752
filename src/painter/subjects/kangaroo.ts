import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Hops to the right on its long feet; a joey looks out of the pouch. */
export const kangaroo = lit({
  height: 0.6,
  width: 1.1,
  anchor: 'ground',
  bounds: around(140, 34),
  shadow: 36,
  body: (pen) => {
    const hide = pen.tint(['#b57a48', '#a86c40', '#9a7a5c']);
    const beat = (pen.seconds / 1.1) % 1;
    const air = Math.max(0, Math.sin(beat * 2 * Math.PI));
    pen.at({ y: -air * 15, scale: 0.8, turn: 0.06 - air * 0.1 }, () => {
      tail(pen, hide, air);
      foot(pen, darker(hide, 0.3), 7, air);
      pen.path(
        'M-26-20C-34-38-22-58-4-66C8-72 14-82 17-90L29-86C30-70 24-52 18-38C12-20-4-10-18-12Z',
        pen.fade(-30, 0, 26, 0, darker(hide, 0.24), hide, lighter(hide, 0.12)),
      );
      pen.path('M20-66C24-54 20-38 12-28C4-22 0-26 4-36C8-48 14-58 20-66Z', lighter(hide, 0.42));
      joey(pen, hide);
      foot(pen, hide, 0, air);
      const reach = pen.sway(1.1) * 0.15;
      pen.at({ x: 17, y: -64, turn: reach }, () => pen.limb([0, 0, 4.4, 10, 12, 3, 18, 8, 2.4], hide));
      pen.at({ x: 24, y: -92, turn: air * 0.08 }, () => head(pen, hide));
    });
  },
});

function tail(pen: Pen, hide: string, air: number): void {
  const end = -3 - air * 16;
  pen.limb([-18, -22, 11, -38, -12 - air * 4, 7, -58, -4 - air * 10, 4.4, -74, end, 2], darker(hide, 0.16));
}

function foot(pen: Pen, hide: string, x: number, air: number): void {
  pen.limb([x - 12, -24, 15, x + 4, -15, 9, x - 10, -5 + air * 2, 4.4], hide);
  pen.at({ x: x - 10, y: -4 + air * 2, turn: air * 0.7 }, () =>
    pen.limb([0, 0, 4, 18, 1, 3.4, 26, 1.6, 2], darker(hide, 0.1)),
  );
}

function joey(pen: Pen, hide: string): void {
  const peek = pen.sway(2.6) * 1.4;
  pen.at({ x: 14, y: -36 + peek, scale: 0.46 }, () => head(pen, lighter(hide, 0.14)));
  pen.path('M2-36C8-30 16-30 22-36C20-22 10-16 2-20Z', lighter(hide, 0.26));
}

function head(pen: Pen, hide: string): void {
  for (const [x, shade] of [
    [3, 0.24],
    [-3, 0],
  ] as const) {
    pen.at({ x, y: -8, turn: -0.2 + x * 0.05 }, () => {
      pen.oval(0, -11, 4.6, 12, darker(hide, shade));
      pen.oval(0.8, -10, 2.4, 8.4, '#e8a898');
    });
  }
  pen.path(
    'M-9 4C-12-8-2-14 6-11C14-8 22-2 26 3C28 7 24 10 18 9C8 10-4 13-9 4Z',
    pen.fade(0, -13, 0, 11, lighter(hide, 0.2), hide),
  );
  pen.oval(24.5, 3.5, 3.2, 2.6, '#2a1e1c');
  pen.oval(6, -3, 1.9, 2.2, '#16100e');
  pen.oval(6.6, -3.8, 0.7, 0.7, '#ffffff');
}
