const steps = [0.5, 1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 1800, 3600] as const;

/** Seconds at which a ruler carries numbers: round ones from 0, at most `most` of them, none so near the end that it would cover it. */
export function rulerTicks(durationSeconds: number, most: number): readonly number[] {
  if (durationSeconds <= 0) return [];
  const step = steps.find((candidate) => durationSeconds / candidate <= most) ?? durationSeconds / most;
  const count = Math.floor(durationSeconds / step) + 1;
  return Array.from({ length: count }, (_, index) => index * step).filter(
    (tick) => tick === 0 || tick <= durationSeconds - step * 0.4,
  );
}
