import type { Subject } from '../shared/scene/scene.ts';
import type { SubjectPainter } from './subject.ts';
import { dancer, kite, surfer } from './subjects/active.ts';
import { astronaut } from './subjects/astronaut.ts';
import { bicycle } from './subjects/bicycle.ts';
import { bird, butterfly } from './subjects/birds.ts';
import { boat, sailboat, ship } from './subjects/boats.ts';
import { castle, lighthouse, windmill } from './subjects/buildings.ts';
import { car, taxi } from './subjects/cars.ts';
import { cat } from './subjects/cat.ts';
import { dog } from './subjects/dog.ts';
import { coffee, tea } from './subjects/drinks.ts';
import { campfire, candle, lanterns } from './subjects/fires.ts';
import { fireworks } from './subjects/fireworks.ts';
import { foodStall } from './subjects/food-stall.ts';
import { burger, cake, fruit, noodles } from './subjects/food.ts';
import { headphones, phone, watch } from './subjects/gadgets.ts';
import { horse } from './subjects/horse.ts';
import { lightRibbons } from './subjects/light-ribbons.ts';
import { panda } from './subjects/panda.ts';
import { couple, people, person, runner } from './subjects/people.ts';
import { blossom, roses, sunflower, tree } from './subjects/plants.ts';
import { perfume, sneaker } from './subjects/products.ts';
import { robot } from './subjects/robot.ts';
import { fish, jellyfish, whale } from './subjects/sea-life.ts';
import { balloon, drone, plane, rocket } from './subjects/sky-craft.ts';
import { train } from './subjects/train.ts';

const painters: Readonly<Record<Subject, SubjectPainter>> = {
  cat,
  dog,
  bird,
  fish,
  whale,
  jellyfish,
  horse,
  panda,
  butterfly,
  sailboat,
  boat,
  ship,
  car,
  taxi,
  bicycle,
  train,
  plane,
  balloon,
  drone,
  rocket,
  person,
  people,
  couple,
  kite,
  dancer,
  runner,
  surfer,
  'food-stall': foodStall,
  coffee,
  tea,
  cake,
  noodles,
  burger,
  fruit,
  sunflower,
  roses,
  blossom,
  tree,
  perfume,
  sneaker,
  watch,
  phone,
  headphones,
  astronaut,
  robot,
  fireworks,
  lanterns,
  candle,
  campfire,
  lighthouse,
  windmill,
  castle,
  'light-ribbons': lightRibbons,
};

/** Who draws a subject. */
export const painterOf = (subject: Subject): SubjectPainter => painters[subject];
