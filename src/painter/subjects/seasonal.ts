import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import type { Pen } from './pen.ts';

/** Carved pumpkins with a light inside; bats flit above. */
export const pumpkin = lit({
  height: 0.56,
  width: 1.7,
  anchor: 'ground',
  bounds: around(200, 10),
  shadow: 84,
  body: (pen) => {
    const skin = pen.tint(['#f0852c', '#e8752a']);
    gourd(pen, -60, 0, 0.56, skin);
    gourd(pen, 62, 1, 0.62, lighter(skin, 0.1));
    gourd(pen, 0, 2, 1, skin);
    for (const [index, [x, y, size]] of (
      [
        [-52, -84, 1],
        [40, -94, 0.8],
        [74, -74, 0.6],
      ] as const
    ).entries())
      bat(pen, x + pen.sway(3.1, index * 2) * 8, y + pen.sway(1.7, index) * 4, size, index);
  },
  glow: (pen) => {
    for (const [x, scale] of [
      [-60, 0.56],
      [62, 0.62],
      [0, 1],
    ] as const)
      pen.at({ x, scale }, () =>
        pen.glow(0, -32, 52, '#ffb23c', (pen.light.isDark ? 0.55 : 0.2) * (0.85 + 0.15 * pen.sway(0.43, x))),
      );
  },
});

function gourd(pen: Pen, x: number, index: number, scale: number, skin: string): void {
  pen.at({ x, scale }, () => {
    pen.path('M-5-64C-6-74-2-80 6-84L10-79C5-76 5-70 6-63Z', '#5a7a3a');
    for (const [dx, wide, shade] of [
      [-30, 20, 0.26],
      [30, 20, 0.34],
      [-17, 22, 0.12],
      [17, 22, 0.18],
      [0, 21, 0],
    ] as const)
      pen.oval(
        dx,
        -33,
        wide,
        33,
        pen.fade(0, -66, 0, 0, lighter(darker(skin, shade), 0.22), darker(skin, shade), darker(skin, shade + 0.3)),
      );
    const flicker = lighter('#ffc83c', 0.25 + 0.25 * pen.sway(0.37, index));
    for (const side of [-1, 1]) pen.path(`M${side * 8}-34L${side * 24}-34L${side * 15}-50Z`, flicker);
    pen.path('M-4-25H4L0-32Z', flicker);
    pen.path(
      'M-30-20C-24-14-18-14-14-18L-10-12L-4-17L2-11L8-17L13-12L17-18C21-14 25-15 30-20C26-2 12 0 0 0C-12 0-26-2-30-20Z',
      flicker,
    );
    for (const side of [-1, 1]) pen.oval(side * 17, -42, 3, 3, '#fff6c8');
  });
}

function bat(pen: Pen, x: number, y: number, size: number, index: number): void {
  const flap = pen.sway(0.34, index) * 0.5;
  pen.at({ x, y, scale: size }, () => {
    for (const side of [-1, 1])
      pen.at({ scale: [side, 1], turn: side * flap * 0.8 }, () =>
        pen.path('M1-1C6-8 14-9 20-4C17-4 15-2 14 2C11-1 8 0 6 4C5 1 3 1 1 3Z', '#1c1826'),
      );
    pen.oval(0, 0, 2.6, 4, '#1c1826');
    pen.path('M-2.400-3L-2-7L0-4L2-7L2.400-3Z', '#1c1826');
  });
}

/** With a hat, a scarf and a carrot; snow falls on it, it waves a twig. */
export const snowman = lit({
  height: 0.62,
  width: 0.95,
  anchor: 'ground',
  bounds: around(120, 8),
  shadow: 36,
  body: (pen) => {
    const scarf = pen.tint(['#d8343a', '#2f7fc0', '#3f9a57']);
    const ball = (y: number, r: number): void =>
      pen.oval(0, y, r, r * 0.94, pen.round(-r * 0.35, y - r * 0.4, r * 1.7, '#ffffff', '#eef4fc', '#b4c6e0'));
    for (const side of [-1, 1])
      pen.at({ x: side * 18, y: -50, turn: side * (-0.5 + (side > 0 ? pen.sway(1.2) * 0.2 : 0)) }, () => {
        pen.line(`M0 0L${side * 26}-4M${side * 18}-3L${side * 24}-11M${side * 20}-3.500L${side * 26} 3`, '#5a3e2a', 2);
      });
    ball(-22, 25);
    ball(-52, 18.5);
    pen.at({ turn: pen.sway(3.4) * 0.02 }, () => {
      ball(-77, 14);
      pen.path('M-14-66C-8-61 8-61 14-66L15-60C8-55-8-55-15-60Z', scarf);
      pen.path('M6-62L14-38L6-36L2-60Z', darker(scarf, 0.16));
      for (const side of [-1, 1]) pen.oval(side * 5, -80, 1.9, 2.1, '#1c1a20');
      pen.path('M0-77L18-74L0-72.500Z', pen.fade(0, -77, 18, -72, '#ffa24a', '#e8742c'));
      for (const [x, y] of [
        [-6, -70.5],
        [-3, -69],
        [0.5, -68.6],
        [4, -69.4],
      ] as const)
        pen.oval(x, y, 1, 1, '#1c1a20');
      pen.path('M-17-87H17L15-90H-15Z', '#23252e');
      pen.path('M-11-90L-10-108H10L11-90Z', pen.fade(-11, 0, 11, 0, '#3a3e4a', '#1c1e26'));
      pen.box(-11, -94, 22, 4.4, 0, scarf);
    });
    for (const y of [-58, -50, -42]) pen.oval(0, y, 1.9, 1.9, '#1c1a20');
  },
});

/** Presents with ribbons; the lid of one lifts and light comes out. */
export const gift = lit({
  height: 0.46,
  width: 1.5,
  anchor: 'table',
  bounds: around(180, 16),
  shadow: 74,
  body: (pen) => {
    const paper = pen.tint(['#d8343a', '#3f7fc0', '#8a4fc0']);
    parcel(pen, -48, 40, 34, '#f2c23a', '#ffffff', 0);
    parcel(pen, 50, 36, 46, '#3f9a6a', '#f6e6b8', 0);
    const lift = Math.max(0, pen.sway(4)) * 10;
    if (lift > 1)
      pen.path('M-26-52L-38-104H38L26-52Z', pen.fade(0, -52, 0, -104, faint('#fff2b8', 0.8), faint('#fff2b8', 0)));
    parcel(pen, 0, 56, 52, paper, '#ffe08a', lift);
  },
  glow: (pen) => {
    for (let star = 0; star < 18; star += 1) {
      const life = (pen.seconds / 2.2 + pen.random()) % 1;
      const x = (pen.random() - 0.5) * 60 * (0.4 + life);
      pen.oval(
        x,
        -54 - life * 46,
        1.4 * (1 - life) + 0.3,
        1.4 * (1 - life) + 0.3,
        faint('#ffe9a0', Math.max(0, pen.sway(4)) * (1 - life)),
      );
    }
  },
});

function parcel(pen: Pen, x: number, wide: number, tall: number, paper: string, ribbon: string, lift: number): void {
  pen.box(
    x - wide / 2,
    -tall,
    wide,
    tall,
    2,
    pen.fade(x - wide / 2, 0, x + wide / 2, 0, lighter(paper, 0.2), paper, darker(paper, 0.3)),
  );
  pen.box(x - 4, -tall, 8, tall, 0, ribbon);
  pen.at({ x, y: -tall - lift, turn: -lift * 0.014 }, () => {
    pen.box(
      -wide / 2 - 3,
      -6,
      wide + 6,
      12,
      2,
      pen.fade(-wide / 2, 0, wide / 2, 0, lighter(paper, 0.3), darker(paper, 0.16)),
    );
    pen.box(-4, -6, 8, 12, 0, lighter(ribbon, 0.2));
    for (const side of [-1, 1])
      pen.path(
        `M0-6C${side * 6}-20 ${side * 22}-22 ${side * 20}-11C${side * 16}-4 ${side * 6}-4 0-6Z`,
        side < 0 ? ribbon : darker(ribbon, 0.14),
      );
    pen.oval(0, -7, 4, 3.6, darker(ribbon, 0.1));
  });
}
