import type { Subject } from '../shared/scene/scene.ts';
import type { SubjectPainter } from './subject.ts';
import { astronaut } from './subjects/astronaut.ts';
import { boat, sailboat, ship } from './subjects/boats.ts';
import { car, taxi } from './subjects/cars.ts';
import { cat } from './subjects/cat.ts';
import { dog } from './subjects/dog.ts';
import { coffee } from './subjects/drinks.ts';
import { fireworks } from './subjects/fireworks.ts';
import { lightRibbons } from './subjects/light-ribbons.ts';
import { couple, people, person, runner } from './subjects/people.ts';
import { train } from './subjects/train.ts';

import { foodStall } from './subjects/food-stall.ts';
import { headphones, phone, watch } from './subjects/gadgets.ts';
import { perfume, sneaker } from './subjects/products.ts';
import { bird, butterfly } from './subjects/birds.ts';
import { fish, jellyfish, whale } from './subjects/sea-life.ts';
import { horse } from './subjects/horse.ts';
import { panda } from './subjects/panda.ts';
import { bicycle, dancer, kite, surfer } from './subjects/active.ts';
import { robot } from './subjects/robot.ts';
import { balloon, drone, plane, rocket } from './subjects/sky-craft.ts';
const drawn: Readonly<Partial<Record<Subject, SubjectPainter>>> = {
  cat,
  dog,
  coffee,
  boat,
  sailboat,
  ship,
  car,
  taxi,
  train,
  people,
  person,
  couple,
  runner,
  astronaut,
  fireworks,
  'light-ribbons': lightRibbons,
  'food-stall': foodStall,
  headphones,
  phone,
  watch,
  perfume,
  sneaker,
  bicycle,
  dancer,
  kite,
  surfer,
  robot,
  balloon,
  drone,
  plane,
  rocket,
  bird,
  butterfly,
  fish,
  jellyfish,
  whale,
  horse,
  panda,
};

/** Who draws a subject. */
export function painterOf(subject: Subject): SubjectPainter {
  return drawn[subject] ?? coffee;
}
