import { z } from 'zod';
import type { BatchDoubt, BatchItemState, BatchMode, BatchState } from '../../shared/domain/batch.ts';
import type { MediaKind } from '../../shared/domain/upload.ts';
import { failure, keptFailure, oneOf } from './rows.ts';
import type { Database } from './sqlite.ts';
import type { BatchItemRecord, BatchRecord, BatchStore } from './stores.ts';
import { createTable } from './table.ts';

const pause = z.discriminatedUnion('by', [
  z.object({ by: z.enum(['user', 'item']) }),
  z.object({ by: z.literal('failure'), failure }),
]);

const batchRow = z.object({
  id: z.string(),
  state: oneOf<BatchState>({ running: true, paused: true, stopped: true, done: true }),
  pause: pause.nullable().catch({ by: 'user' }),
  mode: oneOf<BatchMode>({ each: true, one: true }),
  template: z.string(),
  exports: z.object({ folder: z.string(), pattern: z.string() }).nullable(),
  createdAt: z.number(),
  endedAt: z.number().nullable(),
  projectId: z.string().nullable(),
  folder: z.string().nullable(),
});

const itemRow = z.object({
  id: z.string(),
  batchId: z.string(),
  n: z.number(),
  name: z.string(),
  bytes: z.number(),
  kind: oneOf<MediaKind>({ video: true, image: true, audio: true }),
  state: oneOf<BatchItemState>({
    waiting: true,
    uploading: true,
    asking: true,
    exporting: true,
    'needs-you': true,
    done: true,
    failed: true,
    stopped: true,
  }),
  message: z.string(),
  projectId: z.string().nullable(),
  uploadId: z.string().nullable(),
  turnId: z.string().nullable(),
  exportId: z.string().nullable(),
  doubt: oneOf<BatchDoubt>({ question: true, unchanged: true, uncertain: true }).nullable().catch(null),
  failure: keptFailure,
  path: z.string(),
  targetPath: z.string().nullable(),
});

export function createBatchStore(database: Database, onBrokenRow: (table: string) => void): BatchStore {
  const batches = createTable({ database, name: 'batches', shape: batchRow, json: ['pause', 'exports'], onBrokenRow });
  const items = createTable({ database, name: 'batchItems', shape: itemRow, json: ['failure'], onBrokenRow });
  const saveBatch = ({ head, ...rest }: BatchRecord): void => batches.save({ ...head, ...rest });
  const saveItem = ({ item, ...rest }: BatchItemRecord): void => items.save({ ...item, ...rest });

  return {
    list: () =>
      batches.select('ORDER BY seq').map((row) => ({
        batch: toBatch(row),
        items: items.select('WHERE batchId = @id ORDER BY n', { id: row.id }).map(toItem),
      })),
    add: (batch, own) =>
      database.transaction(() => {
        saveBatch(batch);
        own.forEach(saveItem);
      }),
    saveBatch,
    saveItem,
    remove: (id) => database.run('DELETE FROM batches WHERE id = @id', { id }),
  };
}

function toBatch({ projectId, folder, ...head }: z.output<typeof batchRow>): BatchRecord {
  return { head, projectId, folder };
}

function toItem({ batchId, path, targetPath, ...item }: z.output<typeof itemRow>): BatchItemRecord {
  return { item, batchId, path, targetPath };
}
