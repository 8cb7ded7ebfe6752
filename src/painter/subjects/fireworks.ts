import { createRandom, mixSeed, type Random } from '../../shared/random.ts';
import { faint, lighter } from '../colour.ts';
import { shining } from './lit.ts';
import type { Pen } from './pen.ts';

const colours = ['#ff5a4f', '#ffd15c', '#5cc8ff', '#ff7ad9', '#8dff9a', '#c79bff', '#fff1c9'] as const;
const interval = 0.5;
const climb = 0.9;
const burning = 2.6;

/** Rockets climb and burst, one every half second, as wide as the frame. */
export const fireworks = shining({
  height: 0.74,
  width: 1,
  anchor: 'sky',
  paint: (pen) => {
    const seed = Math.floor(pen.random() * 2 ** 32);
    const first = Math.ceil((pen.seconds - climb - burning) / interval);
    pen.context.save();
    if (pen.light.isDark) pen.context.globalCompositeOperation = 'lighter';
    pen.context.lineCap = 'round';
    for (let index = first; index * interval <= pen.seconds; index += 1) {
      const random = createRandom(mixSeed(seed, index + 1000));
      rocket(pen, random, index, pen.seconds - index * interval);
    }
    pen.context.restore();
  },
});

function rocket(pen: Pen, random: Random, index: number, age: number): void {
  const half = (pen.aspect / 0.74) * 50;
  // Golden steps keep neighbours in time apart in place.
  const x = ((((index + 40) * 0.618) % 1) * 2 - 1) * half * 0.74;
  const y = -88 + random.next() * 46;
  const size = 20 + random.next() * 16;
  const colour = random.pick(colours);
  if (age < climb) {
    const share = 1 - (1 - age / climb) ** 2;
    const top = y * share;
    pen.strand(
      [x + 2 - share * 2, top + 9, x, top],
      pen.fade(x, top + 10, x, top, faint('#ffcf8a', 0), '#fff3d8'),
      0.8,
    );
    return;
  }
  burst(pen, random, { x, y, size, colour, age: age - climb });
}

type Burst = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly age: number;
};

function burst(pen: Pen, random: Random, { x, y, size, colour, age }: Burst): void {
  const life = age / burning;
  const bright = pen.light.isDark ? 1 : 0.25;
  if (age < 0.35) pen.glow(x, y, size, lighter(colour, 0.4), 0.7 * bright * (1 - age / 0.35));
  pen.glow(x, y, size * 1.25, colour, 0.24 * bright * (1 - life));
  const second = random.pick(colours);
  const isWillow = random.chance(0.3);
  const tail = isWillow ? 1.1 : 0.5;
  for (const [ring, hue, count] of [
    [1, colour, 58],
    [0.64, second, 34],
    [0.34, '#fff6dc', 16],
  ] as const) {
    const sparks = Array.from({ length: count }, (_, spark) => ({
      angle: ((spark + random.next() * 0.6) / count) * 2 * Math.PI,
      speed: size * ring * (0.86 + random.next() * 0.22),
    }));
    streaks(pen, sparks, { x, y, age, tail, colour: faint(hue, 0.95 * (1 - life) ** 0.8), width: 0.95 });
    streaks(pen, sparks, { x, y, age, tail: 0.03, colour: faint('#ffffff', (1 - life) ** 0.7), width: 1.15 });
  }
}

type Streaks = {
  readonly x: number;
  readonly y: number;
  readonly age: number;
  readonly tail: number;
  readonly colour: string;
  readonly width: number;
};

/** Each spark from where it was `tail` seconds ago to where it is: slowed by the air, pulled down. */
function streaks(pen: Pen, sparks: readonly { readonly angle: number; readonly speed: number }[], look: Streaks): void {
  const { context } = pen;
  const out = (age: number): number => 1 - Math.exp(-2.3 * age);
  const fall = (age: number): number => 2.4 * age * age;
  const before = Math.max(0, look.age - look.tail);
  context.beginPath();
  for (const { angle, speed } of sparks) {
    const [cos, sin] = [Math.cos(angle) * speed, Math.sin(angle) * speed];
    context.moveTo(look.x + cos * out(before), look.y + sin * out(before) + fall(before));
    context.lineTo(look.x + cos * out(look.age), look.y + sin * out(look.age) + fall(look.age));
  }
  context.strokeStyle = look.colour;
  context.lineWidth = look.width;
  context.stroke();
}
