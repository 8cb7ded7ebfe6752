import { shownChanges } from '../../src/main/storage/draft-store.ts';
import type { DraftStore, StoredDraft, TurnStart, VersionDetails } from '../../src/main/storage/stores.ts';
import { shelf } from './shelf.ts';

/** As SQLite counts: in characters, not in UTF-16 units. */
const beginning = (text: string | null): string | null =>
  text === null ? null : Array.from(text).slice(0, 160).join('');

type Kept = StoredDraft & VersionDetails;

/** Drafts that last as long as the test. */
export function createMemoryDrafts(parts: {
  readonly needProject?: (id: string) => void;
  readonly message?: (turnId: string) => string | null;
}): { readonly store: DraftStore; readonly removeProject: (id: string) => void } {
  const { needProject = () => undefined, message = () => null } = parts;
  const kept = shelf<Kept>((draft) => `${draft.projectId} ${draft.version}`);
  const starts = new Map<string, TurnStart>();
  const ofProject = (projectId: string): readonly Kept[] =>
    kept.list().filter((draft) => draft.projectId === projectId);
  const plain = ({ projectId, version, turnId, draft }: Kept): StoredDraft => ({ projectId, version, turnId, draft });
  const orNull = (found: Kept | null | undefined): StoredDraft | null => (found ? plain(found) : null);

  const store: DraftStore = {
    latest: (projectId) => orNull(ofProject(projectId).at(-1)),
    get: (projectId, version) => orNull(kept.get(`${projectId} ${version}`)),
    ofTurn: (projectId, turnId) => ofProject(projectId).findLast((draft) => draft.turnId === turnId)?.version ?? null,
    versions: (projectId, { limit, before = Infinity }) => {
      const found = ofProject(projectId)
        .filter(({ version }) => version < before)
        .toReversed();
      const versions = found.slice(0, limit).map(({ version, turnId, at, changes }) => ({
        version,
        turnId,
        at,
        changes: changes.slice(0, shownChanges),
        more: Math.max(0, changes.length - shownChanges),
        message: turnId === null ? null : beginning(message(turnId)),
      }));
      return { versions, hasEarlier: found.length > limit };
    },
    add: (projectId, turnId, draft, info) => {
      needProject(projectId);
      const added = { projectId, version: (ofProject(projectId).at(-1)?.version ?? 0) + 1, turnId, draft, ...info };
      kept.save(added);
      return plain(added);
    },
    renew: (projectId, version, draft) => {
      const found = kept.get(`${projectId} ${version}`);
      if (found) kept.save({ ...found, draft });
    },
    turnStart: (projectId) => starts.get(projectId) ?? null,
    setTurnStart: (projectId, start) => {
      needProject(projectId);
      starts.set(projectId, start);
    },
  };
  return {
    store,
    removeProject: (id) => {
      for (const { version } of ofProject(id)) kept.remove(`${id} ${version}`);
      starts.delete(id);
    },
  };
}
