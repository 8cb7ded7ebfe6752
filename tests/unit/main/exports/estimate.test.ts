import { expect, it } from 'vitest';
import { estimateMs } from '../../../../src/main/exports/render.ts';

const took = (draftMs: number, tookMs: number) => ({ draftMs, tookMs });

it.each([
  ['nothing is known', [], 10_000, null],
  ['too little is known', [took(10_000, 30_000), took(10_000, 30_000)], 10_000, null],
  ['the draft has no length', [took(1, 2), took(1, 2), took(1, 2)], 0, null],
  ['all took the same', [took(10_000, 30_000), took(10_000, 30_000), took(10_000, 30_000)], 10_000, 30_000],
  ['one took for ever', [took(10_000, 30_000), took(10_000, 40_000), took(10_000, 9_000_000)], 10_000, 40_000],
  ['drafts were of other lengths', [took(10_000, 20_000), took(20_000, 40_000), took(40_000, 80_000)], 30_000, 60_000],
  [
    'there is an even number',
    [took(1_000, 2_000), took(1_000, 2_000), took(1_000, 4_000), took(1_000, 4_000)],
    1_000,
    3_000,
  ],
  ['the draft is longer than any before', [took(1_000, 2_000), took(1_000, 2_000), took(2_000, 5_000)], 60_000, 5_000],
  [
    'the draft is shorter than any before',
    [took(10_000, 30_000), took(10_000, 31_000), took(10_000, 32_000)],
    10,
    30_000,
  ],
  ['a sample is broken', [took(0, 30_000), took(10_000, -5), took(10_000, 30_000)], 10_000, null],
])('the estimate where %s', (_, past, draftMs, expected) => {
  expect(estimateMs(past, draftMs)).toBe(expected);
});
