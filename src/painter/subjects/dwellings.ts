import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { steam } from './parts.ts';
import type { Pen } from './pen.ts';

/** A felt tent of the steppe with its ornaments; smoke rises, flags flutter. */
export const yurt = lit({
  height: 0.46,
  width: 2,
  anchor: 'ground',
  bounds: around(230, 30),
  shadow: 96,
  body: (pen) => {
    const trim = pen.tint(['#2f6fb8', '#c8403c', '#3f8a5a']);
    steam(pen, 4, -88, 24, 46, 0.3);
    pen.at({ x: 84, y: -8, scale: 0.42 }, () => tentOf(pen, trim, 1));
    pen.at({ x: -10, scale: 0.98 }, () => tentOf(pen, trim, 0));
  },
  glow: (pen) => {
    if (pen.light.isDark) pen.glow(-10, -22, 50, '#ffb45a', 0.6);
  },
});

function tentOf(pen: Pen, trim: string, phase: number): void {
  const felt = '#f6f2e8';
  pen.path(
    'M-76 0V-44C-72-58-36-84-12-88H12C36-84 72-58 76-44V0C60 5-60 5-76 0Z',
    pen.fade(-76, 0, 76, 0, '#ffffff', felt, darker(felt, 0.26)),
  );
  pen.path(
    'M-78-42C-70-58-36-84-12-89H12C36-84 70-58 78-42C60-50-60-50-78-42Z',
    pen.fade(0, -90, 0, -40, lighter(trim, 0.55), '#f2eee2'),
  );
  for (const x of [-52, -26, 26, 52]) pen.line(`M${x * 0.16}-88L${x}-46`, faint(trim, 0.8), 2.2);
  pen.path('M-16-86H16L12-94H-12Z', trim);
  pen.path('M-77-45C-60-52 60-52 77-45L76-34C58-41-58-41-76-34Z', trim);
  for (let knot = -6; knot <= 6; knot += 1)
    pen.oval(knot * 11.4, -42 - (6 - Math.abs(knot)) * 0.5, 3.2, 2.4, '#f2d68a');
  pen.path('M-76-9C-58-4 58-4 76-9V-4C58 1-58 1-76-4Z', trim);
  pen.box(-17, -38, 34, 39, 2, pen.fade(-17, 0, 17, 0, '#d8603c', '#a8402c'));
  pen.box(-13, -34, 12, 33, 1, pen.light.isDark ? '#ffcf7a' : '#c8502f');
  pen.box(1, -34, 12, 33, 1, pen.light.isDark ? '#ffcf7a' : '#c8502f');
  for (const x of [-7, 7]) pen.oval(x, -18, 3, 6, '#f2c23a');
  for (let flag = 0; flag < 6; flag += 1) {
    const at = flag / 6;
    const [x, y] = [12 + at * 74, -90 + at * 70 + Math.sin(at * Math.PI) * 9];
    pen.path(
      `M${x} ${y}l9 ${3 + pen.sway(1.1, flag + phase) * 2}l-5 7Z`,
      ['#e0483c', '#f2c23a', '#3f8fd8', '#3fae6a'][flag % 4] ?? '#e0483c',
    );
  }
  pen.strand([12, -90, 48, -54, 86, -20], faint('#5a5044', 0.8), 0.8);
}

/** The white and red palace on its hill, with golden roofs. */
export const potala = lit({
  height: 0.62,
  width: 2.4,
  anchor: 'ground',
  bounds: around(280, 10),
  shadow: 120,
  body: (pen) => {
    pen.blob(
      [-128, 4, -116, -16, -80, -26, -40, -34, 30, -36, 80, -26, 118, -14, 130, 4, 0, 8],
      pen.fade(0, -36, 0, 6, '#8a9a5f', '#5f6a44'),
    );
    const white = ['#ffffff', '#f6f2ea', '#d0c8bc'] as const;
    const wing = (x0: number, x1: number, top: number, foot: number): void => {
      pen.path(`M${x0 + 4} ${top}H${x1 - 4}L${x1 + 3} ${foot}H${x0 - 3}Z`, pen.fade(x0, 0, x1, 0, ...white));
      pen.box(x0 + 2, top - 4, x1 - x0 - 4, 5, 0, '#7a2c28');
      windows(pen, x0 + 8, x1 - 6, top + 6, foot - 8);
    };
    wing(-112, -56, -46, -12);
    wing(58, 112, -44, -12);
    wing(-76, -30, -62, -10);
    wing(34, 80, -60, -10);
    pen.path('M-36-84H40L46-14H-42Z', pen.fade(-36, 0, 44, 0, '#c0483c', '#9a342c', '#6a221f'));
    pen.box(-38, -88, 80, 6, 0, '#5a1c1a');
    windows(pen, -28, 36, -78, -24);
    pen.path('M-36-34H40L44-14H-40Z', pen.fade(0, -34, 0, -14, '#ffffff', '#d8d0c4'));
    windows(pen, -28, 34, -30, -18);
    for (const [x, wide, y] of [
      [-20, 26, -88],
      [14, 30, -88],
      [-58, 18, -66],
      [58, 18, -64],
    ] as const) {
      pen.box(x - wide * 0.36, y - 5, wide * 0.72, 6, 0, '#7a2c28');
      pen.path(
        `M${x - wide / 2 - 3} ${y - 4}C${x - wide * 0.3} ${y - 7} ${x - 4} ${y - 12} ${x} ${y - 15}C${x + 4} ${y - 12} ${x + wide * 0.3} ${y - 7} ${x + wide / 2 + 3} ${y - 4}Z`,
        pen.fade(0, y - 15, 0, y - 4, '#ffe08a', '#d89a2c'),
      );
      pen.line(`M${x} ${y - 14}V${y - 19}`, '#f2c23a', 1.2);
    }
    for (const side of [-1, 1])
      pen.path(
        `M${side * 20}-12L${side * 96} 2H${side * 80}L${side * 8}-10Z`,
        pen.fade(0, -12, 0, 2, '#f8f4ec', '#b8b0a4'),
      );
    for (let flag = 0; flag < 14; flag += 1) {
      const at = flag / 13;
      const [x, y] = [-104 + at * 208, -4 + Math.sin(at * Math.PI) * 6 + pen.sway(1.3, flag) * 0.6];
      pen.box(x, y, 5, 4.4, 0, ['#3f7fd0', '#ffffff', '#d8343a', '#3f9a57', '#f2c23a'][flag % 5] ?? '#ffffff');
    }
  },
  glow: (pen) => {
    if (pen.light.isDark) pen.glow(2, -52, 90, '#ffcf8a', 0.4);
  },
});

function windows(pen: Pen, x0: number, x1: number, y0: number, y1: number): void {
  const pane = pen.light.isDark ? '#ffd28a' : '#3a2420';
  for (let y = y0; y < y1; y += 9)
    for (let x = x0; x < x1 - 3; x += 9) {
      pen.box(x, y - 1.4, 5, 1.6, 0, '#f2c23a');
      pen.box(x + 0.6, y, 3.8, 4.6, 0, pane);
    }
}

/** Houses on stilts in tiers above the river, every eave edged with gold light, as in Chongqing. */
export const stiltHouses = lit({
  height: 0.72,
  width: 1.75,
  anchor: 'ground',
  bounds: around(200, 6),
  shadow: 90,
  body: (pen) => {
    pen.path('M-86 2L-80-22H80L86 2Z', pen.fade(0, -22, 0, 2, '#5a5048', '#2c2622'));
    for (const [index, [x, wide, foot, tall]] of tiers.entries()) {
      const wood = darker('#8a4a2c', (index % 3) * 0.12);
      pen.box(
        x - wide / 2,
        foot - tall,
        wide,
        tall,
        0,
        pen.fade(0, foot - tall, 0, foot, lighter(wood, 0.12), darker(wood, 0.35)),
      );
      for (let at = x - wide / 2 + 3; at < x + wide / 2 - 4; at += 6.4) {
        const isLit = (Math.round(at * 7 + index * 13) % 7) + pen.sway(5, at) > 0.6;
        pen.box(at, foot - tall + 3.4, 4.2, tall - 6, 0.6, isLit ? '#ffd27a' : '#5a3420');
      }
      eave(pen, x, foot - tall, wide);
    }
    for (const x of [-62, -30, 4, 38, 66]) pen.limb([x, -20, 1.6, x, -2, 1.6], '#3a2a20');
  },
  glow: (pen) => {
    for (const [x, wide, foot, tall] of tiers) {
      const bright = pen.light.isDark ? 0.85 : 0.3;
      pen.glow(x, foot - tall / 2, wide * 0.7, '#ffb03c', bright * 0.34);
      pen.strand(
        [
          x - wide / 2 - 4,
          foot - tall - 2,
          x - wide / 4,
          foot - tall - 5,
          x + wide / 4,
          foot - tall - 5,
          x + wide / 2 + 4,
          foot - tall - 2,
        ],
        faint('#ffdf8a', bright),
        0.9,
      );
    }
    for (let lamp = 0; lamp < 9; lamp += 1) pen.glow(-70 + lamp * 17.5, -20, 6 + pen.sway(1.7, lamp), '#ff6a3c', 0.7);
  },
});

/** x, width, foot and height of each storey. */
const tiers = [
  [-10, 48, -86, 11],
  [-44, 56, -70, 14],
  [18, 66, -70, 15],
  [-38, 84, -54, 15],
  [46, 62, -54, 14],
  [-8, 146, -37, 15],
  [4, 158, -20, 15],
] as const;

function eave(pen: Pen, x: number, y: number, wide: number): void {
  const half = wide / 2;
  pen.path(
    `M${x - half - 7} ${y - 3}C${x - half} ${y} ${x - half * 0.6} ${y - 8} ${x - half * 0.4} ${y - 9}H${x + half * 0.4}C${x + half * 0.6} ${y - 8} ${x + half} ${y} ${x + half + 7} ${y - 3}L${x + half} ${y + 2}H${x - half}Z`,
    pen.fade(0, y - 9, 0, y + 2, '#4a5058', '#23272c'),
  );
}
