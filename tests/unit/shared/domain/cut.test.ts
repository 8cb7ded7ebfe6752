import { describe, expect, it } from 'vitest';
import { cutBytes, moveEnd, shortestCutMs, snapToKeyFrame } from '../../../../src/shared/domain/cut.ts';

describe('snapToKeyFrame', () => {
  it.each([
    [0, 0],
    [1999, 0],
    [2000, 2000],
    [9000, 4000],
  ])('begins for %i at %i', (inMs, at) => {
    expect(snapToKeyFrame([0, 2000, 4000], inMs)).toBe(at);
  });

  it('begins anywhere where there are none, and at the first where that is late', () => {
    expect(snapToKeyFrame([], 1234)).toBe(1234);
    expect(snapToKeyFrame([500, 900], 100)).toBe(500);
  });
});

describe('moveEnd', () => {
  const cut = { inMs: 1000, outMs: 5000 };

  it('moves one end and leaves the other', () => {
    expect(moveEnd(cut, 'in', 2000, 8000)).toEqual({ inMs: 2000, outMs: 5000 });
    expect(moveEnd(cut, 'out', 7000, 8000)).toEqual({ inMs: 1000, outMs: 7000 });
  });

  it('stays within the file, and away from the other end', () => {
    expect(moveEnd(cut, 'in', -5, 8000).inMs).toBe(0);
    expect(moveEnd(cut, 'in', 6000, 8000).inMs).toBe(5000 - shortestCutMs);
    expect(moveEnd(cut, 'out', 0, 8000).outMs).toBe(1000 + shortestCutMs);
    expect(moveEnd(cut, 'out', 9000, 8000).outMs).toBe(8000);
  });
});

it('a part weighs its share', () => {
  expect(cutBytes(1000, { inMs: 2000, outMs: 4000 }, 8000)).toBe(250);
  expect(cutBytes(1000, { inMs: 0, outMs: 9000 }, 8000)).toBe(1000);
});
