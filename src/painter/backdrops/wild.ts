import { type Context, noiseLine, within } from '../brush.ts';
import { darker, faint, mix } from '../colour.ts';
import { peaksSheet, ridgeSheet, rolling, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import { type Backdrop, type Sheet, Stage } from '../stage.ts';
import { fir } from '../trees.ts';

/** Firs close by, at the edges of the picture. */
function nearFirs(stage: Stage): Sheet {
  const { light, random, height, width, unit } = stage;
  return stage.sheet(1.4, (context) => {
    const colour = darker(seen(light, '#22363a'), 0.35);
    for (const side of [0, 1]) {
      for (let index = 3; index >= 0; index -= 1) {
        const x = side * width + (side === 0 ? 1 : -1) * unit * (0.08 * index - 0.02);
        const tall = unit * (0.6 - index * 0.1 + random.next() * 0.08);
        fir(context, random, x, height * 1.12, tall, mix(colour, light.haze, index * 0.06));
      }
    }
  });
}

export const mountains: Backdrop = (stage) => {
  const { light, shot, height, left, right, unit, random, width } = stage;
  const snowy = shot.weather === 'snow' ? 0.2 : 0.42;
  const sky = skySheet(stage, 0.72);
  const far = peaksSheet(stage, {
    depth: 0.1,
    base: 0.8,
    tall: 0.42,
    rock: '#7d8ca6',
    snow: '#f4f8ff',
    snowline: snowy,
    distance: 0.5,
    waves: 2.1,
  });
  const near = peaksSheet(stage, {
    depth: 0.3,
    base: 0.92,
    tall: 0.66,
    rock: '#77808f',
    snow: '#ffffff',
    snowline: snowy,
    distance: 0.12,
    waves: 1.15,
  });
  const slope = noiseLine(random, 3);
  const line = (x: number, shift: number, wave: number): number =>
    (shift + 0.05 * slope((x / width) * wave + shift * 9)) * height;
  const isWhite =
    shot.weather === 'snow' || shot.weather === 'clear' || shot.weather === 'clouds' || shot.weather === 'storm';
  const wooded = stage.sheet(
    0.6,
    (context) => {
      const colour = seen(light, '#2d4a46', 0.3);
      for (let index = 0; index < 260; index += 1) {
        const x = left + random.next() * (right - left);
        fir(
          context,
          random,
          x,
          line(x, 0.85, 1.6) + unit * 0.02,
          unit * (0.05 + random.next() * 0.06),
          mix(colour, light.haze, random.next() * 0.3),
        );
      }
      rolling(stage, context, {
        top: (x) => line(x, 0.855, 1.6),
        bottom: 1.13,
        lit: seen(light, isWhite ? '#f3f7ff' : '#6f8a5a', 0.1),
        shade: seen(light, isWhite ? '#8fa5cc' : '#39543f', 0.1),
        steepness: 2.4,
      });
    },
    0.68,
  );
  const ground = stage.sheet(
    1,
    (context) =>
      rolling(stage, context, {
        top: (x) => line(x, 0.93, 0.9),
        bottom: 1.13,
        lit: seen(light, isWhite ? '#ffffff' : '#86a060'),
        shade: seen(light, isWhite ? '#7f97c4' : '#33492f'),
        steepness: 2,
      }),
    0.84,
  );
  return {
    back: [sky, far, near, wooded, ground],
    front: [nearFirs(stage)],
    spots: { ground: { x: 0.5, y: 0.98, scale: 0.95 }, sky: { x: 0.5, y: 0.46, scale: 0.8 } },
    light,
    isOutdoors: true,
  };
};

export const desert: Backdrop = (stage) => {
  const { light, height, width, right, left, random, unit } = stage;
  const sky = skySheet(stage, 0.56);
  const far = ridgeSheet(stage, { depth: 0.1, base: 0.57, tall: 0.06, colour: '#b98a64', distance: 0.5, waves: 1.4 });
  const dune = (depth: number, base: number, tall: number, wave: number, distance: number) => {
    const line = noiseLine(random, 1);
    const shift = random.next() * 50;
    const top = (x: number): number => {
      const at = (x / width) * wave + shift;
      // Long on the windward side, steep on the other.
      const unwound = at + line(at * 0.8) * 0.22;
      const along = unwound - Math.floor(unwound);
      const crest = along < 0.66 ? along / 0.66 : (1 - along) / 0.34;
      return (
        (base - tall * (0.3 + 0.7 * Math.sin((crest * Math.PI) / 2) ** 1.4) - tall * 0.25 * line(at * 0.5)) * height
      );
    };
    return stage.sheet(
      depth,
      (context) => {
        rolling(stage, context, {
          top,
          bottom: 1.13,
          lit: seen(light, '#f4bf78', distance),
          shade: seen(light, '#8a4f33', distance * 0.8),
          steepness: 2.6,
        });
        within(context, () => {
          context.lineWidth = unit * 0.0022;
          for (let ripple = 0; ripple < 46; ripple += 1) {
            context.strokeStyle = faint(ripple % 2 === 0 ? seen(light, '#ffdca0') : light.shade, 0.13 * depth);
            context.beginPath();
            for (let x = left; x <= right; x += 10) {
              context.lineTo(
                x,
                top(x) * (1 - ripple * 0.008) + ripple * height * 0.02 + line(x * 0.011 + ripple) * unit * 0.006,
              );
            }
            context.stroke();
          }
        });
      },
      base - tall * 1.4,
    );
  };
  return {
    back: [sky, far, dune(0.25, 0.66, 0.1, 2.1, 0.38), dune(0.55, 0.79, 0.15, 1.3, 0.16), dune(1, 0.96, 0.12, 0.8, 0)],
    front: [],
    spots: { ground: { x: 0.5, y: 0.95, scale: 0.9 }, sky: { x: 0.5, y: 0.42, scale: 0.8 } },
    light,
    isOutdoors: true,
  };
};

const marsSkies = {
  dawn: ['#6a4038', '#b87858', '#e8b088'],
  day: ['#a8644a', '#d08e68', '#f0c09a'],
  sunset: ['#4a2a30', '#a8584a', '#f0a070'],
  night: ['#120a10', '#2a1518', '#5a2c24'],
} as const;

/** Red dunes and stones under a sky of dust. */
export const mars: Backdrop = ({ width, height, shot, light, random }) => {
  const [zenith, middle, horizon] = marsSkies[shot.time];
  const dusty = {
    ...light,
    sky: [
      [0, zenith],
      [0.5, middle],
      [1, horizon],
    ],
    haze: horizon,
    ambient: light.isDark ? '#6a3a30' : '#e8825a',
    shade: '#3a1418',
    cloudLit: horizon,
    cloudShade: middle,
    cover: 0.1,
  } as const;
  const stage = new Stage(width, height, shot, dusty, random);
  const setting = desert(stage);
  const stones = stage.sheet(1, (context) => rocks(stage, context), 0.7);
  return { ...setting, back: [...setting.back, stones] };
};

function rocks({ left, right, height, unit, random, light }: Stage, context: Context): void {
  for (let index = 0; index < 70; index += 1) {
    const near = (index / 70) ** 1.4;
    const [x, y] = [left + random.next() * (right - left), (0.9 + near * 0.2) * height];
    const wide = unit * (0.006 + near * 0.03) * (0.4 + random.next());
    const own = seen(light, random.pick(['#c9805a', '#a8604a', '#8a4a3a']));
    context.fillStyle = faint('#1a0608', 0.35);
    context.beginPath();
    context.ellipse(x + wide * 0.4, y, wide * 1.3, wide * 0.26, 0, 0, 7);
    context.fill();
    context.fillStyle = darker(own, 0.4);
    context.beginPath();
    for (let corner = 0; corner < 7; corner += 1) {
      const angle = Math.PI + (corner / 6) * Math.PI;
      const far = wide * (0.75 + random.next() * 0.4);
      context.lineTo(x + Math.cos(angle) * far, y + Math.sin(angle) * far * 0.75);
    }
    context.fill();
    context.fillStyle = own;
    context.beginPath();
    context.ellipse(x - wide * 0.2, y - wide * 0.4, wide * 0.55, wide * 0.3, -0.3, 0, 7);
    context.fill();
  }
}

/** The three at Giza, the farthest first: x and half the width in shares of the shorter side, top and foot of the height. */
const gizas = [
  [0.42, 0.2, 0.5, 0.66],
  [-0.34, 0.3, 0.4, 0.7],
  [0.08, 0.44, 0.28, 0.76],
] as const;

/** Pyramids that stand among dunes. */
export const pyramids: Backdrop = (stage) => {
  const setting = desert(stage);
  const { light, width, height, unit } = stage;
  const stones = stage.sheet(
    0.35,
    (context) => {
      for (const [x, half, top, foot] of gizas) {
        const [middle, wide] = [width / 2 + x * unit, half * unit];
        const edge = middle + wide * 0.24;
        const own = seen(light, '#e3b878', 0.3 - half * 0.5);
        for (const [from, to, colour] of [
          [middle - wide, edge, own],
          [edge, middle + wide, darker(own, 0.42)],
        ] as const) {
          context.fillStyle = colour;
          context.beginPath();
          context.moveTo(middle, top * height);
          context.lineTo(from, foot * height);
          context.lineTo(to, foot * height);
          context.fill();
        }
        context.strokeStyle = faint(darker(own, 0.6), 0.2);
        context.lineWidth = 1;
        for (let course = 1; course < 34; course += 1) {
          const share = course / 34;
          context.beginPath();
          context.moveTo(middle - wide * share, (top + (foot - top) * share) * height);
          context.lineTo(middle + wide * share, (top + (foot - top) * share) * height);
          context.stroke();
        }
      }
    },
    0.26,
    0.78,
  );
  const [sky, far, dune, ...near] = setting.back;
  return { ...setting, back: [sky, far, dune, stones, ...near].filter((layer) => layer !== undefined) };
};
