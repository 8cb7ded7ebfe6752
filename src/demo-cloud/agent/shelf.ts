import type { Random } from '../../shared/random.ts';
import type { Clip } from '../draft/edits.ts';
import type { Mood } from './intent.ts';

/** The sounds and pictures the agent can take: the samples, and what the user uploaded into this session. */
export interface Shelf {
  readonly waitingUploads: readonly Clip[];
  readonly sample: (prompt: string, random: Random) => Clip;
  readonly music: (mood: Mood, random: Random) => { readonly name: string; readonly url: string };
}

const SAMPLE_MS = 10_000;

const samples = {
  ocean: { name: 'ocean glints', about: /sea|ocean|beach|wave|water|island|surf|lake|river|海|浪|水|沙滩|岛/iu },
  sunset: {
    name: 'sunset hills',
    about: /sunset|sunrise|dawn|dusk|sky|mountain|hill|nature|desert|日落|日出|夕阳|黄昏|天空|山/iu,
  },
  city: { name: 'city timelapse', about: /city|night|street|urban|neon|car|traffic|tokyo|town|城市|夜|街|霓虹/iu },
} as const;

const songs: Readonly<Record<Mood, readonly string[]>> = {
  calm: ['Still Water', 'Slow Tide'],
  upbeat: ['Bright Steps', 'Sunny Side'],
  lofi: ['Lo-fi'],
  epic: ['Wide Horizon'],
  sad: ['Last Train'],
  any: ['Lo-fi', 'Still Water', 'Bright Steps'],
};

/** `baseUrl`: where the demo cloud serves its files, without a slash at the end. */
export function createShelf(baseUrl: string, waitingUploads: readonly Clip[]): Shelf {
  return {
    waitingUploads,
    sample: (prompt, random) => {
      const names = ['ocean', 'sunset', 'city'] as const;
      const name = names.find((candidate) => samples[candidate].about.test(prompt)) ?? random.pick(names);
      return { name: samples[name].name, url: `${baseUrl}/files/samples/${name}.mp4`, durationMs: SAMPLE_MS };
    },
    music: (mood, random) => ({ name: random.pick(songs[mood]), url: `${baseUrl}/files/samples/music.m4a` }),
  };
}
