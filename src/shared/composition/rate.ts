/** Frames in a second, as a fraction, so that 29.97 is exactly what a camera means by it. */
export type Rate = { readonly numerator: number; readonly denominator: number };

export const usualRate: Rate = { numerator: 30, denominator: 1 };

/** Cameras count 24, 30, 48 and 60 a thousandth slower, and people write it with two digits. */
const slowed = [24, 30, 48, 60, 120] as const;

/** The rate that a number of frames in a second (1..120) means; `usualRate` for anything else. */
export function toRate(fps: number | null): Rate {
  if (fps === null || !(fps >= 1 && fps <= 120)) return usualRate;
  const camera = slowed.find((whole) => Math.abs(fps - (whole * 1000) / 1001) < 0.005);
  if (camera !== undefined) return { numerator: camera * 1000, denominator: 1001 };
  return Number.isInteger(fps)
    ? { numerator: fps, denominator: 1 }
    : { numerator: Math.round(fps * 1000), denominator: 1000 };
}

/** The whole frame nearest to a time. */
export function frameOf({ numerator, denominator }: Rate, ms: number): number {
  return Math.round((ms * numerator) / (1000 * denominator));
}

/** When a frame begins, in seconds. */
export function secondsOf({ numerator, denominator }: Rate, frame: number): number {
  return (frame * denominator) / numerator;
}

export function perSecondOf({ numerator, denominator }: Rate): number {
  return numerator / denominator;
}

export function isSameRate(one: Rate, other: Rate): boolean {
  return one.numerator === other.numerator && one.denominator === other.denominator;
}
