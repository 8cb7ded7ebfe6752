import fc from 'fast-check';
import { expect, it } from 'vitest';
import { readBoxes, words, writeBox } from '../../../../../src/main/media/boxes.ts';
import { compactSamples } from '../../../../../src/main/media-jobs/mp4/moov.ts';
import { expandGrains, expandSamples } from '../../../../../src/main/media-jobs/mp4/expand.ts';
import {
  lengthOf,
  moveInto,
  rangesOf,
  type Samples,
  sliceSamples,
} from '../../../../../src/main/media-jobs/mp4/samples.ts';

const sample = fc.record({
  duration: fc.integer({ min: 0, max: 3 }),
  shift: fc.integer({ min: -2, max: 3 }),
  size: fc.integer({ min: 0, max: 4 }),
  sync: fc.boolean(),
  beginsChunk: fc.boolean(),
  gap: fc.constantFrom(0, 1, 500, 100_000),
});

/** A track whose chunks lie in a file with gaps between them. */
const track = fc
  .tuple(fc.array(sample, { minLength: 1, maxLength: 60 }), fc.boolean(), fc.boolean(), fc.nat(1000))
  .map(([list, shifted, partlySync, begin]): Samples => {
    let [offset, chunk, time] = [begin, -1, 0];
    const places = list.map(({ beginsChunk, gap, size }, index) => {
      if (beginsChunk || index === 0) [chunk, offset] = [chunk + 1, offset + gap];
      const place = { chunk, offset };
      offset += size;
      return place;
    });
    return {
      count: list.length,
      times: Float64Array.from([0, ...list.map(({ duration }) => (time += duration))]),
      shifts: shifted ? Int32Array.from(list, ({ shift }) => shift) : null,
      sizes: Uint32Array.from(list, ({ size }) => size),
      offsets: Float64Array.from(places, ({ offset: at }) => at),
      chunks: Uint32Array.from(places, ({ chunk: number }) => number),
      syncs: partlySync ? Uint8Array.from(list, ({ sync }) => Number(sync)) : null,
      grainBytes: null,
    };
  });

const expanded = (boxes: readonly Uint8Array[]): Samples | null => expandSamples(readBoxes(Buffer.concat(boxes)) ?? []);

it('writes tables that say what they were made of, with offsets of either width', () => {
  fc.assert(
    fc.property(track, fc.boolean(), (samples, wide) => {
      const beyond = wide ? 2 ** 33 : 7;
      expect(expanded(compactSamples(samples, (offset) => offset + beyond, wide))).toEqual({
        ...samples,
        offsets: samples.offsets.map((offset) => offset + beyond),
      });
    }),
  );
});

/** Written by hand: three chunks of 2, 2 and 1 samples; the second sample is shown late, and the third is a key frame too. */
const byHand = {
  stts: [0, 2, 4, 10, 1, 20],
  ctts: [0, 3, 1, 0, 1, 15, 3, 0],
  stss: [0, 2, 1, 3],
  stsz: [0, 0, 5, 100, 20, 90, 30, 10],
  stsc: [0, 2, 1, 2, 1, 3, 1, 1],
  stco: [0, 3, 1000, 1200, 1400],
};
const boxesOf = (tables: Readonly<Record<string, readonly number[]>>) =>
  readBoxes(Buffer.concat(Object.entries(tables).map(([type, values]) => writeBox(type, words(...values))))) ?? [];

it('reads tables as the standard means them, and writes them so', () => {
  const samples = expandSamples(boxesOf(byHand));
  if (samples === null) throw new Error('The tables make no sense');
  expect({ ...samples, chunks: [...samples.chunks] }).toEqual({
    count: 5,
    times: Float64Array.of(0, 10, 20, 30, 40, 60),
    shifts: Int32Array.of(0, 15, 0, 0, 0),
    sizes: Uint32Array.of(100, 20, 90, 30, 10),
    offsets: Float64Array.of(1000, 1100, 1200, 1290, 1400),
    chunks: [0, 0, 1, 1, 2],
    syncs: Uint8Array.of(1, 0, 1, 0, 0),
    grainBytes: null,
  });
  expect(readBoxes(Buffer.concat(compactSamples(samples, (offset) => offset, false)))).toEqual(
    boxesOf({
      stts: byHand.stts,
      ctts: byHand.ctts,
      stss: byHand.stss,
      stsz: byHand.stsz,
      stsc: byHand.stsc,
      stco: byHand.stco,
    }),
  );
  const { stco: _, ...others } = byHand;
  const wide = expandSamples(boxesOf({ ...others, co64: [0, 3, 1, 1000, 1, 1200, 2, 1400] }));
  expect(wide?.offsets[4]).toBe(2 ** 33 + 1400);
});

it.each([
  ['a table is missing', { stsc: undefined }],
  ['times are given for too many samples', { stts: [0, 1, 6, 10] }],
  ['times are given for too few samples', { stts: [0, 1, 4, 10] }],
  ['a duration is negative', { stts: [0, 2, 4, 10, 1, -20] }],
  ['there are more shifts than samples', { ctts: [0, 1, 6, 1] }],
  ['a key frame does not exist', { stss: [0, 1, 6] }],
  ['chunks hold more than there is', { stsc: [0, 1, 1, 2, 1] }],
  ['chunks hold less than there is', { stsc: [0, 1, 1, 1, 1] }],
  ['samples are of a second kind', { stsc: [0, 2, 1, 2, 1, 3, 1, 2] }],
  ['a table ends before its entries', { stco: [0, 3, 1000] }],
  ['there are too many samples for the memory', { stsz: [0, 4, 4_000_000_000] }],
])('understands nothing where %s', (_, tables) => {
  const all = Object.entries({ ...byHand, ...tables }).flatMap(([type, values]) => (values ? [[type, values]] : []));
  expect(expandSamples(boxesOf(Object.fromEntries(all) as Record<string, readonly number[]>))).toBeNull();
});

it('keeps exactly the chosen samples, with their bytes, sizes and times', () => {
  fc.assert(
    fc.property(track, track, fc.nat(), fc.nat(), (one, other, a, b) => {
      const from = a % one.count;
      const to = from + 1 + (b % (one.count - from));
      const kept = sliceSamples(one, from, to);
      const ranges = rangesOf([kept, other]);
      expect(kept.count).toBe(to - from);
      expect(lengthOf(ranges)).toBe(ranges.reduce((sum, range) => sum + range.to - range.from, 0));
      for (let index = 0; index < kept.count; index += 1) {
        const offset = one.offsets[from + index] ?? 0;
        const range = ranges.findLast((one) => one.from <= offset);
        if (range === undefined) throw new Error('The sample is in no range');
        expect(kept.sizes[index]).toBe(one.sizes[from + index]);
        expect(offset + (kept.sizes[index] ?? 0)).toBeLessThanOrEqual(range.to);
        expect(moveInto(ranges, kept.offsets[index] ?? 0)).toBe(range.at + offset - range.from);
        expect(kept.times[index]).toBe((one.times[from + index] ?? 0) - (one.times[from] ?? 0));
        expect([kept.shifts?.[index], kept.syncs?.[index]]).toEqual([
          one.shifts?.[from + index],
          one.syncs?.[from + index],
        ]);
      }
    }),
  );
});

it('takes the samples of uncompressed sound together, and tells them apart again', () => {
  // Three chunks: two of 2,500 samples, one of 10; four bytes each.
  const tables = {
    stts: [0, 1, 5010, 1],
    stsz: [0, 4, 5010],
    stsc: [0, 2, 1, 2500, 1, 3, 10, 1],
    stco: [0, 3, 100, 20_000, 50_000],
  };
  const samples = expandGrains(boxesOf(tables));
  if (samples === null) throw new Error('The tables make no sense');
  expect([...samples.times]).toEqual([0, 1024, 2048, 2500, 3524, 4548, 5000, 5010]);
  expect([...samples.offsets]).toEqual([100, 4196, 8292, 20_000, 24_096, 28_192, 50_000]);
  expect([...samples.sizes]).toEqual([4096, 4096, 1808, 4096, 4096, 1808, 40]);
  const written = (kept: Samples) => readBoxes(Buffer.concat(compactSamples(kept, (offset) => offset, false)));
  expect(written(samples)).toEqual(boxesOf(tables));
  expect(written(sliceSamples(samples, 1, 4))).toEqual(
    boxesOf({
      stts: [0, 1, 2500, 1],
      stsz: [0, 4, 2500],
      stsc: [0, 2, 1, 1476, 1, 2, 1024, 1],
      stco: [0, 2, 4196, 20_000],
    }),
  );
  expect(expandGrains(boxesOf({ ...tables, stts: [0, 1, 5010, 2] }))).toBeNull();
  expect(expandGrains(boxesOf({ ...tables, stco: [0, 2, 100, 20_000] }))).toBeNull();
  expect(expandGrains(boxesOf(byHand))).toBeNull();
});

it('skips large gaps and copies small ones', () => {
  const at = (...offsets: readonly number[]): Samples => ({
    count: offsets.length,
    times: new Float64Array(offsets.length + 1),
    shifts: null,
    sizes: new Uint32Array(offsets.length).fill(10),
    offsets: Float64Array.from(offsets),
    chunks: Uint32Array.from(offsets, (_, chunk) => chunk),
    syncs: null,
    grainBytes: null,
  });
  expect(rangesOf([at(100, 300, 200_000), at(200)])).toEqual([
    { from: 100, to: 310, at: 0 },
    { from: 200_000, to: 200_010, at: 210 },
  ]);
});
