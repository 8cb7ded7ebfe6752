import { faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A white house of glass and flat roofs, its pool before it. */
export const villa = lit({
  height: 0.56,
  width: 2.15,
  anchor: 'ground',
  bounds: around(240, 8, 10),
  body: (pen) => {
    const wall = pen.tint(['#f6f3ec', '#ece6da', '#f2ede2']);
    const wood = pen.fade(0, -60, 0, -22, '#b5804e', '#8a5a34');
    pen.path('M-108 4L-98-22H98L108 4Z', pen.fade(0, -22, 0, 4, '#d8d2c4', '#a8a294'));
    pen.box(-84, -58, 128, 37, 0, pen.fade(0, -58, 0, -21, lighter(wall, 0.3), wall));
    pen.box(-90, -63, 142, 6, 0, '#ffffff');
    glass(pen, -60, -53, 58, 32, 3);
    pen.box(-84, -57, 20, 36, 0, wood);
    pen.box(6, -98, 80, 40, 0, pen.fade(6, 0, 86, 0, lighter(wall, 0.3), wall, '#c8c0b0'));
    pen.box(0, -103, 94, 6, 0, '#ffffff');
    glass(pen, 14, -92, 42, 30, 2);
    pen.box(62, -92, 18, 30, 0, wood);
    pen.box(44, -58, 44, 37, 0, '#8f8878');
    glass(pen, 50, -52, 32, 31, 2);
    pen.box(-88, -59, 88, 2, 0, faint('#8fb8c8', 0.6));
    for (let x = -86; x < 0; x += 10) pen.line(`M${x}-70V-60`, faint('#8a929c', 0.8), 0.8);
    pen.line('M-88-70H2', '#8a929c', 1.2);
    palm(pen, -98, 0);
    palm(pen, 102, 1);
    pen.path('M-70-14H58L78 2H-86Z', '#ece6d8');
    pen.path('M-64-12H53L70 0H-78Z', pen.fade(0, -12, 0, 0, '#7fe0ea', '#2fa8c8'));
    for (let glint = 0; glint < 12; glint += 1)
      pen.oval(
        -60 + ((glint * 37) % 118) + pen.sway(2.4, glint) * 3,
        -10 + (glint % 4) * 2.6,
        7,
        0.7,
        faint('#ffffff', 0.55 + 0.3 * pen.sway(1.7, glint)),
      );
    for (const x of [70, 84]) {
      pen.path(`M${x - 6}-14L${x + 4}-18L${x + 10}-12L${x}-10Z`, '#ffffff');
      pen.line(`M${x - 4}-12V-8M${x + 7}-11V-7`, '#8a6a44', 1);
    }
  },
  glow: (pen) => {
    if (!pen.light.isDark) return;
    for (const [x, y, r] of [
      [-30, -38, 40],
      [34, -76, 34],
      [66, -38, 26],
      [-4, -6, 60],
    ] as const)
      pen.glow(x, y, r, y > -10 ? '#4fd8f0' : '#ffc878', y > -10 ? 0.22 : 0.55);
  },
});

function glass(pen: Pen, x: number, y: number, wide: number, tall: number, panes: number): void {
  pen.box(
    x,
    y,
    wide,
    tall,
    0,
    pen.light.isDark
      ? pen.fade(x, 0, x + wide, 0, '#ffdf9a', '#ffc46a')
      : pen.fade(x, y, x + wide, y + tall, '#bfe0ee', '#6f9cb4', '#a8d0e0'),
  );
  pen.path(`M${x + wide * 0.2} ${y}H${x + wide * 0.36}L${x + wide * 0.16} ${y + tall}H${x}Z`, faint('#ffffff', 0.3));
  for (let pane = 0; pane <= panes; pane += 1) pen.box(x + (wide * pane) / panes - 0.8, y, 1.6, tall, 0, '#3a3e46');
  pen.box(x, y, wide, 1.4, 0, '#3a3e46');
}

function palm(pen: Pen, x: number, index: number): void {
  pen.strand([x, -2, x + 2, -30, x - 2, -62], '#8a6a48', 4);
  for (let frond = 0; frond < 8; frond += 1)
    pen.at({ x: x - 2, y: -62, turn: -2.6 + frond * 0.72 + pen.sway(3, frond + index) * 0.05 }, () =>
      pen.path('M0 0C8-9 20-9 30-1C20-3 8-1 0 3Z', frond % 2 === 0 ? '#4f9a4a' : '#3f8040'),
    );
}
