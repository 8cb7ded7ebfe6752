/** Gathers the loudest values of a sound into `count` even parts of its length (`seconds`). */
export type Peaks = {
  /** `samples` of one channel, -1..1, beginning at `at` seconds, `rate` of them per second. */
  readonly add: (samples: Float32Array, at: number, rate: number) => void;
  /** 0..1 each. */
  readonly values: () => readonly number[];
};

export function createPeaks(seconds: number, count: number): Peaks {
  const loudest = new Float32Array(count);
  return {
    add: (samples, at, rate) => {
      for (let index = 0; index < samples.length; index += 1) {
        const part = Math.floor(((at + index / rate) / seconds) * count);
        if (part < 0 || part >= count) continue;
        const value = Math.abs(samples[index] ?? 0);
        if (value > (loudest[part] ?? 0)) loudest[part] = value;
      }
    },
    values: () => [...loudest].map((value) => Math.min(1, Math.round(value * 1000) / 1000)),
  };
}

/** What is quieter than 60 dB below the loudest there is nobody hears: a codec's rounding. */
const audible = 0.001;

/** Whether there is anything to be heard in these samples of one channel, -1..1. */
export function isHeard(samples: Float32Array): boolean {
  return samples.some((value) => Math.abs(value) > audible);
}
