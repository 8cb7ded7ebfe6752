import { darker, faint, lighter } from '../colour.ts';
import { figure, running } from './figure.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';
import { sporty } from './sports.ts';

/** A child runs with a kite high above. */
export const kite = lit({
  height: 0.74,
  width: 1.05,
  anchor: 'ground',
  bounds: () => ({ left: -54, right: -4, top: -56, bottom: 4 }),
  body: (pen) => {
    const child = sporty(pen, {
      style: pen.pick(['short', 'cap', 'long'] as const),
      top: '#f2c53d',
      bottom: '#3f6fb0',
      shoes: '#e0483c',
    });
    pen.oval(-30, 0, 14, 1.8, 'rgba(6,8,14,0.35)');
    pen.at({ x: -30, scale: 0.4 }, () => {
      const run = running(pen.seconds * 7);
      figure(pen, child, { ...run, shoulders: [2.5, run.shoulders[1]], elbows: [0.2, 1.2], lean: 0.08 });
    });
  },
  glow: flyKite,
});

function flyKite(pen: Pen): void {
  const colour = pen.tint(['#e0483c', '#2f8fd0', '#8a4fc0']);
  const [x, y] = [26 + pen.sway(4.2) * 5, -80 + pen.sway(3.1, 1) * 5];
  pen.strand([-20, -37, -6, -42, 8, -60, x, y], faint(pen.light.isDark ? '#ffffff' : '#2a2a33', 0.75), 0.35);
  const tail = Array.from({ length: 8 }, (_, index) => [
    x - 6 - index * 4.2,
    y + 13 + index * 2.6 + Math.sin(index * 1.1 - pen.seconds * 4) * 2.6,
  ]);
  pen.strand(tail.flat(), darker(colour, 0.1), 0.7);
  for (const [index, [tx = 0, ty = 0]] of tail.entries()) {
    if (index % 2 === 1)
      pen.at({ x: tx, y: ty, turn: 0.5 + pen.sway(0.8, index) * 0.3 }, () =>
        pen.path('M0 0L-3-2V2ZM0 0L3-2V2Z', index % 4 === 1 ? '#f2c53d' : colour),
      );
  }
  pen.at({ x, y, turn: 0.45 + pen.sway(2.4) * 0.07 }, () => {
    pen.path('M0-18L13-4L0 18Z', darker(colour, 0.12));
    pen.path('M0-18L-13-4L0 18Z', lighter(colour, 0.16));
    pen.path('M-13-4H0V18Z', '#f8e08a');
    pen.path('M0-18L13-4H0Z', '#f8e08a');
    pen.line('M0-18V18M-13-4H13', faint('#2a2a33', 0.6), 0.5);
  });
}

const skirts = ['#d8405c', '#f4f0fa', '#8a5fd0', '#2f9fb0'] as const;

/** A dancer in a long dress who turns on one foot. */
export const dancer = lit({
  height: 0.6,
  width: 0.8,
  anchor: 'ground',
  bounds: around(110, 8),
  shadow: 30,
  body: (pen) => {
    const dress = pen.tint(skirts);
    const skin = pen.pick(['#f3cfae', '#e3ae84', '#a8714c']);
    const hair = pen.pick(['#1f1a1c', '#4a2c1c', '#a8743c']);
    const turn = pen.sway(3.6);
    if (pen.person === 'man') {
      hipHop(pen, dress);
      return;
    }
    pen.at({ turn: turn * 0.05, x: turn * 3, scale: [0.88, 0.88] }, () => {
      pen.limb([0, -46, 4, 1, -24, 3.2, 0, -3, 1.7], skin);
      pen.path('M-1.500-6L2-6L2.500-1C3 1 1 1.500-.5 0Z', lighter(dress, 0.2));
      const foot = -30 + turn * 8;
      pen.limb([-2, -48, 4.2, -20, -38 + turn * 3, 3.2, -38, foot, 1.6], darker(skin, 0.12));
      pen.limb([-37, foot, 1.7, -43, foot - 1, 1], lighter(dress, 0.1));
      skirt(pen, dress, turn);
      upperBody(pen, { dress, skin, hair }, turn);
    });
  },
});

/** He bounces on his knees, and his arms swing past each other. */
function hipHop(pen: Pen, top: string): void {
  const [beat, swing] = [Math.abs(pen.sway(1.2)), pen.sway(2.4)];
  const look = sporty(pen, { style: 'short', top, bottom: '#2c3442', shoes: '#f2f0ea', hem: 6 });
  pen.at({ x: swing * 4 }, () =>
    figure(pen, look, {
      hips: [0.7 + beat * 0.3, -0.35 - beat * 0.2],
      knees: [0.5 + beat * 0.7, 0.3 + beat * 0.5],
      shoulders: [1.4 + swing * 0.8, -0.9 + swing * 0.8],
      elbows: [0.9 - swing * 0.5, 0.7 + swing * 0.4],
      lean: 0.1 * swing,
    }),
  );
}

function skirt(pen: Pen, dress: string, turn: number): void {
  for (const [depth, shade] of [
    [1, 0.3],
    [0.78, 0.12],
    [0.5, 0],
  ] as const) {
    const flow = (phase: number): number => Math.sin(pen.seconds * 3.2 + phase) * 3;
    pen.blob(
      [
        -4,
        -60,
        4,
        -60,
        5,
        -54,
        18 * depth + 4,
        -42 + flow(0),
        32 * depth + turn * 5,
        -26 + flow(1),
        22 * depth,
        -20 + flow(2),
        8,
        -22 + flow(3),
        -8,
        -19 + flow(4),
        -24 * depth,
        -21 + flow(5),
        -34 * depth + turn * 5,
        -28 + flow(6),
        -18 * depth,
        -44 + flow(7),
        -5,
        -54,
      ],
      pen.fade(-30, 0, 30, 0, lighter(darker(dress, shade), 0.2), darker(dress, shade + 0.12)),
    );
  }
}

type Dressed = { readonly dress: string; readonly skin: string; readonly hair: string };

function upperBody(pen: Pen, { dress, skin, hair }: Dressed, turn: number): void {
  pen.limb([-5, -79, 2.6, -20, -88 + turn * 4, 2, -33, -94 + turn * 6, 1.5], darker(skin, 0.14));
  pen.path(
    'M-6-81C-3-83 3-83 6-81C8-76 6-70 4.500-62C5-59-5-59-4.500-62C-6-70-8-76-6-81Z',
    pen.fade(-7, 0, 7, 0, lighter(dress, 0.25), darker(dress, 0.2)),
  );
  pen.limb([0, -82, 2.4, 1, -89, 2.1], darker(skin, 0.12));
  pen.limb([5, -79, 2.6, 17, -95 + turn * 2, 2, 12 + turn * 4, -112, 1.5], skin);
  pen.at({ x: 1.5, y: -95, turn: 0.16 + turn * 0.08 }, () => {
    pen.oval(0, 0, 6, 7.4, skin);
    pen.path('M6-2C7-10-7-11-6.500-1C-6 4-5 5-4 4C-5-1-2-4 1-5C3-5 5-4 6-2Z', hair);
    pen.oval(-5, -7.5, 3.6, 3.4, hair);
    pen.line('M2.600-.5H4.400', '#2a2020', 0.8);
  });
}

/** On a board in the face of a breaking wave. */
export const surfer = lit({
  height: 0.62,
  width: 1.7,
  anchor: 'water',
  bounds: around(210, 6, 10),
  body: (pen) => {
    const board = pen.tint(['#f2c53d', '#e8503f', '#f4f1ea']);
    wave(pen);
    const slide = pen.sway(4.6);
    pen.at({ x: 22 + slide * 7, y: -30 - slide * 3, turn: 0.3 + slide * 0.07 }, () => {
      pen.path(
        'M-34 3C-26-3 20-5 38-1C28 5-20 7-34 3Z',
        pen.fade(0, -5, 0, 6, lighter(board, 0.2), darker(board, 0.24)),
      );
      pen.line('M-28 1.500C-10-1 16-2 32-1', faint('#d8403c', 0.9), 1.2);
      pen.at({ x: -2, y: 0, turn: -0.24, scale: 0.56 }, () =>
        figure(pen, sporty(pen, { style: 'short', top: '#22303f', bottom: '#22303f', shoes: '#c98b62' }), {
          hips: [1.1, -0.25],
          knees: [1.25, 0.7],
          shoulders: [1.35 + slide * 0.14, -1.25],
          elbows: [0.2, -0.15],
          lean: 0.3 + slide * 0.05,
        }),
      );
    });
    spray(pen);
  },
});

function wave(pen: Pen): void {
  const lip = pen.sway(2.6) * 1.5;
  const water = pen.light.isDark ? ['#4f8fa8', '#1f5a7a', '#0f3450'] : ['#8fe0dc', '#2fa4b8', '#14688f'];
  pen.blob(
    [
      -96,
      4,
      -96,
      -40,
      -84,
      -72 + lip,
      -52,
      -92 + lip,
      -14,
      -88 + lip,
      2,
      -72 + lip,
      -4,
      -62 + lip,
      -14,
      -68,
      -30,
      -62,
      -34,
      -44,
      -14,
      -26,
      30,
      -14,
      92,
      -4,
      98,
      6,
      0,
      8,
    ],
    pen.fade(-40, -94, 20, 8, ...water),
  );
  for (let line = 0; line < 6; line += 1) {
    const inset = line * 6;
    pen.strand(
      [
        -88 + inset,
        0,
        -84 + inset,
        -40 + inset * 0.4,
        -62 + inset * 0.6,
        -74 + inset,
        -36 + inset * 0.3,
        -78 + inset * 0.7 + lip,
      ],
      faint('#ffffff', 0.28),
      1.3,
    );
  }
  pen.strand([-88, -66 + lip, -52, -91 + lip, -14, -87 + lip, 1, -72 + lip, -5, -62 + lip], faint('#ffffff', 0.9), 4.5);
}

function spray(pen: Pen): void {
  for (let drop = 0; drop < 46; drop += 1) {
    const life = (pen.seconds / 1.3 + pen.random()) % 1;
    const [x, y] =
      drop < 22
        ? [-8 + pen.random() * 22, -64 + life * 40]
        : [-14 - life * 30, -24 - Math.sin(life * Math.PI) * 18 + pen.random() * 12];
    pen.oval(
      x + (pen.random() - 0.5) * 16,
      y,
      1 + pen.random() * 2.4,
      1 + pen.random() * 2,
      faint('#ffffff', 0.85 * (1 - life)),
    );
  }
  for (let cloud = 0; cloud < 9; cloud += 1) {
    const radius = 6 + (cloud % 3) * 2.5 + pen.sway(1.7, cloud) * 1.4;
    pen.oval(
      -30 + cloud * 6,
      -10 - (cloud % 2) * 5 + pen.sway(2.1, cloud),
      radius,
      radius * 0.7,
      faint('#ffffff', 0.5),
    );
  }
}
