import { expect, it } from 'vitest';
import { createStamps } from '../../../../src/renderer/state/stamps.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

const day = 86_400_000;

it.each([3 * day, -7 * day])('a stamp stays where it is when the clock is set by %i ms', async (byMs) => {
  const clock = createFakeClock();
  const { placeOf } = createStamps(clock.now, clock.steady);
  const stamp = clock.now();
  await clock.advance(5_000);
  const place = placeOf(stamp);
  expect(clock.steady() - place).toBe(5_000);

  clock.set(byMs);
  await clock.advance(1_000);
  expect(placeOf(stamp)).toBe(place);
  expect(clock.steady() - placeOf(clock.now())).toBe(0);
});
