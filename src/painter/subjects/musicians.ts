import { darker, faint, lighter } from '../colour.ts';
import { facing, handOf, somebodyFacing, upper } from './facing.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Plays the guitar and nods to it. */
export const guitarist = lit({
  height: 0.66,
  width: 0.8,
  anchor: 'ground',
  bounds: around(110, 10),
  shadow: 28,
  body: (pen) => {
    const top = pen.tint(['#2f3442', '#c0463c', '#3f6f9a']);
    const look = somebodyFacing(pen, {
      style: pen.pick(['short', 'long'] as const),
      top,
      bottom: '#2a3a58',
      shoes: '#f2efe8',
    });
    const strum = pen.sway(0.42);
    facing(pen, look, {
      arms: [
        [0.5, -1.5 + strum * 0.12],
        [0.95, 0.5],
      ],
      tilt: pen.sway(1.7) * 0.04,
      feet: [0, Math.max(0, pen.sway(0.84)) * 2],
    });
    const wood = pen.pick(['#c9853c', '#b5482c', '#e0b060'] as const);
    pen.at({ x: -3, y: -50, turn: -0.42 }, () => {
      pen.box(8, -2.6, 44, 5.2, 1.4, pen.fade(0, -3, 0, 3, '#6a4630', '#3a2418'));
      pen.box(50, -4, 11, 8, 2, '#2f1f16');
      pen.blob(
        [-26, -9, -14, -16, -4, -10, 6, -13, 14, -7, 14, 7, 6, 13, -4, 10, -14, 16, -26, 9],
        pen.round(-8, -4, 26, lighter(wood, 0.35), wood, darker(wood, 0.35)),
      );
      pen.oval(3, 0, 5, 5, '#2a1a12');
      pen.box(-18, -5, 3, 10, 1, '#2f1f16');
      for (const y of [-1.4, 0, 1.4]) pen.line(`M-16 ${y}H52`, faint('#f6f2e6', 0.75), 0.4);
    });
    pen.oval(-5 + strum * 2, -49 + strum * 3, 3.4, 3.4, look.skin);
    pen.oval(...handOf(look, [0.95, 0.5], 1), 3.2, 3.2, look.skin);
  },
});

/** Sings at a microphone on its stand; one arm goes up with the voice. */
export const singer = lit({
  height: 0.66,
  width: 0.7,
  anchor: 'ground',
  bounds: around(100, 12),
  shadow: 26,
  body: (pen) => {
    const dress = pen.tint(['#d8304a', '#7a3fb0', '#e8b53a', '#2f8fb0']);
    const look = somebodyFacing(pen, {
      style: 'long',
      top: dress,
      bottom: dress,
      shoes: '#2a2028',
      isInSkirt: true,
      isBareArmed: true,
    });
    const raise = 0.5 + 0.5 * pen.sway(4.2);
    facing(pen, look, {
      arms: [
        [0.5, -1.9],
        [0.7 + raise * 1.7, 0.5],
      ],
      tilt: pen.sway(2.3) * 0.05,
    });
    pen.line('M-4 0L-4-74', '#9aa2ae', 1.5);
    pen.oval(-4, 0, 11, 2.2, '#3a3e48');
    pen.at({ x: -4, y: -77, turn: 0.2 }, () => {
      pen.limb([0, 6, 1.6, 0, -1, 2.2], '#23262e');
      pen.oval(0, -3.6, 3.8, 4.2, pen.round(-1, -5, 6, '#e8ecf2', '#6a7280'));
    });
    pen.oval(-4, -62, 3.2, 3, look.skin);
  },
});

/** At a grand piano, from the side. */
export const pianist = lit({
  height: 0.56,
  width: 1.75,
  anchor: 'ground',
  bounds: around(190, 8),
  shadow: 84,
  body: (pen) => {
    const gloss = '#17181e';
    const shine = pen.fade(0, -60, 0, -34, '#4a4e5c', gloss, '#0c0d12');
    for (const x of [0, 68]) pen.limb([x, -34, 3.4, x, -4, 2], gloss);
    pen.path('M-14-46H80C86-46 86-34 78-33H-14Z', shine);
    pen.path('M2-48C20-92 58-104 86-96L80-48Z', pen.fade(20, -96, 60, -46, '#3a3e4c', '#14151b'));
    pen.path('M10-50C26-86 58-96 80-90L76-50Z', '#8a6a3a');
    for (let string = 0; string < 9; string += 1)
      pen.line(`M${18 + string * 6}-50L${38 + string * 4.6} ${-84 + (8 - string)}`, faint('#f2dca0', 0.5), 0.6);
    pen.line('M62-47L56-86', '#20222a', 1.6);
    pen.box(-26, -44, 16, 6, 1, '#20222a');
    pen.box(-27, -46.5, 17, 3, 1, '#f8f6f0');
    for (let key = 0; key < 5; key += 1) pen.box(-25 + key * 3.2, -46.5, 1.4, 1.6, 0, '#17181e');
    pen.path('M-14-48L-8-66H0L-4-48Z', '#f4f1e8');
    pen.box(-66, -30, 30, 6, 2, '#5a2a2a');
    for (const x of [-62, -42]) pen.box(x, -26, 4, 26, 1, '#2a1a18');
    player(pen);
  },
});

/** Seated in profile, hands on the keys. */
function player(pen: Pen): void {
  const look = somebodyFacing(pen, { top: pen.tint(['#22262f', '#7a2438', '#2f4a6a']) });
  const lean = pen.sway(2.6) * 0.05;
  pen.limb([-50, -33, 8, -28, -31, 6.4, -26, -5, 4], '#1c1f28');
  pen.path('M-30-5C-30-1-16-1-16-3C-18-6-24-7-28-7Z', '#101218');
  pen.at({ x: -52, y: -34, turn: 0.08 + lean }, () => {
    pen.path(
      'M-10 2C-14-16-12-34-3-38C7-39 11-30 11-18C11-8 10-2 9 2Z',
      pen.fade(-12, 0, 12, 0, darker(look.top, 0.2), lighter(look.top, 0.2)),
    );
    const tap = Math.max(0, pen.sway(0.34)) * 2.4;
    pen.limb([3, -31, 5, 12, -16, 4, 27, -14 - tap, 2.8], lighter(look.top, 0.12));
    pen.oval(30, -13 - tap, 4, 2.6, look.skin);
    if (pen.person === 'woman')
      pen.path('M3-63C-8-64-11-52-11-42C-11-34-10-30-6-27C-3-32-1-38 2-46Z', darker(look.hair, 0.14));
    pen.limb([1, -38, 3.6, 2, -44, 3.4], darker(look.skin, 0.16));
    pen.oval(4, -53, 8.6, 10, look.skin);
    pen.path('M12-55L15.500-51L11.500-49Z', look.skin);
    pen.path('M12-58C10-67-6-66-7-54C-7-48-4-44-1-45C-1-50 1-54 3-56C6-57 9-57 12-58Z', look.hair);
    pen.oval(9, -54, 0.9, 1.2, '#241a18');
    pen.line('M9-47.500C10-47 11-47 12-47.500', '#a8504c', 0.8);
  });
}

/** Behind two turntables, a hand in the air; lights run along the desk. */
export const dj = lit({
  height: 0.66,
  width: 1.35,
  anchor: 'ground',
  bounds: around(150, 12),
  shadow: 70,
  body: (pen) => {
    const look = somebodyFacing(pen, {
      style: pen.pick(['short', 'bob'] as const),
      top: pen.tint(['#23252f', '#7a3fc0', '#e0483c']),
    });
    const beat = Math.abs(pen.sway(1));
    pen.at({ y: -4 - beat * 3 }, () => {
      upper(pen, look, {
        arms: [
          [0.6, -0.5 + pen.sway(0.5) * 0.15],
          [2.5 + pen.sway(1) * 0.25, 0.2],
        ],
        tilt: pen.sway(2) * 0.05,
      });
      pen.context.beginPath();
      pen.context.arc(0, -92, 10, Math.PI * 1.08, Math.PI * 1.92);
      pen.context.strokeStyle = '#15161c';
      pen.context.lineWidth = 2.6;
      pen.context.stroke();
      for (const side of [-1, 1]) pen.oval(side * 9.4, -91, 3.4, 4.8, '#15161c');
    });
    pen.path('M-66-44H66L60 0H-60Z', pen.fade(0, -44, 0, 0, '#2f3240', '#14151c'));
    pen.box(-68, -47, 136, 6, 2, '#40444f');
    for (const side of [-1, 1]) {
      pen.oval(side * 38, -49, 20, 4.6, '#17181d');
      pen.oval(side * 38, -49.6, 17, 3.6, '#2c2e36');
      pen.oval(side * 38, -49.6, 5, 1.2, '#e0483c');
      pen.at({ x: side * 38, y: -49.6, scale: [1, 0.22], turn: 0 }, () =>
        pen.at({ turn: pen.seconds * 4 }, () => pen.line('M6 0H16', '#9aa2b0', 1.6)),
      );
    }
    pen.box(-13, -51, 26, 5, 1, '#23252d');
  },
  glow: (pen) => {
    const lights = ['#ff4fa0', '#3fd0ff', '#ffd24a', '#8a5fff'] as const;
    for (let bar = 0; bar < 12; bar += 1) {
      const level = 0.35 + 0.65 * Math.abs(Math.sin(pen.seconds * (3 + (bar % 4)) + bar * 1.7));
      pen.box(-50 + bar * 8.6, -6 - level * 27, 6, level * 27, 1.4, faint(lights[bar % 4] ?? '#ff4fa0', 0.9));
    }
    pen.glow(0, -24, 70, '#8a5fff', 0.28);
  },
});
