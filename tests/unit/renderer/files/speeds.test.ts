import { describe, expect, it } from 'vitest';
import { type Speed, speedOf, standsStill, timeLeft } from '../../../../src/renderer/files/speeds.ts';

/** What is known after these (time in ms, bytes sent) were seen. */
function after(...seen: readonly (readonly [at: number, sent: number])[]): Speed {
  const speed = seen.reduce<Speed | undefined>((before, [at, sent]) => speedOf(before, sent, at), undefined);
  if (speed === undefined) throw new Error('Nothing was seen');
  return speed;
}

/** A line that takes so many bytes in each 100 ms, from `from` on. */
function steady(perTick: number, ticks: number, from: readonly [number, number] = [0, 0]): [number, number][] {
  return Array.from({ length: ticks }, (_, index) => [from[0] + (index + 1) * 100, from[1] + (index + 1) * perTick]);
}

describe('a speed', () => {
  it('is not known before the buffers of the system are full', () => {
    expect(after([0, 0], [100, 4_000_000], [900, 4_100_000]).rate).toBeNull();
  });

  it('is that of the line, whatever went into the buffers at first', () => {
    const { rate } = after([0, 0], [10, 4_000_000], ...steady(100_000, 40, [10, 4_000_000]));
    expect(rate).toBeGreaterThan(990_000);
    expect(rate).toBeLessThan(1_010_000);
  });

  it('follows a line that changes, without a jump', () => {
    const before = after([0, 0], ...steady(100_000, 50));
    const rates = steady(20_000, 100, [5000, 5_000_000]).reduce<readonly Speed[]>(
      (speeds, [at, sent]) => [...speeds, speedOf(speeds.at(-1) ?? before, sent, at)],
      [],
    );
    expect(rates[4]?.rate).toBeGreaterThan(800_000);
    expect(rates.at(-1)?.rate).toBeLessThan(300_000);
    expect(rates.map(({ rate }) => rate)).toEqual(rates.map(({ rate }) => rate).sort((a, b) => Number(b) - Number(a)));
  });

  it('falls while nothing moves, and after ten seconds it is plain that nothing does', () => {
    const speed = after(
      [0, 0],
      ...steady(100_000, 30),
      ...Array.from({ length: 60 }, (_, s) => [4000 + s * 1000, 3_000_000] as const),
    );
    expect(standsStill(speed.rate ?? Infinity)).toBe(true);
    const still = (untilMs: number) =>
      after(
        [0, 0],
        ...steady(100_000, 30),
        ...[1, 2, 3].map((part) => [3000 + (untilMs * part) / 3, 3_000_000] as const),
      );
    expect(standsStill(still(9000).rate ?? 0)).toBe(false);
    expect(standsStill(still(10_500).rate ?? Infinity)).toBe(true);
    expect(timeLeft(1000, speed.rate)).toBeNull();
  });

  it('begins anew when the file does', () => {
    expect(speedOf(after([0, 0], ...steady(100_000, 30)), 0, 4000)).toEqual({
      sent: 0,
      at: 4000,
      beganAt: 4000,
      movedAt: 4000,
      rate: null,
    });
  });

  it('tells how long the rest takes', () => {
    expect(timeLeft(10_000_000, 1_000_000)).toBe(10_000);
    expect(timeLeft(10_000_000, null)).toBeNull();
  });
});
