import { statfsSync, statSync } from 'node:fs';
import { dirname } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { setAside } from '../file-retry.ts';
import { migrations } from './migrations.ts';
import { connect, type Database, isCorrupt, sqliteCode } from './sqlite.ts';
import { type DatabaseProblem, migrate, upgrade } from './upgrade.ts';

export type { Database } from './sqlite.ts';
export type { DatabaseProblem } from './upgrade.ts';

export type OpenedDatabase = {
  readonly database: Database;
  /** Gives the room of what was deleted back to the disk, a little at a time. */
  readonly giveBack: () => void;
};

/**
 * Opens the database at `path` (its folder exists), makes it where there is none, and brings its schema up to date (`upgrade`).
 * `corrupt`: its beginning is, or it has no byte in it, or is a folder; the rest is not looked at. Writes have reached the system when
 * they return, which loses none unless it dies itself.
 */
export function openDatabase(
  path: string,
  steps: readonly string[] = migrations,
): Result<OpenedDatabase, DatabaseProblem | 'corrupt'> {
  const opened = isHollow(path) ? err('corrupt' as const) : tryOpen(path, steps);
  if (opened.ok || opened.error === 'corrupt' || opened.error.kind !== 'unavailable') return opened;
  // SQLite has many words for it.
  return hasRoom(dirname(path)) ? opened : err({ kind: 'unavailable', code: 'ENOSPC' });
}

/** For what a start writes. */
function hasRoom(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize > 256 * 1024;
  } catch {
    return true;
  }
}

/** SQLite would take it for a new one, but a history was there: a disk or a sync program has emptied it. */
function isHollow(path: string): boolean {
  const stats = statSync(path, { throwIfNoEntry: false });
  return stats?.isDirectory() === true || (stats?.isFile() === true && stats.size === 0);
}

function tryOpen(path: string, steps: readonly string[]): Result<OpenedDatabase, DatabaseProblem | 'corrupt'> {
  const upgraded = upgrade(path, steps);
  if (!upgraded.ok) return upgraded;
  let database: Database | null = null;
  try {
    database = connect(path);
    prepare(database);
    const newer = makeTables(database, steps);
    if (newer === null) return ok(shrinkable(database));
    database.close();
    return err(newer);
  } catch (error) {
    database?.close();
    return err(isCorrupt(error) ? 'corrupt' : { kind: 'unavailable', code: sqliteCode(error) });
  }
}

function prepare(database: Database): void {
  // Takes effect before the first table, or with the next VACUUM.
  database.exec('PRAGMA auto_vacuum = INCREMENTAL');
  // A commit does not wait for the disk, which may take seconds: `disk-sync.ts` does, and main goes on meanwhile.
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA foreign_keys = ON');
  // Nor does it wait for a checkpoint, unless the thread that makes them does not come to it. 32 MB.
  database.exec('PRAGMA wal_autocheckpoint = 8000');
}

/** In a file that is new, all steps at once: each would wait for the disk. */
function makeTables(database: Database, steps: readonly string[]): DatabaseProblem | null {
  const [row] = database.all('PRAGMA user_version') as readonly { readonly user_version: number }[];
  const version = row?.user_version ?? 0;
  if (version > steps.length) return { kind: 'newer', version, supported: steps.length };
  if (version === 0) database.transaction(() => migrate(database, 0, steps));
  return null;
}

/** Pages that are given back in one go: some 10 ms of work. */
const pagesAtOnce = 500;
/** Fewer unused pages than these stay in the file. */
const spare = { pages: 250, share: 0.1 } as const;
/** `PRAGMA auto_vacuum` of a file from before pages could be given back one by one. */
const withoutVacuum = 0;

/** Leaves one whole file behind where the app ends in good order. */
function shrinkable(database: Database): OpenedDatabase {
  let closed = false;
  let busy = false;
  const count = (pragma: string): number => Number(Object.values(database.all(`PRAGMA ${pragma}`)[0] as object)[0]);
  const isWorthIt = (): boolean => count('freelist_count') > Math.max(spare.pages, count('page_count') * spare.share);

  const step = (): void => {
    if (closed) return;
    try {
      if (count('freelist_count') > 0) {
        database.exec(`PRAGMA incremental_vacuum(${pagesAtOnce})`);
        setImmediate(step);
        return;
      }
      database.all('PRAGMA wal_checkpoint(TRUNCATE)');
    } catch {
      // The disk is full, or another program reads the file: the next time will do.
    }
    busy = false;
  };
  const giveBack = (): void => {
    if (busy || closed || !isWorthIt()) return;
    busy = true;
    setImmediate(step);
  };

  if (count('auto_vacuum') === withoutVacuum && isWorthIt()) vacuum(database);
  return {
    giveBack,
    database: {
      ...database,
      close: () => {
        closed = true;
        try {
          database.all('PRAGMA wal_checkpoint(TRUNCATE)');
        } finally {
          database.close();
        }
      },
    },
  };
}

/** Once for an older file; needs as much room again for a moment. */
function vacuum(database: Database): void {
  try {
    database.exec('VACUUM');
    database.all('PRAGMA wal_checkpoint(TRUNCATE)');
  } catch {
    // There is no room for that now.
  }
}

/** Renames a file and what lies beside it; nobody has it open. Ok: where it is now, null where there was none. */
export function setFilesAside(path: string, now: number): Result<string | null, DatabaseProblem> {
  try {
    for (const suffix of ['-wal', '-shm']) setAside(path + suffix, now);
    return ok(setAside(path, now));
  } catch {
    return err({ kind: 'unavailable', code: '' });
  }
}
