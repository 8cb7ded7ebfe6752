import { type Context, dab } from '../brush.ts';
import { darker, lighter, mix } from '../colour.ts';
import { ridgeSheet, rolling, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import { type Backdrop, type Sheet, softened, type Stage } from '../stage.ts';
import { grass } from '../trees.ts';

type Crop = {
  /** Of what grows, from the shade to the light. */
  readonly colours: readonly [string, string, string];
  readonly soil: string;
  /** How much of a row the plants cover, 0..1. */
  readonly cover: number;
  /** Of a plant at the front, in units. */
  readonly tall: number;
  readonly isStalky: boolean;
};

const horizon = 0.6;
const vanishing = 0.5;

/** Rows that run towards one point on the horizon. */
function rows(stage: Stage, crop: Crop): Sheet {
  const { left, right, width, height, unit, light, shot } = stage;
  const autumn = shot.weather === 'leaves' && crop.soil === vines.soil;
  const colours = (autumn ? ['#8a3f26', '#c9702f', '#e8b04a'] : crop.colours).map((colour) => seen(light, colour));
  return stage.sheet(
    0.85,
    (context) => {
      rolling(stage, context, {
        top: () => horizon * height,
        bottom: 1.13,
        lit: seen(light, crop.cover > 0.8 ? (crop.colours[1] ?? crop.soil) : crop.soil, 0.1),
        shade: darker(seen(light, crop.cover > 0.8 ? crop.colours[0] : crop.soil), 0.1),
        steepness: 1,
      });
      const lines = 44;
      // From the horizon to the front, so that near plants stand before far ones.
      for (let step = 0; step < 60; step += 1) {
        const down = (step / 60) ** 1.9;
        const y = (horizon + 0.004 + down * (1.16 - horizon)) * height;
        const size = unit * (0.004 + down * crop.tall);
        for (let row = -lines; row <= lines; row += 1) {
          const x = (vanishing + row * (0.006 + down * 0.12)) * width;
          if (x < left - size || x > right + size) continue;
          plant(context, stage, x, y, {
            size,
            spread: (0.006 + down * 0.12) * width * crop.cover,
            colours,
            distance: Math.max(0, 0.5 - down * 2.4),
            isStalky: crop.isStalky,
          });
        }
      }
    },
    horizon - 0.06,
  );
}

type Plant = {
  readonly size: number;
  readonly spread: number;
  readonly colours: readonly string[];
  readonly distance: number;
  readonly isStalky: boolean;
};

function plant(context: Context, { random, light }: Stage, x: number, y: number, look: Plant): void {
  const { size, spread, colours, distance, isStalky } = look;
  const heads = size < 6 ? 2 : 5;
  for (let head = 0; head < heads; head += 1) {
    const colour = mix(colours[Math.min(2, Math.floor((head / heads) * 3))] ?? '#888888', light.haze, distance);
    const px = x + (random.next() - 0.5) * spread;
    const py = y - size * (0.2 + (head / heads) * 0.8) + random.next() * size * 0.2;
    context.fillStyle = random.chance(0.4) ? lighter(colour, 0.12) : colour;
    context.beginPath();
    if (isStalky) context.ellipse(px, py, Math.max(0.7, size * 0.08), size * 0.3, (random.next() - 0.5) * 0.5, 0, 7);
    else context.ellipse(px, py, Math.max(0.8, size * 0.34), Math.max(0.7, size * 0.26), 0, 0, 7);
    context.fill();
  }
}

const vines: Crop = {
  colours: ['#3a6230', '#5a8f3f', '#86b850'],
  soil: '#a07a52',
  cover: 0.34,
  tall: 0.11,
  isStalky: false,
};
const lavenders: Crop = {
  colours: ['#5a3f94', '#7f5cc0', '#b394e6'],
  soil: '#8a9a5a',
  cover: 0.62,
  tall: 0.1,
  isStalky: true,
};
const rapeseeds: Crop = {
  colours: ['#8f9a2a', '#f0cc24', '#ffe65a'],
  soil: '#7f9a3a',
  cover: 1,
  tall: 0.085,
  isStalky: false,
};
const wheats: Crop = {
  colours: ['#a8782a', '#d9ac4a', '#f4d684'],
  soil: '#b8924a',
  cover: 1,
  tall: 0.11,
  isStalky: true,
};

const fieldOf =
  (crop: Crop): Backdrop =>
  (stage) => {
    const { light, random, left, right, width, height, unit } = stage;
    const hills = ridgeSheet(stage, {
      depth: 0.1,
      base: horizon + 0.01,
      tall: 0.17,
      colour: '#5f8290',
      distance: 0.5,
      waves: 1.3,
      octaves: 3,
    });
    const woods = stage.sheet(
      0.3,
      (context) => {
        for (let tree = 0; tree < 70; tree += 1) {
          const x = left + random.next() * (right - left);
          dab(
            context,
            x,
            (horizon - 0.004) * height,
            unit * (0.012 + random.next() * 0.03),
            seen(light, random.pick(['#3a6238', '#4f7a42', '#2f5240']), 0.3),
            0.95,
          );
        }
      },
      horizon - 0.1,
      horizon + 0.04,
    );
    const lens = stage.sheet(
      1.5,
      (context) =>
        grass(context, random, {
          from: left,
          to: right,
          y: () => height * 1.12,
          tall: unit * 0.2,
          count: 150,
          colours: [crop.colours[0], '#4a7a3a', crop.colours[1]].map((colour) => darker(seen(light, colour), 0.1)),
        }),
      0.84,
    );
    const far = stage.sheet(
      0.4,
      (context) => {
        // Someone lives there.
        const [x, y, size] = [width * (0.2 + random.next() * 0.1), horizon * height, unit * 0.05];
        context.fillStyle = seen(light, '#f0e6d4', 0.2);
        context.fillRect(x, y - size * 0.7, size * 1.5, size * 0.75);
        context.fillStyle = seen(light, '#b5573f', 0.2);
        context.beginPath();
        context.moveTo(x - size * 0.15, y - size * 0.68);
        context.lineTo(x + size * 0.75, y - size * 1.25);
        context.lineTo(x + size * 1.65, y - size * 0.68);
        context.fill();
        context.fillStyle = light.isDark ? '#ffd890' : seen(light, '#5a6a78', 0.2);
        for (const at of [0.3, 0.9]) context.fillRect(x + size * at, y - size * 0.5, size * 0.22, size * 0.24);
      },
      horizon - 0.1,
      horizon + 0.02,
    );
    return {
      back: [skySheet(stage, horizon), hills, woods, far, rows(stage, crop)],
      front: [softened(lens, unit / 220)],
      spots: { ground: { x: 0.5, y: 0.95, scale: 1 }, sky: { x: 0.52, y: 0.46, scale: 0.9 } },
      light,
      isOutdoors: true,
    };
  };

export const vineyard = fieldOf(vines);
export const lavender = fieldOf(lavenders);
export const rapeseed = fieldOf(rapeseeds);
export const wheat = fieldOf(wheats);
