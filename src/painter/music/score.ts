import { createRandom, type Random } from '../../shared/random.ts';
import type { MusicOrder } from '../../shared/scene/music-order.ts';
import { moodStyles, type MoodStyle } from './moods.ts';

export type Voice = 'pad' | 'keys' | 'bass' | 'lead' | 'kick' | 'snare' | 'hat';

/** `at` and `length` in seconds, `pitch` as in MIDI (60: middle C), `level` 0..1, `pan` -1 (left) to 1. */
export type Note = {
  readonly voice: Voice;
  readonly at: number;
  readonly length: number;
  readonly pitch: number;
  readonly level: number;
  readonly pan: number;
};

const scales = {
  major: [0, 2, 4, 5, 7, 9, 11],
  minor: [0, 2, 3, 5, 7, 8, 10],
  // Five notes on seven steps, so that the same chords can be asked for.
  pentatonic: [0, 2, 4, 4, 7, 9, 9],
} as const;
/** Steps from a chord's root to its notes, from the fifth below on: a sixth beside the fifth would rub. */
const chordSteps = [-3, 0, 2, 4] as const;
/** Rhythms of a melody's bar: when its notes begin, in sixteenths. */
const rhythms = [
  [0, 6, 8],
  [0, 4, 6, 12],
  [0, 3, 8, 12],
  [2, 4, 8, 14],
  [0, 8],
] as const;

type Plan = {
  readonly style: MoodStyle;
  readonly random: Random;
  readonly bars: number;
  /** Seconds. */
  readonly bar: number;
  /** The pitch of a step of the scale; step 0 is the home note near middle C. */
  readonly pitchOf: (step: number) => number;
  readonly chords: readonly number[];
};

/**
 * Writes the notes: chords held and broken, a bass, a melody that returns, a beat where one fits; instruments come in one after
 * another, and the last bar rests on the home chord. Whole bars fill the time, so the tempo may be a little off the wanted one.
 */
export function writeScore(order: MusicOrder): readonly Note[] {
  const style = moodStyles[order.mood];
  const random = createRandom(order.seed);
  const bpm = order.bpm ?? random.int(...style.bpm);
  const bars = Math.max(2, Math.round(order.seconds / (240 / bpm)));
  const scale = scales[order.mode ?? style.mode];
  const tonic = 57 + (((order.tonic ?? random.int(0, 11)) + 3) % 12);
  const progression = random.pick(style.progressions);
  const plan: Plan = {
    style,
    random,
    bars,
    bar: order.seconds / bars,
    pitchOf: (step) => tonic + 12 * Math.floor(step / 7) + (scale[((step % 7) + 7) % 7] ?? 0),
    chords: Array.from({ length: bars }, (_, bar) => (bar === bars - 1 ? 0 : (progression[bar % 4] ?? 0))),
  };
  return [...pad(plan), ...arpeggio(plan), ...bass(plan), ...melody(plan), ...beat(plan)];
}

/** The pitches of a bar's chord, folded into one octave from `lowest` on, so that chords lie close to each other. */
function chordOf({ style, pitchOf, chords }: Plan, bar: number, lowest: number): readonly number[] {
  const root = chords[bar] ?? 0;
  return (style.hasSevenths ? [0, 2, 4, 6] : [0, 2, 4])
    .map((third) => lowest + ((((pitchOf(root + third) - lowest) % 12) + 12) % 12))
    .toSorted((a, b) => a - b);
}

function eachBar(plan: Plan, from: number, to: number, write: (bar: number) => readonly Note[]): readonly Note[] {
  const first = plan.bars > 3 ? Math.round(plan.bars * from) : 0;
  const count = Math.max(0, Math.min(plan.bars, Math.round(plan.bars * to)) - first);
  return Array.from({ length: count }, (_, at) => write(first + at)).flat();
}

function pad(plan: Plan): readonly Note[] {
  const level = plan.style.levels.pad;
  return eachBar(plan, 0, 1, (bar) =>
    chordOf(plan, bar, 53).map((pitch, at) => ({
      voice: 'pad',
      at: bar * plan.bar,
      length: plan.bar * 1.05,
      pitch,
      level: level * 0.5,
      pan: at * 0.5 - 0.5,
    })),
  );
}

function arpeggio(plan: Plan): readonly Note[] {
  const { style, bar: barSeconds, random } = plan;
  const step = style.arpeggioStep;
  const shape = random.pick([
    [0, 1, 2, 3, 2, 1],
    [0, 2, 1, 3],
    [0, 1, 2, 1],
  ] as const);
  return eachBar(plan, 0, 1, (bar) => {
    const low = chordOf(plan, bar, 60);
    const tones = [...low, (low[0] ?? 60) + 12];
    const count = bar === plan.bars - 1 ? 1 : 16 / step;
    return Array.from({ length: count }, (_, at) => ({
      voice: 'keys',
      at: bar * barSeconds + swung(plan, at * step),
      length: barSeconds / 3,
      pitch: tones[(shape[at % shape.length] ?? 0) % tones.length] ?? 60,
      level: style.levels.keys * (at % 4 === 0 ? 0.6 : 0.42 + random.next() * 0.08),
      pan: 0.25,
    }));
  });
}

function bass(plan: Plan): readonly Note[] {
  const { style, bar: barSeconds } = plan;
  const starts = style.drums === 'dance' ? [0, 2, 4, 6, 8, 10, 12, 14] : style.drums === 'none' ? [0] : [0, 6, 8];
  return eachBar(plan, 0.12, 1, (bar) => {
    const root = chordOf(plan, bar, 36).find((pitch) => (pitch - plan.pitchOf(plan.chords[bar] ?? 0)) % 12 === 0) ?? 36;
    const played = bar === plan.bars - 1 ? [0] : starts;
    return played.map((start, at) => ({
      voice: 'bass',
      at: bar * barSeconds + swung(plan, start),
      length: ((played[at + 1] ?? 16) - start) * (barSeconds / 16) * 0.9,
      pitch: root,
      level: style.levels.bass * (at === 0 ? 0.9 : 0.7),
      pan: 0,
    }));
  });
}

/** Two bars of melody that return, each time on the chord of the bar; every fourth bar breathes out. */
function melody(plan: Plan): readonly Note[] {
  const { style, random, bar: barSeconds } = plan;
  const motifs = [0, 1].map(() =>
    random.pick(rhythms).map((start, at) => ({ start, step: at === 0 ? 0 : random.pick(chordSteps) })),
  );
  return eachBar(plan, 0.25, 0.94, (bar) => {
    const motif = bar % 4 === 3 ? (motifs[1] ?? []).slice(0, 1) : (motifs[bar % 2] ?? []);
    const home = plan.chords[bar] ?? 0;
    return motif.map(({ start, step }, at) => ({
      voice: 'lead',
      at: bar * barSeconds + swung(plan, start),
      length: (((motif[at + 1]?.start ?? 16) - start) * barSeconds) / 16,
      pitch: nearest(plan.pitchOf(home + step), 74),
      level: style.levels.lead * (at === 0 ? 0.6 : 0.5),
      pan: -0.2,
    }));
  });
}

function nearest(pitch: number, middle: number): number {
  return pitch + 12 * Math.round((middle - pitch) / 12);
}

type Hits = { readonly kick: readonly number[]; readonly snare: readonly number[]; readonly hat: readonly number[] };
const beats: Readonly<Record<MoodStyle['drums'], Hits>> = {
  none: { kick: [], snare: [], hat: [] },
  soft: { kick: [0, 7, 8], snare: [4, 12], hat: [0, 2, 4, 6, 8, 10, 12, 14] },
  dance: { kick: [0, 4, 8, 12], snare: [4, 12], hat: [2, 6, 10, 14] },
  march: { kick: [0, 3, 6, 8, 12, 14], snare: [8], hat: [] },
};

function beat(plan: Plan): readonly Note[] {
  const { style, bar: barSeconds, random } = plan;
  const hits = beats[style.drums];
  const level = style.levels.drums;
  return eachBar(plan, 0.2, 0.95, (bar) =>
    (['kick', 'snare', 'hat'] as const).flatMap((voice) =>
      hits[voice].map((start) => ({
        voice,
        at: bar * barSeconds + swung(plan, start),
        length: voice === 'kick' ? 0.35 : voice === 'snare' ? 0.22 : 0.06,
        pitch: 0,
        level: level * (voice === 'hat' ? 0.22 + random.next() * 0.1 : voice === 'snare' ? 0.5 : 0.9),
        pan: voice === 'hat' ? 0.3 : 0,
      })),
    ),
  );
}

/** Seconds from the bar's beginning of a sixteenth, with the mood's swing. */
function swung({ style, bar }: Plan, sixteenth: number): number {
  const late = sixteenth % 4 === 2 ? style.swing * 2 : 0;
  return ((sixteenth + late) * bar) / 16;
}
