import type { Place } from '../shared/scene/scene.ts';
import { beach, sea } from './backdrops/coast.ts';
import { city } from './backdrops/city.ts';
import { room } from './backdrops/indoors.ts';
import { cafe, kitchen } from './backdrops/interiors.ts';
import { meadow } from './backdrops/meadow.ts';
import { studio, theatre } from './backdrops/show.ts';
import { market, village } from './backdrops/old-street.ts';
import { street } from './backdrops/street.ts';
import { desert, mountains } from './backdrops/wild.ts';
import type { Backdrop } from './stage.ts';

const backdrops: Partial<Readonly<Record<Place, Backdrop>>> = {
  city,
  street,
  market,
  village,
  cafe,
  kitchen,
  room,
  studio,
  stage: theatre,
  sea,
  beach,
  mountains,
  desert,
  meadow,
};

/** Who paints a place. */
export function backdropOf(place: Place): Backdrop {
  return backdrops[place] ?? sea;
}
