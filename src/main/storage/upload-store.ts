import { z } from 'zod';
import type { Upload, UploadState } from '../../shared/domain/upload.ts';
import { decisionRow, keptFailure, mediaKind, oneOf } from './rows.ts';
import type { Database, SqlParams } from './sqlite.ts';
import type { DecisionRecord, DecisionStore, UploadRecord, UploadStore } from './stores.ts';
import { createTable } from './table.ts';

export function createDecisionStore(database: Database, onBrokenRow: (table: string) => void): DecisionStore {
  const table = createTable({ database, name: 'held', shape: decisionRow, json: ['reason'], onBrokenRow });
  const select = (clauses: string, params: Readonly<Record<string, string>>): readonly DecisionRecord[] =>
    table.select(clauses, params).map(toDecision);

  return {
    list: (projectId) => select('WHERE projectId = @projectId ORDER BY seq', { projectId }),
    get: (id) => select('WHERE id = @id', { id })[0] ?? null,
    save: ({ file, path }) => table.save({ ...file, path }),
    remove: (id) => database.run('DELETE FROM held WHERE id = @id', { id }),
    uses: (path) => select('WHERE path = @path LIMIT 1', { path }).length > 0,
  };
}

function toDecision({ path, ...file }: z.output<typeof decisionRow>): DecisionRecord {
  return { file, path };
}

const uploadRow = z.object({
  id: z.string(),
  projectId: z.string(),
  source: oneOf<Upload['source']>({ file: true, link: true }).catch('file'),
  path: z.string(),
  name: z.string(),
  bytes: z.number(),
  kind: mediaKind,
  state: oneOf<UploadState>({ waiting: true, uploading: true, uploaded: true, lost: true, failed: true }),
  sent: z.number(),
  failure: keptFailure,
  turnId: z.string().nullable(),
  mediaId: z.string(),
  note: z.string(),
  sha256: z.string().nullable(),
  cdnUrl: z.string().nullable(),
});

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
    atAddress: (cdnUrl) => select('WHERE cdnUrl = @cdnUrl ORDER BY seq DESC', { cdnUrl }),
    uses: (path) => select('WHERE path = @path LIMIT 1', { path }).length > 0,
    unfinished: () => select(`WHERE state IN ('waiting', 'uploading') ORDER BY seq`),
  };
}

function toRecord({ path, sha256, cdnUrl, ...upload }: z.output<typeof uploadRow>): UploadRecord {
  return { upload, path, sha256, cdnUrl };
}
