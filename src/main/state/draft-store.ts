import { draftRow } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { DraftStore, StoredDraft } from './stores.ts';
import { createTable, toJson } from './table.ts';

const insert = `INSERT INTO drafts (projectId, version, turnId, draft) VALUES (@projectId, @version, @turnId, @draft)`;
const last = `SELECT coalesce(max(version), 0) AS version FROM drafts WHERE projectId = @projectId`;

export function createDraftStore(database: Database, onBrokenRow: (table: string) => void): DraftStore {
  const table = createTable({ database, name: 'drafts', shape: draftRow, json: ['draft'], onBrokenRow });

  /** The newest one that can be read. */
  const latest = (projectId: string): StoredDraft | null =>
    table.select('WHERE projectId = @projectId ORDER BY version DESC LIMIT 1', { projectId })[0] ??
    table.select('WHERE projectId = @projectId ORDER BY version DESC', { projectId })[0] ??
    null;

  return {
    latest,
    add: (projectId, turnId, draft) =>
      database.transaction(() => {
        const [row] = database.all(last, { projectId }) as readonly { readonly version: number }[];
        const version = (row?.version ?? 0) + 1;
        database.run(insert, { projectId, version, turnId, draft: toJson(draft) });
        return { projectId, version, turnId, draft };
      }),
  };
}
