import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';

/** A shark that glides, small fish fleeing before it. */
export const shark = lit({
  height: 0.42,
  width: 2.2,
  anchor: 'sky',
  bounds: around(260, 14, 14),
  body: (pen) => {
    const hide = pen.tint(['#6f8496', '#5f7488', '#7f8f9a']);
    const beat = pen.sway(1.7);
    for (let fish = 0; fish < 7; fish += 1) {
      const [x, y] = [92 + (fish % 3) * 9 + pen.sway(1.1, fish) * 2, -74 + fish * 9];
      pen.path(
        `M${x} ${y}C${x + 3} ${y - 3} ${x + 8} ${y - 3} ${x + 11} ${y}C${x + 8} ${y + 3} ${x + 3} ${y + 3} ${x} ${y}L${x - 4} ${y - 3}V${y + 3}Z`,
        fish % 2 === 0 ? '#f2b53a' : '#f2d68a',
      );
    }
    pen.at({ y: -50 + pen.sway(4) * 3, turn: -0.04 + beat * 0.015 }, () => {
      pen.at({ x: -74, y: 0 }, () =>
        pen.path(
          `M4-4L-24 ${-36 - beat * 2}C-20-18-18-8-18 0C-18 6-16 14-18 ${22 + beat * 2}L4 5Z`,
          darker(hide, 0.12),
        ),
      );
      pen.path('M-2-22L-20-50C-4-46 12-32 22-20Z', darker(hide, 0.16));
      pen.path('M-40 14L-52 26L-34 20Z', darker(hide, 0.2));
      const side = 'M-80-2C-50-16-20-26 20-26C56-26 84-14 96-2C92 8 76 16 50 19C10 23-40 14-80 4Z';
      pen.path(side, pen.fade(0, -26, 0, 20, darker(hide, 0.2), hide, lighter(hide, 0.1)));
      pen.within(side, () => pen.blob([-90, 6, -20, 8, 40, 4, 100, 0, 100, 30, 0, 34, -90, 20], '#eef3f6'));
      pen.path('M18 12C10 26 0 40-14 46C-8 32-6 22-2 12Z', pen.fade(0, 12, 0, 46, hide, darker(hide, 0.3)));
      for (const x of [34, 40, 46]) pen.strand([x, -8, x - 2, -1, x, 6], darker(hide, 0.4), 1.4);
      pen.path('M92 4C82 10 70 12 60 10C70 6 82 4 92 4Z', '#7a2f34');
      for (let tooth = 0; tooth < 7; tooth += 1) pen.path(`M${62 + tooth * 4.2} 8.400l2 3.400l2-4Z`, '#ffffff');
      pen.oval(72, -6, 2.8, 2.8, '#0e1014');
      pen.oval(73, -7, 0.8, 0.8, '#ffffff');
      pen.oval(88, -3, 1.3, 0.9, darker(hide, 0.5));
    });
  },
});

/** A frog on a lily pad; its throat swells, now and then it hops. */
export const frog = lit({
  height: 0.42,
  width: 1.5,
  anchor: 'water',
  bounds: around(180, 40, 14),
  body: (pen) => {
    const green = pen.tint(['#5fae3c', '#4f9a44', '#7fb83a']);
    pen.oval(0, 2, 74, 13, faint('#0a2018', 0.35));
    pen.oval(0, -2, 72, 12, pen.fade(0, -14, 0, 10, '#7fc05a', '#3f8044'));
    pen.path('M0-2L70-8L72 2Z', '#2f6a3c');
    for (const turn of [0.5, 1.2, 2.2, 3, 4, 5])
      pen.line(
        `M0-2L${Math.round(Math.cos(turn) * 60)} ${Math.round(-2 + Math.sin(turn) * 9)}`,
        faint('#dff2b8', 0.5),
        0.8,
      );
    pen.at({ x: 52, y: -10, scale: 0.7 }, () => {
      for (const turn of [-0.9, -0.45, 0, 0.45, 0.9])
        pen.at({ turn }, () => pen.path('M0 0C-7-8-5-20 0-26C5-20 7-8 0 0Z', turn === 0 ? '#ffe0ea' : '#f29ab8'));
    });
    const jump = Math.max(0, pen.sway(3.2)) ** 3;
    pen.at({ x: -8, y: -6 - jump * 26, scale: [1, 1 + jump * 0.1] }, () => {
      for (const side of [-1, 1]) {
        pen.blob(
          [side * 10, -20, side * 32, -30, side * 40, -14, side * 30, -4, side * 12, -4],
          side > 0 ? darker(green, 0.22) : darker(green, 0.1),
        );
        pen.limb([side * 30, -6, 4, side * (36 + jump * 4), 2 + jump * 14, 3], darker(green, 0.16));
        pen.limb([side * 12, -22, 4.6, side * 17, -2, 3.4], side > 0 ? darker(green, 0.12) : green);
        for (const toe of [-4, 0, 4]) pen.oval(side * 18 + toe, 0, 2.6, 1.8, lighter(green, 0.12));
      }
      pen.path(
        'M-22-12C-24-36-14-48 0-48C14-48 24-36 22-12C14-2-14-2-22-12Z',
        pen.fade(-22, 0, 22, 0, lighter(green, 0.25), green, darker(green, 0.2)),
      );
      const throat = Math.max(0, pen.sway(0.9));
      pen.oval(0, -18, 14 + throat * 2, 13 + throat * 2.5, '#f2f0b8');
      pen.path(
        'M-26-44C-26-58-14-62 0-60C14-62 26-58 26-44C22-32-22-32-26-44Z',
        pen.fade(0, -62, 0, -32, lighter(green, 0.25), green),
      );
      for (const side of [-1, 1]) {
        pen.oval(side * 15, -60, 9, 9, side > 0 ? darker(green, 0.08) : lighter(green, 0.1));
        const open = 1 - Math.max(0, pen.sway(3.7)) ** 60;
        pen.oval(side * 15, -61, 6.4, 6.4 * open + 0.3, '#f7e27a');
        pen.oval(side * 15, -61, 3.2, 4.4 * open, '#17140e');
        pen.oval(side * 15 + 1.4, -63, 1.3, 1.3 * open, '#ffffff');
      }
      pen.strand([-19, -44, -9, -38, 0, -37, 9, -38, 19, -44], darker(green, 0.5), 1.4);
      for (const [x, y] of [
        [-12, -52],
        [10, -53],
        [2, -55],
      ] as const)
        pen.oval(x, y, 2.4, 1.5, darker(green, 0.24));
    });
  },
});

/** A snake that winds; its tongue flicks. */
export const snake = lit({
  height: 0.38,
  width: 1.8,
  anchor: 'ground',
  bounds: around(210, 14),
  shadow: 84,
  body: (pen) => {
    const hide = pen.tint(['#5f9a44', '#8a8a3c', '#b5662c']);
    const wave = (share: number): readonly [number, number] => [
      -82 + share * 124,
      -9 - Math.abs(Math.sin(share * 6.6 - pen.seconds * 2.2)) * 15 * (0.5 + share * 0.5),
    ];
    const points = Array.from({ length: 17 }, (_, index) => wave(index / 16));
    const joints = points.flatMap(([x, y], index) => [x, y, 2 + Math.min(9, index * 1.1)]);
    const [ex, ey] = points.at(-1) ?? [40, -12];
    const rise = pen.sway(2.6) * 3;
    pen.limb(
      [...joints, ex + 14, ey - 22, 8.4, ex + 10, -62 + rise, 7.6, ex + 22, -74 + rise, 7],
      pen.fade(0, -80, 0, 0, lighter(hide, 0.2), hide, darker(hide, 0.2)),
    );
    for (const [index, [x, y]] of points.entries())
      if (index > 2) pen.oval(x, y - 3, 4.6, 3, index % 2 === 0 ? darker(hide, 0.42) : lighter(hide, 0.42));
    for (const y of [-30, -42, -54]) pen.oval(ex + 13, y + rise * 0.6, 3.4, 3, darker(hide, 0.4));
    pen.at({ x: ex + 26, y: -76 + rise, turn: 0.1 + pen.sway(1.9) * 0.08 }, () => {
      const flick = Math.max(0, pen.sway(0.8));
      pen.strand([16, 3, 20 + flick * 8, 4, 24 + flick * 10, 1], '#d8303c', 1.2);
      pen.strand([20 + flick * 8, 4, 24 + flick * 10, 7], '#d8303c', 1.2);
      pen.path(
        'M-12-6C-4-13 10-10 18-2C19 2 16 6 8 7C0 8-8 8-12 4Z',
        pen.fade(0, -11, 0, 8, lighter(hide, 0.25), hide),
      );
      pen.line('M4 4C10 4 14 3 18 1', darker(hide, 0.5), 1);
      pen.oval(7, -4, 2.6, 2.6, '#f7e05a');
      pen.oval(7.4, -4, 0.8, 2.2, '#14110c');
    });
  },
});

/** A parrot on its perch that bobs and spreads a wing. */
export const parrot = lit({
  height: 0.66,
  width: 0.85,
  anchor: 'ground',
  bounds: around(110, 8),
  shadow: 24,
  body: (pen) => {
    const red = pen.tint(['#e03a2c', '#2f8fd0', '#3fae4a']);
    pen.limb([0, -28, 2.6, 0, -2, 3], '#7a5a3c');
    pen.oval(0, -1, 18, 3, '#6a4c32');
    pen.limb([-34, -29, 3, 34, -29, 3], pen.fade(0, -32, 0, -26, '#a8845a', '#6a4c32'));
    const bob = pen.sway(1.6);
    pen.at({ y: -30 + bob, turn: bob * 0.04 }, () => {
      for (const [x, tint] of [
        [-6, '#2f6fd0'],
        [0, darker(red, 0.1)],
        [5, '#f2c230'],
      ] as const)
        pen.path(`M${x - 3}-8L${x - 8} 28L${x}  31L${x + 4}-8Z`, tint);
      const open = Math.max(0, pen.sway(3.3)) ** 2;
      pen.path(
        'M-17-26C-18-46-8-58 6-58C18-54 20-34 12-14C6-2-8 0-12-6C-16-12-17-20-17-26Z',
        pen.fade(-16, 0, 18, 0, darker(red, 0.16), red, lighter(red, 0.2)),
      );
      pen.at({ x: -8, y: -42, turn: open * 0.9 }, () => {
        pen.path('M-4-6C-14 4-16 22-10 40C-2 30 8 14 8 0Z', '#f2c230');
        pen.path('M-6 8C-14 18-14 28-9 40C-3 32 3 22 5 12Z', '#2f8f5a');
        pen.path('M-8 20C-13 28-12 34-9 41C-5 35-1 29 1 23Z', '#2f5fc0');
      });
      for (const x of [-3, 6]) pen.limb([x, -4, 3, x, 0, 2.6], '#6a6a70');
      pen.at({ x: 8, y: -60, turn: pen.sway(2.4) * 0.14 }, () => {
        pen.oval(0, 0, 14, 13, pen.round(-3, -4, 19, lighter(red, 0.3), red));
        pen.oval(5, -1, 7, 7.4, '#fbf4ec');
        pen.path('M9-8C20-8 24 2 18 10C17 4 14 2 9 2Z', pen.fade(9, -8, 20, 8, '#4a4a50', '#17171b'));
        const talk = Math.max(0, pen.sway(0.7)) * 3;
        pen.path(`M9 3C14 3 15 6 14 ${8 + talk}C11 ${7 + talk} 9 6 9 3Z`, '#2a2a2e');
        pen.oval(5, -3, 2.6, 2.6, '#17140f');
        pen.oval(5.8, -4, 0.9, 0.9, '#ffffff');
      });
    });
  },
});
