import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** A tyrannosaur that stamps and roars. */
export const dinosaur = lit({
  height: 0.74,
  width: 1.65,
  anchor: 'ground',
  bounds: around(190, 12),
  shadow: 56,
  body: (pen) => {
    const hide = pen.tint(['#6f8a4a', '#8a7448', '#5f7f68']);
    const step = pen.seconds * 2.3;
    const roar = Math.max(0, pen.sway(3.8, -0.4)) ** 0.7;
    pen.at({ x: -4, y: -Math.abs(Math.sin(step)) * 1.4, turn: -roar * 0.05 }, () => {
      leg(pen, darker(hide, 0.34), step + Math.PI, 3);
      tail(pen, hide);
      arm(pen, darker(hide, 0.3), 3);
      pen.path(
        'M-30-58C-26-74-8-82 10-82C24-82 34-76 36-66C36-52 28-40 14-35C-2-30-24-36-30-58Z',
        pen.fade(0, -84, 0, -32, darker(hide, 0.16), hide, lighter(hide, 0.4)),
      );
      for (const [x, y] of stripes)
        pen.path(
          `M${x - 3} ${y}C${x - 2} ${y + 7} ${x} ${y + 12} ${x + 3} ${y + 15}C${x + 4} ${y + 9} ${x + 4} ${y + 4} ${x + 3} ${y - 1}Z`,
          darker(hide, 0.34),
        );
      leg(pen, hide, step, 0);
      arm(pen, hide, 0);
      pen.at({ x: 26, y: -70, turn: 0.06 - roar * 0.24 + Math.sin(step) * 0.03 }, () => head(pen, hide, roar));
    });
  },
});

const stripes = [
  [-24, -68],
  [-13, -76],
  [-1, -80],
  [11, -81],
] as const;

function tail(pen: Pen, hide: string): void {
  const swing = pen.sway(2.7) * 5;
  pen.blob(
    [
      -14,
      -76,
      -34,
      -72,
      -58,
      -60 + swing * 0.3,
      -84,
      -52 + swing,
      -88,
      -50 + swing * 1.2,
      -80,
      -46 + swing,
      -54,
      -46 + swing * 0.4,
      -30,
      -42,
      -14,
      -40,
    ],
    pen.fade(0, -76, 0, -42, darker(hide, 0.2), hide, lighter(hide, 0.26)),
  );
  for (const [x, y] of [
    [-36, -70],
    [-50, -63],
    [-63, -57],
  ] as const)
    pen.strand([x, y + 2, x - 1, y + 7, x + 2, y + 12], darker(hide, 0.34), 3);
}

function leg(pen: Pen, hide: string, phase: number, x: number): void {
  const swing = Math.sin(phase) * 0.3;
  const lift = Math.max(0, Math.cos(phase)) * 7;
  pen.at({ x: -8 + x, y: -48, turn: -swing * 0.6 }, () =>
    pen.path('M-16-10C-12-18 10-18 16-8C18 6 12 16 4 20C-4 20-14 8-16-10Z', hide),
  );
  const foot = -4 + x + swing * 32;
  pen.limb([2 + x, -34, 9, -13 + x + swing * 18, -19 - lift, 5.6, foot, -5 - lift, 4.4], hide);
  pen.path(
    `M${foot - 8} ${-lift}C${foot - 8} ${-8 - lift} ${foot + 4} ${-10 - lift} ${foot + 17} ${-lift}Z`,
    darker(hide, 0.08),
  );
  for (const toe of [4, 10, 16]) pen.oval(foot + toe, -1.2 - lift, 2.4, 1.4, '#efe6cc');
}

function arm(pen: Pen, hide: string, x: number): void {
  pen.at({ x: 27 + x, y: -50, turn: pen.sway(1.1, x) * 0.16 }, () => {
    pen.limb([0, 0, 4.4, 6, 9, 3.2, 13, 7, 2.4], hide);
    for (const claw of [-1.4, 1.4]) pen.limb([13, 7 + claw, 1.2, 17, 8 + claw * 1.6, 0.6], '#efe6cc');
  });
}

/** `roar` opens the jaws. */
function head(pen: Pen, hide: string, roar: number): void {
  pen.blob(
    [-18, -12, -2, -20, 14, -24, 22, -10, 14, 4, 4, 18, -12, 16],
    pen.fade(0, -22, 0, 16, darker(hide, 0.12), hide, lighter(hide, 0.34)),
  );
  pen.at({ x: 14, y: -10 }, () => {
    pen.at({ x: 2, y: 4, turn: 0.08 + roar * 0.42 }, () => {
      pen.path('M-6-2C6 0 22 0 36-2C40 2 36 8 28 9C16 11 0 10-6 4Z', pen.fade(0, -2, 0, 10, hide, lighter(hide, 0.4)));
      pen.path('M2-2C12 1 24 1 34-3L33 1C22 4 10 4 2 2Z', '#a8443e');
      pen.path('M10 0C16-3 24-2 28 0C22 3 16 3 10 0Z', '#d9706a');
      teeth(pen, [8, 15, 22, 29], 0, -4.4);
    });
    pen.path(
      'M-10-4C-10-16 0-21 10-20C20-20 30-17 40-13C46-10 46-2 42 2C30 5 10 6-2 6C-8 5-10 1-10-4Z',
      pen.fade(0, -20, 0, 6, darker(hide, 0.14), hide, lighter(hide, 0.14)),
    );
    teeth(pen, [6, 13, 20, 27, 34, 40], 3, 5.6);
    pen.path('M2-18C6-24 12-24 15-19Z', darker(hide, 0.24));
    pen.oval(9, -12, 3.8, 3.4, '#f2d24a');
    pen.oval(10, -12, 1.2, 2.9, '#1a120e');
    pen.path('M3-16C8-18 13-17 15-14L4-14Z', darker(hide, 0.3));
    pen.oval(39, -8, 1.6, 1.1, darker(hide, 0.6), 0.5);
  });
}

function teeth(pen: Pen, all: readonly number[], y: number, long: number): void {
  for (const x of all) pen.path(`M${x - 2.6} ${y}L${x} ${y + long}L${x + 2.6} ${y}Z`, '#fbf6e6');
}
