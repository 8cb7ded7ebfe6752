import { noiseLine } from '../brush.ts';
import { darker, lighter } from '../colour.ts';
import { ridgeSheet, rolling, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import { type Backdrop, type Sheet, softened, type Stage } from '../stage.ts';
import { flowers, grass } from '../trees.ts';

/** A tree far away: a few round tufts. */
const bush: readonly (readonly [x: number, y: number])[] = [
  [-0.6, 0],
  [0.5, 0],
  [-0.15, 0.5],
  [0.3, 0.4],
];

/** What grows, by the season: green, dry in autumn, white under snow. */
function seasonOf({ shot: { weather } }: Stage): (green: string, dry: string, white: string) => string {
  return (green, dry, white) => (weather === 'snow' ? white : weather === 'leaves' ? dry : green);
}

type Hill = {
  readonly depth: number;
  readonly base: number;
  readonly waves: number;
  readonly distance: number;
  readonly trees: number;
};

function hillSheet(stage: Stage, { depth, base, waves, distance, trees }: Hill): Sheet {
  const { random, width, height, left, right, unit, light } = stage;
  const season = seasonOf(stage);
  const line = noiseLine(random, 2);
  const top = (x: number): number => (base + 0.07 * line((x / width) * waves + base * 30)) * height;
  const crowns = [season('#2f5a34', '#9a5a2a', '#7f8fa0'), season('#3f6f3c', '#b8702f', '#93a3b5')];
  return stage.sheet(
    depth,
    (context) => {
      for (let index = 0; index < trees; index += 1) {
        const x = left + random.next() ** 1.4 * (right - left);
        const size = unit * (0.012 + random.next() * 0.022);
        context.fillStyle = seen(light, random.pick(crowns), distance);
        for (const [dx, dy] of bush) {
          context.beginPath();
          context.ellipse(x + dx * size, top(x) - size * (0.5 + dy), size * 0.62, size * 0.6, 0, 0, 7);
          context.fill();
        }
      }
      rolling(stage, context, {
        top,
        bottom: 1.13,
        lit: seen(light, season('#a9cf5c', '#dcb45a', '#ffffff'), distance),
        shade: seen(light, season('#417a35', '#8a6a30', '#a9bcd8'), distance),
        steepness: 3,
      });
    },
    base - 0.14,
  );
}

function nearGrass(stage: Stage): Sheet {
  const { random, width, height, left, right, unit, light, shot } = stage;
  const season = seasonOf(stage);
  const isWhite = shot.weather === 'snow';
  const line = noiseLine(random, 2);
  return stage.sheet(
    1,
    (context) => {
      rolling(stage, context, {
        top: (x) => (0.8 + 0.05 * line((x / width) * 1.1)) * height,
        bottom: 1.13,
        lit: seen(light, season('#b9db62', '#e6bf62', '#ffffff')),
        shade: seen(light, season('#37702f', '#7a5c2a', '#a3b6d6')),
        steepness: 3,
      });
      const blades = [
        season('#4f8f38', '#a8863c', '#dfe8f5'),
        season('#7fb648', '#d2ac55', '#ffffff'),
        season('#2f6b2d', '#7d632e', '#b9c9e2'),
      ];
      for (const row of [0.82, 0.87, 0.92, 0.98]) {
        grass(context, random, {
          from: left,
          to: right,
          y: () => (row + random.next() * 0.04) * height,
          tall: unit * 0.07 * (row - 0.55) * 2,
          count: isWhite ? 160 : 520,
          colours: blades.map((colour) => seen(light, colour)),
        });
      }
      if (isWhite) return;
      flowers(context, random, {
        from: left,
        to: right,
        y: (share) => (0.81 + share * 0.25) * height,
        size: (share) => unit * (0.004 + share * 0.011),
        count: 280,
        colours: ['#ffffff', '#f6d743', '#e86a8a', '#b58ae0', '#ff9a4a'].map((colour) =>
          lighter(seen(light, colour), 0.08),
        ),
      });
    },
    0.72,
  );
}

export const meadow: Backdrop = (stage) => {
  const { light, random, height, left, right, unit } = stage;
  const season = seasonOf(stage);
  const sky = skySheet(stage, 0.6);
  const hills = ridgeSheet(stage, {
    depth: 0.12,
    base: 0.63,
    tall: 0.14,
    colour: '#5a7d92',
    distance: 0.5,
    waves: 1.2,
    octaves: 3,
  });
  const blades = [season('#2d5a26', '#6b5426', '#c9d6ea'), season('#47803a', '#94752f', '#e6eefa')];
  const lens = stage.sheet(
    1.5,
    (context) =>
      grass(context, random, {
        from: left,
        to: right,
        y: () => height * 1.12,
        tall: unit * 0.21,
        count: 190,
        colours: blades.map((colour) => darker(seen(light, colour), 0.12)),
      }),
    0.86,
  );
  return {
    back: [
      sky,
      hills,
      hillSheet(stage, { depth: 0.3, base: 0.65, waves: 1.7, distance: 0.3, trees: 26 }),
      hillSheet(stage, { depth: 0.55, base: 0.72, waves: 1.2, distance: 0.12, trees: 12 }),
      nearGrass(stage),
    ],
    front: [softened(lens, unit / 260)],
    spots: { ground: { x: 0.5, y: 0.95, scale: 1 }, sky: { x: 0.52, y: 0.46, scale: 0.9 } },
    light,
    isOutdoors: true,
  };
};
