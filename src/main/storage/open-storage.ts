import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import { backupsIn, historyFile, isBackupDue } from './backups.ts';
import { type DatabaseProblem, openDatabase, type OpenedDatabase, setFilesAside } from './database.ts';
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
import { restoreBackup } from './restore-backup.ts';
import { type Database, isCorrupt, isFull } from './sqlite.ts';
import { inStorageThread, type StorageAnswer, type StorageOrder } from './storage-worker.ts';
import { createTurnStore } from './turn-store.ts';
import { isOutdated } from './upgrade.ts';

/** A history that is open. */
export type Storage = {
  readonly stores: Stores;
  /** Resolves when all that was written so far is on the disk. */
  readonly written: () => Promise<void>;
  /** Where a damaged history was put; null in the ordinary case. */
  readonly setAside: string | null;
  /** Where there was none, or a damaged one: the time of the backup that took its place, epoch ms; else null. */
  readonly restoredFrom: number | null;
  /** Gives the room of what was deleted back to the disk, a little at a time. */
  readonly giveBack: () => void;
  /** Looks, a little later and in a thread, whether all of it can be read; `history-damaged` tells where not. Never rejects. */
  readonly check: () => Promise<boolean>;
  /** Has a thread make a backup every few hours, if something was written and this says that nothing is under way. Ends with the history. */
  readonly keepBackups: (isQuiet: () => boolean) => Promise<void>;
  /** After everything that writes. */
  readonly close: () => Promise<void>;
};

export type StorageProblem = { readonly problem: DatabaseProblem; readonly path: string };

type InThread = (order: StorageOrder, signal?: AbortSignal) => Promise<StorageAnswer | null>;

/**
 * Opens the history in a folder, which exists. One that is damaged is set aside; in its place, and where there is none, comes the newest
 * backup that is whole, or an empty one. `script`: the bundled `storage-thread`, absolute.
 */
export async function openStorage(env: Env, folder: string, script: string): Promise<Result<Storage, StorageProblem>> {
  const { clock, timings, bus, report } = env;
  const path = join(folder, historyFile);
  const isNew = !existsSync(path);
  const inThread: InThread = (order, signal) => inStorageThread(script, order, report, signal);
  const found = await openOrRestore(path, clock.now(), inThread);
  if (!found.ok) return err({ problem: found.error, path });
  const { opened, setAside, restoredFrom } = found.value;
  const { giveBack } = opened;
  giveBack();
  const damaged = once(() => bus.emit({ type: 'history-damaged' }));
  const disk = createDiskSync({
    sync: () => syncFile(`${path}-wal`),
    checkpoint: { run: () => inThread({ kind: 'checkpoint', path }), writes: writesPerCheckpoint },
    clock,
    afterMs: timings.diskSyncMs,
    slowMs: timings.slowDiskMs,
    onSlow: (isSlow) => bus.emit({ type: 'unwritten', failure: isSlow ? { code: 'disk-slow' } : null }),
    report,
  });
  const database = watched(opened.database, damaged, disk.wrote);
  const closing = new AbortController();
  let inWork: Promise<unknown> = Promise.resolve();
  const check = async (): Promise<boolean> => {
    await clock.wait(timings.historyCheckMs, closing.signal);
    const answer = await inThread({ kind: 'check', path }, closing.signal);
    if (answer?.kind === 'damaged') damaged();
    return answer?.kind === 'done';
  };
  const keepBackups = async (isQuiet: () => boolean): Promise<void> => {
    if (isNew) await clock.wait(timings.backupLookMs, closing.signal);
    while (!closing.signal.aborted) {
      if (isQuiet() && isBackupDue(path, clock.now())) {
        const answer = await inThread({ kind: 'back-up', path, now: clock.now() }, closing.signal);
        if (answer?.kind === 'not-done' && !isFull(answer.code))
          report(new Error(`The history was not backed up: ${answer.code}`));
      }
      await clock.wait(timings.backupLookMs, closing.signal);
    }
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
    restoredFrom,
    giveBack,
    check: () => {
      const checked = check();
      inWork = checked;
      return checked;
    },
    keepBackups: async (isQuiet) => {
      const work = keepBackups(isQuiet).catch(report);
      inWork = work;
      await work;
    },
    close: async () => {
      closing.abort();
      await inWork;
      kept.close();
      await disk.written().catch(report);
      await disk.settled();
      // Where the thread fails SQLite does the same as it closes.
      if (disk.lastMs() > promptMs) await inThread({ kind: 'empty', path });
      database.close();
    },
  });
}

/** About 4 MB. */
const writesPerCheckpoint = 500;
/** A disk that syncs in less lets main empty the WAL itself, which is quicker than a thread's start. */
const promptMs = 200;

type Found = Pick<Storage, 'setAside' | 'restoredFrom'> & { readonly opened: OpenedDatabase };

async function openOrRestore(path: string, now: number, inThread: InThread): Promise<Result<Found, DatabaseProblem>> {
  // What the thread could not do is done here, or told.
  if (isOutdated(path, migrations)) await inThread({ kind: 'upgrade', path });
  if (existsSync(path)) {
    const opened = openDatabase(path);
    if (opened.ok) return ok({ opened: opened.value, setAside: null, restoredFrom: null });
    if (opened.error !== 'corrupt') return err(opened.error);
  }
  const aside = setFilesAside(path, now);
  if (!aside.ok) return aside;
  const restoredFrom = backupsIn(dirname(path)).length === 0 ? null : await restore(path, inThread);
  const opened = openDatabase(path);
  if (opened.ok) return ok({ opened: opened.value, setAside: aside.value, restoredFrom });
  return err(opened.error === 'corrupt' ? { kind: 'unavailable', code: '' } : opened.error);
}

async function restore(path: string, inThread: InThread): Promise<number | null> {
  const answer = await inThread({ kind: 'restore', path, id: null });
  return answer?.kind === 'restored' ? answer.from : restoreBackup(path, migrations);
}

/** Puts the history of a folder, which nobody has open, beside. Ok: where it is now; null where there was none. */
export function setHistoryAside(folder: string, now: number): Result<string | null, StorageProblem> {
  const path = join(folder, historyFile);
  const aside = setFilesAside(path, now);
  return aside.ok ? aside : err({ problem: aside.error, path });
}

/** Puts this backup in the place of a folder's history, which nobody has open. Whether it did: see `restoreBackup`. */
export async function restoreHistory(
  folder: string,
  id: string,
  { script, report }: { readonly script: string; readonly report: (error: unknown) => void },
): Promise<boolean> {
  const answer = await inStorageThread(script, { kind: 'restore', path: join(folder, historyFile), id }, report);
  return answer?.kind === 'restored' && answer.from !== null;
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
