import { describe, expect, it } from 'vitest';
import {
  aboveBaseline,
  atLeastTimesBaseline,
  atMost,
  figureOf,
  timesBaseline,
  timesBaselinePlus,
} from '../../bench/figure.ts';

describe('figureOf', () => {
  it('compares the medians and judges the goal', () => {
    expect(
      figureOf({ name: 'cpu', unit: 'ms', values: [30, 10, 20], baselines: [8, 9, 7], goal: timesBaseline(3) }),
    ).toEqual({
      name: 'cpu',
      value: 20,
      baseline: 8,
      unit: 'ms',
      ratio: 2.5,
      goal: '≤ 3 ×',
      holds: true,
      runs: 3,
    });
  });

  it('has no ratio to nothing, and no verdict without a goal', () => {
    const figure = figureOf({ name: 'task', unit: 'ms', values: [51], baselines: [0] });
    expect(figure).toMatchObject({ value: 51, baseline: 0, ratio: null, goal: null, holds: null });
  });

  it('judges before it rounds', () => {
    const figure = figureOf({ name: 'x', unit: 'ms', values: [50.001], baselines: [1], goal: atMost(50, 'ms') });
    expect(figure).toMatchObject({ value: 50, holds: false });
  });

  it('does not take what could not be measured for good', () => {
    const figure = figureOf({ name: 'x', unit: 'ms', values: [Number.NaN], baselines: [1], goal: atMost(50, 'ms') });
    expect(figure.holds).toBe(false);
  });
});

describe('goals', () => {
  it.each([
    [atMost(50, 'ms'), '≤ 50 ms', [50, 1], [51, 1000]],
    [timesBaseline(3), '≤ 3 ×', [30, 10], [31, 10]],
    [timesBaselinePlus(1.5, 150, 'ms'), '≤ 1.5 × + 150 ms', [180, 20], [181, 20]],
    [aboveBaseline(30, 'MB'), '≤ baseline + 30 MB', [45, 15], [46, 15]],
    [atLeastTimesBaseline(0.9), '≥ 0.9 ×', [90, 100], [89, 100]],
  ] as const)('%j is said and judged', (goal, text, [good, itsBaseline], [bad, baseline]) => {
    expect(goal.text).toBe(text);
    expect(goal.holds(good, itsBaseline)).toBe(true);
    expect(goal.holds(bad, baseline)).toBe(false);
  });
});
