import { describe, expect, it } from 'vitest';
import {
  blend,
  type Overlay,
  overlayOf,
  type Planes,
  planeBytes,
  planesOf,
  seenWithin,
  wash,
} from '../../../src/compositor/planes.ts';

type Color = readonly [red: number, green: number, blue: number];

const size = { width: 16, height: 8 };
const white: Color = [255, 255, 255];
const orange: Color = [230, 120, 30];
const blue: Color = [20, 60, 200];

/** As BT.601 says it, in the range of television. */
function inPlanes([red, green, blue]: Color): Color {
  const luma = 0.299 * red + 0.587 * green + 0.114 * blue;
  const share = (from: number, most: number): number => 128 + (112 * (from - luma)) / (255 * (1 - most));
  return [16 + (219 * luma) / 255, share(blue, 0.114), share(red, 0.299)];
}

function frameOf(color: Color): Planes {
  const planes = planesOf(new Uint8Array(planeBytes(size)), size);
  const [y, u, v] = inPlanes(color);
  planes[0].values.fill(Math.round(y));
  planes[1].values.fill(Math.round(u));
  planes[2].values.fill(Math.round(v));
  return planes;
}

/** A picture with a rectangle of this color in it; right and bottom are not within. */
function pictureOf(
  color: Color,
  opacity: number,
  [left, top, right, bottom]: readonly [number, number, number, number],
) {
  const data = new Uint8ClampedArray(size.width * size.height * 4);
  for (let y = top; y < bottom; y += 1)
    for (let x = left; x < right; x += 1) data.set([...color, Math.round(opacity * 255)], (y * size.width + x) * 4);
  return { ...size, data };
}

/** What is seen of a picture, as an overlay. */
function seenOf({ width, data }: ReturnType<typeof pictureOf>): Overlay {
  const box = seenWithin({ ...size, data });
  if (box === null) throw new Error('Nothing is seen');
  const cut = new Uint8ClampedArray(box.width * box.height * 4);
  for (let y = 0; y < box.height; y += 1) {
    const from = ((box.y + y) * width + box.x) * 4;
    cut.set(data.subarray(from, from + box.width * 4), y * box.width * 4);
  }
  return overlayOf({ width: box.width, height: box.height, data: cut }, box);
}

/** The color of a pixel, in planes. */
function at([y, u, v]: Planes, px: number, py: number): Color {
  const color = Math.floor(py / 2) * (size.width / 2) + Math.floor(px / 2);
  return [y.values[py * size.width + px] ?? 0, u.values[color] ?? 0, v.values[color] ?? 0];
}

function mixed(one: Color, other: Color, share: number): Color {
  const part = (index: 0 | 1 | 2): number => one[index] * (1 - share) + other[index] * share;
  return [part(0), part(1), part(2)];
}

function isLike(found: Color, wanted: Color): void {
  const planes = inPlanes(wanted);
  for (const [index, value] of found.entries()) expect(Math.abs(value - (planes[index] ?? 0))).toBeLessThan(1.6);
}

describe('an overlay', () => {
  it('covers what it lies over with its own colors, and nothing beside it', () => {
    const frame = frameOf(blue);
    const overlay = seenOf(pictureOf(orange, 1, [4, 2, 10, 6]));
    expect(overlay[0]).toMatchObject({ x: 4, y: 2, width: 6, height: 4 });
    blend(frame, overlay);
    isLike(at(frame, 4, 2), orange);
    isLike(at(frame, 9, 5), orange);
    for (const [x, y] of [
      [3, 2],
      [10, 2],
      [4, 1],
      [9, 6],
      [0, 0],
      [15, 7],
    ] as const)
      isLike(at(frame, x, y), blue);
  });

  it('shows through by its transparency, frame after frame', () => {
    const overlay = seenOf(pictureOf(orange, 0.4, [0, 0, 16, 8]));
    for (const ground of [blue, white, blue]) {
      const frame = frameOf(ground);
      blend(frame, overlay);
      isLike(at(frame, 8, 4), mixed(ground, orange, 0.4));
    }
  });

  it('shares the color of four pixels where it ends between them', () => {
    const frame = frameOf(blue);
    const overlay = seenOf(pictureOf(orange, 1, [5, 3, 16, 8]));
    expect(overlay[0]).toMatchObject({ x: 4, y: 2, width: 12, height: 6 });
    blend(frame, overlay);
    const [bare, covered] = [inPlanes(blue), inPlanes(orange)];
    expect(Math.abs(at(frame, 4, 2)[0] - bare[0])).toBeLessThan(1);
    expect(Math.abs(at(frame, 5, 3)[0] - covered[0])).toBeLessThan(1);
    // One of the four is covered.
    expect(Math.abs(at(frame, 4, 2)[1] - (bare[1] * 3 + covered[1]) / 4)).toBeLessThan(1);
  });

  it('reaches from the first to the last that is seen, whichever line it is in', () => {
    const { data } = pictureOf(white, 1, [3, 1, 5, 2]);
    data.set(pictureOf(white, 0.1, [9, 5, 12, 6]).data.subarray(4 * 4 * size.width), 4 * 4 * size.width);
    expect(seenWithin({ ...size, data })).toEqual({ x: 2, y: 0, width: 10, height: 6 });
  });

  it('is none where nothing is seen', () => {
    expect(seenWithin(pictureOf(white, 0, [0, 0, 16, 8]))).toBeNull();
  });
});

describe('an effect', () => {
  it('takes a frame into black and out of it, its strength of the way', () => {
    for (const [effect, strength] of [
      ['fade-out', 0.25],
      ['fade-in', 0.8],
      ['fade-out', 1],
    ] as const) {
      const frame = frameOf(orange);
      wash(frame, effect, strength);
      isLike(at(frame, 7, 7), mixed(orange, [0, 0, 0], strength));
    }
  });

  it('takes the colors out, and leaves the light', () => {
    const frame = frameOf(orange);
    const light = at(frame, 0, 0)[0];
    wash(frame, 'mono', 1);
    expect(at(frame, 0, 0)).toEqual([light, 128, 128]);
  });
});
