import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { laneAt, nearest, pieceAt, rangeOf, rowAt, runsOf, snapped } from '../../../../src/renderer/timeline/hit.ts';
import { lanesOf } from '../../../../src/renderer/timeline/lanes.ts';
import type { Segment } from '../../../../src/shared/domain/timeline.ts';
import { anySegments, cut, segment } from './cuts.ts';

const laneOf = (segments: readonly Segment[]) => lanesOf(cut(['video', segments])).lanes[0] ?? expect.fail();

describe('lanes', () => {
  it('lie with titles on top and sound at the bottom, each kind in its order, counted where there are several', () => {
    const one = [segment(0, 1000)];
    const { lanes } = lanesOf(cut(['audio', one], ['video', one], ['other', one], ['audio', one], ['text', one]));
    expect(lanes.map(({ kind, ofKind }) => `${kind} ${ofKind}`)).toEqual([
      'text 0',
      'video 0',
      'other 0',
      'audio 1',
      'audio 2',
    ]);
    expect(lanes.map(({ pieces }) => pieces[0]?.key)).toEqual(['4:0', '1:0', '2:0', '0:0', '3:0']);
  });

  it('give a kind that has lost all it had a place for what is gone', () => {
    expect(lanesOf(cut(['video', [segment(0, 1000)]]), ['text', 'video']).lanes.map(({ kind }) => kind)).toEqual([
      'text',
      'video',
    ]);
  });

  it('count pieces in the order in which they begin, and keep what the draft calls them', () => {
    const { pieces } = laneOf([segment(500, 100), segment(0, 100)]);
    expect(pieces.map(({ key, number, startMs }) => [key, number, startMs])).toEqual([
      ['0:1', 1, 0],
      ['0:0', 2, 500],
    ]);
  });
});

describe('titles that stand at the same time', () => {
  const titles = [segment(0, 3000), segment(1000, 1000), segment(2000, 2000), segment(1500, 200)];
  const { lanes } = lanesOf(cut(['text', titles], ['video', [segment(0, 5000), segment(4000, 2000)]]));
  const [text, video] = lanes;
  if (text === undefined || video === undefined) throw new Error('There are two lanes');

  it('lie in rows of one lane, so that each is seen; what comes later takes a row that is free again', () => {
    expect(text.pieces.map(({ key, row }) => [key, row])).toEqual([
      ['0:0', 0],
      ['0:1', 1],
      ['0:3', 2],
      ['0:2', 1],
    ]);
    expect(text.height).toBe(3 * text.rowHeight + 4);
    expect(video.top).toBe(text.top + text.height + 6);
    expect(video.pieces.map(({ row }) => row)).toEqual([0, 0]);
  });

  it('are hit by the row they lie in', () => {
    const keyAt = (y: number, ms: number): string | undefined => {
      const piece = pieceAt(text, ms, 2, rowAt(text, text.top + y));
      return piece === null ? undefined : text.pieces[piece]?.key;
    };
    expect([keyAt(5, 1600), keyAt(30, 1600), keyAt(60, 1600)]).toEqual(['0:0', '0:1', '0:3']);
    expect([keyAt(30, 500), keyAt(60, 2500)]).toEqual([undefined, undefined]);
  });

  it('lie over each other from the fourth row on', () => {
    const many = lanesOf(cut(['text', Array.from({ length: 9 }, () => segment(0, 1000))])).lanes[0];
    expect(many?.pieces.map(({ row }) => row)).toEqual([0, 1, 2, 3, 3, 3, 3, 3, 3]);
  });
});

describe('what is hit', () => {
  const { lanes } = lanesOf(cut(['video', [segment(0, 1000)]], ['audio', [segment(0, 1000)]]));

  it('is a lane by its height, and nothing between two', () => {
    expect([laneAt(lanes, 10), laneAt(lanes, 52), laneAt(lanes, 60), laneAt(lanes, 500)]).toEqual([0, null, 1, null]);
  });

  it('is the piece that lies above, else one whose edge is near', () => {
    const lane = laneOf([segment(0, 1000), segment(500, 1000), segment(2000, 0)]);
    expect([pieceAt(lane, 100, 0), pieceAt(lane, 700, 0), pieceAt(lane, 1700, 50)]).toEqual([0, 1, null]);
    expect([pieceAt(lane, 1980, 50), pieceAt(lane, 2030, 50), pieceAt(lane, 1540, 50)]).toEqual([2, 2, 1]);
  });

  it('is found as fast as it would be by looking at each', () => {
    fc.assert(
      fc.property(anySegments, fc.nat(70_000), fc.nat(5_000), (segments, from, length) => {
        const lane = laneOf(segments);
        const [first, end] = rangeOf(lane, from, from + length);
        const seen = lane.pieces.flatMap(({ startMs, endMs }, index) =>
          endMs > from && startMs < from + length ? [index] : [],
        );
        for (const index of seen) expect(index >= first && index < end).toBe(true);
        if (seen.length === 0) expect(lane.pieces.slice(first, end).every(({ endMs }) => endMs <= from)).toBe(true);
      }),
    );
  });

  it('snaps to the nearest edge within reach', () => {
    const { edges } = lanesOf(cut(['video', [segment(0, 1000), segment(1040, 1000)]]));
    expect([1010, 1030, 1100, 5000, -30].map((ms) => snapped(edges, ms, 50))).toEqual([1000, 1040, 1100, 5000, 0]);
  });

  it('is the nearest piece of another lane', () => {
    const lane = laneOf([segment(0, 100), segment(1000, 100), segment(5000, 100)]);
    expect([0, 500, 700, 4000, 90_000].map((ms) => nearest(lane, ms))).toEqual([0, 0, 1, 2, 2]);
    expect(nearest({ ...lane, pieces: [] }, 0)).toBeNull();
  });
});

describe('bars', () => {
  it('are the pieces where they are wide enough, and one for those that are not', () => {
    const lane = laneOf([
      segment(0, 10_000),
      ...Array.from({ length: 300 }, (_, index) => segment(10_000 + index * 10, 10)),
      segment(40_000, 5000),
    ]);
    const runs = runsOf(lane, [0, lane.pieces.length], 0.01, 0);
    expect(runs.map(({ x, first, last }) => [Math.round(x), first, last])).toEqual([
      [0, 0, 0],
      [100, 1, 300],
      [400, 301, 301],
    ]);
  });

  it('show every piece once, and grow with the pixels rather than with the pieces', () => {
    fc.assert(
      fc.property(anySegments, fc.double({ min: 0.0005, max: 0.4, noNaN: true }), (segments, pxPerMs) => {
        const lane = laneOf(segments);
        const runs = runsOf(lane, [0, lane.pieces.length], pxPerMs, 0);
        expect(
          runs.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, at) => first + at)),
        ).toEqual(lane.pieces.map((_, index) => index));
        expect(runs.every(({ x, width }) => x >= 0 && width > 0)).toBe(true);
      }),
    );
    const many = laneOf(Array.from({ length: 50_000 }, (_, index) => segment(index * 100, 100)));
    expect(runsOf(many, [0, 50_000], 1000 / 5_000_000, 0).length).toBe(1);
    const gappy = laneOf(Array.from({ length: 50_000 }, (_, index) => segment(index * 100, 10)));
    expect(runsOf(gappy, [0, 50_000], 1000 / 5_000_000, 0).length).toBeLessThan(600);
  });
});
