import { turnRow } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { TurnStore } from './stores.ts';
import { createTable } from './table.ts';

export function createTurnStore(database: Database, onBrokenRow: (table: string) => void): TurnStore {
  const table = createTable({
    database,
    name: 'turns',
    shape: turnRow,
    json: ['attachments', 'parts', 'failure'],
    onBrokenRow,
  });
  return {
    list: (projectId) => table.select('WHERE projectId = @projectId ORDER BY seq', { projectId }),
    get: (id) => table.select('WHERE id = @id', { id })[0] ?? null,
    save: table.save,
    unfinished: () => table.select(`WHERE state IN ('queued', 'sending', 'streaming', 'settling') ORDER BY seq`),
  };
}
