import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A teddy that sits with its bow, and tilts its head. */
export const teddy = lit({
  height: 0.46,
  width: 1,
  anchor: 'ground',
  bounds: around(120),
  shadow: 46,
  body: (pen) => {
    const plush = pen.tint(['#b5804a', '#c89a62', '#8f5f3a', '#d8b48a']);
    const pale = lighter(plush, 0.5);
    const bow = pen.pick(['#d8404a', '#3f7fc0', '#e0a63a'] as const);
    for (const side of [-1, 1])
      pen.limb([side * 26, -46, 10, side * 38, -26, 9.6], darker(plush, side > 0 ? 0.2 : 0.06));
    pen.path(
      'M0-58C22-58 32-40 31-20C30-4 18 0 0 0C-18 0-30-4-31-20C-32-40-22-58 0-58Z',
      pen.round(-10, -36, 52, lighter(plush, 0.24), plush, darker(plush, 0.26)),
    );
    pen.oval(0, -22, 18, 19, pen.round(-4, -28, 26, lighter(pale, 0.2), pale));
    pen.line('M0-42V-4', darker(pale, 0.2), 0.8);
    for (const side of [-1, 1]) {
      pen.oval(
        side * 27,
        -11,
        14.5,
        13.5,
        pen.round(side * 27 - 4, -15, 19, lighter(plush, 0.16), darker(plush, 0.16)),
      );
      pen.oval(side * 28, -9, 8, 7.6, pale);
    }
    pen.at({ y: -58, turn: pen.sway(4.6) * 0.09 }, () => head(pen, plush, pale));
    pen.at({ y: -57, turn: pen.sway(4.6) * 0.04 }, () => {
      for (const side of [-1, 1])
        pen.at({ scale: [side, 1] }, () =>
          pen.path(
            'M1 0C8-9 17-9 18-4C19 2 17 8 13 7C8 6 4 3 1 0Z',
            pen.fade(0, -8, 0, 8, lighter(bow, 0.16), darker(bow, 0.22)),
          ),
        );
      pen.oval(0, 0, 4, 4, darker(bow, 0.12));
    });
  },
});

function head(pen: Pen, plush: string, pale: string): void {
  for (const side of [-1, 1]) {
    pen.oval(side * 22, -33, 10.5, 10.5, darker(plush, side > 0 ? 0.16 : 0));
    pen.oval(side * 22, -32, 6, 6, pale);
  }
  pen.path(
    'M0-41C21-41 31-28 30-12C29 2 17 7 0 7C-17 7-29 2-30-12C-31-28-21-41 0-41Z',
    pen.round(-9, -24, 48, lighter(plush, 0.28), plush, darker(plush, 0.22)),
  );
  pen.oval(0, -5, 13, 10.5, pen.round(-3, -8, 16, lighter(pale, 0.3), pale));
  pen.path('M-5-11C-2-13 2-13 5-11C4.500-7.500 2-6 0-6C-2-6-4.500-7.500-5-11Z', '#2a1c16');
  pen.line('M0-6V-2M-6-1C-3 2 3 2 6-1', '#4a3226', 1.2);
  for (const side of [-1, 1]) {
    pen.oval(side * 12.5, -18, 3.6, 3.8, '#1a1310');
    pen.oval(side * 12.5 - 1.2, -19.4, 1.2, 1.2, '#ffffff');
  }
  for (const side of [-1, 1]) pen.oval(side * 20, -9, 4.6, 3, 'rgba(224,110,96,0.28)');
}
