import { foldQuery, snippetOf, wordsOf } from '../../src/main/storage/search-text.ts';
import type { QueueHeld } from '../../src/shared/domain/app-state.ts';
import type { MediaInfo } from '../../src/shared/domain/media-info.ts';
import type {
  ExportRecord,
  DecisionRecord,
  RenderTime,
  Session,
  Stores,
  UploadRecord,
} from '../../src/main/storage/stores.ts';
import type { Project, SearchHit } from '../../src/shared/domain/project.ts';
import { createMemoryDrafts } from './memory-drafts.ts';
import { createMemoryBatches } from './memory-batches.ts';
import { createMemoryTurns } from './memory-turns.ts';
import { shelf } from './shelf.ts';

/** Stores that last as long as the test. They keep copies, and refuse what belongs to no project, as the database does. */
export function createMemoryStores(): Stores {
  const sessions = new Map<string, Session | null>();
  const unsent = new Map<string, string>();
  const mediaInfo = new Map<string, MediaInfo>();
  const deletedAt = new Map<string, number>();
  const projects = shelf<Project>((project) => project.id);
  const uploads = shelf<UploadRecord>((record) => record.upload.id);
  const needsDecision = shelf<DecisionRecord>((record) => record.file.id);
  const exports = shelf<ExportRecord>((record) => record.job.id);
  const exportsMade = new Map<string, number>();
  const queuesHeld = new Map<string, QueueHeld | null>();
  const canvases = new Map<string, string>();
  const exportDrafts = new Map<string, string>();
  const renderTimes: RenderTime[] = [];
  const { store: draftStore, removeProject: removeDrafts } = createMemoryDrafts({
    needProject: (id) => needProject(id),
    message: (turnId) => turns.store.get(turnId)?.prompt ?? null,
  });

  const needProject = (id: string): void => {
    if (projects.get(id) === null) throw new Error(`FOREIGN KEY constraint failed: no project ${id}`);
  };
  const turns = createMemoryTurns(needProject);
  const visible = (): readonly Project[] => projects.list().filter(({ id }) => !deletedAt.has(id));

  const find: Stores['search']['find'] = (text, limit) => {
    const query = foldQuery(text);
    const hits = visible().flatMap(({ id, name, updatedAt }): readonly SearchHit[] => {
      const hit = (turnId: string | null, words: string, at: number): readonly SearchHit[] => {
        const pieces = snippetOf(words, query);
        return pieces ? [{ projectId: id, turnId, pieces, at }] : [];
      };
      const inTurns = turns.ofProject(id).flatMap((turn) => hit(turn.id, wordsOf(turn), turn.startedAt));
      return [...hit(null, name, updatedAt), ...inTurns];
    });
    return query === '' ? [] : hits.sort((one, other) => other.at - one.at).slice(0, limit);
  };

  const purge = (id: string): void => {
    if (!deletedAt.delete(id)) return;
    projects.remove(id);
    turns.removeProject(id);
    for (const { upload } of uploads.list()) if (upload.projectId === id) uploads.remove(upload.id);
    for (const { file } of needsDecision.list()) if (file.projectId === id) needsDecision.remove(file.id);
    for (const { job } of exports.list()) if (job.projectId === id) exports.remove(job.id);
    removeDrafts(id);
    sessions.delete(id);
    unsent.delete(id);
    queuesHeld.delete(id);
    exportsMade.delete(id);
    canvases.delete(id);
  };

  const saveExport: Stores['exports']['save'] = (record, frozen) => {
    needProject(record.job.projectId);
    exports.save(record);
    if (frozen !== undefined) exportDrafts.set(record.job.id, JSON.stringify(frozen.draft));
  };

  return {
    projects: {
      list: visible,
      get: projects.get,
      save: projects.save,
      session: (id) => sessions.get(id) ?? null,
      setSession: (id, session) => {
        if (projects.get(id) !== null) sessions.set(id, session);
      },
      canvas: (id) => JSON.parse(canvases.get(id) ?? 'null') as unknown,
      setCanvas: (id, canvas) => {
        if (projects.get(id) !== null) canvases.set(id, JSON.stringify(canvas));
      },
      unsent: (id) => unsent.get(id) ?? '',
      setUnsent: (id, text) => {
        if (projects.get(id) !== null) unsent.set(id, text);
      },
      queueHeld: (id) => queuesHeld.get(id) ?? null,
      setQueueHeld: (id, why) => {
        if (projects.get(id) !== null) queuesHeld.set(id, why);
      },
      markDeleted: (id, at) => {
        if (at === null) deletedAt.delete(id);
        else if (projects.get(id) !== null) deletedAt.set(id, at);
      },
      deleted: () => [...deletedAt.keys()],
      purge,
    },
    turns: turns.store,
    search: { find },
    drafts: draftStore,
    uploads: {
      list: (projectId) => uploads.list().filter((record) => record.upload.projectId === projectId),
      get: uploads.get,
      save: (record) => {
        needProject(record.upload.projectId);
        uploads.save(record);
      },
      saveAll: (records) => {
        for (const { upload } of records) needProject(upload.projectId);
        for (const record of records) uploads.save(record);
      },
      remove: uploads.remove,
      ofSize: (projectId, bytes) =>
        uploads.list().filter(({ upload }) => upload.projectId === projectId && upload.bytes === bytes),
      atAddress: (cdnUrl) =>
        uploads
          .list()
          .filter((record) => record.cdnUrl === cdnUrl)
          .toReversed(),
      uses: (path) => uploads.list().some((record) => record.path === path),
      unfinished: () =>
        uploads.list().filter(({ upload }) => upload.state === 'waiting' || upload.state === 'uploading'),
    },
    mediaInfo: {
      get: (identity) => mediaInfo.get(identity) ?? null,
      save: (identity, known) => void mediaInfo.set(identity, known),
    },
    needsDecision: {
      list: (projectId) => needsDecision.list().filter(({ file }) => file.projectId === projectId),
      get: needsDecision.get,
      save: (record) => {
        needProject(record.file.projectId);
        needsDecision.save(record);
      },
      remove: needsDecision.remove,
      uses: (path) => needsDecision.list().some((record) => record.path === path),
    },
    exports: {
      list: exports.list,
      get: exports.get,
      add: (record, frozen) => {
        saveExport(record, frozen);
        exportsMade.set(record.job.projectId, (exportsMade.get(record.job.projectId) ?? 0) + 1);
      },
      made: (projectId) => exportsMade.get(projectId) ?? 0,
      save: saveExport,
      draft: (id) => JSON.parse(exportDrafts.get(id) ?? 'null') as unknown,
      remove: exports.remove,
      addRenderTime: (time) => void renderTimes.unshift(time),
      renderTimes: (limit) => renderTimes.slice(0, limit),
    },
    batches: createMemoryBatches(),
  };
}
