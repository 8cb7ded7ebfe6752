import { err, ok, type Result } from '../../shared/result.ts';
import { migrations } from './migrations.ts';
import { setAside } from './set-aside.ts';
import { connect, type Database, sqliteCode } from './sqlite.ts';

export type { Database } from './sqlite.ts';

/**
 * Why there is no database. `newer`: the file was written by a newer version of the app, and is left as it is. `unavailable`:
 * it cannot be opened or written (folder not writable, locked by somebody else, disk full); `code` is SQLite's, or empty.
 */
export type DatabaseProblem =
  | { readonly kind: 'newer'; readonly version: number; readonly supported: number }
  | { readonly kind: 'unavailable'; readonly code: string };

/** `setAside` is where a corrupt file was put, so that a fresh one could be made; null in the ordinary case. */
export type OpenedDatabase = { readonly database: Database; readonly setAside: string | null };

/**
 * Opens the database at `path` (its folder exists), makes it where there is none, and brings its schema up to date. A corrupt
 * file is set aside and replaced by a fresh one. Writes have reached the disk when they return.
 */
export function openDatabase(
  path: string,
  now: () => number = Date.now,
  steps: readonly string[] = migrations,
): Result<OpenedDatabase, DatabaseProblem> {
  const first = tryOpen(path, steps);
  if (first.ok) return ok({ database: first.value, setAside: null });
  if (first.error !== 'corrupt') return err(first.error);

  const aside = setFilesAside(path, now());
  if (!aside.ok) return aside;
  const second = tryOpen(path, steps);
  if (second.ok) return ok({ database: second.value, setAside: aside.value });
  return err(second.error === 'corrupt' ? { kind: 'unavailable', code: '' } : second.error);
}

function tryOpen(path: string, steps: readonly string[]): Result<Database, DatabaseProblem | 'corrupt'> {
  let database: Database | null = null;
  try {
    database = connect(path);
    prepare(database);
    const newer = migrate(database, steps);
    if (newer === null) return ok(closable(database));
    database.close();
    return err(newer);
  } catch (error) {
    database?.close();
    return err(isCorrupt(error) ? 'corrupt' : { kind: 'unavailable', code: sqliteCode(error) });
  }
}

function prepare(database: Database): void {
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON');
  const [check] = database.all('PRAGMA quick_check') as readonly { readonly quick_check: string }[];
  if (check?.quick_check !== 'ok') throw Object.assign(new Error('quick_check failed'), { code: 'SQLITE_CORRUPT' });
}

/** Each step is taken whole, with its version, or not at all. */
function migrate(database: Database, steps: readonly string[]): DatabaseProblem | null {
  const [row] = database.all('PRAGMA user_version') as readonly { readonly user_version: number }[];
  const version = row?.user_version ?? 0;
  if (version > steps.length) return { kind: 'newer', version, supported: steps.length };
  for (const [index, step] of steps.entries()) {
    if (index < version) continue;
    database.transaction(() => database.exec(`${step}; PRAGMA user_version = ${index + 1}`));
  }
  return null;
}

/** Leaves one whole file behind where the app ends in good order. */
function closable(database: Database): Database {
  return {
    ...database,
    close: () => {
      database.all('PRAGMA wal_checkpoint(TRUNCATE)');
      database.close();
    },
  };
}

function isCorrupt(error: unknown): boolean {
  const code = sqliteCode(error);
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

function setFilesAside(path: string, now: number): Result<string | null, DatabaseProblem> {
  try {
    for (const suffix of ['-wal', '-shm']) setAside(path + suffix, now);
    return ok(setAside(path, now));
  } catch {
    return err({ kind: 'unavailable', code: '' });
  }
}
