import type { Random } from '../shared/random.ts';
import type { Context } from './brush.ts';
import { darker, faint, lighter } from './colour.ts';

/** A fir that stands on `base`, `tall` pixels high. */
export function fir(context: Context, random: Random, x: number, base: number, tall: number, colour: string): void {
  context.fillStyle = colour;
  context.fillRect(x - tall * 0.015, base - tall * 0.15, tall * 0.03, tall * 0.16);
  context.beginPath();
  context.moveTo(x, base - tall);
  const tiers = 9;
  for (const side of [1, -1]) {
    for (let step = 1; step <= tiers; step += 1) {
      const tier = side === 1 ? step : tiers + 1 - step;
      const y = base - tall + (tall * 0.93 * tier) / tiers;
      const wide = tall * 0.21 * (tier / tiers) ** 0.85 * (0.8 + random.next() * 0.4);
      const tip: readonly [number, number] = [x + side * wide, y + tall * 0.012];
      const inner: readonly [number, number] = [x + side * wide * 0.45, y - tall * 0.02];
      for (const [px, py] of side === 1 ? [tip, inner] : [inner, tip]) context.lineTo(px, py);
    }
  }
  context.closePath();
  context.fill();
}

export type Leaves = { readonly lit: string; readonly shade: string };

/** A tree with a round crown of leaves, lit from `side` (-1 left, 1 right). */
export function leafTree(
  context: Context,
  random: Random,
  place: { readonly x: number; readonly base: number; readonly tall: number; readonly side: number },
  leaves: Leaves,
  bark: string,
): void {
  const { x, base, tall, side } = place;
  context.strokeStyle = bark;
  context.lineCap = 'round';
  for (const [reach, up, wide] of [
    [0, 0.55, 0.05],
    [-0.16, 0.62, 0.026],
    [0.17, 0.66, 0.026],
    [0.05, 0.72, 0.02],
  ] as const) {
    context.lineWidth = tall * wide;
    context.beginPath();
    context.moveTo(x, base + tall * 0.01);
    context.quadraticCurveTo(x, base - tall * 0.35, x + reach * tall, base - tall * up);
    context.stroke();
  }
  const clusters = Array.from({ length: 30 }, () => {
    const angle = random.next() * Math.PI * 2;
    const far = Math.sqrt(random.next());
    return [x + Math.cos(angle) * far * tall * 0.3, base - tall * 0.68 + Math.sin(angle) * far * tall * 0.25] as const;
  });
  // From the shade to the light, so that the lit leaves lie on top.
  for (const layer of [0, 1, 2]) {
    for (const [cx, cy] of clusters) {
      const reach = tall * (0.11 - layer * 0.02);
      for (let leaf = 0; leaf < 16; leaf += 1) {
        const angle = random.next() * Math.PI * 2;
        const far = Math.sqrt(random.next()) * reach;
        const size = tall * (0.012 + random.next() * 0.014);
        const px = cx + Math.cos(angle) * far + side * layer * tall * 0.022;
        const py = cy + Math.sin(angle) * far - layer * tall * 0.028;
        context.fillStyle =
          layer === 0
            ? darker(leaves.shade, random.next() * 0.3)
            : layer === 1
              ? leaves.shade
              : lighter(leaves.lit, random.next() * 0.25);
        if (layer === 2 && random.chance(0.35)) continue;
        context.beginPath();
        context.ellipse(px, py, size, size * 0.7, angle, 0, 7);
        context.fill();
      }
    }
  }
}

/** Blades of grass along a line, `tall` pixels at most. */
export function grass(
  context: Context,
  random: Random,
  look: {
    readonly from: number;
    readonly to: number;
    readonly y: (x: number) => number;
    readonly tall: number;
    readonly count: number;
    readonly colours: readonly string[];
  },
): void {
  const { from, to, y, tall, count, colours } = look;
  for (let blade = 0; blade < count; blade += 1) {
    const x = from + random.next() * (to - from);
    const high = tall * (0.35 + random.next() * 0.65);
    const bend = (random.next() - 0.5) * high * 0.8;
    const root = y(x);
    context.fillStyle = random.pick(colours);
    context.beginPath();
    context.moveTo(x - high * 0.035, root);
    context.quadraticCurveTo(x + bend * 0.2, root - high * 0.6, x + bend, root - high);
    context.quadraticCurveTo(x + bend * 0.35, root - high * 0.5, x + high * 0.035, root);
    context.fill();
  }
}

/** Flowers as small bright heads over the grass. */
export function flowers(
  context: Context,
  random: Random,
  look: {
    readonly from: number;
    readonly to: number;
    readonly y: (share: number) => number;
    readonly size: (share: number) => number;
    readonly count: number;
    readonly colours: readonly string[];
  },
): void {
  const { from, to, y, size, count, colours } = look;
  const heads = Array.from({ length: count }, () => random.next()).sort((a, b) => a - b);
  for (const share of heads) {
    const x = from + random.next() * (to - from);
    const radius = size(share) * (0.7 + random.next() * 0.6);
    const top = y(share) + (random.next() - 0.5) * radius * 3;
    context.strokeStyle = faint('#2f5a2a', 0.7);
    context.lineWidth = radius * 0.25;
    context.beginPath();
    context.moveTo(x, top);
    context.lineTo(x + radius * 0.4, top + radius * 4);
    context.stroke();
    const colour = random.pick(colours);
    for (let petal = 0; petal < 5; petal += 1) {
      const angle = (petal / 5) * Math.PI * 2 + share * 9;
      context.fillStyle = petal % 2 === 0 ? colour : lighter(colour, 0.18);
      context.beginPath();
      context.ellipse(
        x + Math.cos(angle) * radius * 0.6,
        top + Math.sin(angle) * radius * 0.45,
        radius * 0.55,
        radius * 0.4,
        angle,
        0,
        7,
      );
      context.fill();
    }
    context.fillStyle = '#f5d25a';
    context.beginPath();
    context.arc(x, top, radius * 0.28, 0, 7);
    context.fill();
  }
}
