import { expect, it } from 'vitest';
import { atMost, figureOf } from '../../bench/figure.ts';
import { tableOf } from '../../bench/table.ts';

it('sets the figures out in columns', () => {
  const figures = [
    figureOf({ name: 'search', unit: 'ms', values: [6], baselines: [12.5], goal: atMost(5, 'ms') }),
    figureOf({ name: 'idle', unit: 'MB', values: [287.731], baselines: [0] }),
  ];
  expect(tableOf(figures)).toBe(
    [
      'figure      value  baseline   ratio  goal    holds  runs',
      '──────  ─────────  ────────  ──────  ──────  ─────  ────',
      'search       6 ms   12.5 ms  0.48 ×  ≤ 5 ms  NO        1',
      'idle    287.73 MB      0 MB       –  –       –         1',
    ].join('\n'),
  );
});
