type Props = {
  /** Its address, or a data URL; null where there is none yet. */
  readonly image: string | null;
  /** Of the project that it is of: gives the gradient its hues. */
  readonly projectId: string;
  readonly className: string;
};

/** A project's or an export's small picture; a quiet gradient of the project's own until there is one. */
export function Picture({ image, projectId, className }: Props) {
  const frame = `shrink-0 rounded-thumb ${className}`;
  if (image !== null) return <img src={image} alt="" className={`${frame} object-cover`} draggable={false} />;
  const [from, to] = hues(projectId);
  const backgroundImage = `linear-gradient(135deg, oklch(0.42 0.07 ${from}), oklch(0.66 0.09 ${to}))`;
  return <span aria-hidden style={{ backgroundImage }} className={frame} />;
}

/** Two hues (0..359) that belong to an id for good. */
export function hues(id: string): readonly [number, number] {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  const hue = (hash >>> 0) % 360;
  return [hue, (hue + 48) % 360];
}
