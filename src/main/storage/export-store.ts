import type { z } from 'zod';
import { exportDraftRow, exportRow, renderTimeRow } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { ExportRecord, ExportStore } from './stores.ts';
import { createTable } from './table.ts';

/** Only so many render times are kept. */
const keptTimes = 200;
const countOne = 'UPDATE projects SET exportsMade = exportsMade + 1 WHERE id = @projectId';
const madeSoFar = 'SELECT exportsMade FROM projects WHERE id = @projectId';
const addTime = 'INSERT INTO renderTimes (draftMs, tookMs) VALUES (@draftMs, @tookMs)';
const dropTimes = 'DELETE FROM renderTimes WHERE seq <= (SELECT max(seq) FROM renderTimes) - @keptTimes';

export function createExportStore(database: Database, onBrokenRow: (table: string) => void): ExportStore {
  const table = createTable({
    database,
    name: 'exports',
    shape: exportRow,
    json: ['failure', 'delivery', 'replaces', 'part'],
    onBrokenRow,
  });
  const drafts = createTable({ database, name: 'exportDrafts', shape: exportDraftRow, json: ['draft'], onBrokenRow });
  const times = createTable({ database, name: 'renderTimes', shape: renderTimeRow, json: [], onBrokenRow });
  const save = ({ job: { check, ...job }, ...rest }: ExportRecord): void =>
    table.save({ ...job, delivery: check, ...rest });
  const write: ExportStore['save'] = (record, frozen) => {
    save(record);
    if (frozen !== undefined) drafts.save({ id: record.job.id, draft: frozen.draft });
  };
  return {
    list: () => table.select('ORDER BY seq').map(toRecord),
    get: (id) => table.select('WHERE id = @id', { id }).map(toRecord)[0] ?? null,
    add: (record, frozen) =>
      database.transaction(() => {
        write(record, frozen);
        database.run(countOne, { projectId: record.job.projectId });
      }),
    made: (projectId) => {
      const [row] = database.all(madeSoFar, { projectId }) as readonly { readonly exportsMade: number }[];
      return row?.exportsMade ?? 0;
    },
    save: (record, frozen) => {
      if (frozen === undefined) return save(record);
      database.transaction(() => write(record, frozen));
    },
    draft: (id) => drafts.select('WHERE id = @id', { id })[0]?.draft ?? null,
    remove: (id) => database.run('DELETE FROM exports WHERE id = @id', { id }),
    addRenderTime: (time) => {
      database.run(addTime, time);
      database.run(dropTimes, { keptTimes });
    },
    renderTimes: (limit) => times.select('ORDER BY seq DESC LIMIT @limit', { limit }),
  };
}

function toRecord(row: z.output<typeof exportRow>): ExportRecord {
  const { sessionId, lostSession, targetPath, replaces, renderId, renders, outputUrl, part, delivery, ...job } = row;
  const journal = { sessionId, lostSession, targetPath, replaces, renderId, renders, outputUrl, part };
  return { job: { ...job, check: delivery }, ...journal };
}
