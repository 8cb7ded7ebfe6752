import type { VideoSample } from 'mediabunny';
import { expect, it } from 'vitest';
import { createLane, type Lane, type PictureSource } from '../../../src/compositor/lane.ts';
import type { Page, Pages } from '../../../src/compositor/pixels.ts';

/** What is whole, or cannot be read on. */
const plain: Pick<PictureSource, 'nextKey' | 'getSample'> = {
  nextKey: () => Promise.resolve(null),
  getSample: () => Promise.reject(new Error('The file ends here')),
};

/** A film of 30 frames in a second whose pages are only times; counts what is open. */
function laneOf(
  from: number,
  seconds = 4,
): { readonly lane: Lane; readonly open: () => number; readonly begun: () => number } {
  let [open, begun] = [0, 0];
  async function* samples(start = 0): AsyncGenerator<VideoSample, void, unknown> {
    begun += 1;
    const last = seconds * 30 - 1;
    for (let at = Math.min(last, Math.max(0, Math.floor(start * 30 + 1e-6))); at <= last; at += 1) {
      open += 1;
      const sample = { timestamp: at / 30, duration: 1 / 30, close: () => void (open -= 1) };
      yield await Promise.resolve(sample as unknown as VideoSample);
    }
  }
  const pages: Pick<Pages, 'of' | 'release'> = {
    of: (sample) => {
      const page = { seconds: sample.timestamp, width: 16, height: 16, bytes: 1024 } as Page;
      return Promise.resolve(page);
    },
    release: () => void (open -= 1),
  };
  const lane = createLane({ samples, ...plain }, pages, from);
  return { lane, open: () => open, begun: () => begun };
}

const frameOf = (page: Page | null): number | null => (page === null ? null : Math.round(page.seconds * 30));

it('finds the very frame, forward, backward and far away', async () => {
  const { lane } = laneOf(0);
  for (const frame of [0, 1, 2, 40, 39, 5, 119, 0, 60, 61])
    expect(frameOf(await lane.exactly(frame / 30)), String(frame)).toBe(frame);
});

it('reads on instead of beginning anew where the frame is near', async () => {
  const { lane, begun } = laneOf(1);
  await lane.ready();
  for (let frame = 30; frame < 60; frame += 1) expect(frameOf(await lane.exactly(frame / 30))).toBe(frame);
  expect(begun()).toBe(1);
});

it('shows the last frame beyond the end', async () => {
  const { lane } = laneOf(9);
  expect(frameOf(await lane.exactly(9))).toBe(119);
  expect(frameOf(lane.at(20))).toBe(119);
});

it('answers what is asked for at once in order, each with its own frame', async () => {
  const { lane } = laneOf(0);
  const wanted = [10, 70, 11, 12, 3];
  const found: (number | null)[] = [];
  await Promise.all(wanted.map(async (frame) => found.push(frameOf(await lane.exactly(frame / 30)))));
  expect(found.toSorted((a, b) => (a ?? 0) - (b ?? 0))).toEqual(wanted.toSorted((a, b) => a - b));
});

it('shows what it has while it plays, catches up after a jump, and lets go of everything at its end', async () => {
  const { lane, open } = laneOf(0);
  await lane.ready();
  for (let frame = 0; frame < 30; frame += 1) {
    lane.at(frame / 30);
    await settled();
  }
  expect(frameOf(lane.at(29 / 30))).toBe(29);
  lane.at(3);
  await settled();
  expect(frameOf(lane.at(3))).toBe(90);
  lane.close();
  await settled();
  expect(open()).toBeLessThanOrEqual(1);
});

async function settled(): Promise<void> {
  for (let turn = 0; turn < 1000; turn += 1) await Promise.resolve();
}

/** A file that was cut off after its second second: beyond, there is nothing to read. */
async function* cutOff(start = 0): AsyncGenerator<VideoSample, void, unknown> {
  for (let at = Math.floor(start * 30 + 1e-6); at < 60; at += 1)
    yield await Promise.resolve({ timestamp: at / 30, duration: 1 / 30, close: () => undefined } as VideoSample);
}

it('keeps the last frame of a file that was cut off, also where reading begins behind it, and says where it ends', async () => {
  const ends: number[] = [];
  const pages: Pick<Pages, 'of' | 'release'> = {
    of: (sample) => Promise.resolve({ seconds: sample.timestamp, bytes: 1024 } as Page),
    release: () => undefined,
  };
  const open = (from: number): Lane =>
    createLane({ samples: cutOff, ...plain }, pages, from, { onEnd: (at) => ends.push(at) });
  const behind = open(9);
  expect(frameOf(await behind.exactly(9))).toBe(59);
  expect(frameOf(await behind.exactly(1))).toBe(30);
  const playing = open(3);
  await playing.ready();
  expect(frameOf(playing.at(3))).toBe(59);
  expect(new Set(ends.map((at) => Math.round(at * 30)))).toEqual(new Set([60]));
});

it('says once where it cannot be read on, and shows nothing from there on', async () => {
  let broken = 0;
  async function* samples(): AsyncGenerator<VideoSample, void, unknown> {
    for (let at = 0; at < 10; at += 1)
      yield await Promise.resolve({ timestamp: at / 30, duration: 1 / 30, close: () => undefined } as VideoSample);
    throw new Error('The file ends here');
  }
  const pages: Pick<Pages, 'of' | 'release'> = {
    of: (sample) => Promise.resolve({ seconds: sample.timestamp, bytes: 1024 } as Page),
    release: () => undefined,
  };
  const lane = createLane({ samples, ...plain }, pages, 0, {
    onBroken: () => (broken += 1),
  });
  expect(frameOf(await lane.exactly(5 / 30))).toBe(5);
  expect(await lane.exactly(20 / 30)).toBeNull();
  expect([lane.at(21 / 30), broken]).toEqual([null, 1]);
});

/**
 * Four seconds with a key frame at each half second, whose frames from 40 up to the key frame at 60 cannot be decoded: neither those
 * between nor that at 45, which is damaged itself. The decoder is some frames ahead, and gives up before all are given.
 */
function damaged(from: number) {
  let said = 0;
  const sampleAt = (at: number): VideoSample =>
    ({ timestamp: at / 30, duration: 1 / 30, close: () => undefined }) as VideoSample;
  const frameAt = (seconds: number): number => Math.floor(seconds * 30 + 1e-6);
  const decode = (first: number, last: number): void => {
    for (let at = first - (first % 15); at <= last; at += 1) if (at >= 40 && at < 60) throw new Error('Decoding error');
  };
  async function* samples(start = 0): AsyncGenerator<VideoSample, void, unknown> {
    for (let at = frameAt(start); at < 120; at += 1) {
      decode(frameAt(start), at + 8);
      yield await Promise.resolve(sampleAt(at));
    }
  }
  const getSample = async (seconds: number): Promise<VideoSample> => {
    const at = await Promise.resolve(frameAt(seconds));
    decode(at, at);
    return sampleAt(at);
  };
  const pages: Pick<Pages, 'of' | 'release'> = {
    of: (sample) => Promise.resolve({ seconds: sample.timestamp, bytes: 1024 } as Page),
    release: () => undefined,
  };
  const source: PictureSource = {
    samples,
    getSample,
    nextKey: (seconds) => Promise.resolve(seconds < 3.5 ? (Math.floor(seconds * 2 + 1e-6) + 1) / 2 : null),
  };
  const events = { onDamage: () => (said += 1), onBroken: () => expect.fail('broken') };
  return { lane: createLane(source, pages, from, events), said: () => said };
}

it('keeps the last frame before a damage until the next key frame that can be decoded, and says once that it is damaged', async () => {
  const { lane, said } = damaged(0);
  const seen: (number | null)[] = [];
  for (const frame of [38, 39, 40, 50, 59, 60, 61, 90]) seen.push(frameOf(await lane.exactly(frame / 30)));
  expect(seen).toEqual([38, 39, 39, 39, 39, 60, 61, 90]);
  expect(said()).toBe(1);
});

it.each([40, 40.5, 44, 45.3, 50, 59])(
  'finds the last frame before a damage, where reading begins at %d',
  async (frame) => {
    const { lane } = damaged(frame / 30);
    expect(frameOf(await lane.exactly(frame / 30))).toBe(39);
    expect(frameOf(await lane.exactly(60 / 30))).toBe(60);
    expect(frameOf(await lane.exactly(36.7 / 30))).toBe(36);
    expect(frameOf(await lane.exactly(10 / 30))).toBe(10);
  },
);

it('plays over a damage', async () => {
  const { lane } = damaged(1);
  await lane.ready();
  const seen = new Set<number | null>();
  for (let frame = 30; frame < 90; frame += 1) {
    await settled();
    seen.add(frameOf(lane.at(frame / 30)));
  }
  expect([...seen]).toEqual([
    30,
    31,
    32,
    33,
    34,
    35,
    36,
    37,
    38,
    39,
    ...Array.from({ length: 30 }, (_, at) => 60 + at),
  ]);
});
