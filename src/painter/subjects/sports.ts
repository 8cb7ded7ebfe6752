import { darker, lighter } from '../colour.ts';
import { figure, gray, type Look, type Pose, running, somebody } from './figure.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Somebody young without what would fly away. */
export function sporty(pen: Pen, look: Partial<Look>): Look {
  const { umbrella: _umbrella, scarf: _scarf, bag: _bag, ...rest } = somebody(pen);
  return { ...rest, hair: rest.hair === gray ? '#2a2430' : rest.hair, hem: 0, ...look };
}

/** Runs with the ball at the foot and kicks it ahead. */
export const footballer = lit({
  height: 0.5,
  width: 1.1,
  anchor: 'ground',
  bounds: around(150, 10),
  shadow: 40,
  body: (pen) => {
    const shirt = pen.tint(['#d8343a', '#2f6fd0', '#f2c230']);
    const look = sporty(pen, {
      style: pen.pick(['short', 'bun'] as const),
      top: shirt,
      bottom: '#f4f4f2',
      shoes: '#1d1f26',
      socks: shirt,
    });
    const step = pen.seconds * 8;
    pen.at({ x: -12 }, () => figure(pen, look, running(step)));
    const kick = (pen.seconds * 8) % (2 * Math.PI);
    const ahead = Math.sin(kick / 2);
    ball(pen, 22 + ahead * 20, -6 - Math.abs(Math.sin(kick)) * 5, 6.4, pen.seconds * 7);
  },
});

function ball(pen: Pen, x: number, y: number, radius: number, turn: number): void {
  pen.oval(x, 0.5, radius, 1.2, 'rgba(6,8,14,0.4)');
  pen.oval(x, y, radius, radius, pen.round(x - 2, y - 2.4, radius * 1.5, '#ffffff', '#f2f2ee', '#a9adb5'));
  pen.at({ x, y, turn }, () => {
    pen.oval(0, 0, radius * 0.34, radius * 0.34, '#1c1e24');
    for (let patch = 0; patch < 5; patch += 1)
      pen.at({ turn: (patch * 2 * Math.PI) / 5 }, () =>
        pen.oval(0, -radius * 0.8, radius * 0.26, radius * 0.17, '#1c1e24'),
      );
  });
}

/** Takes a run, crouches and leaps with the board. */
export const skateboarder = lit({
  height: 0.56,
  width: 1.1,
  anchor: 'ground',
  bounds: around(150, 30),
  shadow: 36,
  body: (pen) => {
    const look = sporty(pen, {
      style: pen.pick(['cap', 'short'] as const),
      top: pen.tint(['#e0483c', '#f2b53a', '#3f8fd0', '#7a4fb4']),
      bottom: '#2c3442',
      shoes: '#f2f0ea',
      hem: 6,
    });
    // Two beats on the ground, one in the air.
    const beat = (pen.seconds / 2.1) % 1;
    const air = beat > 0.42 && beat < 0.84 ? Math.sin(((beat - 0.42) / 0.42) * Math.PI) : 0;
    const crouch = beat < 0.42 ? (beat / 0.42) ** 2 : 0.5 + 0.5 * air;
    pen.at({ y: -air * 34, turn: -air * 0.34 + (beat < 0.42 ? -0.02 : 0) }, () => {
      board(pen);
      pen.at({ y: -9, scale: 0.88 }, () => figure(pen, look, riding(crouch, air)));
    });
  },
});

function riding(crouch: number, air: number): Pose {
  return {
    hips: [0.55 + crouch * 0.75, -0.35 - crouch * 0.1],
    knees: [0.6 + crouch * 1.05, 0.35 + crouch * 0.75],
    shoulders: [-0.7 - air * 0.8, 0.9 + air * 0.7],
    elbows: [0.35, 0.3],
    lean: 0.12 + crouch * 0.26,
  };
}

function board(pen: Pen): void {
  pen.path('M-34-13C-32-9-26-8-22-8H22C26-8 32-9 36-14L37-11C32-5 26-5 22-5H-22C-28-5-32-6-36-10Z', '#e0a040');
  pen.line('M-30-9.500C-26-8 24-8 32-10', '#23252b', 1.4);
  for (const x of [-20, 20]) {
    pen.box(x - 3, -6, 6, 2.4, 1, '#8a8f98');
    pen.oval(x - 4, -2.6, 2.8, 2.8, '#f4f1ea');
    pen.oval(x + 4, -2.6, 2.8, 2.8, '#d8d4c8');
  }
}

/** Carves down the snow on a board; powder flies behind. */
export const snowboarder = lit({
  height: 0.54,
  width: 1.3,
  anchor: 'ground',
  bounds: around(170, 16, 14),
  shadow: 40,
  body: (pen) => {
    const look = sporty(pen, {
      style: 'cap',
      top: pen.tint(['#e0483c', '#f2b53a', '#3f8fd0', '#7a4fb4']),
      bottom: '#2c3442',
      shoes: '#22262e',
      hem: 6,
    });
    const carve = pen.sway(2.6);
    for (let flake = 0; flake < 26; flake += 1) {
      const life = (pen.seconds * 0.9 + flake / 26) % 1;
      const size = 2 + life * 5;
      pen.oval(
        -24 - life * 56,
        -2 - Math.sin(life * 2.4) * (8 + (flake % 6) * 5),
        size,
        size * 0.8,
        `rgba(255,255,255,${0.8 * (1 - life)})`,
      );
    }
    pen.at({ x: carve * 5, turn: 0.16 + carve * 0.1 }, () => {
      pen.limb([-40, -6, 2.4, -30, -2.6, 3, 34, -2.6, 3, 45, -9, 2.4], pen.fade(-40, 0, 44, 0, '#f2c230', '#e0483c'));
      pen.at({ y: -4, scale: 0.9 }, () => figure(pen, look, riding(0.55 + carve * 0.18, 0.2)));
    });
  },
});

/** Sits in the lotus; the arms rise until the palms meet overhead, and sink again. */
export const yoga = lit({
  height: 0.42,
  width: 1,
  anchor: 'ground',
  bounds: around(120, 30),
  shadow: 46,
  body: (pen) => {
    const skin = pen.pick(['#f3cfae', '#e3ae84', '#c98b62', '#8d5a3c'] as const);
    const hair = pen.pick(['#1f1a1c', '#3a2620', '#6a4426'] as const);
    const top = pen.tint(['#3fa0a8', '#d9587a', '#7a5fb8', '#e0863c']);
    const legs = darker(top, 0.5);
    const breath = pen.sway(5.2);
    const rise = 0.5 - 0.5 * Math.cos((pen.seconds / 9) * 2 * Math.PI);
    pen.path('M-52-1C-50-5 50-5 52-1C50 3-50 3-52-1Z', darker(top, 0.2));
    pen.at({ scale: [1, 1 + breath * 0.006] }, () => {
      pen.path(
        'M-13-12C-14-34-17-50-16-60C-8-65 8-65 16-60C17-50 14-34 13-12Z',
        pen.fade(-16, 0, 16, 0, lighter(top, 0.2), top, darker(top, 0.26)),
      );
      pen.limb([0, -62, 4.4, 0, -70, 4], darker(skin, 0.16));
      pen.oval(0, -80, 9, 10.4, pen.fade(-9, 0, 9, 0, skin, darker(skin, 0.14)));
      pen.path('M-9.500-78C-11-94 11-94 9.500-78C7-85 4-87 0-87C-4-87-7-85-9.500-78Z', hair);
      if (pen.person !== 'man') pen.oval(0, -94, 5, 4.6, hair);
      pen.line('M-5.500-80C-4.500-78.500-3-78.500-2-80M2-80C3-78.500 4.500-78.500 5.500-80', darker(skin, 0.7), 0.8);
      pen.line('M-2.500-74C-1-73 1-73 2.500-74', '#a8544c', 0.9);
      for (const side of [-1, 1]) arm(pen, side, rise, skin);
    });
    pen.limb([12, -12, 8.5, 38, -8, 6.5, 8, -3.5, 4.4], legs);
    pen.limb([-12, -12, 8.5, -38, -8, 6.5, -4, -4, 4.6], lighter(legs, 0.1));
    pen.oval(10, -3, 6, 3, skin);
    pen.oval(-8, -2.6, 6, 3, darker(skin, 0.06));
  },
});

/** Between the knee (0) and above the head (1). */
function arm(pen: Pen, side: number, rise: number, skin: string): void {
  const between = (from: number, to: number): number => from + (to - from) * rise;
  const shown = side > 0 ? darker(skin, 0.12) : skin;
  pen.limb(
    [
      side * 14,
      -58,
      4,
      side * (between(23, 21) + Math.sin(rise * Math.PI) * 12),
      between(-38, -84),
      3.4,
      side * (between(32, 1.6) + Math.sin(rise * Math.PI) * 20),
      between(-15, -108),
      2.8,
    ],
    shown,
  );
}

/** Slow as water: a wide stance, hands that push and yield. */
export const taiChi = lit({
  height: 0.5,
  width: 1.1,
  anchor: 'ground',
  bounds: around(140, 14),
  shadow: 38,
  body: (pen) => {
    const cloth = pen.tint(['#f4f1ea', '#f4f1ea', '#c8403c', '#3a4658']);
    const look = sporty(pen, {
      style: pen.person === 'woman' ? 'bun' : 'short',
      hair: pen.person === 'woman' ? '#2a2430' : '#d9d9de',
      top: cloth,
      bottom: darker(cloth, 0.12),
      shoes: '#23252b',
      hem: 12,
    });
    const shift = pen.sway(7);
    const turn = pen.sway(7, 1.4);
    pen.at({ x: shift * 7 }, () =>
      figure(pen, look, {
        hips: [0.62 + shift * 0.24, -0.56 + shift * 0.2],
        knees: [0.75 + shift * 0.4, 0.2 - shift * 0.12],
        shoulders: [1.25 + turn * 0.45, 0.75 - turn * 0.7],
        elbows: [0.35 + 0.25 * turn, 0.75 - 0.3 * turn],
        lean: 0.05 * shift,
      }),
    );
  },
});
