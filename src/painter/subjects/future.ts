import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Three cars that fly without wheels, light below them. */
export const flyingCars = lit({
  height: 0.5,
  width: 2.1,
  anchor: 'sky',
  bounds: around(260, 10, 10),
  body: (pen) => {
    const colour = pen.tint(['#e0483c', '#3f8fd8', '#d8dde6', '#8a4fc0']);
    for (const [x, y, scale, hue, facing] of fleet(pen, colour))
      pen.at({ x, y, scale: [scale * facing, scale], turn: -0.05 * facing }, () => hoverCar(pen, hue));
  },
  glow: (pen) => {
    for (const [x, y, scale, , facing] of fleet(pen, '#ffffff')) {
      pen.at({ x, y, scale: [scale * facing, scale], turn: -0.05 * facing }, () => {
        for (const at of [-30, 26]) pen.glow(at, 6, 16 + pen.sway(0.3, at) * 2, '#4fe0ff', 0.9);
        pen.strand(
          [-54, -8, -78, -7, -104, -5],
          pen.fade(-54, 0, -104, 0, faint('#ff4fa8', 0.9), faint('#ff4fa8', 0)),
          4,
        );
        pen.glow(56, -8, 20, '#fff2c8', 0.9);
      });
    }
  },
});

/** Where each flies: x, y, scale, colour, direction. */
function fleet(pen: Pen, colour: string): readonly (readonly [number, number, number, string, number])[] {
  const drift = pen.seconds * 7;
  return [
    [64 - drift * 1.3, -84 + pen.sway(3.4) * 1.6, 0.42, '#f2b53a', -1],
    [-88 + drift, -66 + pen.sway(2.9, 1) * 1.6, 0.52, '#5fd8a0', 1],
    [-14 + drift * 1.2, -18 + pen.sway(2.4, 2) * 2, 1, colour, 1],
  ];
}

function hoverCar(pen: Pen, colour: string): void {
  pen.path(
    'M-56-4C-58-14-52-20-42-21C-30-34-14-38 6-37C24-36 34-28 42-20C54-18 60-12 60-6C60 0 54 3 46 3H-46C-52 3-56 1-56-4Z',
    pen.fade(0, -38, 0, 4, lighter(colour, 0.35), colour, darker(colour, 0.45)),
  );
  pen.path('M-32-21C-24-31-12-34 4-33C20-32 28-27 34-20Z', pen.fade(-30, -34, 30, -20, '#9fd8f0', '#2a3c54'));
  pen.line('M2-33L4-20', colour, 2.6);
  pen.path('M-56-6H60C59 0 54 3 46 3H-46C-52 3-56 0-56-6Z', darker(colour, 0.4));
  for (const x of [-30, 26]) pen.box(x - 11, 1, 22, 6, 3, '#20242e');
  pen.path('M-56-12L-72-26L-62-27L-42-20Z', darker(colour, 0.25));
  pen.box(-30, -11, 56, 2.4, 1.2, faint('#8ff0ff', 0.9));
  pen.path('M50-14C56-13 60-10 60-7L48-8Z', '#fff6d8');
}

/** Its panels to the sun, a dish to the earth. */
export const satellite = lit({
  height: 0.5,
  width: 1.9,
  anchor: 'sky',
  bounds: around(220, 16, 10),
  body: (pen) => {
    pen.at({ y: -52 + pen.sway(5) * 2, turn: -0.24 + pen.sway(7) * 0.05 }, () => {
      pen.box(-92, -3, 184, 5, 2, pen.fade(0, -3, 0, 3, '#e8ecf2', '#7a838f'));
      for (const side of [-1, 1]) {
        const x = side < 0 ? -92 : 32;
        pen.box(x, -24, 60, 48, 2, '#c8ccd6');
        for (let column = 0; column < 5; column += 1)
          for (let row = 0; row < 3; row += 1) {
            const shine = Math.max(0, pen.sway(4, column * 0.5 + row + side)) ** 8;
            pen.box(
              x + 2 + column * 11.6,
              -22 + row * 15.4,
              10.2,
              13.6,
              1,
              pen.fade(0, -22, 0, 24, lighter('#2f5fb8', shine * 0.7), '#1c3a80'),
            );
          }
      }
      pen.box(-22, -26, 44, 52, 5, pen.fade(-22, 0, 22, 0, '#f2d68a', '#d8a83c', '#8a6420'));
      for (const y of [-14, 0, 14]) pen.line(`M-22 ${y}H22`, faint('#6a4a14', 0.5), 1);
      pen.at({ y: 32, turn: 0.2 }, () => {
        pen.line('M0-8V4', '#c8ccd6', 3);
        pen.path('M-22 4C-18 22 18 22 22 4Z', pen.fade(0, 2, 0, 20, '#ffffff', '#98a2b0'));
        pen.oval(0, 4, 22, 4.4, '#d8dde6');
        pen.line('M0 4V-4', '#5a626e', 1.4);
      });
      pen.line('M12-26L20-44', '#c8ccd6', 1.6);
      pen.oval(20, -45, 2.6, 2.6, '#e8503c');
    });
  },
  glow: (pen) => {
    if (pen.sway(1.1) > 0.4) pen.glow(9, -98, 12, '#ff5a4a', 0.9);
  },
});

/** A round vacuum cleaner that turns and drives, its brush whirling up the dust. */
export const vacuum = lit({
  height: 0.26,
  width: 2.6,
  anchor: 'ground',
  bounds: around(300, 20, 14),
  shadow: 108,
  shift: (seconds) => Math.sin(seconds * 0.8) * 34,
  body: (pen) => {
    const shell = pen.tint(['#f2f3f5', '#2c2f38', '#e8e2d8']);
    const isPale = shell !== '#2c2f38';
    for (let bit = 0; bit < 22; bit += 1) {
      const life = (pen.seconds / 1.4 + pen.random()) % 1;
      const x = 150 - life * 60 + pen.random() * 12;
      pen.oval(x, -4 - pen.random() * 20 * (1 - life), 2.4, 1.8, faint('#9a8a74', 0.9 * (1 - life * 0.6)));
    }
    for (let hair = 0; hair < 5; hair += 1)
      pen.at({ x: 92, y: -6, turn: pen.seconds * 9 + hair * 1.256, scale: [1, 0.34] }, () =>
        pen.line('M0 0L26 4', '#3a3e48', 2.4),
      );
    pen.path(
      'M-100-28V-14C-100 4 100 4 100-14V-28Z',
      pen.fade(-100, 0, 100, 0, lighter(shell, 0.2), darker(shell, 0.12), darker(shell, 0.4)),
    );
    pen.path('M-100-22C-90-8 90-8 100-22V-16C90-2-90-2-100-16Z', '#1c1f26');
    pen.oval(0, -30, 100, 40, pen.fade(-90, -60, 90, 0, lighter(shell, 0.4), shell, darker(shell, 0.16)));
    pen.oval(0, -31, 84, 32, faint(isPale ? '#000000' : '#ffffff', 0.05));
    pen.path('M-26-46V-60C-26-76 26-76 26-60V-46Z', pen.fade(0, -74, 0, -44, '#4a4e5a', '#1c1f26'));
    pen.oval(0, -47, 26, 9, '#23262e');
    pen.oval(0, -66, 23, 7, '#5a606e');
    pen.oval(0, -20, 15, 5, '#d8dce2');
    pen.oval(0, -20, 11, 3.6, '#3fd0ff');
  },
  glow: (pen) => {
    pen.glow(0, -20, 26 + pen.sway(1.6) * 5, '#3fd0ff', 0.7);
    pen.glow(0, -60, 20, '#ff5a3c', 0.25 + 0.2 * pen.sway(0.7));
  },
});
