import { median, type Pair } from './stats.ts';

type Unit = 'ms' | 'MB' | 'MB/s' | 'frames/s' | '%';

/** What a figure should not exceed, or, where more is better, not fall below. `holds` gets the medians of the value and of its baseline, in the figure's unit. */
type Goal = {
  readonly text: string;
  readonly holds: (value: number, baseline: number) => boolean;
};

/** One line of the report. `value` and `baseline` are medians of `runs` runs; `ratio` is null where the baseline is nothing. */
export type Figure = {
  readonly name: string;
  readonly value: number;
  readonly baseline: number;
  readonly unit: Unit;
  readonly ratio: number | null;
  /** Null: nobody set one. */
  readonly goal: string | null;
  readonly holds: boolean | null;
  readonly runs: number;
};

/** Something to measure. Its first figure carries its name, others add a colon and what they are about. */
export type Bench = {
  readonly name: string;
  /** What is measured against what, in a line. */
  readonly about: string;
  readonly measure: () => Promise<readonly Figure[]>;
};

export type Measured = Pair<number, number> & { readonly name: string; readonly unit: Unit; readonly goal?: Goal };

/** Rounded to hundredths; the goal is judged before that. */
export function figureOf({ name, unit, values, baselines, goal }: Measured): Figure {
  const value = median(values);
  const baseline = median(baselines);
  return {
    name,
    value: rounded(value),
    baseline: rounded(baseline),
    unit,
    ratio: baseline > 0 ? rounded(value / baseline) : null,
    goal: goal?.text ?? null,
    holds: goal?.holds(value, baseline) ?? null,
    runs: values.length,
  };
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}

/** An absolute limit, whatever the baseline. */
export function atMost(limit: number, unit: Unit): Goal {
  return { text: `≤ ${limit} ${unit}`, holds: (value) => value <= limit };
}

export function timesBaseline(factor: number): Goal {
  return { text: `≤ ${factor} ×`, holds: (value, baseline) => value <= factor * baseline };
}

export function timesBaselinePlus(factor: number, plus: number, unit: Unit): Goal {
  return {
    text: `≤ ${factor} × + ${plus} ${unit}`,
    holds: (value, baseline) => value <= factor * baseline + plus,
  };
}

export function aboveBaseline(plus: number, unit: Unit): Goal {
  return { text: `≤ baseline + ${plus} ${unit}`, holds: (value, baseline) => value <= baseline + plus };
}

/** For what should be fast: at least this share of the baseline. */
export function atLeastTimesBaseline(factor: number): Goal {
  return { text: `≥ ${factor} ×`, holds: (value, baseline) => value >= factor * baseline };
}
