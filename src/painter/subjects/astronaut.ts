import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** In low gravity: it bounds slowly and waves. */
export const astronaut = lit({
  height: 0.56,
  width: 0.8,
  anchor: 'ground',
  bounds: around(110, 14),
  shadow: 34,
  body: (pen) => {
    const suit = pen.tint(['#eef1f5', '#eef1f5', '#f0ece2']);
    const rise = 3 + pen.sway(4.4) * 2.5;
    pen.at({ y: -rise, turn: pen.sway(6.2) * 0.035 }, () => {
      pack(pen);
      for (const side of [-1, 1] as const) leg(pen, suit, side);
      waving(pen, suit);
      trunk(pen, suit);
      resting(pen, suit);
      pen.at({ y: -63, turn: pen.sway(5.1, 1) * 0.05 }, () => helmet(pen, suit));
    });
  },
});

function pack(pen: Pen): void {
  pen.box(-24, -66, 48, 38, 6, pen.fade(-24, 0, 24, 0, '#cfd5dd', '#7d8794'));
  pen.line('M-20-68V-84', '#aeb6c0', 1.2);
  pen.oval(-20, -85, 1.8, 1.8, pen.sway(1.2) > 0.3 ? '#ff5a4a' : '#7a2a26');
}

function leg(pen: Pen, suit: string, side: -1 | 1): void {
  const swing = pen.sway(4.4, side) * 0.1;
  pen.at({ x: side * 9, y: -32, turn: -side * 0.06 + swing, scale: [side, 1] }, () => {
    const cloth = side === -1 ? lighter(suit, 0.2) : darker(suit, 0.14);
    pen.limb([0, 0, 9, 1, 14, 8, 1, 24, 7.4], pen.fade(-9, 0, 9, 0, cloth, darker(cloth, 0.24)));
    pen.line('M-7 12C-3 14 4 14 8 12M-6.500 15.500C-3 17 4 17 8 15.500', darker(suit, 0.32), 1);
    pen.path(
      'M-7.500 22H8.500C12 24 13.500 28 13 31.500H-7.500C-8.500 28-8.500 25-7.500 22Z',
      pen.fade(0, 22, 0, 32, '#aab2bd', '#626b78'),
    );
    pen.box(-8, 29.5, 22, 3, 1, '#3d434d');
  });
}

function trunk(pen: Pen, suit: string): void {
  const cloth = pen.fade(-22, 0, 22, 0, lighter(suit, 0.4), suit, darker(suit, 0.32));
  pen.path(
    'M-13-65C-22-63-23-54-22-44C-21-36-20-30-18-27C-10-22 10-22 18-27C20-30 21-36 22-44C23-54 22-63 13-65Z',
    cloth,
  );
  pen.path('M-20.500-36H20.500L19.500-31.500H-19.500Z', '#8d97a5');
  pen.box(-10, -55, 20, 14, 2.5, '#39434f');
  pen.box(-8, -53, 9, 5, 1, '#7fe0d8');
  for (const [index, colour] of ['#e8503f', '#f2c53d', '#4fb06a'].entries())
    pen.oval(4.5 + index * 2.6, -50.5, 1, 1, colour);
  pen.line('M-7-45H7', '#6f7b8a', 1.2);
  pen.line('M-10-50C-18-48-18-38-13-34M10-48C17-46 18-40 14-34', '#b9742f', 1.8);
  pen.box(12, -60, 7, 4.6, 0.8, '#2f5fb0');
  pen.box(12, -58.5, 7, 1.4, 0, '#e9503f');
}

function glove(pen: Pen, x: number, y: number, turn: number): void {
  pen.at({ x, y, turn }, () => {
    pen.oval(0, 0, 6.2, 3, '#e2493c');
    pen.oval(0, 5, 5.4, 6, pen.fade(-5, 0, 5, 0, '#9aa4b1', '#666f7c'));
    pen.oval(5, 3, 2.2, 3.6, '#7b8592', -0.5);
  });
}

function waving(pen: Pen, suit: string): void {
  const wave = pen.sway(1.9) * 0.28;
  pen.at({ x: 18, y: -58, turn: -0.5 }, () => {
    pen.limb([0, 0, 7.4, 15, 0, 6.6], darker(suit, 0.16));
    pen.at({ x: 15, turn: -0.9 + wave }, () => {
      pen.limb([0, 0, 6.6, 15, 0, 5.8], darker(suit, 0.08));
      glove(pen, 17, 0, -Math.PI / 2);
    });
  });
}

function resting(pen: Pen, suit: string): void {
  pen.at({ x: -19, y: -58, turn: 0.24 + pen.sway(4.4, 2) * 0.07 }, () => {
    pen.limb([0, 0, 7.6, 0, 15, 6.8, 3, 28, 6], pen.fade(-8, 0, 8, 0, lighter(suit, 0.5), darker(suit, 0.16)));
    pen.line('M-6 13C-3 15 3 15 6.500 13', darker(suit, 0.32), 1);
    glove(pen, 3.5, 30, -0.1);
  });
}

function helmet(pen: Pen, suit: string): void {
  pen.oval(0, 0, 15, 4, darker(suit, 0.35));
  pen.oval(0, -16, 21, 20.5, pen.round(-7, -25, 36, '#ffffff', suit, darker(suit, 0.42)));
  pen.box(-22.5, -21, 5, 10, 2, '#aab2bd');
  pen.box(17.5, -21, 5, 10, 2, '#7d8794');
  pen.oval(1, -15.5, 16.5, 14.5, '#4a3c22');
  const visor = pen.fade(-14, -28, 14, -2, '#ffd98a', '#d98f35', '#5a3420', '#1c1a2c');
  pen.oval(1, -15.5, 15, 13, visor);
  pen.path('M-9-20C-8-25-3-28 3-27.500C-2-25-5-22-6-17C-7-16-9-17-9-20Z', faint('#ffffff', 0.75));
  pen.oval(9, -9, 2.6, 1.6, faint('#ffffff', 0.45), -0.6);
  pen.path('M-11-7C-5-10 5-11 13-8C10-4 5-2.600 1-2.500C-4-2.600-8-4-11-7Z', faint('#8fb0d8', 0.35));
}
