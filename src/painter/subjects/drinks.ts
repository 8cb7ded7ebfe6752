import { darker, faint, lighter } from './colour.ts';
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
