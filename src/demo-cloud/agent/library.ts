import type { Random } from '../../shared/random.ts';
import { type MusicOrder, readMusicWords } from '../../shared/scene/music-order.ts';
import { type Mood, moods, type Scene } from '../../shared/scene/scene.ts';
import type { Clip } from '../draft/cut.ts';

/** The sounds and pictures the agent can take: what is made for it, and what the user uploaded into this session. */
export interface Library {
  /** Pictures that were uploaded and are not in the cut. */
  readonly waitingUploads: readonly Clip[];
  readonly waitingSounds: readonly Clip[];
  /** All that ever was in the cut or was uploaded, the newest last. */
  readonly knownClips: readonly Clip[];
  readonly knownSounds: readonly Clip[];
  readonly clip: (scene: Scene, prompt: string, random: Random) => Made;
  readonly music: (request: MusicRequest, random: Random) => Made;
  /** The music at this address for a film of another length; null where it fits as it is, or was not composed here. */
  readonly refit: (music: Pick<Clip, 'name' | 'url'>, filmMs: number) => Made | null;
}

/** `words`: in which the music was asked for; they may name its tempo and key. `filmMs`: how long the film is that it lies under. */
interface MusicRequest {
  readonly mood: Mood | 'any';
  readonly words: string;
  readonly filmMs: number;
  /** What is there: another song is called otherwise. */
  readonly present?: string;
}

/** What a session has. */
export type SessionFiles = Pick<Library, 'waitingUploads' | 'waitingSounds'> &
  Partial<Pick<Library, 'knownClips' | 'knownSounds'>>;

/** A clip by the address it will have, with what is to be made before it can be fetched; null where it is there already. */
export interface Made {
  readonly clip: Clip;
  readonly order: Order | null;
}

/** `file`: its name in the folder of what was made. */
export type Order =
  | { readonly kind: 'clip'; readonly scene: Scene; readonly file: string }
  | { readonly kind: 'music'; readonly music: MusicOrder; readonly file: string };

const SECOND = 1000;
const SAMPLE_MS = 10 * SECOND;

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

function nameOf({ mood, present }: Pick<MusicRequest, 'mood' | 'present'>, random: Random): string {
  const name = random.pick(songs[mood]);
  return name === present ? (songs[mood].find((other) => other !== present) ?? `${name} II`) : name;
}

/** The three sample clips and the sample song. `baseUrl`: where the demo cloud serves its files, without a slash at the end. */
export function createSampleLibrary(baseUrl: string, there: SessionFiles): Library {
  return {
    knownClips: [],
    knownSounds: [],
    ...there,
    clip: (_scene, prompt, random) => {
      const names = ['ocean', 'sunset', 'city'] as const;
      const name = names.find((candidate) => samples[candidate].about.test(prompt)) ?? random.pick(names);
      const url = `${baseUrl}/files/samples/${name}.mp4`;
      return { clip: { name: samples[name].name, url, durationMs: SAMPLE_MS, prompt }, order: null };
    },
    music: (request, random) => ({
      clip: { name: nameOf(request, random), url: `${baseUrl}/files/samples/music.m4a`, durationMs: SAMPLE_MS },
      order: null,
    }),
    refit: () => null,
  };
}

const MUSIC_SECONDS = { least: 3, most: 60 } as const;
const SEEDS = 2 ** 31 - 1;

/** Whatever the words ask for: it is made when it is ordered. The same words give the same file. */
export function createPaintedLibrary(baseUrl: string, there: SessionFiles): Library {
  const made = (file: string): string => `${baseUrl}/files/made/${file}`;
  const song = (name: string, music: MusicOrder): Made => {
    const file = musicFile(music);
    const clip = { name, url: made(file), durationMs: music.seconds * SECOND };
    return { clip, order: { kind: 'music', music, file } };
  };
  return {
    knownClips: [],
    knownSounds: [],
    ...there,
    clip: (scene, prompt) => {
      const shape = `${scene.ratio.replace(':', 'x')}-${scene.seconds}-${scene.isFullHd ? 1080 : 720}`;
      const file = `clip-${scene.seed}-${shape}.mp4`;
      const clip = { name: scene.name, url: made(file), durationMs: scene.seconds * 1000, prompt };
      return { clip, order: { kind: 'clip', scene, file } };
    },
    music: ({ mood: asked, words, filmMs, present }, random) => {
      const { mood: named, ...said } = readMusicWords(words);
      const mood = asked === 'any' ? (named ?? 'calm') : asked;
      const music = { mood, seed: random.int(1, SEEDS), seconds: musicSeconds(filmMs), ...said };
      return song(nameOf({ mood, ...(present === undefined ? {} : { present }) }, random), music);
    },
    refit: ({ name, url }, filmMs) => {
      const music = url.startsWith(made('')) ? musicIn(url.slice(made('').length)) : null;
      const seconds = musicSeconds(filmMs);
      return music === null || music.seconds === seconds ? null : song(name, { ...music, seconds });
    },
  };
}

/** As long as the film, so that its end is heard at the film's. */
function musicSeconds(filmMs: number): number {
  return Math.min(MUSIC_SECONDS.most, Math.max(MUSIC_SECONDS.least, filmMs / SECOND));
}

/** The name says all that it was ordered by. */
function musicFile({ mood, seed, seconds, bpm, tonic, mode }: MusicOrder): string {
  return `music-${mood}-${seed}-${bpm ?? ''}-${tonic ?? ''}-${mode ?? ''}-${Math.round(seconds * SECOND)}.m4a`;
}

function musicIn(file: string): MusicOrder | null {
  const [, mood, seed, bpm, tonic, mode, ms] =
    /^music-([a-z]+)-(\d+)-(\d*)-(\d*)-(major|minor|pentatonic|)-(\d+)\.m4a$/.exec(file) ?? [];
  const known = moods.find((one) => one === mood);
  if (known === undefined) return null;
  const numberOf = (text: string | undefined): number | null => (text ? Number(text) : null);
  return {
    mood: known,
    seed: Number(seed),
    seconds: Number(ms) / SECOND,
    bpm: numberOf(bpm),
    tonic: numberOf(tonic),
    mode: mode === 'major' || mode === 'minor' || mode === 'pentatonic' ? mode : null,
  };
}
