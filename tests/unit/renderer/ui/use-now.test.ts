import { afterEach, expect, it, vi } from 'vitest';
import { placeOf } from '../../../../src/renderer/ui/use-now.ts';

const day = 86_400_000;

afterEach(() => {
  vi.useRealTimers();
});

it.each([3 * day, -7 * day])('a stamp stays where it is when the clock is set by %i ms', (byMs) => {
  vi.useFakeTimers({ toFake: ['Date', 'performance'], now: 1_000_000_000 + Math.abs(byMs) });
  const stamp = Date.now() - 5_000;
  expect(performance.now() - placeOf(stamp)).toBe(5_000);

  vi.setSystemTime(Date.now() + byMs);
  expect(performance.now() - placeOf(stamp)).toBe(5_000);
  expect(performance.now() - placeOf(Date.now())).toBe(0);
});
