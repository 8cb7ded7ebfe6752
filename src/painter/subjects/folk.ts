import { darker, lighter } from '../colour.ts';
import { type Facing, facing, handOf, somebodyFacing } from './facing.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A mother, a father and a child between them, hand in hand. */
export const family = lit({
  height: 0.56,
  width: 1.05,
  anchor: 'ground',
  bounds: around(130, 10),
  shadow: 52,
  body: (pen) => {
    const father = somebodyFacing(pen, { style: 'short', top: pen.tint(['#3f7fc0', '#4f9f70', '#c0564a']) });
    const mother = somebodyFacing(pen, { style: 'long', top: '#f2e6d8', bottom: '#d8607a', isInSkirt: true });
    const child = somebodyFacing(pen, { age: 'child', style: pen.pick(['short', 'tails'] as const), top: '#f2b53a' });
    const swing = pen.sway(1.9);
    const step = (phase: number) =>
      [Math.max(0, pen.sway(1.3, phase)) * 3, Math.max(0, pen.sway(1.3, phase + Math.PI)) * 3] as const;
    pen.at({ x: 27 }, () =>
      facing(pen, father, {
        arms: [
          [0.34 + swing * 0.05, -0.1],
          [0.3, 0.2],
        ],
        feet: step(0),
      }),
    );
    pen.at({ x: -27, scale: 0.93 }, () =>
      facing(pen, mother, {
        arms: [
          [0.3, 0.2],
          [0.34 - swing * 0.05, -0.1],
        ],
        feet: step(1.5),
      }),
    );
    pen.at({ y: 1 - Math.max(0, swing) * 4 }, () =>
      facing(pen, child, {
        arms: [
          [1.1, 0.2],
          [1.1, 0.2],
        ],
        feet: step(0.7),
      }),
    );
  },
});

/** An old man or woman with a stick, who waves. */
export const elder = lit({
  height: 0.54,
  width: 0.7,
  anchor: 'ground',
  bounds: around(100, 8),
  shadow: 28,
  body: (pen) => {
    const style = pen.pick(['short', 'bun'] as const);
    const top = pen.tint(['#8a4a4a', '#4a6a5a', '#5a5a84', '#a87a4a']);
    const look = somebodyFacing(pen, {
      age: 'old',
      style,
      top,
      bottom: style === 'bun' ? '#4a4450' : '#3a3e4a',
      isInSkirt: style === 'bun',
      shoes: '#2f2a2a',
    });
    const stick = [0.42, -0.1] as const;
    const [x, y] = handOf(look, stick, -1);
    facing(pen, look, { arms: [stick, [2.2 + pen.sway(0.9) * 0.22, 0.35]], tilt: pen.sway(3.2) * 0.015 });
    pen.line('M-11-79C-4-62-4-52-3-44M11-79C4-62 4-52 3-44', lighter(top, 0.35), 0.9);
    pen.strand([x + 4, y - 5, x + 1, y - 7, x - 3, y - 5, x - 3, -1], '#5a3a24', 2.2);
    pen.oval(x - 1, y, 3, 3.1, look.skin);
  },
});

/** Three who dance in time, as on a square in the evening. */
export const dancers = lit({
  height: 0.5,
  width: 1.7,
  anchor: 'ground',
  bounds: around(200, 14),
  shadow: 80,
  body: (pen) => {
    const top = pen.tint(['#d8405c', '#8a4fc0', '#2f9fb0']);
    const beat = pen.seconds * 3.4;
    const side = Math.sin(beat / 2);
    for (const [index, x] of [-54, 0, 54].entries()) {
      const look = somebodyFacing(pen, {
        style: index % 2 === 0 ? 'bun' : 'bob',
        top,
        bottom: darker(top, 0.45),
        shoes: '#f4f2ee',
        isInSkirt: true,
      });
      const up = 1.5 + side * 0.9;
      pen.at({ x: x + side * 5, y: (index % 2) * 4 - Math.abs(Math.sin(beat)) * 3, scale: 0.94 }, () =>
        facing(pen, look, {
          arms: [
            [up, 1.1 - side * 0.7],
            [3 - up, 1.1 + side * 0.7],
          ],
          feet: [Math.max(0, Math.sin(beat)) * 6, Math.max(0, -Math.sin(beat)) * 6],
          tilt: side * 0.06,
        }),
      );
    }
  },
});

/** Lifts a barbell from the shoulders overhead, and lets it sink. */
export const weightlifter = lit({
  height: 0.66,
  width: 1.25,
  anchor: 'ground',
  bounds: around(150, 14),
  shadow: 34,
  body: (pen) => {
    const look = somebodyFacing(pen, {
      style: pen.pick(['short', 'bun'] as const),
      top: pen.tint(['#e0564a', '#2f8fc0', '#f0b33c']),
      bottom: '#23283a',
      shoes: '#f2efe8',
    });
    const strong: Facing = { ...look, top: look.top };
    const rise = 0.5 - 0.5 * Math.cos((pen.seconds / 3.2) * 2 * Math.PI);
    const shake = rise > 0.9 ? pen.sway(0.12) * 0.4 : 0;
    const arms = [
      [0.75 + rise * 1.9, 1.9 - rise * 1.4],
      [0.75 + rise * 1.9, 1.9 - rise * 1.4],
    ] as const;
    pen.at({ scale: 0.8, x: shake }, () => {
      facing(pen, strong, { arms });
      const [[lx, ly], [rx, ry]] = [handOf(look, arms[0], -1), handOf(look, arms[1], 1)];
      bar(pen, (ly + ry) / 2, [lx, rx], look.skin);
    });
  },
});

function bar(pen: Pen, y: number, hands: readonly number[], skin: string): void {
  pen.box(-70, y - 1.4, 140, 2.8, 1.4, pen.fade(0, y - 2, 0, y + 2, '#f2f4f6', '#7a828c'));
  for (const side of [-1, 1])
    for (const [x, tall, colour] of [
      [46, 20, '#c8342e'],
      [53, 20, '#2a2d34'],
      [60, 13, '#e8b53a'],
    ] as const)
      pen.box(
        side * x - 3,
        y - tall,
        6,
        tall * 2,
        2.4,
        pen.fade(0, y - tall, 0, y + tall, lighter(colour, 0.3), colour, darker(colour, 0.4)),
      );
  for (const x of hands) pen.oval(x, y, 3.6, 3.4, skin);
}
