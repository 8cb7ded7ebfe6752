import { darker, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

const balls = ['#e0483c', '#f2c230', '#3f8fd0', '#f4f1ea', '#c94b9a'] as const;
/** The tiers from the lowest up: where one hangs, half its width, its height. */
const tiers = [
  [-12, 36, 34],
  [-34, 29, 30],
  [-54, 22, 28],
  [-72, 14, 20],
] as const;

/** A fir with lights, balls and a star, presents below. */
export const christmasTree = lit({
  height: 0.78,
  width: 0.86,
  anchor: 'ground',
  bounds: around(110, 8),
  shadow: 40,
  body: (pen) => {
    const green = '#2f7a4a';
    pen.box(-5, -14, 10, 13, 1, '#6a4428');
    for (const [y, half, high] of tiers) {
      pen.at({ y }, () =>
        pen.path(
          `M0 ${-high}C${half * 0.3} ${-high * 0.5} ${half * 0.7} ${-high * 0.2} ${half} 0C${half * 0.7} 5 ${half * 0.4} 3 ${half * 0.3} 5C${half * 0.1} 3 ${-half * 0.1} 3 ${-half * 0.3} 5C${-half * 0.4} 3 ${-half * 0.7} 5 ${-half} 0C${-half * 0.7} ${-high * 0.2} ${-half * 0.3} ${-high * 0.5} 0 ${-high}Z`,
          pen.fade(-half, 0, half, 0, lighter(green, 0.18), green, darker(green, 0.35)),
        ),
      );
      pen.strand([-half * 0.8, y - 4, -half * 0.2, y - 1, half * 0.4, y - 8, half * 0.62, y - 12], '#f3d98a', 1.2);
    }
    for (const [index, [x, y]] of hung.entries()) {
      const own = balls[index % balls.length] ?? '#e0483c';
      pen.oval(x, y, 3, 3, pen.round(x - 1, y - 1, 4, lighter(own, 0.5), own, darker(own, 0.3)));
    }
    star(pen);
    for (const [x, wide, high, paper, ribbon] of [
      [-33, 18, 14, '#d8343a', '#f3d98a'],
      [-16, 13, 9, '#3f8fd0', '#f4f1ea'],
      [17, 16, 12, '#f2c230', '#d8343a'],
      [34, 13, 17, '#3f9a57', '#f4f1ea'],
    ] as const) {
      pen.box(
        x - wide / 2,
        -high,
        wide,
        high,
        1,
        pen.fade(x - wide / 2, 0, x + wide / 2, 0, lighter(paper, 0.15), darker(paper, 0.15)),
      );
      pen.box(x - 1.4, -high, 2.8, high, 0, ribbon);
      pen.oval(x - 3, -high - 1, 3, 1.8, ribbon, 0.4);
      pen.oval(x + 3, -high - 1, 3, 1.8, ribbon, -0.4);
    }
  },
  glow: (pen) => {
    pen.glow(0, -97, 16, '#ffe08a', 0.55 + 0.15 * pen.sway(2));
    for (const [index, [x, y]] of lights.entries())
      pen.glow(
        x,
        y,
        5,
        balls[(index * 2) % balls.length] ?? '#ffffff',
        0.5 + 0.5 * Math.sin(pen.seconds * 2.6 + index * 1.9),
      );
  },
});

const hung = [
  [-22, -15],
  [2, -14],
  [20, -18],
  [-12, -32],
  [14, -36],
  [-17, -42],
  [5, -51],
  [-6, -62],
  [9, -68],
  [-2, -78],
] as const;
const lights = [
  [-28, -12],
  [-10, -18],
  [11, -13],
  [28, -12],
  [-20, -34],
  [0, -38],
  [20, -33],
  [-10, -54],
  [12, -57],
  [0, -70],
  [-6, -74],
] as const;

function star(pen: Pen): void {
  pen.at({ y: -95 }, () => {
    pen.path('M0-7L1.900-2.400L6.800-2L3-1.200L4.200 6L0 2.600L-4.200 6L-3 1.200L-6.800-2L-1.900-2.400Z', '#ffd84a');
  });
}
