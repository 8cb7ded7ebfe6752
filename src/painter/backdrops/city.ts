import type { Random } from '../../shared/random.ts';
import { type Context, dab, glow, wash } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { skySheet } from '../land.ts';
import { seen } from '../light.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';
import { painterOf } from '../subjects.ts';
import { waterLayer } from '../water.ts';

export const neons = ['#ff3d8b', '#29d3ff', '#a45bff', '#ffb13d', '#3dffc0', '#ff5a3d', '#5b7bff'] as const;

type Row = {
  readonly depth: number;
  readonly base: number;
  readonly low: number;
  readonly high: number;
  readonly distance: number;
};

/** A row of towers with windows. By night they are lit; some carry a neon sign. */
function towersSheet(stage: Stage, { depth, base, low, high, distance }: Row): Sheet {
  const { random, light, left, right, height, unit } = stage;
  const isLit = light.isDark || stage.shot.time === 'sunset';
  return stage.sheet(
    depth,
    (context) => {
      for (let x = left - unit * 0.05; x < right;) {
        const wide = unit * (0.07 + random.next() * 0.09) * (0.7 + depth * 0.7);
        const centre = 1 - Math.abs((x + wide / 2 - (left + right) / 2) / (right - left)) * 0.9;
        const tall = (low + (high - low) * random.next() ** 1.3 * centre) * height;
        tower(context, random, {
          x,
          y: base * height - tall,
          wide,
          tall: tall + height * 0.02,
          stage,
          distance,
          isLit,
        });
        x += wide * (0.86 + random.next() * 0.3);
      }
    },
    base - high - 0.06,
    base + 0.02,
  );
}

type Tower = {
  readonly x: number;
  readonly y: number;
  readonly wide: number;
  readonly tall: number;
  readonly stage: Stage;
  readonly distance: number;
  readonly isLit: boolean;
};

const dayWalls = ['#8c9bb0', '#b6bcc4', '#6f86a6', '#a9978a', '#c9c3b8', '#7f8fa0'];
const nightWalls = ['#2a3352', '#232a48', '#303a5e', '#3a2f58', '#1f2b4a'];

function tower(context: Context, random: Random, { x, y, wide, tall, stage, distance, isLit }: Tower): void {
  const { light, unit } = stage;
  const own = light.isDark
    ? mix(random.pick(nightWalls), light.haze, distance)
    : seen(light, random.pick(dayWalls), distance);
  wash(context, { x, y, width: wide, height: tall }, [
    [0, lighter(own, light.isDark ? 0.03 : 0.08)],
    [1, mix(own, light.haze, 0.5)],
  ]);
  // One side lies in the shade.
  wash(
    context,
    { x, y, width: wide, height: tall },
    [
      [0, faint(light.key, 0.14)],
      [0.35, faint(light.key, 0)],
      [0.62, faint('#000010', 0)],
      [1, faint('#000010', 0.3)],
    ],
    true,
  );
  if (random.chance(0.4)) {
    context.fillStyle = own;
    context.fillRect(x + wide * 0.3, y - unit * 0.02, wide * 0.4, unit * 0.02);
    context.fillRect(x + wide * 0.49, y - unit * 0.07, Math.max(1, wide * 0.02), unit * 0.06);
    if (isLit) glow(context, x + wide * 0.5, y - unit * 0.07, unit * 0.02, '#ff4a4a', 0.9);
  }
  const step = unit * (0.011 + 0.006 * (1 - distance));
  const columns = Math.max(2, Math.floor((wide * 0.86) / step));
  const gap = (wide * 0.86) / columns;
  const warm = random.pick(['#ffd58a', '#ffe7b8', '#bfe0ff', '#ffc06b']);
  const share = 0.25 + random.next() * 0.4;
  for (let row = step; row < tall - step; row += step * 1.35) {
    for (let column = 0; column < columns; column += 1) {
      const isOn = isLit && random.next() < share;
      context.fillStyle = isOn
        ? faint(random.chance(0.12) ? random.pick(neons) : warm, (0.5 + random.next() * 0.5) * (1 - distance * 0.65))
        : faint(light.isDark ? '#0a1026' : darker(mix(own, '#2f4f7a', 0.5), 0.1), 0.5 * (1 - distance * 0.7));
      context.fillRect(x + wide * 0.07 + column * gap, y + row, gap * 0.62, step * 0.78);
    }
  }
}

/** Upright neon signs on the nearer towers: their light lies on the haze around them. */
function signs(stage: Stage, depth: number): readonly Layer[] {
  const { random, width, height, unit } = stage;
  const all = Array.from({ length: 9 }, (_, index) => ({
    x: ((index + 0.2 + random.next() * 0.6) / 9) * width,
    y: (0.34 + random.next() * 0.26) * height,
    tall: unit * (0.09 + random.next() * 0.13),
    wide: unit * (0.022 + random.next() * 0.014),
    colour: random.pick(neons),
    phase: random.next() * 9,
    isBroken: random.chance(0.25),
  }));
  const sheet = stage.sheet(
    depth,
    (context) => {
      for (const { x, y, tall, wide, colour } of all) {
        dab(context, x + wide / 2, y + tall / 2, tall * 1.3, colour, 0.34);
        context.fillStyle = faint('#05060f', 0.75);
        context.fillRect(x, y, wide, tall);
        context.strokeStyle = lighter(colour, 0.25);
        context.lineWidth = unit * 0.0035;
        context.strokeRect(x, y, wide, tall);
        for (let row = 0.12; row < 0.85; row += 0.24) {
          context.fillStyle = lighter(colour, 0.55);
          context.fillRect(x + wide * 0.25, y + tall * row, wide * 0.5, tall * 0.04);
          context.fillRect(x + wide * 0.45, y + tall * row, wide * 0.12, tall * 0.15);
          context.fillRect(x + wide * 0.25, y + tall * (row + 0.1), wide * 0.5, tall * 0.03);
        }
      }
    },
    0.15,
    0.9,
  );
  const broken: Layer = {
    depth,
    draw: (context, { seconds }) => {
      for (const { x, y, tall, wide, phase, isBroken } of all) {
        // A broken tube goes out for a moment now and then.
        if (!isBroken || (seconds * 1.7 + phase) % 2 > 0.18) continue;
        context.fillStyle = 'rgba(5, 6, 15, 0.72)';
        context.fillRect(x, y, wide, tall);
      }
    },
  };
  return [sheet, broken];
}

/** Lights of cars that pass along the far shore. */
function traffic(stage: Stage, y: number, depth: number): Layer {
  const { random, left, right, height, unit } = stage;
  const cars = Array.from({ length: 34 }, () => ({
    from: random.next(),
    speed: (0.02 + random.next() * 0.03) * (random.chance(0.5) ? 1 : -1),
    dy: random.next() * 0.006,
  }));
  return {
    depth,
    draw: (context, { seconds }) => {
      for (const { from, speed, dy } of cars) {
        const share = (((from + speed * seconds) % 1) + 1) % 1;
        context.fillStyle = speed > 0 ? '#fff2cf' : '#ff5a4a';
        context.fillRect(left + share * (right - left), (y + dy) * height, unit * 0.006, unit * 0.004);
      }
    },
  };
}

/** A promenade before the water, for who stands on the ground. */
function quay(stage: Stage): readonly Layer[] {
  const { light, shot, left, right, height, unit } = stage;
  const cast = [shot.subject, shot.companion].filter((one) => one !== null);
  if (!cast.some((one) => painterOf(one).anchor === 'ground')) return [];
  const stone = light.isDark ? '#2b2d45' : seen(light, '#a8a39a');
  const rail = light.isDark ? '#14162a' : seen(light, '#4a5058');
  return [
    stage.sheet(
      1,
      (context) => {
        wash(context, stage.band(0.83, 1.13), [
          [0, lighter(stone, 0.14)],
          [0.08, stone],
          [1, darker(stone, 0.5)],
        ]);
        context.strokeStyle = faint('#000008', 0.25);
        context.lineWidth = 1;
        for (let row = 0; row < 6; row += 1) {
          const y = (0.845 + row * row * 0.009) * height;
          context.strokeRect(left - 2, y, right - left + 4, unit * 0.4);
        }
        if (light.isDark) {
          for (const [index, colour] of neons.entries()) {
            glow(
              context,
              left + ((index + 0.5) / neons.length) * (right - left),
              0.9 * height,
              unit * 0.2,
              colour,
              0.26,
            );
          }
        }
        context.fillStyle = rail;
        context.fillRect(left, 0.765 * height, right - left, unit * 0.009);
        context.fillRect(left, 0.795 * height, right - left, unit * 0.005);
        for (let x = left; x < right; x += unit * 0.12)
          context.fillRect(x, 0.765 * height, unit * 0.008, 0.07 * height);
      },
      0.75,
    ),
  ];
}

/** Towers along a river: neon and wet light by night, glass and sky by day. */
export const city: Backdrop = (stage) => {
  const { light, shot, width, unit, height } = stage;
  const shore = 0.7;
  const sky = skySheet(stage, shore);
  const far = towersSheet(stage, { depth: 0.12, base: shore, low: 0.12, high: 0.38, distance: 0.66 });
  const middle = towersSheet(stage, { depth: 0.25, base: shore, low: 0.12, high: 0.52, distance: 0.36 });
  const near = towersSheet(stage, { depth: 0.42, base: shore + 0.01, low: 0.08, high: 0.4, distance: 0.08 });
  const isLit = light.isDark;
  const lamps = stage.sheet(
    0.42,
    (context) => {
      if (!isLit) return;
      wash(context, stage.band(shore - 0.3, shore + 0.01), [
        [0, faint('#ff4fa0', 0)],
        [1, faint(mix('#ff7a3d', '#c04aff', 0.35), 0.34)],
      ]);
      for (let x = 0; x < width; x += unit * 0.055) glow(context, x, shore * height, unit * 0.022, '#ffd08a', 0.9);
    },
    shore - 0.32,
    shore + 0.03,
  );
  const above = [sky, far, middle, near, lamps];
  const water = waterLayer(stage, above, {
    top: shore,
    far: isLit ? '#141a3a' : seen(light, '#5f86a8', 0.3),
    near: isLit ? '#060818' : seen(light, '#2c5673'),
    mirror: isLit ? 0.85 : 0.5,
    waves: shot.weather === 'storm' ? 0.6 : 0.25,
    glitter: null,
    depth: 0.42,
  });
  return {
    back: [...above, ...(isLit ? signs(stage, 0.42) : []), traffic(stage, shore - 0.012, 0.42), water, ...quay(stage)],
    front: [],
    spots: {
      ground: { x: 0.5, y: 0.955, scale: 1 },
      water: { x: 0.5, y: 0.86, scale: 0.9 },
      sky: { x: 0.5, y: 0.48, scale: 1 },
    },
    light: isLit ? { ...light, key: '#ffb0d8', rim: '#7fe0ff' } : light,
    isOutdoors: true,
    mirror: shore,
  };
};
