import { describe, expect, it } from 'vitest';
import { barsOf, inLayers, rulerTicks } from '../../../../src/renderer/timeline/layout.ts';

describe('ruler', () => {
  it.each([
    [10, [0, 2, 4, 6, 8]],
    [3, [0, 0.5, 1, 1.5, 2, 2.5]],
    [95, [0, 15, 30, 45, 60, 75]],
    [0, []],
  ])('of %d s', (seconds, ticks) => expect(rulerTicks(seconds, 7)).toEqual(ticks));

  it('stays readable for a film', () => expect(rulerTicks(100_000, 7).length).toBeLessThanOrEqual(8));
});

it('lays titles on top and sound at the bottom, each kind in its order', () => {
  const track = (kind: 'video' | 'audio' | 'text' | 'other', name: string) => ({
    kind,
    segments: [{ name, startMs: 0, durationMs: 1, text: null, volume: null }],
  });
  const tracks = [
    track('audio', 'a'),
    track('video', 'b'),
    track('other', 'c'),
    track('audio', 'd'),
    track('text', 'e'),
  ];
  expect(inLayers(tracks).map(({ segments }) => segments[0]?.name)).toEqual(['e', 'b', 'c', 'a', 'd']);
});

describe('the bars of a lane', () => {
  const segment = (startMs: number, durationMs = 10) => ({
    name: `${startMs}`,
    startMs,
    durationMs,
    text: null,
    volume: null,
  });
  const many = Array.from({ length: 20_000 }, (_, index) => segment(index * 10));

  it('are the segments, in their order, as long as there is room for each', () => {
    const segments = [segment(90), segment(0), segment(40)];
    expect(barsOf(segments, 100)).toEqual(
      segments.map((one) => ({ startMs: one.startMs, endMs: one.startMs + 10, count: 1, segment: one })),
    );
  });

  it.each([
    ['one after the other', many],
    ['in any order', many.toReversed()],
    ['all at once', many.map(() => segment(0, 200_000))],
    ['all without a length', many.map(() => segment(200_000, 0))],
  ])('are few for 20,000 segments %s, and count all of them', (_, segments) => {
    const bars = barsOf(segments, 200_000);
    expect(bars.length).toBeLessThanOrEqual(300);
    expect(bars.reduce((sum, { count }) => sum + count, 0)).toBe(20_000);
    expect(bars.map(({ startMs }) => startMs)).toEqual(bars.map(({ startMs }) => startMs).toSorted((a, b) => a - b));
  });

  it('show a long segment among many short ones by itself', () => {
    const alone = segment(150_000, 40_000);
    const bars = barsOf([...Array.from({ length: 1_000 }, (_, index) => segment(index * 100)), alone], 200_000);
    expect(bars).toContainEqual({ startMs: 150_000, endMs: 190_000, count: 1, segment: alone });
  });
});
