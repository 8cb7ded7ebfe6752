/** A size that a file may be brought down to, in bytes. */
export type Target = { readonly name: 'limit' | 'half' | 'quarter'; readonly bytes: number };

/** Just below the limit, so that nothing is refused in the end. */
const share = 0.98;

/** What may be chosen for a file of this size: the largest that the cloud takes, where it is larger; else parts of it. */
export function targetsFor(bytes: number, limit: number): readonly Target[] {
  const most = Math.floor(Math.min(bytes, limit * share));
  const parts: readonly Target[] = [
    { name: 'half', bytes: Math.floor(most / 2) },
    { name: 'quarter', bytes: Math.floor(most / 4) },
  ];
  return bytes > limit * share ? [{ name: 'limit', bytes: most }, ...parts] : parts;
}
