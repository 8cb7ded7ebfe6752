import type { Subject } from '../shared/scene/scene.ts';
import type { SubjectPainter } from './subject.ts';
import { dancer, kite, surfer } from './subjects/active.ts';
import { astronaut } from './subjects/astronaut.ts';
import { basketballer } from './subjects/basketball.ts';
import { bee } from './subjects/bee.ts';
import { bicycle } from './subjects/bicycle.ts';
import { bird, butterfly } from './subjects/birds.ts';
import { boat, sailboat, ship } from './subjects/boats.ts';
import { castle, lighthouse, windmill } from './subjects/buildings.ts';
import { bubbles } from './subjects/bubbles.ts';
import { cabin } from './subjects/cabin.ts';
import { camel } from './subjects/camel.ts';
import { tent } from './subjects/camp.ts';
import { car, taxi } from './subjects/cars.ts';
import { cat } from './subjects/cat.ts';
import { deskWorker, laptop } from './subjects/laptop.ts';
import { cow } from './subjects/cow.ts';
import { dinosaur } from './subjects/dinosaur.ts';
import { giraffe } from './subjects/giraffe.ts';
import { goat } from './subjects/goat.ts';
import { monkey } from './subjects/monkey.ts';
import { owl } from './subjects/owl.ts';
import { wolf } from './subjects/wolf.ts';
import { baby, child, children, toyBalloons } from './subjects/kids.ts';
import { dancers, elder, family, weightlifter } from './subjects/folk.ts';
import { crayfish, steak, sushi } from './subjects/table-food.ts';
import { skier } from './subjects/skier.ts';
import { dj, guitarist, pianist, singer } from './subjects/musicians.ts';
import { boxers, chef, meeting, teacher } from './subjects/at-work.ts';
import { blackHole, fireflies, meteors, solarSystem } from './subjects/sky-lights.ts';
import { flyingCars, satellite, vacuum } from './subjects/future.ts';
import { gift, pumpkin, snowman } from './subjects/seasonal.ts';
import { potala, stiltHouses, yurt } from './subjects/dwellings.ts';
import { knight, model, wizard } from './subjects/heroes.ts';
import { mermaid, monkeyKing } from './subjects/legends.ts';
import { chicken, duck, pig } from './subjects/farmyard.ts';
import { polarBear, squirrel } from './subjects/wild-life.ts';
import { bigBen, liberty, operaHouse, tajMahal } from './subjects/sights.ts';
import { templeOfHeaven, tiananmen } from './subjects/sights-beijing.ts';
import { doctor, farmer, firefighter, superhero } from './subjects/workers.ts';
import { frog, parrot, shark, snake } from './subjects/pond-life.ts';
import { book, mooncake, pancakes, salad } from './subjects/pages.ts';
import { villa } from './subjects/villa.ts';
import { ring } from './subjects/ring.ts';
import { opera } from './subjects/opera.ts';
import { paperBoat } from './subjects/paper-boat.ts';
import { dog } from './subjects/dog.ts';
import { dragon, dragonDance } from './subjects/dragon.ts';
import { christmasTree } from './subjects/christmas-tree.ts';
import { coffee, tea } from './subjects/drinks.ts';
import { hanfu, wedding } from './subjects/festive.ts';
import { elephant } from './subjects/elephant.ts';
import { fireplace } from './subjects/fireplace.ts';
import { campfire, candle, lanterns } from './subjects/fires.ts';
import { fireworks } from './subjects/fireworks.ts';
import { foodStall } from './subjects/food-stall.ts';
import { burger, cake, fruit, noodles } from './subjects/food.ts';
import { fox } from './subjects/fox.ts';
import { headphones, phone, watch } from './subjects/gadgets.ts';
import { beer, cola, juice, milkTea } from './subjects/glasses.ts';
import { deer, sheep } from './subjects/grazers.ts';
import { helicopter } from './subjects/helicopter.ts';
import { horse, unicorn, zebra } from './subjects/horse.ts';
import { crocodile } from './subjects/crocodile.ts';
import { kangaroo } from './subjects/kangaroo.ts';
import { submarine } from './subjects/submarine.ts';
import { hotpot } from './subjects/hotpot.ts';
import { bridge, eiffelTower, pearlTower } from './subjects/landmarks.ts';
import { lightRibbons } from './subjects/light-ribbons.ts';
import { lionDance } from './subjects/lion-dance.ts';
import { lipstick } from './subjects/lipstick.ts';
import { lotus } from './subjects/lotus.ts';
import { dimSum, pizza } from './subjects/oven-food.ts';
import { panda } from './subjects/panda.ts';
import { peacock } from './subjects/peacock.ts';
import { penguin } from './subjects/penguin.ts';
import { couple, people, person, runner } from './subjects/people.ts';
import { planet } from './subjects/planet.ts';
import { blossom, roses, sunflower, tree } from './subjects/plants.ts';
import { perfume, sneaker } from './subjects/products.ts';
import { motorbike, scooter } from './subjects/riders.ts';
import { rabbit } from './subjects/rabbit.ts';
import { robot } from './subjects/robot.ts';
import { fish, jellyfish, koi } from './subjects/sea-life.ts';
import { balloon, drone, plane, rocket } from './subjects/sky-craft.ts';
import { dragonBoat, gondola, raft, rowboat } from './subjects/small-boats.ts';
import { footballer, skateboarder, snowboarder, taiChi, yoga } from './subjects/sports.ts';
import { splash } from './subjects/splash.ts';
import { steamTrain } from './subjects/steam-train.ts';
import { iceCream } from './subjects/sweets.ts';
import { teddy } from './subjects/teddy.ts';
import { lion, tiger } from './subjects/tiger.ts';
import { train } from './subjects/train.ts';
import { turtle } from './subjects/turtle.ts';
import { whale } from './subjects/whale.ts';

const painters: Readonly<Record<Subject, SubjectPainter>> = {
  cat,
  dog,
  bird,
  fish,
  koi,
  whale,
  jellyfish,
  turtle,
  horse,
  panda,
  tiger,
  lion,
  elephant,
  rabbit,
  fox,
  deer,
  sheep,
  goat,
  cow,
  giraffe,
  wolf,
  monkey,
  owl,
  dinosaur,
  penguin,
  peacock,
  bee,
  teddy,
  camel,
  butterfly,
  sailboat,
  boat,
  rowboat,
  gondola,
  'dragon-boat': dragonBoat,
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
  helicopter,
  balloon,
  drone,
  rocket,
  person,
  people,
  couple,
  wedding,
  hanfu,
  'lion-dance': lionDance,
  dragon,
  'dragon-dance': dragonDance,
  'desk-worker': deskWorker,
  yoga,
  'tai-chi': taiChi,
  footballer,
  basketballer,
  skateboarder,
  snowboarder,
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
  pizza,
  'dim-sum': dimSum,
  'ice-cream': iceCream,
  fruit,
  sunflower,
  roses,
  lotus,
  blossom,
  tree,
  'christmas-tree': christmasTree,
  perfume,
  lipstick,
  sneaker,
  watch,
  phone,
  laptop,
  headphones,
  splash,
  astronaut,
  robot,
  fireworks,
  lanterns,
  candle,
  campfire,
  tent,
  fireplace,
  lighthouse,
  windmill,
  castle,
  'eiffel-tower': eiffelTower,
  'pearl-tower': pearlTower,
  bridge,
  cabin,
  planet,
  child,
  children,
  'toy-balloons': toyBalloons,
  baby,
  family,
  elder,
  dancers,
  weightlifter,
  cola,
  beer,
  sushi,
  steak,
  crayfish,
  skier,
  guitarist,
  singer,
  pianist,
  dj,
  chef,
  teacher,
  meeting,
  boxers,
  meteors,
  fireflies,
  'black-hole': blackHole,
  'solar-system': solarSystem,
  'flying-cars': flyingCars,
  satellite,
  vacuum,
  pumpkin,
  snowman,
  gift,
  yurt,
  potala,
  'stilt-houses': stiltHouses,
  model,
  wizard,
  knight,
  'monkey-king': monkeyKing,
  mermaid,
  duck,
  chicken,
  pig,
  squirrel,
  'polar-bear': polarBear,
  liberty,
  'big-ben': bigBen,
  'taj-mahal': tajMahal,
  'opera-house': operaHouse,
  'temple-of-heaven': templeOfHeaven,
  tiananmen,
  doctor,
  firefighter,
  farmer,
  superhero,
  shark,
  frog,
  snake,
  zebra,
  unicorn,
  crocodile,
  kangaroo,
  submarine,
  parrot,
  book,
  salad,
  pancakes,
  mooncake,
  villa,
  ring,
  opera,
  'paper-boat': paperBoat,
  'light-ribbons': lightRibbons,
};

/** Who draws a subject. */
export const painterOf = (subject: Subject): SubjectPainter => painters[subject];
