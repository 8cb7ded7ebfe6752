import type { z } from 'zod';
import type { Database, SqlParams, SqlValue } from './sqlite.ts';

type Row<Shape extends z.ZodObject> = z.output<Shape>;

type Table<R> = {
  /** The rows that `clauses` (everything after FROM) leave over; those that cannot be read are left out. */
  readonly select: (clauses: string, params?: SqlParams) => readonly R[];
  /** Writes the row, in place of the one with the same id where there is one. */
  readonly save: (row: R) => void;
};

/** A table whose columns are the keys of `shape`. Those named in `json` hold JSON text. */
export function createTable<Shape extends z.ZodObject>(options: {
  readonly database: Database;
  readonly name: string;
  readonly shape: Shape;
  readonly json: readonly (keyof Row<Shape> & string)[];
  readonly onBrokenRow: (table: string) => void;
}): Table<Row<Shape>> {
  const { database, name, shape, json, onBrokenRow } = options;
  const columns = Object.keys(shape.shape);
  const updates = columns.filter((column) => column !== 'id').map((column) => `${column} = excluded.${column}`);
  const upsert = `INSERT INTO ${name} (${columns.join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})
    ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`;

  const decode = (stored: unknown): readonly Row<Shape>[] => {
    const row = shape.safeParse(parseJson(stored, json));
    if (row.success) return [row.data];
    onBrokenRow(name);
    return [];
  };

  return {
    select: (clauses, params) =>
      database.all(`SELECT ${columns.join(', ')} FROM ${name} ${clauses}`, params).flatMap(decode),
    save: (row) => database.run(upsert, encode(row, columns, json)),
  };
}

function encode(row: object, columns: readonly string[], json: readonly string[]): SqlParams {
  const values = row as Readonly<Record<string, unknown>>;
  return Object.fromEntries(
    columns.map((column) => [column, json.includes(column) ? toJson(values[column]) : (values[column] as SqlValue)]),
  );
}

/** JSON text for any value, also for one that JSON has no word for. */
export function toJson(value: unknown): string {
  return JSON.stringify(value) ?? 'null';
}

/** The row with its JSON columns read; null where one of them is no JSON. */
function parseJson(stored: unknown, json: readonly string[]): unknown {
  const row = stored as Readonly<Record<string, unknown>>;
  try {
    return { ...row, ...Object.fromEntries(json.map((column) => [column, JSON.parse(String(row[column]))])) };
  } catch {
    return null;
  }
}
