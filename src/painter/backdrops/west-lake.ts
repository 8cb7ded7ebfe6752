import type { Context } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { ridgeSheet, skySheet } from '../land.ts';
import { type Light, seen } from '../light.ts';
import type { Backdrop, Sheet, Stage } from '../stage.ts';
import { leafTree } from '../trees.ts';
import { waterLayer } from '../water.ts';
import { hangingWillow, willow, willowLeaves } from './willows.ts';

const shore = 0.58;

/** A low lake among green hills: a causeway with willows, an arched bridge, a pavilion, a pagoda far off. */
export const westLake: Backdrop = (stage) => {
  const { light, shot } = stage;
  const isWhite = shot.weather === 'snow';
  const green = (colour: string): string =>
    isWhite ? mix(colour, '#e8f0fa', 0.72) : shot.weather === 'leaves' ? mix(colour, '#b5803a', 0.45) : colour;
  const above = [
    skySheet(stage, shore),
    ridgeSheet(stage, {
      depth: 0.06,
      base: shore,
      tall: 0.2,
      colour: green('#5f8f86'),
      distance: 0.66,
      waves: 1.3,
      octaves: 2,
    }),
    pagodaSheet(stage),
    ridgeSheet(stage, {
      depth: 0.12,
      base: shore,
      tall: 0.13,
      colour: green('#4f8a68'),
      distance: 0.42,
      waves: 1.9,
      octaves: 2,
    }),
    ridgeSheet(stage, {
      depth: 0.18,
      base: shore,
      tall: 0.06,
      colour: green('#3f7a4f'),
      distance: 0.24,
      waves: 2.8,
      octaves: 3,
    }),
    causeway(stage),
  ];
  const water = waterLayer(stage, above, {
    top: shore,
    far: seen(light, '#a8d0c0', 0.3),
    near: seen(light, '#2f7466'),
    mirror: 0.8,
    waves: 0.14,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
    depth: 0.42,
  });
  return {
    back: [...above, water],
    front: [lotusLeaves(stage), hangingWillow(stage)],
    spots: {
      ground: { x: 0.5, y: 0.94, scale: 0.9 },
      water: { x: 0.5, y: 0.8, scale: 0.9 },
      sky: { x: 0.5, y: 0.44, scale: 0.8 },
    },
    light,
    isOutdoors: true,
    mirror: shore,
  };
};

function pagodaSheet(stage: Stage): Sheet {
  const { light, unit, width, height } = stage;
  const [x, base] = [width * 0.79, height * (shore - 0.1)];
  const wall = light.isDark ? '#c8843c' : seen(light, '#8a5040', 0.34);
  const roof = light.isDark ? '#3a3040' : seen(light, '#3f4a4a', 0.4);
  return stage.sheet(
    0.09,
    (context) => {
      for (let storey = 0; storey < 6; storey += 1) {
        const wide = unit * (0.062 - storey * 0.007);
        const y = base - storey * unit * 0.03;
        context.fillStyle = wall;
        context.fillRect(x - wide * 0.36, y - unit * 0.03, wide * 0.72, unit * 0.031);
        eave(context, x, y - unit * 0.026, wide * 1.3, unit * 0.014, roof);
      }
      context.fillStyle = roof;
      context.fillRect(x - unit * 0.002, base - unit * 0.225, unit * 0.004, unit * 0.04);
      context.fillStyle = wall;
      context.fillRect(x - unit * 0.05, base, unit * 0.1, unit * 0.09);
    },
    0.1,
    shore,
  );
}

/** A roof whose corners curl up. */
function eave(context: Context, x: number, y: number, wide: number, tall: number, colour: string): void {
  const half = wide / 2;
  context.fillStyle = colour;
  context.beginPath();
  context.moveTo(x - half - tall * 0.4, y - tall * 0.35);
  context.quadraticCurveTo(x - half * 0.5, y - tall * 0.2, x - half * 0.2, y - tall);
  context.lineTo(x + half * 0.2, y - tall);
  context.quadraticCurveTo(x + half * 0.5, y - tall * 0.2, x + half + tall * 0.4, y - tall * 0.35);
  context.quadraticCurveTo(x, y + tall * 0.5, x - half - tall * 0.4, y - tall * 0.35);
  context.fill();
}

function causeway(stage: Stage): Sheet {
  const { light, random, unit, width, height, left, right } = stage;
  const base = height * shore + unit * 0.006;
  const stone = light.isDark ? '#4a4a5c' : seen(light, '#d8cfbc', 0.1);
  return stage.sheet(
    0.3,
    (context) => {
      const [bx, half] = [width * 0.3, unit * 0.2];
      context.fillStyle = seen(light, '#4f7a48', 0.14);
      context.fillRect(left, base - unit * 0.02, bx - half * 0.96 - left, unit * 0.026);
      context.fillRect(bx + half * 0.96, base - unit * 0.02, right - bx, unit * 0.026);
      archedBridge(context, bx, base, half, unit, stone);
      for (const [x, tall] of [
        [-0.06, 0.26],
        [0.06, 0.22],
        [0.47, 0.2],
        [0.56, 0.27],
        [0.86, 0.22],
        [0.95, 0.27],
        [1.05, 0.24],
      ] as const)
        willow(context, random, x * width, base - unit * 0.012, unit * tall, random.pick(willowLeaves(stage)), light);
      if (stage.shot.weather === 'petals')
        for (const [x, tall] of [
          [0.01, 0.17],
          [0.52, 0.16],
          [0.62, 0.14],
          [0.91, 0.17],
        ] as const)
          leafTree(
            context,
            random,
            { x: x * width, base: base - unit * 0.012, tall: unit * tall, side: -1 },
            { lit: seen(light, '#ffd0e0'), shade: seen(light, '#e880a6') },
            seen(light, '#5a4636'),
          );
      pavilion(context, width * 0.71, base - unit * 0.014, unit, light);
    },
    shore - 0.34,
    shore + 0.02,
  );
}

function archedBridge(context: Context, x: number, base: number, half: number, unit: number, stone: string): void {
  const rise = unit * 0.075;
  const arc = (share: number, up: number): readonly [number, number] => [
    x + share * half,
    base - up - rise * (1 - share * share),
  ];
  const steps = Array.from({ length: 25 }, (_, index) => index / 12 - 1);
  context.fillStyle = stone;
  context.beginPath();
  for (const share of steps) context.lineTo(...arc(share, unit * 0.016));
  context.lineTo(x + half, base);
  context.lineTo(x + half * 0.4, base);
  context.ellipse(x, base, half * 0.4, rise * 0.95, 0, 0, Math.PI, true);
  context.lineTo(x - half, base);
  context.fill();
  context.strokeStyle = lighter(stone, 0.35);
  context.lineWidth = unit * 0.005;
  context.beginPath();
  for (const share of steps) context.lineTo(...arc(share, unit * 0.036));
  for (const share of steps) {
    context.moveTo(...arc(share, unit * 0.016));
    context.lineTo(...arc(share, unit * 0.038));
  }
  context.stroke();
  context.strokeStyle = darker(stone, 0.35);
  context.beginPath();
  context.ellipse(x, base, half * 0.42, rise, 0, Math.PI, 0);
  context.stroke();
}

function pavilion(context: Context, x: number, base: number, unit: number, light: Light): void {
  const roof = light.isDark ? '#2f3348' : seen(light, '#4a5a56', 0.08);
  const wood = light.isDark ? '#a85a2c' : seen(light, '#b5402f', 0.08);
  context.fillStyle = seen(light, '#cfc4b0', 0.1);
  context.fillRect(x - unit * 0.1, base - unit * 0.012, unit * 0.2, unit * 0.026);
  if (light.isDark) {
    context.fillStyle = faint('#ffc86a', 0.5);
    context.fillRect(x - unit * 0.066, base - unit * 0.1, unit * 0.132, unit * 0.09);
  }
  context.fillStyle = wood;
  for (const post of [-0.07, -0.026, 0.022, 0.064])
    context.fillRect(x + post * unit, base - unit * 0.11, unit * 0.007, unit * 0.1);
  context.fillRect(x - unit * 0.075, base - unit * 0.112, unit * 0.15, unit * 0.01);
  context.fillRect(x - unit * 0.07, base - unit * 0.034, unit * 0.14, unit * 0.006);
  eave(context, x, base - unit * 0.105, unit * 0.22, unit * 0.06, roof);
  eave(context, x, base - unit * 0.15, unit * 0.12, unit * 0.045, lighter(roof, 0.08));
  context.fillStyle = '#d9a93c';
  context.beginPath();
  context.arc(x, base - unit * 0.2, unit * 0.008, 0, 7);
  context.fill();
}

function lotusLeaves(stage: Stage): Sheet {
  const { random, unit, height, left, right, light, shot } = stage;
  return stage.sheet(
    1.15,
    (context) => {
      for (let leaf = 0; leaf < 26; leaf += 1) {
        const edge = random.next() ** 1.5 * 0.34;
        const x = random.chance(0.5) ? left + edge * (right - left) : right - edge * (right - left);
        const y = height * (0.93 + random.next() * 0.16);
        const size = unit * (0.04 + random.next() * 0.045);
        const own = seen(light, shot.weather === 'snow' ? '#c8d8d8' : random.pick(['#4f9a58', '#3f8450', '#6fae5a']));
        context.fillStyle = darker(own, 0.3);
        context.beginPath();
        context.ellipse(x, y + unit * 0.006, size, size * 0.34, 0, 0, 7);
        context.fill();
        context.fillStyle = own;
        context.beginPath();
        context.ellipse(x, y, size, size * 0.34, 0, 0.16, 2 * Math.PI - 0.16);
        context.lineTo(x, y);
        context.fill();
        if (!random.chance(0.3) || shot.weather === 'snow') continue;
        for (const turn of [-0.7, -0.35, 0, 0.35, 0.7]) {
          context.save();
          context.translate(x, y - unit * 0.012);
          context.rotate(turn);
          context.fillStyle = seen(light, turn === 0 ? '#ffd8e4' : '#f2a0bc');
          context.beginPath();
          context.ellipse(0, -unit * 0.016, unit * 0.0085, unit * 0.02, 0, 0, 7);
          context.fill();
          context.restore();
        }
      }
    },
    0.85,
  );
}
