import { describe, expect, it } from 'vitest';
import { alternate, median, p95, pairOf, percentile } from '../../bench/stats.ts';

describe('median', () => {
  it.each([
    [[3, 1, 2], 2],
    [[10, 9], 9.5],
    [[4, 100, 1, 2], 3],
    [[7], 7],
  ])('of %j is %d', (values, middle) => {
    expect(median(values)).toBe(middle);
  });

  it('of nothing is no number', () => {
    expect(median([])).toBeNaN();
  });
});

describe('percentile', () => {
  const hundred = Array.from({ length: 100 }, (_, index) => 100 - index);

  it('is the value that so many do not exceed', () => {
    expect(p95(hundred)).toBe(95);
    expect(percentile(hundred, 1)).toBe(100);
    expect(percentile(hundred, 0.001)).toBe(1);
    expect(p95([5, 1])).toBe(5);
  });

  it('of nothing is no number', () => {
    expect(p95([])).toBeNaN();
  });
});

describe('alternate', () => {
  it('takes turns, the baseline first, one at a time', async () => {
    const order: string[] = [];
    let under = 0;
    const measure = async (name: string, result: number): Promise<number> => {
      under += 1;
      expect(under).toBe(1);
      order.push(name);
      await Promise.resolve();
      under -= 1;
      return result;
    };
    const pair = await alternate(
      2,
      (run) => measure(`ours ${run}`, 10 + run),
      (run) => measure(`baseline ${run}`, run),
    );
    expect(order).toEqual(['baseline 0', 'ours 0', 'baseline 1', 'ours 1']);
    expect(pair).toEqual({ values: [10, 11], baselines: [0, 1] });
  });

  it('gives what was measured as numbers', () => {
    const pair = { values: [{ ms: 1 }], baselines: ['abc'] };
    expect(
      pairOf(
        pair,
        ({ ms }) => ms,
        ({ length }) => length,
      ),
    ).toEqual({ values: [1], baselines: [3] });
  });
});
