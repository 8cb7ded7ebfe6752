import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { steam } from './parts.ts';
import type { Pen } from './pen.ts';

const crust = '#d9964a';

/** A pizza on its board; a slice is lifted and the cheese draws threads. */
export const pizza = lit({
  height: 0.46,
  width: 1.7,
  anchor: 'table',
  bounds: around(190, 40),
  shadow: 84,
  body: (pen) => {
    pen.path('M-80-10C-80-34 80-34 80-10C80 8-80 8-80-10Z', '#8a5a30');
    pen.path('M-80-14C-80-38 80-38 80-14C80 4-80 4-80-14Z', '#b57f48');
    pen.at({ y: -20, scale: [1, 0.4] }, () => whole(pen));
    const lift = 0.5 + 0.5 * pen.sway(4.4);
    const tip = [8, -24] as const;
    const [x, y] = [40 + lift * 6, -48 - lift * 12];
    for (const [from, to] of [
      [tip[0] - 2, -6],
      [tip[0] + 12, 4],
      [tip[0] + 26, 12],
      [tip[0] + 36, 22],
    ] as const)
      pen.strand([from, -22, (from + x + to) / 2, -26 - lift * 4, x + to - 14, y + 10], '#ffe29a', 2.6 - lift);
    pen.at({ x, y, turn: -0.16 }, () => slice(pen));
  },
  glow: (pen) => steam(pen, -10, -44, 70, 60, 0.12),
});

/** Seen from above; a gap shows where the slice was. */
function whole(pen: Pen): void {
  pen.oval(0, 4, 74, 74, darker(crust, 0.35));
  pen.oval(0, 0, 74, 74, pen.round(-10, -20, 90, lighter(crust, 0.35), crust, darker(crust, 0.2)));
  pen.oval(0, 0, 64, 64, '#c8402c');
  pen.oval(0, 0, 60, 60, pen.round(-14, -20, 84, '#ffe9a4', '#f7c95c', '#e0a03a'));
  topping(pen, [
    [-34, -30],
    [-8, -44],
    [-46, 6],
    [-14, -8],
    [-28, 36],
    [6, 46],
    [40, -34],
  ]);
  pen.path('M4-4L70-12C72 8 66 26 54 42Z', '#b57f48');
}

function topping(pen: Pen, at: readonly (readonly [number, number])[]): void {
  for (const [index, [x, y]] of at.entries()) {
    pen.oval(x, y, 10, 10, '#8f2418');
    pen.oval(x - 0.6, y - 1, 9, 9, pen.round(x - 3, y - 4, 12, '#e0563c', '#b8301f'));
    pen.oval(x + 15, y + 9, 7, 3.6, index % 2 === 0 ? '#4f8f3a' : '#3f7a30', x);
    if (index % 3 === 1) pen.oval(x - 14, y + 8, 4, 4, '#2a2424');
  }
}

function slice(pen: Pen): void {
  pen.path('M-44 12C-20-2 10-12 34-16L42 2C20 8-14 14-42 17Z', '#e8b04a');
  pen.path('M-44 12C-20-2 10-12 34-16L40-3C14 4-14 10-44 12Z', pen.fade(-40, 10, 34, -16, '#ffe9a4', '#f7c95c'));
  pen.path(
    'M30-19C38-21 45-12 47-3C48 4 44 8 39 6C40-2 36-12 30-19Z',
    pen.fade(30, 0, 47, 0, lighter(crust, 0.3), darker(crust, 0.1)),
  );
  for (const [x, y] of [
    [-12, 3],
    [12, -6],
  ] as const) {
    pen.oval(x, y, 9, 5, '#8f2418', -0.3);
    pen.oval(x, y - 0.8, 8, 4.2, '#d0482f', -0.3);
  }
  pen.oval(26, -6, 5, 2, '#4f8f3a', 0.6);
}

/** Two bamboo steamers, the upper one open: dumplings with pleats. */
export const dimSum = lit({
  height: 0.5,
  width: 1.8,
  anchor: 'table',
  bounds: around(180, 40),
  shadow: 70,
  body: (pen) => {
    basket(pen, -12);
    basket(pen, -38);
    pen.oval(0, -62, 60, 17, '#8a5a2c');
    pen.oval(0, -61, 55, 14, '#f3e6c4');
    for (let slat = -44; slat <= 44; slat += 11) pen.box(slat, -73, 1.2, 24, 0, 'rgba(160,120,70,0.35)');
    for (const [x, y, scale] of [
      [-20, -68, 0.8],
      [20, -68, 0.8],
      [-38, -62, 0.95],
      [0, -63, 0.95],
      [38, -62, 0.95],
      [-18, -55, 1.1],
      [20, -55, 1.1],
    ] as const)
      pen.at({ x, y, scale }, () => dumpling(pen));
    rim(pen, -62);
    pen.limb([54, -1, 2, 84, -10, 1.6], '#5a3320');
    pen.limb([58, 2, 2, 88, -6, 1.6], '#6a3c26');
  },
  glow: (pen) => steam(pen, 0, -74, 90, 74, 0.18),
});

function basket(pen: Pen, low: number): void {
  const weave = pen.fade(-60, 0, 60, 0, '#e8c078', '#d0a058', '#9a6a34');
  pen.at({ y: low }, () => {
    pen.path('M-60-24C-60-14 60-14 60-24V-2C60 14-60 14-60-2Z', weave);
    pen.line('M-60-16C-58-2 58-2 60-16M-60-6C-58 9 58 9 60-6', '#8a5a2c', 1.6);
    for (let at = -5; at <= 5; at += 1) pen.line(`M${at * 11}-11V7`, 'rgba(110,70,30,0.4)', 1);
  });
}

/** The rim in front, over the feet of what lies inside. */
function rim(pen: Pen, y: number): void {
  pen.at({ y }, () => pen.line('M-60 0C-58 20 58 20 60 0', '#c8924a', 4));
}

function dumpling(pen: Pen): void {
  const dough = '#fffaf0';
  pen.path('M-15 4C-16-6-8-12 0-16C8-12 16-6 15 4C12 9-12 9-15 4Z', pen.round(-4, -6, 22, '#ffffff', dough, '#d8ccb8'));
  pen.line('M0-15C-4-9-8-5-11-2M0-15C-2-9-3-5-4-1M0-15C2-9 3-5 4-1M0-15C4-9 8-5 11-2', '#c9bba2', 1.1);
  pen.oval(0, -15.5, 2.8, 2, '#efe4cf');
}
