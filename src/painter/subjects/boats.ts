import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const onWaves = (pen: Pen, paint: () => void): void =>
  pen.at({ y: 1 + pen.sway(3.4) * 1.3, turn: pen.sway(4.3, 0.8) * 0.028 }, paint);

/** Foam along the waterline from `left` to `right`. */
function foam(pen: Pen, left: number, right: number): void {
  for (let index = 0; index < 7; index += 1) {
    const share = (index + 0.5) / 7;
    const x = left + (right - left) * share + pen.sway(3 + (index % 3), index) * 2;
    pen.oval(x, 2 + (index % 2), (right - left) * 0.1, 1.1 + 0.4 * pen.sway(2.2, index * 2), faint('#ffffff', 0.5));
  }
}

export const sailboat = lit({
  height: 0.5,
  width: 0.95,
  anchor: 'water',
  bounds: around(120),
  body: (pen) => {
    const cloth = pen.tint(['#fdf8ee', '#fdf8ee', '#f3dcc0', '#d9504a']);
    onWaves(pen, () => {
      pen.line('M0-14V-99', '#6b4a2e', 1.6);
      const wind = pen.sway(5) * 2;
      pen.path(
        'M-2-20C-14-22-30-21-38-18C-32-40-16-74-2-95C-5-70-6-40-2-20Z',
        pen.fade(-36, 0, 0, 0, darker(cloth, 0.2), cloth),
      );
      pen.blob(
        [3, -97, 8, -90, 20 + wind, -66, 34 + wind, -40, 41, -20, 34, -18, 18, -20, 3, -19, 2, -22, 2, -60],
        pen.fade(0, 0, 42, 0, lighter(cloth, 0.4), cloth, darker(cloth, 0.12)),
      );
      pen.line('M3-40C14-38 24-38 32-40M3-60C10-58 16-58 23-60M3-78C7-77 10-77 14-78', darker(cloth, 0.25), 0.5);
      pen.path(`M0-99L${10}-97L0-94Z`, '#e2483d');
      pen.path(
        'M-42-16C-30-13 24-13 48-18C44-6 38 2 30 4H-28C-36 2-40-8-42-16Z',
        pen.fade(0, -16, 0, 4, '#ffffff', '#e4e9ee', '#a9b6c2'),
      );
      pen.path('M-41-12C-28-9 26-9 46-14L45-10C26-6-28-6-40-9Z', '#24507e');
      pen.path('M-18-16C-14-21 6-21 12-16Z', '#8a5f3a');
      pen.oval(-22, -20, 3, 3.4, '#d8a27c');
      pen.path('M-27-13C-26-18-18-18-17-13Z', '#c23f3a');
    });
    foam(pen, -42, 48);
  },
});

/** A fishing boat of wood with its lamp. */
export const boat = lit({
  height: 0.3,
  width: 1.75,
  anchor: 'water',
  bounds: around(200),
  body: (pen) => {
    const hull = pen.tint(['#2f6c8f', '#b5473a', '#3f7d5c']);
    onWaves(pen, () => {
      rigging(pen);
      cabin(pen);
      const side = pen.fade(0, -40, 0, 6, lighter(hull, 0.2), hull, darker(hull, 0.4));
      pen.path('M-82-30C-50-24 30-22 88-44C84-20 72-2 62 6H-62C-74 2-80-14-82-30Z', side);
      pen.path('M-82-30C-50-24 30-22 88-44L87-38C30-16-50-18-81-25Z', '#f6efe0');
      pen.line('M-79-16C-46-9 32-8 80-24', darker(hull, 0.35), 1.2);
      pen.path('M-76-6C-46 0 40 0 70-8L62 6H-62C-68 4-73 0-76-6Z', '#8a2f2a');
      for (const x of [-52, -22, 10]) {
        pen.oval(x, -13, 6, 6, '#23252b');
        pen.oval(x, -13, 2.6, 2.6, '#5a5f68');
      }
    });
    foam(pen, -80, 84);
  },
  glow: (pen) => {
    const bright = pen.light.isDark ? 1 : 0.35;
    onWaves(pen, () => {
      pen.glow(-20, -92, 30 * bright + 6, '#ffcf7a', 0.9 * bright);
      if (pen.light.isDark) pen.glow(-32, -55, 30, '#ffc46a', 0.4);
    });
  },
});

function rigging(pen: Pen): void {
  pen.line('M-20-30V-96M34-34V-78', '#5a3f28', 2.6);
  pen.line('M-20-94L-80-32M-20-94L84-44M-20-94L34-76', faint('#3a2f28', 0.8), 0.7);
  pen.oval(-20, -94, 3, 3.6, '#ffdf9a');
  for (const [index, colour] of ['#e2483d', '#f2c53d', '#3d8fd0', '#f4f1e8', '#e2483d'].entries()) {
    const x = 2 + index * 15;
    const y = -86 + index * 8.1;
    pen.blob([x, y, x + 7, y + 3, x + 3 + pen.sway(1.6, index) * 1.4, y + 9, x + 1, y + 5], colour);
  }
  // Somebody with a cap looks ahead.
  pen.limb([40, -34, 7, 40, -50, 6], '#e0a13a');
  pen.oval(41, -61, 5, 5.6, '#d39b74');
  pen.path('M35-62C35-70 47-70 47-63L51-61L35-61Z', '#2b3a55');
}

function cabin(pen: Pen): void {
  pen.path('M-56-24V-64H-10V-24Z', pen.fade(-56, 0, -10, 0, '#fbf6ea', '#d8d2c2'));
  pen.path('M-61-64L-58-71H-6L-4-64Z', '#b5473a');
  const pane = pen.light.isDark ? '#ffd890' : '#4f7384';
  for (const x of [-51, -36, -22]) pen.box(x, -59, 10, 13, 2, pane);
}

/** A liner. */
export const ship = lit({
  height: 0.3,
  width: 2.9,
  anchor: 'water',
  bounds: around(330, 20),
  body: (pen) => {
    const hull = pen.tint(['#1f3a5c', '#ffffff', '#27323f']);
    pen.at({ y: pen.sway(6) * 0.6, turn: pen.sway(8) * 0.006, x: pen.seconds * 1.6 - 8 }, () => {
      decks(pen);
      const side = pen.fade(0, -34, 0, 6, lighter(hull, 0.15), hull, darker(hull, 0.35));
      pen.path('M-132-32H100C118-33 134-38 146-42C140-20 128-2 118 6H-120C-130 0-134-16-132-32Z', side);
      pen.path('M-129-6H126L118 6H-120C-124 4-127 0-129-6Z', '#9c2f2b');
      pen.line('M-131-25H136', '#f2c53d', 1.4);
      for (let x = -116; x < 112; x += 12) pen.oval(x, -16, 2.2, 2.2, windowColour(pen, x));
    });
    foam(pen, -134, 132);
  },
});

const windowColour = (pen: Pen, index: number): string =>
  pen.light.isDark ? (index % 5 === 0 ? '#b58a4a' : '#ffdf9a') : '#54748a';

function decks(pen: Pen): void {
  for (const [y, left, right] of [
    [-45, -118, 92],
    [-57, -108, 76],
    [-69, -92, 60],
  ] as const) {
    pen.box(left, y, right - left, 13, 2, pen.fade(0, y, 0, y + 13, '#ffffff', '#d5dde4'));
    pen.box(left, y - 0.5, right - left + 4, 1.8, 0.5, '#aab6c0');
    for (let x = left + 6; x < right - 6; x += 8) pen.box(x, y + 4, 5, 5, 1, windowColour(pen, Math.round(x)));
  }
  pen.path('M28-69V-80H54L62-69Z', '#f4f7fa');
  pen.path('M46-78H53L58-72H46Z', windowColour(pen, 1));
  for (const x of [-66, -26]) {
    pen.path(`M${x}-69L${x + 4}-97H${x + 20}L${x + 20}-69Z`, pen.fade(x, 0, x + 20, 0, '#e25a48', '#a8322a'));
    pen.path(`M${x + 3}-90L${x + 4}-97H${x + 20}V-90Z`, '#23262e');
    for (let puff = 0; puff < 6; puff += 1) {
      const life = (pen.seconds / 5 + puff / 6) % 1;
      pen.oval(x + 12 - life * 60, -99 - life * 14, 3 + life * 10, 3 + life * 6, faint('#8a8f98', 0.35 * (1 - life)));
    }
  }
  pen.line('M40-80V-96M34-90H46', '#8a95a0', 1.2);
  for (let x = -84; x < 20; x += 17) pen.oval(x, -72, 6, 2.6, '#f08a3c');
}
