import { describe, expect, it } from 'vitest';
import { within } from '../../../../src/renderer/preview/playhead.ts';
import { inLayers } from '../../../../src/renderer/timeline/order.ts';
import { rulerTicks } from '../../../../src/renderer/timeline/ruler.ts';

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

it.each([
  [-1, 10, 0],
  [4, 10, 4],
  [12, 10, 10],
  [3, 0, 0],
])('a seek to %d s of %d s goes to %d s', (wanted, duration, seconds) =>
  expect(within(wanted, duration)).toBe(seconds),
);
