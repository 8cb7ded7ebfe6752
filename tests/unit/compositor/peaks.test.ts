import { describe, expect, it } from 'vitest';
import { createPeakCounter } from '../../../src/compositor/peaks.ts';

const tone = (count: number, loudness: number) =>
  Float32Array.from({ length: count }, (_, at) => loudness * Math.sin(at));

describe('peaks', () => {
  it('stand where the sound is loud, the loudest at 1, however quiet all of it is', () => {
    const counter = createPeakCounter(2);
    counter.add(tone(48_000, 0.05), 0, 48_000);
    counter.add(tone(48_000, 0.1), 1, 48_000);
    const peaks = counter.peaks();
    expect(peaks).toHaveLength(2 * counter.perSecond);
    expect(peaks[10]).toBeCloseTo(0.5, 1);
    expect(peaks[2 * counter.perSecond - 10]).toBeCloseTo(1, 1);
  });

  it('are no more for a long sound than for a short one, and go on where it is longer than it says', () => {
    expect(createPeakCounter(36_000).perSecond).toBe(1);
    const counter = createPeakCounter(1);
    counter.add(tone(4800, 0.5), 100, 48_000);
    expect(counter.peaks().length / counter.perSecond).toBeCloseTo(100.1, 1);
    expect(createPeakCounter(null).peaks()).toHaveLength(0);
  });

  it('are flat where there is silence, also before the start', () => {
    const counter = createPeakCounter(1);
    counter.add(tone(48_000, 1e-6), 0, 48_000);
    counter.add(tone(100, 1), -5, 48_000);
    expect(counter.peaks().every((value) => value === 0)).toBe(true);
  });
});
