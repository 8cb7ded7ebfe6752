import type { Subject } from '../shared/scene/scene.ts';
import type { SubjectPainter } from './subject.ts';
import { dancer, kite, surfer } from './subjects/active.ts';
import { astronaut } from './subjects/astronaut.ts';
import { bicycle } from './subjects/bicycle.ts';
import { bird, butterfly } from './subjects/birds.ts';
import { boat, sailboat, ship } from './subjects/boats.ts';
import { castle, lighthouse, windmill } from './subjects/buildings.ts';
import { bubbles } from './subjects/bubbles.ts';
import { cabin } from './subjects/cabin.ts';
import { camel } from './subjects/camel.ts';
import { car, taxi } from './subjects/cars.ts';
import { cat } from './subjects/cat.ts';
import { deskWorker, laptop } from './subjects/laptop.ts';
import { dog } from './subjects/dog.ts';
import { coffee, tea } from './subjects/drinks.ts';
import { hanfu, wedding } from './subjects/festive.ts';
import { elephant } from './subjects/elephant.ts';
import { fireplace } from './subjects/fireplace.ts';
import { campfire, candle, lanterns } from './subjects/fires.ts';
import { fireworks } from './subjects/fireworks.ts';
import { foodStall } from './subjects/food-stall.ts';
import { burger, cake, fruit, noodles } from './subjects/food.ts';
import { headphones, phone, watch } from './subjects/gadgets.ts';
import { juice, milkTea } from './subjects/glasses.ts';
import { horse } from './subjects/horse.ts';
import { hotpot } from './subjects/hotpot.ts';
import { lightRibbons } from './subjects/light-ribbons.ts';
import { lionDance } from './subjects/lion-dance.ts';
import { lipstick } from './subjects/lipstick.ts';
import { lotus } from './subjects/lotus.ts';
import { panda } from './subjects/panda.ts';
import { couple, people, person, runner } from './subjects/people.ts';
import { planet } from './subjects/planet.ts';
import { blossom, roses, sunflower, tree } from './subjects/plants.ts';
import { perfume, sneaker } from './subjects/products.ts';
import { motorbike, scooter } from './subjects/riders.ts';
import { rabbit } from './subjects/rabbit.ts';
import { robot } from './subjects/robot.ts';
import { fish, jellyfish, whale } from './subjects/sea-life.ts';
import { balloon, drone, plane, rocket } from './subjects/sky-craft.ts';
import { raft, rowboat } from './subjects/small-boats.ts';
import { footballer, skateboarder, taiChi, yoga } from './subjects/sports.ts';
import { steamTrain } from './subjects/steam-train.ts';
import { teddy } from './subjects/teddy.ts';
import { tiger } from './subjects/tiger.ts';
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
  tiger,
  elephant,
  rabbit,
  teddy,
  camel,
  butterfly,
  sailboat,
  boat,
  rowboat,
  raft,
  ship,
  car,
  taxi,
  bicycle,
  scooter,
  motorbike,
  train,
  'steam-train': steamTrain,
  plane,
  balloon,
  drone,
  rocket,
  person,
  people,
  couple,
  wedding,
  hanfu,
  'lion-dance': lionDance,
  'desk-worker': deskWorker,
  yoga,
  'tai-chi': taiChi,
  footballer,
  skateboarder,
  bubbles,
  kite,
  dancer,
  runner,
  surfer,
  'food-stall': foodStall,
  coffee,
  tea,
  'milk-tea': milkTea,
  juice,
  cake,
  noodles,
  hotpot,
  burger,
  fruit,
  sunflower,
  roses,
  lotus,
  blossom,
  tree,
  perfume,
  lipstick,
  sneaker,
  watch,
  phone,
  laptop,
  headphones,
  astronaut,
  robot,
  fireworks,
  lanterns,
  candle,
  campfire,
  fireplace,
  lighthouse,
  windmill,
  castle,
  cabin,
  planet,
  'light-ribbons': lightRibbons,
};

/** Who draws a subject. */
export const painterOf = (subject: Subject): SubjectPainter => painters[subject];
