import { faint } from '../colour.ts';
import { figure } from './figure.ts';
import { lit } from './lit.ts';
import type { Pen } from './pen.ts';
import { sporty } from './sports.ts';

/** A child blows soap bubbles, which drift away and shimmer. */
export const bubbles = lit({
  height: 0.66,
  width: 1.3,
  anchor: 'ground',
  bounds: () => ({ left: -66, right: 20, top: -80, bottom: 6 }),
  body: (pen) => {
    const child = sporty(pen, {
      style: pen.pick(['short', 'bun', 'long'] as const),
      top: pen.tint(['#f2b53a', '#e8607a', '#4f9ad8']),
      bottom: '#4a6aa8',
      shoes: '#e0483c',
      hem: 8,
    });
    pen.oval(-34, 0, 17, 2, 'rgba(6,8,14,0.35)');
    pen.at({ x: -34, scale: 0.66 }, () =>
      figure(pen, child, {
        hips: [0.1, -0.08],
        knees: [0.06, 0.04],
        shoulders: [1.35, 0.5],
        elbows: [1.1, 1.5],
        lean: 0.03 + pen.sway(2.4) * 0.02,
      }),
    );
    pen.line('M-23-55L-14-59', '#e0483c', 1.1);
    ring(pen, -13, -60, 2.6);
  },
  glow: (pen) => {
    for (let index = 0; index < 22; index += 1) {
      const life = (pen.seconds / 6.5 + index / 22) % 1;
      const [lane, size] = [pen.random(), 2.6 + pen.random() * 5.6];
      const x = -10 + life * (40 + lane * 55) + Math.sin(life * 8 + index) * 4;
      const y = -60 - Math.sin(life * 1.7) * (10 + lane * 46) + Math.sin(life * 6 + index * 2) * 3;
      soap(pen, x, y, size * Math.min(1, 0.3 + life * 5), Math.min(1, (1 - life) * 5));
    }
  },
});

function ring(pen: Pen, x: number, y: number, radius: number): void {
  pen.context.beginPath();
  pen.context.arc(x, y, radius, 0, 7);
  pen.context.strokeStyle = '#e0483c';
  pen.context.lineWidth = 0.9;
  pen.context.stroke();
}

function soap(pen: Pen, x: number, y: number, radius: number, shown: number): void {
  pen.oval(
    x,
    y,
    radius,
    radius,
    pen.round(
      x,
      y,
      radius,
      faint('#ffffff', 0.12 * shown),
      faint('#bfe8ff', 0.24 * shown),
      faint('#f0b8ff', 0.75 * shown),
    ),
  );
  pen.context.beginPath();
  pen.context.arc(x, y, radius, 0, 7);
  pen.context.strokeStyle = faint('#ffffff', 0.9 * shown);
  pen.context.lineWidth = 0.5;
  pen.context.stroke();
  pen.oval(x - radius * 0.36, y - radius * 0.42, radius * 0.24, radius * 0.16, faint('#ffffff', 0.9 * shown), -0.6);
}
