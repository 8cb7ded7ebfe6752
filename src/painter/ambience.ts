import { createRandom, mixSeed, type Random } from '../shared/random.ts';
import type { Place, Scene, Shot } from '../shared/scene/scene.ts';

/** A noise: how much is left of it below and above two corners (hertz), how loud it is, how deep and how often (hertz) it swells. */
type Noise = {
  readonly low: number;
  readonly high: number;
  readonly gain: number;
  readonly swell: number;
  readonly pace: number;
};

const noise = (low: number, high: number, gain: number, swell = 0, pace = 0.1): Noise => ({
  low,
  high,
  gain,
  swell,
  pace,
});

const wind = noise(120, 500, 0.16, 0.6, 0.13);
const waves = noise(150, 1800, 0.16, 0.85, 0.14);
const rain = noise(900, 9000, 0.05);
const hum = noise(40, 220, 0.22, 0.3, 0.21);
const room = noise(60, 400, 0.07);
const leaves = noise(1200, 5000, 0.03, 0.7, 0.19);
const brook = noise(500, 3500, 0.05, 0.25, 0.9);

const places: Readonly<Partial<Record<Place, readonly Noise[]>>> = {
  city: [hum],
  street: [hum],
  market: [hum, room],
  road: [hum, wind],
  railway: [hum, wind],
  cafe: [room],
  kitchen: [room],
  room: [room],
  studio: [room],
  stage: [room],
  sea: [waves, wind],
  beach: [waves],
  lake: [brook, wind],
  river: [brook],
  underwater: [noise(30, 160, 0.3, 0.5, 0.3)],
  forest: [leaves, wind],
  meadow: [leaves, wind],
  park: [leaves],
  space: [noise(30, 120, 0.3, 0.4, 0.07)],
  moon: [noise(30, 120, 0.3, 0.4, 0.07)],
};

/** Seconds over which one shot's sound gives way to the next, and the film's begins and ends. */
const blend = 0.4;

/** The quiet sound of a scene's places and weather, as long as the scene; -1..1 at `rate` hertz. The same scene sounds the same. */
export function ambienceOf(
  { shots, seconds, seed }: Scene,
  rate: number,
): { readonly left: Float32Array; readonly right: Float32Array } {
  const count = Math.round(seconds * rate);
  const sides = [new Float32Array(count), new Float32Array(count)] as const;
  let start = 0;
  for (const [index, shot] of shots.entries()) {
    for (const [which, heard] of noisesOf(shot).entries())
      for (const [side, values] of sides.entries())
        addNoise(values, heard, createRandom(mixSeed(seed, index, which, side)), {
          from: start,
          to: start + shot.seconds,
          rate,
        });
    start += shot.seconds;
  }
  const [left, right] = sides;
  return { left, right };
}

function noisesOf({ place, weather }: Shot): readonly Noise[] {
  const there = places[place] ?? [wind];
  return weather === 'rain' || weather === 'storm' ? [...there, rain] : there;
}

type Stretch = { readonly from: number; readonly to: number; readonly rate: number };

function addNoise(
  values: Float32Array,
  { low, high, gain, swell, pace }: Noise,
  random: Random,
  { from, to, rate }: Stretch,
): void {
  const [lowShare, highShare] = [shareOf(low, rate), shareOf(high, rate)];
  const phase = random.int(0, 628) / 100;
  // A generator of its own for the samples: a million calls must not cost a second.
  let state = random.int(1, 2 ** 31 - 1);
  let [slow, quick] = [0, 0];
  const end = Math.min(values.length, Math.round((to + blend / 2) * rate));
  for (let at = Math.max(0, Math.round((from - blend / 2) * rate)); at < end; at += 1) {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7f_ff_ff_ff;
    quick += (state / 2 ** 30 - 1 - quick) * highShare;
    slow += (quick - slow) * lowShare;
    const second = at / rate;
    const rising = (second - from + blend / 2) / blend;
    const falling = (to + blend / 2 - second) / blend;
    const loud = 1 - (swell / 2) * (1 + Math.sin(phase + 2 * Math.PI * pace * second));
    values[at] = (values[at] ?? 0) + (quick - slow) * gain * loud * Math.max(0, Math.min(1, rising, falling));
  }
}

/** How far a filter of one pole goes to each new value. */
function shareOf(hertz: number, rate: number): number {
  return 1 - Math.exp((-2 * Math.PI * hertz) / rate);
}
