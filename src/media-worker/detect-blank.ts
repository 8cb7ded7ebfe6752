import { AudioSampleSink, type InputAudioTrack, type InputVideoTrack } from 'mediabunny';
import type { TaskAnswer } from '../shared/media-worker-protocol.ts';
import { framesAt } from './canvas.ts';
import { frameQuality, framesToWatch, isOneColour } from './frame-quality.ts';
import { channelsOf, isHeard } from './waveform.ts';
import { CannotDecode, sizeWithin, withTracks } from './source.ts';
import type { TaskContext } from './wire.ts';

/** A small size is enough to see that there is something. */
const box = { width: 160, height: 120 } as const;

/**
 * Tells whether the source shows one colour and plays silence from beginning to end. It stops at the first frame and
 * the first sound that are something, so that an ordinary film costs little. Throws `CannotDecode` where neither
 * decodes.
 */
export function detectBlank({ sourceUrl, progress }: TaskContext): Promise<TaskAnswer<'detect-blank'>> {
  return withTracks(sourceUrl, async ({ video, audio }) => {
    const [sees, hears] = [(await video?.canDecode()) === true, (await audio?.canDecode()) === true];
    if (!sees && !hears) throw new CannotDecode();
    return {
      black: video !== null && sees && (await isBlack(video, progress)),
      silent: audio !== null && hears && (await isSilent(audio, progress)),
    };
  });
}

async function isBlack(video: InputVideoTrack, progress: TaskContext['progress']): Promise<boolean> {
  const size = await sizeWithin(video, box);
  const first = await video.getFirstTimestamp();
  const times = framesToWatch((await video.computeDuration()) - first).map((at) => first + at);
  let [seen, blank] = [0, false];
  for await (const frame of framesAt(video, times, size)) {
    // Frames are the first half of the work, the sound the second.
    progress((seen += 1) / times.length / 2);
    const context = frame?.getContext('2d');
    if (!context) continue;
    if (!isOneColour(frameQuality(context.getImageData(0, 0, size.width, size.height).data))) return false;
    blank = true;
  }
  return blank;
}

async function isSilent(audio: InputAudioTrack, progress: TaskContext['progress']): Promise<boolean> {
  const seconds = await audio.computeDuration();
  let silent = false;
  for await (const sample of new AudioSampleSink(audio).samples()) {
    progress((1 + sample.timestamp / seconds) / 2);
    const heard = channelsOf(sample).some(isHeard);
    sample.close();
    if (heard) return false;
    silent = true;
  }
  return silent;
}
