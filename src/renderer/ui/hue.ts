/** Two hues (0..359) that belong to an id for good, for a picture where there is none yet. */
export function hues(id: string): readonly [number, number] {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  const hue = (hash >>> 0) % 360;
  return [hue, (hue + 48) % 360];
}
