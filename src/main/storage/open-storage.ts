import { join } from 'node:path';
import { ok, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import { type DatabaseProblem, openDatabase } from './database.ts';
import { keepUnwritten } from './keep-unwritten.ts';
import type { Stores } from './stores.ts';
import { createBatchStore } from './batch-store.ts';
import { createDraftStore } from './draft-store.ts';
import { createExportStore } from './export-store.ts';
import { createMediaInfoStore } from './media-info-store.ts';
import { createDecisionStore, createUploadStore } from './upload-store.ts';
import { createProjectStore } from './project-store.ts';
import { createSearchStore } from './search-store.ts';
import type { Database } from './sqlite.ts';
import { createTurnStore } from './turn-store.ts';

/** A history that is open. */
export type Storage = {
  readonly stores: Stores;
  /** Where a damaged history was put; null in the ordinary case. */
  readonly setAside: string | null;
  /** Gives the room of what was deleted back to the disk, a little at a time. */
  readonly giveBack: () => void;
  /** After everything that writes. */
  readonly close: () => void;
};

export type StorageProblem = { readonly problem: DatabaseProblem; readonly path: string };

/** Opens the history in a folder, which exists. */
export function openStorage(env: Env, folder: string): Result<Storage, StorageProblem> {
  const { clock, timings, bus, report } = env;
  const path = join(folder, 'rushes.db');
  const opened = openDatabase(path, clock.now);
  if (!opened.ok) return { ok: false, error: { problem: opened.error, path } };
  const { database, setAside, giveBack } = opened.value;
  giveBack();
  const stores = createStores(database, (table) => report(new Error(`A row of ${table} cannot be read`)));
  const kept = keepUnwritten(stores, {
    clock,
    retryMs: timings.unwrittenRetryMs,
    onTrouble: (failure) => bus.emit({ type: 'unwritten', failure }),
    report,
  });
  const close = (): void => {
    kept.close();
    database.close();
  };
  return ok({ stores: kept.stores, setAside, giveBack, close });
}

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
