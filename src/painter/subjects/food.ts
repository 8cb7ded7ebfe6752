import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { flame, steam } from './parts.ts';
import type { Pen } from './pen.ts';

/** Ramen: noodles, an egg, greens, chopsticks. */
export const noodles = lit({
  height: 0.46,
  width: 1.6,
  anchor: 'table',
  bounds: around(176),
  shadow: 88,
  body: (pen) => {
    const bowl = pen.tint(['#b5302a', '#24405e', '#f1e9da']);
    pen.path(
      'M-66-58C-64-30-44-10-28-7H28C44-10 64-30 66-58Z',
      pen.fade(-66, 0, 66, 0, lighter(bowl, 0.3), bowl, darker(bowl, 0.35)),
    );
    pen.path('M-30-8L-26 0H26L30-8Z', darker(bowl, 0.4));
    pen.line('M-63-46C-30-34 30-34 63-46', faint('#ffffff', 0.55), 2.4);
    pen.oval(0, -58, 66, 19, lighter(bowl, 0.25));
    pen.oval(0, -58, 61.5, 16.5, darker(bowl, 0.3));
    pen.oval(0, -57, 60, 15.5, pen.round(0, -57, 62, '#e8a04a', '#c97a2c', '#9a5420'));
    strands(pen);
    toppings(pen);
    chopsticks(pen);
  },
  glow: (pen) => steam(pen, -6, -66, 74, 66, 0.22),
});

function strands(pen: Pen): void {
  for (let strand = 0; strand < 14; strand += 1) {
    const y = -62 + (strand % 7) * 2.1;
    const x = -44 + strand * 3.4;
    pen.strand([x - 10, y + 2, x + 2, y - 5, x + 16, y + 4, x + 30, y - 3, x + 40, y + 2], '#8a5a20', 3.2);
    pen.strand(
      [x - 10, y + 1.4, x + 2, y - 5.6, x + 16, y + 3.4, x + 30, y - 3.6, x + 40, y + 1.4],
      strand % 2 === 0 ? '#f8dc94' : '#efc972',
      2.4,
    );
  }
}

function toppings(pen: Pen): void {
  for (const [x, y, turn] of [
    [-36, -61, -0.2],
    [-24, -67, 0.1],
  ] as const) {
    pen.oval(x, y, 14, 6.2, '#8a4a34', turn);
    pen.oval(x, y - 1, 12.6, 5.2, '#d8957a', turn);
    pen.oval(x, y - 1, 7, 2.6, '#b5654c', turn);
  }
  for (const [x, y] of [
    [24, -55],
    [6, -52],
  ] as const) {
    pen.oval(x, y, 11, 6.8, '#d9cdb8');
    pen.oval(x, y - 0.8, 10.4, 6.2, '#fffaf0');
    pen.oval(x, y - 0.8, 5.6, 3.6, pen.round(x - 1, y - 1.6, 6, '#ffc04a', '#e8852c'));
  }
  for (const [x, turn] of [
    [40, -0.5],
    [46, -0.2],
    [52, 0.1],
  ] as const) {
    pen.at({ x, y: -58, turn }, () =>
      pen.path('M-6 4C-8-10 0-20 6-22C10-12 8-2 2 5Z', pen.fade(0, -20, 0, 4, '#2f5a3a', '#1c3a26')),
    );
  }
  for (let piece = 0; piece < 16; piece += 1) {
    const angle = piece * 2.4;
    pen.oval(
      -4 + Math.cos(angle) * piece * 2.3,
      -60 + Math.sin(angle) * piece * 0.55,
      2,
      1.2,
      piece % 3 === 0 ? '#e0503c' : '#6fb84a',
      angle,
    );
  }
}

function chopsticks(pen: Pen): void {
  pen.at({ x: 6, y: -62, turn: pen.sway(4) * 0.02 }, () => {
    pen.line('M-8 2L62-36M-2 5L70-29', '#4a2818', 3.6);
    pen.line('M-8 1.200L62-36.800M-2 4.200L70-29.800', '#b5603c', 1.6);
  });
}

/** A burger with everything. */
export const burger = lit({
  height: 0.48,
  width: 1.35,
  anchor: 'table',
  bounds: around(150),
  shadow: 74,
  body: (pen) => {
    const squeeze = pen.sway(3.6) * 0.5;
    pen.oval(0, -3, 66, 8, pen.fade(-60, 0, 60, 0, '#b98450', '#7a4f2a'));
    pen.oval(0, -6, 66, 8, pen.fade(-60, 0, 60, 0, '#d9a66c', '#a8743f'));
    pen.path('M-50-22H50C52-10 44-6 34-6H-34C-44-6-52-10-50-22Z', pen.fade(0, -22, 0, -6, '#e8a850', '#b5702a'));
    pen.blob(
      [-54, -26, -44, -20, -30, -26, -16, -19, 0, -25, 16, -19, 30, -26, 44, -20, 54, -26, 50, -32, -50, -32],
      '#5fa83a',
    );
    pen.box(-52, -41, 104, 15, 7, pen.fade(0, -41, 0, -26, '#7a4428', '#4a2616'));
    for (let dot = 0; dot < 12; dot += 1) pen.oval(-46 + dot * 8.4, -34 + (dot % 3) * 2.4, 1.6, 1, '#2e160c');
    pen.path(
      'M-54-42H54L40-37L30-42L18-28L4-42H-14L-26-34L-38-42L-50-36Z',
      pen.fade(0, -44, 0, -28, '#ffd04a', '#f0a52c'),
    );
    for (const x of [-30, 2, 32]) pen.oval(x, -45.5, 20, 4, pen.fade(0, -49, 0, -42, '#f0604a', '#b5302a'));
    pen.blob(
      [
        -56,
        -48,
        -44,
        -42 + squeeze,
        -32,
        -49,
        -18,
        -42,
        -2,
        -49,
        14,
        -42 + squeeze,
        30,
        -49,
        44,
        -42,
        56,
        -48,
        50,
        -55,
        -50,
        -55,
      ],
      pen.fade(0, -55, 0, -42, '#a8d860', '#5fa83a'),
    );
    const top = -51 + squeeze;
    pen.path(
      `M-53 ${top}C-56-84-30-98 0-98C30-98 56-84 53 ${top}C40 ${top + 3} -40 ${top + 3} -53 ${top}Z`,
      pen.round(-16, -84, 76, '#f8cf88', '#e09c48', '#a8642a'),
    );
    for (let seed = 0; seed < 22; seed += 1) {
      const angle = seed * 2.4;
      const far = Math.sqrt(seed / 22);
      pen.oval(Math.cos(angle) * far * 40, -78 + Math.sin(angle) * far * 15, 2.4, 1.5, '#fff2d0', angle);
    }
    pen.path('M-40-70C-36-84-20-91-8-92C-24-86-32-78-36-66Z', faint('#ffffff', 0.3));
  },
  glow: (pen) => steam(pen, 0, -92, 50, 34, 0.1),
});

/** A layer cake with a candle and strawberries. */
export const cake = lit({
  height: 0.5,
  width: 1.3,
  anchor: 'table',
  bounds: around(144),
  shadow: 74,
  body: (pen) => {
    const icing = pen.tint(['#fbe3e8', '#fff6e6', '#e6d8f4', '#6e3f28']);
    pen.oval(0, -4, 64, 9, '#a8b2be');
    pen.oval(0, -6.5, 64, 9, pen.fade(-60, 0, 60, 0, '#ffffff', '#c8d0da'));
    const sponge = pen.fade(-48, 0, 48, 0, '#f4cf90', '#e8b468', '#b57a3a');
    pen.path('M-48-52V-14C-40-6 40-6 48-14V-52Z', sponge);
    for (const y of [-38, -24])
      pen.path(`M-48 ${y}C-40 ${y + 8} 40 ${y + 8} 48 ${y}V${y + 5}C40 ${y + 13}-40 ${y + 13}-48 ${y + 5}Z`, '#fff6ea');
    pen.path('M-48-34C-40-26 40-26 48-34V-31.500C40-23.500-40-23.500-48-31.500Z', '#d8405a');
    pen.oval(0, -53, 48, 11, icing);
    pen.blob(
      [
        -49, -53, -49, -40, -42, -36, -36, -46, -28, -32, -20, -30, -14, -44, -4, -26, 4, -26, 10, -42, 20, -30, 26,
        -28, 32, -44, 40, -34, 46, -38, 49, -53, 30, -46, -30, -46,
      ],
      pen.fade(-48, 0, 48, 0, lighter(icing, 0.4), icing, darker(icing, 0.2)),
    );
    pen.oval(0, -54.5, 47, 10, pen.fade(-46, 0, 46, 0, lighter(icing, 0.5), icing));
    for (const [x, y] of [
      [-34, -57],
      [34, -57],
      [-18, -61],
      [18, -61],
      [-22, -50],
      [22, -50],
      [0, -48],
    ] as const) {
      pen.oval(x, y + 1, 8, 4, '#ffffff');
      pen.path(
        `M${x - 6} ${y - 2}C${x - 7} ${y - 12} ${x + 7} ${y - 12} ${x + 6} ${y - 2}C${x + 4} ${y + 3} ${x - 4} ${y + 3} ${x - 6} ${y - 2}Z`,
        pen.round(x - 2, y - 6, 11, '#ff7a70', '#d8303c', '#8a1824'),
      );
      pen.path(`M${x - 4} ${y - 9}L${x} ${y - 12}L${x + 4} ${y - 9}L${x} ${y - 8}Z`, '#4f9a3a');
    }
    pen.box(-2, -84, 4, 26, 1, pen.fade(-2, 0, 2, 0, '#ffffff', '#8fc0e8'));
    pen.line('M-2-64L2-68M-2-72L2-76M-2-80L2-84', '#e8607a', 1.2);
    pen.line('M0-84V-87', '#2a2426', 0.8);
  },
  glow: (pen) => flame(pen, 0, -87, 5),
});

/** A bowl of fruit. */
export const fruit = lit({
  height: 0.46,
  width: 1.5,
  anchor: 'table',
  bounds: around(160),
  shadow: 72,
  body: (pen) => {
    const bowl = pen.tint(['#e9e2d4', '#3f6f8f', '#b5683c']);
    banana(pen);
    ball(pen, -38, -58, 19, '#e8842c');
    ball(pen, 34, -60, 20, '#d83a38');
    stalk(pen, 34, -78);
    ball(pen, -4, -62, 21, '#8fbf3c');
    stalk(pen, -4, -82);
    grapes(pen);
    pen.path(
      'M-64-50C-62-24-40-8-26-6H26C40-8 62-24 64-50C40-42-40-42-64-50Z',
      pen.fade(-64, 0, 64, 0, lighter(bowl, 0.4), bowl, darker(bowl, 0.36)),
    );
    pen.path('M-28-7L-34 0H34L28-7Z', darker(bowl, 0.3));
    pen.line('M-64-50C-40-42 40-42 64-50', lighter(bowl, 0.5), 2.4);
    pen.path('M-54-40C-50-26-40-16-32-12C-40-24-46-34-48-42Z', faint('#ffffff', 0.35));
  },
  glow: (pen) => pen.glow(-12 + pen.sway(6) * 1.5, -72, 6, '#ffffff', 0.45 + 0.25 * pen.sway(3)),
});

function ball(pen: Pen, x: number, y: number, radius: number, colour: string): void {
  pen.oval(
    x,
    y,
    radius,
    radius * 0.96,
    pen.round(x - radius * 0.35, y - radius * 0.4, radius * 1.6, lighter(colour, 0.45), colour, darker(colour, 0.5)),
  );
  pen.oval(x - radius * 0.36, y - radius * 0.42, radius * 0.24, radius * 0.14, faint('#ffffff', 0.7), -0.6);
}

function stalk(pen: Pen, x: number, y: number): void {
  pen.line(`M${x} ${y + 3}C${x} ${y - 2} ${x + 1} ${y - 5} ${x + 3} ${y - 8}`, '#5a3a20', 1.8);
  pen.at({ x: x + 2, y: y - 3, turn: pen.sway(3.4, x) * 0.08 }, () =>
    pen.path('M0 0C4-8 12-9 16-6C12 1 5 3 0 0Z', '#5fa83a'),
  );
}

function banana(pen: Pen): void {
  for (const [turn, colour] of [
    [-0.12, '#e0b030'],
    [0.12, '#f2cb45'],
  ] as const) {
    pen.at({ x: 8, y: -66, turn }, () => {
      pen.path(
        'M-52-8C-48-30-10-40 26-26C40-20 48-8 50 4C40-6 26-12 8-14C-16-16-36-8-46 2Z',
        pen.fade(0, -36, 0, 2, lighter(colour, 0.3), colour, darker(colour, 0.25)),
      );
      pen.path('M50 4L46-6L42-8L47 5Z', '#5a4020');
    });
  }
}

function grapes(pen: Pen): void {
  for (let grape = 0; grape < 12; grape += 1) {
    const row = Math.floor(grape / 4);
    ball(pen, 46 + ((grape % 4) - row * 0.4) * 6.4 - 6, -50 + row * 6.4 - (grape % 2) * 1.5, 5, '#7a4a9a');
  }
}
