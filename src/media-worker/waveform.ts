import { type AudioSample, AudioSampleSink } from 'mediabunny';
import { peakCount } from '../shared/domain/media-info.ts';
import type { TaskAnswer } from '../shared/media-worker-protocol.ts';
import { CannotDecode, type Tracks, withTracks } from './source.ts';
import type { TaskContext } from './wire.ts';

/** The loudness of the source's sound over its length, decoded piece by piece. Throws `CannotDecode` where there is none. */
export async function readWaveform(context: TaskContext): Promise<TaskAnswer<'waveform'>> {
  const peaks = await withTracks(context.sourceUrl, (tracks) => peaksOf(tracks, context.progress));
  return { peaks: [...peaks] };
}

async function peaksOf({ input, audio }: Tracks, progress: TaskContext['progress']): Promise<readonly number[]> {
  if (audio === null || !(await audio.canDecode())) throw new CannotDecode();
  const seconds = await input.computeDuration();
  const peaks = createPeaks(seconds, peakCount);
  for await (const sample of new AudioSampleSink(audio).samples()) {
    listen(sample, peaks);
    progress(sample.timestamp / seconds);
    sample.close();
  }
  return peaks.values();
}

function listen(sample: AudioSample, peaks: Peaks): void {
  for (const channel of channelsOf(sample)) peaks.add(channel, sample.timestamp, sample.sampleRate);
}

/** The values of each channel, -1..1. */
export function channelsOf(sample: AudioSample): readonly Float32Array[] {
  return Array.from({ length: sample.numberOfChannels }, (_, planeIndex) => {
    const channel = new Float32Array(sample.numberOfFrames);
    sample.copyTo(channel, { planeIndex, format: 'f32-planar' });
    return channel;
  });
}

/** Gathers the loudest values of a sound into `count` even parts of its length (`seconds`). */
type Peaks = {
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

/** Nobody hears what is 60 dB below the loudest there is: a codec's rounding. */
const audible = 0.001;

/** Whether there is anything to be heard in these samples of one channel, -1..1. */
export function isHeard(samples: Float32Array): boolean {
  return samples.some((value) => Math.abs(value) > audible);
}
