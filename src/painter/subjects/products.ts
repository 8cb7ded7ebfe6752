import { darker, faint, lighter, mix } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A turntable that turns below `paint`, which draws with its foot at y = 0. */
export function onTurntable(pen: Pen, half: number, paint: () => void): void {
  const top = pen.light.isDark ? '#3a3f4c' : '#f2f1ee';
  pen.oval(0, -4, half, half * 0.17, darker(top, 0.4));
  pen.oval(0, -8, half, half * 0.17, pen.fade(-half, 0, half, 0, lighter(top, 0.35), top, darker(top, 0.22)));
  for (let index = 0; index < 24; index += 1) {
    const angle = (index / 24) * 2 * Math.PI + pen.seconds * 0.55;
    pen.oval(Math.cos(angle) * half * 0.93, -8 + Math.sin(angle) * half * 0.157, 0.9, 0.5, darker(top, 0.42));
  }
  pen.oval(0, -8, half * 0.72, half * 0.11, pen.round(0, -8, half * 0.72, faint('#000000', 0.45), faint('#000000', 0)));
  pen.at({ y: -9 }, paint);
}

/** A highlight that wanders over a face `half` wide, as on something that turns. */
export function gleam(pen: Pen, half: number, top: number, bottom: number, opacity = 0.5): void {
  const x = Math.sin(pen.seconds * 0.55) * half * 0.8;
  const width = half * 0.34;
  pen.context.fillStyle = pen.fade(
    x - width,
    0,
    x + width,
    0,
    faint('#ffffff', 0),
    faint('#ffffff', opacity),
    faint('#ffffff', 0),
  );
  pen.context.fillRect(x - width, top, width * 2, bottom - top);
}

export const perfume = lit({
  height: 0.58,
  width: 1,
  anchor: 'table',
  bounds: around(110),
  shadow: 56,
  body: (pen) => {
    const juice = pen.tint(['#f0b25a', '#e88fa0', '#7fb8d8', '#c8a0e0']);
    onTurntable(pen, 46, () => flacon(pen, juice));
  },
  glow: (pen) => {
    const spark = Math.max(0, pen.sway(2.9)) ** 6;
    pen.glow(-20, -62, 9, '#ffffff', 0.9 * spark);
    pen.glow(14, -86, 6, '#fff2cc', 0.8 * Math.max(0, pen.sway(2.9, 2.5)) ** 6);
  },
});

function flacon(pen: Pen, juice: string): void {
  const wide = 27 + 2.4 * Math.abs(Math.cos(pen.seconds * 0.55));
  pen.box(
    -wide,
    -58,
    wide * 2,
    58,
    7,
    pen.fade(-wide, 0, wide, 0, '#ffffff', mix(juice, '#ffffff', 0.72), '#e8eef4', mix(juice, '#8a93a8', 0.6)),
  );
  pen.box(
    -wide + 5,
    -50,
    wide * 2 - 10,
    45,
    4,
    pen.fade(-wide, -50, wide, 0, lighter(juice, 0.5), juice, lighter(juice, 0.25), darker(juice, 0.3)),
  );
  pen.oval(0, -49, wide - 6, 1.8, lighter(juice, 0.6));
  pen.line('M0-60V-8', faint('#ffffff', 0.6), 1);
  pen.box(-15, -36, 30, 19, 1, '#fbf6ea');
  pen.box(-11, -31.5, 22, 2, 1, '#3a3230');
  pen.box(-7, -27, 14, 1.3, 0.6, '#b59a6a');
  pen.box(-4, -22.5, 8, 1.3, 0.6, '#b59a6a');
  pen.within(`M-26-57H26V-1H-26Z`, () => gleam(pen, wide, -58, 0, 0.65));
  pen.box(-10, -64, 20, 7, 1.5, pen.fade(-10, 0, 10, 0, '#fff2c4', '#c99a45', '#7a5620'));
  pen.box(-14, -90, 28, 26, 3, pen.fade(-14, 0, 14, 0, '#e9c67a', '#fff6d8', '#c8963e', '#6e4c1c'));
  pen.line('M-14-70H14', '#8a6528', 0.8);
}

export const sneaker = lit({
  height: 0.4,
  width: 1.85,
  anchor: 'table',
  bounds: around(200),
  shadow: 100,
  body: (pen) => {
    const colour = pen.tint(['#e8453c', '#2f7fd8', '#22b08a', '#f0a52f']);
    onTurntable(pen, 84, () => pen.at({ y: -2 + pen.sway(3.4) * 1.2, turn: -0.06 }, () => shoe(pen, colour)));
  },
});

function shoe(pen: Pen, colour: string): void {
  const upper = pen.fade(0, -82, 0, -10, '#ffffff', '#eef0f3', '#c2c8d0');
  pen.path(
    'M-68-14C-74-40-70-62-66-80C-60-86-52-84-48-78C-42-68-28-68-18-76C-12-80-6-80-2-76C14-52 34-44 56-38C70-34 76-26 75-14Z',
    upper,
  );
  pen.path(
    'M-68-14C-74-40-70-62-66-80C-60-86-54-85-50-80C-56-62-54-40-44-14Z',
    pen.fade(-70, 0, -44, 0, lighter(colour, 0.2), colour, darker(colour, 0.25)),
  );
  pen.path('M-50-80C-42-66-26-66-14-78C-22-62-42-58-53-66Z', '#2b2d35');
  pen.path('M-10-79C-4-82 0-79 2-74L-8-62C-14-66-16-72-10-79Z', colour);
  pen.path(
    'M46-40C66-36 77-28 75-14H34C34-26 38-34 46-40Z',
    pen.fade(34, -40, 76, -14, lighter(colour, 0.16), darker(colour, 0.14)),
  );
  pen.path('M-40-18C-26-34 0-46 16-46C2-38-4-28-2-18Z', colour);
  for (let lace = 0; lace < 5; lace += 1) {
    const [x, y] = [2 + lace * 8.6, -66 + lace * 6.6];
    pen.strand([x - 9, y + 9, x - 2, y + 1, x + 5, y - 1], '#ffffff', 3.2);
    pen.strand([x - 9, y + 9, x - 2, y + 2, x + 5, y], '#b8bfc8', 0.7);
    pen.oval(x - 9, y + 9.5, 1.4, 1.4, '#3a3d45');
  }
  pen.line('M-44-20C-20-16 10-22 34-18', darker(colour, 0.3), 0.8);
  pen.path(
    'M-72-16C-74-4-70 0-62 0H64C76 0 80-6 77-17C60-12 40-12 20-13C-10-14-50-10-72-16Z',
    pen.fade(0, -16, 0, 0, '#ffffff', '#dde1e6'),
  );
  pen.path('M-70-5C-40-2 40-2 77-7C76-2 72 0 64 0H-62C-67 0-69-2-70-5Z', colour);
  pen.within('M-74-86H80V0H-74Z', () => gleamOnShoe(pen));
}

function gleamOnShoe(pen: Pen): void {
  pen.context.save();
  pen.context.globalCompositeOperation = 'source-atop';
  gleam(pen, 78, -82, -16, 0.4);
  pen.context.restore();
}
