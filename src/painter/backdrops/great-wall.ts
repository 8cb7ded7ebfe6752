import { type Context, dab, noiseLine, outline } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { ridgeSheet, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import { leavesOf } from '../season.ts';
import type { Backdrop, Sheet, Stage } from '../stage.ts';

/** The way of the wall over the ridges, from far to near: shares of the frame, and half its width in units. */
const way = [
  [0.93, 0.395, 0.004],
  [0.86, 0.425, 0.006],
  [0.8, 0.395, 0.008],
  [0.72, 0.42, 0.011],
  [0.63, 0.475, 0.014],
  [0.55, 0.46, 0.019],
  [0.46, 0.5, 0.025],
  [0.4, 0.585, 0.033],
  [0.46, 0.67, 0.045],
  [0.6, 0.735, 0.06],
  [0.68, 0.82, 0.085],
  [0.6, 0.94, 0.125],
  [0.42, 1.15, 0.19],
] as const;
const towersAt = [2, 5, 7, 9] as const;

type Point = { readonly x: number; readonly y: number; readonly half: number };

/** The way as many points, along a smooth curve. */
function pathOf({ width, height, unit }: Stage): readonly Point[] {
  const at = (index: number): readonly [number, number, number] =>
    way[Math.max(0, Math.min(way.length - 1, index))] ?? way[0];
  return Array.from({ length: (way.length - 1) * 14 + 1 }, (_, step) => {
    const [index, t] = [Math.floor(step / 14), (step % 14) / 14];
    const [a, b, c, d] = [at(index - 1), at(index), at(index + 1), at(index + 2)];
    const spline = (axis: 0 | 1 | 2): number =>
      0.5 *
      (2 * b[axis] +
        (c[axis] - a[axis]) * t +
        (2 * a[axis] - 5 * b[axis] + 4 * c[axis] - d[axis]) * t * t +
        (3 * b[axis] - a[axis] - 3 * c[axis] + d[axis]) * t ** 3);
    return { x: spline(0) * width, y: spline(1) * height, half: spline(2) * unit };
  });
}

/** Wooded ground under the wall: as high as the wall is near. */
function slopes(
  stage: Stage,
  path: readonly Point[],
  from: number,
  to: number,
  depth: number,
  distance: number,
): Sheet {
  const { random, left, right, width, height, unit, light } = stage;
  const part = path.slice(from * 14, to * 14 + 1);
  const line = noiseLine(random, 4);
  const crest = (x: number): number => {
    // The wall runs along the crest; beside it the ground falls away.
    const near = part.reduce(
      (best, point) => (Math.abs(point.x - x) < Math.abs(best.x - x) ? point : best),
      part[0] ?? { x: 0, y: 0, half: 0 },
    );
    const away = Math.max(0, Math.abs(near.x - x) - unit * 0.03);
    return near.y + away * 0.32 + line((x / width) * 5 + from) * unit * 0.012 + near.half * 0.4;
  };
  const leaves = leavesOf(stage);
  const isWhite = stage.shot.weather === 'snow';
  const own = stage.shot.weather === 'clear' ? [{ lit: '#6f9a4a', shade: '#3a6238' }] : leaves;
  return stage.sheet(
    depth,
    (context) => {
      context.translate(left, 0);
      outline(context, right - left, stage.bottom, (x) => crest(x + left));
      const base = seen(light, isWhite ? '#c9d6e8' : (own[0]?.shade ?? '#3a6238'), distance);
      const gradient = context.createLinearGradient(0, height * 0.38, 0, height * 1.1);
      gradient.addColorStop(0, base);
      gradient.addColorStop(1, mix(base, light.haze, 0.35));
      context.fillStyle = gradient;
      context.fill();
      context.clip();
      for (let tuft = 0; tuft < 1500; tuft += 1) {
        const x = random.next() * (right - left);
        const top = crest(x + left);
        const y = top + random.next() ** 1.3 * (stage.bottom - top);
        const { lit, shade } = random.pick(own);
        const near = (y / height - 0.35) * 1.6;
        context.fillStyle = faint(
          seen(light, random.chance(0.5) ? lit : darker(shade, 0.2), distance + 0.1 * random.next()),
          0.7,
        );
        context.beginPath();
        context.ellipse(x, y, unit * (0.006 + near * 0.014), unit * (0.004 + near * 0.009), 0, 0, 7);
        context.fill();
      }
    },
    0.25,
  );
}

function wallSheet(
  stage: Stage,
  path: readonly Point[],
  from: number,
  to: number,
  depth: number,
  distance: number,
): Sheet {
  const { light } = stage;
  const stone = seen(light, '#c2ab8a', distance);
  const part = path.slice(from * 14, to * 14 + 1);
  return stage.sheet(
    depth,
    (context) => {
      for (const [index, point] of part.entries()) {
        const next = part[index + 1];
        if (next === undefined) continue;
        strip(context, point, next, stone, light.shade);
        const named = index + from * 14;
        const tower = towersAt.find((at) => at * 14 === named);
        if (tower !== undefined) watchtower(context, point, stone, light.isDark);
      }
    },
    0.2,
  );
}

/** One piece: the outer face, the way along the top, and the crenels on both sides. */
function strip(context: Context, here: Point, next: Point, stone: string, shade: string): void {
  const face = (point: Point): number => point.half * 0.95;
  const quad = (colour: string, points: readonly (readonly [number, number])[]): void => {
    context.fillStyle = colour;
    context.beginPath();
    for (const [x, y] of points) context.lineTo(x, y);
    context.fill();
  };
  quad(mix(darker(stone, 0.34), shade, 0.2), [
    [here.x - here.half, here.y],
    [next.x - next.half, next.y],
    [next.x - next.half, next.y + face(next)],
    [here.x - here.half, here.y + face(here)],
  ]);
  quad(mix(darker(stone, 0.42), shade, 0.25), [
    [here.x - here.half, here.y + face(here)],
    [here.x + here.half, here.y + face(here)],
    [next.x + next.half, next.y + face(next)],
    [next.x - next.half, next.y + face(next)],
  ]);
  quad(lighter(stone, 0.14), [
    [here.x - here.half, here.y],
    [here.x + here.half, here.y],
    [next.x + next.half, next.y],
    [next.x - next.half, next.y],
  ]);
  const size = here.half * 0.26;
  for (const side of [-1, 1]) {
    context.fillStyle = side < 0 ? lighter(stone, 0.3) : darker(stone, 0.18);
    context.fillRect(here.x + side * here.half - size / 2, here.y - size * 1.5, size, size * 2);
  }
}

function watchtower(context: Context, { x, y, half }: Point, stone: string, isDark: boolean): void {
  const [wide, tall] = [half * 2.9, half * 3];
  const gradient = context.createLinearGradient(x - wide / 2, 0, x + wide / 2, 0);
  gradient.addColorStop(0, lighter(stone, 0.26));
  gradient.addColorStop(1, darker(stone, 0.42));
  context.fillStyle = gradient;
  context.beginPath();
  context.moveTo(x - wide * 0.46, y - tall);
  context.lineTo(x + wide * 0.46, y - tall);
  context.lineTo(x + wide * 0.53, y + half * 1.1);
  context.lineTo(x - wide * 0.53, y + half * 1.1);
  context.fill();
  for (let crenel = 0; crenel < 6; crenel += 1)
    context.fillRect(x - wide * 0.48 + crenel * wide * 0.17, y - tall - half * 0.34, wide * 0.1, half * 0.36);
  context.fillStyle = faint(darker(stone, 0.55), 0.5);
  context.fillRect(x - wide * 0.48, y - tall + half * 0.12, wide * 0.96, half * 0.12);
  for (const at of [-0.26, 0, 0.26]) {
    context.fillStyle = isDark ? '#ffce7a' : darker(stone, 0.75);
    context.beginPath();
    context.arc(x + at * wide, y - tall * 0.6, half * 0.26, Math.PI, 0);
    context.fillRect(x + at * wide - half * 0.26, y - tall * 0.6, half * 0.52, half * 0.5);
    context.fill();
  }
}

/** Clouds that lie in the valleys. */
function mist(stage: Stage, depth: number, at: number, opacity: number): Sheet {
  const { random, left, right, height, unit, light } = stage;
  return stage.sheet(
    depth,
    (context) => {
      for (let bank = 0; bank < 46; bank += 1) {
        const x = left + random.next() * (right - left);
        context.save();
        context.translate(x, (at + random.next() * 0.07) * height);
        context.scale(1, 0.28);
        dab(
          context,
          0,
          0,
          unit * (0.1 + random.next() * 0.16),
          mix(light.haze, '#ffffff', light.isDark ? 0 : 0.45),
          opacity,
        );
        context.restore();
      }
    },
    at - 0.12,
    at + 0.2,
  );
}

/** The Great Wall winds over the ridges, tower by tower. */
export const greatWall: Backdrop = (stage) => {
  const { light, shot } = stage;
  const path = pathOf(stage);
  const thick = shot.weather === 'clouds' || shot.weather === 'fog' ? 0.75 : 0.3;
  const far = ridgeSheet(stage, { depth: 0.08, base: 0.6, tall: 0.26, colour: '#5f7f7a', distance: 0.6, waves: 2.6 });
  const middle = ridgeSheet(stage, {
    depth: 0.14,
    base: 0.66,
    tall: 0.2,
    colour: '#54785f',
    distance: 0.42,
    waves: 1.9,
  });
  return {
    back: [
      skySheet(stage, 0.5),
      far,
      mist(stage, 0.1, 0.5, thick),
      middle,
      slopes(stage, path, 0, 6, 0.25, 0.26),
      wallSheet(stage, path, 0, 6, 0.25, 0.2),
      mist(stage, 0.35, 0.62, thick * 0.7),
      slopes(stage, path, 6, 9, 0.5, 0.1),
      wallSheet(stage, path, 6, 9, 0.5, 0.08),
      slopes(stage, path, 9, 12, 0.8, 0),
      wallSheet(stage, path, 9, 12, 0.8, 0),
    ],
    front: [],
    spots: { ground: { x: 0.56, y: 0.97, scale: 0.8 }, sky: { x: 0.4, y: 0.36, scale: 0.7 } },
    light,
    isOutdoors: true,
  };
};
