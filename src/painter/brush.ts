import type { Random } from '../shared/random.ts';
import { channels, faint } from './colour.ts';

export type Context = OffscreenCanvasRenderingContext2D;

/** A new transparent canvas of whole pixels. */
export function canvasOf(width: number, height: number): Context {
  const context = new OffscreenCanvas(Math.max(1, Math.round(width)), Math.max(1, Math.round(height))).getContext(
    '2d',
    {
      willReadFrequently: true,
    },
  );
  if (context === null) throw new Error('No 2D canvas');
  return context;
}

export type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };
export type Stop = readonly [at: number, colour: string];

/** Fills a box from top to bottom (or from left to right). */
export function wash(context: Context, { x, y, width, height }: Box, stops: readonly Stop[], isAcross = false): void {
  const gradient = context.createLinearGradient(x, y, isAcross ? x + width : x, isAcross ? y : y + height);
  for (const [at, colour] of stops) gradient.addColorStop(at, colour);
  context.fillStyle = gradient;
  context.fillRect(x, y, width, height);
}

/** A soft round light that adds to what lies below. */
export function glow(context: Context, x: number, y: number, radius: number, colour: string, opacity = 1): void {
  context.save();
  context.globalCompositeOperation = 'lighter';
  dab(context, x, y, radius, colour, opacity);
  context.restore();
}

/** A soft round spot of colour. */
export function dab(context: Context, x: number, y: number, radius: number, colour: string, opacity = 1): void {
  const gradient = context.createRadialGradient(x, y, 0, x, y, radius);
  gradient.addColorStop(0, faint(colour, opacity));
  gradient.addColorStop(0.25, faint(colour, opacity * 0.55));
  gradient.addColorStop(0.55, faint(colour, opacity * 0.18));
  gradient.addColorStop(1, faint(colour, 0));
  context.fillStyle = gradient;
  context.fillRect(x - radius, y - radius, radius * 2, radius * 2);
}

/** Smooth seeded noise of one dimension, -1..1; `octaves` adds detail. */
export function noiseLine(random: Random, octaves: number): (x: number) => number {
  const values = Array.from({ length: 256 }, () => random.next() * 2 - 1);
  const at = (index: number): number => values[index & 255] ?? 0;
  const smooth = (x: number): number => {
    const whole = Math.floor(x);
    const share = x - whole;
    const eased = share * share * (3 - 2 * share);
    return at(whole) + (at(whole + 1) - at(whole)) * eased;
  };
  return (x) => {
    let sum = 0;
    let reach = 0;
    for (let octave = 0, size = 1, step = 1; octave < octaves; octave += 1, size *= 0.5, step *= 2) {
      sum += smooth(x * step + octave * 37) * size;
      reach += size;
    }
    return sum / reach;
  };
}

/** Smooth seeded noise of two dimensions, 0..1. */
export function noiseField(random: Random, octaves: number): (x: number, y: number) => number {
  const values = Float32Array.from({ length: 65536 }, () => random.next());
  const at = (x: number, y: number): number => values[((y & 255) << 8) | (x & 255)] ?? 0;
  return (x0, y0) => {
    let sum = 0;
    let reach = 0;
    for (let octave = 0, size = 1, x = x0, y = y0; octave < octaves; octave += 1, size *= 0.5, x *= 2.03, y *= 2.03) {
      const left = Math.floor(x);
      const top = Math.floor(y);
      const across = x - left;
      const down = y - top;
      const easedX = across * across * (3 - 2 * across);
      const easedY = down * down * (3 - 2 * down);
      const upper = at(left, top) * (1 - easedX) + at(left + 1, top) * easedX;
      const lower = at(left, top + 1) * (1 - easedX) + at(left + 1, top + 1) * easedX;
      sum += (upper * (1 - easedY) + lower * easedY) * size;
      reach += size;
    }
    return sum / reach;
  };
}

/** A texture computed at a low resolution: `shade` gives colour and opacity (0..1) at a point (0..1 each). */
export function texture(
  width: number,
  height: number,
  shade: (x: number, y: number) => readonly [colour: readonly [number, number, number], opacity: number],
): OffscreenCanvas {
  const context = canvasOf(width, height);
  const image = context.createImageData(width, height);
  for (let y = 0, at = 0; y < height; y += 1) {
    for (let x = 0; x < width; x += 1, at += 4) {
      const [[red, green, blue], opacity] = shade((x + 0.5) / width, (y + 0.5) / height);
      image.data[at] = red;
      image.data[at + 1] = green;
      image.data[at + 2] = blue;
      image.data[at + 3] = opacity * 255;
    }
  }
  context.putImageData(image, 0, 0);
  return context.canvas;
}

type Cloudiness = {
  /** 0 (a few) .. 1 (closed). */
  readonly cover: number;
  readonly lit: string;
  readonly shade: string;
  /** Where the light comes from, in the box, 0..1 each. */
  readonly from: readonly [number, number];
  /** How much wider than high they are. */
  readonly stretch?: number;
  readonly opacity?: number;
  readonly scale?: number;
};

/** Clouds with a lit and a shaded side, thinner towards the lower edge of the box. */
export function clouds(context: Context, box: Box, random: Random, look: Cloudiness): void {
  const { cover, lit, shade, from, stretch = 2.6, opacity = 1, scale = 1 } = look;
  const field = noiseField(random, 5);
  const aspect = box.width / box.height;
  const across = (5.2 / scale) * aspect * 0.5;
  const down = ((5.2 / scale) * 0.5 * stretch) / 1.3;
  const [bright, dark] = [channels(lit), channels(shade)];
  const threshold = 0.62 - cover * 0.36;
  const sheet = texture(Math.round(200 * Math.min(2, aspect)), 200, (x, y) => {
    // Perspective: clouds near the horizon are flatter and closer together.
    const depth = 1 / (1.15 - y * 0.85);
    const u = (x - 0.5) * across * depth * 0.8 + 40;
    const v = depth * down;
    const density = field(u, v);
    const body = Math.max(0, Math.min(1, (density - threshold) / 0.2));
    if (body === 0) return [bright, 0];
    const towards = field(u + (from[0] - x) * 0.35, v - 0.22 + (from[1] - y) * 0.1);
    const light = Math.max(0, Math.min(1, 0.5 + (density - towards) * 3.2 + (1 - body) * 0.35));
    const mixed = [0, 1, 2].map((index) => (dark[index] ?? 0) + ((bright[index] ?? 0) - (dark[index] ?? 0)) * light);
    return [[mixed[0] ?? 0, mixed[1] ?? 0, mixed[2] ?? 0], body * opacity * Math.min(1, (1 - y) * 5)];
  });
  context.save();
  context.imageSmoothingQuality = 'high';
  context.drawImage(sheet, box.x, box.y, box.width, box.height);
  context.restore();
}

/** The outline of hills or mountains as a closed path: `top` gives y for an x, both in pixels. */
export function outline(context: Context, width: number, bottom: number, top: (x: number) => number, step = 3): void {
  context.beginPath();
  context.moveTo(0, bottom);
  for (let x = 0; x <= width + step; x += step) context.lineTo(x, top(x));
  context.lineTo(width, bottom);
  context.closePath();
}

/** Softens everything on a canvas by a blur of `radius` pixels. */
export function blurred(canvas: OffscreenCanvas, radius: number): OffscreenCanvas {
  const context = canvasOf(canvas.width, canvas.height);
  context.filter = `blur(${radius.toFixed(1)}px)`;
  context.drawImage(canvas, 0, 0);
  return context.canvas;
}

/** Paints only where something is painted already. */
export function within(context: Context, paint: () => void): void {
  context.save();
  context.globalCompositeOperation = 'source-atop';
  paint();
  context.restore();
}
