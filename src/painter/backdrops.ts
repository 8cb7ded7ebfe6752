import type { Place } from '../shared/scene/scene.ts';
import { beach, sea } from './backdrops/coast.ts';
import { city } from './backdrops/city.ts';
import { meadow } from './backdrops/meadow.ts';
import { desert, mountains } from './backdrops/wild.ts';
import type { Backdrop } from './stage.ts';

const backdrops: Partial<Readonly<Record<Place, Backdrop>>> = { city, sea, beach, mountains, desert, meadow };

/** Who paints a place. */
export function backdropOf(place: Place): Backdrop {
  return backdrops[place] ?? sea;
}
