import { AudioSampleSink, type AudioSample } from 'mediabunny';
import { peakCount } from '../shared/domain/media-info.ts';
import type { TaskAnswer } from '../shared/media-worker-protocol.ts';
import { createPeaks, type Peaks } from './peaks.ts';
import { CannotDecode, withTracks, type Tracks } from './source.ts';
import type { Desktop } from './wire.ts';

/** The loudness of the source's sound over its length, decoded piece by piece. Throws `CannotDecode` where there is none. */
export async function readWaveform(desktop: Desktop): Promise<TaskAnswer<'waveform'>> {
  const peaks = await withTracks(desktop.sourceUrl, (tracks) => peaksOf(tracks, desktop.progress));
  if (peaks === null) throw new CannotDecode();
  return { peaks: [...peaks] };
}

async function peaksOf({ input, audio }: Tracks, progress: Desktop['progress']): Promise<readonly number[]> {
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
