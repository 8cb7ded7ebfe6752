import { darker, faint, lighter } from '../colour.ts';
import { facing, handOf, isWoman, somebodyFacing, upper } from './facing.ts';
import { around, lit } from './lit.ts';
import { flame, steam } from './parts.ts';
import type { Pen } from './pen.ts';

/** A cook with a tall hat who tosses vegetables in a pan over the flame. */
export const chef = lit({
  height: 0.66,
  width: 1.15,
  anchor: 'table',
  bounds: around(140, 22),
  shadow: 56,
  body: (pen) => {
    const style = pen.pick(['short', 'bun'] as const);
    const look = somebodyFacing(pen, {
      // A bun is under the hat.
      style: pen.person === 'woman' ? 'long' : style,
      top: pen.color ?? '#f6f4ee',
      bottom: '#3a3e4a',
    });
    const toss = Math.max(0, pen.sway(1.5));
    pen.at({ x: -14, y: 47, scale: 1.22 }, () => {
      const right = [0.3 + toss * 0.3, -1.75] as const;
      upper(pen, look, { arms: [[0.35, -0.7], right], tilt: pen.sway(1.5) * 0.03 });
      for (const y of [-70, -62, -54]) for (const x of [-3, 3]) pen.oval(x, y, 0.9, 0.9, '#8a8478');
      pen.path('M-8-79L0-73L8-79L5-81H-5Z', '#d8403c');
      pen.path(
        'M-8.500-97C-9-104-16-106-13-112C-10-118-3-117 0-114C4-118 11-117 13-112C16-106 9-104 8.500-97Z',
        pen.fade(-12, 0, 12, 0, '#ffffff', '#d9d9e0'),
      );
      pen.box(-8.6, -99, 17.2, 4.6, 1.4, '#eceae6');
    });
    pen.box(-70, -6, 140, 7, 2, pen.fade(0, -6, 0, 1, '#4a4f58', '#23262c'));
    const [x, y] = [36, -26 - toss * 9];
    for (let piece = 0; piece < 14; piece += 1) {
      const up = toss * (12 + ((piece * 7) % 22));
      pen.at({ x: x - 18 + ((piece * 11) % 37), y: y - 3 - up, turn: piece + pen.seconds * 5 * toss }, () =>
        pen.oval(0, 0, 3.4, 2.2, ['#e0503c', '#6fb84a', '#f2b53a', '#f4ead0'][piece % 4] ?? '#e0503c'),
      );
    }
    pen.at({ x, y, turn: -toss * 0.14 }, () => {
      pen.line('M-24-3L-52-1', '#2a1c14', 4.4);
      pen.path('M-25-4C-22 10 22 10 27-5Z', pen.fade(0, -4, 0, 9, '#5a606a', '#1c1f24'));
      pen.oval(1, -4, 26, 3.4, '#2c3038');
    });
    steam(pen, 36, -40, 50, 50, 0.18);
  },
  glow: (pen) => {
    for (const x of [24, 36, 48]) flame(pen, x, -7, 4.2, 0.5);
  },
});

/** Points with a stick, as at a blackboard. */
export const teacher = lit({
  height: 0.66,
  width: 0.9,
  anchor: 'ground',
  bounds: around(140, 20),
  shadow: 28,
  body: (pen) => {
    const isLady = isWoman(pen, pen.pick([true, false] as const));
    const look = somebodyFacing(pen, {
      style: isLady ? 'bun' : 'short',
      top: pen.tint(['#4a6a9a', '#8a4a5a', '#4f7a64']),
      bottom: '#2f3440',
      shoes: '#231f20',
      isInSkirt: isLady,
    });
    const point = [1.8 + pen.sway(2.4) * 0.16, 0.15] as const;
    facing(pen, look, { arms: [[0.3, -1.5], point], tilt: pen.sway(3.1) * 0.02 });
    pen.path('M-5-80.500L0-66L5-80.500Z', '#ffffff');
    pen.path('M-1.500-77H1.500L2-64L0-61L-2-64Z', '#c8403c');
    const [x, y] = handOf(look, point, 1);
    pen.at({ x, y, turn: point[0] - 3.14 + 0.5 }, () => pen.line('M0 3L0-30', '#e8c890', 1.3));
    pen.oval(x, y, 3.1, 3.2, look.skin);
    pen.at({ x: -4, y: -58, turn: 0.1 }, () => {
      pen.box(-9, -8, 18, 13, 1, '#c0563c');
      pen.box(-8, -7.4, 16, 11.6, 0.6, '#f4efe2');
    });
    for (const side of [-1, 1]) {
      pen.context.beginPath();
      pen.context.arc(side * 3.4, -91.6, 2.9, 0, 7);
      pen.context.strokeStyle = faint('#23252c', 0.85);
      pen.context.lineWidth = 0.7;
      pen.context.stroke();
    }
  },
});

/** Three colleagues around a table: one speaks, the others nod and clap. */
export const meeting = lit({
  height: 0.58,
  width: 1.75,
  anchor: 'table',
  bounds: around(200, 10),
  shadow: 86,
  body: (pen) => {
    const suit = pen.tint(['#2f4a74', '#3f4350', '#5a3a54']);
    chart(pen);
    for (const [index, x] of [-52, 0, 52].entries()) {
      const look = somebodyFacing(pen, {
        style: (['bob', 'short', 'long'] as const)[index] ?? 'short',
        top: index === 1 ? suit : index === 0 ? '#e8e2d6' : '#4f8f94',
      });
      const talk = pen.sway(1.3, index) * 0.2;
      const clap = Math.abs(pen.sway(0.6)) * 0.35;
      const arms =
        index === 1
          ? ([
              [0.4, -0.4],
              [1.2 + talk, 1.1],
            ] as const)
          : ([
              [0.25, -1.7 + clap],
              [0.25, -1.7 + clap],
            ] as const);
      pen.at({ x, y: index === 1 ? 26 : 30, scale: 1.06 }, () => {
        upper(pen, look, { arms, tilt: pen.sway(2.7, index) * 0.04 });
        if (index === 1) {
          pen.path('M-5-80.500L0-62L5-80.500Z', '#ffffff');
          pen.path('M-1.500-77H1.500L2-62L0-58L-2-62Z', '#c8403c');
        }
      });
    }
    pen.path('M-88-14H88L96-2C96 1 94 1 92 1H-92C-94 1-96 1-96-2Z', pen.fade(0, -14, 0, 1, '#b5845a', '#7a5030'));
    for (const x of [-44, 40]) {
      pen.path(`M${x - 15}-12L${x - 12}-28H${x + 12}L${x + 15}-12Z`, pen.fade(0, -28, 0, -12, '#d8dde3', '#98a0ac'));
      pen.oval(x, -20, 2, 2, '#f4f6f8');
    }
    pen.path('M-14-10L-8-14H16L18-10Z', '#f8f6f0');
  },
});

function chart(pen: Pen): void {
  pen.box(-84, -102, 42, 40, 2, '#f8f8f6');
  pen.box(-84, -102, 42, 40, 2, faint('#8fb0d0', 0.18));
  const grow = Math.min(1, pen.seconds / 1.6);
  for (const [index, tall] of [8, 13, 11, 20, 27].entries())
    pen.box(-80 + index * 7, -66 - tall * grow, 5, tall * grow, 1, index === 4 ? '#e0563c' : '#3f7fc0');
  pen.line('M-80-80L-70-84L-62-82L-52-95', '#4f9f70', 1.4);
}

/** Two boxers who circle, guard and jab between the ropes. */
export const boxers = lit({
  height: 0.66,
  width: 1.5,
  anchor: 'ground',
  bounds: around(180, 8),
  shadow: 66,
  body: (pen) => {
    for (const x of [-80, 80]) pen.box(x - 3, -72, 6, 72, 2, x < 0 ? '#c8342e' : '#2f5fb0');
    for (const y of [-66, -48]) pen.line(`M-80 ${y}H80`, faint('#e8eaf0', 0.55), 1.6);
    const jab = Math.max(0, pen.sway(1.1)) ** 3;
    const counter = Math.max(0, pen.sway(1.1, 2.6)) ** 3;
    for (const [side, punch, gloves, trunks] of [
      [1, jab, '#d8342e', '#d8342e'],
      [-1, counter, '#2f6fc0', '#2f6fc0'],
    ] as const)
      pen.at(
        {
          x: side * (-30 + punch * 5) + pen.sway(1.9) * 3,
          y: -Math.abs(pen.sway(0.5, side)) * 2.4,
          scale: [side * 0.92, 0.92],
        },
        () => boxer(pen, punch, gloves, trunks),
      );
    pen.line('M-80-28H80', faint('#f2f3f6', 0.85), 2);
    pen.path('M-88 1L-84-5H84L88 1Z', '#7f96b4');
  },
});

/** In profile, facing right. */
function boxer(pen: Pen, punch: number, gloves: string, trunks: string): void {
  const skin = pen.pick(['#e8b992', '#c98b62', '#8d5a3c'] as const);
  const far = darker(skin, 0.24);
  pen.limb([-2, -46, 6, -14, -26, 5, -18, -4, 3.4], far);
  pen.limb([2, -46, 6.4, 14, -27, 5.2, 10, -4, 3.6], skin);
  for (const x of [-16, 13]) pen.path(`M${x - 5}-8H${x + 3}C${x + 9}-4 ${x + 9} 0 ${x + 8} 0H${x - 5}Z`, '#23252c');
  pen.limb([8, -72, 4.6, 17, -62, 4, 22, -76, 3.4], far);
  pen.oval(24, -79, 6, 6, darker(gloves, 0.24));
  pen.path(
    'M-9-44C-12-58-11-74-4-78C6-80 12-74 11-62C10-54 9-48 8-44Z',
    pen.fade(-10, 0, 12, 0, darker(skin, 0.16), skin),
  );
  pen.path('M-10-48H10L15-32L3-34L-12-30Z', pen.fade(0, -48, 0, -30, lighter(trunks, 0.2), darker(trunks, 0.15)));
  pen.box(-10, -50, 20, 4, 1.4, '#f4f2ee');
  pen.limb([3, -78, 3.6, 5, -84, 3.4], far);
  pen.oval(7, -91, 8, 9, skin);
  pen.path('M14-94C12-103-3-102-3-91C-3-86 0-84 1-86C1-91 4-94 7-95Z', '#231c1a');
  pen.oval(12, -91, 1, 1.3, '#1d1513');
  pen.limb(
    [2, -71, 5.2, 12 + punch * 8, -60 - punch * 10, 4.4, 20 + punch * 24, -72 - punch * 6, 3.6],
    lighter(skin, 0.06),
  );
  pen.oval(22 + punch * 27, -74 - punch * 6, 7, 6.6, pen.round(20 + punch * 27, -77, 9, lighter(gloves, 0.35), gloves));
}
