/** Two hues (0..359) that belong to an id for good, for a picture where there is none yet. */
export function hues(id: string): readonly [number, number] {
  let hash = 0;
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) % 360;
  return [hash, (hash + 48) % 360];
}
