import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A lady of the Beijing opera: painted face, a crown of pearls and pompoms, long white sleeves that fly. */
export const opera = lit({
  height: 0.72,
  width: 1.15,
  anchor: 'ground',
  bounds: around(150, 8),
  shadow: 34,
  body: (pen) => {
    const robe = pen.tint(['#d8344a', '#2f6fb8', '#e8a02c', '#2f9a84']);
    const flow = pen.sway(3.2) * 2;
    for (const side of [-1, 1] as const) sleeve(pen, robe, side);
    pen.blob(
      [-9, -62, 9, -62, 14, -34, 21 + flow, 0, 0, 3, -21 + flow, 0, -14, -34],
      pen.fade(-20, 0, 20, 0, lighter(robe, 0.24), robe, darker(robe, 0.3)),
    );
    for (const [x, y, r] of [
      [-8, -22, 4],
      [7, -30, 3.4],
      [2, -12, 4.4],
      [13, -12, 3],
    ] as const)
      for (let petal = 0; petal < 5; petal += 1)
        pen.oval(
          x + Math.cos(petal * 1.257) * r * 0.7,
          y + Math.sin(petal * 1.257) * r * 0.7,
          r * 0.5,
          r * 0.5,
          petal % 2 === 0 ? '#fff2d8' : '#f7c86a',
        );
    pen.blob([-17 + flow, -2, 0, 1, 17 + flow, -2, 20 + flow, 1, 0, 4, -20 + flow, 1], '#f2d48a');
    pen.path(
      'M-10-64C-12-56-11-50-10-46H10C11-50 12-56 10-64C6-68-6-68-10-64Z',
      pen.fade(-10, 0, 10, 0, lighter(robe, 0.3), darker(robe, 0.2)),
    );
    for (let point = 0; point < 7; point += 1)
      pen.at({ y: -64, turn: -1.2 + point * 0.4 }, () =>
        pen.path('M-3.500 0C-4 8-1 12 0 14C1 12 4 8 3.500 0Z', point % 2 === 0 ? '#f2d48a' : lighter(robe, 0.4)),
      );
    pen.at({ y: -74, turn: pen.sway(2.4) * 0.07 }, () => face(pen));
  },
});

/** Side -1 is the left one. */
function sleeve(pen: Pen, robe: string, side: -1 | 1): void {
  const lift = side * pen.sway(2.9) * 12;
  const [ex, ey] = [side * 22, -56 - lift * 0.5];
  const [hx, hy] = [side * 34, -62 - lift];
  pen.limb([side * 8, -62, 5, ex, ey, 6, hx, hy, 6.4], side > 0 ? darker(robe, 0.16) : lighter(robe, 0.1));
  const wave = (phase: number): number => pen.sway(1.4, phase + side) * 5;
  pen.blob(
    [
      hx - side * 4,
      hy - 6,
      hx + side * 8,
      hy - 7,
      hx + side * 18,
      hy + 4 + wave(0),
      hx + side * 22,
      hy + 22 + wave(1),
      hx + side * 16,
      hy + 40 + wave(2),
      hx + side * 6,
      hy + 40 + wave(2),
      hx + side * 9,
      hy + 20 + wave(1),
      hx,
      hy + 7,
    ],
    pen.fade(hx, hy, hx + side * 20, hy + 40, '#ffffff', '#dfe4ee'),
  );
}

function face(pen: Pen): void {
  pen.path('M-11-2C-14 10-13 22-10 28L-6 12ZM11-2C14 10 13 22 10 28L6 12Z', '#17151a');
  pen.oval(0, 0, 9.4, 10.6, pen.round(0, 0, 13, '#fff6f2', '#fdeae4'));
  for (const side of [-1, 1]) {
    pen.oval(side * 4.8, 1, 4.4, 5.6, faint('#e8506a', 0.55), side * 0.3);
    pen.path(
      `M${side * 1.8}-1.4C${side * 4}-4 ${side * 7}-4.4 ${side * 9}-6.4C${side * 8}-2.600 ${side * 5} .4 ${side * 1.8}-1.400Z`,
      '#17151a',
    );
    pen.oval(side * 4, -1.7, 1, 1, '#ffffff');
    pen.line(`M${side * 2}-5C${side * 4}-7.500 ${side * 7}-8 ${side * 8.6}-9.400`, '#17151a', 1.1);
  }
  pen.path('M-2 5.600C-1 4.600 1 4.600 2 5.600C1 7.600-1 7.600-2 5.600Z', '#d8203c');
  pen.path('M-11-2C-14-16-6-20 0-19C6-20 14-16 11-2C9-8 4-9.500 0-8C-4-9.500-9-8-11-2Z', '#17151a');
  for (let pearl = -4; pearl <= 4; pearl += 1)
    pen.oval(pearl * 2.4, -9.6 - (4 - Math.abs(pearl)) * 0.4, 1.3, 1.3, '#8fd8f0');
  for (let arc = 0; arc < 2; arc += 1)
    for (let bead = 0; bead < 9; bead += 1) {
      const angle = Math.PI * (1.08 + (bead / 8) * 0.84);
      const r = 13 + arc * 5;
      pen.oval(
        Math.cos(angle) * r,
        -7 + Math.sin(angle) * r,
        2.7,
        2.7,
        pen.round(
          Math.cos(angle) * r - 0.6,
          -7.6 + Math.sin(angle) * r,
          3.4,
          '#ffffff',
          bead % 2 === arc ? '#f04a5a' : '#5fc8f0',
        ),
      );
    }
  for (const side of [-1, 1])
    for (let bead = 0; bead < 6; bead += 1)
      pen.oval(
        side * (12 + pen.sway(1.3, bead * 0.3) * 0.8),
        -2 + bead * 4,
        1.4,
        1.4,
        bead % 2 === 0 ? '#f2d48a' : '#f04a5a',
      );
}
