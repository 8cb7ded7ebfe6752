import type { DraftStore, StoredDraft } from '../storage/stores.ts';

export type RecentDrafts = Pick<DraftStore, 'latest' | 'get' | 'add' | 'renew'>;

/** Of two projects that are worked on at once: the draft now, and the one that the turn began with. */
const kept = 4;

/**
 * The drafts of a store that nobody else writes to. The last few stay in memory as they were read or written, the very same values:
 * a long one is asked for many times, and takes a while to parse.
 */
export function createRecentDrafts(store: RecentDrafts): RecentDrafts {
  const latest = new Map<string, number>();
  let recent: readonly StoredDraft[] = [];

  const find = (projectId: string, version: number | undefined): StoredDraft | null =>
    recent.find((stored) => stored.projectId === projectId && stored.version === version) ?? null;

  const keep = (stored: StoredDraft): StoredDraft => {
    const before = find(stored.projectId, stored.version);
    recent = [stored, ...recent.filter((other) => other !== before)].slice(0, kept);
    return stored;
  };

  const keepLatest = (stored: StoredDraft): StoredDraft => {
    latest.set(stored.projectId, stored.version);
    return keep(stored);
  };

  const orNull = (stored: StoredDraft | null, how: typeof keep): StoredDraft | null => stored && how(stored);

  return {
    latest: (projectId) => find(projectId, latest.get(projectId)) ?? orNull(store.latest(projectId), keepLatest),
    get: (projectId, version) => find(projectId, version) ?? orNull(store.get(projectId, version), keep),
    add: (projectId, turnId, draft, info) => keepLatest({ ...store.add(projectId, turnId, draft, info), draft }),
    renew: (projectId, version, draft) => {
      store.renew(projectId, version, draft);
      const before = find(projectId, version);
      if (before !== null) keep({ ...before, draft });
    },
  };
}
