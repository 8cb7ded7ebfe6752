import { describe, expect, it } from 'vitest';
import { fitInto } from '../../../src/media-worker/canvas.ts';
import {
  frameQuality,
  framesToTry,
  framesToWatch,
  isGoodFrame,
  isOneColour,
} from '../../../src/media-worker/frame-quality.ts';
import { createPeaks, isHeard } from '../../../src/media-worker/waveform.ts';

/** Pixels by their grey. */
const pixels = (...greys: readonly number[]): Uint8ClampedArray =>
  new Uint8ClampedArray(greys.flatMap((grey) => [grey, grey, grey, 255]));

describe('a good frame', () => {
  it.each([
    ['black', pixels(0, 0, 2, 1), false],
    ['of one colour', pixels(200, 200, 201, 200), false],
    ['dim, with a few lights', pixels(2, 3, 60, 2, 3, 2), false],
    ['a picture', pixels(10, 90, 200, 60), true],
    ['empty', pixels(), false],
  ])('%s', (_name, rgba, good) => {
    expect(isGoodFrame(frameQuality(rgba))).toBe(good);
  });

  it('is looked for from the beginning on, within the clip', () => {
    expect(framesToTry(8)).toEqual([0, 0.5, 0.8, 1, 2, 4, 6]);
    expect(framesToTry(0)).toEqual([0]);
  });
});

describe('a film that is watched', () => {
  it.each([
    ['black, as a codec leaves it', pixels(0, 1, 2, 1), true],
    ['white', pixels(255, 254, 255, 255), true],
    ['dim, but something', pixels(2, 3, 12, 2, 3, 2), false],
  ])('%s', (_name, rgba, plain) => {
    expect(isOneColour(frameQuality(rgba))).toBe(plain);
  });

  it('is looked at each second and at its end, a long one at so many places', () => {
    expect(framesToWatch(2.5)).toEqual([0, 1, 2, 2.4]);
    expect(framesToWatch(0)).toEqual([0]);
    expect(framesToWatch(36_000)).toHaveLength(601);
    expect(framesToWatch(36_000).at(-1)).toBe(35_994);
  });

  it('is heard as soon as anything is louder than rounding', () => {
    expect(isHeard(new Float32Array([0, -0.0009, 0.0005]))).toBe(false);
    expect(isHeard(new Float32Array([0, 0, -0.002]))).toBe(true);
  });
});

describe('a waveform', () => {
  it('keeps the loudest of each part', () => {
    const peaks = createPeaks(1, 4);
    peaks.add(new Float32Array([0.1, -0.5, 0.2, 0]), 0, 8);
    peaks.add(new Float32Array([0, 0, -2, 0.25]), 0.5, 8);
    expect(peaks.values()).toEqual([0.5, 0.2, 0, 1]);
  });

  it('leaves out what lies outside', () => {
    const peaks = createPeaks(1, 2);
    peaks.add(new Float32Array([1]), -0.5, 8);
    peaks.add(new Float32Array([1]), 1, 8);
    expect(peaks.values()).toEqual([0, 0]);
  });
});

it('a picture is fitted into its box, and never made larger', () => {
  const box = { width: 320, height: 240 };
  expect(fitInto({ width: 1920, height: 1080 }, box)).toEqual({ width: 320, height: 180 });
  expect(fitInto({ width: 1080, height: 1920 }, box)).toEqual({ width: 135, height: 240 });
  expect(fitInto({ width: 20, height: 10 }, box)).toEqual({ width: 20, height: 10 });
});
