import type { EffectKind } from '../shared/composition/composition.ts';
import type { Size } from '../shared/composition/place.ts';

/** A frame as decoders give it and encoders take it (I420, BT.601, 16..235): brightness, and both colours of every four pixels. Its size is even. */
export type Planes = readonly [y: Plane, u: Plane, v: Plane];
type Plane = Size & { readonly values: Uint8Array };

/** A picture that lies over frames, in planes of its own: what it adds to each value, and the share (0..1) of that value that it covers. */
export type Overlay = readonly [y: Patch, u: Patch, v: Patch];
type Patch = Size & {
  readonly x: number;
  readonly y: number;
  readonly added: Float32Array;
  readonly covered: Float32Array;
};

/** Bytes of a frame of this size. */
export function planeBytes({ width, height }: Size): number {
  return (width * height * 3) / 2;
}

/** The planes of a frame whose bytes lie one after the other, without gaps. */
export function planesOf(bytes: Uint8Array, { width, height }: Size): Planes {
  const [whole, quarter] = [width * height, (width * height) / 4];
  const color = (from: number): Plane => ({
    width: width / 2,
    height: height / 2,
    values: bytes.subarray(from, from + quarter),
  });
  return [{ width, height, values: bytes.subarray(0, whole) }, color(whole), color(whole + quarter)];
}

/** What each value is made of: its zero, then shares of red, green and blue. */
const mixes = [
  [16, 0.256788, 0.504129, 0.097906],
  [128, -0.148223, -0.290993, 0.439216],
  [128, 0.439216, -0.367788, -0.071427],
] as const;

/** The planes of a picture with transparency (RGBA), as large as the frames that it is to lie over. Null where nothing of it is seen. */
export function overlayOf(image: Size & { readonly data: Uint8ClampedArray }): Overlay | null {
  const box = seenWithin(image);
  if (box === null) return null;
  const [y, u, v] = mixes.map((mix, index) => patchOf(image, box, mix, index === 0 ? 1 : 2));
  return y && u && v ? [y, u, v] : null;
}

type Box = Size & { readonly x: number; readonly y: number };

/** The smallest box around what is seen, at even places. */
function seenWithin({ width, height, data }: Size & { readonly data: Uint8ClampedArray }): Box | null {
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      if (data[(y * width + x) * 4 + 3] === 0) continue;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = y;
    }
  if (right < 0) return null;
  const [x, y] = [left - (left % 2), top - (top % 2)];
  return { x, y, width: right + 1 - x + ((right + 1) % 2), height: bottom + 1 - y + ((bottom + 1) % 2) };
}

/** `side`: of the square of pixels that share a value. */
function patchOf(
  { width: stride, data }: Size & { readonly data: Uint8ClampedArray },
  box: Box,
  [zero, red, green, blue]: (typeof mixes)[number],
  side: 1 | 2,
): Patch {
  const [width, height] = [box.width / side, box.height / side];
  const [added, covered] = [new Float32Array(width * height), new Float32Array(width * height)];
  for (let y = 0; y < box.height; y += 1)
    for (let x = 0; x < box.width; x += 1) {
      const from = ((box.y + y) * stride + box.x + x) * 4;
      const share = (data[from + 3] ?? 0) / 255 / (side * side);
      if (share === 0) continue;
      const value = zero + red * (data[from] ?? 0) + green * (data[from + 1] ?? 0) + blue * (data[from + 2] ?? 0);
      const at = Math.floor(y / side) * width + Math.floor(x / side);
      added[at] = (added[at] ?? 0) + value * share;
      covered[at] = (covered[at] ?? 0) + share;
    }
  return { x: box.x / side, y: box.y / side, width, height, added, covered };
}

/** Lays it over a frame. */
export function blend(planes: Planes, overlay: Overlay): void {
  for (const [index, { x, y, width, height, added, covered }] of overlay.entries()) {
    const plane = planes[index];
    if (plane === undefined) continue;
    const { values, width: stride } = plane;
    for (let row = 0; row < height; row += 1) {
      let [at, from] = [(y + row) * stride + x, row * width];
      for (const end = from + width; from < end; at += 1, from += 1) {
        const share = covered[from] ?? 0;
        if (share === 0) continue;
        values[at] = (values[at] ?? 0) * (1 - share) + (added[from] ?? 0) + 0.5;
      }
    }
  }
}

/** What an effect does to the planes: it takes each value towards this one, its strength's share of the way. Null: another one is left as it is. */
const aims: Partial<Readonly<Record<EffectKind, readonly (number | null)[]>>> = {
  mono: [null, 128, 128],
  'fade-in': [16, 128, 128],
  'fade-out': [16, 128, 128],
};

/** Whether planes can be given this effect. */
export function isPlain(effect: EffectKind): boolean {
  return aims[effect] !== undefined;
}

/** `strength` 0..1. */
export function wash(planes: Planes, effect: EffectKind, strength: number): void {
  for (const [index, aim] of (aims[effect] ?? []).entries()) {
    const values = planes[index]?.values;
    if (aim === null || values === undefined) continue;
    const table = Uint8Array.from({ length: 256 }, (_, value) => Math.round(value + (aim - value) * strength));
    for (let at = 0; at < values.length; at += 1) values[at] = table[values[at] ?? 0] ?? 0;
  }
}
