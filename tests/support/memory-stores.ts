import type { ExportRecord, Session, StoredDraft, Stores, UploadRecord } from '../../src/main/state/stores.ts';
import type { Project } from '../../src/shared/domain/project.ts';
import { isTurnOver, type Turn } from '../../src/shared/domain/turn.ts';

/** Stores that last as long as the test. They keep copies, and refuse what belongs to no project, as the database does. */
export function createMemoryStores(): Stores {
  const sessions = new Map<string, Session | null>();
  const projects = shelf<Project>((project) => project.id);
  const turns = shelf<Turn>((turn) => turn.id);
  const uploads = shelf<UploadRecord>((record) => record.upload.id);
  const exports = shelf<ExportRecord>((record) => record.job.id);
  const drafts = shelf<StoredDraft>((draft) => `${draft.projectId} ${draft.version}`);

  const needProject = (id: string): void => {
    if (projects.get(id) === null) throw new Error(`FOREIGN KEY constraint failed: no project ${id}`);
  };
  const latestDraft: Stores['drafts']['latest'] = (projectId) =>
    drafts
      .list()
      .filter((draft) => draft.projectId === projectId)
      .at(-1) ?? null;

  return {
    projects: {
      list: projects.list,
      get: projects.get,
      save: projects.save,
      session: (id) => sessions.get(id) ?? null,
      setSession: (id, session) => {
        if (projects.get(id) !== null) sessions.set(id, session);
      },
    },
    turns: {
      list: (projectId) => turns.list().filter((turn) => turn.projectId === projectId),
      get: turns.get,
      save: (turn) => {
        needProject(turn.projectId);
        turns.save(turn);
      },
      unfinished: () => turns.list().filter((turn) => !isTurnOver(turn.state)),
    },
    drafts: {
      latest: latestDraft,
      add: (projectId, turnId, draft) => {
        needProject(projectId);
        const stored = { projectId, version: (latestDraft(projectId)?.version ?? 0) + 1, turnId, draft };
        drafts.save(stored);
        return stored;
      },
    },
    uploads: {
      list: (projectId) => uploads.list().filter((record) => record.upload.projectId === projectId),
      get: uploads.get,
      save: (record) => {
        needProject(record.upload.projectId);
        uploads.save(record);
      },
      remove: uploads.remove,
      unfinished: () =>
        uploads.list().filter(({ upload }) => upload.state === 'waiting' || upload.state === 'uploading'),
    },
    exports: {
      list: exports.list,
      get: exports.get,
      save: (record) => {
        needProject(record.job.projectId);
        exports.save(record);
      },
    },
  };
}

/** Values by id, in the order in which they first came, kept as JSON so that nobody can change them from outside. */
function shelf<T>(idOf: (value: T) => string) {
  const kept = new Map<string, string>();
  const read = (json: string): T => JSON.parse(json) as T;
  return {
    list: (): readonly T[] => [...kept.values()].map(read),
    get: (id: string): T | null => {
      const json = kept.get(id);
      return json === undefined ? null : read(json);
    },
    save: (value: T): void => {
      kept.set(idOf(value), JSON.stringify(value));
    },
    remove: (id: string): void => {
      kept.delete(id);
    },
  };
}
