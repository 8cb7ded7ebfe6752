import type { Place } from '../shared/scene/scene.ts';
import { abstract } from './backdrops/abstract.ts';
import { city } from './backdrops/city.ts';
import { sky } from './backdrops/clouds.ts';
import { bamboo } from './backdrops/bamboo.ts';
import { canal, waterTown } from './backdrops/canals.ts';
import { beach, sea } from './backdrops/coast.ts';
import { underwater } from './backdrops/deep.ts';
import { lavender, rapeseed, vineyard, wheat } from './backdrops/fields.ts';
import { greatWall } from './backdrops/great-wall.ts';
import { moon, space } from './backdrops/heavens.ts';
import { church } from './backdrops/church.ts';
import { classroom, gym } from './backdrops/halls.ts';
import { westLake } from './backdrops/west-lake.ts';
import { room } from './backdrops/indoors.ts';
import { cafe, kitchen } from './backdrops/interiors.ts';
import { meadow } from './backdrops/meadow.ts';
import { market, village } from './backdrops/old-street.ts';
import { park } from './backdrops/park.ts';
import { studio, theatre } from './backdrops/show.ts';
import { stadium } from './backdrops/stadium.ts';
import { street } from './backdrops/street.ts';
import { fuji, volcano } from './backdrops/volcano.ts';
import { subway } from './backdrops/subway.ts';
import { waterfall } from './backdrops/waterfall.ts';
import { lake, river } from './backdrops/waters.ts';
import { coastalRoad, railway, road } from './backdrops/ways.ts';
import { desert, mars, mountains, pyramids } from './backdrops/wild.ts';
import { forest } from './backdrops/woods.ts';
import type { Backdrop } from './stage.ts';

/** Who paints a place. */
export const backdrops: Readonly<Record<Place, Backdrop>> = {
  city,
  street,
  village,
  'water-town': waterTown,
  canal,
  market,
  stadium,
  'great-wall': greatWall,
  cafe,
  kitchen,
  room,
  studio,
  stage: theatre,
  sea,
  beach,
  lake,
  river,
  waterfall,
  underwater,
  mountains,
  volcano,
  fuji,
  forest,
  bamboo,
  desert,
  pyramids,
  mars,
  meadow,
  vineyard,
  lavender,
  rapeseed,
  wheat,
  park,
  road,
  'coastal-road': coastalRoad,
  railway,
  subway,
  sky,
  space,
  moon,
  gym,
  classroom,
  church,
  'west-lake': westLake,
  abstract,
};
