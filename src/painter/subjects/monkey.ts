import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A monkey that sits and eats a banana; its tail curls, and now and then it scratches its head. */
export const monkey = lit({
  height: 0.56,
  width: 1.1,
  anchor: 'ground',
  bounds: around(140, 12),
  shadow: 44,
  body: (pen) => {
    const fur = pen.tint(['#8a5a38', '#7a4c30', '#a0703f']);
    const skin = '#f0c9a0';
    const curl = pen.sway(3.1) * 4;
    pen.strand([22, -8, 44, -6, 54, -24 + curl, 46, -44 + curl, 34, -40 + curl, 36, -30 + curl], darker(fur, 0.14), 5);
    for (const side of [-1, 1]) {
      const leg = side > 0 ? darker(fur, 0.2) : fur;
      pen.limb([side * 12, -16, 12, side * 30, -20, 8.5, side * 24, -4, 5], leg);
      pen.oval(side * 28, -3, 9, 3.6, skin);
      for (const toe of [-5, 0, 5]) pen.oval(side * 29 + toe, -4.4, 2.2, 2, lighter(skin, 0.12));
    }
    pen.path(
      'M-20-10C-24-36-16-54 0-54C16-54 24-36 20-10C14 0-14 0-20-10Z',
      pen.fade(-20, 0, 20, 0, lighter(fur, 0.14), fur, darker(fur, 0.24)),
    );
    pen.oval(0, -24, 13, 18, pen.fade(0, -42, 0, -6, lighter(skin, 0.16), darker(skin, 0.12)));
    const scratch = Math.max(0, pen.sway(6.4, 2)) ** 3;
    const rub = scratch * pen.sway(0.36) * 3;
    pen.limb(
      [-16, -46, 6, -30 - scratch * 6, -32 - scratch * 22, 5, -24 + rub, -14 - scratch * 72, 4],
      lighter(fur, 0.06),
    );
    pen.oval(-23 + rub, -12 - scratch * 74, 4.6, 4.4, skin);
    const bite = Math.max(0, pen.sway(2.6));
    pen.at({ y: -62, turn: pen.sway(4.7) * 0.05 }, () => head(pen, fur, skin, bite));
    const [x, y] = [22 - bite * 9, -42 - bite * 9];
    banana(pen, x, y);
    pen.limb([16, -46, 6, 33, -32, 5, x + 2, y + 6, 4], darker(fur, 0.14));
    pen.oval(x, y + 5, 4.8, 4.2, skin);
  },
});

function banana(pen: Pen, x: number, y: number): void {
  pen.at({ x, y, turn: -0.35 }, () => {
    pen.path('M-3 8C-6-2-6-12-3-19C0-22 3-21 4-18C3-8 4 0 5 8Z', '#fdf0c0');
    pen.path(
      'M-4 9C-8 4-12-2-15-3C-10-7-3-3-1 2L0-3C2-2 4 1 5 4C7 0 11-3 15-2C11 2 8 6 6 10C6 16 4 20 1 22C-3 20-5 15-4 9Z',
      '#f5d13c',
    );
    pen.line('M0 4C-1 10-1 15 1 20', '#c99a20', 0.9);
  });
}

function head(pen: Pen, fur: string, skin: string, bite: number): void {
  for (const side of [-1, 1]) {
    pen.oval(side * 22, -8, 8, 9, side > 0 ? darker(fur, 0.16) : fur);
    pen.oval(side * 22, -8, 5, 6, darker(skin, 0.08));
  }
  pen.oval(0, -10, 22, 22, pen.fade(-22, 0, 22, 0, lighter(fur, 0.16), fur, darker(fur, 0.2)));
  pen.path('M-5-30C-3-38 1-39 3-36C5-39 8-37 6-30Z', fur);
  pen.path(
    'M0-18C5-25 16-23 16-13C16-7 14-4 17 1C18 10 9 13 0 13C-9 13-18 10-17 1C-14-4-16-7-16-13C-16-23-5-25 0-18Z',
    pen.fade(0, -22, 0, 12, lighter(skin, 0.2), skin),
  );
  const open = 1 - Math.max(0, pen.sway(3.7)) ** 60;
  for (const side of [-1, 1]) {
    pen.oval(side * 7, -11, 3.4, 4 * open + 0.3, '#1f1512');
    pen.oval(side * 7 + 1.2, -12.6, 1.1, 1.2 * open, '#ffffff');
    pen.line(side < 0 ? 'M-11-18C-9-20-6-20-4-18.500' : 'M4-18.500C6-20 9-20 11-18', darker(fur, 0.1), 1.1);
    pen.oval(side * 1.8, -3, 1, 0.8, darker(skin, 0.55));
    pen.oval(side * 11, 0, 3.4, 2, 'rgba(235,120,100,0.3)');
  }
  pen.oval(0, 5, 6.5, 1.4 + bite * 2.6, '#8a3a34');
  pen.line('M-8 4C-4 6 4 6 8 4', darker(skin, 0.5), 0.9);
}
