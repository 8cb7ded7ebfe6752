import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { standingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

/** A squirrel with an acorn between its paws and a tail like a plume. */
export const squirrel = lit({
  height: 0.5,
  width: 1.05,
  anchor: 'ground',
  bounds: around(130, 10),
  shadow: 42,
  body: (pen) => {
    const fur = pen.tint(['#c0602c', '#a8683c', '#8a7a6a']);
    const pale = '#f8ead2';
    const swish = pen.sway(2.2) * 3;
    pen.blob(
      [
        -12,
        -6,
        -34,
        -8,
        -50,
        -26,
        -52 + swish,
        -60,
        -40 + swish,
        -92,
        -20 + swish,
        -96,
        -8 + swish,
        -84,
        -14 + swish,
        -74,
        -24 + swish,
        -66,
        -22,
        -44,
        -10,
        -28,
      ],
      pen.fade(-50, 0, -8, 0, lighter(fur, 0.3), fur, darker(fur, 0.2)),
    );
    pen.strand([-18, -18, -36, -30, -38 + swish, -60, -28 + swish, -82], lighter(fur, 0.36), 6);
    pen.path(
      'M-20-4C-26-26-12-52 8-54C24-52 28-34 24-14C22 0-12 4-20-4Z',
      pen.fade(-20, 0, 26, 0, darker(fur, 0.12), lighter(fur, 0.12)),
    );
    pen.path('M22-42C28-28 26-10 18-3C10-8 8-30 14-46Z', pale);
    pen.path('M-20-2C-22-22-6-26 4-16C10-8 8 0 4 1C14-1 22 0 24 2C20 4-14 4-20-2Z', darker(fur, 0.08));
    const nibble = pen.sway(0.3) * 0.8;
    pen.at({ x: 14, y: -58, turn: pen.sway(3.6) * 0.05 }, () => {
      for (const x of [-8, 3])
        pen.path(
          `M${x - 5}-14C${x - 5}-26 ${x - 1}-32 ${x + 1}-34C${x + 5}-26 ${x + 6}-18 ${x + 5}-13Z`,
          x < 0 ? darker(fur, 0.2) : fur,
        );
      pen.path('M-15-4C-15-18 2-22 12-14C20-8 26-2 25 3C22 9 8 12-4 9C-12 7-15 2-15-4Z', fur);
      pen.path('M25 3C22 9 10 12 2 10C6 3 16-1 25 3Z', pale);
      pen.oval(25, 0.5, 2.4, 2, '#2a1814');
      const open = 1 - Math.max(0, pen.sway(3.1)) ** 60;
      pen.oval(7, -6, 3.8, 4 * open + 0.3, '#17100d');
      pen.oval(8.4, -7.6, 1.2, 1.3 * open, '#ffffff');
    });
    pen.at({ x: 33, y: -46 + nibble }, () => {
      pen.path('M-6-2C-6 8-2 12 0 13C3 12 7 8 6-2Z', pen.fade(-6, 0, 6, 0, '#d8a05a', '#a8702c'));
      pen.path('M-8-1C-8-8 8-8 8-1C4 1-4 1-8-1Z', '#6a4424');
    });
    for (const y of [-36, -40]) pen.limb([12, y - 2, 5, 27, y - 3 + nibble, 3.4], y === -36 ? fur : darker(fur, 0.16));
  },
});

/** A white bear on the ice with its cub. */
export const polarBear = lit({
  height: 0.5,
  width: 1.7,
  anchor: 'ground',
  bounds: around(200, 10),
  shadow: 70,
  body: (pen) => {
    const fur = pen.tint(['#f6f4ec', '#f2eee2']);
    pen.at({ x: -64, y: -4, scale: 0.42 }, () => bear(pen, fur, 2));
    pen.at({ x: 2, scale: 0.9 }, () => bear(pen, fur, 0));
  },
});

function bear(pen: Pen, fur: string, phase: number): void {
  const legs = {
    at: [-34, 26],
    y: -48,
    long: 48,
    thick: 14,
    hide: fur,
    low: darker(fur, 0.05),
    foot: '#4a4a50',
  } as const;
  const far = darker(fur, 0.22);
  standingLegs(pen, { ...legs, at: [-22, 37], hide: far, low: far });
  pen.path(
    'M-54-54C-58-84-28-92 0-90C26-88 46-84 50-66C52-46 36-34 4-34C-30-34-50-36-54-54Z',
    pen.fade(0, -92, 0, -34, '#ffffff', fur, darker(fur, 0.2)),
  );
  standingLegs(pen, legs);
  pen.at({ x: 40, y: -70, turn: 0.16 + pen.sway(3.4, phase) * 0.1 }, () => {
    pen.blob(
      [-14, -14, 6, -18, 24, -16, 30, -4, 22, 10, 4, 18, -16, 16],
      pen.fade(0, -18, 0, 18, '#ffffff', darker(fur, 0.12)),
    );
    pen.oval(16, -20, 5.4, 5.4, darker(fur, 0.1));
    pen.path('M8-12C14-20 28-19 34-12C42-8 52-2 52 4C52 10 44 12 36 10C24 10 10 8 8-2Z', fur);
    pen.oval(51, 1, 4.2, 3.4, '#1c1c22');
    pen.strand([38, 9, 44, 8.5, 49, 6], '#6a6a70', 1.2);
    const open = 1 - Math.max(0, pen.sway(3.9, phase)) ** 60;
    pen.oval(30, -9, 2.2, 2.4 * open + 0.3, '#17171c');
  });
}
