import { type Context, dab, glow, wash } from '../brush.ts';
import { darker, faint, lighter, mix } from '../colour.ts';
import { skySheet } from '../land.ts';
import { seen } from '../light.ts';
import type { Backdrop, Layer, Setting, Stage } from '../stage.ts';
import { neons } from './city.ts';

/** Metres in the street (x right, y up, z away) to pixels; the eye is 1.7 m above the ground. */
export type Lens = (x: number, y: number, z: number) => readonly [number, number];

const eye = 1.7;
const horizon = 0.56;

function lensOf({ width, height, unit }: Stage): Lens {
  return (x, y, z) => [width / 2 + (x / z) * unit * 0.95, horizon * height - ((y - eye) / z) * unit * 0.95];
}

export function quad(
  context: Context,
  points: readonly (readonly [number, number])[],
  fill: string | CanvasGradient,
): void {
  context.fillStyle = fill;
  context.beginPath();
  for (const [x, y] of points) context.lineTo(x, y);
  context.closePath();
  context.fill();
}

function line(context: Context, from: readonly [number, number], to: readonly [number, number]): void {
  context.beginPath();
  context.moveTo(...from);
  context.lineTo(...to);
  context.stroke();
}

export type Front = {
  readonly side: -1 | 1;
  readonly x: number;
  readonly from: number;
  readonly to: number;
  readonly tall: number;
  readonly wall: string;
  readonly fade: number;
};

type Style = {
  readonly halfWidth: number;
  readonly tall: readonly [number, number];
  readonly walls: readonly string[];
  readonly paving: string;
  /** Water lies between the fronts. */
  readonly isWater?: boolean;
  readonly front: (context: Context, lens: Lens, stage: Stage, front: Front) => void;
  readonly over: (stage: Stage, lens: Lens) => Layer;
};

/** Looks down a street: fronts on both sides, the nearest last; wet by night and in the rain. */
export function avenue(stage: Stage, style: Style): Setting {
  const { light, random, width, height, shot, unit } = stage;
  const lens = lensOf(stage);
  const sky = skySheet(stage, horizon + 0.02);
  const isLit = light.isDark;
  const { halfWidth, tall, walls, isWater = false } = style;
  const fronts: Front[] = [];
  for (const side of [-1, 1] as const) {
    for (let z = 1.1; z < 90;) {
      const long = 5 + random.next() * 6;
      const high = tall[0] + random.next() * (tall[1] - tall[0]);
      const fade = Math.min(0.75, z / 90 + 0.02);
      fronts.push({ side, x: side * halfWidth, from: z, to: z + long, tall: high, wall: random.pick(walls), fade });
      z += long;
    }
  }
  fronts.sort((one, other) => other.from - one.from);
  const street = stage.sheet(0.7, (context) => {
    const isSnowy = shot.weather === 'snow';
    const wet = isWater || (isLit && !isSnowy) || shot.weather === 'rain' || shot.weather === 'storm';
    const ground = isLit
      ? mix(style.paving, isSnowy ? '#20305c' : '#0c0f1f', isSnowy ? 0.5 : 0.72)
      : seen(light, style.paving);
    quad(context, [lens(-60, 0, 1), lens(60, 0, 1), lens(60, 0, 200), lens(-60, 0, 200)], ground);
    wash(context, stage.band(horizon, 1.13), [
      [0, faint(light.haze, 0.6)],
      [0.3, faint(light.haze, 0.08)],
      [1, faint('#05060f', 0.35)],
    ]);
    context.strokeStyle = faint(light.isDark ? '#000010' : '#20242c', isSnowy ? 0.03 : 0.16);
    context.lineWidth = 1;
    for (let z = 1.6; z < 40 && !isWater; z *= 1.12) line(context, lens(-halfWidth, 0, z), lens(halfWidth, 0, z));
    for (let x = -halfWidth; x <= halfWidth && !isWater; x += 1.3) line(context, lens(x, 0, 1), lens(x, 0, 80));
    glow(context, width / 2, horizon * height, unit * 0.4, isLit ? '#ffb066' : light.haze, isLit ? 0.6 : 0.3);
    const paving = context.canvas;
    const upper = new OffscreenCanvas(paving.width, paving.height).getContext('2d');
    for (const one of fronts) style.front(context, lens, stage, one);
    if (!wet || upper === null) return;
    // The street mirrors what stands along it.
    upper.drawImage(paving, 0, 0);
    context.save();
    context.beginPath();
    for (const [x, y] of [
      lens(-halfWidth, 0, 1),
      lens(halfWidth, 0, 1),
      lens(halfWidth, 0, 200),
      lens(-halfWidth, 0, 200),
    ])
      context.lineTo(x, y);
    context.clip();
    context.globalAlpha = isLit || isWater ? 0.5 : 0.25;
    context.filter = `blur(${(unit / 160).toFixed(1)}px)`;
    context.translate(0, horizon * height * 2 + unit * 0.03);
    context.scale(1, -1);
    context.drawImage(upper.canvas, stage.left, stage.top);
    context.restore();
  });
  return {
    back: [sky, street, style.over(stage, lens)],
    front: [],
    spots: {
      ground: { x: 0.5, y: 0.93, scale: 1 },
      ...(isWater ? { water: { x: 0.5, y: 0.88, scale: 0.9 } } : {}),
      sky: { x: 0.5, y: 0.42, scale: 0.8 },
      table: { x: 0.5, y: 0.96, scale: 0.8 },
    },
    light: isLit ? { ...light, key: '#ffcf9a', rim: '#ffd9b0' } : light,
    isOutdoors: true,
    ...(isWater ? { mirror: horizon } : {}),
  };
}

/** A grid of windows on a front, from one height to another. */
export function windows(
  context: Context,
  lens: Lens,
  { side, x, from, to }: Front,
  look: {
    readonly low: number;
    readonly high: number;
    readonly wide: number;
    readonly storey: number;
    readonly paint: () => string;
  },
): void {
  const columns = Math.max(1, Math.round((to - from) / look.wide));
  const step = (to - from) / columns;
  for (let y = look.low; y < look.high - look.storey * 0.7; y += look.storey) {
    for (let column = 0; column < columns; column += 1) {
      const near = from + step * (column + 0.22);
      const far = from + step * (column + 0.78);
      const at = x - side * 0.02;
      quad(
        context,
        [
          lens(at, y, near),
          lens(at, y, far),
          lens(at, y + look.storey * 0.62, far),
          lens(at, y + look.storey * 0.62, near),
        ],
        look.paint(),
      );
    }
  }
}

export function wallOf(
  context: Context,
  lens: Lens,
  { light }: Stage,
  { side, x, from, to, tall, wall, fade }: Front,
): string {
  const own = light.isDark ? mix(mix(wall, '#141a33', 0.72), light.haze, fade * 0.6) : seen(light, wall, fade);
  const isShaded = ((light.sun?.x ?? 0.3) < 0.5 ? -1 : 1) === side;
  const colour = isShaded ? darker(own, 0.3) : own;
  const [, top] = lens(x, tall, from);
  const [, foot] = lens(x, 0, from);
  const gradient = context.createLinearGradient(0, Math.max(-400, top), 0, foot);
  gradient.addColorStop(0, colour);
  gradient.addColorStop(1, light.isDark ? mix(colour, '#ff9a50', 0.22) : darker(colour, 0.18));
  quad(context, [lens(x, 0, from), lens(x, tall, from), lens(x, tall, to), lens(x, 0, to)], gradient);
  return colour;
}

function shopFront(context: Context, lens: Lens, stage: Stage, front: Front): void {
  const { random, light, unit } = stage;
  const { side, x, from, to, tall, fade } = front;
  const isLit = light.isDark;
  const colour = wallOf(context, lens, stage, front);
  windows(context, lens, front, {
    low: 4.6,
    high: tall,
    wide: 1.9,
    storey: 3.1,
    paint: () =>
      isLit
        ? random.chance(0.4)
          ? faint(random.pick(['#ffd890', '#ffc070', '#cfe3ff']), 0.85 - fade * 0.4)
          : faint('#0a0f22', 0.6)
        : mix(darker(colour, 0.5), light.haze, 0.25 + fade * 0.5),
  });
  // The shop: a bright pane below, an awning above it.
  const pane = isLit
    ? mix(random.pick(['#ffd9a0', '#ffe9c8', '#ffc98a', '#bfe6ff']), light.haze, fade * 0.5)
    : mix(seen(light, '#7c8f9c'), light.haze, fade);
  const inset = x - side * 0.03;
  quad(
    context,
    [
      lens(inset, 0.5, from + 0.5),
      lens(inset, 2.9, from + 0.5),
      lens(inset, 2.9, to - 0.5),
      lens(inset, 0.5, to - 0.5),
    ],
    pane,
  );
  const awning = random.pick(['#c94b3f', '#2f7d6a', '#3a5fa8', '#d9963a', '#7a4a8a', '#e8e0d0']);
  const cloth = isLit ? mix(mix(awning, '#1a1428', 0.35), light.haze, fade * 0.6) : seen(light, awning, fade);
  for (let stripe = 0; stripe < 6; stripe += 1) {
    const a = from + 0.3 + ((to - from - 0.6) * stripe) / 6;
    const b = from + 0.3 + ((to - from - 0.6) * (stripe + 1)) / 6;
    quad(
      context,
      [lens(x, 3.5, a), lens(x, 3.5, b), lens(x - side * 1.3, 2.75, b), lens(x - side * 1.3, 2.75, a)],
      stripe % 2 === 0 ? cloth : lighter(cloth, 0.45),
    );
  }
  if (!isLit || random.chance(0.35)) return;
  const neon = random.pick(neons);
  const sign = [
    lens(x - side * 1.2, 4.2, from + 1),
    lens(x - side * 1.2, 7.4, from + 1),
    lens(x - side * 0.2, 7.4, from + 1),
    lens(x - side * 0.2, 4.2, from + 1),
  ] as const;
  quad(context, sign, mix(neon, '#0a0714', 0.45));
  context.strokeStyle = lighter(neon, 0.4);
  context.lineWidth = Math.max(1, (unit * 0.02) / from);
  context.stroke();
  const [gx, gy] = lens(x - side * 0.7, 5.8, from + 1);
  glow(context, gx, gy, (unit * 3.2) / from, neon, 0.55);
}

export const street: Backdrop = (stage) =>
  avenue(stage, {
    halfWidth: 5.2,
    tall: [9, 24],
    walls: ['#c9a98a', '#b0725a', '#d8cdb8', '#8f9bab', '#a8b09a', '#c4886a'],
    paving: '#77777c',
    front: shopFront,
    over: (place, lens) => walkersAndLamps(place, lens),
  });

/** Street lamps on both sides, and lights that come and go far down the street. */
function walkersAndLamps({ unit, light, random }: Stage, lens: Lens): Layer {
  const lamps = [22, 14, 9, 6].flatMap((z) => [-1, 1].map((side) => [side * 3.9, z] as const));
  const cars = Array.from({ length: 5 }, () => ({
    lane: random.chance(0.5) ? -1 : 1,
    from: random.next() * 60,
    speed: 5 + random.next() * 5,
  }));
  return {
    depth: 0.7,
    draw: (context, { seconds }) => {
      for (const { lane, from, speed } of cars) {
        const z = lane < 0 ? 70 - ((from + seconds * speed) % 58) : 12 + ((from + seconds * speed) % 58);
        const colour = lane < 0 ? '#fff3d0' : '#ff4a3a';
        for (const dx of [-0.6, 0.6]) {
          const [x, y] = lens(lane * 1.7 + dx, 0.7, z);
          dab(context, x, y, (unit * (light.isDark ? 0.5 : 0.26)) / z + 1.5, colour, 0.9);
        }
      }
      for (const [x, z] of lamps) {
        const [px, foot] = lens(x, 0, z);
        const [, top] = lens(x, 5.2, z);
        context.strokeStyle = light.isDark ? '#0b0d18' : mix('#3a3f48', light.haze, z / 50);
        context.lineWidth = Math.max(1, (unit * 0.06) / z);
        context.beginPath();
        context.moveTo(px, foot);
        context.lineTo(px, top);
        context.stroke();
        if (light.isDark) dab(context, px, top, (unit * 0.9) / z, '#ffdf9a', 1);
      }
    },
  };
}
