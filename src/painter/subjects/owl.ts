import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** An owl on the branch of a dead tree; it blinks, turns its head, and ruffles. */
export const owl = lit({
  height: 0.78,
  width: 0.95,
  anchor: 'ground',
  bounds: around(115, 4),
  shadow: 20,
  body: (pen) => {
    const feather = pen.tint(['#8a6440', '#7a5a44', '#9a8468']);
    branch(pen);
    pen.at({ x: 6, y: -30, scale: [1 + pen.sway(3.8) * 0.008, 1] }, () => {
      for (const x of [-6, 6])
        for (const toe of [-2.4, 0, 2.4]) pen.limb([x + toe, -3, 1.5, x + toe * 1.2, 1.5, 1.2], '#d9a04a');
      pen.path('M-8-2C-9 8-8 13-4 16H5C8 12 9 6 8-2Z', darker(feather, 0.35));
      pen.path(
        'M-19-26C-20-42-14-52 0-52C14-52 20-42 19-26C18-10 11 0 0 0C-11 0-18-10-19-26Z',
        pen.fade(-18, 0, 18, 0, lighter(feather, 0.14), feather, darker(feather, 0.25)),
      );
      breast(pen, feather);
      for (const side of [-1, 1])
        pen.at({ scale: [side, 1] }, () => {
          pen.path(
            'M14-42C22-36 24-20 17-3C14-8 11-16 11-26C11-33 12-39 14-42Z',
            darker(feather, side > 0 ? 0.36 : 0.22),
          );
          for (const y of [-30, -23, -16])
            pen.line(`M14 ${y}C17 ${y + 2} 19 ${y + 2} 20 ${y}`, lighter(feather, 0.35), 1);
        });
      // Two looks, a quick turn between them.
      const look = Math.tanh(pen.sway(5.4) * 4);
      pen.at({ y: -48, turn: pen.sway(7.2) * 0.07 }, () => head(pen, feather, look));
    });
  },
});

function branch(pen: Pen): void {
  const bark = pen.fade(-40, 0, -18, 0, '#7a6150', '#5a4538', '#3a2c26');
  pen.path(
    'M-41 2C-38-20-40-50-37-72C-36-84-40-92-44-99L-39-98C-35-92-32-90-30-94L-27-101L-25-99C-27-90-29-82-28-72C-27-50-27-20-20 2Z',
    bark,
  );
  pen.path(
    'M-30-44C-14-32 14-26 44-30C48-31 50-34 53-38L50-30C46-25 40-23 30-22C8-20-14-22-29-30Z',
    pen.fade(0, -40, 0, -20, '#8a6f5c', '#4f3d32'),
  );
  pen.strand([30, -26, 40, -20, 46, -12], '#5a4538', 1.8);
  for (const [x, y, turn] of [
    [48, -11, 0.7],
    [42, -17, 2.2],
    [52, -39, -0.6],
    [40, -31, -1.2],
    [-46, -97, -1.9],
  ] as const)
    pen.at({ x, y, turn: turn + pen.sway(2.6, x) * 0.12 }, () =>
      pen.path('M0 0C3-4 8-4 12 0C8 4 3 4 0 0Z', pen.pick(['#5f8a48', '#6f9a50', '#4f7a40'])),
    );
  for (const y of [-64, -50, -18]) pen.line(`M-35 ${y}C-33 ${y + 6} -34 ${y + 9} -32 ${y + 13}`, '#2e231e', 0.9);
}

function breast(pen: Pen, feather: string): void {
  pen.path('M-12-38C-6-42 6-42 12-38C15-24 11-5 0-2C-11-5-15-24-12-38Z', lighter(feather, 0.6));
  for (let row = 0; row < 5; row += 1)
    for (let scale = 0; scale < 5 - (row > 2 ? row - 2 : 0); scale += 1) {
      const x = (scale - (4 - (row > 2 ? row - 2 : 0)) / 2) * 4.6;
      pen.path(
        `M${x - 2} ${-34 + row * 6.6}C${x - 1} ${-29 + row * 6.6} ${x + 1} ${-29 + row * 6.6} ${x + 2} ${-34 + row * 6.6}Z`,
        darker(feather, 0.05),
      );
    }
}

/** `look`: -1 to the left, 1 to the right. */
function head(pen: Pen, feather: string, look: number): void {
  for (const side of [-1, 1]) pen.path(`M${side * 7} -16L${side * 20} -27L${side * 18} -10Z`, darker(feather, 0.25));
  pen.path(
    'M-20 0C-22-14-14-21 0-21C14-21 22-14 20 0C18 10 10 13 0 13C-10 13-18 10-20 0Z',
    pen.fade(-20, 0, 20, 0, lighter(feather, 0.16), feather, darker(feather, 0.18)),
  );
  const dx = look * 3;
  for (const side of [-1, 1]) {
    const x = side * 8.6 + dx;
    pen.oval(x, -2, 10.4, 11, lighter(feather, 0.62));
    for (let ray = 0; ray < 10; ray += 1) {
      const angle = (ray / 10) * 2 * Math.PI;
      pen.line(
        `M${Math.round(x + Math.cos(angle) * 7)} ${Math.round(-2 + Math.sin(angle) * 7)}L${Math.round(x + Math.cos(angle) * 9)} ${Math.round(-2 + Math.sin(angle) * 9)}`,
        darker(feather, 0.02),
        0.7,
      );
    }
    pen.oval(x, -2, 6.8, 6.8, '#2a1f18');
    pen.oval(x, -2, 6, 6, pen.round(x, -2, 6, '#ffd84a', '#f2a82c'));
    pen.oval(x + look, -2, 3.3, 3.3, '#120d0a');
    pen.oval(x + look + 1.4, -3.6, 1.2, 1.2, '#ffffff');
    const shut = Math.max(0, pen.sway(3.3)) ** 40;
    if (shut > 0.03) pen.box(x - 7, -9, 14, 14 * shut, 5, lighter(feather, 0.3));
  }
  pen.path(`M${dx - 3} 3C${dx - 1} 1 ${dx + 1} 1 ${dx + 3} 3L${dx} 11Z`, '#e0a84a');
}
