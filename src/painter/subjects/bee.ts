import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const ink = '#2b211c';

/** A bee that hovers before a flower. */
export const bee = lit({
  height: 0.62,
  width: 1.25,
  anchor: 'ground',
  bounds: around(150, 8),
  body: (pen) => {
    const petal = pen.pick(['#f4f1f6', '#e88ab8', '#b58ae0', '#f2a0a0'] as const);
    pen.at({ x: 34, turn: pen.sway(4.2) * 0.02 }, () => flower(pen, petal));
    pen.at(
      {
        x: -26 + pen.sway(3.1) * 5,
        y: -56 + pen.sway(1.9) * 4,
        turn: 0.16 + pen.sway(3.1, 1) * 0.06,
        scale: 0.92,
      },
      () => worker(pen),
    );
  },
});

function flower(pen: Pen, petal: string): void {
  pen.strand([2, 4, -4, -20, 0, -46], '#4f8f3a', 4);
  for (const side of [-1, 1])
    pen.path(
      side < 0 ? 'M-3-14C-12-24-24-24-30-20C-26-10-12-8-3-12Z' : 'M-2-24C8-34 20-36 26-32C24-22 10-18-2-22Z',
      '#5fa344',
    );
  pen.at({ y: -54 }, () => {
    for (let index = 0; index < 14; index += 1)
      pen.at({ turn: (index / 14) * 2 * Math.PI }, () =>
        pen.path('M-3-7C-7-16-5-25 0-28C5-25 7-16 3-7Z', index % 2 === 0 ? petal : darker(petal, 0.12)),
      );
    pen.oval(0, 0, 10, 10, pen.round(-3, -3, 14, '#ffe27a', '#f0b02c', '#b8741c'));
  });
}

const hull = 'M-36 2C-40-16-20-26 0-24C18-22 28-12 28 1C28 14 14 21-4 20C-22 19-34 14-36 2Z';

function worker(pen: Pen): void {
  const gold = pen.color ?? '#f5b62e';
  pen.path('M-35-1L-46 4L-34 7Z', ink);
  for (const [x, bend] of [
    [-4, -3],
    [6, 0],
    [15, 3],
  ] as const)
    pen.line(`M${x} 17L${x + bend} 26L${x + bend - 3} 31`, ink, 1.8);
  pen.path(hull, pen.fade(0, -24, 0, 20, lighter(gold, 0.4), gold, darker(gold, 0.2)));
  pen.within(hull, () => {
    for (const x of [-31, -15, 1]) pen.line(`M${x}-28C${x + 5}-10 ${x + 5} 8 ${x} 26`, ink, 8);
  });
  pen.oval(21, -3, 13, 14, pen.round(18, -8, 20, '#c98a2a', '#8a5a1e'));
  pen.oval(35, -1, 12.5, 12, pen.round(32, -5, 17, '#5a4634', ink));
  pen.line('M38-11C41-19 46-23 51-23M33-12C34-20 37-25 41-27', ink, 1.6);
  for (const [x, y] of [
    [51, -23],
    [41, -27],
  ] as const)
    pen.oval(x, y, 2.2, 2.2, ink);
  pen.oval(40, -3, 4.4, 5.6, '#ffffff');
  pen.oval(41.4, -2.4, 2.6, 3.6, '#14100e');
  pen.line('M38 7C40 9 43 9 45 7', '#f5d9a0', 1.2);
  // Too quick to be seen: each wing is where it was and where it will be.
  const beat = Math.sin(pen.seconds * 47);
  for (const [turn, share] of [
    [-0.3, 0.5],
    [-0.3 + beat * 0.28, 0.75],
  ] as const)
    for (const [x, wide, long] of [
      [-8, 8, 17],
      [8, 10, 21],
    ] as const)
      pen.at({ x, y: -20, turn: turn + x * 0.03 }, () => {
        pen.oval(0, -long * 0.8, wide, long, `rgba(226,240,255,${share * 0.75})`);
        pen.line(`M0 0V${-long * 1.4}`, 'rgba(120,140,170,0.5)', 0.8);
      });
}
