import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A loose flock of gulls that wheels across the sky. */
export const bird = lit({
  height: 0.42,
  width: 1.9,
  anchor: 'sky',
  bounds: around(260, 20, 14),
  shift: (seconds) => 70 * (1 - Math.exp(-seconds / 7)) - 35,
  body: (pen) => {
    const plumage = pen.tint(['#ffffff', '#ffffff', '#f4efe6']);
    const flock = [
      [-62, -82, 0.36],
      [48, -90, 0.3],
      [-74, -28, 0.44],
      [66, -40, 0.5],
      [-8, -52, 1],
    ] as const;
    for (const [index, [x, y, scale]] of flock.entries()) {
      const beat = (pen.seconds / (1.05 + 0.1 * index)) * 2 * Math.PI + index * 1.9;
      pen.at(
        {
          x: x + pen.sway(5.5, index * 2) * 4,
          y: y + pen.sway(4.2, index) * 4,
          scale: scale * 0.82,
          turn: -0.1 + pen.sway(6, index) * 0.05,
        },
        () => gull(pen, plumage, beat),
      );
    }
  },
});

function gull(pen: Pen, plumage: string, beat: number): void {
  const rise = Math.sin(beat) * 0.8 + 0.2;
  const fold = Math.cos(beat) * 0.3;
  wing(pen, darker(plumage, 0.26), { rise: rise * 0.92, fold, isFar: true });
  pen.path('M-26 3L-46 0L-44 7L-24 9Z', darker(plumage, 0.14));
  pen.path(
    'M-32 5C-22-5 8-9 24-5C33-9 42-6 43 0C42 5 36 7 28 8C10 14-16 14-32 5Z',
    pen.fade(0, -8, 0, 13, lighter(plumage, 0.2), darker(plumage, 0.36)),
  );
  pen.path('M42-3L54 1.500L42 4Z', '#f0a03a');
  pen.oval(36, -2, 1.6, 1.7, '#1a1c22');
  wing(pen, plumage, { rise, fold, isFar: false });
}

type Wing = { readonly rise: number; readonly fold: number; readonly isFar: boolean };

function wing(pen: Pen, plumage: string, { rise, fold, isFar }: Wing): void {
  const wristX = isFar ? 6 : -8;
  const wristY = -46 * rise;
  const tipX = wristX - 26 - fold * 20;
  const tipY = wristY * 1.6 - 14 * (rise - fold * 1.6);
  const root = isFar ? 14 : 12;
  pen.blob(
    [
      root,
      -4,
      wristX + 12,
      wristY - 2,
      tipX + 4,
      tipY - 2,
      tipX - 8,
      tipY + 2,
      tipX + 2,
      tipY + 7,
      wristX - 9,
      wristY + 15,
      -18,
      4,
      0,
      4,
    ],
    pen.fade(0, 0, tipX, tipY, plumage, darker(plumage, 0.12), '#3f444f'),
  );
}

/** It opens and closes its wings. */
export const butterfly = lit({
  height: 0.34,
  width: 1.2,
  anchor: 'sky',
  bounds: around(150, 16, 14),
  shift: (seconds) => Math.sin(seconds * 0.5) * 16,
  body: (pen) => {
    const colour = pen.tint(['#f08a2c', '#3f8fe0', '#e0568a', '#f2c53d']);
    const beat = 0.55 + 0.45 * Math.cos((pen.seconds / 0.75) * 2 * Math.PI);
    pen.at({ y: -48 + pen.sway(2.3) * 5, turn: 0.2 + pen.sway(3.1) * 0.07 }, () => {
      for (const side of [-1, 1] as const) {
        pen.at({ scale: [side * (0.22 + 0.78 * beat), 1] }, () =>
          pair(pen, side === 1 ? darker(colour, 0.06) : colour),
        );
      }
      pen.limb([0, -20, 3.2, 0, -4, 3.6, 0, 24, 1.8], '#2a2226');
      pen.oval(0, -24, 3.6, 3.8, '#2a2226');
      pen.line('M-1-27C-4-36-9-42-14-43M1-27C4-36 9-42 14-43', '#2a2226', 1);
    });
  },
});

function pair(pen: Pen, colour: string): void {
  const ink = '#231a1e';
  pen.path('M2-14C14-46 42-54 54-44C62-34 52-8 30-2C18 2 6 0 2-4Z', ink);
  pen.path(
    'M5-13C16-38 38-46 47-39C53-31 45-12 28-6C18-2 9-3 5-7Z',
    pen.fade(4, -8, 50, -40, lighter(colour, 0.35), colour, darker(colour, 0.18)),
  );
  pen.path('M2-2C18 0 38 4 42 16C44 32 28 44 16 38C8 32 3 14 2-2Z', ink);
  pen.path(
    'M5 3C18 5 33 8 36 17C37 28 27 37 18 33C11 28 7 15 5 3Z',
    pen.fade(4, 4, 34, 32, lighter(colour, 0.45), colour),
  );
  pen.line('M5-10C18-18 34-30 45-37M6-8C20-12 34-14 44-22M6 4C16 12 24 22 26 34M7 5C18 10 28 14 34 20', ink, 1.3);
  for (const [x, y, r] of [
    [50, -41, 2],
    [54, -33, 1.7],
    [53, -25, 1.5],
    [40, 24, 1.6],
    [36, 32, 1.5],
    [28, 38, 1.3],
  ] as const) {
    pen.oval(x, y, r, r, '#ffffff');
  }
}
