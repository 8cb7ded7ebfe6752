import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Three sunflowers that nod in the wind. */
export const sunflower = lit({
  height: 0.62,
  width: 0.95,
  anchor: 'ground',
  bounds: around(130, 10),
  body: (pen) => {
    const petal = pen.tint(['#f5b81f', '#f5b81f', '#f08a1f']);
    for (const [x, height, size, phase] of [
      [-32, 62, 0.66, 1],
      [32, 70, 0.72, 2.2],
      [0, 78, 1, 0],
    ] as const) {
      const nod = pen.sway(4.1, phase) * 3.4;
      pen.strand([x * 0.8, 0, x * 0.9 - nod * 0.2, -height * 0.5, x + nod, -height], '#4f8a34', 3.6 * size);
      leaf(pen, x * 0.86, -height * 0.32, 0.5 + nod * 0.02, 20 * size);
      leaf(pen, x * 0.86, -height * 0.46, Math.PI - 0.5 + nod * 0.02, 20 * size);
      pen.at({ x: x + nod, y: -height, turn: nod * 0.03, scale: size }, () => bloom(pen, petal));
    }
  },
});

function leaf(pen: Pen, x: number, y: number, turn: number, length: number, colour = '#5fa03c'): void {
  pen.at({ x, y, turn: -turn, scale: length / 20 }, () => {
    pen.path('M0 0C4-8 14-9 20-3C16 6 6 8 0 0Z', pen.fade(0, -8, 0, 6, lighter(colour, 0.2), darker(colour, 0.25)));
    pen.line('M1 0C8-2 13-3 18-3', darker(colour, 0.3), 0.5);
  });
}

function bloom(pen: Pen, petal: string): void {
  for (const [count, length, colour, offset] of [
    [18, 23, darker(petal, 0.2), 0.17],
    [18, 20, petal, 0],
  ] as const) {
    const fill = pen.fade(0, -length, 0, -6, lighter(colour, 0.3), colour, darker(colour, 0.2));
    for (let index = 0; index < count; index += 1) {
      pen.at({ turn: (index / count) * 2 * Math.PI + offset, scale: length / 20 }, () =>
        pen.path('M-3.600-8C-5-14-2-19 0-21C2-19 5-14 3.600-8Z', fill),
      );
    }
  }
  pen.oval(0, 0, 11, 11, pen.round(-2, -3, 12, '#8a5a2c', '#5a3418', '#331c0e'));
  for (let seed = 0; seed < 46; seed += 1) {
    const [angle, far] = [seed * 2.4, Math.sqrt(seed / 46) * 10];
    pen.oval(Math.cos(angle) * far, Math.sin(angle) * far, 0.7, 0.7, seed > 30 ? '#c98a3c' : '#28150a');
  }
}

/** A vase of roses. */
export const roses = lit({
  height: 0.58,
  width: 0.85,
  anchor: 'table',
  bounds: around(110, 10),
  shadow: 34,
  body: (pen) => {
    const colour = pen.tint(['#d22f45', '#f08fa8', '#f4e3d0', '#f0b24a']);
    const heads = [
      [-26, -62, 9.5],
      [26, -62, 9.5],
      [-13, -78, 10.5],
      [14, -80, 10.5],
      [0, -64, 12.5],
    ] as const;
    for (const [index, [x, y]] of heads.entries()) {
      pen.strand([0, -30, x * 0.4, -46, x + pen.sway(4.4, index) * 0.8, y], '#3f7a38', 2);
    }
    for (const [x, y, turn] of [
      [-14, -50, 2.7],
      [14, -50, 0.4],
      [-8, -44, 2.3],
      [10, -44, 0.8],
      [-22, -54, 3.3],
      [22, -54, -0.2],
    ] as const) {
      leaf(pen, x, y, turn + pen.sway(3.8, x) * 0.05, 15, '#3f8a44');
    }
    for (const [index, [x, y, radius]] of heads.entries()) rose(pen, x + pen.sway(4.4, index) * 0.8, y, radius, colour);
    pen.path(
      'M-11-40C-8-34-22-24-21-12C-20-3-12 0 0 0C12 0 20-3 21-12C22-24 8-34 11-40Z',
      pen.fade(-21, 0, 21, 0, '#eef6fa', '#a9c8d8', '#5f8398'),
    );
    pen.oval(0, -40, 11, 2.4, '#d8e8f0');
    pen.path('M-16-16C-15-24-9-28-7-33C-10-22-11-14-9-5C-13-7-16-10-16-16Z', faint('#ffffff', 0.6));
  },
});

function rose(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.at({ x, y, scale: radius / 10 }, () => {
    for (let petal = 0; petal < 5; petal += 1) {
      pen.at({ turn: (petal / 5) * 2 * Math.PI }, () =>
        pen.oval(0, -4.5, 6.6, 6.2, pen.round(0, -8, 9, lighter(colour, 0.3), colour, darker(colour, 0.25))),
      );
    }
    for (let petal = 0; petal < 4; petal += 1) {
      pen.at({ turn: (petal / 4) * 2 * Math.PI + 0.5 }, () =>
        pen.oval(
          0,
          -2.6,
          4.6,
          4.4,
          pen.round(0, -5, 6, lighter(colour, 0.18), darker(colour, 0.08), darker(colour, 0.36)),
        ),
      );
    }
    pen.oval(0, 0, 3.4, 3.2, darker(colour, 0.22));
    pen.line('M-2.200.6C-2-2.400 2.200-2.400 2.200.2C2 1.800-.4 1.800-.4.4', darker(colour, 0.5), 0.8);
    pen.line('M-5.500-2C-4.500-6 2-7.500 5.500-4M-5 3C-2 7 4 6.500 6 2', faint(darker(colour, 0.5), 0.6), 0.7);
  });
}

/** A branch of cherry blossom; petals fall. */
export const blossom = lit({
  height: 0.62,
  width: 1.5,
  anchor: 'sky',
  bounds: () => ({ left: -330, right: 96, top: -112, bottom: 14 }),
  body: (pen) => {
    const pink = pen.tint(['#f7b6c8', '#fbd3dd', '#f294b0']);
    const sway = pen.sway(5) * 0.018;
    pen.at({ x: -84, y: -62, turn: sway }, () =>
      pen.at({ x: 84, y: 62 }, () => {
        pen.limb([-330, -44, 10, -92, -62, 5.4, -50, -56, 4, -14, -68, 3, 30, -60, 2.2, 74, -74, 1], '#5a3a30');
        pen.limb([-50, -56, 3, -22, -36, 2.2, 12, -28, 1.4, 46, -34, 0.7], '#4f332a');
        pen.limb([-14, -68, 2.4, 4, -88, 1.6, 24, -96, 0.8], '#5a3a30');
        for (const [index, [x, y, size]] of blossomsAt.entries())
          flower(pen, {
            x,
            y,
            size,
            pink: index % 3 === 0 ? lighter(pink, 0.35) : pink,
            turn: index + pen.sway(3, index) * 0.06,
          });
        for (const [x, y] of [
          [60, -70],
          [38, -34],
          [22, -95],
          [-60, -52],
        ] as const) {
          pen.oval(x, y, 2.4, 3.4, darker(pink, 0.25), 0.5);
        }
      }),
    );
    for (let petal = 0; petal < 12; petal += 1) {
      const life = (pen.seconds / 6 + petal / 12) % 1;
      const x = -70 + ((petal * 53) % 140) + life * 26 + Math.sin(life * 9 + petal) * 6;
      pen.oval(
        x,
        -60 + life * 66,
        2.4,
        1.3 + Math.abs(Math.sin(life * 14 + petal)),
        faint(pink, Math.sin(life * Math.PI)),
        life * 9,
      );
    }
  },
});

const blossomsAt = [
  [-66, -60, 0.9],
  [-52, -66, 1],
  [-44, -50, 1.1],
  [-30, -66, 0.9],
  [-24, -42, 1],
  [-10, -30, 0.9],
  [-12, -74, 1.15],
  [2, -62, 1],
  [6, -84, 0.95],
  [10, -34, 1.15],
  [16, -68, 1.2],
  [26, -26, 0.9],
  [30, -54, 1],
  [42, -68, 1.1],
  [54, -62, 0.85],
  [66, -76, 0.95],
  [-38, -76, 0.8],
] as const;

type Flower = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly pink: string;
  readonly turn: number;
};

function flower(pen: Pen, { x, y, size, pink, turn }: Flower): void {
  pen.at({ x, y, turn, scale: size * 1.05 }, () => {
    const fill = pen.round(0, 0, 11, darker(pink, 0.16), pink, lighter(pink, 0.5));
    for (let petal = 0; petal < 5; petal += 1) {
      pen.at({ turn: (petal / 5) * 2 * Math.PI }, () =>
        pen.path('M0 0C-5-2-6.500-8-3-10.500L0-9L3-10.500C6.500-8 5-2 0 0Z', fill),
      );
    }
    for (let stamen = 0; stamen < 7; stamen += 1) {
      const angle = (stamen / 7) * 2 * Math.PI;
      pen.oval(Math.cos(angle) * 3, Math.sin(angle) * 3, 0.7, 0.7, '#f5d06a');
    }
    pen.oval(0, 0, 1.5, 1.5, '#c8506e');
  });
}

/** A broad old tree; `color` makes it an autumn one. */
export const tree = lit({
  height: 0.72,
  width: 1.05,
  anchor: 'ground',
  bounds: around(130, 8),
  shadow: 52,
  body: (pen) => {
    const green = pen.tint(['#4f8f3c', '#5f9a3a', '#d97a2c', '#3f7f4a']);
    const bark = pen.fade(-8, 0, 9, 0, '#8a6244', '#5a3c28', '#3a2618');
    pen.path(
      'M-13 0C-7-6-6-20-6-34C-12-44-22-48-26-56L-22-58C-14-52-6-50-2-46L-1-66H4L5-46C10-50 18-56 24-62L27-59C22-50 12-44 8-34C7-20 8-6 14 0C4-3-4-3-13 0Z',
      bark,
    );
    const lobes = [
      [-30, -52, 19],
      [30, -54, 19],
      [-38, -66, 15],
      [38, -68, 15],
      [-18, -74, 21],
      [18, -76, 21],
      [0, -60, 20],
      [0, -84, 17],
    ] as const;
    for (const [index, [x, y, radius]] of lobes.entries()) {
      const drift = pen.sway(4.6, index) * 0.8;
      pen.oval(x + drift + 1.5, y + 3, radius, radius * 0.86, darker(green, 0.42));
    }
    for (const [index, [x, y, radius]] of lobes.entries()) crown(pen, x + pen.sway(4.6, index) * 0.8, y, radius, green);
  },
});

function crown(pen: Pen, x: number, y: number, radius: number, green: string): void {
  pen.oval(
    x,
    y,
    radius,
    radius * 0.86,
    pen.round(x - radius * 0.4, y - radius * 0.5, radius * 1.6, lighter(green, 0.28), green, darker(green, 0.4)),
  );
  for (let tuft = 0; tuft < 14; tuft += 1) {
    const [angle, far] = [tuft * 2.4 + x, Math.sqrt(tuft / 14) * radius];
    const [tx, ty] = [x + Math.cos(angle) * far, y + Math.sin(angle) * far * 0.86];
    const isLit = Math.cos(angle) + Math.sin(angle) < 0.2;
    pen.oval(tx, ty, 3.4, 2.6, faint(isLit ? lighter(green, 0.32) : darker(green, 0.3), 0.5), angle);
  }
}
