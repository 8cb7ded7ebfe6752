/** Frames in a second, as the fraction `num`/`den`: 30/1, 30000/1001. */
export type FrameRate = { readonly num: number; readonly den: number };

const rates: readonly FrameRate[] = [
  { num: 24_000, den: 1_001 },
  { num: 24, den: 1 },
  { num: 25, den: 1 },
  { num: 30_000, den: 1_001 },
  { num: 30, den: 1 },
  { num: 50, den: 1 },
  { num: 60_000, den: 1_001 },
  { num: 60, den: 1 },
];

export const usualRate: FrameRate = { num: 30, den: 1 };

/** The rate that editors have a name for and that is nearest to a measured one; null where none is within 0.05 %. */
export function namedRate(fps: number): FrameRate | null {
  const distance = (rate: FrameRate): number => Math.abs(perSecond(rate) - fps);
  const nearest = rates.reduce((best, rate) => (distance(rate) < distance(best) ? rate : best));
  return distance(nearest) <= fps * 0.0005 ? nearest : null;
}

export function perSecond({ num, den }: FrameRate): number {
  return num / den;
}

/** The whole frame that is nearest to a time. Two times that are equal stay equal, so that neighbours meet. */
export function toFrames(ms: number, { num, den }: FrameRate): number {
  return Math.round((ms * num) / (den * 1_000));
}

/** How many frames a file of this length has to give: one that has begun counts. */
export function framesIn(ms: number, { num, den }: FrameRate): number {
  return Math.ceil((ms * num) / (den * 1_000) - 1e-6);
}
