import type { z } from 'zod';
import { exportRow } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { ExportRecord, ExportStore } from './stores.ts';
import { createTable } from './table.ts';

export function createExportStore(database: Database, onBrokenRow: (table: string) => void): ExportStore {
  const table = createTable({ database, name: 'exports', shape: exportRow, json: ['failure', 'draft'], onBrokenRow });
  return {
    list: () => table.select('ORDER BY seq').map(toRecord),
    get: (id) => table.select('WHERE id = @id', { id }).map(toRecord)[0] ?? null,
    save: ({ job, ...rest }) => table.save({ ...job, ...rest }),
  };
}

function toRecord(row: z.output<typeof exportRow>): ExportRecord {
  const { sessionId, draft, targetPath, renderId, renders, outputUrl, ...job } = row;
  return { job, sessionId, draft, targetPath, renderId, renders, outputUrl };
}
