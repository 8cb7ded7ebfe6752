import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Place } from './desktop.ts';

/** The files that lie in the media jobs' folder. */
export async function results(place: Place): Promise<readonly string[]> {
  const folder = join(place.userData, 'workshop');
  const names = await readdir(folder, { recursive: true }).catch(() => []);
  return names.filter((name) => name.includes('/')).map((name) => join(folder, name));
}
