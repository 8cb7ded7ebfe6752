import { expect, it } from 'vitest';
import { within } from '../../../../src/renderer/state/playhead.ts';

it.each([
  [-1, 10, 0],
  [4, 10, 4],
  [12, 10, 10],
  [3, 0, 0],
])('a seek to %d s of %d s goes to %d s', (wanted, duration, seconds) =>
  expect(within(wanted, duration)).toBe(seconds),
);
