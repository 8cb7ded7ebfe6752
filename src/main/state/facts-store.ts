import type { z } from 'zod';
import { factsRow } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { FactsStore } from './stores.ts';
import { createTable } from './table.ts';

/** Files whose facts are kept; the oldest are forgotten, and looked into again when they are met. */
const mostFiles = 2000;

export function createFactsStore(database: Database, onBrokenRow: (table: string) => void): FactsStore {
  const table = createTable({ database, name: 'footageFacts', shape: factsRow, json: ['facts'], onBrokenRow });
  const forgetOld = `DELETE FROM footageFacts WHERE seq <= (SELECT max(seq) FROM footageFacts) - ${mostFiles}`;

  return {
    get: (id) => (table.select('WHERE id = @id', { id })[0] as z.output<typeof factsRow> | undefined)?.facts ?? null,
    save: (id, facts) => {
      table.save({ id, facts });
      database.run(forgetOld);
    },
  };
}
