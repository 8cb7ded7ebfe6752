import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A small house of logs with lit windows; smoke rises from its chimney. In snow the roof is white. */
export const cabin = lit({
  height: 0.44,
  width: 1.6,
  anchor: 'ground',
  bounds: around(190, 4),
  shadow: 84,
  body: (pen) => {
    const wood = pen.tint(['#8a5a34', '#7a4a2a', '#9a6a40']);
    pen.box(34, -96, 14, 34, 1, pen.fade(34, 0, 48, 0, '#9a7468', '#5a403a'));
    pen.box(32, -99, 18, 5, 1, '#6a4c44');
    wall(pen, wood);
    pen.box(-12, -38, 22, 38, 1.5, pen.fade(-12, 0, 10, 0, darker(wood, 0.3), darker(wood, 0.55)));
    pen.oval(6, -18, 1.3, 1.3, '#d9b25a');
    for (const x of [-48, 24]) window(pen, x);
    roof(pen, wood);
    for (const [x, tall] of [
      [-76, 34],
      [-88, 26],
      [78, 30],
    ] as const)
      bush(pen, x, tall);
  },
  glow: (pen) => {
    smoke(pen);
    const bright = pen.light.isDark ? 1 : 0.4;
    for (const x of [-37, 35]) pen.glow(x, -27, 34 * (0.5 + bright / 2), '#ffb45c', 0.6 * bright);
    if (pen.light.isDark) for (const x of [-37, 35]) pen.oval(x, 3, 26, 3, faint('#ffb45c', 0.35));
  },
});

function wall(pen: Pen, wood: string): void {
  for (let row = 0; row < 7; row += 1) {
    const y = -50 + row * 7.2;
    pen.box(-64, y, 128, 7.4, 3.6, pen.fade(0, y, 0, y + 7.4, lighter(wood, 0.2), wood, darker(wood, 0.4)));
    for (const x of [-66, 66]) pen.oval(x, y + 3.6, 4, 3.7, lighter(wood, 0.3));
    for (const x of [-66, 66]) pen.oval(x, y + 3.6, 2, 1.8, darker(wood, 0.1));
  }
  pen.path('M-62-50L0-86L62-50Z', pen.fade(0, -86, 0, -50, wood, darker(wood, 0.26)));
  pen.line('M-42-60H42M-24-71H24', darker(wood, 0.4), 1);
  pen.oval(0, -64, 6, 6, pen.light.isDark ? '#ffd88a' : '#ffe2a8');
  pen.line('M0-70V-58M-6-64H6', darker(wood, 0.5), 1.2);
}

function window(pen: Pen, x: number): void {
  pen.box(x - 2, -41, 26, 25, 1.5, '#f0e6d4');
  pen.box(x, -39, 22, 21, 1, pen.fade(0, -39, 0, -18, '#ffe9a8', '#ffb04a'));
  pen.line(`M${x + 11}-39V-18M${x}-29H${x + 22}`, '#f0e6d4', 1.8);
}

function roof(pen: Pen, wood: string): void {
  const cover = pen.isSnowy ? '#f4f8ff' : darker(wood, 0.2);
  pen.path(
    'M0-96C3-96 6-93 8-92L80-48C84-45 82-40 77-42L0-86L-77-42C-82-40-84-45-80-48L-8-92C-6-93-3-96 0-96Z',
    pen.fade(0, -96, 0, -40, lighter(cover, 0.3), cover, darker(cover, 0.2)),
  );
  if (!pen.isSnowy) return;
  for (let icicle = 0; icicle < 9; icicle += 1) {
    const share = icicle / 8;
    for (const side of [-1, 1]) {
      const [x, y] = [side * (10 + share * 62), -80 + share * 37];
      pen.path(`M${Math.round(x - 2)} ${Math.round(y)}h4l-2 ${4 + ((icicle * 3) % 5)}Z`, faint('#e8f4ff', 0.85));
    }
  }
  pen.oval(-44, 1, 42, 5, '#f4f8ff');
  pen.oval(46, 1, 40, 5, '#eef4fc');
}

function bush(pen: Pen, x: number, tall: number): void {
  const green = pen.isSnowy ? '#dfe9f5' : '#3f6f45';
  for (const [dy, wide] of [
    [0, 0.36],
    [0.3, 0.28],
    [0.58, 0.2],
  ] as const) {
    const y = -dy * tall;
    pen.path(
      `M${x - wide * tall} ${Math.round(y + 2)}L${x} ${Math.round(y - tall * 0.5)}L${x + wide * tall} ${Math.round(y + 2)}Z`,
      pen.fade(x - 12, 0, x + 12, 0, lighter(green, 0.2), darker(green, 0.3)),
    );
  }
}

function smoke(pen: Pen): void {
  for (let puff = 0; puff < 16; puff += 1) {
    const life = (pen.seconds / 6 + puff / 16) % 1;
    const x = 41 + life * 26 + Math.sin(life * 7 + puff) * 4 * life;
    pen.oval(
      x,
      -100 - life * 74,
      3 + life * 12,
      3 + life * 10,
      faint('#eef0f4', 0.42 * (1 - life) * Math.min(1, life * 8)),
    );
  }
}
