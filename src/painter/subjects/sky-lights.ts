import { createRandom, mixSeed } from '../../shared/random.ts';
import { faint, lighter } from '../colour.ts';
import { shining } from './lit.ts';
import type { Pen } from './pen.ts';

const every = 0.2;
const burning = 1.3;

/** Shooting stars across the whole sky, all from one corner. */
export const meteors = shining({
  height: 0.74,
  width: 1,
  anchor: 'sky',
  paint: (pen) => {
    const seed = Math.floor(pen.random() * 2 ** 32);
    const half = (pen.aspect / 0.74) * 50;
    const first = Math.ceil((pen.seconds - burning) / every);
    pen.context.save();
    pen.context.globalCompositeOperation = 'lighter';
    for (let index = first; index * every <= pen.seconds; index += 1) {
      const random = createRandom(mixSeed(seed, index + 1000));
      const life = (pen.seconds - index * every) / burning;
      const x = half * (0.9 - (((index + 40) * 0.618) % 1) * 1.7);
      const y = -112 + random.next() * 62;
      const long = 26 + random.next() * 34;
      const gone = (1 - (1 - life) ** 2) * long * 1.5;
      const [hx, hy] = [x - gone, y + gone * 0.55];
      const tail = long * Math.min(1, life * 3);
      const bright = Math.sin(Math.PI * Math.min(1, life * 1.05)) ** 0.6;
      const colour = random.pick(['#ffffff', '#cfe6ff', '#fff0c8'] as const);
      pen.strand(
        [hx + tail, hy - tail * 0.55, hx + tail * 0.4, hy - tail * 0.22, hx, hy],
        pen.fade(hx + tail, hy - tail * 0.55, hx, hy, faint(colour, 0), faint(colour, bright)),
        1.2,
      );
      pen.glow(hx, hy, 5, colour, bright * 0.9);
    }
    pen.context.restore();
  },
});

/** Sparks of green and gold that wander and breathe. */
export const fireflies = shining({
  height: 0.6,
  width: 1,
  anchor: 'ground',
  paint: (pen) => {
    const half = (pen.aspect / 0.6) * 50;
    for (let index = 0; index < 70; index += 1) {
      const [a, b, c] = [pen.random(), pen.random(), pen.random()];
      const x = (a * 2 - 1) * half + pen.sway(5 + c * 4, index) * 7;
      const y = -4 - b * 104 + pen.sway(4 + a * 4, index * 2) * 5;
      const shine = Math.max(0, pen.sway(1.6 + c * 2.4, index * 1.7)) ** 1.4;
      const size = 0.5 + c * 0.8;
      pen.glow(x, y, 7 * size, c < 0.5 ? '#d8ff6a' : '#ffe27a', shine * 0.8);
      pen.oval(x, y, 0.7 * size, 0.7 * size, faint('#fffbe0', Math.min(1, shine * 1.6)));
    }
  },
});

/** A ring of fire around nothing: light bent over a black hole. */
export const blackHole = shining({
  height: 0.66,
  width: 1.9,
  anchor: 'sky',
  paint: (pen) => {
    pen.at({ y: -50, turn: -0.16 }, () => {
      pen.glow(0, 0, 92, '#ff9a3c', 0.5);
      disc(pen, false);
      pen.oval(0, 0, 36, 36, pen.round(0, 0, 36, '#ffe9c0', '#ffd08a', '#ff9a4a'));
      pen.oval(0, 0, 32.5, 32.5, '#120806');
      pen.oval(0, 0, 30, 30, '#000000');
      disc(pen, true);
      pen.glow(-44, 2, 34, '#fff0d0', 0.55);
    });
  },
});

/** The glowing disc: its far half behind the hole, its near half before it. */
function disc(pen: Pen, isNear: boolean): void {
  const { context } = pen;
  context.save();
  context.globalCompositeOperation = 'lighter';
  for (let ring = 0; ring < 16; ring += 1) {
    const rx = 40 + ring * 3.5;
    const flicker = 0.75 + 0.25 * Math.sin(pen.seconds * (3 - ring * 0.1) + ring * 2.1);
    context.beginPath();
    context.ellipse(
      0,
      isNear ? 2 : -1,
      rx,
      isNear ? rx * 0.13 : rx * 0.16,
      0,
      isNear ? 0 : Math.PI,
      isNear ? Math.PI : 2 * Math.PI,
    );
    context.strokeStyle = faint(
      ring < 4 ? '#fff2d4' : ring < 9 ? '#ffc070' : '#f0703a',
      (0.62 - ring * 0.034) * flicker,
    );
    context.lineWidth = 3.4;
    context.stroke();
  }
  for (let clot = 0; clot < 20; clot += 1) {
    const angle = pen.seconds * 1.4 + clot * 0.314;
    const wrapped = ((angle % (2 * Math.PI)) + 2 * Math.PI) % (2 * Math.PI);
    if (wrapped < Math.PI !== isNear) continue;
    const rx = 44 + (clot % 5) * 9;
    pen.oval(Math.cos(angle) * rx, Math.sin(angle) * rx * 0.14, 6, 1, faint('#fff4dc', 0.5));
  }
  context.restore();
}

const worlds = [
  [17, 2, '#b8a898', 9],
  [24, 3, '#e8c07a', 6.6],
  [32, 3.3, '#4f9fe0', 5],
  [40, 2.6, '#d8603c', 3.9],
  [53, 7, '#d8a878', 2.6],
  [67, 6, '#e8cf98', 1.9],
  [80, 4.4, '#8fd8e0', 1.4],
  [92, 4.2, '#4a6fd8', 1.1],
] as const;

/** The sun and eight planets on their paths. */
export const solarSystem = shining({
  height: 0.72,
  width: 2,
  anchor: 'sky',
  paint: (pen) => {
    const places = worlds.map(([far, size, colour, speed], index) => {
      const angle = index * 2.3 + pen.seconds * speed * 0.16;
      return {
        far,
        size: size * 1.45,
        colour,
        x: Math.cos(angle) * far,
        y: -50 + Math.sin(angle) * far * 0.46,
        isNear: Math.sin(angle) > 0,
      };
    });
    for (const { far } of places) {
      pen.context.beginPath();
      pen.context.ellipse(0, -50, far, far * 0.46, 0, 0, 2 * Math.PI);
      pen.context.strokeStyle = faint('#cfe0ff', 0.3);
      pen.context.lineWidth = 0.5;
      pen.context.stroke();
    }
    const paint = (isNear: boolean): void => {
      for (const [index, world] of places.entries()) {
        if (world.isNear !== isNear) continue;
        const { x, y, size, colour } = world;
        pen.oval(
          x,
          y,
          size,
          size,
          pen.round(x * 0.94, y + (-50 - y) * 0.06, size * 1.5, lighter(colour, 0.5), colour, '#10121c'),
        );
        if (index === 5) {
          pen.context.beginPath();
          pen.context.ellipse(x, y, size * 1.8, size * 0.5, -0.3, 0, 2 * Math.PI);
          pen.context.strokeStyle = faint('#f2e0b8', 0.85);
          pen.context.lineWidth = 1.3;
          pen.context.stroke();
        }
      }
    };
    paint(false);
    pen.glow(0, -50, 36, '#ffb84a', 0.9);
    pen.oval(0, -50, 14, 14, pen.round(-2, -52, 17, '#fffbe0', '#ffe07a', '#ff9a2c'));
    paint(true);
  },
});
