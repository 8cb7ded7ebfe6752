import { expect, it } from 'vitest';
import { createClock } from '../../../src/compositor/clock.ts';

function clockAt(): {
  readonly clock: ReturnType<typeof createClock>;
  readonly pass: (ms: number) => void;
  now: () => number;
} {
  let at = 5_000;
  return { clock: createClock(() => at), pass: (ms) => void (at += ms), now: () => at };
}

it('counts frames by the time that passes, also backwards', () => {
  const { clock, pass } = clockAt();
  clock.start(10, 30);
  pass(1000);
  expect(clock.now()).toBeCloseTo(40);
  clock.start(40, -60);
  pass(500);
  expect(clock.now()).toBeCloseTo(10);
});

it('follows the sound: gently where it is near, at once where it is far', () => {
  const { clock, pass, now } = clockAt();
  clock.start(0, 30);
  pass(1000);
  clock.follow(31, now());
  expect(clock.now()).toBeCloseTo(30.25);
  for (let word = 0; word < 30; word += 1) {
    pass(100);
    clock.follow(31 + (word + 1) * 3, now());
  }
  expect(clock.now()).toBeCloseTo(121, 1);
  clock.follow(500, now() - 100);
  expect(clock.now()).toBeCloseTo(503);
});
