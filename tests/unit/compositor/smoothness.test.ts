import { describe, expect, it } from 'vitest';
import { createSmoothness } from '../../../src/compositor/smoothness.ts';
import type { Clip, Composition } from '../../../src/shared/composition/composition.ts';
import { aClip } from '../../support/clip-sample.ts';
import { usualRate } from '../../../src/shared/composition/rate.ts';

const clip = (mediaId: string, start: number): Clip =>
  aClip({ id: mediaId, segment: mediaId, name: mediaId, start, end: start + 60, source: { mediaId } });
const composition: Composition = {
  canvas: { width: 1280, height: 720 },
  rate: usualRate,
  frames: 180,
  tracks: [[clip('large', 0), clip('small', 60), clip('later', 120)]],
  doubts: [],
};
const fact = (width: number, height: number, change = {}) => ({
  size: { width, height },
  isSlowToEnter: false,
  isTransparent: false,
  ...change,
});
const facts = new Map([
  ['large', fact(1920, 1080)],
  ['small', fact(640, 360)],
  ['later', fact(1920, 1080)],
]);

describe('what plays smoothly', () => {
  it('wants a proxy of a large clip that was seen while frames were left out', () => {
    const smoothness = createSmoothness();
    smoothness.judge(composition, facts, { from: 0, to: 100, due: 100, drawn: 95 });
    expect(smoothness.heavy(facts)).toEqual([]);
    smoothness.judge(composition, facts, { from: 0, to: 10, due: 10, drawn: 2 });
    expect(smoothness.heavy(facts)).toEqual([]);
    smoothness.judge(composition, facts, { from: 0, to: 100, due: 100, drawn: 60 });
    expect(smoothness.heavy(facts)).toEqual(['large']);
  });

  it('wants one of what is slow to enter, after what is slow to draw, and never of what is transparent', () => {
    const smoothness = createSmoothness();
    const slow = new Map([
      ['sparse', fact(10, 10, { isSlowToEnter: true })],
      ['glass', fact(10, 10, { isSlowToEnter: true, isTransparent: true })],
      ['large', fact(1920, 1080)],
    ]);
    smoothness.judge(composition, slow, { from: 0, to: 50, due: 50, drawn: 10 });
    expect(smoothness.heavy(slow)).toEqual(['large', 'sparse']);
  });

  it('waits for the proxies of slow clips alone, and plays what it has chosen to the end', async () => {
    const smoothness = createSmoothness();
    smoothness.hear([], ['large', 'sparse']);
    await smoothness.settled();
    smoothness.judge(composition, facts, { from: 0, to: 50, due: 50, drawn: 10 });
    let settled = false;
    const waiting = smoothness.settled().then(() => (settled = true));
    const chosen = smoothness.choose();
    await Promise.resolve();
    expect([settled, chosen('large')]).toEqual([false, 'original']);
    smoothness.hear(['large'], ['sparse']);
    await waiting;
    expect([chosen('large'), smoothness.choose()('large')]).toEqual(['original', 'proxy']);
  });
});
