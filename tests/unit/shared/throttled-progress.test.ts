import { expect, it } from 'vitest';
import { throttledProgress } from '../../../src/shared/throttled-progress.ts';

it('passes a few shares on each second, and the newest', () => {
  let now = 0;
  const told: number[] = [];
  const progress = throttledProgress(
    (share) => told.push(share),
    () => now,
  );
  for (; now <= 1000; now += 10) progress(now / 1000);
  expect(told).toEqual([0.2, 0.4, 0.6, 0.8, 1]);
});
