import { AudioSampleSink, CanvasSink, type InputAudioTrack, type InputVideoTrack } from 'mediabunny';
import type { TaskAnswer } from '../shared/media-worker-protocol.ts';
import { fitInto } from './canvas.ts';
import { frameQuality, framesToWatch, isOneColour } from './frame-quality.ts';
import { isHeard } from './peaks.ts';
import { CannotDecode, withTracks } from './source.ts';
import { channelsOf } from './waveform.ts';
import type { Desktop } from './wire.ts';

/** Small is enough to see that there is something. */
const box = { width: 160, height: 120 } as const;

/**
 * Whether the source shows one colour, and lets hear nothing, from beginning to end. The first frame and the first sound that are
 * something end the search, so that an ordinary film costs little. Throws `CannotDecode` where neither can be decoded.
 */
export async function watch({ sourceUrl, progress }: Desktop): Promise<TaskAnswer<'watch'>> {
  const found = await withTracks(sourceUrl, async ({ video, audio }) => {
    const [sees, hears] = [(await video?.canDecode()) === true, (await audio?.canDecode()) === true];
    if (!sees && !hears) return null;
    return {
      black: video !== null && sees && (await isBlack(video, progress)),
      silent: audio !== null && hears && (await isSilent(audio, progress)),
    };
  });
  if (found === null) throw new CannotDecode();
  return found;
}

async function isBlack(video: InputVideoTrack, progress: Desktop['progress']): Promise<boolean> {
  const size = fitInto({ width: await video.getDisplayWidth(), height: await video.getDisplayHeight() }, box);
  const sink = new CanvasSink(video, { ...size, fit: 'fill', poolSize: 1 });
  const first = await video.getFirstTimestamp();
  const times = framesToWatch((await video.computeDuration()) - first).map((at) => first + at);
  let [seen, blank] = [0, false];
  for await (const frame of sink.canvasesAtTimestamps(times)) {
    // Frames are the first half of the work, the sound the second.
    progress((seen += 1) / times.length / 2);
    const context = (frame?.canvas as HTMLCanvasElement | undefined)?.getContext('2d');
    if (!context) continue;
    if (!isOneColour(frameQuality(context.getImageData(0, 0, size.width, size.height).data))) return false;
    blank = true;
  }
  return blank;
}

async function isSilent(audio: InputAudioTrack, progress: Desktop['progress']): Promise<boolean> {
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
