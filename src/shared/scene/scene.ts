import type { Subject } from './subject-names.ts';

/** The words of a scene. Each list is what the rehearsal can draw; the reader and the painter share it. */
export const places = [
  'city',
  'street',
  'village',
  'water-town',
  'canal',
  'market',
  'stadium',
  'great-wall',
  'cafe',
  'kitchen',
  'room',
  'gym',
  'church',
  'classroom',
  'studio',
  'stage',
  'sea',
  'beach',
  'lake',
  'west-lake',
  'river',
  'waterfall',
  'underwater',
  'mountains',
  'volcano',
  'fuji',
  'forest',
  'bamboo',
  'desert',
  'pyramids',
  'mars',
  'meadow',
  'vineyard',
  'lavender',
  'rapeseed',
  'wheat',
  'park',
  'road',
  'coastal-road',
  'railway',
  'subway',
  'sky',
  'space',
  'moon',
  'abstract',
] as const;
export type Place = (typeof places)[number];

export const timesOfDay = ['dawn', 'day', 'sunset', 'night'] as const;
export type TimeOfDay = (typeof timesOfDay)[number];

/** `leaves` is autumn, `petals` spring in blossom, `aurora` northern lights, `rainbow` the sky after rain. */
export const weathers = [
  'clear',
  'clouds',
  'rain',
  'snow',
  'fog',
  'storm',
  'leaves',
  'petals',
  'aurora',
  'rainbow',
] as const;
export type Weather = (typeof weathers)[number];

export { type Subject, subjects } from './subject-names.ts';

export const moves = ['push-in', 'pull-out', 'pan-left', 'pan-right', 'rise', 'orbit', 'still'] as const;
export type Move = (typeof moves)[number];

export const moods = ['calm', 'upbeat', 'lofi', 'epic', 'sad', 'dreamy'] as const;
export type Mood = (typeof moods)[number];

const colors = [
  'red',
  'orange',
  'yellow',
  'green',
  'blue',
  'purple',
  'pink',
  'brown',
  'black',
  'white',
  'gray',
  'gold',
] as const;
export type Color = (typeof colors)[number];

/** Who is seen, where the words say it. */
export type Gender = 'woman' | 'man';

export const ratios = ['16:9', '9:16', '1:1', '4:5'] as const;
export type Ratio = (typeof ratios)[number];

export type Shot = {
  readonly place: Place;
  readonly time: TimeOfDay;
  readonly weather: Weather;
  readonly subject: Subject | null;
  /** A second subject that is seen beside or behind the first. */
  readonly companion: Subject | null;
  /** How many of the subject are seen. */
  readonly count: 1 | 2 | 3;
  /** Null: nobody said, or both are seen. */
  readonly person: Gender | null;
  /** The colour the subject was asked for in. */
  readonly color: Color | null;
  /** The colour that a studio's ground was asked for in. */
  readonly backdrop: Color | null;
  readonly framing: 'wide' | 'close';
  /** Animals lie asleep. */
  readonly isResting: boolean;
  readonly move: Move;
  readonly seconds: number;
};

/** What a prompt asks for, as plain JSON. */
export type Scene = {
  /** One to three. Their lengths add up to `seconds`. */
  readonly shots: readonly [Shot, ...(readonly Shot[])];
  readonly ratio: Ratio;
  /** Whole seconds, 3..15. */
  readonly seconds: number;
  readonly isFullHd: boolean;
  readonly mood: Mood;
  /** FNV-1a of the prompt in NFKC: the same words give the same pixels. */
  readonly seed: number;
  /** A short name for the clip, in the prompt's language. */
  readonly name: string;
  readonly language: 'en' | 'zh';
  /** Words that say something which the rehearsal cannot draw, as the prompt has them. */
  readonly unrecognised: readonly string[];
};
