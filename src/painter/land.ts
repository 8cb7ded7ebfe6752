import { type Context, noiseField, noiseLine, outline, texture, wash, within } from './brush.ts';
import { channels, faint, mix } from './colour.ts';
import { seen } from './light.ts';
import type { Sheet, Stage } from './stage.ts';
import { aurora, paintSky } from './weather.ts';

/** The sky down to the horizon, as the furthest sheet. */
export function skySheet(stage: Stage, horizon: number): Sheet {
  const sky = stage.sheet(0, (context) => {
    paintSky(stage, context, horizon);
    if (stage.shot.weather === 'rainbow') rainbow(stage, context, horizon);
  });
  if (stage.shot.weather !== 'aurora') return sky;
  const curtains = stage.sheet(0, (context) => aurora(stage, context, horizon, 0.8));
  return {
    ...sky,
    isStill: false,
    draw: (context, moment) => {
      sky.draw(context, moment);
      context.globalCompositeOperation = 'screen';
      context.globalAlpha = 0.6 + 0.4 * Math.sin(moment.seconds * 0.9);
      context.translate(Math.sin(moment.seconds * 0.35) * stage.unit * 0.05, 0);
      curtains.draw(context, moment);
    },
  };
}

/** Its colours from the inner rim to the outer one. */
const spectrum = ['#9a5ae0', '#4f7af0', '#3fc0f0', '#5fd86a', '#f5e04a', '#f59a3c', '#f0503c'] as const;

/** A bow from one side to the other, brighter within, as after rain. */
function rainbow({ width, height, unit }: Stage, context: Context, horizon: number): void {
  const radius = Math.min(width * 0.44, horizon * height * 0.92);
  const [x, y, thick] = [width / 2, horizon * height + unit * 0.04, unit * 0.075];
  const inner = Math.max(0, radius - thick * 4);
  const bow = context.createRadialGradient(x, y, inner, x, y, radius + thick);
  bow.addColorStop(0, faint('#ffffff', 0.06));
  bow.addColorStop(0.76, faint('#ffffff', 0.22));
  for (const [index, colour] of spectrum.entries()) bow.addColorStop(0.8 + index * 0.026, faint(colour, 0.62));
  bow.addColorStop(1, faint('#f0503c', 0));
  context.save();
  context.beginPath();
  context.arc(x, y, radius + thick, Math.PI, 0);
  context.arc(x, y, inner, 0, Math.PI, true);
  context.fillStyle = bow;
  context.fill();
  context.restore();
}

/** A range of hills that stands on a line. `rough` adds rocks. */
export function ridgeSheet(
  stage: Stage,
  look: {
    readonly depth: number;
    readonly base: number;
    readonly tall: number;
    readonly colour: string;
    readonly distance: number;
    readonly octaves?: number;
    readonly waves?: number;
  },
): Sheet {
  const { base, tall, colour, distance, octaves = 5, waves = 3, depth } = look;
  const line = noiseLine(stage.random, octaves);
  const { right, left, height, light } = stage;
  const span = Math.max(stage.width, height);
  return stage.sheet(
    depth,
    (context) => {
      context.save();
      context.translate(left, 0);
      const top = (x: number): number => (base - tall * (0.35 + 0.65 * line((x / span) * waves + 5))) * height;
      outline(context, right - left, base * height, top);
      const near = seen(light, colour, distance);
      const gradient = context.createLinearGradient(0, (base - tall) * height, 0, base * height);
      gradient.addColorStop(0, near);
      gradient.addColorStop(1, mix(near, light.haze, 0.45));
      context.fillStyle = gradient;
      context.fill();
      context.restore();
    },
    base - tall - 0.02,
    base + 0.01,
  );
}

type Crest = {
  readonly y: number;
  /** By how much it is lower towards the light. */
  readonly rise: number;
  /** Above it nothing of the mountain is seen, nor of those beside it. */
  readonly highest: number;
};

/** The crest at a share of the width, computed once for every other pixel. */
function crestOf(top: (x: number) => number, wide: number, isLeft: 1 | -1): (share: number) => Crest {
  const columns = Math.round(wide / 2);
  const crests = Array.from({ length: columns }, (_, column): Crest => {
    const x = ((column + 0.5) / columns) * wide;
    const y = top(x);
    const near = [-6, -4, -2, 2, 4, 6].map((shift) => top(x + shift));
    return { y, rise: top(x + 18 * isLeft) - y, highest: Math.min(y, ...near) - 8 };
  });
  return (share) => crests[Math.floor(share * columns)] ?? { y: 0, rise: 0, highest: 0 };
}

/** Mountains of rock and snow, lit from the side of the sun. */
export function peaksSheet(
  stage: Stage,
  look: {
    readonly depth: number;
    readonly base: number;
    readonly tall: number;
    readonly rock: string;
    readonly snow: string;
    /** Share of the height above which snow lies, 0..1. */
    readonly snowline: number;
    readonly distance: number;
    readonly waves: number;
  },
): Sheet {
  const { depth, base, tall, rock, snow, snowline, distance, waves } = look;
  const { random, left, right, height, light, unit } = stage;
  // Upright frames show a part of the range, not all of it squeezed.
  const span = Math.max(stage.width, height);
  const line = noiseLine(random, 6);
  const field = noiseField(random, 6);
  const shift = random.next() * 40;
  const isLeft = (light.sun?.x ?? 0.3) < 0.5 ? 1 : -1;
  const top = (x: number): number => {
    const at = (x / span) * waves + shift;
    // Peaks of several heights, pointed, with flanks that hollow towards the valleys.
    const sharp = Math.max(0, 1 - Math.abs(line(at)) * 1.9) ** 1.25;
    const lesser = Math.max(0, 1 - Math.abs(line(at * 2.3 + 17)) * 2.1);
    return (base - tall * (0.2 + 0.6 * sharp + 0.2 * lesser + 0.06 * line(at * 6))) * height;
  };
  const colours = [rock, mix(rock, '#10141f', 0.45), snow, mix(snow, '#5a7ab0', 0.5)].map((colour) =>
    channels(seen(light, colour, distance)),
  );
  const haze = channels(light.haze);
  const wide = right - left;
  const from = base - tall * 1.06;
  const crestAt = crestOf(top, wide, isLeft);
  return stage.sheet(
    depth,
    (context) => {
      context.translate(left, 0);
      outline(context, wide, base * height, top, 2);
      context.clip();
      const sheet = texture(Math.round(wide / 2), Math.round((tall * 1.06 * height) / 2), (u, v) => {
        const x = u * wide;
        const y = (from + v * tall * 1.06) * height;
        const crest = crestAt(u);
        // Nothing is seen of what lies above the crest.
        if (y < crest.highest) return [haze, 0];
        const below = Math.max(0, y - crest.y) / (tall * height);
        const [across, down] = [(x * 4.2) / unit + shift, (y * 4.2) / unit];
        // Ribs run down from the crest, bent by the rock.
        const bend = field(across * 0.9, down * 0.9) * 1.6;
        const rib = (at: number): number =>
          1 - Math.abs(field(at + bend * 0.4 - below * 1.2, down * 0.9 + bend * 0.8) * 2 - 1);
        const steep = rib(across) - rib(across + 0.1 * isLeft);
        const slope = crest.rise / (18 * (0.5 + below * 5));
        const lit = Math.max(0, Math.min(1, 0.5 - steep * 4.2 + slope * 0.8));
        const high = 1 - v;
        const snowy = Math.max(
          0,
          Math.min(1, (high - snowline + (field(across * 2.2, down * 2.2) - 0.5) * 0.5 + (lit - 0.5) * 0.34) * 11),
        );
        const mixed = [0, 1, 2].map((index) => {
          const stone = (colours[1]?.[index] ?? 0) + ((colours[0]?.[index] ?? 0) - (colours[1]?.[index] ?? 0)) * lit;
          // A title stays the whitest thing in the picture, whichever hour lights the snow.
          const white =
            (colours[3]?.[index] ?? 0) + ((colours[2]?.[index] ?? 0) - (colours[3]?.[index] ?? 0)) * lit * 0.9;
          const own = stone + (white - stone) * snowy;
          return own + ((haze[index] ?? 0) - own) * Math.max(0, v - 0.5) * 1.5;
        });
        return [[mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0], 1];
      });
      context.imageSmoothingQuality = 'high';
      context.drawImage(sheet, 0, from * height, wide, tall * 1.06 * height);
    },
    from,
    base + 0.01,
  );
}

/** Rolling ground (hills, dunes): each column is lit by its slope. `top` gives y in pixels for an x in pixels. */
export function rolling(
  stage: Stage,
  context: Context,
  look: {
    readonly top: (x: number) => number;
    readonly bottom: number;
    readonly lit: string;
    readonly shade: string;
    readonly steepness: number;
    readonly fade?: number;
  },
): void {
  const { left, right, height, light, width } = stage;
  const { top, bottom, lit, shade, steepness, fade = 0 } = look;
  const isLeft = (light.sun?.x ?? 0.3) < 0.5 ? 1 : -1;
  outline(context, right, bottom * height, top);
  context.lineTo(left, bottom * height);
  context.lineTo(left, top(left));
  context.fillStyle = shade;
  context.fill();
  within(context, () => {
    for (let x = left; x < right; x += 2) {
      const slope = ((top(x + width * 0.012) - top(x)) / (width * 0.012)) * isLeft;
      const share = Math.max(0, Math.min(1, 0.5 + slope * steepness));
      const y = top(x);
      const gradient = context.createLinearGradient(0, y, 0, y + height * 0.3);
      gradient.addColorStop(0, mix(shade, lit, share));
      gradient.addColorStop(1, mix(shade, lit, share * 0.6));
      context.fillStyle = gradient;
      context.fillRect(x, y - 1, 2.5, bottom * height - y + 1);
    }
    if (fade > 0) {
      wash(context, stage.band(bottom - 0.3, bottom), [
        [0, faint(light.haze, 0)],
        [1, faint(light.haze, fade)],
      ]);
    }
  });
}
