import type { DraftChange } from '../../shared/domain/timeline.ts';
import type { DraftStore, StoredDraft } from '../storage/stores.ts';
import { compareDrafts, differenceOf } from './difference.ts';
import { type DraftReading, type OwnName, readingOf } from './draft-parser.ts';
import type { Steps } from './steps.ts';

/** The names of the user's own files in a project: the same function as long as they are the same. */
export type OwnNames = (projectId: string) => OwnName;

/**
 * The drafts of a store that nobody else writes to, and what they say. The last few are remembered, the very same values: a long one
 * takes a good while to parse, to read and to compare, and the same one is asked of several times.
 */
export type DraftMemory = Pick<DraftStore, 'latest' | 'get' | 'add' | 'renew'> & {
  readonly reading: (projectId: string, draft: unknown) => Steps<DraftReading>;
  readonly compared: (one: unknown, other: unknown) => ReturnType<typeof compareDrafts>;
  /** What is different since the draft before; null: since there was none. */
  readonly changes: (projectId: string, before: StoredDraft | null, draft: unknown) => Steps<readonly DraftChange[]>;
};

/** Of two projects that are worked on at once: the draft now, the one before, and the one that the turn began with. */
const kept = 6;

export function createDraftMemory(store: DraftStore, ownNames: OwnNames): DraftMemory {
  const latest = new Map<string, number>();
  const drafts = createRecent<StoredDraft>();
  const readings = createRecent<DraftReading>();
  const comparisons = createRecent<ReturnType<typeof compareDrafts>>();
  const differences = createRecent<readonly DraftChange[]>();

  const find = (projectId: string, version: number | undefined): StoredDraft | undefined =>
    drafts.find([projectId, version]);
  const keep = (stored: StoredDraft): StoredDraft => drafts.keep([stored.projectId, stored.version], stored);
  const keepLatest = (stored: StoredDraft): StoredDraft => {
    latest.set(stored.projectId, stored.version);
    return keep(stored);
  };
  const orNull = (stored: StoredDraft | null, how: typeof keep): StoredDraft | null => stored && how(stored);

  function* reading(projectId: string, draft: unknown): Steps<DraftReading> {
    const names = ownNames(projectId);
    return readings.find([draft, names]) ?? readings.keep([draft, names], yield* readingOf(draft, names));
  }

  return {
    latest: (projectId) => find(projectId, latest.get(projectId)) ?? orNull(store.latest(projectId), keepLatest),
    get: (projectId, version) => find(projectId, version) ?? orNull(store.get(projectId, version), keep),
    add: (projectId, turnId, draft, details) => keepLatest({ ...store.add(projectId, turnId, draft, details), draft }),
    renew: (projectId, version, draft) => {
      store.renew(projectId, version, draft);
      const before = find(projectId, version);
      if (before) keep({ ...before, draft });
    },
    reading,
    compared: (one, other) =>
      comparisons.find([one, other]) ?? comparisons.keep([one, other], compareDrafts(one, other)),
    *changes(projectId, before, draft) {
      const earlier = before && (yield* reading(projectId, before.draft));
      const later = yield* reading(projectId, draft);
      const pair = [earlier, later];
      return differences.find(pair) ?? differences.keep(pair, yield* differenceOf(earlier, later));
    },
  };
}

/** The last few values, each known again by the very same things that it was made of. */
function createRecent<T>() {
  let recent: readonly { readonly of: readonly unknown[]; readonly value: T }[] = [];
  const isOf = (of: readonly unknown[], one: { readonly of: readonly unknown[] }): boolean =>
    one.of.every((part, index) => part === of[index]);
  return {
    find: (of: readonly unknown[]): T | undefined => recent.find((one) => isOf(of, one))?.value,
    keep: (of: readonly unknown[], value: T): T => {
      recent = [{ of, value }, ...recent.filter((one) => !isOf(of, one))].slice(0, kept);
      return value;
    },
  };
}
