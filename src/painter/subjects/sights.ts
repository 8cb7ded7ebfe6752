import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** The Statue of Liberty on its pedestal; the torch flickers, gulls pass. */
export const liberty = lit({
  height: 0.84,
  width: 0.7,
  anchor: 'ground',
  bounds: around(90, 6),
  shadow: 34,
  body: (pen) => {
    const copper = pen.color ?? '#6fae9c';
    const stone = pen.fade(-20, 0, 20, 0, '#d8cdb8', '#b5a98f', '#8a7e68');
    pen.path('M-30 2L-27-8H27L30 2Z', stone);
    pen.path('M-20-8L-16-38H16L20-8Z', stone);
    pen.box(-19, -40, 38, 4, 0, '#c8bda6');
    for (const x of [-10, 0, 10]) pen.box(x - 2, -32, 4, 12, 1, '#8a7e68');
    pen.path(
      'M-13-40C-14-54-10-62-8-70C-4-74 5-74 8-70C10-60 13-52 13-40Z',
      pen.fade(-13, 0, 13, 0, lighter(copper, 0.3), copper, darker(copper, 0.35)),
    );
    for (const [a, b] of [
      [-8, -11],
      [-4, -5],
      [1, 1],
      [5, 7],
      [8, 11],
    ] as const)
      pen.strand([a, -68, (a + b) / 2 - 1, -54, b, -41], faint(darker(copper, 0.4), 0.6), 0.8);
    pen.limb([7, -69, 3, 12, -78, 2.6, 12, -90, 2], copper);
    pen.limb([-7, -69, 3, -11, -60, 2.6, -5, -57, 2.2], lighter(copper, 0.1));
    pen.at({ x: -6, y: -58, turn: -0.25 }, () => pen.box(-4, -7, 6, 11, 0.6, darker(copper, 0.15)));
    pen.limb([0, -72, 2.4, 0.5, -75, 2.2], darker(copper, 0.15));
    pen.oval(0.5, -79, 4, 4.8, pen.fade(-4, 0, 5, 0, lighter(copper, 0.25), darker(copper, 0.15)));
    for (let ray = -3; ray <= 3; ray += 1)
      pen.at({ x: 0.5, y: -82, turn: ray * 0.42 }, () => pen.path('M-0.900 0L0-8L0.900 0Z', lighter(copper, 0.1)));
    pen.path('M-4-81C-2-84 3-84 5-81Z', darker(copper, 0.25));
    pen.path('M9.500-90H14.500L13.500-93H10.500Z', darker(copper, 0.1));
  },
  glow: (pen) => {
    const flare = pen.sway(0.4) * 0.6;
    pen.blob([10, -93, 14, -93, 14.5, -97, 12 + flare, -101, 9.5, -97], '#ffc04a');
    pen.glow(12, -96, 12 + flare, '#ffb04a', 0.8);
    gulls(pen, -26, -76);
  },
});

export function gulls(pen: Pen, x: number, y: number): void {
  for (const [index, [dx, dy, size]] of (
    [
      [0, 0, 1],
      [9, -6, 0.7],
      [-8, 5, 0.6],
    ] as const
  ).entries()) {
    const flap = 1.6 + pen.sway(0.6, index) * 1.6;
    const at = x + dx + pen.seconds * 1.6;
    pen.strand(
      [at - 4 * size, y + dy - flap * size, at, y + dy, at + 4 * size, y + dy - flap * size],
      pen.light.isDark ? '#e8ecf4' : '#3a4454',
      0.6,
    );
  }
}

/** The clock tower at the Thames; its hands turn, a red bus drives by. */
export const bigBen = lit({
  height: 0.86,
  width: 0.85,
  anchor: 'ground',
  bounds: around(110, 6),
  shadow: 36,
  body: (pen) => {
    const stone = pen.fade(-11, 0, 11, 0, '#e8cf9a', '#cfae72', '#947645');
    pen.path('M-52 1V-22H-12V1ZM12 1V-18H52V1Z', pen.fade(0, -22, 0, 1, '#d8bd86', '#8a7248'));
    for (let x = -50; x < 50; x += 6.4)
      if (Math.abs(x + 2) > 14) {
        pen.box(x, x < 0 ? -18 : -14, 3, 11, 1.4, pen.light.isDark ? '#ffd28a' : '#6a5634');
        pen.path(`M${x - 1} ${x < 0 ? -22 : -18}l2.500-5l2.500 5Z`, '#b89a62');
      }
    pen.box(-11, -68, 22, 69, 0, stone);
    for (const x of [-7, -2.5, 2, 6.5])
      for (const y of [-58, -46, -34, -22, -10]) pen.box(x, y, 1.6, 9, 0.8, pen.light.isDark ? '#ffcf86' : '#7a6238');
    pen.box(-13, -82, 26, 15, 0.6, pen.fade(-13, 0, 13, 0, '#f0dcae', '#c8a86c', '#8a6e40'));
    pen.oval(0, -74.5, 6.6, 6.6, '#3a3020');
    pen.oval(0, -74.5, 5.8, 5.8, pen.light.isDark ? '#fff2c8' : '#fbf8ee');
    pen.at({ y: -74.5, turn: pen.seconds * 0.8 }, () => pen.line('M0 0V-4.800', '#1c1a18', 0.7));
    pen.at({ y: -74.5, turn: 1 + pen.seconds * 0.066 }, () => pen.line('M0 0V-3.200', '#1c1a18', 0.9));
    pen.path('M-14-82L-8-89H8L14-82Z', '#5a5c58');
    pen.box(-7, -92, 14, 4, 0, '#cfae72');
    pen.path('M-8-92L0-104L8-92Z', pen.fade(-8, 0, 8, 0, '#7a7c76', '#3a3c3a'));
    pen.line('M0-103V-106', '#f2c23a', 0.8);
    pen.at({ x: ((pen.seconds * 9 + 70) % 130) - 65 }, () => bus(pen));
  },
  glow: (pen) => {
    if (pen.light.isDark) pen.glow(0, -74, 16, '#fff0b8', 0.7);
  },
});

function bus(pen: Pen): void {
  const red = pen.fade(0, -17, 0, -1, '#e8443a', '#c8281f', '#8f1a14');
  pen.box(-14, -17, 28, 15, 2, red);
  for (const y of [-15, -8.5])
    for (const x of [-12, -7, -2, 3, 8]) pen.box(x, y, 4, 4, 0.6, pen.light.isDark ? '#ffe09a' : '#bcd8ea');
  for (const x of [-8, 8]) pen.oval(x, -2, 2.4, 2.4, '#17181c');
}

/** The white mausoleum, its dome and minarets mirrored in the pool. */
export const tajMahal = lit({
  height: 0.56,
  width: 1.9,
  anchor: 'ground',
  bounds: around(210, 8),
  shadow: 90,
  body: (pen) => {
    const marble = ['#ffffff', '#f4efe6', '#cfc6ba'] as const;
    pen.path('M-92 0L-88-10H88L92 0Z', pen.fade(0, -10, 0, 0, '#f0e8dc', '#b8ac9a'));
    for (const x of [-82, 82, -66, 66]) {
      const far = Math.abs(x) < 70;
      const [tall, wide] = far ? [58, 2.6] : [70, 3.2];
      pen.path(
        `M${x - wide}-10L${x - wide * 0.7} ${-tall}H${x + wide * 0.7}L${x + wide}-10Z`,
        pen.fade(x - 3, 0, x + 3, 0, ...marble),
      );
      for (const y of [-26, -42, -56]) pen.box(x - wide - 0.6, y, wide * 2 + 1.2, 1.4, 0, '#d8cec0');
      pen.path(
        `M${x - wide} ${-tall}C${x - wide - 1} ${-tall - 6} ${x + wide + 1} ${-tall - 6} ${x + wide} ${-tall}Z`,
        '#f4efe6',
      );
    }
    pen.path('M-48-10V-48H48V-10Z', pen.fade(-48, 0, 48, 0, ...marble));
    for (const x of [-30, 30]) {
      pen.path(
        `M${x - 8}-48C${x - 12}-58 ${x - 4}-62 ${x}-66C${x + 4}-62 ${x + 12}-58 ${x + 8}-48Z`,
        pen.fade(x - 9, 0, x + 9, 0, ...marble),
      );
      for (const y of [-44, -27]) arch(pen, x - 7, y, 6, 13);
      for (const y of [-44, -27]) arch(pen, x + 3, y, 6, 13);
    }
    pen.box(-16, -54, 32, 45, 0, pen.fade(-16, 0, 16, 0, ...marble));
    arch(pen, -11, -49, 22, 39);
    pen.box(-13, -60, 26, 7, 0, '#e6ddd0');
    pen.path('M-14-60C-24-74-12-84 0-94C12-84 24-74 14-60Z', pen.fade(-18, 0, 18, 0, ...marble));
    pen.line('M0-93V-100', '#d9a93c', 1.4);
    pen.oval(0, -96, 1.5, 1.5, '#f2c23a');
    gulls(pen, -40, -84);
  },
});

function arch(pen: Pen, x: number, y: number, wide: number, tall: number): void {
  const shade = pen.light.isDark ? '#d8a85a' : '#8f8aa0';
  pen.path(
    `M${x} ${y + tall}V${y + wide * 0.6}C${x} ${y + wide * 0.2} ${x + wide * 0.3} ${y + wide * 0.1} ${x + wide / 2} ${y}C${x + wide * 0.7} ${y + wide * 0.1} ${x + wide} ${y + wide * 0.2} ${x + wide} ${y + wide * 0.6}V${y + tall}Z`,
    pen.fade(0, y, 0, y + tall, darker(shade, 0.25), lighter(shade, 0.2)),
  );
}

/** White shells on the harbour, as in Sydney. */
export const operaHouse = lit({
  height: 0.44,
  width: 2.3,
  anchor: 'ground',
  bounds: around(250, 8),
  shadow: 106,
  body: (pen) => {
    pen.path('M-108 1L-102-16H100L108 1Z', pen.fade(0, -16, 0, 1, '#c8a890', '#8a6a58'));
    for (let x = -98; x < 98; x += 7) pen.box(x, -12, 4, 6, 0, pen.light.isDark ? '#ffd28a' : '#5a4a44');
    for (const [x, tall, look] of [
      [76, 44, 1],
      [52, 62, 1],
      [20, 84, 1],
      [-70, 40, -1],
      [-44, 58, -1],
      [-14, 74, -1],
    ] as const)
      pen.at({ x, y: -15, scale: [look, 1] }, () => {
        pen.path(
          `M-26 0C-20 ${-tall * 0.5} -6 ${-tall * 0.86} 16 ${-tall}C14 ${-tall * 0.6} 18 ${-tall * 0.25} 26 0Z`,
          pen.fade(-20, 0, 26, 0, '#ffffff', '#f4efe4', '#c8c2b8'),
        );
        pen.path(
          `M16 ${-tall}C14 ${-tall * 0.6} 18 ${-tall * 0.25} 26 0H8C4 ${-tall * 0.3} 8 ${-tall * 0.7} 16 ${-tall}Z`,
          pen.light.isDark ? '#c88a3c' : '#7a6a62',
        );
        for (const share of [0.25, 0.5, 0.75])
          pen.strand([-26 + share * 30, 0, -14 + share * 20, -tall * 0.55, 16, -tall], faint('#b8b0a4', 0.6), 0.6);
      });
    gulls(pen, 60, -84);
  },
  glow: (pen) => {
    for (let glint = 0; glint < 16; glint += 1)
      pen.oval(
        -100 + ((glint * 37) % 200),
        3 + (glint % 3) * 2,
        5,
        0.6,
        faint('#ffffff', 0.3 + 0.3 * pen.sway(1.4, glint)),
      );
  },
});
