import { darker, faint, lighter } from '../colour.ts';
import { facing, handOf, isWoman, somebodyFacing } from './facing.ts';
import { around, lit } from './lit.ts';
import { flame } from './parts.ts';
import type { Pen } from './pen.ts';

/** In a white coat, the stethoscope around the neck, a board in the hand; waves. */
export const doctor = lit({
  height: 0.66,
  width: 0.75,
  anchor: 'ground',
  bounds: around(105, 8),
  shadow: 28,
  body: (pen) => {
    const isLady = isWoman(pen, pen.pick([true, false] as const));
    const look = somebodyFacing(pen, {
      style: isLady ? 'bun' : 'short',
      top: pen.color ?? '#f7f9fb',
      bottom: '#5a9fb8',
      shoes: '#f4f4f2',
    });
    facing(pen, look, {
      arms: [
        [0.3, -1.5],
        [2.2 + pen.sway(1.1) * 0.25, 0.35],
      ],
      tilt: pen.sway(3) * 0.02,
    });
    pen.path('M-5-80.500L0-62L5-80.500Z', '#7fc0d0');
    pen.path('M-11-46L-13-28H-1L0-60L1-28H13L11-46Z', pen.fade(0, -60, 0, -28, '#ffffff', '#dfe5ea'));
    pen.strand([-6, -80, -7, -68, -2, -62, 3, -64], '#2f3a48', 1.3);
    pen.strand([6, -80, 7, -70, 5, -60], '#2f3a48', 1.3);
    pen.oval(5, -58, 2.2, 2.2, '#9aa8b8');
    pen.box(5, -48, 6, 6, 1, '#e6ebf0');
    pen.path('M7-47H9V-46H10V-44.500H9V-43.500H7V-44.500H6V-46H7Z', '#d8343a');
    pen.at({ x: -5, y: -58, turn: -0.1 }, () => {
      pen.box(-7, -9, 12, 15, 1, '#8a6a44');
      pen.box(-6, -7.5, 10, 12.5, 0.6, '#ffffff');
      for (const y of [-5, -2, 1]) pen.line(`M-4 ${y}H2`, '#9ab0c0', 0.8);
    });
  },
});

/** Holds the hose; water arches into the flames. */
export const firefighter = lit({
  height: 0.64,
  width: 1.6,
  anchor: 'ground',
  bounds: around(180, 10),
  shadow: 76,
  body: (pen) => {
    const coat = pen.tint(['#c8402c', '#d8a02c', '#2f3a4a']);
    const look = somebodyFacing(pen, { style: 'short', top: coat, bottom: darker(coat, 0.3), shoes: '#1c1c20' });
    pen.at({ x: -46 }, () => {
      facing(pen, look, {
        arms: [
          [0.2, -1.1],
          [0.9, 0.5],
        ],
        tilt: 0.04 + pen.sway(0.5) * 0.01,
      });
      for (const y of [-50, -60]) pen.box(-12, y, 24, 3, 0, '#f2f03a');
      for (const x of [-5.4, 5.4]) pen.box(x - 4.5, -12, 9, 2.6, 0, '#f2f03a');
      pen.path('M-13-97C-13-112 13-112 13-97L16-94H-16Z', pen.fade(-13, 0, 13, 0, '#e8503c', '#a8241c'));
      pen.path('M-4-106H4L3-98L0-96L-3-98Z', '#f2c23a');
    });
    pen.strand([-84, 0, -76, -26, -60, -42, -34, -50, -20, -54], '#8a8f98', 4.5);
    pen.limb([-26, -53, 3, -12, -57, 2.4], '#d9a93c');
    const [hx, hy] = handOf(look, [0.9, 0.5], 1);
    pen.oval(hx - 46 - 6, hy + 8, 3.2, 3.2, '#3a3a40');
    for (let drop = 0; drop < 46; drop += 1) {
      const life = (pen.seconds * 1.4 + drop / 46) % 1;
      const spread = (pen.random() - 0.5) * 14 * life;
      pen.oval(
        -12 + life * 62,
        -58 - Math.sin(life * 2.4) * 26 + life * 26 + spread,
        1.4 + life * 2,
        1.2 + life * 1.6,
        faint('#dff2ff', 0.85 - life * 0.4),
      );
    }
  },
  glow: (pen) => {
    for (const [x, size] of [
      [44, 9],
      [58, 14],
      [70, 10],
      [52, 7],
    ] as const)
      flame(pen, x, -1, size, 0.7);
  },
});

/** Under a straw hat, with a basket of corn; the other hand wipes the brow. */
export const farmer = lit({
  height: 0.62,
  width: 0.85,
  anchor: 'ground',
  bounds: around(110, 8),
  shadow: 32,
  body: (pen) => {
    const shirt = pen.tint(['#4f7fb8', '#c8563c', '#5f8a4a']);
    const look = somebodyFacing(pen, {
      style: 'short',
      skin: '#d9a878',
      top: shirt,
      bottom: '#3f5a80',
      shoes: '#4a3a2c',
    });
    pen.at({ scale: 0.94 }, () => {
      facing(pen, look, {
        arms: [
          [0.5, -1.1],
          [1.9 + pen.sway(1.6) * 0.2, 1.2],
        ],
        tilt: pen.sway(2.6) * 0.02,
      });
      pen.path('M-8-70H8V-44H-8Z', '#3f5a80');
      for (const side of [-1, 1]) pen.line(`M${side * 6}-70L${side * 8}-80`, '#3f5a80', 2.6);
      pen.oval(0, -97, 21, 4.6, pen.fade(-20, 0, 20, 0, '#f2d68a', '#c89a44'));
      pen.path('M-11-97C-11-112 11-112 11-97Z', pen.fade(-11, 0, 11, 0, '#f7e2a4', '#d0a450'));
      pen.line('M-11-98C-4-96 4-96 11-98', '#b5402f', 2);
      pen.at({ x: -8, y: -46 }, () => {
        for (const [x, y, turn] of [
          [-9, -4, -0.5],
          [-2, -7, -0.1],
          [5, -5, 0.4],
          [10, -3, 0.7],
        ] as const)
          pen.at({ x, y, turn }, () => corn(pen));
        pen.path('M-16-1H16L12 17H-12Z', pen.fade(-16, 0, 16, 0, '#d8a45a', '#a8702c'));
        for (const y of [4, 9, 14]) pen.line(`M${-15 + y * 0.2} ${y}H${15 - y * 0.2}`, '#8a5a24', 0.9);
        pen.oval(0, -1, 16, 2.6, '#c08a40');
      });
    });
  },
});

function corn(pen: Pen): void {
  pen.path('M-5 4C-8-6-4-12-1-14C-2-8 0 0 2 4Z', '#6fae4a');
  pen.oval(0, -8, 3.6, 10, pen.fade(-4, 0, 4, 0, '#ffe07a', '#e8a82c'));
  for (const y of [-14, -10, -6, -2]) pen.line(`M-3 ${y}H3`, lighter('#d8982c', 0.1), 0.5);
}

/** Fists on the hips, the cape flying. */
export const superhero = lit({
  height: 0.68,
  width: 1,
  anchor: 'ground',
  bounds: around(130, 8),
  shadow: 32,
  body: (pen) => {
    const suit = pen.tint(['#2f5fc0', '#8a2f3c', '#2a2f3c']);
    const cape = suit === '#2f5fc0' ? '#d8302c' : '#f2b53a';
    const flow = (phase: number): number => pen.sway(1.3, phase) * 5;
    pen.blob(
      [
        -13,
        -78,
        13,
        -78,
        26 + flow(0),
        -56,
        40 + flow(0.6),
        -22,
        48 + flow(1.1),
        0,
        22 + flow(1.4),
        -8,
        -4 + flow(1.8),
        -4,
        -16,
        -30,
      ],
      pen.fade(-10, 0, 44, 0, darker(cape, 0.3), cape, darker(cape, 0.2)),
    );
    const look = somebodyFacing(pen, {
      style: pen.pick(['short', 'long'] as const),
      top: suit,
      bottom: suit,
      shoes: cape,
    });
    facing(pen, look, {
      arms: [
        [0.75, -1.75],
        [0.75, -1.75],
      ],
      tilt: pen.sway(3.4) * 0.015,
    });
    pen.path('M-11-56H11L9-44L0-38L-9-44Z', cape);
    pen.box(-11, -57, 22, 3.4, 1, '#f2d24a');
    pen.path('M-8-75H8L6-66L0-60L-6-66Z', '#f2d24a');
    pen.path('M1-74L-4-67H0L-1-62L4-69H0Z', cape);
    pen.path('M-8.500-94C-4-97 4-97 8.500-94C8-89 3-88 0-90C-3-88-8-89-8.500-94Z', darker(suit, 0.2));
    for (const side of [-1, 1]) pen.oval(side * 3.4, -92, 1.5, 1.3, '#ffffff');
  },
});
