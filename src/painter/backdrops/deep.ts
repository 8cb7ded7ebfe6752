import { type Context, dab, noiseLine, wash } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { rolling } from '../land.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';

/** Under water: light from above in moving shafts, coral and weed, bubbles. */
export const underwater: Backdrop = (stage) => {
  const { width, height, unit, left, right, random, light } = stage;
  const isDark = light.isDark || stage.shot.subject === 'jellyfish';
  const top = isDark ? '#0f4a7a' : '#4fc4e0';
  const deep = isDark ? '#030d24' : '#053a66';
  const back = stage.sheet(0, (context) => {
    wash(context, stage.all, [
      [0, lighter(top, 0.25)],
      [0.35, top],
      [1, deep],
    ]);
    context.globalCompositeOperation = 'screen';
    dab(context, width * 0.5, -height * 0.05, unit * 0.9, '#d6fbff', isDark ? 0.45 : 0.9);
  });
  const line = noiseLine(random, 4);
  const bed = (depth: number, base: number, colour: string, isReef: boolean): Sheet =>
    stage.sheet(
      depth,
      (context) => {
        const y = (x: number): number => (base + 0.03 * line((x / width) * 2 + base * 30)) * height;
        if (isReef)
          for (let index = 0; index < 34; index += 1)
            coral(context, stage, left + random.next() * (right - left), y, depth, deep, isDark);
        rolling(stage, context, {
          top: y,
          bottom: 1.13,
          lit: mix(colour, deep, isDark ? 0.6 : 0.25),
          shade: mix(colour, deep, 0.8),
          steepness: 3,
        });
      },
      base - 0.4,
    );
  return {
    back: [
      back,
      bed(0.2, 0.84, '#3f8aa8', false),
      shafts(stage, isDark),
      bed(0.55, 0.92, '#c9b88a', true),
      bubbles(stage),
    ],
    front: [bed(1.4, 1.06, '#8a7a5a', true)],
    spots: {
      ground: { x: 0.5, y: 0.92, scale: 0.9 },
      water: { x: 0.5, y: 0.62, scale: 1 },
      sky: { x: 0.5, y: 0.66, scale: 1 },
    },
    light: { ...light, key: '#d6f6ff', rim: '#bff2ff', shade: darker(deep, 0.2), isDark: true },
    isOutdoors: false,
  };
};

const corals = ['#ff6f7d', '#ff9a5a', '#d86ad0', '#ffd06a', '#6adfc0', '#8a7aff'] as const;

function coral(
  context: Context,
  { random, unit }: Stage,
  x: number,
  floor: (x: number) => number,
  depth: number,
  deep: string,
  isDark: boolean,
): void {
  const colour = mix(random.pick(corals), deep, isDark ? 0.55 : 0.55 - depth * 0.25);
  const base = floor(x) + unit * 0.02;
  const tall = unit * (0.06 + random.next() * 0.12) * (0.5 + depth * 0.7);
  context.strokeStyle = colour;
  context.fillStyle = colour;
  context.lineCap = 'round';
  const kind = random.int(0, 2);
  if (kind === 0) branch(context, random.next, x, base, -Math.PI / 2, tall * 0.4, tall * 0.11, 4);
  else if (kind === 1) {
    for (let blade = 0; blade < 7; blade += 1) {
      context.lineWidth = tall * 0.07;
      context.beginPath();
      context.moveTo(x + (blade - 3) * tall * 0.09, base);
      context.bezierCurveTo(
        x + (blade - 3) * tall * 0.2,
        base - tall * 0.5,
        x + (blade - 3.5) * tall * 0.1,
        base - tall,
        x + (blade - 3) * tall * 0.22,
        base - tall * (1.1 + random.next() * 0.5),
      );
      context.stroke();
    }
  } else {
    for (let ball = 0; ball < 6; ball += 1) {
      dab(
        context,
        x + (random.next() - 0.5) * tall,
        base - random.next() * tall * 0.4,
        tall * 0.42,
        ball % 2 === 0 ? colour : lighter(colour, 0.25),
        1,
      );
      context.beginPath();
      context.ellipse(
        x + (random.next() - 0.5) * tall * 0.8,
        base - random.next() * tall * 0.3,
        tall * 0.24,
        tall * 0.2,
        0,
        0,
        7,
      );
      context.fill();
    }
  }
}

function branch(
  context: Context,
  next: () => number,
  x: number,
  y: number,
  angle: number,
  long: number,
  wide: number,
  left: number,
): void {
  const [tipX, tipY] = [x + Math.cos(angle) * long, y + Math.sin(angle) * long];
  context.lineWidth = wide;
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(tipX, tipY);
  context.stroke();
  if (left === 0) return;
  for (const turn of [-0.5, 0.45])
    branch(context, next, tipX, tipY, angle + turn + (next() - 0.5) * 0.3, long * 0.75, wide * 0.72, left - 1);
}

function shafts({ width, height, random }: Stage, isDark: boolean): Layer {
  const all = Array.from({ length: 8 }, () => ({
    x: random.next(),
    wide: 0.03 + random.next() * 0.07,
    phase: random.next() * 7,
  }));
  return {
    depth: 0.3,
    draw: (context, { seconds }) => {
      context.globalCompositeOperation = 'lighter';
      for (const { x, wide, phase } of all) {
        const light = (0.5 + 0.5 * Math.sin(seconds * 0.7 + phase)) * (isDark ? 0.1 : 0.17);
        const gradient = context.createLinearGradient(0, 0, 0, height * 0.85);
        gradient.addColorStop(0, faint('#d6fbff', light));
        gradient.addColorStop(1, faint('#d6fbff', 0));
        context.fillStyle = gradient;
        const sway = Math.sin(seconds * 0.4 + phase) * 0.02;
        context.beginPath();
        context.moveTo((x - wide * 0.4) * width, -20);
        context.lineTo((x + wide * 0.4) * width, -20);
        context.lineTo((x + wide * 1.6 + (x - 0.5) * 0.4 + sway) * width, height * 0.85);
        context.lineTo((x - wide * 1.6 + (x - 0.5) * 0.4 + sway) * width, height * 0.85);
        context.fill();
      }
      context.globalCompositeOperation = 'source-over';
    },
  };
}

function bubbles({ width, height, unit, random }: Stage): Layer {
  const all = Array.from({ length: 46 }, () => ({
    x: random.next(),
    y: random.next(),
    size: unit * (0.003 + random.next() ** 2 * 0.009),
    phase: random.next() * 7,
  }));
  return {
    depth: 0.8,
    draw: (context, { seconds }) => {
      context.strokeStyle = 'rgba(230, 250, 255, 0.6)';
      context.lineWidth = unit * 0.0015;
      for (const { x, y, size, phase } of all) {
        const up = (((y - seconds * (0.05 + (size / unit) * 4)) % 1) + 1) % 1;
        context.beginPath();
        context.arc((x + Math.sin(seconds * 1.4 + phase) * 0.006) * width, up * height, size, 0, 7);
        context.stroke();
      }
    },
  };
}
