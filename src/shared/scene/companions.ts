import { animalRows } from './lexicon-animals.ts';
import type { Subject } from './scene.ts';

const persons: ReadonlySet<Subject> = new Set([
  'person',
  'people',
  'couple',
  'child',
  'children',
  'baby',
  'elder',
  'family',
]);
export const isPerson = (subject: Subject | null): boolean => subject !== null && persons.has(subject);

const mixed: ReadonlySet<Subject> = new Set(['couple', 'wedding', 'family', 'children', 'meeting']);
/** Women and men are seen together. */
export const isMixed = (subject: Subject | null): boolean => subject !== null && mixed.has(subject);

export const isAnimal = (subject: Subject | null): boolean => subject !== null && Object.hasOwn(animalRows, subject);

/** What a subject shows already: a bee its flower, a cola its bubbles, a couple its dance. */
export const brings: Readonly<Partial<Record<Subject, readonly Subject[]>>> = {
  bee: ['roses'],
  owl: ['tree'],
  juice: ['bubbles', 'fruit'],
  cola: ['bubbles', 'juice'],
  beer: ['bubbles'],
  steak: ['candle', 'campfire', 'food-stall'],
  chef: ['candle', 'campfire'],
  villa: ['cabin'],
  opera: ['roses', 'dancer'],
  wedding: ['ring', 'couple', 'person', 'people', 'watch'],
  family: ['child', 'children', 'baby', 'person', 'people', 'elder'],
  children: ['child', 'runner'],
  child: ['runner'],
  dancers: ['dancer'],
  boxers: ['watch', 'ring'],
  meteors: ['tree'],
  'solar-system': ['planet'],
  liberty: ['lanterns'],
  'big-ben': ['car'],
  frog: ['lotus'],
  doctor: ['people', 'person'],
  firefighter: ['candle', 'campfire'],
  salad: ['fruit'],
  pancakes: ['fruit', 'juice'],
  mooncake: ['gift'],
  book: ['laptop'],
  pumpkin: ['lanterns', 'candle'],
  snowman: ['snowboarder'],
  gift: ['christmas-tree', 'light-ribbons'],
  model: ['person', 'people'],
  wizard: ['dragon-dance'],
  vacuum: ['robot'],
  satellite: ['planet', 'phone'],
  yurt: ['tent'],
  'monkey-king': ['monkey'],
  guitarist: ['singer', 'people'],
  singer: ['guitarist', 'people'],
  dj: ['people', 'dancer'],
  'milk-tea': ['bubbles'],
  couple: ['dancer'],
  'christmas-tree': ['candle', 'gift', 'tree'],
  'dragon-boat': ['dragon'],
  'dim-sum': ['noodles'],
};

const traffic: ReadonlySet<Subject> = new Set(['car', 'taxi', 'train', 'steam-train']);
export const isTraffic = (...both: readonly (Subject | null)[]): boolean =>
  both.some((one) => one !== null && traffic.has(one));

const performances: ReadonlySet<Subject> = new Set([
  'runner',
  'surfer',
  'dancer',
  'dancers',
  'yoga',
  'tai-chi',
  'footballer',
  'basketballer',
  'skateboarder',
  'snowboarder',
  'skier',
  'weightlifter',
  'boxers',
  'guitarist',
  'singer',
  'pianist',
  'dj',
  'chef',
  'desk-worker',
  'teacher',
]);
/** What an animal does by itself in "a cat playing the piano". */
export const isPerformance = (subject: Subject | null): boolean => subject !== null && performances.has(subject);

/** Subjects that already show who does it. */
export const doers: ReadonlySet<Subject> = new Set([
  'kite',
  'surfer',
  'dancer',
  'runner',
  'astronaut',
  'bicycle',
  'couple',
  'food-stall',
  'yoga',
  'tai-chi',
  'footballer',
  'basketballer',
  'skateboarder',
  'snowboarder',
  'dragon-boat',
  'bubbles',
  'wedding',
  'hanfu',
  'desk-worker',
  'scooter',
  'motorbike',
  'camel',
  'lion-dance',
  'dragon-dance',
  'gondola',
  'rowboat',
  'raft',
  'toy-balloons',
  'dancers',
  'weightlifter',
  'boxers',
  'opera',
  'guitarist',
  'singer',
  'pianist',
  'dj',
  'chef',
  'teacher',
  'meeting',
  'skier',
  'model',
  'doctor',
  'firefighter',
  'farmer',
]);
