type Props = {
  /** Its address, or a data URL; null where there is none yet. */
  readonly image: string | null;
  /** Of the project that it is of: gives the gradient its hues. */
  readonly projectId: string;
  /** What it is a picture of: its first letters stand in until there is one. */
  readonly name: string;
  readonly className: string;
};

/** A project's or an export's small picture; a quiet gradient of the project's own until there is one. */
export function Picture({ image, projectId, name, className }: Props) {
  const frame = `shrink-0 rounded-thumb ${className}`;
  if (image !== null) return <img src={image} alt="" className={`${frame} object-cover`} draggable={false} />;
  const [from, to] = hues(projectId);
  const backgroundImage = `linear-gradient(135deg, oklch(0.38 0.07 ${from}), oklch(0.5 0.09 ${to}))`;
  return (
    <span
      aria-hidden
      data-initials={initialsOf(name)}
      style={{ backgroundImage }}
      className={`flex items-center justify-center text-[10px] leading-none font-semibold text-white before:content-[attr(data-initials)] ${frame}`}
    />
  );
}

/** Two letters at most: of the first two words, or the first character of a language that has no spaces. */
export function initialsOf(name: string): string {
  const words = name.match(/[\p{L}\p{N}]+/gu) ?? [];
  const first = (word: string): string => Array.from(word)[0]?.toLocaleUpperCase() ?? '';
  const [one = '', two = ''] = words;
  return /^\p{Script=Han}/u.test(one) ? first(one) : first(one) + first(two);
}

/** Two hues (0..359) that belong to an id for good. */
export function hues(id: string): readonly [number, number] {
  let hash = 2166136261;
  for (const character of id) hash = Math.imul(hash ^ character.charCodeAt(0), 16777619);
  const hue = (hash >>> 0) % 360;
  return [hue, (hue + 48) % 360];
}
