import type { AudioSampleSink } from 'mediabunny';
import { laneKey } from '../shared/composition/ahead.ts';
import type { FrameIndex } from '../shared/composition/frame-index.ts';
import { gainAt, type GainPoint, soundingWithin } from '../shared/composition/sound.ts';
import { createSoundLane, type SoundLane } from './sound-lane.ts';
import { blockSeconds, soundRate, type SoundBlock } from './protocol.ts';

export type Mixer = {
  /** What is heard from this second of the composition on, for `blockSeconds`. Louder than full is held at full. */
  readonly block: (index: FrameIndex, from: number) => Promise<SoundBlock>;
  /** Forgets what was read ahead. */
  readonly reset: () => void;
};

/** `soundOf`: the sound of a media id; null where it has none, or cannot be had. `onEnd`: there is none of it from this second on. */
export function createMixer(
  soundOf: (mediaId: string) => Promise<AudioSampleSink | null>,
  onEnd: (mediaId: string, seconds: number) => void = () => undefined,
): Mixer {
  let lanes = new Map<string, SoundLane>();

  return {
    block: async (index, from) => {
      const count = Math.round(blockSeconds * soundRate);
      const block = { from, left: new Float32Array(count), right: new Float32Array(count) };
      const used = new Map<string, SoundLane>();
      for (const { clip, from: start, to, sourceAt, gains } of soundingWithin(index, from, from + blockSeconds)) {
        if (clip.source === null) continue;
        const { mediaId } = clip.source;
        const sink = await soundOf(mediaId);
        if (sink === null) continue;
        const key = laneKey(clip);
        const opened = lanes.get(key) ?? used.get(key);
        const lane = opened ?? createSoundLane(sink, sourceAt, (seconds) => onEnd(mediaId, seconds));
        used.set(key, lane);
        const even = evenGain(gains);
        const offset = Math.round((start - from) * soundRate);
        await lane.mix(
          {
            left: block.left,
            right: block.right,
            offset,
            count: Math.min(count - offset, Math.round((to - start) * soundRate)),
            gainOf: even === null ? (at) => gainAt(gains, start + at / soundRate) : () => even,
          },
          sourceAt,
          clip.speed / soundRate,
        );
      }
      for (const [key, lane] of lanes) if (!used.has(key)) lane.close();
      lanes = used;
      limit(block.left);
      limit(block.right);
      return block;
    },
    reset: () => {
      for (const lane of lanes.values()) lane.close();
      lanes = new Map();
    },
  };
}

/** The loudness of a clip that is equally loud all the time; null of any other. */
function evenGain(gains: readonly GainPoint[]): number | null {
  const [first] = gains;
  return first !== undefined && gains.every(({ gain }) => gain === first.gain) ? first.gain : null;
}

function limit(values: Float32Array): void {
  for (let at = 0; at < values.length; at += 1) values[at] = Math.max(-1, Math.min(1, values[at] ?? 0));
}
