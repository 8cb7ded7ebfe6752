import { blockSeconds, soundRate, type SoundBlock } from '../../compositor/protocol.ts';

/** Plays blocks of sound one after the other, and tells what is heard when. */
type Speaker = {
  readonly add: (block: SoundBlock) => void;
  /** Begins with this second of the composition, at this speed; what was added for later follows by itself. */
  readonly start: (second: number, speed: number) => void;
  readonly stop: () => void;
  /** 0..1. */
  readonly setVolume: (volume: number) => void;
  /** The second of the composition that is heard, and when (epoch ms); null while nothing sounds. */
  readonly heard: () => { readonly second: number; readonly epochMs: number } | null;
  readonly close: () => void;
};

/** Room to put the first blocks in before they are due. In seconds. */
const leadSeconds = 0.05;
/** A change of volume without a click. In seconds. */
const smooth = 0.02;

let shared: AudioContext | null = null;

/** Chromium lets go of no context, not even of a closed one: all speakers have this one. */
function sharedContext(): AudioContext {
  shared ??= new AudioContext({ sampleRate: soundRate, latencyHint: 'interactive' });
  return shared;
}

export function createSpeaker(): Speaker {
  const context = sharedContext();
  const gain = new GainNode(context);
  gain.connect(context.destination);
  let waiting: SoundBlock[] = [];
  let playing: { readonly at: number; readonly second: number; readonly speed: number } | null = null;
  const sounding = new Set<AudioBufferSourceNode>();

  const schedule = ({ from, left, right }: SoundBlock): void => {
    if (playing === null) return;
    const buffer = new AudioBuffer({ length: left.length, numberOfChannels: 2, sampleRate: soundRate });
    buffer.copyToChannel(left, 0);
    buffer.copyToChannel(right, 1);
    const node = new AudioBufferSourceNode(context, { buffer, playbackRate: playing.speed });
    const at = playing.at + (from - playing.second) / playing.speed;
    // A block that comes too late is heard from where it should be by now.
    const late = Math.max(0, context.currentTime - at);
    if (late * playing.speed >= blockSeconds) return;
    node.connect(gain);
    node.start(Math.max(at, context.currentTime), late * playing.speed);
    sounding.add(node);
    node.addEventListener('ended', () => sounding.delete(node));
  };

  const stop = (): void => {
    playing = null;
    waiting = [];
    for (const node of sounding) node.stop();
    sounding.clear();
  };

  return {
    add: (block) => {
      if (playing === null) waiting.push(block);
      else schedule(block);
    },
    start: (second, speed) => {
      void context.resume();
      playing = { at: context.currentTime + leadSeconds, second, speed };
      const blocks = waiting;
      waiting = [];
      blocks.forEach(schedule);
    },
    stop,
    setVolume: (volume) => void gain.gain.setTargetAtTime(volume, context.currentTime, smooth),
    heard: () => {
      if (playing === null || context.state !== 'running') return null;
      const { contextTime = 0, performanceTime = 0 } = context.getOutputTimestamp();
      if (performanceTime === 0) return null;
      return {
        second: playing.second + (contextTime - playing.at) * playing.speed,
        epochMs: performance.timeOrigin + performanceTime,
      };
    },
    close: () => {
      stop();
      gain.disconnect();
    },
  };
}
