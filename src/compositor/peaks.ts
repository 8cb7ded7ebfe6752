/** Gathers the loudest value of each short stretch of a sound. */
export type PeakCounter = {
  /** Values of one channel; the first is heard at second `at`. */
  readonly add: (values: Float32Array, at: number, rate: number) => void;
  /** 0..1, one value for each stretch: the loudest of the sound is 1. */
  readonly peaks: () => Float32Array<ArrayBuffer>;
  readonly perSecond: number;
};

/** Stretches in a second, and in all of a sound. */
const finest = 60;
const most = 36_000;

/** `seconds`: how long the sound is, as far as one knows. */
export function createPeakCounter(seconds: number | null): PeakCounter {
  const perSecond = Math.min(finest, most / Math.max(1, seconds ?? 1));
  let peaks = new Float32Array(Math.min(most, Math.ceil((seconds ?? 60) * perSecond) + 1));
  let length = 0;
  return {
    perSecond,
    add: (values, at, rate) => {
      for (let index = 0; index < values.length; index += 1) {
        const place = Math.floor((at + index / rate) * perSecond);
        if (place < 0 || place >= most * 4) continue;
        if (place >= peaks.length) peaks = grown(peaks, place + 1);
        length = Math.max(length, place + 1);
        const value = Math.abs(values[index] ?? 0);
        if (value > (peaks[place] ?? 0)) peaks[place] = value;
      }
    },
    peaks: () => {
      const found = peaks.slice(0, length);
      const loudest = found.reduce((before, value) => Math.max(before, value), 0);
      return loudest < silence ? found.fill(0) : found.map((value) => value / loudest);
    },
  };
}

/** A sound that nowhere is louder than this is silent. */
const silence = 1e-4;

function grown(values: Float32Array<ArrayBuffer>, least: number): Float32Array<ArrayBuffer> {
  const larger = new Float32Array(Math.max(least, values.length * 2));
  larger.set(values);
  return larger;
}
