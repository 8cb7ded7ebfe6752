import type { AudioSample, AudioSampleSink } from 'mediabunny';

/** Stereo at the source's own rate, -1..1. */
type Chunk = { readonly at: number; readonly rate: number; readonly left: Float32Array; readonly right: Float32Array };

/** The sound of one clip, read forward. */
export type SoundLane = {
  /**
   * Adds `count` values to `left` and `right` from `offset` on, each times `gainOf(index)`. The first is heard at second `from` of the
   * source, each next one `step` seconds later. Where the source has nothing there is silence.
   */
  readonly mix: (into: Mix, from: number, step: number) => Promise<void>;
  readonly close: () => void;
};

type Mix = {
  readonly left: Float32Array;
  readonly right: Float32Array;
  readonly offset: number;
  readonly count: number;
  readonly gainOf: (index: number) => number;
};

/** A jump in time beyond this begins anew instead of reading on. In seconds. */
const readsOn = 1;

/** What cannot be decoded is passed over: so much of it at first, then twice as much each time. In seconds. */
const leastSkip = 0.1;
const mostSkip = 30;

/** `onEnd`: it is over, or cannot be read on, at this second of the source. */
export function createSoundLane(
  sink: AudioSampleSink,
  from: number,
  onEnd: (seconds: number) => void = () => undefined,
): SoundLane {
  let samples = sink.samples(Math.max(0, from));
  let chunks: Chunk[] = [];
  let ended = false;
  /** Up to where it was read; what was heard last ends at `heardTo`. */
  let [readTo, heardTo] = [Math.max(0, from), Math.max(0, from)];
  let skip = leastSkip;

  const end = (): void => {
    if (!ended) onEnd(heardTo);
    ended = true;
  };
  const readOne = async (): Promise<void> => {
    const { value, done } = await samples.next();
    if (done === true) return end();
    const chunk = stereo(value);
    chunks.push(chunk);
    readTo = heardTo = endOf(chunk);
    skip = leastSkip;
  };
  /** Decoders give up at what they cannot read: they begin anew a little behind it. */
  const passOver = (error: unknown): void => {
    if (skip > mostSkip) throw error;
    readTo += skip;
    skip *= 2;
    samples = sink.samples(readTo);
  };
  const endOf = (chunk: Chunk): number => chunk.at + chunk.left.length / chunk.rate;
  const cover = async (start: number, end: number): Promise<void> => {
    const last = chunks.at(-1);
    const first = chunks[0];
    const isFar =
      first === undefined || last === undefined ? false : start < first.at - 0.001 || start > endOf(last) + readsOn;
    if (isFar) {
      await samples.return().catch(() => undefined);
      samples = sink.samples(Math.max(0, start));
      readTo = heardTo = Math.max(0, start);
      chunks = [];
      ended = false;
    }
    chunks = chunks.filter((chunk) => endOf(chunk) > start - 0.01);
    while (!ended && endOf(chunks.at(-1) ?? { at: -1, rate: 1, left: empty, right: empty }) < end) {
      await readOne().catch(passOver);
    }
  };

  return {
    mix: async ({ left, right, offset, count, gainOf }, start, step) => {
      await cover(start, start + count * step + 0.01).catch(end);
      let at = 0;
      for (let index = 0; index < count; index += 1) {
        const second = start + index * step;
        while (at < chunks.length - 1 && (chunks[at + 1]?.at ?? Infinity) <= second + halfSample) at += 1;
        const chunk = chunks[at];
        if (chunk === undefined || second < chunk.at - halfSample || second >= endOf(chunk)) continue;
        const place = Math.max(0, (second - chunk.at) * chunk.rate);
        const gain = gainOf(index);
        const next = chunks[at + 1];
        left[offset + index] = (left[offset + index] ?? 0) + gain * between(chunk.left, place, next?.left);
        right[offset + index] = (right[offset + index] ?? 0) + gain * between(chunk.right, place, next?.right);
      }
    },
    close: () => void samples.return().catch(() => undefined),
  };
}

const empty = new Float32Array(0);
/** Times that are written in microseconds lose less than this. */
const halfSample = 5e-6;

/** A value between two samples, by the straight line; past the chunk's last one the next chunk begins. */
function between(values: Float32Array, place: number, next: Float32Array | undefined): number {
  const before = Math.floor(place);
  const share = place - before;
  const first = values[before] ?? 0;
  if (share < 0.001) return first;
  return first + share * ((values[before + 1] ?? next?.[0] ?? first) - first);
}

/** More channels than two are mixed down: each beyond the second to both sides, at half. */
function stereo(sample: AudioSample): Chunk {
  const { numberOfChannels, numberOfFrames, sampleRate, timestamp } = sample;
  const read = (channel: number): Float32Array => {
    const values = new Float32Array(numberOfFrames);
    sample.copyTo(values, { planeIndex: channel, format: 'f32-planar' });
    return values;
  };
  const left = read(0);
  const right = numberOfChannels > 1 ? read(1) : left.slice();
  for (let channel = 2; channel < numberOfChannels; channel += 1) {
    const more = read(channel);
    for (const [index, value] of more.entries()) {
      left[index] = (left[index] ?? 0) + value / 2;
      right[index] = (right[index] ?? 0) + value / 2;
    }
  }
  sample.close();
  return { at: timestamp, rate: sampleRate, left, right };
}
