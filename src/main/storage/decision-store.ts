import type { z } from 'zod';
import { decisionRow } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { DecisionRecord, DecisionStore } from './stores.ts';
import { createTable } from './table.ts';

export function createDecisionStore(database: Database, onBrokenRow: (table: string) => void): DecisionStore {
  const table = createTable({ database, name: 'held', shape: decisionRow, json: ['reason'], onBrokenRow });
  const select = (clauses: string, params: Readonly<Record<string, string>>): readonly DecisionRecord[] =>
    table.select(clauses, params).map(toRecord);

  return {
    list: (projectId) => select('WHERE projectId = @projectId ORDER BY seq', { projectId }),
    get: (id) => select('WHERE id = @id', { id })[0] ?? null,
    save: ({ file, path }) => table.save({ ...file, path }),
    remove: (id) => database.run('DELETE FROM held WHERE id = @id', { id }),
    uses: (path) => select('WHERE path = @path LIMIT 1', { path }).length > 0,
  };
}

function toRecord({ path, ...file }: z.output<typeof decisionRow>): DecisionRecord {
  return { file, path };
}
