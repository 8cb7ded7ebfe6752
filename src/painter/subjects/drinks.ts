import { darker, faint, lighter } from '../colour.ts';
import { around, lit } from './lit.ts';
import { steam } from './parts.ts';
import type { Pen } from './pen.ts';

const china = ['#f4efe6', '#d9e4e8', '#e9c9b0', '#7fa39a', '#c8574b'] as const;

/** A cup with a rosetta of milk, on its saucer, seen from a little above. */
export const coffee = lit({
  height: 0.44,
  width: 1.5,
  anchor: 'table',
  bounds: around(170),
  shadow: 88,
  body: (pen) => {
    const cup = pen.tint(china);
    saucer(pen, cup);
    handle(pen, cup);
    bowl(pen, cup);
    crema(pen);
  },
  glow: (pen) => steam(pen, 0, -78, 60, 70, 0.2),
});

function saucer(pen: Pen, cup: string): void {
  pen.oval(0, -10, 74, 17, darker(cup, 0.3));
  pen.oval(0, -13, 74, 17, pen.fade(-70, 0, 70, 0, lighter(cup, 0.3), cup, darker(cup, 0.2)));
  pen.oval(0, -13, 50, 11, pen.fade(-40, 0, 50, 0, darker(cup, 0.3), darker(cup, 0.1)));
  // The spoon.
  pen.strand([30, -3, 52, -9, 72, -17], '#b9bec6', 2.6);
  pen.oval(28, -2.5, 9, 3.4, pen.fade(20, -5, 36, 0, '#f4f6f8', '#8f959e'), -0.2);
}

function handle(pen: Pen, cup: string): void {
  pen.line('M44-60C70-66 72-32 38-30', darker(cup, 0.2), 10);
  pen.line('M44-61C67-66 68-35 38-32', lighter(cup, 0.2), 3);
}

function bowl(pen: Pen, cup: string): void {
  const side = pen.fade(-50, 0, 50, 0, lighter(cup, 0.25), lighter(cup, 0.5), cup, darker(cup, 0.32));
  pen.path('M-50-74C-50-40-36-16-22-12C-10-8 10-8 22-12C36-16 50-40 50-74Z', side);
  pen.path('M-42-58C-38-36-30-22-24-18C-30-32-36-46-36-62Z', 'rgba(255,255,255,0.45)');
  pen.oval(0, -74, 50, 16, lighter(cup, 0.4));
  pen.oval(0, -74, 46.5, 14, darker(cup, 0.35));
}

function crema(pen: Pen): void {
  pen.context.save();
  pen.context.beginPath();
  pen.context.ellipse(0, -74, 46.5, 14, 0, 0, 2 * Math.PI);
  pen.context.clip();
  pen.oval(0, -71, 46, 14, pen.round(0, -71, 48, '#a8683a', '#8a4f28', '#5a2f16'));
  pen.at({ y: -71, turn: pen.sway(9) * 0.03, scale: [1, 0.3] }, () => {
    const milk = pen.fade(0, -34, 0, 34, '#fff6e6', '#f0d8b4');
    for (const [y, wide] of [
      [20, 29],
      [8, 25],
      [-4, 19],
      [-15, 12],
    ] as const) {
      pen.path(
        `M0 ${y + 10}C${-wide} ${y + 8} ${-wide - 5} ${y - 14} ${-wide * 0.5} ${y - 16}C${-wide * 0.75} ${y - 2} -8 ${y + 1} 0 ${y + 2}C8 ${y + 1} ${wide * 0.75} ${y - 2} ${wide * 0.5} ${y - 16}C${wide + 5} ${y - 14} ${wide} ${y + 8} 0 ${y + 10}Z`,
        milk,
      );
    }
    pen.path('M0-16C-10-30-9-38-4-38C-2-38 0-36 0-34C0-36 2-38 4-38C9-38 10-30 0-16Z', milk);
    pen.line('M0-30V32', faint('#8a4f28', 0.7), 1.5);
  });
  pen.context.restore();
}

/** A pot of tea and a bowl beside it. */
export const tea = lit({
  height: 0.44,
  width: 1.75,
  anchor: 'table',
  bounds: around(196),
  shadow: 92,
  body: (pen) => {
    const glaze = pen.tint(['#5f8f7a', '#8a4a34', '#3f6a8f', '#e9e2d4']);
    pen.at({ x: -24 }, () => teapot(pen, glaze));
    pen.at({ x: 62 }, () => teaBowl(pen, glaze));
  },
  glow: (pen) => {
    steam(pen, 62, -36, 30, 56, 0.2);
    steam(pen, 34, -72, 14, 34, 0.16);
  },
});

function teapot(pen: Pen, glaze: string): void {
  const side = pen.fade(-46, 0, 46, 0, lighter(glaze, 0.35), glaze, darker(glaze, 0.38));
  pen.line('M-38-56C-74-64-74-16-36-20', darker(glaze, 0.15), 8);
  pen.line('M-38-57C-70-64-72-24-40-21', lighter(glaze, 0.25), 2.4);
  pen.path('M34-40C48-42 50-62 60-70L68-66C62-56 62-32 36-20Z', pen.fade(34, 0, 66, 0, glaze, darker(glaze, 0.3)));
  pen.path('M-46-36C-46-60-28-70 0-70C28-70 46-60 46-36C46-14 30-3 18-3H-18C-30-3-46-14-46-36Z', side);
  pen.path('M-19-4H19L17 0H-17Z', darker(glaze, 0.4));
  pen.path(
    'M-25-66C-22-80 22-80 25-66C12-62-12-62-25-66Z',
    pen.fade(-25, 0, 25, 0, lighter(glaze, 0.4), darker(glaze, 0.2)),
  );
  pen.oval(0, -81, 6, 5, pen.round(-2, -83, 8, lighter(glaze, 0.5), darker(glaze, 0.2)));
  pen.line('M-45-30C-20-22 20-22 45-30', lighter(glaze, 0.4), 1.4);
  pen.path('M-36-50C-30-60-22-63-14-64C-24-56-29-46-31-34C-35-38-37-44-36-50Z', faint('#ffffff', 0.4));
  // Bamboo on the glaze.
  pen.line('M4-22C6-36 8-46 12-58', lighter(glaze, 0.6), 1.4);
  for (const [x, y, turn] of [
    [9, -50, 0.5],
    [7, -42, -2.5],
    [6, -34, 0.6],
  ] as const) {
    pen.at({ x, y, turn }, () => pen.path('M0 0C4-4 10-4 14 0C10 3 4 3 0 0Z', lighter(glaze, 0.6)));
  }
}

function teaBowl(pen: Pen, glaze: string): void {
  pen.path(
    'M-25-34C-24-14-14-4-9-3H9C14-4 24-14 25-34Z',
    pen.fade(-25, 0, 25, 0, lighter(glaze, 0.4), glaze, darker(glaze, 0.36)),
  );
  pen.path('M-10-4L-9 0H9L10-4Z', darker(glaze, 0.4));
  pen.oval(0, -34, 25, 7, lighter(glaze, 0.35));
  pen.oval(0, -34, 22.5, 5.8, darker(glaze, 0.4));
  pen.oval(0, -33, 21.5, 5.2, pen.round(-4, -34, 24, '#d8c35a', '#a8963a', '#7a6a24'));
  pen.oval(-6 + pen.sway(5) * 0.6, -34, 5, 1.3, faint('#ffffff', 0.35));
}
