import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { standingLegs } from './parts.ts';
import type { Pen } from './pen.ts';

/** A goat with its beard and curved horns on a rock; it looks around. */
export const goat = lit({
  height: 0.62,
  width: 1.1,
  anchor: 'ground',
  bounds: around(140, 12),
  shadow: 54,
  body: (pen) => {
    const coat = pen.tint(['#f3ede0', '#e9dcc4', '#a8703f']);
    const rock = pen.fade(0, -26, 0, 2, '#a49d94', '#7d766e', '#4f4a46');
    pen.path('M-52 2C-50-8-44-14-36-18L-12-24L14-25L34-20C44-14 50-6 52 2Z', rock);
    pen.path('M-36-18L-12-24L14-25L34-20L12-15L-16-13Z', '#bdb6aa');
    pen.at({ x: -4, y: -19, scale: 0.68 }, () => body(pen, coat));
  },
});

function body(pen: Pen, coat: string): void {
  const legs = {
    at: [-22, 17],
    y: -42,
    long: 42,
    thick: 7,
    hide: coat,
    low: darker(coat, 0.12),
    foot: '#3a302a',
  } as const;
  const far = darker(coat, 0.34);
  standingLegs(pen, { ...legs, at: [-15, 23], hide: far, low: far });
  pen.blob([-34, -60, -42, -68 + pen.sway(0.8) * 1.6, -40, -58, -34, -54], coat);
  pen.path(
    'M-36-54C-37-64-28-68-16-67C-4-66 8-66 18-69C28-71 33-62 30-51C27-42 18-36 6-35C-10-34-34-36-36-54Z',
    pen.fade(0, -68, 0, -34, lighter(coat, 0.3), coat, darker(coat, 0.2)),
  );
  for (let lock = 0; lock < 11; lock += 1) {
    const x = -28 + lock * 5;
    const low = -29 - (lock % 3) * 2 + pen.sway(3, lock) * 0.6;
    pen.path(`M${x - 4} -40L${x} ${Math.round(low)}L${x + 4} -40Z`, darker(coat, 0.12));
  }
  standingLegs(pen, legs);
  pen.at({ x: 22, y: -58, turn: pen.sway(5.4) * 0.09 }, () => neckAndHead(pen, coat));
}

function neckAndHead(pen: Pen, coat: string): void {
  pen.blob(
    [-12, -6, 0, -18, 12, -30, 20, -22, 16, -6, 8, 10, -2, 14, -10, 8],
    pen.fade(-6, 0, 18, 0, coat, lighter(coat, 0.2)),
  );
  pen.at({ x: 13, y: -29, turn: 0.34 + pen.sway(3.7) * 0.05 }, () => {
    horn(pen, 4, '#5f5245');
    pen.oval(-9, 0, 8.5, 3.2, darker(coat, 0.2), 0.5 + pen.sway(2.4) * 0.1);
    pen.path('M-8-6C-5-12 5-12 9-7C14-3 20 0 24 3C27 7 25 11 20 11C12 11 2 9-3 6C-8 2-10-2-8-6Z', coat);
    pen.path('M17 1C21 0 27 4 26 8C25 12 19 12 15 10C13 6 14 2 17 1Z', lighter(coat, 0.4));
    pen.oval(24, 4.4, 1.4, 1, '#5a3a38', 0.6);
    pen.strand([16, 9.6, 20, 9.4 + pen.sway(0.9) * 0.8, 24, 8.6], '#7a5048', 0.9);
    pen.path('M6 8C10 12 16 12 18 10C17 18 13 25 7 28C8 21 4 14 6 8Z', lighter(coat, 0.3));
    const open = 1 - Math.max(0, pen.sway(4.1)) ** 60;
    pen.oval(6, -3, 2.6, 2.3 * open + 0.2, '#e8b84a');
    pen.box(4.2, -3.5, 3.8, 1.1 * open, 0.5, '#1a1310');
    horn(pen, 0, '#85745f');
  });
}

function horn(pen: Pen, x: number, colour: string): void {
  pen.at({ x, y: -9 }, () => {
    pen.path('M-3 1C-3-10-8-20-18-24C-25-26-31-23-34-17C-32-27-24-33-15-31C-4-28 4-16 5 0Z', colour);
    for (const ridge of ['M-2-5L4-8', 'M-4-12L2-15', 'M-8-18L-3-23', 'M-14-23L-11-29', 'M-21-24L-20-30'])
      pen.line(ridge, darker(colour, 0.35), 0.9);
  });
}
