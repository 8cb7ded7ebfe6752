import { darker, faint, lighter } from '../colour.ts';
import { facing, handOf, somebodyFacing } from './facing.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** The Monkey King: golden hoop, two pheasant plumes, the staff that whirls. */
export const monkeyKing = lit({
  height: 0.72,
  width: 1.15,
  anchor: 'ground',
  bounds: around(160, 30),
  shadow: 30,
  body: (pen) => pen.at({ scale: 0.76 }, () => monkeyKingAt(pen)),
});

function monkeyKingAt(pen: Pen): void {
  const look = somebodyFacing(pen, {
    style: 'short',
    skin: '#f5cfa0',
    hair: '#8a4a20',
    top: pen.tint(['#f0b02c', '#e0982a']),
    bottom: '#c8342e',
    shoes: '#2a2430',
  });
  const cape = pen.sway(1.5) * 5;
  pen.blob([-12, -78, 12, -78, 24 + cape, -46, 34 + cape, -10, 6 + cape, -16, -14 + cape, -8, -20, -44], '#c8302c');
  const whirl = [2.2 + pen.sway(1.4) * 0.2, 0.5] as const;
  const [x, y] = handOf(look, whirl, 1);
  pen.strand([10, -34, 30, -26, 38, -44 + cape, 30, -52], '#8a4a20', 3.4);
  pen.at({ y: -Math.max(0, pen.sway(1.4)) * 5 }, () => {
    facing(pen, look, {
      arms: [[0.9, -1.9], whirl],
      feet: [Math.max(0, pen.sway(1.4)) * 8, 0],
      tilt: pen.sway(1.4) * 0.06,
    });
    pen.path('M-12-56H12L17-36C6-30-6-30-17-36Z', pen.fade(0, -56, 0, -32, '#e8503c', '#a8281f'));
    for (const [tx, ty] of [
      [-6, -48],
      [5, -50],
      [0, -42],
      [-10, -40],
      [9, -41],
    ] as const)
      pen.oval(tx, ty, 1.6, 2.6, '#2a1c14', tx);
    pen.box(-12, -58, 24, 4, 1.6, '#2f5fb0');
    pen.strand([-9, -77, 0, -71, 9, -77], '#2f5fb0', 3);
    pen.at({ y: -83, scale: 1.16, turn: pen.sway(2.3) * 0.06 }, () => mask(pen));
    pen.at({ x, y, turn: pen.seconds * 3.4 }, () => {
      pen.limb([0, -42, 2, 0, 42, 2], pen.fade(-2, 0, 2, 0, '#e8604a', '#8a1f1a'));
      for (const end of [-1, 1]) pen.limb([0, end * 42, 2.7, 0, end * 31, 2.7], '#ffd24a');
    });
    pen.oval(x, y, 3.4, 3.4, look.skin);
  });
}

function mask(pen: Pen): void {
  for (const side of [-1, 1]) {
    pen.strand(
      [side * 3, -16, side * 10, -30, side * 22, -38 + pen.sway(1.3, side) * 3, side * 32, -30],
      '#c8403c',
      1.6,
    );
    pen.oval(side * 9, -7, 3.4, 4, '#8a4a20');
    pen.oval(side * 9, -7, 2, 2.6, '#f5cfa0');
  }
  pen.oval(0, -8, 9.6, 10.4, '#8a4a20');
  pen.path('M0-13C3-17 8-15 7-9C6-5 5-4 6-1C5 3-5 3-6-1C-5-4-6-5-7-9C-8-15-3-17 0-13Z', '#f8d8b0');
  pen.path('M0-12C2-14 6-13 5-9C4-6 1-5 0-3C-1-5-4-6-5-9C-6-13-2-14 0-12Z', '#e0563c');
  pen.path('M-9.600-12C-6-16 6-16 9.600-12L9.600-14.600C6-18.600-6-18.600-9.600-14.600Z', '#ffd24a');
  pen.oval(0, -16.4, 2, 2, '#ff8a4a');
  for (const side of [-1, 1]) {
    pen.oval(side * 2.9, -9, 1.7, 1.5, '#fff2a8');
    pen.oval(side * 2.9, -9, 0.8, 1.1, '#1c120e');
  }
  pen.line('M-2.600-1C-1 0 1 0 2.600-1', '#8a3a2c', 0.8);
}

/** Swims, her tail beating behind her. */
export const mermaid = lit({
  height: 0.46,
  width: 1.75,
  anchor: 'sky',
  bounds: around(210, 20, 16),
  body: (pen) => {
    const scale = pen.tint(['#2fa890', '#3f7fc8', '#8a5fc0']);
    const skin = '#f5d0b0';
    const beat = pen.sway(1.9) * 9;
    pen.at({ y: -46 + pen.sway(3.8) * 3, turn: -0.1 }, () => {
      pen.at({ x: -66, y: 8 - beat, turn: 0.2 - beat * 0.03 }, () => {
        pen.blob(
          [2, -3, -14, -14, -34, -26, -30, -8, -22, 0, -32, 12, -34, 28, -12, 12, 2, 4],
          pen.fade(-34, 0, 2, 0, lighter(scale, 0.5), scale),
        );
        for (const [fx, fy] of [
          [-28, -18],
          [-28, 18],
          [-20, -8],
          [-20, 8],
        ] as const)
          pen.line(`M-2 0L${fx} ${fy}`, faint('#ffffff', 0.35), 0.8);
      });
      pen.blob(
        [
          18,
          -11,
          0,
          -13,
          -26,
          -9,
          -50,
          0 - beat * 0.6,
          -68,
          5 - beat,
          -68,
          11 - beat,
          -48,
          10 - beat * 0.5,
          -22,
          11,
          2,
          11,
          18,
          9,
        ],
        pen.fade(0, -13, 0, 13, lighter(scale, 0.35), scale, darker(scale, 0.3)),
      );
      for (let row = 0; row < 9; row += 1)
        for (const y of [-5, 1, 6])
          pen.strand(
            [10 - row * 7, y - 2, 7 - row * 7, y + (row > 4 ? 2 - beat * 0.06 * row : 0), 10 - row * 7, y + 3],
            faint('#ffffff', 0.28),
            0.8,
          );
      hair(pen, 1);
      pen.limb([30, -2, 3.6, 22, 12 + pen.sway(1.9) * 3, 3, 12, 19 + pen.sway(1.9) * 5, 2.4], darker(skin, 0.16));
      pen.path(
        'M14-11C22-14 34-14 42-9C46-5 46 2 40 5C32 9 22 10 14 9Z',
        pen.fade(0, -14, 0, 10, lighter(skin, 0.2), darker(skin, 0.1)),
      );
      pen.path('M30-13C36-12 40-8 40-3C40 2 36 6 30 8C32 0 32-6 30-13Z', '#e86a9a');
      pen.limb([38, -4, 3.8, 52, 4, 3.2, 66, -4 + pen.sway(1.9) * 3, 2.4], skin);
      pen.limb([42, -6, 3.4, 48, -10, 3.2], skin);
      pen.oval(56, -17, 9.4, 10.4, skin, 0.2);
      pen.oval(61, -17, 1.3, 1.7, '#2a1f1c');
      pen.line('M58-21C60-22.500 62-22.500 64-21.500', '#7a2f1c', 0.8);
      pen.line('M58-11C60-9.500 62-10 63-11.500', '#c0504c', 1);
      pen.oval(56, -13, 2.2, 1.4, 'rgba(240,110,110,0.4)');
      pen.path('M65-22C62-30 48-32 45-22C44-16 46-12 49-12C49-18 52-22 56-24C60-24 63-24 65-22Z', '#c8482c');
    });
    for (let bubble = 0; bubble < 9; bubble += 1) {
      const life = (pen.seconds / 2.4 + bubble / 9) % 1;
      pen.oval(
        66 + Math.sin(life * 7 + bubble) * 5 - life * 10,
        -62 - life * 50,
        1.6 + (bubble % 3),
        1.6 + (bubble % 3),
        faint('#ffffff', 0.5 * (1 - life)),
      );
    }
  },
});

function hair(pen: Pen, strands: number): void {
  for (let lock = 0; lock < 5 * strands; lock += 1) {
    const flow = pen.sway(2.1, lock * 0.7) * 4;
    pen.strand(
      [
        52,
        -25 + lock * 2.6,
        34,
        -27 + lock * 4 + flow * 0.4,
        14,
        -26 + lock * 3 + flow,
        -2 - lock * 2,
        -24 + lock * 3.4 + flow * 1.5,
      ],
      lock % 2 === 0 ? '#c8482c' : '#a8381f',
      6.5,
    );
  }
}
