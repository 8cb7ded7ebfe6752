import { expect, it } from 'vitest';
import { createMixer } from '../../../src/compositor/mixer.ts';
import { blockSeconds, soundRate } from '../../../src/compositor/protocol.ts';
import { type Clip, sourceSeconds } from '../../../src/shared/composition/composition.ts';
import { indexOf } from '../../../src/shared/composition/frame-index.ts';
import { aClip } from '../../support/clip-sample.ts';
import { type FakeSound, fakeSound } from '../../support/fake-sound.ts';

const rate = { numerator: 30, denominator: 1 };
const clip = (start: number, end: number, more: Partial<Clip> = {}): Clip =>
  aClip({ id: `${start}`, start, end, hasPicture: false, ...more });
const filmOf = (...clips: readonly Clip[]) =>
  indexOf({ canvas: { width: 16, height: 16 }, rate, frames: 300, tracks: [clips], doubts: [] });

/** The first seconds as the mixer makes them, block by block. */
async function heard(clips: readonly Clip[], sound: FakeSound | null, blocks = 10): Promise<Float32Array> {
  const mixer = createMixer(() => Promise.resolve(sound && fakeSound(sound)));
  const index = filmOf(...clips);
  const all = new Float32Array(Math.round(blocks * blockSeconds * soundRate));
  for (let block = 0; block < blocks; block += 1) {
    const { left, right } = await mixer.block(index, block * blockSeconds);
    expect(right).toEqual(left);
    all.set(left, Math.round(block * blockSeconds * soundRate));
  }
  return all;
}

/** A ramp that tells each sample from all others. */
const ramp = (rateOf: number): FakeSound => ({
  rate: rateOf,
  seconds: 8,
  chunk: 1024,
  valueOf: (index) => index / rateOf / 10,
});
const secondAt = (value: number | undefined): number => (value ?? Number.NaN) * 10;

it('gives every sample of the source once, in order, across chunks and blocks', async () => {
  const samples = await heard([clip(0, 60)], ramp(soundRate));
  for (const at of [0, 1, 1023, 1024, 4799, 4800, 4801, 30_000, 47_999])
    expect(secondAt(samples[at]) * soundRate).toBeCloseTo(at, 1);
});

it('begins at the in point on the very sample of the cut, and is silent before and after', async () => {
  const samples = await heard([clip(6, 15, { inSeconds: 2 })], ramp(soundRate));
  const [start, end] = [(6 / 30) * soundRate, (15 / 30) * soundRate];
  expect([samples[start - 1], samples[end]]).toEqual([0, 0]);
  expect(secondAt(samples[start])).toBeCloseTo(2, 5);
  expect(secondAt(samples[end - 1])).toBeCloseTo(2 + 9 / 30 - 1 / soundRate, 5);
});

it('is as long at another rate and at another speed', async () => {
  for (const [source, speed] of [
    [44_100, 1],
    [22_050, 1],
    [48_000, 2],
    [44_100, 0.5],
  ] as const) {
    const piece = clip(0, 30, { speed, inSeconds: 1 });
    const samples = await heard([piece], ramp(source));
    for (const at of [0, 10_001, 31_111, 47_000])
      expect(secondAt(samples[at])).toBeCloseTo(sourceSeconds(piece, rate, (at * 30) / soundRate), 4);
  }
});

it('adds what sounds at once, by its volume and fades, and holds what is too loud at full', async () => {
  const flat: FakeSound = { rate: soundRate, seconds: 8, chunk: 1024, valueOf: () => 0.4 };
  const faded = await heard([clip(0, 30, { volume: 0.5, fadeIn: 15 })], flat);
  expect(faded[0]).toBe(0);
  expect(faded[12_000]).toBeCloseTo(0.1, 4);
  expect(faded[24_000]).toBeCloseTo(0.2, 4);
  const both = await heard([clip(0, 30), clip(15, 30, { volume: 2 })], flat);
  expect(both[23_999]).toBeCloseTo(0.4, 5);
  expect(both[24_000]).toBe(1);
});

it('is silent where a source has no sound, has ended, or breaks', async () => {
  expect((await heard([clip(0, 30)], null)).every((value) => value === 0)).toBe(true);
  const beyond = await heard([clip(0, 30, { inSeconds: 20 })], ramp(soundRate));
  expect(beyond.every((value) => value === 0)).toBe(true);
  const broken: FakeSound = {
    ...ramp(soundRate),
    valueOf: (index) => {
      if (index > 9000) throw new Error('The file is damaged');
      return 0.5;
    },
  };
  const samples = await heard([clip(0, 30)], broken);
  expect(samples[5000]).toBe(0.5);
  expect(samples.at(-1)).toBe(0);
});

it('survives a clip that plays a hundred times as fast, with fades longer than itself', async () => {
  const samples = await heard([clip(0, 3, { speed: 100, fadeIn: 900, fadeOut: 900 })], ramp(soundRate), 2);
  expect(samples.every((value) => Math.abs(value) <= 1)).toBe(true);
});

/** Where a sound is said to end, once two seconds of it were mixed. */
async function endsOf(sound: FakeSound): Promise<readonly (readonly [string, number])[]> {
  const ends: (readonly [string, number])[] = [];
  const mixer = createMixer(
    () => Promise.resolve(fakeSound(sound)),
    (mediaId, seconds) => ends.push([mediaId, seconds]),
  );
  for (let block = 0; block < 20; block += 1) await mixer.block(filmOf(clip(0, 300)), block * blockSeconds);
  return ends;
}

it('says once where a sound ends', async () => {
  expect(await endsOf({ ...ramp(soundRate), seconds: 1.5 })).toEqual([['a', expect.closeTo(1.5)]]);
  expect(await endsOf(ramp(soundRate))).toEqual([]);
});

it('is silent where a sound is damaged, goes on behind it on the very sample, and does not say that it ends', async () => {
  const sound = { ...ramp(soundRate), damaged: [0.2, 0.5] } as const;
  const samples = await heard([clip(0, 60)], sound, 15);
  expect(samples[9000]).toBeGreaterThan(0);
  expect(samples.slice(10_300, 23_000).every((value) => value === 0)).toBe(true);
  expect(secondAt(samples[48_000]) * soundRate).toBeCloseTo(48_000, 1);
  expect(await endsOf(sound)).toEqual([]);
});

it('says where a sound ends that cannot be decoded from there on', async () => {
  const [[, seconds] = []] = await endsOf({ ...ramp(soundRate), damaged: [0.2, 8] });
  expect(seconds).toBeCloseTo(0.2, 1);
});
