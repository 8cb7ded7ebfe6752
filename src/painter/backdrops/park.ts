import { dab } from '../brush.ts';
import { lighter } from '../colour.ts';
import { ridgeSheet, rolling, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import { leavesOf } from '../season.ts';
import type { Backdrop, Layer, Sheet, Stage } from '../stage.ts';
import { flowers, leafTree } from '../trees.ts';

/** Grass, a winding path, flowers, and what has fallen already. */
function lawnSheet(stage: Stage): Sheet {
  const { light, shot, random, left, right, width, height, unit } = stage;
  const leaves = leavesOf(stage);
  const isWhite = shot.weather === 'snow';
  return stage.sheet(
    0.9,
    (context) => {
      rolling(stage, context, {
        top: () => height * 0.68,
        bottom: 1.13,
        lit: seen(light, isWhite ? '#ffffff' : shot.weather === 'leaves' ? '#c9a24a' : '#9ac85a', 0.08),
        shade: seen(light, isWhite ? '#a9bcd8' : shot.weather === 'leaves' ? '#8a6a30' : '#4f8a3c', 0.08),
        steepness: 1,
      });
      context.fillStyle = seen(light, isWhite ? '#dde6f2' : '#dcc9a4');
      context.beginPath();
      context.moveTo(width * 0.47, height * 0.68);
      context.bezierCurveTo(width * 0.4, height * 0.8, width * 0.62, height * 0.86, width * 0.24, height * 1.13);
      context.lineTo(width * 0.86, height * 1.13);
      context.bezierCurveTo(width * 0.78, height * 0.86, width * 0.5, height * 0.8, width * 0.51, height * 0.68);
      context.fill();
      if (!isWhite)
        flowers(context, random, {
          from: left,
          to: width * 0.26,
          y: (share) => (0.84 + share * 0.2) * height,
          size: (share) => unit * (0.005 + share * 0.009),
          count: 90,
          colours: ['#ffffff', '#f6d743', '#e86a8a', '#b58ae0'].map((colour) => lighter(seen(light, colour), 0.08)),
        });
      // What fell already.
      for (let leaf = 0; leaf < (shot.weather === 'leaves' || shot.weather === 'petals' ? 420 : 0); leaf += 1) {
        context.fillStyle = seen(light, random.pick(leaves).lit);
        context.beginPath();
        context.ellipse(
          left + random.next() * (right - left),
          (0.7 + random.next() ** 0.7 * 0.4) * height,
          unit * 0.007,
          unit * 0.003,
          random.next() * 3,
          0,
          7,
        );
        context.fill();
      }
    },
    0.64,
  );
}

/** A lawn with trees of the season, a path, a bench and lamps; the town behind. */
export const park: Backdrop = (stage) => {
  const { light, random, left, right, unit, height } = stage;
  const leaves = leavesOf(stage);
  const row = (depth: number, base: number, tall: number, count: number, distance: number): Sheet =>
    stage.sheet(
      depth,
      (context) => {
        for (let index = 0; index < count; index += 1) {
          const slot = (index + 0.2 + random.next() * 0.6) / count;
          const clear = depth > 0.5 && Math.abs(slot - 0.5) < 0.24 ? (slot < 0.5 ? -0.22 : 0.22) : 0;
          const { lit, shade } = random.pick(leaves);
          leafTree(
            context,
            random,
            {
              x: left + (slot + clear) * (right - left),
              base: base * height,
              tall: unit * tall * (0.8 + random.next() * 0.4),
              side: (light.sun?.x ?? 0.3) < 0.5 ? -1 : 1,
            },
            { lit: seen(light, lit, distance), shade: seen(light, shade, distance) },
            seen(light, '#4a382c', distance),
          );
        }
      },
      base - tall * 1.3,
      base + 0.03,
    );
  const sky = skySheet(stage, 0.68);
  const town = ridgeSheet(stage, { depth: 0.1, base: 0.69, tall: 0.09, colour: '#6f8a94', distance: 0.55, waves: 2 });
  return {
    back: [
      sky,
      town,
      row(0.25, 0.69, 0.26, 13, 0.42),
      lawnSheet(stage),
      row(0.6, 0.76, 0.46, 6, 0.14),
      row(0.9, 0.88, 0.82, 4, 0),
      lampsAndBench(stage),
    ],
    front: [],
    spots: { ground: { x: 0.5, y: 0.95, scale: 1 }, sky: { x: 0.5, y: 0.46, scale: 0.8 } },
    light,
    isOutdoors: true,
  };
};

function lampsAndBench(stage: Stage): Layer {
  const { light, width, height, unit } = stage;
  return stage.sheet(0.9, (context) => {
    const iron = seen(light, '#2c3338');
    for (const [x, base, tall] of [
      [0.3, 0.84, 0.3],
      [0.72, 0.8, 0.22],
    ] as const) {
      context.fillStyle = iron;
      context.fillRect(x * width - unit * 0.004, (base - tall) * height, unit * 0.008, tall * height);
      if (light.isDark) dab(context, x * width, (base - tall) * height, unit * 0.16, '#ffd890', 1);
      context.fillStyle = light.isDark ? '#fff3cf' : '#e8ecee';
      context.beginPath();
      context.arc(x * width, (base - tall) * height, unit * 0.018, 0, 7);
      context.fill();
    }
    const [x, y] = [width * 0.77, height * 0.86];
    context.fillStyle = seen(light, '#8a5a36');
    for (const dy of [0.075, 0.055, 0.03]) context.fillRect(x, y - unit * dy, unit * 0.22, unit * 0.014);
    context.fillStyle = iron;
    for (const dx of [0.015, 0.195]) context.fillRect(x + unit * dx, y - unit * 0.08, unit * 0.01, unit * 0.1);
  });
}
