import type { Random } from '../../shared/random.ts';
import type { Mood, Scene } from '../../shared/scene/scene.ts';
import type { Clip } from '../draft/cut.ts';

/** The sounds and pictures the agent can take: what is made for it, and what the user uploaded into this session. */
export interface Shelf {
  /** Pictures that were uploaded and are not in the cut. */
  readonly waitingUploads: readonly Clip[];
  readonly waitingSounds: readonly Clip[];
  readonly clip: (scene: Scene, prompt: string, random: Random) => Made;
  readonly music: (mood: Mood | 'any', random: Random) => Made;
}

/** A clip by the address it will have, with what is to be made before it can be fetched; null where it is there already. */
export interface Made {
  readonly clip: Clip;
  readonly order: Order | null;
}

/** `file`: its name in the folder of what was made. */
export type Order =
  | { readonly kind: 'clip'; readonly scene: Scene; readonly file: string }
  | {
      readonly kind: 'music';
      readonly mood: Mood;
      readonly seed: number;
      readonly seconds: number;
      readonly file: string;
    };

const SAMPLE_MS = 10_000;

const samples = {
  ocean: { name: 'ocean glints', about: /sea|ocean|beach|wave|water|island|surf|lake|river|海|浪|水|沙滩|岛/iu },
  sunset: {
    name: 'sunset hills',
    about: /sunset|sunrise|dawn|dusk|sky|mountain|hill|nature|desert|日落|日出|夕阳|黄昏|天空|山/iu,
  },
  city: { name: 'city timelapse', about: /city|night|street|urban|neon|car|traffic|tokyo|town|城市|夜|街|霓虹/iu },
} as const;

const songs: Readonly<Record<Mood | 'any', readonly string[]>> = {
  calm: ['Still Water', 'Slow Tide'],
  upbeat: ['Bright Steps', 'Sunny Side'],
  lofi: ['Lo-fi'],
  epic: ['Wide Horizon'],
  sad: ['Last Train'],
  dreamy: ['Paper Moon'],
  any: ['Lo-fi', 'Still Water', 'Bright Steps'],
};

/** The three sample clips and the sample song. `baseUrl`: where the demo cloud serves its files, without a slash at the end. */
export function createShelf(baseUrl: string, uploads: Pick<Shelf, 'waitingUploads' | 'waitingSounds'>): Shelf {
  return {
    ...uploads,
    clip: (_scene, prompt, random) => {
      const names = ['ocean', 'sunset', 'city'] as const;
      const name = names.find((candidate) => samples[candidate].about.test(prompt)) ?? random.pick(names);
      const url = `${baseUrl}/files/samples/${name}.mp4`;
      return { clip: { name: samples[name].name, url, durationMs: SAMPLE_MS, prompt }, order: null };
    },
    music: (mood, random) => ({
      clip: { name: random.pick(songs[mood]), url: `${baseUrl}/files/samples/music.m4a`, durationMs: SAMPLE_MS },
      order: null,
    }),
  };
}

/** Long enough for what is usual here, and quick to be made. */
const MUSIC_SECONDS = 30;
const SEEDS = 2 ** 31 - 1;

/** Whatever the words ask for: it is made when it is ordered. The same words give the same file. */
export function createPaintedShelf(baseUrl: string, uploads: Pick<Shelf, 'waitingUploads' | 'waitingSounds'>): Shelf {
  const made = (file: string): string => `${baseUrl}/files/made/${file}`;
  return {
    ...uploads,
    clip: (scene, prompt) => {
      const shape = `${scene.ratio.replace(':', 'x')}-${scene.seconds}-${scene.isFullHd ? 1080 : 720}`;
      const file = `clip-${scene.seed}-${shape}.mp4`;
      const clip = { name: scene.name, url: made(file), durationMs: scene.seconds * 1000, prompt };
      return { clip, order: { kind: 'clip', scene, file } };
    },
    music: (asked, random) => {
      const mood = asked === 'any' ? 'calm' : asked;
      const seed = random.int(1, SEEDS);
      const file = `music-${mood}-${seed}.m4a`;
      const clip = { name: random.pick(songs[mood]), url: made(file), durationMs: MUSIC_SECONDS * 1000 };
      return { clip, order: { kind: 'music', mood, seed, seconds: MUSIC_SECONDS, file } };
    },
  };
}
