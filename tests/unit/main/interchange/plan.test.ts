import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { endOf, planCut } from '../../../../src/main/interchange/plan.ts';
import { framesIn, namedRate, toFrames, usualRate } from '../../../../src/main/interchange/timecode.ts';
import { storylineOf } from '../../../../src/main/interchange/fcpxml.ts';
import { aReading, aSegment, anAsset, assetMaps, info, rates, readings, sea, size, song, words } from './samples.ts';

const assets = new Map([
  [sea, anAsset('assets/sea.mp4', { info: info({ durationMs: 10_000 }) })],
  [song, anAsset('assets/song.mp3', { kind: 'audio', info: info({ durationMs: 4_000, hasVideo: false }) })],
]);
const parts = { name: 'Cut', rate: usualRate, ...size, assets };

describe('a cut on frames', () => {
  it('never overlaps, never goes negative, and keeps its rows in order, whatever the draft', () => {
    const kinds = ['video', 'title', 'audio'];
    fc.assert(
      fc.property(readings, assetMaps, rates, words, (reading, files, rate, name) => {
        const plan = planCut(reading, { name, rate, ...size, assets: files });
        expect(plan.rows.map(({ kind }) => kinds.indexOf(kind))).toEqual(
          plan.rows.map(({ kind }) => kinds.indexOf(kind)).toSorted((a, b) => a - b),
        );
        for (const { items } of plan.rows) {
          let at = 0;
          for (const item of items) {
            expect(item.start).toBeGreaterThanOrEqual(at);
            expect(item.duration).toBeGreaterThan(0);
            expect(item.source).toBeGreaterThanOrEqual(0);
            at = endOf(item);
            expect(at).toBeLessThanOrEqual(plan.duration);
            for (const frames of [item.start, item.duration, item.source]) expect(frames).toBe(Math.round(frames));
          }
        }
      }),
    );
  });

  it('hangs every piece on the storyline where it begins, by lanes', () => {
    fc.assert(
      fc.property(readings, assetMaps, rates, (reading, files, rate) => {
        const plan = planCut(reading, { name: 'Cut', rate, ...size, assets: files });
        const spine = storylineOf(plan);
        let at = 0;
        for (const part of spine) {
          expect(part.start).toBe(at);
          at += part.duration;
        }
        expect(at).toBe(plan.duration);
        const held = plan.rows.flatMap(({ items }) => items.filter(({ asset, words: text }) => asset ?? text));
        const hanging = spine.flatMap((part) =>
          part.connected.map((one) => ({ ...one, begins: part.start - (part.item?.source ?? 0) + one.offset, part })),
        );
        const own = spine.flatMap(({ item }) => item ?? []);
        expect(new Set([...own, ...hanging.map(({ item }) => item)])).toEqual(new Set(held));
        for (const { item, begins, part, lane } of hanging) {
          expect(begins).toBe(item.start);
          expect(begins).toBeGreaterThanOrEqual(part.start);
          expect(lane === 0).toBe(false);
          expect(lane < 0).toBe(plan.rows.some(({ kind, items }) => kind === 'audio' && items.includes(item)));
        }
        for (const { connected } of spine)
          expect(connected).toEqual(connected.toSorted((a, b) => a.lane - b.lane || a.item.start - b.item.start));
      }),
    );
  });

  it('lets neighbours meet, whatever the rounding', () => {
    const reading = aReading(['video', aSegment(0, 1_016, { url: sea }), aSegment(1_016, 1_016, { url: sea })]);
    expect(planCut(reading, parts).rows[0]?.items).toMatchObject([
      { start: 0, duration: 30 },
      { start: 30, duration: 31 },
    ]);
  });

  it('puts what overlaps on a row of its own', () => {
    const reading = aReading(['video', aSegment(0, 2_000, { url: sea }), aSegment(1_000, 2_000, { url: sea })]);
    expect(planCut(reading, parts).rows.map(({ items }) => items.map(({ start }) => start))).toEqual([[0], [30]]);
  });

  it('ends a piece with its file, and says so', () => {
    const reading = aReading(
      ['video', aSegment(0, 10_050, { url: sea, name: 'a little' })],
      ['audio', aSegment(0, 10_000, { url: song, name: 'much' })],
      ['audio', aSegment(0, 1_000, { url: song, sourceInMs: 5_000, name: 'all of it' })],
    );
    const plan = planCut(reading, parts);
    expect(plan.rows.map(({ items }) => items.map(({ duration }) => duration))).toEqual([[302], [120]]);
    expect(plan.losses).toEqual([
      { why: 'shortened', name: 'much' },
      { why: 'shortened', name: 'all of it' },
    ]);
  });

  it('says what has no file or no place in other editors', () => {
    const reading = aReading(
      ['video', aSegment(0, 1_000, { name: 'lost' }), aSegment(1_000, 1_000, { url: sea })],
      ['other', aSegment(0, 2_000, { name: 'glow' })],
      ['other', aSegment(0, 2_000, { name: 'overlay', url: sea })],
    );
    const plan = planCut(reading, parts);
    expect(plan.losses).toEqual([
      { why: 'no-file', name: 'lost' },
      { why: 'unknown-kind', name: 'glow' },
    ]);
    expect(plan.rows.map(({ kind, items }) => [kind, items.map(({ name }) => name)])).toEqual([
      ['video', ['lost', 'piece']],
      ['video', ['overlay']],
    ]);
  });

  it('knows the rates that editors know', () => {
    expect([29.97, 23.976, 30.0001, 59.94, 25].map(namedRate)).toEqual([
      { num: 30_000, den: 1_001 },
      { num: 24_000, den: 1_001 },
      { num: 30, den: 1 },
      { num: 60_000, den: 1_001 },
      { num: 25, den: 1 },
    ]);
    expect([0, 13.7, 29.9, NaN].map(namedRate)).toEqual([null, null, null, null]);
    expect([
      toFrames(1_001, { num: 30_000, den: 1_001 }),
      framesIn(1_000, usualRate),
      framesIn(1_001, usualRate),
    ]).toEqual([30, 30, 31]);
  });
});
