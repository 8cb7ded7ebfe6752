import { createRandom } from '../../shared/random.ts';
import type { MusicOrder } from '../../shared/scene/music-order.ts';
import { moodStyles } from './moods.ts';
import { type Note, type Voice, writeScore } from './score.ts';

export const sampleRate = 48_000;

/** Two channels of samples, -1..1, 48,000 a second. */
type Stereo = { readonly left: Float32Array; readonly right: Float32Array };

/** How a voice sounds: its overtones, how it begins (seconds), dies away (seconds to 37 %; 0: held) and ends (seconds). */
type Timbre = {
  readonly overtones: readonly number[];
  readonly attack: number;
  readonly decay: number;
  readonly release: number;
  /** Cents between the two halves of its sound, left and right: makes it wide. */
  readonly detune: number;
};

const timbres: Readonly<Record<Exclude<Voice, 'kick' | 'snare' | 'hat'>, Timbre>> = {
  pad: { overtones: [1, 0.45, 0.25, 0.14, 0.08, 0.05], attack: 0.35, decay: 0, release: 0.8, detune: 7 },
  keys: { overtones: [1, 0.3, 0.12, 0.04], attack: 0.006, decay: 0.7, release: 0.25, detune: 2 },
  bass: { overtones: [1, 0.5, 0.2, 0.08], attack: 0.012, decay: 1.4, release: 0.08, detune: 0 },
  lead: { overtones: [1, 0.22, 0.3, 0.06, 0.08], attack: 0.03, decay: 1.2, release: 0.3, detune: 4 },
};

const tableSize = 2048;

/** Composes and plays a piece of music that fades out at its end. The same order gives the same samples. */
export function composeMusic(order: MusicOrder): Stereo {
  return play(writeScore(order), order.seconds, moodStyles[order.mood].room);
}

/** Plays notes into two channels of so many seconds: the room's echo is added, the end fades out. */
function play(notes: readonly Note[], seconds: number, room: number): Stereo {
  const length = Math.round(seconds * sampleRate);
  const sound = { left: new Float32Array(length), right: new Float32Array(length) };
  const echo = new Float32Array(length);
  const tables = new Map(Object.entries(timbres).map(([voice, timbre]) => [voice, waveOf(timbre)]));
  for (const note of notes) {
    const { voice } = note;
    if (voice === 'kick' || voice === 'snare' || voice === 'hat') hit(voice, note, sound);
    else tone(timbres[voice], tables.get(voice) ?? new Float32Array(tableSize), note, sound, echo);
  }
  addRoom(echo, room, sound);
  finish(sound);
  return sound;
}

function waveOf({ overtones }: Timbre): Float32Array {
  const sum = overtones.reduce((all, level) => all + level, 0);
  return Float32Array.from({ length: tableSize }, (_, at) =>
    overtones.reduce((wave, level, n) => wave + (level / sum) * Math.sin(((n + 1) * at * 2 * Math.PI) / tableSize), 0),
  );
}

function tone(timbre: Timbre, wave: Float32Array, note: Note, { left, right }: Stereo, echo: Float32Array): void {
  const start = Math.round(note.at * sampleRate);
  const held = Math.round(note.length * sampleRate);
  const end = Math.min(left.length, start + held + Math.round(timbre.release * sampleRate));
  const step = (440 * 2 ** ((note.pitch - 69) / 12) * tableSize) / sampleRate;
  const apart = 2 ** (timbre.detune / 2400);
  const fall = timbre.decay === 0 ? 1 : Math.exp(-1 / (timbre.decay * sampleRate));
  const attack = timbre.attack * sampleRate;
  const release = timbre.release * sampleRate;
  const toLeft = note.level * Math.sqrt((1 - note.pan) / 2);
  const toRight = note.level * Math.sqrt((1 + note.pan) / 2);
  let body = 1;
  for (let at = Math.max(0, start); at < end; at += 1) {
    const since = at - start;
    body *= fall;
    const loud = body * Math.min(1, since / attack) * Math.min(1, (end - at) / release);
    // Without interpolation a table of this size is below -60 dB of noise for these few overtones.
    const a = (wave[(since * step * apart) & (tableSize - 1)] ?? 0) * loud;
    const b = (wave[((since * step) / apart) & (tableSize - 1)] ?? 0) * loud;
    left[at] = (left[at] ?? 0) + a * toLeft;
    right[at] = (right[at] ?? 0) + b * toRight;
    echo[at] = (echo[at] ?? 0) + (a + b) * note.level * 0.5;
  }
}

function hit(voice: 'kick' | 'snare' | 'hat', note: Note, { left, right }: Stereo): void {
  const start = Math.round(note.at * sampleRate);
  const end = Math.min(left.length, start + Math.round(note.length * sampleRate));
  const noise = createRandom(start);
  const fall = 5 / (note.length * sampleRate);
  let phase = 0;
  let last = 0;
  for (let at = Math.max(0, start); at < end; at += 1) {
    const since = at - start;
    const loud = Math.exp(-since * fall) * Math.min(1, since / 48) * note.level;
    let value: number;
    if (voice === 'kick') {
      phase += (2 * Math.PI * (45 + 90 * Math.exp(-since / 1200))) / sampleRate;
      value = Math.sin(phase) * 0.9;
    } else {
      const white = noise.next() * 2 - 1;
      // The difference of neighbours leaves the highs of the noise.
      value =
        voice === 'hat'
          ? (white - last) * 0.4
          : white * 0.3 + Math.sin((since * 2 * Math.PI * 190) / sampleRate) * 0.25;
      last = white;
    }
    left[at] = (left[at] ?? 0) + value * loud * (1 - note.pan * 0.4);
    right[at] = (right[at] ?? 0) + value * loud * (1 + note.pan * 0.4);
  }
}

/** Lengths of the room's echoes, in samples at 48 kHz: no two share a divisor, so that no pitch rings (Schroeder). */
const combs = [1687, 1601, 2053, 2251] as const;
const passes = [241, 607] as const;
const wider = 29;

/** A room after Schroeder: echoes side by side, each a little darker than the one before, then smeared; another for each ear. */
function addRoom(dry: Float32Array, share: number, { left, right }: Stereo): void {
  for (const [channel, shift] of [
    [left, 0],
    [right, wider],
  ] as const) {
    const wet = new Float32Array(dry.length);
    for (const length of combs) comb(dry, wet, length + shift);
    for (const length of passes) allPass(wet, length + shift);
    for (let at = 0; at < wet.length; at += 1) channel[at] = (channel[at] ?? 0) + (wet[at] ?? 0) * share * 0.35;
  }
}

function comb(dry: Float32Array, wet: Float32Array, length: number): void {
  const line = new Float32Array(length);
  let dark = 0;
  for (let at = 0, slot = 0; at < dry.length; at += 1, slot = slot + 1 === length ? 0 : slot + 1) {
    const echo = line[slot] ?? 0;
    dark = echo * 0.7 + dark * 0.3;
    line[slot] = (dry[at] ?? 0) + dark * 0.8;
    wet[at] = (wet[at] ?? 0) + echo;
  }
}

function allPass(sound: Float32Array, length: number): void {
  const line = new Float32Array(length);
  for (let at = 0, slot = 0; at < sound.length; at += 1, slot = slot + 1 === length ? 0 : slot + 1) {
    const echo = line[slot] ?? 0;
    const here = sound[at] ?? 0;
    line[slot] = here + echo * 0.5;
    sound[at] = echo - here * 0.5;
  }
}

const loudestSample = 0.8;
/** So loud is every mood: about -16 LUFS. */
const meanLevel = 0.1;

/** The root mean square without the lowest notes, which the ear hardly weighs. */
function levelOf(...channels: readonly Float32Array[]): number {
  const smoothing = 1 - Math.exp((-2 * Math.PI * 120) / sampleRate);
  let [sum, count] = [0, 0];
  for (const channel of channels) {
    let low = 0;
    for (const sample of channel) {
      low += (sample - low) * smoothing;
      sum += (sample - low) ** 2;
    }
    count += channel.length;
  }
  return Math.sqrt(sum / count);
}

/** Fades the end out and brings every piece to the same loudness. */
function finish({ left, right }: Stereo): void {
  const fade = Math.min(left.length / 3, 2.5 * sampleRate);
  let peak = 0;
  for (const channel of [left, right]) {
    for (let at = 0; at < channel.length; at += 1) {
      const rest = Math.min(1, (channel.length - 1 - at) / fade);
      const value = Math.tanh((channel[at] ?? 0) * 0.9) * rest * rest * (3 - 2 * rest);
      channel[at] = value;
      peak = Math.max(peak, Math.abs(value));
    }
  }
  const gain = Math.min(loudestSample / Math.max(peak, 1e-9), meanLevel / Math.max(levelOf(left, right), 1e-9));
  for (const channel of [left, right])
    for (let at = 0; at < channel.length; at += 1) channel[at] = (channel[at] ?? 0) * gain;
}
