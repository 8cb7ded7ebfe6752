import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** On its rock; the light goes round. */
export const lighthouse = lit({
  height: 0.7,
  width: 0.75,
  anchor: 'water',
  bounds: around(100),
  body: (pen) => {
    const stripe = pen.tint(['#d23a34', '#d23a34', '#2f5f9e']);
    pen.blob(
      [-44, 6, -40, -8, -26, -16, -14, -20, 0, -17, 14, -21, 26, -14, 38, -10, 46, 6],
      pen.fade(0, -20, 0, 6, '#8a8078', '#5a524e', '#35302f'),
    );
    pen.path('M-30-8L-14-19L-6-6ZM10-18L24-14L16-2Z', faint('#ffffff', 0.12));
    house(pen, stripe);
    const tower = 'M-10-17L-6.500-74H6.500L10-17Z';
    pen.path(tower, pen.fade(-10, 0, 10, 0, '#ffffff', '#f2f0ea', '#9ba3b0'));
    pen.within(tower, () => {
      for (const y of [-68, -48, -28])
        pen.box(-14, y, 28, 10, 0, pen.fade(-10, 0, 10, 0, lighter(stripe, 0.25), stripe, darker(stripe, 0.4)));
    });
    for (const y of [-55, -37]) pen.box(-1.6, y, 3.2, 5, 1.4, pen.light.isDark ? '#ffdf9c' : '#3a4658');
    pen.path('M-3.500-17V-25C-3-28 3-28 3.500-25V-17Z', '#4a3a34');
    pen.box(-9.5, -77, 19, 3.4, 1, '#3a404a');
    for (let x = -8.5; x <= 8.5; x += 3.4) pen.line(`M${x}-77V-81`, '#3a404a', 0.6);
    pen.line('M-9-81H9', '#3a404a', 0.8);
    pen.box(-5, -89, 10, 12, 1, pen.light.isDark ? '#fff2c0' : '#cfe4ee');
    pen.line('M-5-89V-77M0-89V-77M5-89V-77', '#3a404a', 0.9);
    pen.path(
      'M-7-88.500C-6-94-2-96 0-97C2-96 6-94 7-88.500Z',
      pen.fade(-7, 0, 7, 0, lighter(stripe, 0.2), darker(stripe, 0.35)),
    );
    pen.line('M0-97V-100', '#3a404a', 0.9);
  },
  glow: (pen) => {
    const bright = pen.light.isDark ? 1 : 0.25;
    pen.glow(0, -83, 16, '#fff0b8', bright);
    for (const turn of [0, Math.PI]) beam(pen, pen.seconds * 0.9 + turn + 0.4, bright);
    for (let wave = 0; wave < 6; wave += 1) {
      pen.oval(
        -38 + wave * 15 + pen.sway(2.8, wave) * 2,
        4 + (wave % 2),
        9,
        1.1 + 0.5 * pen.sway(2.2, wave),
        faint('#ffffff', 0.5),
      );
    }
  },
});

/** Longest when it points aside, brightest when it points here. */
function beam(pen: Pen, angle: number, bright: number): void {
  const reach = Math.sin(angle) * 150;
  const opacity = 0.5 * bright * Math.max(0, 0.55 + 0.45 * Math.cos(angle));
  if (Math.abs(reach) < 8) return;
  pen.context.save();
  pen.context.globalCompositeOperation = 'lighter';
  pen.blob(
    [0, -85, 0, -85, reach, -100, reach, -100, reach, -70, reach, -70, 0, -81, 0, -81],
    pen.fade(0, 0, reach, 0, faint('#fff2c4', opacity), faint('#fff2c4', opacity * 0.35), faint('#fff2c4', 0)),
  );
  pen.context.restore();
}

function house(pen: Pen, stripe: string): void {
  pen.box(9, -29, 20, 14, 0, pen.fade(9, 0, 29, 0, '#fbf8f0', '#b3b8c2'));
  pen.path('M7-28L19-37L31-28Z', pen.fade(7, 0, 31, 0, stripe, darker(stripe, 0.4)));
  for (const x of [13, 21.5]) pen.box(x, -25, 4, 4.6, 0.6, pen.light.isDark ? '#ffd890' : '#3a4658');
}

/** Its sails turn. */
export const windmill = lit({
  height: 0.72,
  width: 0.95,
  anchor: 'ground',
  bounds: around(120, 10),
  shadow: 34,
  body: (pen) => {
    const cap = pen.tint(['#8a3a2c', '#3f5f4a', '#5a4a3c']);
    for (const [x, colour] of [
      [-30, '#e0485a'],
      [-24, '#f2c53d'],
      [-36, '#f08fa8'],
      [28, '#e0485a'],
      [34, '#f2c53d'],
      [22, '#f4f1ea'],
    ] as const) {
      pen.strand([x, 0, x + pen.sway(3, x) * 0.6, -7], '#4f8a34', 0.9);
      pen.oval(x + pen.sway(3, x) * 0.6, -8, 2, 2.4, colour);
    }
    pen.path('M-18 0L-11-56H11L18 0Z', pen.fade(-18, 0, 18, 0, '#fbf6ea', '#e9e0cc', '#9a9084'));
    pen.line('M-16-14H16M-14-30H14M-12.500-44H12.500', faint('#6e6458', 0.35), 0.7);
    pen.path('M-4 0V-10C-3-14 3-14 4-10V0Z', '#5a3a24');
    for (const y of [-24, -40]) {
      pen.box(-2.6, y - 7, 5.2, 7, 1, pen.light.isDark ? '#ffd890' : '#3f5568');
      pen.line(`M0 ${y - 7}V${y}M-2.600 ${y - 3.5}H2.600`, '#ffffff', 0.6);
    }
    pen.box(-19, -21, 38, 2.4, 0.6, '#6e4a30');
    for (let x = -18; x <= 18; x += 6) pen.line(`M${x}-21V-26`, '#6e4a30', 0.8);
    pen.line('M-19-26H19', '#6e4a30', 0.9);
    pen.path(
      'M-13-55C-12-68-5-73 0-73C6-73 12-68 13-55Z',
      pen.fade(-13, 0, 13, 0, lighter(cap, 0.25), cap, darker(cap, 0.4)),
    );
    pen.at({ y: -60, turn: pen.seconds * 0.75 + 0.4 }, () => {
      for (let sail = 0; sail < 4; sail += 1) pen.at({ turn: (sail * Math.PI) / 2 }, () => sailOf(pen));
    });
    pen.oval(0, -60, 3, 3, '#4a3020');
  },
});

function sailOf(pen: Pen): void {
  pen.line('M0 0V-41', '#5a3a24', 1.6);
  pen.path('M1-9L10-10V-40L1-41Z', faint('#fff8ea', 0.92));
  pen.line('M1-9H10V-41H1M5.500-9V-41M1-17H10M1-25H10M1-33H10', '#7a5638', 0.7);
}

/** A castle of many towers, with flags. */
export const castle = lit({
  height: 0.62,
  width: 1.45,
  anchor: 'ground',
  bounds: around(166, 6),
  shadow: 84,
  body: (pen) => {
    const roof = pen.tint(['#3f6fa8', '#a8403a', '#5a4a8a']);
    tower(pen, { x: -26, top: -66, half: 8, roof, spire: 22 });
    tower(pen, { x: 28, top: -60, half: 8, roof, spire: 20 });
    tower(pen, { x: 2, top: -74, half: 10, roof, spire: 24 });
    wall(pen, -34, 34, -48);
    tower(pen, { x: -40, top: -50, half: 9, roof, spire: 22 });
    tower(pen, { x: 42, top: -52, half: 9, roof, spire: 22 });
    wall(pen, -62, 62, -28);
    tower(pen, { x: -62, top: -40, half: 9.5, roof, spire: 20 });
    tower(pen, { x: 62, top: -40, half: 9.5, roof, spire: 20 });
    tower(pen, { x: -16, top: -37, half: 6.5, roof, spire: 16 });
    tower(pen, { x: 16, top: -37, half: 6.5, roof, spire: 16 });
    pen.path('M-9 0V-16C-8-24 8-24 9-16V0Z', '#4a3628');
    pen.line('M-4.500 0V-20M0 0V-22M4.500 0V-20M-9-7H9M-9-14H9', '#2e2018', 0.8);
    pen.path('M-9 0L-14 4H14L9 0Z', '#7a6a58');
  },
  glow: (pen) => {
    if (pen.light.isDark) pen.glow(0, -34, 60, '#ffc87a', 0.2);
  },
});

const stone = ['#f4efe4', '#d8d0c4', '#948c88'] as const;

function wall(pen: Pen, left: number, right: number, top: number): void {
  pen.box(left, top, right - left, -top, 0, pen.fade(left, 0, right, 0, ...stone));
  for (let x = left; x < right - 2; x += 7) pen.box(x, top - 4, 4.2, 5, 0.3, stone[1]);
  for (let brick = 0; brick < 22; brick += 1) {
    pen.box(
      left + ((brick * 37) % Math.max(1, right - left - 6)),
      top + 4 + ((brick * 11) % Math.max(1, -top - 8)),
      4,
      1.6,
      0.4,
      faint('#6e665e', 0.22),
    );
  }
}

type Tower = {
  readonly x: number;
  readonly top: number;
  readonly half: number;
  readonly roof: string;
  readonly spire: number;
};

function tower(pen: Pen, { x, top, half, roof, spire }: Tower): void {
  pen.box(x - half, top, half * 2, -top, 0, pen.fade(x - half, 0, x + half, 0, ...stone));
  pen.box(x - half - 1.4, top - 3, half * 2 + 2.8, 4.4, 0.6, pen.fade(x - half, 0, x + half, 0, '#ffffff', '#a8a09a'));
  pen.path(
    `M${x - half - 2} ${top - 3}L${x} ${top - spire - 3}L${x + half + 2} ${top - 3}Z`,
    pen.fade(x - half, 0, x + half, 0, lighter(roof, 0.3), roof, darker(roof, 0.4)),
  );
  for (let y = top + 7; y < -20 && y < top + 22; y += 11) {
    pen.path(
      `M${x - 1.8} ${y + 5}V${y}C${x - 1.6} ${y - 2.6} ${x + 1.6} ${y - 2.6} ${x + 1.8} ${y}V${y + 5}Z`,
      pen.light.isDark ? '#ffd27a' : '#4a4658',
    );
  }
  const tip = top - spire - 3;
  if (tip < -93) return;
  pen.line(`M${x} ${tip}V${tip - 6}`, '#5a4a3c', 0.6);
  const wave = pen.sway(1.6, x) * 1.2;
  pen.blob(
    [
      x,
      tip - 6,
      x + 4,
      tip - 6.5 + wave * 0.4,
      x + 8,
      tip - 4.5 + wave,
      x + 8,
      tip - 4.5 + wave,
      x + 4,
      tip - 3 + wave * 0.4,
      x,
      tip - 2.6,
    ],
    '#e0483c',
  );
}
