import { canvasOf, type Context, dab, noiseLine, wash } from './brush.ts';
import { faint } from './colour.ts';
import { coverOfCanvas } from './cover.ts';
import type { Layer, Sheet, Stage } from './stage.ts';

type WaterLook = {
  /** Where it begins and ends, shares of the height. */
  readonly top: number;
  readonly bottom?: number;
  readonly far: string;
  readonly near: string;
  /** How clearly it mirrors, 0..1. */
  readonly mirror: number;
  /** 0 still, 1 a storm. */
  readonly waves: number;
  /** The road of light below the sun; null without one. */
  readonly glitter: { readonly x: number; readonly colour: string } | null;
  readonly depth?: number;
};

/** Water that mirrors what was painted above it, in strips that sway, with crests and a glittering road of light. */
export function waterLayer(stage: Stage, above: readonly Sheet[], look: WaterLook): Layer {
  const { left, right, width, height, unit } = stage;
  const { top, bottom = 1.12, far, near, mirror, waves, glitter, depth = 0.55 } = look;
  const y0 = Math.round(top * height);
  const y1 = Math.round(bottom * height);
  const deep = y1 - y0;
  const context = canvasOf(right - left, deep);
  context.translate(-left, -y0);
  wash(context, { x: left, y: y0, width: right - left, height: deep }, [
    [0, far],
    [1, near],
  ]);
  context.save();
  context.globalAlpha = mirror;
  context.filter = `blur(${(unit / 400).toFixed(1)}px)`;
  // Mirrored pictures are longer on moving water.
  context.setTransform(1, 0, 0, -1.05, -left, y0 * 1.05);
  for (const { canvas, box } of above) context.drawImage(canvas, box.x, box.y);
  context.restore();
  wash(context, { x: left, y: y0, width: right - left, height: deep }, [
    [0, faint(far, 0.25)],
    [0.12, faint(far, 0)],
    [0.6, faint(near, 0.1)],
    [1, faint(near, 0.75)],
  ]);
  const picture = context.canvas;
  const crests = crestSheet(stage, deep, waves);
  const sparkles = Array.from({ length: glitter === null ? 0 : 150 }, () => ({
    down: stage.random.next() ** 1.6,
    across: stage.random.next() + stage.random.next() + stage.random.next() - 1.5,
    phase: stage.random.next() * 7,
    size: 0.5 + stage.random.next(),
  }));
  const sway = unit * (0.002 + waves * 0.012);
  const still = coverOfCanvas(picture, left, y0);
  const reach = sway * 2.45 + 1;
  return {
    depth,
    cover: (from, upper, to, lower) => still(from - reach, upper, to + reach, lower),
    draw: (frame, { seconds }) => {
      for (let y = 0; y < deep;) {
        const near01 = y / deep;
        const tall = Math.max(2, Math.round(2 + near01 * 7));
        const phase = 26 / (0.06 + near01);
        const shift = Math.sin(phase + seconds * (1.1 + waves * 1.4)) * sway * (0.25 + near01 * 2.2);
        const rows = Math.min(tall, deep - y);
        frame.drawImage(picture, 0, y, picture.width, rows, left + shift, y0 + y, picture.width, rows);
        y += rows;
      }
      const drift = seconds * unit * 0.012;
      frame.globalAlpha = 0.55 + waves * 0.4;
      frame.drawImage(crests, left + ((drift % 40) - 40), y0 + Math.sin(seconds * 0.9) * unit * 0.002);
      frame.globalAlpha = 1;
      if (glitter !== null) drawGlitter(frame, sparkles, { ...glitter, width, y0, deep, unit, seconds });
    },
  };
}

type Sparkle = { readonly down: number; readonly across: number; readonly phase: number; readonly size: number };

function drawGlitter(
  context: Context,
  sparkles: readonly Sparkle[],
  road: {
    readonly x: number;
    readonly colour: string;
    readonly width: number;
    readonly y0: number;
    readonly deep: number;
    readonly unit: number;
    readonly seconds: number;
  },
): void {
  context.fillStyle = road.colour;
  for (const { down, across, phase, size } of sparkles) {
    const light = Math.sin(phase + road.seconds * (1.5 + size));
    if (light < 0) continue;
    const spread = road.unit * (0.035 + down * 0.16);
    context.globalAlpha = light * (0.85 - down * 0.5);
    const wide = road.unit * (0.006 + down * 0.03) * size;
    context.fillRect(road.x * road.width + across * spread - wide / 2, road.y0 + down * road.deep, wide, 1 + down * 3);
  }
  context.globalAlpha = 1;
}

/** Crests and troughs as short strokes, closer together towards the horizon. */
function crestSheet(stage: Stage, deep: number, waves: number): OffscreenCanvas {
  const { left, right, unit, light, random } = stage;
  const across = right - left + 40;
  const context = canvasOf(across, deep);
  const line = noiseLine(random, 3);
  for (let y = 2, row = 0; y < deep; row += 1) {
    const near01 = y / deep;
    const step = 3 + near01 * near01 * unit * 0.055 + near01 * 6;
    const count = Math.round(70 - near01 * 42);
    for (let index = 0; index < count; index += 1) {
      const x = random.next() * across;
      const long = unit * (0.012 + near01 * 0.09) * (0.4 + random.next());
      const thick = 0.7 + near01 * (1.6 + waves * 4);
      const lift = line(x * 0.01 + row) * step * (0.5 + waves * 1.5);
      const isCrest = random.chance(0.5);
      context.fillStyle = faint(isCrest ? light.rim : light.shade, isCrest ? 0.1 + waves * 0.22 : 0.16);
      context.beginPath();
      context.ellipse(x, y + lift, long / 2, thick, 0, 0, Math.PI * 2);
      context.fill();
      if (waves > 0.6 && isCrest && random.chance(0.2)) dab(context, x, y + lift, long * 0.3, '#ffffff', 0.35);
    }
    y += step;
  }
  return context.canvas;
}
