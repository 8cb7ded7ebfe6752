import { type Context, noiseLine, wash } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { peaksSheet, ridgeSheet, rolling, skySheet } from '../land.ts';
import { seen } from '../light.ts';
import type { Backdrop, Layer, Setting, Sheet, Stage } from '../stage.ts';
import { leafTree } from '../trees.ts';
import { leavesOf } from '../season.ts';
import { waterLayer } from '../water.ts';

/** Who drives: the world then passes by. */
const travellers: ReadonlySet<string> = new Set([
  'car',
  'taxi',
  'bicycle',
  'scooter',
  'motorbike',
  'train',
  'steam-train',
  'runner',
  'horse',
  'dog',
]);

/** Things that pass by at a speed (frame widths a second) and come back at the other side. */
function passing(
  stage: Stage,
  depth: number,
  speed: number,
  count: number,
  draw: (context: Context, x: number, index: number) => void,
): Layer {
  const { shot, width, random, unit } = stage;
  const isTravelling = shot.subject !== null && travellers.has(shot.subject);
  const reach = width + unit * 1.2;
  const places = Array.from({ length: count }, (_, index) => ((index + random.next() * 0.5) / count) * reach);
  return {
    depth,
    draw: (context, { seconds }) => {
      const gone = isTravelling ? seconds * speed * width : 0;
      for (const [index, place] of places.entries()) {
        draw(context, ((((place - gone) % reach) + reach) % reach) - unit * 0.6, index);
      }
    },
  };
}

function fields(stage: Stage, base: number): Sheet {
  const { random, width, height, light, shot } = stage;
  const line = noiseLine(random, 2);
  const isWhite = shot.weather === 'snow';
  const isDry = shot.weather === 'leaves';
  return stage.sheet(
    0.45,
    (context) =>
      rolling(stage, context, {
        top: (x) => (base + 0.04 * line((x / width) * 1.6)) * height,
        bottom: 1.13,
        lit: seen(light, isWhite ? '#ffffff' : isDry ? '#dcb45a' : '#a5c95e', 0.16),
        shade: seen(light, isWhite ? '#a9bcd8' : isDry ? '#8a6a30' : '#4a7f3c', 0.16),
        steepness: 3,
      }),
    base - 0.08,
  );
}

/** Trees along the way, painted once and passed by. */
function roadside(stage: Stage, depth: number, base: number, tall: number, speed: number, count: number): Layer {
  const { random, height, unit, light } = stage;
  const size = Math.round(unit * tall);
  const kinds = leavesOf(stage).map(({ lit, shade }) => {
    const context = new OffscreenCanvas(size, Math.round(size * 1.1)).getContext('2d');
    if (context !== null)
      leafTree(
        context,
        random,
        { x: size / 2, base: size * 1.08, tall: size, side: -1 },
        { lit: seen(light, lit, 0.12), shade: seen(light, shade, 0.12) },
        seen(light, '#4a382c', 0.1),
      );
    return context?.canvas;
  });
  return passing(stage, depth, speed, count, (context, x, index) => {
    const picture = kinds[index % kinds.length];
    if (picture !== undefined) context.drawImage(picture, x - size / 2, base * height - picture.height);
  });
}

/** A road along mountains and fields, seen from its side; what stands along it passes by who drives. */
export const road: Backdrop = (stage) => {
  const { shot } = stage;
  return roadBefore(stage, [
    skySheet(stage, 0.62),
    peaksSheet(stage, {
      depth: 0.08,
      base: 0.66,
      tall: 0.3,
      rock: '#7d8ca6',
      snow: '#ffffff',
      snowline: shot.weather === 'snow' ? 0.2 : 0.62,
      distance: 0.45,
      waves: 1.6,
    }),
    ridgeSheet(stage, { depth: 0.2, base: 0.68, tall: 0.13, colour: '#557a5c', distance: 0.36, waves: 1.8 }),
    fields(stage, 0.68),
    roadside(stage, 0.5, 0.755, 0.24, 0.16, 7),
  ]);
};

/** A road along the sea, with a headland far off. */
export const coastalRoad: Backdrop = (stage) => {
  const { light } = stage;
  const horizon = 0.5;
  const above = [
    skySheet(stage, horizon),
    ridgeSheet(stage, { depth: 0.1, base: horizon, tall: 0.075, colour: '#3f5a62', distance: 0.36, waves: 1.3 }),
  ];
  const water = waterLayer(stage, above, {
    top: horizon,
    bottom: 0.8,
    far: mix(seen(light, '#2f8fb0', 0.2), light.haze, 0.3),
    near: seen(light, '#0f6080'),
    mirror: 0.55,
    waves: 0.4,
    glitter: light.sun === null ? null : { x: light.sun.x, colour: light.sun.colour },
    depth: 0.3,
  });
  return roadBefore(stage, [...above, water]);
};

function roadBefore(stage: Stage, behind: readonly Layer[]): Setting {
  const { light, left, right, height, unit } = stage;
  const [top, bottom] = [0.76, 1.0];
  const asphalt = stage.sheet(
    1,
    (context) => {
      wash(context, stage.band(top, bottom), [
        [0, seen(light, '#75787f', 0.2)],
        [1, seen(light, '#474a52')],
      ]);
      wash(context, stage.band(bottom, 1.13), [
        [0, seen(light, '#b8a878')],
        [1, seen(light, '#6f7a48')],
      ]);
      context.fillStyle = seen(light, '#f0ead8');
      context.fillRect(left, (top + 0.012) * height, right - left, unit * 0.006);
      context.fillRect(left, (bottom - 0.022) * height, right - left, unit * 0.009);
    },
    top,
  );
  const rail = seen(light, '#c9ced4');
  return {
    back: [
      ...behind,
      asphalt,
      passing(stage, 0.95, 0.42, 11, (context, x) => {
        context.fillStyle = darker(rail, 0.3);
        context.fillRect(x, (top - 0.045) * height, unit * 0.01, 0.05 * height);
      }),
      stage.sheet(
        0.95,
        (context) =>
          wash(context, stage.band(top - 0.045, top - 0.02), [
            [0, lighter(rail, 0.2)],
            [1, darker(rail, 0.35)],
          ]),
        top - 0.05,
        top,
      ),
      passing(stage, 1, 0.62, 7, (context, x) => {
        context.fillStyle = seen(light, '#f2d36a');
        context.fillRect(x, ((top + bottom) / 2) * height - unit * 0.004, unit * 0.13, unit * 0.009);
      }),
    ],
    front: [],
    spots: { ground: { x: 0.5, y: 0.94, scale: 1 }, sky: { x: 0.5, y: 0.44, scale: 0.8 } },
    light,
    isOutdoors: true,
  };
}

/** Two rails on sleepers, in stones. */
function trackSheet(stage: Stage, bed: number): Sheet {
  const { light, left, right, height, unit, random } = stage;
  return stage.sheet(
    1,
    (context) => {
      wash(context, stage.band(bed, 1.13), [
        [0, seen(light, '#8f8578')],
        [0.5, seen(light, '#6a6258')],
        [1, seen(light, '#4a5a36')],
      ]);
      for (let stone = 0; stone < 1500; stone += 1) {
        context.fillStyle = seen(light, random.pick(['#a59a8a', '#5f574c', '#857a6c']));
        context.fillRect(
          left + random.next() * (right - left),
          (bed + random.next() * 0.16) * height,
          unit * 0.007,
          unit * 0.004,
        );
      }
      for (let x = left; x < right; x += unit * 0.075)
        wash(context, { x, y: (bed + 0.055) * height, width: unit * 0.04, height: 0.062 * height }, [
          [0, seen(light, '#6a5240')],
          [1, seen(light, '#3c2e24')],
        ]);
      for (const [y, thick] of [
        [bed + 0.06, 0.007],
        [bed + 0.1, 0.01],
      ] as const) {
        context.fillStyle = mix(seen(light, '#a8adb5'), light.rim, 0.3);
        context.fillRect(left, y * height, right - left, unit * thick);
        context.fillStyle = faint('#000000', 0.45);
        context.fillRect(left, y * height + unit * thick, right - left, unit * 0.004);
      }
    },
    bed - 0.01,
  );
}

/** Rails on their bed of stones, masts and wires, hills behind. */
export const railway: Backdrop = (stage) => {
  const { light, left, right, height, unit, shot } = stage;
  const bed = 0.82;
  const sky = skySheet(stage, 0.62);
  const peaks = peaksSheet(stage, {
    depth: 0.08,
    base: 0.66,
    tall: 0.24,
    rock: '#7d8ca6',
    snow: '#ffffff',
    snowline: shot.weather === 'snow' ? 0.15 : 0.7,
    distance: 0.5,
    waves: 1.9,
  });
  const iron = seen(light, '#3a4048');
  return {
    back: [
      sky,
      peaks,
      ridgeSheet(stage, { depth: 0.2, base: 0.7, tall: 0.12, colour: '#557a5c', distance: 0.34, waves: 2 }),
      fields(stage, 0.7),
      roadside(stage, 0.5, 0.8, 0.26, 0.14, 8),
      trackSheet(stage, bed),
      passing(stage, 0.9, 0.36, 3, (context, x) => {
        context.fillStyle = iron;
        context.fillRect(x, 0.2 * height, unit * 0.014, (bed - 0.2) * height);
        context.fillRect(x - unit * 0.16, 0.235 * height, unit * 0.17, unit * 0.007);
      }),
      stage.sheet(
        0.9,
        (context) => {
          context.strokeStyle = faint(iron, 0.8);
          context.lineWidth = unit * 0.0025;
          for (const y of [0.245, 0.275]) {
            context.beginPath();
            context.moveTo(left, y * height);
            context.lineTo(right, y * height);
            context.stroke();
          }
        },
        0.2,
        0.32,
      ),
    ],
    front: [],
    spots: { ground: { x: 0.5, y: bed + 0.115, scale: 1 }, sky: { x: 0.5, y: 0.44, scale: 0.8 } },
    light,
    isOutdoors: true,
  };
};
