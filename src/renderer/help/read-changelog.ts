/** What changed in one version: a heading of its own for each kind of change. */
export type Release = {
  readonly version: string;
  /** As it is written; null for what is not released yet. */
  readonly date: string | null;
  readonly groups: readonly { readonly kind: string; readonly changes: readonly string[] }[];
};

/** The releases of a changelog in the form of Keep a Changelog, in its order. */
export function readChangelog(text: string): readonly Release[] {
  return text
    .split(/^## /m)
    .slice(1)
    .map((release) => {
      const [, version = '', date = null] = /^\[?([^\]\n]+?)\]?(?: - (\S+))?$/m.exec(release) ?? [];
      return { version, date, groups: release.split(/^### /m).slice(1).map(readGroup) };
    });
}

/** A change may go on over several lines. */
function readGroup(text: string): Release['groups'][number] {
  const [kind = '', ...changes] = text.split(/\n+- |\n{2,}/);
  return {
    kind: kind.trim(),
    changes: changes.map((change) => change.replaceAll(/\s+/g, ' ').trim()).filter((change) => change !== ''),
  };
}
