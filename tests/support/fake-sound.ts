import type { AudioSample, AudioSampleSink } from 'mediabunny';

/** A source whose sound at each of its samples is `valueOf(index)`, in chunks of this many samples. */
export type FakeSound = {
  readonly rate: number;
  readonly seconds: number;
  readonly chunk: number;
  readonly valueOf: (index: number) => number;
  /** Seconds whose chunks cannot be decoded. */
  readonly damaged?: readonly [from: number, to: number];
};

/** As a decoder would give it: from the chunk that holds the wanted second on. */
export function fakeSound({ rate, seconds, chunk, valueOf, damaged }: FakeSound): AudioSampleSink {
  const total = Math.round(rate * seconds);
  async function* samples(from = 0): AsyncGenerator<AudioSample, void, unknown> {
    for (let at = Math.floor((from * rate) / chunk) * chunk; at < total; at += chunk) {
      if (damaged !== undefined && at >= damaged[0] * rate && at < damaged[1] * rate) throw new Error('Decoding error');
      const numberOfFrames = Math.min(chunk, total - at);
      const sample = {
        numberOfChannels: 1,
        numberOfFrames,
        sampleRate: rate,
        // Containers write times in microseconds.
        timestamp: Math.round((at / rate) * 1e6) / 1e6,
        copyTo: (values: Float32Array) => values.forEach((_, index) => (values[index] = valueOf(at + index))),
        close: () => undefined,
      };
      yield await Promise.resolve(sample as unknown as AudioSample);
    }
  }
  return { samples } as unknown as AudioSampleSink;
}
