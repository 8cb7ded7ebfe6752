import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { steam } from './parts.ts';
import type { Pen } from './pen.ts';

/** An open book whose pages turn; dust glitters above. */
export const book = lit({
  height: 0.42,
  width: 1.9,
  anchor: 'table',
  bounds: around(210, 50),
  shadow: 92,
  body: (pen) => {
    const cover = pen.tint(['#a8402f', '#2f5a8a', '#3f7a54', '#6a3f7a']);
    for (const [index, tint] of ['#c8963c', '#4f6f9a'].entries()) {
      pen.box(
        -84 + index * 6,
        -12 - index * 12 + 6,
        150 - index * 10,
        12,
        2,
        pen.fade(0, -12 - index * 12, 0, -index * 12, lighter(tint, 0.2), darker(tint, 0.3)),
      );
      pen.box(-82 + index * 6, -3 - index * 12, 146 - index * 10, 5, 0, '#f4ecd8');
    }
    pen.at({ y: -20 }, () => {
      pen.path('M-92-2L-78-36L0-26L78-36L92-2L0 4Z', darker(cover, 0.1));
      pen.path(
        'M0 1C-26-9-60-9-88-4L-75-37C-50-42-22-40 0-30Z',
        pen.fade(-80, 0, 0, 0, '#fffaf0', '#f2e8d4', '#cbbda2'),
      );
      pen.path('M0 1C26-9 60-9 88-4L75-37C50-42 22-40 0-30Z', pen.fade(0, 0, 80, 0, '#cbbda2', '#f7eedc', '#fffaf0'));
      for (let line = 0; line < 6; line += 1) {
        const y = -34 + line * 5;
        pen.strand([-68 - line * 2, y, -40, y - 3 + line * 0.4, -12, y + 2], faint('#4a4038', 0.55), 1);
        pen.strand([12, y + 2, 40, y - 3 + line * 0.4, 68 + line * 2, y], faint('#4a4038', 0.55), 1);
      }
      const turn = (pen.seconds / 2.4) % 1;
      const x = Math.cos(turn * Math.PI) * 80;
      const up = Math.sin(turn * Math.PI) * 46;
      pen.blob(
        [
          0,
          0,
          0,
          -28,
          x * 0.5,
          -34 - up * 1.1,
          x * 0.94,
          -38 - up,
          x * 0.94,
          -38 - up,
          x * 1.06,
          -6 - up,
          x * 1.06,
          -6 - up,
          x * 0.5,
          -6 - up * 0.9,
        ],
        pen.fade(0, 0, x, 0, '#e6dac2', '#fffaf2'),
      );
    });
  },
  glow: (pen) => {
    for (let mote = 0; mote < 22; mote += 1) {
      const life = (pen.seconds / 3.4 + pen.random()) % 1;
      pen.glow((pen.random() - 0.5) * 120, -40 - life * 74, 3, '#ffe2a0', Math.sin(life * Math.PI) * 0.9);
    }
  },
});

/** A bowl of salad: leaves, tomatoes, egg; the dressing drips. */
export const salad = lit({
  height: 0.44,
  width: 1.6,
  anchor: 'table',
  bounds: around(180, 34),
  shadow: 78,
  body: (pen) => {
    const bowl = pen.tint(['#f4efe6', '#c9a070', '#5f8f94']);
    for (const [index, [x, y, turn]] of (
      [
        [-46, -54, -0.8],
        [46, -54, 0.8],
        [-26, -64, -0.4],
        [26, -66, 0.4],
        [0, -68, 0],
        [-38, -48, -1.2],
        [38, -48, 1.2],
      ] as const
    ).entries())
      pen.at({ x, y, turn: turn + pen.sway(3.2, index) * 0.03 }, () => {
        const green = index % 2 === 0 ? '#6fb84a' : '#4f9a3c';
        pen.blob(
          [-6, 12, -18, 4, -16, -10, -20, -20, -8, -24, 0, -34, 8, -24, 20, -20, 16, -10, 18, 4, 6, 12],
          pen.fade(0, -30, 0, 10, lighter(green, 0.35), green),
        );
        pen.line('M0 8V-22M0-4L-9-12M0-8L9-16', faint('#f2f7d8', 0.7), 1.1);
      });
    for (const [x, y, r] of [
      [-30, -54, 11],
      [34, -52, 11],
      [4, -62, 12],
    ] as const) {
      pen.oval(x, y, r, r * 0.94, pen.round(x - 3, y - 4, r * 1.5, '#ff8a70', '#e03a2c', '#a81f18'));
      pen.oval(x - 3, y - 4, 2.4, 1.6, faint('#ffffff', 0.8));
    }
    for (const [x, y] of [
      [-12, -50],
      [18, -50],
    ] as const) {
      pen.oval(x, y, 11, 7.6, '#ffffff');
      pen.oval(x, y, 6, 4.6, pen.round(x - 1, y - 1, 7, '#ffd24a', '#f0a02c'));
    }
    for (const [x, y] of [
      [-48, -46],
      [50, -46],
      [-4, -48],
    ] as const) {
      pen.oval(x, y, 8, 6, '#8fc05a');
      pen.oval(x, y, 6.4, 4.7, '#e6f2c0');
    }
    pen.path(
      'M-72-46C-66-10-36 0 0 0C36 0 66-10 72-46C40-38-40-38-72-46Z',
      pen.fade(-70, 0, 70, 0, lighter(bowl, 0.3), bowl, darker(bowl, 0.3)),
    );
    const pour = (pen.seconds / 1.6) % 1;
    pen.strand([10, -112, 11, -96, 10, -84 + pour * 6], '#d8b03c', 2.4);
    for (let drop = 0; drop < 4; drop += 1)
      pen.oval(10 + ((drop * 7) % 5), -80 + ((pour + drop / 4) % 1) * 22, 1.6, 2.4, '#e0bc4a');
  },
});

/** A stack of pancakes with butter; syrup runs down, berries around. */
export const pancakes = lit({
  height: 0.46,
  width: 1.5,
  anchor: 'table',
  bounds: around(170, 20),
  shadow: 76,
  body: (pen) => {
    pen.oval(0, -5, 74, 9, pen.fade(-70, 0, 70, 0, '#ffffff', '#d8dae0', '#a8acb6'));
    for (let layer = 0; layer < 5; layer += 1) {
      const y = -12 - layer * 12;
      const x = (layer % 2) * 3 - 1;
      pen.box(x - 50, y - 9, 100, 13, 6.5, pen.fade(0, y - 9, 0, y + 4, '#f2c27a', '#f7dca4', '#c9853c'));
      pen.oval(x, y - 8, 49, 6, '#b5702c');
    }
    pen.oval(2, -69, 49, 7.4, pen.round(-8, -72, 56, '#d8984a', '#b0682a'));
    const run = (pen.seconds / 3) % 1;
    for (const [x, long] of [
      [-38, 30],
      [-16, 44],
      [14, 36],
      [40, 26],
    ] as const)
      pen.limb(
        [x, -68, 4.6, x + 1, -66 + long * (0.6 + 0.4 * run), 3.4],
        pen.fade(0, -68, 0, -20, '#c8782c', '#8a4214'),
      );
    pen.oval(2, -70, 38, 5, '#b0601e');
    pen.box(-10, -82, 22, 11, 2.4, pen.fade(0, -82, 0, -70, '#fff2b0', '#f2cc5a'));
    for (const [x, y, tint] of [
      [-60, -10, '#3f4fa0'],
      [-52, -14, '#4a5ab0'],
      [58, -12, '#d8304a'],
      [64, -8, '#3f4fa0'],
      [26, -78, '#d8304a'],
      [-24, -78, '#3f4fa0'],
    ] as const)
      pen.oval(x, y, 6, 6, pen.round(x - 2, y - 2, 8, lighter(tint, 0.45), tint));
    pen.path('M-30-82C-38-94-26-98-20-86Z', '#5fa84a');
    steam(pen, 0, -82, 60, 40, 0.22);
  },
});

/** Mooncakes on a plate, one cut open on its yolk; osmanthus falls. */
export const mooncake = lit({
  height: 0.42,
  width: 1.7,
  anchor: 'table',
  bounds: around(190, 24),
  shadow: 86,
  body: (pen) => {
    pen.oval(0, -6, 84, 12, pen.fade(-80, 0, 80, 0, '#f7f9fb', '#c8d4e0', '#8fa4b8'));
    pen.oval(0, -9, 74, 9, '#e8eef4');
    for (const [x, y] of [
      [-38, -14],
      [2, -14],
      [-18, -44],
    ] as const)
      cakeAt(pen, x, y);
    pen.at({ x: 46, y: -12 }, () => {
      pen.path('M-24 0V-22C-24-30 22-32 24-22V0C18 6-18 6-24 0Z', pen.fade(0, -28, 0, 4, '#d8963c', '#a8621c'));
      pen.path('M-20-2V-20C-12-25 10-26 20-20V-2C10 3-12 3-20-2Z', '#5a2f1c');
      pen.oval(0, -11, 10, 9, pen.round(-3, -14, 13, '#ffd86a', '#f0902c', '#d8702c'));
    });
    for (let petal = 0; petal < 16; petal += 1) {
      const life = (pen.seconds / 4 + pen.random()) % 1;
      pen.oval(
        -84 + pen.random() * 168 + Math.sin(life * 6 + petal) * 4,
        -112 + life * 104,
        2,
        1.4,
        '#f7c83c',
        life * 6,
      );
    }
  },
});

function cakeAt(pen: Pen, x: number, y: number): void {
  pen.at({ x, y }, () => {
    pen.path('M-24-18V0C-18 7 18 7 24 0V-18Z', pen.fade(-24, 0, 24, 0, '#d8963c', '#b8702c', '#8a4c1a'));
    for (let ridge = -20; ridge <= 20; ridge += 6.6)
      pen.line(`M${Math.round(ridge)}-16V3`, faint('#7a4216', 0.55), 1.4);
    pen.oval(0, -19, 25, 9, pen.round(-6, -22, 30, '#f2bc6a', '#d08a34'));
    pen.oval(0, -19, 20, 6.6, faint('#a8621c', 0.55));
    pen.oval(0, -19, 18, 5.6, '#dc9c46');
    for (let petal = 0; petal < 8; petal += 1)
      pen.at({ y: -19, scale: [1, 0.32] }, () =>
        pen.at({ turn: (petal * Math.PI) / 4 }, () => pen.oval(0, -9, 3, 6, faint('#a8621c', 0.7))),
      );
    pen.oval(0, -19, 3.4, 1.4, '#a8621c');
  });
}
