import { createBatchStore } from './batch-store.ts';
import { createDraftStore } from './draft-store.ts';
import { createExportStore } from './export-store.ts';
import { createMediaInfoStore } from './media-info-store.ts';
import { createDecisionStore, createUploadStore } from './upload-store.ts';
import { createProjectStore } from './project-store.ts';
import { createSearchStore } from './search-store.ts';
import type { Database } from './sqlite.ts';
import type { Stores } from './stores.ts';
import { createTurnStore } from './turn-store.ts';

/**
 * The stores over an open database. A write throws `SqliteError` (`SQLITE_FULL` where the disk is full). A row that cannot be
 * read any more is left out, and its table's name is told to `onBrokenRow`.
 */
export function createStores(database: Database, onBrokenRow: (table: string) => void = () => {}): Stores {
  return {
    projects: createProjectStore(database, onBrokenRow),
    turns: createTurnStore(database, onBrokenRow),
    search: createSearchStore(database),
    drafts: createDraftStore(database, onBrokenRow),
    uploads: createUploadStore(database, onBrokenRow),
    needsDecision: createDecisionStore(database, onBrokenRow),
    exports: createExportStore(database, onBrokenRow),
    mediaInfo: createMediaInfoStore(database, onBrokenRow),
    batches: createBatchStore(database, onBrokenRow),
  };
}
