import { canvasOf, type Context, dab, noiseField, noiseLine, texture } from '../brush.ts';
import { channels, darker, faint, mix } from '../colour.ts';
import { ridgeSheet, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';
import { waterLayer } from '../water.ts';

const brink = 0.2;
const pool = 0.8;

/** Walls of rock on both sides of the falls, with green on their ledges. */
function cliffs(stage: Stage, depth: number, gap: number, distance: number): Sheet {
  const { random, left, right, width, height, unit, light } = stage;
  const line = noiseLine(random, 5);
  const field = noiseField(random, 5);
  const [rock, dark] = ['#7a746a', '#38352f'].map((colour) => channels(seen(light, colour, distance)));
  const wide = right - left;
  return stage.sheet(depth, (context) => {
    const stone = texture(Math.round(wide / 3), Math.round(height / 3), (u, v) => {
      const ledge = field(u * 9 + 20, v * 26 + field(u * 6, v * 5) * 5);
      const lit = Math.max(0, Math.min(1, (ledge - 0.32) * 2.4));
      return [
        [0, 1, 2].map(
          (index) => (dark?.[index] ?? 0) + ((rock?.[index] ?? 0) - (dark?.[index] ?? 0)) * lit,
        ) as unknown as readonly [number, number, number],
        1,
      ];
    });
    for (const side of [-1, 1]) {
      context.save();
      context.beginPath();
      const edge = width * 0.5 + side * gap * unit;
      const out = side < 0 ? left : right;
      context.moveTo(out, (brink - 0.08) * height);
      context.lineTo(edge, (brink + 0.015) * height);
      for (let y = brink; y <= pool + 0.06; y += 0.02)
        context.lineTo(edge + side * (line(y * 9 + side * 20) * 0.03 + (y - brink) * 0.06) * unit, y * height);
      context.lineTo(out, (pool + 0.06) * height);
      context.clip();
      context.drawImage(stone, left, (brink - 0.1) * height, wide, (pool + 0.16 - brink) * height);
      context.restore();
    }
    greens(context, stage, gap, distance);
  });
}

/** Leaves over the edges and on the ledges. */
function greens(
  context: Context,
  { random, left, right, width, height, unit, light }: Stage,
  gap: number,
  distance: number,
): void {
  for (let tuft = 0; tuft < 190; tuft += 1) {
    const share = random.next();
    const side = random.chance(0.5) ? 1 : -1;
    const edge = width * 0.5 + side * gap * unit;
    const out = side < 0 ? left : right;
    const x = edge + (out - edge) * (0.06 + share * 0.94);
    const onTop = random.chance(0.5);
    const y = onTop
      ? (brink - 0.04 - share * 0.06 + random.next() * 0.05) * height
      : (brink + random.next() ** 0.7 * (pool - brink)) * height;
    const own = seen(light, random.pick(['#3f7a3a', '#5f9a45', '#2f6238', '#7fb050']), distance);
    const reach = unit * (onTop ? 0.06 : 0.03);
    for (let leaf = 0; leaf < 16; leaf += 1) {
      const [angle, far] = [random.next() * 7, Math.sqrt(random.next()) * reach];
      context.fillStyle = random.chance(0.5) ? own : darker(own, random.next() * 0.4);
      context.beginPath();
      context.ellipse(
        x + Math.cos(angle) * far,
        y + Math.sin(angle) * far * 0.6,
        unit * 0.011,
        unit * 0.006,
        angle,
        0,
        7,
      );
      context.fill();
    }
  }
}

/** The water itself: a sheet of streaks that falls without end, and spray where it lands. */
function falls(stage: Stage, gap: number): Layer {
  const { random, width, height, unit, light } = stage;
  const wide = Math.round(gap * unit * 2.1);
  const tall = Math.round((pool - brink) * height);
  const streaks = canvasOf(wide, tall);
  streaks.fillStyle = seen(light, '#c2dbe4');
  streaks.fillRect(0, 0, wide, tall);
  for (let index = 0; index < 900; index += 1) {
    const [x, y, long] = [random.next() * wide, random.next() * tall, tall * (0.08 + random.next() * 0.25)];
    const isBright = random.chance(0.62);
    streaks.fillStyle = faint(isBright ? seen(light, '#ffffff') : seen(light, '#6f9fb0'), 0.12 + random.next() * 0.3);
    const thin = unit * (0.0012 + random.next() * 0.006);
    // Whatever leaves at the bottom comes in again at the top.
    for (const lift of [0, tall]) streaks.fillRect(x, y - lift, thin, long);
  }
  const spray = Array.from({ length: 26 }, () => ({
    at: random.next(),
    phase: random.next(),
    size: 0.5 + random.next(),
  }));
  const mist = canvasOf(128, 128);
  dab(mist, 64, 64, 64, light.isDark ? mix('#ffffff', light.haze, 0.5) : '#ffffff', 0.75);
  const from = width * 0.5 - wide / 2;
  return {
    depth: 0.4,
    draw: (context, { seconds }) => {
      const fallen = Math.round((seconds * height * 0.62) % tall);
      const top = brink * height;
      context.drawImage(streaks.canvas, 0, tall - fallen, wide, fallen, from, top, wide, fallen);
      context.drawImage(streaks.canvas, 0, 0, wide, tall - fallen, from, top + fallen, wide, tall - fallen);
      for (const { at, phase, size } of spray) {
        const life = (seconds * 0.35 + phase) % 1;
        const radius = unit * (0.05 + life * 0.15) * size;
        context.globalAlpha = 0.5 * Math.sin(Math.PI * life);
        context.drawImage(
          mist.canvas,
          from + at * wide - radius,
          pool * height - life * unit * 0.12 - radius,
          radius * 2,
          radius * 2,
        );
      }
      context.globalAlpha = 1;
    },
  };
}

/** A great waterfall in the jungle, with the pool below it. */
export const waterfall: Backdrop = (stage) => {
  const { light, random, left, right, height, width, unit } = stage;
  const sky = skySheet(stage, 0.3);
  const hills = ridgeSheet(stage, {
    depth: 0.15,
    base: 0.3,
    tall: 0.12,
    colour: '#4f7f5a',
    distance: 0.45,
    waves: 2.4,
  });
  const gap = 0.34;
  const walls = cliffs(stage, 0.4, gap, 0.06);
  const water = waterLayer(stage, [walls], {
    top: pool,
    far: seen(light, '#a9d8d4', 0.1),
    near: seen(light, '#1f6a66'),
    mirror: 0.4,
    waves: 0.45,
    glitter: null,
    depth: 0.6,
  });
  const fronds = stage.sheet(
    1.4,
    (context) => {
      for (let frond = 0; frond < 34; frond += 1) {
        const side = frond % 2 === 0 ? -1 : 1;
        const x = side < 0 ? left + random.next() * width * 0.2 : right - random.next() * width * 0.2;
        const [bend, tall] = [-side * unit * (0.1 + random.next() * 0.16), unit * (0.2 + random.next() * 0.3)];
        context.strokeStyle = darker(seen(light, random.pick(['#2f6a38', '#3f7f42', '#24552f'])), 0.25);
        for (let rib = 0; rib < 22; rib += 1) {
          const at = rib / 22;
          const [px, py] = [x + bend * at * at, height * 1.1 - at * tall];
          context.lineWidth = unit * 0.008 * (1 - at * 0.6);
          context.beginPath();
          context.moveTo(px - unit * 0.06 * (1 - at), py + unit * 0.03);
          context.quadraticCurveTo(px, py - unit * 0.01, px + unit * 0.06 * (1 - at), py + unit * 0.03);
          context.stroke();
        }
      }
    },
    0.5,
  );
  return {
    back: [sky, hills, falls(stage, gap), walls, water],
    front: [fronds],
    spots: {
      ground: { x: 0.5, y: 0.95, scale: 0.8 },
      water: { x: 0.5, y: 0.9, scale: 0.8 },
      sky: { x: 0.5, y: 0.4, scale: 0.8 },
    },
    light,
    isOutdoors: true,
    mirror: pool,
  };
};
