import { dab, noiseLine, outline } from '../brush.ts';
import { darker, mix } from '../colour.ts';
import { peaksSheet, ridgeSheet, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import type { Backdrop, Sheet, Stage } from '../stage.ts';
import { grass } from '../trees.ts';
import { waterLayer } from '../water.ts';
import { firShore } from '../season.ts';

/** Still water that mirrors mountains and firs; reeds before it. */
export const lake: Backdrop = (stage) => {
  const { light, random, left, right, height, unit, shot } = stage;
  const shore = 0.56;
  const sky = skySheet(stage, shore);
  const peaks = peaksSheet(stage, {
    depth: 0.12,
    base: shore,
    tall: 0.36,
    rock: '#77839a',
    snow: '#ffffff',
    snowline: shot.weather === 'snow' ? 0.2 : 0.58,
    distance: 0.34,
    waves: 1.5,
  });
  const hills = ridgeSheet(stage, { depth: 0.2, base: shore, tall: 0.13, colour: '#4f7362', distance: 0.36, waves: 2 });
  const above = [sky, peaks, hills, firShore(stage, 0.3, shore, 0.11, 0.14)];
  const water = waterLayer(stage, above, {
    top: shore,
    far: seen(light, '#6fa3b8', 0.3),
    near: seen(light, '#123f52'),
    mirror: 0.85,
    waves: 0.12,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
    depth: 0.4,
  });
  const reeds = stage.sheet(
    1.35,
    (context) => {
      for (const [from, to] of [
        [left, left + unit * 0.42],
        [right - unit * 0.36, right],
      ] as const) {
        grass(context, random, {
          from,
          to,
          y: () => height * 1.12,
          tall: unit * 0.34,
          count: 90,
          colours: ['#3f5a2f', '#5f7a3a', '#2f4526'].map((colour) => darker(seen(light, colour), 0.2)),
        });
      }
    },
    0.6,
  );
  return {
    back: [...above, water],
    front: [reeds],
    spots: {
      ground: { x: 0.5, y: 0.93, scale: 0.9 },
      water: { x: 0.5, y: 0.78, scale: 0.9 },
      sky: { x: 0.5, y: 0.44, scale: 0.8 },
    },
    light,
    isOutdoors: true,
    mirror: shore,
  };
};

/** Steep round hills in the haze, one behind the other, as along the Li. */
function karst(stage: Stage, depth: number, base: number, tall: number, count: number, distance: number): Sheet {
  const { random, left, right, height, unit, light } = stage;
  const rough = noiseLine(random, 4);
  const humps = Array.from({ length: count }, (_, index) => ({
    x: left + ((index + random.next() * 0.8) / count) * (right - left),
    wide: unit * (0.09 + random.next() * 0.1) * (0.6 + tall * 2),
    tall: tall * (0.45 + random.next() * 0.55),
  }));
  const top = (x: number): number =>
    Math.min(
      ...humps.map(
        (hump) => (base - hump.tall * Math.exp(-((Math.abs(x + left - hump.x) / hump.wide) ** 2.6))) * height,
      ),
      base * height,
    ) +
    rough(x / (unit * 0.07)) * unit * 0.008;
  return stage.sheet(
    depth,
    (context) => {
      context.translate(left, 0);
      outline(context, right - left, base * height + 2, top);
      const own = seen(light, '#3f6b4f', distance);
      const gradient = context.createLinearGradient(0, (base - tall) * height, 0, base * height);
      gradient.addColorStop(0, own);
      gradient.addColorStop(1, mix(own, light.haze, 0.65));
      context.fillStyle = gradient;
      context.fill();
      context.clip();
      for (let tuft = 0; tuft < 420 * (1 - distance); tuft += 1) {
        const x = random.next() * (right - left);
        const y = top(x) + random.next() ** 1.5 * tall * height;
        dab(
          context,
          x,
          y,
          unit * 0.02,
          random.chance(0.5) ? mix(own, light.key, 0.28) : darker(own, 0.3),
          0.5 * (1 - (y / height - base + tall) / tall),
        );
      }
    },
    base - tall - 0.03,
    base + 0.01,
  );
}

/** A green river between steep hills, mist on the water. */
export const river: Backdrop = (stage) => {
  const { light, random, left, right, height, unit } = stage;
  const shore = 0.6;
  const sky = skySheet(stage, shore);
  const above = [
    sky,
    karst(stage, 0.08, shore, 0.3, 9, 0.72),
    karst(stage, 0.16, shore, 0.36, 6, 0.45),
    karst(stage, 0.3, shore, 0.3, 5, 0.16),
    firShore(stage, 0.34, shore, 0.04, 0.25),
  ];
  const water = waterLayer(stage, above, {
    top: shore,
    far: seen(light, '#8fc0b0', 0.3),
    near: seen(light, '#1f5a52'),
    mirror: 0.75,
    waves: 0.22,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
    depth: 0.42,
  });
  const bank = stage.sheet(
    1.3,
    (context) => {
      for (const [from, to] of [
        [left, left + unit * 0.5],
        [right - unit * 0.3, right],
      ] as const) {
        grass(context, random, {
          from,
          to,
          y: () => height * 1.12,
          tall: unit * 0.26,
          count: 120,
          colours: ['#2f5a2f', '#4f7f3a', '#1f4526'].map((colour) => darker(seen(light, colour), 0.15)),
        });
      }
    },
    0.7,
  );
  return {
    back: [...above, water],
    front: [bank],
    spots: {
      ground: { x: 0.5, y: 0.93, scale: 0.9 },
      water: { x: 0.5, y: 0.8, scale: 0.9 },
      sky: { x: 0.5, y: 0.42, scale: 0.8 },
    },
    light,
    isOutdoors: true,
    mirror: shore,
  };
};
