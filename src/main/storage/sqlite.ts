import Libsql from 'libsql';
import type { Failure } from '../../shared/domain/failure.ts';

export type SqlValue = string | number | null;
/** Values for the statement's `@name` placeholders. */
export type SqlParams = Readonly<Record<string, SqlValue>>;

/** The small part of SQLite that the stores use. All of it is synchronous, and throws `SqliteError` with a `code`. */
export type Database = {
  readonly exec: (sql: string) => void;
  readonly all: (sql: string, params?: SqlParams) => readonly unknown[];
  readonly run: (sql: string, params?: SqlParams) => void;
  /** Everything in `work` is kept, or nothing of it. */
  readonly transaction: <T>(work: () => T) => T;
  readonly close: () => void;
};

type Patience = {
  /** How long a write is tried again while another program holds the file, ms: a virus scanner, a backup. */
  readonly busyMs: number;
  /** How long SQLite itself waits in one try, ms. */
  readonly tryMs: number;
};

const usualPatience: Patience = { busyMs: 3_000, tryMs: 250 };

/** A file that was in use is waited for again only after so many ms, so that not every write stands still. */
const impatientMs = 10_000;

/** Opens (or makes) the file at `path`; it is read at the first statement, not here. */
export function connect(path: string, { busyMs, tryMs }: Patience = usualPatience): Database {
  const connection = new Libsql(path, { timeout: tryMs });
  const statements = new Map<string, ReturnType<typeof connection.prepare>>();
  let wasBusyAt = -Infinity;

  const retryInUse = <T>(work: () => T): T => {
    const until = performance.now() - wasBusyAt < impatientMs ? 0 : performance.now() + busyMs;
    for (;;) {
      try {
        return work();
      } catch (error) {
        if (!sqliteCode(error).startsWith('SQLITE_BUSY')) throw error;
        if (performance.now() < until) continue;
        wasBusyAt = performance.now();
        throw error;
      }
    }
  };

  /** A statement that failed may not be over for SQLite, and would hinder every later one: it is not used again. */
  const prepared = <T>(sql: string, work: (statement: ReturnType<typeof connection.prepare>) => T): T => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.delete(sql);
    const result = work(statement);
    statements.set(sql, statement);
    return result;
  };

  /** Whoever holds the file is met by BEGIN, before any statement of ours has begun. libsql's own would hide a full disk. */
  const transaction = <T>(work: () => T): T => {
    retryInUse(() => connection.exec('BEGIN IMMEDIATE'));
    try {
      const result = work();
      connection.exec('COMMIT');
      return result;
    } catch (error) {
      // SQLite has rolled back by itself where the disk is full.
      if (connection.inTransaction) connection.exec('ROLLBACK');
      throw error;
    }
  };

  return {
    exec: (sql) => void retryInUse(() => connection.exec(sql)),
    // Never libsql's `get`: it keeps its read transaction open, and after an error it answers with that error for ever.
    all: (sql, params = {}) => retryInUse(() => prepared(sql, (statement) => statement.all(params))),
    run: (sql, params = {}) => {
      const run = (): void => void prepared(sql, (statement) => statement.run(params));
      if (connection.inTransaction) run();
      else transaction(run);
    },
    transaction: (work) => (connection.inTransaction ? work() : transaction(work)),
    close: () => {
      statements.clear();
      connection.close();
    },
  };
}

/** SQLite's name for what went wrong (`SQLITE_FULL`, `SQLITE_CORRUPT`…), or an empty text for an error of another kind. */
export function sqliteCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** The file is no database, or is damaged. */
export function isCorrupt(error: unknown): boolean {
  const code = sqliteCode(error);
  return code.startsWith('SQLITE_NOTADB') || code.startsWith('SQLITE_CORRUPT');
}

/** Whether this code, of SQLite or the system, says that there is no room. */
export function isFull(code: string): boolean {
  return /^(?:SQLITE_FULL|SQLITE_IOERR_SHMSIZE|ENOSPC|EDQUOT)$/.test(code);
}

/** Why something could not be written down, where it is for want of room or of another program; null for any other error. */
export function storageFailure(error: unknown): Failure | null {
  const code = sqliteCode(error);
  if (isFull(code)) return { code: 'disk-full' };
  return /^SQLITE_(?:BUSY|LOCKED)/.test(code) ? { code: 'history-busy' } : null;
}
