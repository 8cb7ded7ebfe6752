import { darker, faint, lighter } from '../colour.ts';
import { type Facing, facing, handOf, somebodyFacing } from './facing.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A hop's height and the arms that go with it. */
function hop(pen: Pen, phase: number) {
  const beat = (pen.seconds / 0.9 + phase) % 1;
  const air = Math.max(0, Math.sin(beat * 2 * Math.PI));
  return { air, feet: [air * 5, Math.max(0, Math.sin(beat * 2 * Math.PI + 0.6)) * 5] as const };
}

const kid = (pen: Pen, style: Facing['style'], top: string): Facing =>
  somebodyFacing(pen, {
    age: 'child',
    style,
    top,
    bottom: pen.pick(['#3f6fb0', '#4a5a78', '#8a5a94', '#d8703c']),
    isInSkirt: style === 'tails',
    hair: pen.pick(['#1f1a1c', '#3a2620', '#6a4426']),
  });

/** A child that hops and waves. */
export const child = lit({
  height: 0.46,
  width: 0.85,
  anchor: 'ground',
  bounds: around(120, 20),
  shadow: 26,
  body: (pen) => {
    const look = kid(
      pen,
      pen.pick(['short', 'tails', 'bob'] as const),
      pen.tint(['#f2b53a', '#e0564a', '#3f9fc0', '#6fb85a']),
    );
    const { air, feet } = hop(pen, 0);
    pen.at({ y: -air * 9, scale: 1.28 }, () =>
      facing(pen, look, {
        arms: [
          [0.5 + air * 0.7, 0.5],
          [2.3 + pen.sway(0.5) * 0.3, 0.3],
        ],
        feet,
        tilt: pen.sway(1.8) * 0.04,
      }),
    );
  },
});

/** Three children who hop hand in hand, each in time with their own feet. */
export const children = lit({
  height: 0.44,
  width: 1.5,
  anchor: 'ground',
  bounds: around(170, 20),
  shadow: 64,
  body: (pen) => {
    for (const [index, style] of (['tails', 'short', 'bob'] as const).entries()) {
      const look = kid(pen, style, index === 0 ? '#e88aa8' : index === 1 ? '#f2b53a' : '#4fa0c8');
      const { air, feet } = hop(pen, index * 0.37);
      const lifted = 1.2 + air * 1.1;
      pen.at({ x: (index - 1) * 46, y: -air * 9, scale: index === 1 ? 1.26 : 1.12 }, () =>
        facing(pen, look, {
          arms: [
            [lifted, 0.3],
            [lifted, 0.3],
          ],
          feet,
          tilt: pen.sway(1.7, index) * 0.05,
        }),
      );
    }
  },
});

const rubber = ['#e8483c', '#f2c230', '#3f8fd8'] as const;

/** A child who holds three balloons that tug at their strings. */
export const toyBalloons = lit({
  height: 0.66,
  width: 0.9,
  anchor: 'ground',
  bounds: around(120, 10),
  shadow: 18,
  body: (pen) => {
    const look = kid(pen, pen.pick(['short', 'tails'] as const), '#f2efe6');
    const asked = pen.color;
    const arms = [
      [0.4, 0.3],
      [1.9, 0.7],
    ] as const;
    const [x, y] = handOf(look, arms[1], 1);
    const { air, feet } = hop(pen, 0.2);
    const at = { x: -14, y: -air * 3 };
    const scale = 0.86;
    const hand = [at.x + x * scale, at.y + y * scale] as const;
    for (const [index, [dx, dy]] of (
      [
        [-8, -44],
        [19, -47],
        [7, -28],
      ] as const
    ).entries()) {
      const [bx, by] = [hand[0] + dx * 0.9 + pen.sway(3.4, index) * 2.6, hand[1] + dy + 4 + pen.sway(2.6, index * 2)];
      const tint = asked ?? rubber[index] ?? '#e8483c';
      pen.strand([...hand, (hand[0] + bx) / 2 + 2, (hand[1] + by) / 2 + 6, bx, by + 12], faint('#3a3a44', 0.8), 0.5);
      pen.path(`M${bx - 1.8} ${by + 14}L${bx} ${by + 11}L${bx + 1.8} ${by + 14}Z`, darker(tint, 0.2));
      pen.oval(bx, by, 10, 12, pen.round(bx - 3, by - 4, 15, lighter(tint, 0.55), tint, darker(tint, 0.25)));
      pen.oval(bx - 4, by - 5, 1.8, 3.4, faint('#ffffff', 0.75), 0.5);
    }
    pen.at({ ...at, scale }, () => facing(pen, look, { arms, feet }));
  },
});

/** A baby that sits and shakes its rattle; asleep it lies in its cot. */
export const baby = lit({
  height: 0.46,
  width: 1.2,
  anchor: 'ground',
  bounds: around(140, 10),
  shadow: 48,
  body: (pen) => {
    const suit = pen.tint(['#f7d65a', '#8fd0e8', '#f5b0c4', '#a8dcb0']);
    if (pen.isResting) cot(pen, suit);
    else sitting(pen, suit);
  },
});

const skin = '#f8d6ba';

function babyHead(pen: Pen, isAsleep: boolean): void {
  for (const side of [-1, 1]) pen.oval(side * 25, 0, 5, 6.4, darker(skin, 0.1));
  pen.oval(0, -2, 26, 24, pen.round(-6, -10, 40, lighter(skin, 0.3), skin, darker(skin, 0.16)));
  pen.path('M-16-20C-10-29 8-30 15-21C8-24 4-24 2-19C-2-24-10-24-16-20Z', '#7a5030');
  pen.strand([0, -26, 3, -31, 7, -29], '#7a5030', 1.8);
  const open = isAsleep ? 0 : 1 - Math.max(0, pen.sway(3.3)) ** 60;
  for (const side of [-1, 1]) {
    if (open < 0.2) pen.line(side < 0 ? 'M-14 0C-12 2.500-8 2.500-6 0' : 'M6 0C8 2.500 12 2.500 14 0', '#5a3a30', 1.5);
    else {
      pen.oval(side * 10, -1, 3.8, 4.6 * open, '#2a1f1c');
      pen.oval(side * 10 + 1.2, -2.8, 1.4, 1.6 * open, '#ffffff');
    }
    pen.oval(side * 15, 8, 5, 3.4, 'rgba(245,120,110,0.36)');
  }
  pen.oval(0, 5, 2.4, 1.7, darker(skin, 0.14));
  if (isAsleep) pen.oval(0, 12, 2.6, 1.8 + pen.sway(3) * 0.4, '#c9706a');
  else pen.path('M-7 10C-4 18 4 18 7 10C3 12-3 12-7 10Z', '#b5504c');
}

function sitting(pen: Pen, suit: string): void {
  const shake = pen.sway(0.5);
  for (const side of [-1, 1]) {
    pen.limb([side * 12, -14, 12, side * 34, -8, 9], side > 0 ? darker(suit, 0.2) : suit);
    pen.oval(side * 43, -8, 8, 9, pen.round(side * 43, -8, 9, lighter(skin, 0.2), darker(skin, 0.12)));
  }
  pen.path(
    'M-22-6C-26-30-18-48 0-48C18-48 26-30 22-6C14 1-14 1-22-6Z',
    pen.fade(-22, 0, 22, 0, lighter(suit, 0.25), suit, darker(suit, 0.2)),
  );
  pen.path('M-11-47C-8-36 8-36 11-47Z', '#ffffff');
  for (const y of [-30, -20]) pen.oval(0, y, 2, 2, '#ffffff');
  pen.limb([-18, -40, 8, -32, -30, 6.4, -28, -18 + shake, 5.4], lighter(suit, 0.08));
  pen.oval(-27, -15 + shake, 5.6, 5.2, skin);
  const [x, y] = [38 + shake * 3, -54 - shake * 4];
  pen.limb([18, -40, 8, 32, -42, 6.4, x, y, 5.4], darker(suit, 0.18));
  pen.at({ x, y, turn: 0.3 + shake * 0.3 }, () => {
    pen.line('M0 2V-12', '#f2efe6', 3);
    pen.oval(0, -17, 8, 8, pen.round(-2, -20, 11, '#ffe08a', '#f08a3c'));
    pen.line('M-7-17H7', '#e0483c', 2.4);
    pen.oval(0, 0, 5.6, 5.2, skin);
  });
  pen.at({ y: -70 + pen.sway(2.4) * 0.8, turn: pen.sway(3.1) * 0.06 }, () => babyHead(pen, false));
}

function cot(pen: Pen, suit: string): void {
  const wood = '#c99a66';
  for (const x of [-58, 52])
    pen.box(x, -88, 7, 89, 3, pen.fade(x, 0, x + 7, 0, lighter(wood, 0.2), darker(wood, 0.25)));
  pen.path('M-55-88C-40-100 40-100 55-88L55-78H-55Z', lighter(wood, 0.14));
  for (let x = -44; x <= 44; x += 11) pen.box(x - 1.5, -80, 3, 46, 1.4, darker(wood, 0.12));
  pen.box(-52, -40, 104, 30, 6, '#f7f4ee');
  pen.oval(-22, -48, 32, 13, pen.fade(0, -60, 0, -36, '#ffffff', '#d8d8e4'));
  pen.at({ x: -20, y: -54, turn: -0.12, scale: 0.78 }, () => babyHead(pen, true));
  const breath = pen.sway(3.2) * 1.2;
  pen.blob(
    [-8, -46, 8, -56 - breath, 36, -54 - breath, 52, -44, 54, -20, 40, -14, 0, -14, -14, -22, -12, -38],
    pen.fade(0, -56, 0, -14, lighter(suit, 0.3), suit),
  );
  for (const [x, y] of [
    [8, -38],
    [26, -44],
    [40, -32],
    [20, -26],
    [2, -24],
  ] as const)
    pen.oval(x, y, 2.6, 2.6, '#ffffff');
  pen.box(-58, -16, 116, 9, 3, wood);
  for (let x = -50; x <= 50; x += 10) pen.box(x - 1.5, -30, 3, 24, 1.4, lighter(wood, 0.08));
  pen.box(-58, -32, 116, 5, 2.5, lighter(wood, 0.16));
  for (const x of [-54, 54]) pen.oval(x, -2, 5, 4, darker(wood, 0.4));
}
