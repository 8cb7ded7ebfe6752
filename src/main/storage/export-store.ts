import type { z } from 'zod';
import { exportDraftRow, exportRow, renderTimeRow } from './rows.ts';
import type { Database, SqlParams } from './sqlite.ts';
import type { ExportRecord, ExportStore } from './stores.ts';
import { createTable } from './table.ts';

/** Only so many render times are kept. */
const keptTimes = 200;
const countOne = 'UPDATE projects SET exportsMade = exportsMade + 1 WHERE id = @projectId';
const madeSoFar = 'SELECT exportsMade FROM projects WHERE id = @projectId';
const addTime = 'INSERT INTO renderTimes (draftMs, tookMs) VALUES (@draftMs, @tookMs)';
const renderIds = 'SELECT renderId FROM exports WHERE renderId IS NOT NULL';
const pageStart = 'SELECT seq FROM exports WHERE seq < @before ORDER BY seq DESC LIMIT 1 OFFSET @skipped';
const heads = 'endedAt IS NULL OR seq IN (SELECT max(seq) FROM exports GROUP BY projectId)';
const unsettled = `endedAt IS NULL OR part <> 'null' OR (state = 'cancelled' AND renderId IS NOT NULL)
  OR delivery LIKE '%"watched":false%'`;
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
  const select = (clauses: string, params?: SqlParams): readonly ExportRecord[] =>
    table.select(`${clauses} ORDER BY seq`, params).map(toRecord);
  const seqs = (before: number, skipped: number) =>
    database.all(pageStart, { before, skipped }) as readonly { readonly seq: number }[];

  return {
    list: () => select(''),
    page: (place, limit) => {
      const before = place ?? Number.MAX_SAFE_INTEGER;
      const from = seqs(before, limit - 1)[0]?.seq ?? 0;
      const records = select(`WHERE (seq >= @from AND seq < @before)${place === null ? ` OR ${heads}` : ''}`, {
        from,
        before,
      });
      return { records, before: seqs(from, 0).length > 0 ? from : null };
    },
    since: (endedAfter) => select('WHERE endedAt IS NULL OR endedAt > @endedAfter', { endedAfter }),
    unsettled: () => select(`WHERE ${unsettled}`),
    ofProject: (projectId) => select('WHERE projectId = @projectId', { projectId }),
    uses: (path) => database.all('SELECT 1 FROM exports WHERE targetPath = @path LIMIT 1', { path }).length > 0,
    renderIds: () =>
      (database.all(renderIds) as readonly { readonly renderId: string }[]).map(({ renderId }) => renderId),
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
