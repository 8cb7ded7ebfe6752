import type { z } from 'zod';
import { uploadRow } from './rows.ts';
import type { Database, SqlParams } from './sqlite.ts';
import type { UploadRecord, UploadStore } from './stores.ts';
import { createTable } from './table.ts';

export function createUploadStore(database: Database, onBrokenRow: (table: string) => void): UploadStore {
  const table = createTable({ database, name: 'uploads', shape: uploadRow, json: ['failure'], onBrokenRow });
  const select = (clauses: string, params?: SqlParams): readonly UploadRecord[] =>
    table.select(clauses, params).map(toRecord);

  const save = ({ upload, ...rest }: UploadRecord): void => table.save({ ...upload, ...rest });

  return {
    list: (projectId) => select('WHERE projectId = @projectId ORDER BY seq', { projectId }),
    get: (id) => select('WHERE id = @id', { id })[0] ?? null,
    save,
    saveAll: (records) => database.transaction(() => records.forEach(save)),
    remove: (id) => database.run('DELETE FROM uploads WHERE id = @id', { id }),
    ofSize: (projectId, bytes) => select('WHERE projectId = @projectId AND bytes = @bytes', { projectId, bytes }),
    forgetHashes: (projectId) =>
      database.run('UPDATE uploads SET sha256 = NULL WHERE projectId = @projectId', { projectId }),
    uses: (path) => select('WHERE path = @path LIMIT 1', { path }).length > 0,
    unfinished: () => select(`WHERE state IN ('waiting', 'uploading') ORDER BY seq`),
  };
}

function toRecord({ path, sha256, ...upload }: z.output<typeof uploadRow>): UploadRecord {
  return { upload, path, sha256 };
}
