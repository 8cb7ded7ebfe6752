import Libsql from 'libsql';

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

/** How long a write waits for another connection, ms. Nobody else should have one: main is the only writer. */
const busyTimeoutMs = 1_000;

/** Opens (or makes) the file at `path`; it is read at the first statement, not here. */
export function connect(path: string): Database {
  const connection = new Libsql(path, { timeout: busyTimeoutMs });
  const statements = new Map<string, ReturnType<typeof connection.prepare>>();

  const prepared = (sql: string): ReturnType<typeof connection.prepare> => {
    const statement = statements.get(sql) ?? connection.prepare(sql);
    statements.set(sql, statement);
    return statement;
  };

  return {
    exec: (sql) => void connection.exec(sql),
    // Never libsql's `get`: it keeps its read transaction open, and after an error it answers with that error for ever.
    all: (sql, params = {}) => prepared(sql).all(params),
    run: (sql, params = {}) => void prepared(sql).run(params),
    transaction: (work) => connection.transaction(work).immediate(),
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
