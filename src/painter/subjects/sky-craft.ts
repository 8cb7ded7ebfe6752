import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** An airliner that climbs to the right. */
export const plane = lit({
  height: 0.34,
  width: 2.4,
  anchor: 'sky',
  bounds: around(290, 20, 20),
  shift: (seconds) => 80 * (1 - Math.exp(-seconds / 6)) - 40,
  body: (pen) => {
    const colour = pen.tint(['#2f6fc0', '#d9443a', '#1f8a78']);
    pen.at({ y: -42 + pen.sway(5) * 2, turn: -0.13 + pen.sway(6.4) * 0.015 }, () => airliner(pen, colour));
  },
  glow: (pen) => {
    if (Math.sin(pen.seconds * 5) > 0.75) pen.glow(-4, -66, 16, '#ff5a4a', 0.8);
    if (pen.light.isDark) pen.glow(112, -56, 18, '#fff2cc', 0.8);
  },
});

function airliner(pen: Pen, colour: string): void {
  pen.path('M14-8L-22-44H-10L44-10Z', '#8f9aa8');
  pen.path('M-92-8L-120-54H-98L-66-12Z', pen.fade(-120, -54, -66, -8, lighter(colour, 0.2), darker(colour, 0.2)));
  const hull = pen.fade(0, -18, 0, 18, '#ffffff', '#f2f5f8', '#9fabb9');
  pen.path('M-118-9C-90-14-60-17-20-17H74C98-17 116-8 121 1C118 9 100 15 76 16H-30C-66 15-96 6-118-9Z', hull);
  pen.path('M-112-6C-84 3-50 5 0 5H119C114 11 98 15 76 16H-30C-66 15-94 7-112-6Z', faint(colour, 0.9));
  for (let x = -62; x < 88; x += 9) pen.box(x, -7, 4.4, 5.4, 2, pen.light.isDark ? '#ffe2a0' : '#4a6880');
  pen.path('M96-12C106-10 112-6 115-3L102-4Z', '#24333f');
  pen.box(74, -9, 6, 13, 2, darker('#e8edf2', 0.2));
  pen.path('M-86-4L-112 8H-98L-62-1Z', '#aeb8c4');
  pen.path('M30 4L-34 48H-16L58 8C52 3 38 2 30 4Z', pen.fade(0, 4, 0, 48, '#e9eef3', '#8d98a6'));
  pen.path('M-34 48L-42 38H-36L-24 47Z', colour);
  for (const [x, y] of [
    [12, 20],
    [-10, 34],
  ] as const) {
    pen.path(
      `M${x - 18} ${y + 3}C${x - 10} ${y - 3} ${x + 8} ${y - 4} ${x + 12} ${y}V${y + 9}C${x + 6} ${y + 13} ${x - 12} ${y + 11} ${x - 18} ${y + 3}Z`,
      pen.fade(0, y - 4, 0, y + 12, lighter(colour, 0.3), darker(colour, 0.3)),
    );
    pen.oval(x + 12, y + 4.5, 2.2, 5, '#20262e');
  }
}

/** A hot-air balloon, and two more far off. */
export const balloon = lit({
  height: 0.6,
  width: 1.1,
  anchor: 'sky',
  bounds: around(220, 12, 10),
  body: (pen) => {
    const colour = pen.tint(['#e0483c', '#2f7fc0', '#e09a2c', '#7a4fb0']);
    for (const [index, [x, y, scale, hue]] of (
      [
        [-72, -50, 0.26, '#3f9fb0'],
        [66, -66, 0.32, '#e8b03c'],
        [0, 0, 0.97, colour],
      ] as const
    ).entries()) {
      pen.at(
        {
          x: x + pen.sway(9, index) * 2,
          y: y - 2 + pen.sway(6, index * 2) * 2.4,
          turn: pen.sway(7.5, index) * 0.025,
          scale,
        },
        () => envelope(pen, hue),
      );
    }
  },
  glow: (pen) => {
    const burn = 0.35 + 0.65 * Math.max(0, pen.sway(3.4)) ** 2;
    pen.glow(0, -25, 12, '#ffb04a', burn);
    if (pen.light.isDark) pen.glow(0, -48, 44, '#ff9a4a', 0.5 * burn);
  },
});

const gores = 8;

function envelope(pen: Pen, colour: string): void {
  const outline = 'M0-102C51-100 51-52 9-25H-9C-51-52-51-100 0-102Z';
  pen.line('M-8-26L-6-13M8-26L6-13M-3-26V-13M3-26V-13', '#5a4634', 0.8);
  pen.path('M-7-14H7L6-1C4 0-4 0-6-1Z', pen.fade(-7, 0, 7, 0, '#b8844a', '#6e4826'));
  pen.box(-8, -15.5, 16, 2.6, 1, '#5a3a20');
  pen.oval(-2.5, -17.5, 1.8, 2, '#e0ac82');
  pen.oval(2.6, -17, 1.8, 2, '#b87a54');
  const edges = Array.from({ length: gores + 1 }, (_, index) => -Math.cos((index / gores) * Math.PI));
  for (let index = 0; index < gores; index += 1) {
    const hue = [colour, '#fff1d6', colour, lighter(colour, 0.35)][index % 4] ?? colour;
    const [from, to] = [edges[index] ?? 0, edges[index + 1] ?? 0];
    const seam = (share: number): string => `${(share * 51).toFixed(1)}`;
    pen.path(
      `M0-102C${seam(from)}-100 ${seam(from)}-52 ${(from * 9).toFixed(1)}-25H${(to * 9).toFixed(1)}C${seam(to)}-52 ${seam(to)}-100 0-102Z`,
      hue,
    );
  }
  pen.path('M-37-68C-20-58 20-58 37-68L38-62C20-50-20-50-38-62Z', faint(darker(colour, 0.4), 0.5));
  pen.path(outline, pen.round(-13, -80, 62, faint('#ffffff', 0.42), faint('#ffffff', 0), faint('#1a1030', 0.42)));
}

/** A camera drone. */
export const drone = lit({
  height: 0.26,
  width: 2.2,
  anchor: 'sky',
  bounds: around(250, 14, 12),
  body: (pen) => {
    const shell = pen.tint(['#e9edf1', '#3a3f4a', '#e0563c']);
    pen.at({ x: pen.sway(6) * 8, y: -34 + pen.sway(2.7) * 4, turn: pen.sway(6, 1.6) * 0.07 }, () =>
      quadcopter(pen, shell),
    );
  },
  glow: (pen) => {
    pen.at({ x: pen.sway(6) * 8, y: -34 + pen.sway(2.7) * 4 }, () => {
      const blink = pen.sway(1) > 0 ? 0.9 : 0.2;
      pen.glow(-78, -12, 12, '#ff4a3c', blink);
      pen.glow(78, -12, 12, '#4aff8a', blink);
    });
  },
});

function quadcopter(pen: Pen, shell: string): void {
  for (const side of [-1, 1]) {
    pen.limb([side * 14, -14, 5, side * 52, -24, 3], darker(shell, 0.4));
    rotor(pen, side * 52, -28, 24, side);
    pen.limb([side * 18, -6, 6, side * 78, -14, 4], pen.fade(0, -20, 0, 0, lighter(shell, 0.2), darker(shell, 0.3)));
    pen.box(side * 78 - 5, -24, 10, 16, 3, darker(shell, 0.35));
    rotor(pen, side * 78, -27, 34, -side);
    pen.line(
      `M${side * 16} 2C${side * 26} 14 ${side * 30} 20 ${side * 32} 30M${side * 24} 31H${side * 42}`,
      darker(shell, 0.45),
      3,
    );
  }
  pen.path(
    'M-34-6C-34-22-16-26 0-26C16-26 34-22 34-6C34 6 20 10 0 10C-20 10-34 6-34-6Z',
    pen.fade(0, -26, 0, 10, lighter(shell, 0.35), shell, darker(shell, 0.35)),
  );
  pen.path('M-22-16C-12-22 12-22 22-16C12-12-12-12-22-16Z', faint('#ffffff', 0.35));
  pen.box(-13, 8, 26, 18, 5, '#23262e');
  pen.oval(0, 17, 8.6, 8.6, '#0d0f14');
  pen.oval(0, 17, 5.6, 5.6, pen.round(-2, 15, 7, '#7fb8ff', '#24406e', '#0d1320'));
  pen.oval(-2, 15, 1.5, 1.5, '#ffffff');
}

function rotor(pen: Pen, x: number, y: number, half: number, side: number): void {
  pen.oval(x, y, half, 4, faint('#aeb8c4', 0.35));
  const turn = Math.cos(pen.seconds * 31 * side + x);
  pen.oval(x, y, Math.abs(turn) * half + 2, 1.5, '#2a2d35', turn * 0.08);
  pen.oval(x, y, 3, 3.4, '#1c1e24');
}

/** It lifts off on its flame. */
export const rocket = lit({
  height: 0.66,
  width: 0.5,
  anchor: 'sky',
  bounds: around(80, 8, 4),
  body: (pen) => pen.at({ y: -lifted(pen.seconds), x: pen.sway(0.23) * 0.25 }, () => vehicle(pen)),
  glow: (pen) => pen.at({ y: -lifted(pen.seconds) }, () => exhaust(pen)),
});

const lifted = (seconds: number): number => 14 * (1 - Math.exp(-seconds / 4)) - 4;

function vehicle(pen: Pen): void {
  const colour = pen.tint(['#e0483c', '#2f6fc0', '#e08a2c']);
  for (const side of [-1, 1])
    pen.at({ scale: [side, 1] }, () =>
      pen.path(
        'M8-50C18-46 22-36 21-22L9-30Z',
        pen.fade(8, 0, 22, 0, lighter(colour, side === -1 ? 0.25 : 0), darker(colour, 0.3)),
      ),
    );
  pen.path('M-7-30L-9-22H9L7-30Z', '#3a3f4a');
  pen.path(
    'M0-99C9-90 14-76 13-58C13-46 11-36 9-29H-9C-11-36-13-46-13-58C-14-76-9-90 0-99Z',
    pen.fade(-14, 0, 14, 0, '#ffffff', '#f2f4f7', '#98a3b1'),
  );
  pen.path(
    'M0-99C5-94 9-87 11-80H-11C-9-87-5-94 0-99Z',
    pen.fade(-11, 0, 11, 0, lighter(colour, 0.3), darker(colour, 0.25)),
  );
  pen.oval(0, -66, 6.4, 6.4, '#8b95a3');
  pen.oval(0, -66, 4.8, 4.8, pen.round(-2, -68, 7, '#bfe4ff', '#2f6fa8', '#173a5c'));
  pen.box(-12.6, -48, 25.2, 3, 0, colour);
  pen.path('M-2-46L-2.600-24H2.600L2-46Z', pen.fade(-3, 0, 3, 0, lighter(colour, 0.2), darker(colour, 0.3)));
}

function exhaust(pen: Pen): void {
  pen.glow(0, -18, 34, '#ffa24a', 0.6);
  for (const [colour, wide, long] of [
    ['#ff7a2c', 8, 26],
    ['#ffc04a', 5.6, 20],
    ['#fff6d8', 3, 13],
  ] as const) {
    const tip = -22 + long + pen.sway(0.17, wide) * 1.8 + pen.sway(0.11) * 1.2;
    pen.blob(
      [-wide, -23, wide, -23, wide * 0.9, -14, 0, tip, 0, tip + 2, 0, tip, -wide * 0.9, -14],
      faint(colour, 0.9),
    );
  }
  for (let puff = 0; puff < 16; puff += 1) {
    const life = (pen.seconds / 1.9 + puff / 16) % 1;
    const x = Math.sin(puff * 2.4) * (3 + life * 13);
    const radius = 3 + life * 8;
    pen.oval(
      x,
      1 + life * 6,
      radius,
      radius,
      pen.round(x, 1 + life * 6, radius, faint('#ffffff', 0.55 * (1 - life)), faint('#e8dcd0', 0)),
    );
  }
}
