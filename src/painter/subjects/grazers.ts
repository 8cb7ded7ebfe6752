import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { walkingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

const pale = '#fbf0dc';

/** A stag with spots that walks to the right and looks around. */
export const deer = lit({
  height: 0.56,
  width: 1.1,
  anchor: 'ground',
  bounds: around(140, 12),
  shadow: 42,
  body: (pen) => {
    const hide = pen.tint(['#b5733c', '#a8683a', '#c08348']);
    const step = pen.seconds * 3.4;
    const legs = {
      at: [-27, 17],
      y: -40,
      long: 39,
      thick: 6.6,
      hide,
      low: darker(hide, 0.18),
      foot: '#2a1f1b',
    } as const;
    pen.at({ x: -6, y: Math.sin(step * 2) * 0.6 }, () => {
      walkingLegs(pen, { ...legs, at: [-23, 21], hide: darker(hide, 0.3), low: darker(hide, 0.4) }, step + Math.PI);
      pen.path('M-36-56C-42-56-44-50-42-44C-38-45-35-49-34-53Z', pale);
      pen.path(
        'M-37-50C-39-60-32-64-22-63C-8-61 4-61 14-64C24-66 29-58 27-50C25-42 18-38 10-38C0-36-12-38-22-40C-32-40-36-44-37-50Z',
        pen.fade(0, -65, 0, -36, lighter(hide, 0.18), hide, darker(hide, 0.08)),
      );
      pen.path('M22-44C18-39 14-38 8-38C-2-36-12-38-21-40C-10-43 10-42 22-44Z', pale);
      for (const [x, y] of spots) pen.oval(x, y, 1.7, 1.4, pale);
      walkingLegs(pen, legs, step);
      pen.at({ x: 20, y: -56, turn: pen.sway(6.5) * 0.05 }, () => neck(pen, hide));
    });
  },
});

const spots = [
  [-30, -57],
  [-24, -53],
  [-30, -49],
  [-18, -58],
  [-14, -52],
  [-21, -46],
  [-8, -57],
  [-4, -51],
  [-10, -46],
  [3, -57],
  [7, -51],
  [1, -46],
] as const;

function neck(pen: Pen, hide: string): void {
  pen.limb([-4, 4, 10, 6, -12, 6.4, 12, -20, 5.2], pen.fade(-6, 0, 16, 0, darker(hide, 0.08), lighter(hide, 0.1)));
  pen.limb([5, 6, 5, 12, -8, 3.4, 15, -14, 2.4], pale);
  pen.at({ x: 12, y: -23, turn: 0.06 + pen.sway(4.1) * 0.05 }, () => {
    antler(pen, 3.4, -0.2, darker('#8a6a48', 0.25));
    ear(pen, darker(hide, 0.2), 0.5);
    pen.path('M-6 1C-8-6-3-9 3-8C10-6 17 0 21 2C23 4 22 7 19 7.500C12 8 4 8 0 6C-3 5-5 4-6 1Z', hide);
    pen.path('M21 2C23 4 22 7 19 7.500C13 8 6 8 2 7C8 5 14 5 21 2Z', pale);
    pen.oval(20.6, 3, 1.9, 1.6, '#231a18');
    const open = 1 - Math.max(0, pen.sway(3.7)) ** 60;
    pen.oval(5.4, -2.4, 1.9, 1.9 * open + 0.3, '#1d1412');
    pen.oval(6, -3.1, 0.6, 0.6 * open, '#ffffff');
    antler(pen, -0.4, 0.1, '#9a7850');
    ear(pen, hide, 0);
  });
}

function ear(pen: Pen, hide: string, back: number): void {
  pen.at({ x: -3.5 + back * 4, y: -5, turn: back * 0.4 + pen.sway(2.7, back) * 0.1 }, () => {
    pen.path('M2 1C-3 2-10-2-13-7C-8-9-1-7 2-3Z', hide);
    pen.path('M0 0C-4 0-8-3-10.500-6C-7-7-2-5 0-2Z', '#e8b8a0');
  });
}

function antler(pen: Pen, x: number, turn: number, horn: string): void {
  pen.at({ x, y: -7, turn }, () => {
    pen.strand([0, 0, -5, -7, -6, -15, -1, -22], horn, 2.2);
    pen.strand([-3.5, -5, 3, -8, 6, -12], horn, 1.7);
    pen.strand([-6, -12, -11, -15, -12, -20], horn, 1.6);
    pen.strand([-5, -16, 1, -16, 4, -20], horn, 1.5);
  });
}

/** A ewe that grazes, with two more farther off. */
export const sheep = lit({
  height: 0.4,
  width: 1.9,
  anchor: 'ground',
  bounds: around(220, 10),
  shadow: 50,
  body: (pen) => {
    const wool = pen.tint(['#f7f1e6', '#f3ead9', '#fbf8f2']);
    for (const [x, y, scale, look] of [
      [-62, -14, 0.52, 1],
      [66, -18, 0.42, -1],
      [0, 0, 1, 1],
    ] as const)
      pen.at({ x, y, scale: [scale * look, scale] }, () => {
        if (scale < 1) pen.oval(0, 0, 42, 5, 'rgba(6,8,14,0.28)');
        ewe(pen, wool, x);
      });
  },
});

/** Where the curls of the fleece lie, around its middle. */
const curls = Array.from({ length: 15 }, (_, index) => (index / 15) * 2 * Math.PI);

function ewe(pen: Pen, wool: string, phase: number): void {
  const face = '#3b322f';
  const graze = 0.5 + 0.5 * pen.sway(5.2, phase);
  for (const x of [-22, -14, 16, 24])
    pen.limb([x, -34, 5, x, -4, 3.6], x === -14 || x === 24 ? darker(face, 0.3) : face);
  pen.oval(-38, -54, 8, 7, darker(wool, 0.06));
  for (const [index, angle] of curls.entries()) {
    const [x, y] = [Math.cos(angle) * 33 - 2, Math.sin(angle) * 20 - 54];
    const radius = 11 + (index % 3);
    pen.oval(x, y, radius, radius, Math.sin(angle) < 0.1 ? lighter(wool, 0.3) : darker(wool, 0.14));
  }
  pen.oval(-2, -54, 35, 22, pen.fade(0, -76, 0, -32, lighter(wool, 0.4), wool, darker(wool, 0.12)));
  for (const [x, y] of [
    [-22, -60],
    [-6, -66],
    [12, -60],
    [-14, -48],
    [4, -50],
    [20, -48],
  ] as const)
    pen.strand([x - 6, y, x - 3, y - 5, x + 3, y - 5, x + 6, y], darker(wool, 0.14), 1.5);
  pen.at({ x: 34, y: -64 + graze * 8, turn: 0.16 + graze * 0.5 }, () => {
    pen.oval(-9, -9, 9, 4, darker(face, 0.2), -0.4);
    pen.path('M-8-12C0-18 10-14 13-4C16 4 20 12 16 17C12 21 5 20 2 14C-2 8-10 0-8-12Z', face);
    pen.oval(-7, -5, 10, 4.4, face, 0.5);
    for (const [x, y, r] of [
      [-6, -13, 7],
      [1, -16, 7],
      [8, -13, 5.6],
    ] as const)
      pen.oval(x, y, r, r, lighter(wool, 0.2));
    const open = 1 - Math.max(0, pen.sway(3.3, phase)) ** 60;
    pen.oval(8, -2, 2.7, 2.8 * open + 0.3, '#fff6e4');
    pen.oval(8.7, -1.7, 1.4, 1.8 * open, '#120e0d');
    pen.line('M13 15C15 15 16 14 16.500 12.500', lighter(face, 0.4), 1);
  });
}
