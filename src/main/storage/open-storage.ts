import { join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import { type DatabaseProblem, openDatabase, setFilesAside } from './database.ts';
import { createDiskSync, syncFile } from './disk-sync.ts';
import { retryWrites } from './retry-writes.ts';
import { migrations } from './migrations.ts';
import type { Stores } from './stores.ts';
import { createBatchStore } from './batch-store.ts';
import { createDraftStore } from './draft-store.ts';
import { createExportStore } from './export-store.ts';
import { createMediaInfoStore } from './media-info-store.ts';
import { createDecisionStore, createUploadStore } from './upload-store.ts';
import { createProjectStore } from './project-store.ts';
import { createSearchStore } from './search-store.ts';
import { type Database, isCorrupt } from './sqlite.ts';
import { inStorageThread } from './storage-worker.ts';
import { createTurnStore } from './turn-store.ts';
import { isOutdated } from './upgrade.ts';

/** A history that is open. */
export type Storage = {
  readonly stores: Stores;
  /** Resolves when all that was written so far is on the disk. */
  readonly written: () => Promise<void>;
  /** Where a damaged history was put; null in the ordinary case. */
  readonly setAside: string | null;
  /** Gives the room of what was deleted back to the disk, a little at a time. */
  readonly giveBack: () => void;
  /** Looks, a little later and in a thread, whether all of it can be read; `history-damaged` tells where not. Never rejects. */
  readonly check: () => Promise<void>;
  /** After everything that writes. */
  readonly close: () => Promise<void>;
};

export type StorageProblem = { readonly problem: DatabaseProblem; readonly path: string };

/** Opens the history in a folder, which exists. `script`: the bundled `storage-thread`, absolute. */
export async function openStorage(env: Env, folder: string, script: string): Promise<Result<Storage, StorageProblem>> {
  const { clock, timings, bus, report } = env;
  const path = join(folder, fileName);
  if (isOutdated(path, migrations)) await inStorageThread(script, { kind: 'upgrade', path });
  // What the thread could not do is done here, or told.
  const opened = openDatabase(path, clock.now);
  if (!opened.ok) return err({ problem: opened.error, path });
  const { setAside, giveBack } = opened.value;
  giveBack();
  const damaged = once(() => bus.emit({ type: 'history-damaged' }));
  const inThread = (kind: 'checkpoint' | 'empty') => inStorageThread(script, { kind, path });
  const disk = createDiskSync({
    sync: () => syncFile(`${path}-wal`),
    checkpoint: { run: () => inThread('checkpoint'), writes: writesPerCheckpoint },
    clock,
    afterMs: timings.diskSyncMs,
    slowMs: timings.slowDiskMs,
    onSlow: (isSlow) => bus.emit({ type: 'unwritten', failure: isSlow ? { code: 'disk-slow' } : null }),
    report,
  });
  const database = watched(opened.value.database, damaged, disk.wrote);
  const closing = new AbortController();
  let checking: Promise<void> = Promise.resolve();
  const check = async (): Promise<void> => {
    await clock.wait(timings.historyCheckMs, closing.signal);
    const answer = await inStorageThread(script, { kind: 'check', path }, closing.signal);
    if (answer === 'damaged') damaged();
    if (answer === null && !closing.signal.aborted) report(new Error('The history could not be checked'));
  };
  const stores = createStores(database, (table) => report(new Error(`A row of ${table} cannot be read`)));
  const kept = retryWrites(stores, {
    clock,
    retryMs: timings.unwrittenRetryMs,
    onTrouble: (failure) => bus.emit({ type: 'unwritten', failure }),
    report,
  });
  return ok({
    stores: kept.stores,
    written: disk.written,
    setAside,
    giveBack,
    check: () => (checking = check().catch(report)),
    close: async () => {
      closing.abort();
      await checking;
      kept.close();
      await disk.written().catch(report);
      await disk.settled();
      // Where the thread fails SQLite does the same as it closes.
      if (disk.lastMs() > promptMs) await inThread('empty');
      database.close();
    },
  });
}

const fileName = 'rushes.db';
/** About 4 MB. */
const writesPerCheckpoint = 500;
/** A disk that syncs in less lets main empty the WAL itself, which is quicker than a thread's start. */
const promptMs = 200;

/** Puts the history of a folder, which nobody has open, beside. Ok: where it is now; null where there was none. */
export function setHistoryAside(folder: string, now: number): Result<string | null, StorageProblem> {
  const path = join(folder, fileName);
  const aside = setFilesAside(path, now);
  return aside.ok ? aside : err({ problem: aside.error, path });
}

function once(work: () => void): () => void {
  let done = false;
  return () => {
    if (!done) work();
    done = true;
  };
}

/** The same database, which tells when it meets damage, and when something was written. */
function watched(database: Database, onDamage: () => void, wrote: () => void): Database {
  const watching =
    <A extends readonly unknown[], R>(work: (...args: A) => R) =>
    (...args: A): R => {
      try {
        return work(...args);
      } catch (error) {
        if (isCorrupt(error)) onDamage();
        throw error;
      }
    };
  return {
    ...database,
    exec: watching(database.exec),
    all: watching(database.all),
    run: watching((sql, params) => {
      database.run(sql, params);
      wrote();
    }),
  };
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
