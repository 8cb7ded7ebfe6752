/** The value in the middle; of an even number, the mean of the two there. NaN of nothing. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const upper = sorted[Math.floor(sorted.length / 2)] ?? Number.NaN;
  const lower = sorted[Math.ceil(sorted.length / 2) - 1] ?? Number.NaN;
  return (lower + upper) / 2;
}

/** The smallest value that `share` (0..1] of all values do not exceed (nearest rank). NaN of nothing. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;
}

export function p95(values: readonly number[]): number {
  return percentile(values, 0.95);
}

export type Pair<Value, Baseline> = { readonly values: readonly Value[]; readonly baselines: readonly Baseline[] };

/**
 * Measures both in turns, so that whatever else the machine does meets both; the baseline first, and never both at the same time.
 * Both are told the number of the run, from 0 on.
 */
export async function alternate<Value, Baseline>(
  runs: number,
  value: (run: number) => Promise<Value>,
  baseline: (run: number) => Promise<Baseline>,
): Promise<Pair<Value, Baseline>> {
  const values: Value[] = [];
  const baselines: Baseline[] = [];
  for (let run = 0; run < runs; run += 1) {
    baselines.push(await baseline(run));
    values.push(await value(run));
  }
  return { values, baselines };
}

/** The same pair in numbers. */
export function pairOf<Value, Baseline>(
  { values, baselines }: Pair<Value, Baseline>,
  value: (measured: Value) => number,
  baseline: (measured: Baseline) => number,
): Pair<number, number> {
  return { values: values.map(value), baselines: baselines.map(baseline) };
}
