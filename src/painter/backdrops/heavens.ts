import { type Context, dab, glow, noiseField, noiseLine, texture, wash } from '../brush.ts';
import { channels } from '../colour.ts';
import { rolling } from '../land.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';
import { stars } from '../weather.ts';

const nebulae: readonly (readonly [string, string])[] = [
  ['#7a3fd0', '#2f8fe0'],
  ['#d0407f', '#3f4fd8'],
  ['#2fa0b0', '#6a3fc0'],
  ['#e0703a', '#8a2f9a'],
];

/** The dark between the stars: gas that glows in two colours, stars of all sizes. */
function deepSky(stage: Stage, isVivid: boolean): Sheet {
  const { random, width, height, unit } = stage;
  const field = noiseField(random, 5);
  const [one, other] = random.pick(nebulae).map(channels);
  return stage.sheet(0, (context) => {
    wash(context, stage.all, [
      [0, '#03040d'],
      [1, '#070a1c'],
    ]);
    const gas = texture(320, 180, (x, y) => {
      const [u, v] = [x * 3.2 + 20, y * 2 + 20];
      const bend = field(u * 0.7, v * 0.7) * 2.4;
      const density = field(u + bend, v - bend * 0.6);
      const band = Math.exp(-(((y - 0.5 - (x - 0.5) * 0.5) * 2.4) ** 2));
      const share = field(u * 0.6 + 9, v * 0.6);
      const colour = [0, 1, 2].map(
        (index) => (one?.[index] ?? 0) * share + (other?.[index] ?? 0) * (1 - share) + density * 60,
      );
      return [
        [colour[0] ?? 0, colour[1] ?? 0, colour[2] ?? 0],
        Math.max(0, density - 0.36) * (isVivid ? 2.6 : 1.1) * (0.35 + band),
      ];
    });
    context.globalCompositeOperation = 'screen';
    context.drawImage(gas, stage.left, stage.top, stage.right - stage.left, stage.bottom - stage.top);
    context.globalCompositeOperation = 'source-over';
    stars(stage, context, 1.1, 620);
    for (let bright = 0; bright < 9; bright += 1) {
      const [x, y, size] = [random.next() * width, random.next() * height, unit * (0.01 + random.next() * 0.02)];
      glow(context, x, y, size * 1.6, '#bfd6ff', 0.9);
      context.strokeStyle = 'rgba(255, 255, 255, 0.6)';
      context.lineWidth = 1;
      context.beginPath();
      context.moveTo(x - size, y);
      context.lineTo(x + size, y);
      context.moveTo(x, y - size);
      context.lineTo(x, y + size);
      context.stroke();
    }
  });
}

const airGlow = [90, 160, 255] as const;

/** A world seen from space: seas, land, clouds, an edge of air, and its night side. */
function globe(stage: Stage, radius: number): OffscreenCanvas {
  const { random } = stage;
  const field = noiseField(random, 5);
  const [sea, land, dry, white] = ['#1f5fae', '#3f8a4f', '#b59a63', '#ffffff'].map(channels);
  const size = Math.min(720, Math.round(radius * 2));
  const sphere = texture(size, size, (u, v) => {
    const [dx, dy] = [u * 2 - 1, v * 2 - 1];
    const flat = dx * dx + dy * dy;
    if (flat > 1) return [[0, 0, 0], 0];
    const dz = Math.sqrt(1 - flat);
    const [longitude, latitude] = [Math.atan2(dx, dz) * 1.5 + 30, Math.asin(dy) * 1.7 + 30];
    const height = field(longitude, latitude);
    const ground = height > 0.53 ? (height > 0.62 ? dry : land) : sea;
    const cloud = Math.max(0, Math.min(1, (field(longitude * 1.6 + 90, latitude * 2.4) - 0.5) * 5));
    const sun = Math.max(0.03, dx * -0.62 + dy * -0.5 + dz * 0.6);
    const edge = Math.min(1, (1 - Math.sqrt(flat)) * size * 0.5);
    const air = (1 - dz) ** 3;
    const mixed = [0, 1, 2].map((index) => {
      const own = (ground?.[index] ?? 0) * (1 - cloud) + (white?.[index] ?? 0) * cloud;
      return Math.min(255, own * sun * 1.25 + air * (airGlow[index] ?? 0) * sun * 1.6);
    });
    return [[mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0], edge];
  });
  return sphere;
}

export const space: Backdrop = (stage) => {
  const { width, height, unit, light, random } = stage;
  const radius = unit * 0.52;
  const [x, y] = [width * (random.chance(0.5) ? 0.2 : 0.8), height * 0.96];
  const sphere = globe(stage, radius);
  const planet = stage.sheet(0.35, (context) => {
    glow(context, x, y, radius * 1.45, '#4a9aff', 0.55);
    context.imageSmoothingQuality = 'high';
    context.drawImage(sphere, x - radius, y - radius, radius * 2, radius * 2);
  });
  const sun = stage.sheet(0.1, (context) => {
    glow(context, width * (1 - x / width), height * 0.14, unit * 0.5, '#ffe9c4', 0.75);
    glow(context, width * (1 - x / width), height * 0.14, unit * 0.12, '#ffffff', 1);
  });
  return {
    back: [deepSky(stage, true), sun, planet, twinkling(stage)],
    front: [],
    spots: {
      ground: { x: 0.5, y: 0.84, scale: 1 },
      sky: { x: 0.5, y: 0.72, scale: 1.1 },
      table: { x: 0.5, y: 0.8, scale: 0.9 },
    },
    light: { ...light, key: '#fff4e0', rim: '#9ac4ff', shade: '#0a0f24', isDark: true },
    isOutdoors: false,
  };
};

function twinkling({ random, width, height, unit }: Stage): Layer {
  const all = Array.from({ length: 40 }, () => ({
    x: random.next() * width,
    y: random.next() * height * 0.8,
    phase: random.next() * 7,
    size: unit * (0.002 + random.next() * 0.002),
  }));
  return {
    depth: 0.05,
    draw: (context, { seconds }) => {
      context.fillStyle = '#ffffff';
      for (const { x, y, phase, size } of all) {
        context.globalAlpha = Math.max(0, Math.sin(seconds * 2 + phase)) * 0.9;
        context.fillRect(x - size / 2, y - size / 2, size, size);
      }
      context.globalAlpha = 1;
    },
  };
}

/** The surface of the moon: grey dust, craters, hard light, the earth above. */
export const moon: Backdrop = (stage) => {
  const { width, height, unit, light, random, left, right } = stage;
  const radius = unit * 0.15;
  const [ex, ey] = [width * 0.78, height * 0.25];
  const sphere = globe(stage, radius);
  const line = noiseLine(random, 5);
  const ridge =
    (base: number, tall: number, waves: number) =>
    (x: number): number =>
      (base - tall * line((x / width) * waves + base * 40)) * height;
  const far = stage.sheet(0.35, (context) => {
    context.drawImage(sphere, ex - radius, ey - radius, radius * 2, radius * 2);
    rolling(stage, context, {
      top: ridge(0.66, 0.07, 2.6),
      bottom: 1.13,
      lit: '#9a9ca4',
      shade: '#3c3e48',
      steepness: 1.1,
    });
  });
  const near = stage.sheet(
    1,
    (context) => {
      rolling(stage, context, {
        top: ridge(0.74, 0.03, 1.3),
        bottom: 1.13,
        lit: '#c6c7cc',
        shade: '#5e606a',
        steepness: 3,
      });
      for (let crater = 0; crater < 46; crater += 1) {
        const down = crater / 46;
        const y = height * (0.78 + down * 0.32);
        const size = unit * (0.008 + random.next() ** 2 * 0.1) * (0.4 + down);
        const x = left + random.next() * (right - left);
        context.fillStyle = '#4c4e58';
        ellipse(context, x, y, size, size * 0.28);
        context.fillStyle = '#8a8c95';
        ellipse(context, x + size * 0.06, y + size * 0.07, size * 0.9, size * 0.2);
        context.strokeStyle = 'rgba(240, 240, 245, 0.55)';
        context.lineWidth = Math.max(1, size * 0.05);
        context.beginPath();
        context.ellipse(x, y, size, size * 0.28, 0, 0.1, Math.PI - 0.1);
        context.stroke();
      }
      for (let stone = 0; stone < 260; stone += 1) {
        const down = random.next();
        dab(
          context,
          left + random.next() * (right - left),
          height * (0.76 + down * 0.34),
          unit * 0.006 * (0.4 + down),
          random.chance(0.5) ? '#3a3c46' : '#e8e8ee',
          0.8,
        );
      }
    },
    0.66,
  );
  return {
    back: [deepSky(stage, false), far, near],
    front: [],
    spots: { ground: { x: 0.46, y: 0.94, scale: 1.05 }, sky: { x: 0.4, y: 0.6, scale: 1 } },
    light: { ...light, key: '#ffffff', rim: '#ffffff', shade: '#2a2c38', isDark: true },
    isOutdoors: false,
  };
};

function ellipse(context: Context, x: number, y: number, rx: number, ry: number): void {
  context.beginPath();
  context.ellipse(x, y, rx, ry, 0, 0, 7);
  context.fill();
}
