const placeholder = /\{([^{}\s]+)\}/g;

/** What a batch's message may name. */
export const messagePlaceholders = ['name', 'n'] as const;
/** What the file name of a batch's export may name. */
export const targetPlaceholders = ['project', 'name', 'n', 'date'] as const;

/** Fills in each `{key}` that has a value, and leaves the others as they are. */
export function fillTemplate(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(placeholder, (whole, key: string) =>
    Object.hasOwn(values, key) ? (values[key] ?? '') : whole,
  );
}

/** The placeholders that mean nothing, each once: `{foo}`. */
export function unknownPlaceholders(template: string, known: readonly string[]): readonly string[] {
  const found = [...template.matchAll(placeholder)].flatMap(([whole, key = '']) =>
    known.includes(key) ? [] : [whole],
  );
  return [...new Set(found)];
}

/** The message for a file: `{name}` is its name without the extension, `{n}` its number from 1 on. */
export function messageFor(template: string, fileName: string, n: number): string {
  return fillTemplate(template, { name: withoutExtension(fileName), n: String(n) }).trim();
}

/** `clip.mp4` -> `clip`; a name that is all extension stays. */
export function withoutExtension(fileName: string): string {
  return fileName.replace(/(?<=.)\.[^.]+$/u, '');
}
