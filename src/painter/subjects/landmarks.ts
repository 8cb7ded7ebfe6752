import { darker, lighter, mix } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** The tower in Paris: at night it is lit and sparkles. */
export const eiffelTower = lit({
  height: 0.84,
  width: 0.5,
  anchor: 'ground',
  bounds: around(70, 6, 3),
  shadow: 30,
  body: (pen) => {
    const isDark = pen.light.isDark;
    const iron = pen.color ?? (isDark ? '#f0b45a' : '#8a6a4c');
    const side = pen.fade(-22, 0, 22, 0, lighter(iron, 0.25), iron, darker(iron, 0.3));
    // The legs, with the arch between them, and the shaft above.
    pen.path(
      'M-23 0C-19-12-14-22-11-30H-3.500C-4-22-8-12-12.500 0ZM23 0C19-12 14-22 11-30H3.500C4-22 8-12 12.500 0Z',
      side,
    );
    pen.path('M-15-6C-12-16-6-19 0-19C6-19 12-16 15-6L13-5C10-14 5-17 0-17C-5-17-10-14-13-5Z', darker(iron, 0.16));
    pen.path(
      'M-10-31C-7-42-5-50-4.200-56H4.200C5-50 7-42 10-31H3.600C3.300-40 2-47 0-52C-2-47-3.300-40-3.600-31Z',
      side,
    );
    pen.path('M-4-57C-2.600-70-1.600-80-1.200-90H1.200C1.600-80 2.600-70 4-57Z', side);
    const lattice = mix(iron, isDark ? '#6a3c10' : '#2c2420', 0.5);
    pen.line(
      'M-20-4L-9-26M-13-3L-12-28M-17-14L-7-18M-21-8L-10-10M20-4L9-26M13-3L12-28M17-14L7-18M21-8L10-10M-8-34L-4-52M-4-34L-5-48M8-34L4-52M4-34L5-48M-3-60L1-84M3-60L-1-84M-2-70H2M-2.500-64H2.500M-1.500-77H1.500',
      lattice,
      0.55,
    );
    for (const [y, half] of [
      [-31, 12.5],
      [-56.5, 5.6],
      [-90, 2.2],
    ] as const) {
      pen.box(-half, y - 1.6, half * 2, 3, 0.4, darker(iron, 0.2));
      pen.box(-half, y - 2, half * 2, 0.9, 0.3, lighter(iron, 0.3));
    }
    pen.path('M-1.600-91C-1.600-94 1.600-94 1.600-91Z', iron);
    pen.line('M0-93V-100', iron, 0.7);
    pen.box(-24, -1.6, 13, 2, 0.3, darker(iron, 0.35));
    pen.box(11, -1.6, 13, 2, 0.3, darker(iron, 0.35));
    pigeons(pen);
  },
  glow: (pen) => {
    if (!pen.light.isDark) return;
    pen.glow(0, -30, 44, '#ffb050', 0.4);
    for (let spark = 0; spark < 46; spark += 1) {
      const up = pen.random();
      const across = (pen.random() * 2 - 1) * 21 * (1 - up) ** 1.8 + (pen.random() - 0.5) * 2;
      const shine = Math.sin(pen.seconds * (4 + (spark % 5)) + spark * 2.3);
      if (shine > 0.3) pen.glow(across, -2 - up * 88, 2.4, '#ffffff', shine);
    }
  },
});

/** A few that circle round the tower. */
function pigeons(pen: Pen): void {
  for (let bird = 0; bird < 5; bird += 1) {
    const angle = pen.seconds * 0.5 + bird * 0.45;
    const [x, y] = [Math.sin(angle) * 17, -64 + Math.cos(angle * 1.3) * 7 + bird * 2];
    const beat = pen.sway(0.5, bird * 1.7) * 0.9;
    pen.strand([x - 2, y - beat, x, y, x + 2, y - beat], pen.light.isDark ? '#c9d2e6' : '#f4f4f2', 0.6);
  }
}

/** The television tower in Shanghai. */
export const pearlTower = lit({
  height: 0.84,
  width: 0.42,
  anchor: 'ground',
  bounds: around(60, 6, 3),
  shadow: 24,
  body: (pen) => {
    const steel = '#c3c9d6';
    const pearl = pen.color ?? '#c8486e';
    for (const [x, turn] of [
      [-13, 0.34],
      [13, -0.34],
    ] as const)
      pen.at({ x, turn }, () => pen.box(-1.6, -34, 3.2, 34, 1, darker(steel, 0.2)));
    for (const x of [-5, 0, 5])
      pen.box(x - 1.7, -70, 3.4, 70, 1, pen.fade(x - 2, 0, x + 2, 0, lighter(steel, 0.4), darker(steel, 0.25)));
    ball(pen, 0, -27, 11.5, pearl);
    for (const y of [-41, -47, -53]) ball(pen, 0, y, 2.8, pearl);
    ball(pen, 0, -64, 8, pearl);
    pen.box(-1.6, -84, 3.2, 14, 0.8, steel);
    ball(pen, 0, -79, 3.4, pearl);
    pen.limb([0, -82, 1.2, 0, -99, 0.4], lighter(steel, 0.2));
    pen.path('M-19 0C-17-4 17-4 19 0Z', darker(steel, 0.3));
    pigeons(pen);
  },
  glow: (pen) => {
    if (!pen.light.isDark) return;
    for (const [y, radius] of [
      [-27, 24],
      [-64, 17],
      [-79, 8],
    ] as const)
      pen.glow(0, y, radius, pen.sway(4, y) > 0 ? '#ff6aa8' : '#8a7aff', 0.4 + 0.15 * pen.sway(2, y));
    pen.glow(0, -99, 5, '#ff5a4a', 0.5 + 0.5 * pen.sway(1.2));
  },
});

function ball(pen: Pen, x: number, y: number, radius: number, pearl: string): void {
  pen.oval(
    x,
    y,
    radius,
    radius,
    pen.round(x - radius * 0.4, y - radius * 0.45, radius * 1.6, lighter(pearl, 0.55), pearl, darker(pearl, 0.45)),
  );
  if (radius < 5) return;
  for (const share of [-0.35, 0, 0.35])
    pen.oval(
      x,
      y + radius * share,
      radius * Math.sqrt(1 - share * share) * 0.97,
      radius * 0.09,
      'rgba(255,235,245,0.55)',
    );
}

/** A suspension bridge from side to side; at night its cables are lit. */
export const bridge = lit({
  height: 0.46,
  width: 1,
  anchor: 'water',
  bounds: ({ aspect }) => ({ left: -halfOf(aspect), right: halfOf(aspect), top: -110, bottom: 6 }),
  body: (pen) => {
    const paint = pen.color ?? pen.pick(['#c8452c', '#b9c2cf'] as const);
    const half = halfOf(pen.aspect);
    const tower = Math.min(110, half * 0.62);
    const cable = (x: number): number => {
      const inner = Math.abs(x) <= tower;
      const share = inner ? x / tower : (Math.abs(x) - tower) / tower;
      return inner ? -36 - 58 * share * share : -94 + Math.min(62, share * 74);
    };
    for (const x of [-tower, tower]) pier(pen, x, paint);
    for (let x = -half; x <= half; x += 6) pen.strand([x, Math.min(-31, cable(x)), x, -30], darker(paint, 0.1), 0.6);
    const line: number[] = [];
    for (let x = -half; x <= half; x += 5) line.push(x, Math.min(-30, cable(x)));
    pen.strand(line, lighter(paint, 0.1), 2);
    pen.box(-half, -31, half * 2, 4.6, 0, pen.fade(0, -31, 0, -26, lighter(paint, 0.25), darker(paint, 0.3)));
    pen.box(-half, -26.4, half * 2, 1.6, 0, darker(paint, 0.5));
    for (let car = 0; car < 12; car += 1) {
      const way = car % 2 === 0 ? 1 : -1;
      const gone = ((car * 0.37 * half * 2 + pen.seconds * (10 + (car % 3) * 3)) % (half * 2)) - half;
      const colour = ['#f4f1ea', '#2c3442', '#d8403a', '#3f8fd0', '#f2c230'][car % 5] ?? '#f4f1ea';
      pen.box(gone * way - 3, -33.6, 6, 2.4, 1, colour);
    }
  },
  glow: (pen) => {
    if (!pen.light.isDark) return;
    const half = halfOf(pen.aspect);
    for (let x = -half; x <= half; x += 14) pen.glow(x, -33, 6, '#ffd890', 0.8);
    for (const x of [-1, 1]) pen.glow(x * Math.min(110, half * 0.62), -96, 9, '#ff5a4a', 0.5 + 0.5 * pen.sway(1.4));
  },
});

const halfOf = (aspect: number): number => (aspect / 0.46) * 50 * 1.3;

function pier(pen: Pen, x: number, paint: string): void {
  for (const side of [-4.4, 4.4])
    pen.box(
      x + side - 2,
      -96,
      4,
      98,
      0.6,
      pen.fade(x + side - 2, 0, x + side + 2, 0, lighter(paint, 0.25), darker(paint, 0.25)),
    );
  for (const y of [-92, -74, -56, -40]) pen.box(x - 5, y, 10, 4, 0.4, darker(paint, 0.12));
  pen.box(x - 10, -4, 20, 8, 1, '#7d8590');
}
