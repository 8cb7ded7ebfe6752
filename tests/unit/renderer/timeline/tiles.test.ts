import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lanesOf } from '../../../../src/renderer/timeline/lanes.ts';
import { fitted, zoomed } from '../../../../src/renderer/timeline/view.ts';
import { cut, segment } from './cuts.ts';
import {
  peakBetween,
  stepOf,
  type StripSource,
  tilesOf,
  tileWidth,
  wantsIn,
} from '../../../../src/renderer/timeline/tiles.ts';

const film = (more: Partial<StripSource> = {}): StripSource => ({
  kind: 'film',
  mediaId: 'a',
  inSeconds: 0,
  speed: 1,
  loudness: 1,
  ...more,
});
const anyZoom = fc.double({ min: 0.0005, max: 0.4, noNaN: true });

describe('tiles', () => {
  it('begin with the in point, and pass as fast as the piece does', () => {
    const box = { x: 0, width: 400, pxPerMs: 0.1 };
    const seconds = (source: StripSource) => tilesOf(source, box, 80, 1000).map((tile) => tile.seconds);
    expect(seconds(film())).toEqual([0, 0.5, 1.5, 2, 3]);
    expect(seconds(film({ inSeconds: 7.3 }))).toEqual([7.3, 7.8, 8.8, 9.3, 10.3]);
    expect(seconds(film({ speed: 2 }))).toEqual([0, 1, 3, 4, 6]);
    expect(seconds(film({ kind: 'still', inSeconds: 3 }))).toEqual([0, 0, 0, 0, 0]);
  });

  it('are those in sight only, and stay in their places while the view moves', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -5000, max: 1500 }),
        fc.integer({ min: 1, max: 1e6 }),
        anyZoom,
        (x, width, pxPerMs) => {
          const tiles = tilesOf(film(), { x, width, pxPerMs }, 78, 1000);
          expect(tiles.length).toBeLessThanOrEqual(Math.ceil(1000 / 78) + 1);
          for (const tile of tiles) {
            expect(tile.x + tile.width).toBeGreaterThan(0);
            expect(tile.x).toBeLessThan(1000);
            expect(Math.abs((tile.x - x) % 78)).toBe(0);
          }
        },
      ),
    );
  });

  it('show nothing from after the piece, nor from further before their place than a tile is long', () => {
    fc.assert(
      fc.property(anyZoom, fc.integer({ min: 24, max: 3000 }), (pxPerMs, width) => {
        for (const { x, seconds } of tilesOf(film(), { x: 0, width, pxPerMs }, 78, 4000)) {
          const there = x / pxPerMs / 1000;
          expect(seconds).toBeLessThanOrEqual(there + 0.001);
          expect(there - seconds).toBeLessThanOrEqual(Math.max(0.125, 78 / pxPerMs / 1000) + 0.001);
        }
      }),
    );
  });

  it('ask for the same pictures through a step of zoom, and for half of them in the next one', () => {
    expect([1, 1.3, 1.99].map(stepOf)).toEqual([1, 1, 1]);
    expect([2, 0.5, 0.6, 300].map(stepOf)).toEqual([2, 0.5, 0.5, 256]);
    expect([0, 0.01, Number.MIN_VALUE].map(stepOf)).toEqual([0.125, 0.125, 0.125]);
  });

  it('have the shape of the picture, within reason', () => {
    expect([null, 16 / 9, 1, 9 / 16, 0.01, 50].map((ratio) => tileWidth(ratio, 44))).toEqual([78, 78, 44, 25, 22, 106]);
  });
});

describe('what is wanted', () => {
  const shots = Array.from({ length: 50_000 }, (_, index) => segment(index * 2000, 2000));
  const { lanes, durationMs } = lanesOf(cut(['video', shots], ['audio', [segment(0, 100_000_000)]]));
  const sources = new Map([
    ...shots.map((_, index): [string, StripSource] => [`0:${index}`, film({ mediaId: `clip ${index}` })]),
    ['1:0', film({ kind: 'sound', mediaId: 'music' })],
  ]);
  const whole = fitted(durationMs, 800);

  it('is nothing of pieces too narrow for a picture, and of those in sight a few of 50,000', () => {
    expect(wantsIn(lanes, whole, sources, () => null)).toEqual({ pictures: [], waves: ['music'] });
    const close = zoomed(whole, 1e4, 400);
    const { pictures } = wantsIn(lanes, close, sources, () => null);
    expect(pictures.length).toBeGreaterThan(0);
    expect(pictures.length).toBeLessThan(2 * (800 / 78) + 20);
    expect(pictures.every(({ mediaId }) => Math.abs(Number(mediaId.slice(5)) - 25_000) < 20)).toBe(true);
  });

  it('is nothing before it is known what the pieces show', () => {
    expect(wantsIn(lanes, zoomed(whole, 1e4, 400), new Map(), () => null)).toEqual({ pictures: [], waves: [] });
  });
});

describe('the wave', () => {
  const peaks = { values: Float32Array.from([0.1, 0.2, 1, 0.4]), perSecond: 2 };

  it('is as high as the loudest there', () => {
    expect(peakBetween(peaks, 0, 0.5)).toBeCloseTo(0.1);
    expect(peakBetween(peaks, 0.1, 1.2)).toBe(1);
    expect(peakBetween(peaks, 1.6, 1.61)).toBeCloseTo(0.4);
  });

  it('is flat where the sound is over, or has not begun', () => {
    expect(peakBetween(peaks, 2, 9)).toBe(0);
    expect(peakBetween(peaks, -3, -2)).toBe(0);
  });
});
