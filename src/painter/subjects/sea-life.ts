import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** What a fish wears: stripes as on a reef, or the patches of a koi. */
type Scales = 'stripes' | 'patches';

/** A small shoal. */
const shoalOf = (scales: Scales, colours: readonly [string, ...(readonly string[])]) =>
  lit({
    height: 0.46,
    width: 1.75,
    anchor: 'sky',
    bounds: around(240, 8, 8),
    shift: (seconds) => 60 * (1 - Math.exp(-seconds / 6)) - 30,
    body: (pen) => {
      const colour = pen.tint(colours);
      const shoal = [
        [-70, -84, 0.32],
        [52, -88, 0.28],
        [-78, -26, 0.42],
        [64, -24, 0.36],
        [0, -52, 1],
      ] as const;
      for (const [index, [x, y, scale]] of shoal.entries()) {
        pen.at(
          {
            x: x + pen.sway(4.6, index) * 4,
            y: y + pen.sway(3.8, index * 2) * 3,
            scale: scale * 0.88,
            turn: pen.sway(4.4, index) * 0.05,
          },
          () => oneFish(pen, colour, index, scales),
        );
      }
    },
  });

export const fish = shoalOf('stripes', ['#f2792b', '#f2c53d', '#3f8fe0', '#e0568a']);
export const koi = shoalOf('patches', ['#e8562a', '#e0402c', '#f07a2c']);

function oneFish(pen: Pen, patch: string, index: number, scales: Scales): void {
  const beat = pen.sway(0.8, index);
  const colour = scales === 'stripes' ? patch : '#faf4ea';
  const ink = scales === 'stripes' ? '#23222c' : lighter(patch, 0.2);
  pen.at({ x: -40, scale: [0.82 + beat * 0.18, 1] }, () =>
    pen.path('M6 0C-6-8-16-22-28-24C-22-10-22 10-28 24C-16 22-6 8 6 0Z', pen.fade(-28, 0, 6, 0, ink, colour, colour)),
  );
  pen.blob([-24, -16, -10, -34, 10, -38 + beat * 2, 24, -28, 26, -18, 0, -14], darker(colour, 0.14));
  pen.blob([-18, 18, -10, 34, 4, 36 - beat * 2, 12, 22], darker(colour, 0.14));
  const hull = 'M-44 0C-30-18-8-28 14-27C36-26 50-12 54 0C50 12 36 25 14 26C-8 27-30 17-44 0Z';
  pen.path(hull, pen.fade(0, -28, 0, 27, lighter(colour, 0.35), colour, darker(colour, 0.24)));
  pen.within(hull, () => {
    if (scales === 'patches') {
      for (const [x, y, rx, ry] of koiPatches) pen.oval(x, y, rx, ry, patch, x);
      return;
    }
    for (const [x, width] of [
      [26, 8],
      [-4, 9],
      [-33, 6],
    ] as const) {
      pen.line(`M${x}-30C${x + 8}-10 ${x + 8} 10 ${x} 30`, ink, width + 3.5);
      pen.line(`M${x}-30C${x + 8}-10 ${x + 8} 10 ${x} 30`, '#ffffff', width);
    }
  });
  pen.at({ x: 8, y: 6, turn: 0.4 + beat * 0.3 }, () =>
    pen.path('M0-5C-8-6-18-2-20 6C-14 11-4 9 2 4Z', pen.fade(-20, 0, 0, 0, ink, lighter(colour, 0.2))),
  );
  pen.oval(41, -6, 4.8, 5, '#ffffff');
  pen.oval(42, -6, 3, 3.3, '#16161c');
  pen.oval(43, -7.4, 1.1, 1.1, '#ffffff');
  pen.line('M52 5C49 7 47 7 45 6', darker(colour, 0.5), 1.2);
}

const koiPatches = [
  [44, -12, 16, 12],
  [10, -20, 17, 13],
  [-24, -6, 13, 12],
  [22, 22, 10, 7],
] as const;

/** Glassy bells that pulse and trail their arms. */
export const jellyfish = lit({
  height: 0.62,
  width: 1.3,
  anchor: 'sky',
  bounds: around(170, 8, 16),
  body: (pen) => {
    const colour = pen.tint(['#ff8fd0', '#8fb8ff', '#b58fff', '#ffb48f']);
    for (const [index, [x, y, scale]] of (
      [
        [-48, -74, 0.4],
        [52, -52, 0.5],
        [0, -66, 1],
      ] as const
    ).entries()) {
      pen.at(
        { x: x + pen.sway(7, index) * 4, y: y + pen.sway(3.2, index * 1.4) * 5, scale, turn: pen.sway(6, index) * 0.1 },
        () => jelly(pen, colour, index * 1.4),
      );
    }
  },
  glow: (pen) => pen.glow(0, -70, 52, '#c9a0ff', pen.light.isDark ? 0.3 : 0.1),
});

function jelly(pen: Pen, colour: string, phase: number): void {
  const pulse = pen.sway(3.2, phase);
  const wide = 30 - pulse * 4;
  for (let arm = 0; arm < 9; arm += 1) {
    const x = -wide * 0.85 + (arm / 8) * wide * 1.7;
    const points = Array.from({ length: 7 }, (_, step) => [
      x * (1 - step * 0.03) + Math.sin(step * 0.9 - pen.seconds * 2 + arm * 0.8 + phase) * step * 1.3,
      step * (arm % 2 === 0 ? 11 : 8.5),
    ]).flat();
    pen.strand(
      points,
      pen.fade(0, 0, 0, 66, faint(lighter(colour, 0.4), 0.85), faint(colour, 0.15)),
      arm % 3 === 1 ? 3.4 : 1.1,
    );
  }
  const dome = pen.round(-8, -18, 46, faint('#ffffff', 0.95), faint(lighter(colour, 0.3), 0.85), faint(colour, 0.75));
  pen.blob(
    [
      -wide,
      2,
      -wide * 1.02,
      -16,
      -wide * 0.62,
      -34 - pulse * 3,
      0,
      -38 - pulse * 3,
      wide * 0.62,
      -34 - pulse * 3,
      wide * 1.02,
      -16,
      wide,
      2,
      wide * 0.55,
      6,
      0,
      1,
      -wide * 0.55,
      6,
    ],
    dome,
  );
  for (const x of [-0.45, -0.15, 0.15, 0.45]) {
    pen.strand(
      [x * wide * 0.7, -28 - pulse * 2, x * wide * 1.3, -14, x * wide * 1.6, 0],
      faint(darker(colour, 0.1), 0.5),
      1.6,
    );
  }
  pen.oval(-wide * 0.35, -22, 6, 3.4, faint('#ffffff', 0.7), -0.6);
}
