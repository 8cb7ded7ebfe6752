import { AudioSample, AudioSampleSource, type Output, Quality, VideoSample, VideoSampleSource } from 'mediabunny';
import { soundRate } from '../compositor/protocol.ts';
import { secondsOf, type Rate } from '../shared/composition/rate.ts';
import type { Size } from '../shared/composition/place.ts';
import { ensureAac } from './encoding.ts';
import { mp4File } from './mp4-file.ts';
import type { TaskContext } from './wire.ts';

/** Stereo at 48 kHz, -1..1; both sides are equally long. */
type Sound = { readonly left: Float32Array; readonly right: Float32Array };

type FilmJob = Size & {
  readonly rate: Rate;
  readonly frames: number;
  readonly draw: (context: OffscreenCanvasRenderingContext2D, frame: number) => Promise<void> | void;
  /** A frame that need not be drawn; null where it is to be drawn. */
  readonly undrawn?: (frame: number, size: Size) => Promise<VideoFrame | null>;
  /** What is heard from this second on, for about `blockSeconds`; it is never asked for the same twice. */
  readonly sound: (from: number) => Promise<Sound> | Sound;
};

/** How long a piece of sound is that is encoded at once. */
const blockSeconds = 0.1;
/** Bits for each pixel of each second: about 4 Mb/s at 720p, which painted gradients need. */
const bitsPerPixel = 4.4;
const soundQuality = new Quality({ bitrate: 160_000 });
/** In seconds. */
const keyFrameInterval = 2;
/** Blocks of sound that may wait for their encoder before the pictures do. */
const mostBlocks = 20;
/** One more than the encoder holds: a canvas that it still reads is copied whole when it is drawn on. */
const canvases = 6;

/** Has a file filled and ends it. One that fails gives its encoders back at once: the page may live on for long. */
async function write(context: TaskContext, fill: (output: Output) => Promise<void>): Promise<void> {
  const output = mp4File(context);
  try {
    await fill(output);
    await output.finalize();
  } catch (error) {
    output.cancel().catch(() => undefined);
    throw error;
  }
}

/** Draws, encodes and writes a film with its sound, H.264 and AAC. */
export function writeFilm(job: FilmJob, context: TaskContext): Promise<void> {
  return write(context, (output) => fillFilm(output, job, context));
}

async function fillFilm(output: Output, job: FilmJob, context: TaskContext): Promise<void> {
  const { width, height, rate, frames } = job;
  const stages = Array.from({ length: canvases }, () => stageOf(width, height));
  const pictures = new VideoSampleSource({
    codec: 'avc',
    quality: new Quality({ bitrate: Math.round(width * height * bitsPerPixel) }),
    keyFrameInterval,
  });
  output.addVideoTrack(pictures, { frameRate: rate.numerator / rate.denominator });
  const sound = await soundTrack(output);
  await output.start();
  const seconds = secondsOf(rate, frames);
  let heard = 0;
  const blocks: Promise<void>[] = [];
  for (let frame = 0; frame < frames; frame += 1) {
    const at = secondsOf(rate, frame);
    // It is decoded while the sound is mixed.
    const undrawing = job.undrawn?.(frame, job);
    undrawing?.catch(() => undefined);
    // Sound a little ahead of the picture, so that the file is well mixed.
    for (; heard <= at && heard < seconds; heard += blockSeconds) {
      const [from, block] = [heard, within(await job.sound(heard), seconds - heard)];
      const added = (blocks.at(-1) ?? Promise.resolve()).then(() => sound.add(block, from));
      // Whoever awaits it hears of it; until then the next frames are drawn.
      added.catch(() => undefined);
      blocks.push(added);
      if (blocks.length > mostBlocks) await blocks.shift();
    }
    const stage = stages[frame % canvases] ?? stageOf(width, height);
    const undrawn = (await undrawing) ?? null;
    if (undrawn === null) {
      await turn();
      await job.draw(stage, frame);
      await turn();
    }
    const times = { timestamp: at, duration: rate.denominator / rate.numerator };
    const picture = new VideoSample(undrawn ?? stage.canvas, times);
    await pictures.add(picture);
    picture.close();
    context.progress((frame + 1) / frames);
  }
  await blocks.at(-1);
}

function stageOf(width: number, height: number): OffscreenCanvasRenderingContext2D {
  const stage = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true, alpha: false });
  if (stage === null) throw new Error('There is no canvas');
  return stage;
}

const { port1, port2 } = new MessageChannel();

/** Lets the sound's encoder have its say, whose messages wait for as long as only pictures are drawn. */
function turn(): Promise<void> {
  return new Promise((done) => {
    port1.addEventListener('message', () => done(), { once: true });
    port1.start();
    port2.postMessage(null);
  });
}

/** Writes sound alone. */
export function writeSound(whole: Sound, context: TaskContext): Promise<void> {
  return write(context, async (output) => {
    const sound = await soundTrack(output);
    await output.start();
    const count = Math.round(blockSeconds * soundRate);
    for (let at = 0; at < whole.left.length; at += count) {
      const piece = { left: whole.left.subarray(at, at + count), right: whole.right.subarray(at, at + count) };
      await sound.add(piece, at / soundRate);
      context.progress(at / whole.left.length);
    }
  });
}

async function soundTrack(output: Output): Promise<{ readonly add: (sound: Sound, at: number) => Promise<void> }> {
  const config = { numberOfChannels: 2, sampleRate: soundRate, quality: soundQuality };
  const latency = await ensureAac(config);
  const source = new AudioSampleSource({ codec: 'aac', quality: soundQuality });
  output.addAudioTrack(source);
  return {
    /** The encoder's delay is taken off beforehand. */
    add: async ({ left, right }, at) => {
      const data = new Float32Array(left.length * 2);
      data.set(left);
      data.set(right, left.length);
      const timestamp = (Math.round(at * soundRate) - latency) / soundRate;
      const sample = new AudioSample({
        data,
        format: 'f32-planar',
        numberOfChannels: 2,
        sampleRate: soundRate,
        timestamp,
      });
      await source.add(sample);
      sample.close();
    },
  };
}

/** No longer than the film. */
function within({ left, right }: Sound, seconds: number): Sound {
  const count = Math.min(left.length, Math.round(seconds * soundRate));
  return { left: left.subarray(0, count), right: right.subarray(0, count) };
}
