import { describe, expect, it } from 'vitest';
import { gifFrames, gifProblem } from '../../../../src/shared/domain/gif.ts';

describe('a GIF of a part', () => {
  it.each([
    [0, 15_000, null],
    [0, 15_001, 'too-long'],
    [1000, 1000, 'empty'],
    [2000, 1000, 'empty'],
    [0, Number.NaN, 'empty'],
  ] as const)('from %d to %d ms: %s', (fromMs, toMs, problem) => expect(gifProblem({ fromMs, toMs })).toBe(problem));

  it('shows 12.5 frames a second, and none after the end', () => {
    const rate = { numerator: 30, denominator: 1 };
    expect(gifFrames({ rate, frames: 300 }, { fromMs: 1000, toMs: 1400 })).toEqual([30, 32, 35, 37, 40]);
    expect(gifFrames({ rate, frames: 33 }, { fromMs: 1000, toMs: 1400 })).toEqual([30, 32]);
    expect(gifFrames({ rate, frames: 10 }, { fromMs: 1000, toMs: 1400 })).toEqual([9]);
  });
});
