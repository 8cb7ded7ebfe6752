import { canvasOf, type Context, glow, noiseField, noiseLine, outline, texture } from '../brush.ts';
import { channels, darker, faint, mix } from '../colour.ts';
import { ridgeSheet, rolling, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import { firShore } from '../season.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';
import { waterLayer } from '../water.ts';

const crater = 0.34;
const fiery = { snow: false, low: 0.86 } as const;

/** How high the cone is at a share of its reach from the middle, 0..1: flat in its crater, hollow on its flanks. */
const slope = (share: number): number => Math.max(0, 1 - Math.max(0, share - 0.07) / 0.93) ** 1.7;

/** `snow`: its top is white and nothing flows from it. `low`: where it stands, a share of the height. */
function cone(stage: Stage, { snow, low }: { readonly snow: boolean; readonly low: number }): Sheet {
  const { left, right, width, height, unit, light, random } = stage;
  const reach = Math.max(width * 0.5, unit * 0.75);
  const line = noiseLine(random, 5);
  const field = noiseField(random, 5);
  const top = (x: number): number => {
    const share = Math.abs(x + left - width / 2) / reach;
    return (low - (low - crater) * slope(share) + 0.012 * line(x / (unit * 0.07)) * (0.4 + share)) * height;
  };
  const colours = (snow ? ['#8fa3c4', '#4a5f8c', '#ffffff', '#a9bfe4'] : ['#7a6a68', '#2a2228']).map((colour) =>
    channels(seen(light, colour, 0.1)),
  );
  return stage.sheet(
    0.18,
    (context) => {
      context.translate(left, 0);
      outline(context, right - left, low * height + 2, top, 2);
      context.clip();
      const box = { y: crater * height - unit * 0.03, high: (low - crater) * height + unit * 0.04 };
      const rock = texture(Math.round((right - left) / 2), Math.round(box.high / 2), (u, v) => {
        const across = (u - 0.5) * 9;
        // Gullies run down from the crater and part from each other.
        const rib = field(across / (0.35 + v) + 60, v * 2.2 + 9) - field(across / (0.35 + v) + 60.12, v * 2.2 + 9);
        const share = Math.max(0, Math.min(1, 0.55 - (u - 0.5) * 1.1 + rib * 5));
        // Snow reaches farther down in the gullies.
        const white = snow && v < 0.5 + rib * 2.2 + 0.12 * (field(across * 1.6, 3) - 0.5) ? 2 : 0;
        const at = (index: number): number =>
          (colours[white + 1]?.[index] ?? 0) +
          ((colours[white]?.[index] ?? 0) - (colours[white + 1]?.[index] ?? 0)) * share;
        return [[at(0), at(1), at(2)], 1];
      });
      context.imageSmoothingQuality = 'high';
      context.drawImage(rock, 0, box.y, right - left, box.high);
      context.translate(-left, 0);
      if (!snow) lava(context, stage);
    },
    crater - 0.06,
    low + 0.01,
  );
}

/** Streams from the crater's lip downwards, wider and darker on their way. */
function lava(context: Context, { width, height, unit, random }: Stage): void {
  glow(context, width / 2, crater * height, unit * 0.2, '#ff7a2c', 0.9);
  for (const start of [-0.03, -0.005, 0.02, 0.035]) {
    const line = noiseLine(random, 3);
    const long = 0.5 + random.next() * 0.5;
    const bend = start * 5 + (random.next() - 0.5) * 0.12;
    for (const [wide, colour, opacity] of [
      [3.4, '#ff5a1c', 0.35],
      [1.6, '#ff7a2c', 0.9],
      [0.7, '#ffd890', 1],
    ] as const)
      for (let step = 0; step < 90; step += 1) {
        const down = step / 90;
        if (down > long) break;
        const x = width / 2 + (start + bend * down ** 1.3 + 0.03 * line(down * 6)) * unit;
        const y = (crater + 0.012 + (fiery.low - crater) * down) * height;
        context.fillStyle = faint(mix(colour, '#a81c10', down * 0.6), opacity * (1 - down * 0.6));
        context.beginPath();
        context.arc(x, y, unit * 0.0038 * wide * (1 + down), 0, 7);
        context.fill();
      }
  }
}

/** A soft round spot that is painted once. */
function softSpot(colour: string): OffscreenCanvas {
  const context = canvasOf(128, 128);
  const gradient = context.createRadialGradient(64, 64, 0, 64, 64, 64);
  for (const [at, opacity] of [
    [0, 1],
    [0.4, 0.75],
    [0.75, 0.25],
    [1, 0],
  ] as const)
    gradient.addColorStop(at, faint(colour, opacity));
  context.fillStyle = gradient;
  context.fillRect(0, 0, 128, 128);
  return context.canvas;
}

/** Smoke that rolls up and drifts away, and glowing stones that fly in arcs. */
function eruption({ width, height, unit, light, random }: Stage): Layer {
  const [dark, lit, fire] = [
    softSpot(light.isDark ? '#4a3c44' : mix('#4a4248', light.haze, 0.3)),
    softSpot(light.isDark ? '#8a6264' : mix('#9a8a88', light.haze, 0.3)),
    softSpot('#ff8a3c'),
  ];
  const puffs = Array.from({ length: 34 }, (_, index) => ({
    phase: index / 34,
    lean: random.next() - 0.5,
    isLit: random.chance(0.4),
  }));
  const stones = Array.from({ length: 42 }, () => ({
    phase: random.next(),
    turn: (random.next() - 0.5) * 1.5,
    force: 0.5 + random.next() * 0.5,
    size: 0.5 + random.next(),
  }));
  const [x0, y0] = [width / 2, crater * height];
  return {
    depth: 0.18,
    draw: (context, { seconds }) => {
      context.save();
      context.imageSmoothingEnabled = false;
      for (const { phase, lean, isLit } of puffs) {
        const life = (seconds / 7 + phase) % 1;
        const size = unit * (0.12 + life * 0.5);
        const x = x0 + (lean * (0.06 + life * 0.5) + life * life * 0.32) * unit;
        const y = y0 - life ** 0.75 * 0.62 * unit + unit * 0.03;
        context.globalAlpha = 0.85 * Math.min(1, life * 8) * (1 - life) ** 0.6;
        context.drawImage(isLit ? lit : dark, x - size / 2, y - size / 2, size, size);
      }
      context.globalCompositeOperation = 'lighter';
      const pulse = 0.75 + 0.25 * Math.sin(seconds * 5) * Math.sin(seconds * 2.3);
      context.globalAlpha = 0.8 * pulse;
      context.drawImage(fire, x0 - unit * 0.16, y0 - unit * 0.22, unit * 0.32, unit * 0.34);
      for (const { phase, turn, force, size } of stones) {
        const life = (seconds / 1.9 + phase) % 1;
        const x = x0 + Math.sin(turn) * force * life * unit * 0.34;
        const y = y0 - (Math.cos(turn) * force * life * 0.74 - 0.62 * life * life) * unit * 0.62;
        const wide = unit * 0.018 * size;
        context.globalAlpha = 1 - life ** 3;
        context.drawImage(fire, x - wide, y - wide, wide * 2, wide * 2);
      }
      context.restore();
    },
  };
}

/** A cone with streams of lava, its smoke and what it throws out; dark ground before it. */
export const volcano: Backdrop = (stage) => {
  const { light, random, width, height } = stage;
  const slopeOf = noiseLine(random, 3);
  const ground = (depth: number, line: number, distance: number): Sheet =>
    stage.sheet(
      depth,
      (context) =>
        rolling(stage, context, {
          top: (x) => (line + 0.035 * slopeOf((x / width) * 1.7 + depth * 9)) * height,
          bottom: 1.13,
          lit: seen(light, mix('#5f7a4a', '#6a5248', distance), distance * 0.5),
          shade: darker(seen(light, '#3a3230', distance * 0.5), 0.2),
          steepness: 2.2,
        }),
      line - 0.06,
    );
  return {
    back: [
      skySheet(stage, 0.8),
      ridgeSheet(stage, { depth: 0.1, base: 0.82, tall: 0.12, colour: '#6a6a80', distance: 0.6, waves: 2.4 }),
      cone(stage, fiery),
      eruption(stage),
      ground(0.6, 0.85, 0.4),
      ground(1, 0.93, 0),
    ],
    front: [],
    spots: { ground: { x: 0.5, y: 0.98, scale: 0.85 }, sky: { x: 0.5, y: 0.44, scale: 0.7 } },
    light,
    isOutdoors: true,
  };
};

/** The white cone of Fuji above its lake. */
export const fuji: Backdrop = (stage) => {
  const { light } = stage;
  const shore = 0.68;
  const above = [
    skySheet(stage, shore),
    cone(stage, { snow: true, low: shore }),
    firShore(stage, 0.3, shore, 0.06, 0.2),
  ];
  const water = waterLayer(stage, above, {
    top: shore,
    far: seen(light, '#7fb0cc', 0.3),
    near: seen(light, '#1f4f6a'),
    mirror: 0.8,
    waves: 0.14,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
    depth: 0.4,
  });
  return {
    back: [...above, water],
    front: [],
    spots: {
      ground: { x: 0.5, y: 0.95, scale: 0.9 },
      water: { x: 0.5, y: 0.84, scale: 0.85 },
      sky: { x: 0.5, y: 0.4, scale: 0.7 },
    },
    light,
    isOutdoors: true,
    mirror: shore,
  };
};
