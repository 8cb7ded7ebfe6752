import type { Mood } from '../../shared/scene/scene.ts';

/** How a mood sounds. Levels 0..1; `bpm` from slowest to fastest; chords by their step of the scale, 0 the home chord, one a bar. */
export type MoodStyle = {
  readonly bpm: readonly [number, number];
  readonly mode: 'major' | 'minor';
  /** Chords of four notes instead of three: softer, jazzier. */
  readonly hasSevenths: boolean;
  readonly progressions: readonly (readonly number[])[];
  /** Steps between the notes of the broken chord, in sixteenths of a bar. */
  readonly arpeggioStep: 1 | 2 | 4;
  readonly levels: {
    readonly pad: number;
    readonly keys: number;
    readonly bass: number;
    readonly lead: number;
    readonly drums: number;
  };
  readonly drums: 'none' | 'soft' | 'dance' | 'march';
  /** How much later the second half of a beat comes, as a share of an eighth. */
  readonly swing: number;
  /** 0..1: how much of the room is heard. */
  readonly room: number;
};

export const moodStyles: Readonly<Record<Mood, MoodStyle>> = {
  calm: {
    bpm: [66, 76],
    mode: 'major',
    hasSevenths: false,
    progressions: [
      [0, 4, 5, 3],
      [0, 2, 3, 0],
      [3, 0, 4, 5],
    ],
    arpeggioStep: 2,
    levels: { pad: 0.5, keys: 0.5, bass: 0.35, lead: 0.3, drums: 0 },
    drums: 'none',
    swing: 0,
    room: 0.4,
  },
  upbeat: {
    bpm: [108, 122],
    mode: 'major',
    hasSevenths: false,
    progressions: [
      [0, 4, 5, 3],
      [3, 0, 4, 5],
      [0, 3, 5, 4],
    ],
    arpeggioStep: 2,
    levels: { pad: 0.25, keys: 0.5, bass: 0.55, lead: 0.4, drums: 0.7 },
    drums: 'dance',
    swing: 0,
    room: 0.18,
  },
  lofi: {
    bpm: [72, 82],
    mode: 'minor',
    hasSevenths: true,
    progressions: [
      [3, 6, 2, 5],
      [0, 5, 3, 4],
      [5, 3, 0, 6],
    ],
    arpeggioStep: 4,
    levels: { pad: 0.3, keys: 0.6, bass: 0.5, lead: 0.25, drums: 0.5 },
    drums: 'soft',
    swing: 0.3,
    room: 0.25,
  },
  epic: {
    bpm: [84, 96],
    mode: 'minor',
    hasSevenths: false,
    progressions: [
      [0, 5, 2, 6],
      [5, 6, 0, 0],
      [0, 3, 5, 6],
    ],
    arpeggioStep: 1,
    levels: { pad: 0.7, keys: 0.3, bass: 0.6, lead: 0.45, drums: 0.8 },
    drums: 'march',
    swing: 0,
    room: 0.45,
  },
  sad: {
    bpm: [58, 66],
    mode: 'minor',
    hasSevenths: false,
    progressions: [
      [0, 5, 2, 6],
      [0, 3, 5, 4],
      [5, 2, 6, 0],
    ],
    arpeggioStep: 2,
    levels: { pad: 0.45, keys: 0.55, bass: 0.3, lead: 0.35, drums: 0 },
    drums: 'none',
    swing: 0,
    room: 0.45,
  },
  dreamy: {
    bpm: [68, 78],
    mode: 'major',
    hasSevenths: true,
    progressions: [
      [0, 2, 3, 5],
      [3, 2, 5, 0],
      [0, 5, 3, 3],
    ],
    arpeggioStep: 4,
    levels: { pad: 0.7, keys: 0.4, bass: 0.3, lead: 0.3, drums: 0.25 },
    drums: 'soft',
    swing: 0,
    room: 0.55,
  },
};
