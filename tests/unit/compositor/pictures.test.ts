import type { VideoSample } from 'mediabunny';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createPictures } from '../../../src/compositor/pictures.ts';
import type { Sources } from '../../../src/compositor/sources.ts';
import { waits } from '../../../src/compositor/wait.ts';
import type { Clip } from '../../../src/shared/composition/composition.ts';
import type { PictureLayer } from '../../../src/shared/composition/frame.ts';
import { asItIs } from '../../../src/shared/composition/place.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** One clip of four seconds; counts how often it is read from somewhere on, and what the decoder gave that is still open. */
function createRig() {
  let [begun, open, ended] = [0, 0, 0];
  async function* samples(start = 0): AsyncGenerator<VideoSample, void, unknown> {
    begun += 1;
    try {
      for (let at = Math.floor(start * 30 + 1e-6); at < 120; at += 1) {
        open += 1;
        const close = (): void => void (open -= 1);
        const facts = { timestamp: at / 30, duration: 1 / 30, visibleRect: { width: 16, height: 16 }, close };
        yield await Promise.resolve(facts as unknown as VideoSample);
      }
    } finally {
      ended += 1;
    }
  }
  const film = { kind: 'film', pictures: { samples }, sound: null, facts: {}, close: () => undefined };
  const sources = { open: () => Promise.resolve(film), still: () => null, broken: () => expect.fail() };
  const pictures = createPictures(sources as unknown as Sources, 'late');
  const item = { kind: 'clip', id: 'a', source: { mediaId: '1' }, inSeconds: 0, start: 0, end: 120, speed: 1 };
  const layer = (seconds: number): PictureLayer => ({
    kind: 'picture',
    item: { ...item, placement: asItIs } as unknown as Clip,
    opacity: 1,
    seconds,
  });
  const at = async (seconds: number): Promise<number | undefined> =>
    (await pictures.decoded(layer(seconds)))?.timestamp;
  return { pictures, layer, at, begun: () => begun, open: () => open, ended: () => ended };
}

it('gives the decoders of frames that were read singly back once nobody reads on, and finds frames after that', async () => {
  const { pictures, layer, at, begun, open, ended } = createRig();
  expect(await at(1)).toBeCloseTo(1);
  await pictures.exactly([layer(1.5)]);
  await vi.advanceTimersByTimeAsync(waits.idleMs - 1);
  expect([begun(), ended()]).toEqual([1, 0]);
  await vi.advanceTimersByTimeAsync(2);
  expect([begun(), ended(), open()]).toEqual([1, 1, 0]);
  expect(await at(2)).toBeCloseTo(2);
  expect(begun()).toBe(2);
});

it('keeps them while frames are read', async () => {
  const { pictures, layer, begun, ended } = createRig();
  for (let frame = 0; frame < 5; frame += 1) {
    await pictures.exactly([layer(frame / 2)]);
    await vi.advanceTimersByTimeAsync(waits.idleMs * 0.8);
  }
  expect([begun(), ended()]).toEqual([1, 0]);
});
