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

/** A picture with transparency (RGBA). */
type Pixels = Size & { readonly data: Uint8ClampedArray };

/** A part of a frame, at even places. */
export type Box = Size & { readonly x: number; readonly y: number };

/** The planes of a picture that fills this box of the frames that it is to lie over. */
export function overlayOf(image: Pixels, { x, y }: Pick<Box, 'x' | 'y'>): Overlay {
  const [luma, blue, red] = mixes;
  return [patchOf(image, { x, y }, luma, 1), patchOf(image, { x, y }, blue, 2), patchOf(image, { x, y }, red, 2)];
}

/** The smallest box around what is seen of a picture as large as a frame. Null where nothing is. */
export function seenWithin({ width, height, data }: Pixels): Box | null {
  const pixels = new Uint32Array(data.buffer, data.byteOffset, width * height);
  let [left, top, right, bottom] = [width, height, -1, -1];
  for (let y = 0; y < height; y += 1) {
    const row = pixels.subarray(y * width, (y + 1) * width);
    const first = row.findIndex(isSeen);
    if (first === -1) continue;
    left = Math.min(left, first);
    right = Math.max(right, row.findLastIndex(isSeen));
    top = Math.min(top, y);
    bottom = y;
  }
  if (right < 0) return null;
  const [x, y] = [left - (left % 2), top - (top % 2)];
  return { x, y, width: right + 1 - x + ((right + 1) % 2), height: bottom + 1 - y + ((bottom + 1) % 2) };
}

/** Its last byte is its transparency: every machine that Chromium runs on keeps it on top. */
function isSeen(pixel: number): boolean {
  return pixel > 0xffffff;
}

/** `side`: of the square of pixels that share a value. */
function patchOf(
  image: Pixels,
  place: Pick<Box, 'x' | 'y'>,
  [zero, red, green, blue]: (typeof mixes)[number],
  side: 1 | 2,
): Patch {
  const { data } = image;
  const [width, height] = [image.width / side, image.height / side];
  const [added, covered] = [new Float32Array(width * height), new Float32Array(width * height)];
  for (let y = 0; y < image.height; y += 1)
    for (let x = 0; x < image.width; x += 1) {
      const from = (y * image.width + x) * 4;
      const share = (data[from + 3] ?? 0) / 255 / (side * side);
      if (share === 0) continue;
      const value = zero + red * (data[from] ?? 0) + green * (data[from + 1] ?? 0) + blue * (data[from + 2] ?? 0);
      const at = Math.floor(y / side) * width + Math.floor(x / side);
      added[at] = (added[at] ?? 0) + value * share;
      covered[at] = (covered[at] ?? 0) + share;
    }
  return { x: place.x / side, y: place.y / side, width, height, added, covered };
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
