import { randomUUID } from 'node:crypto';
import { canRetry, isItemRunning, itemsToExport } from '../../shared/domain/batch.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { done, type Result } from '../../shared/result.ts';
import type { BatchItemRecord } from '../storage/stores.ts';
import type { BatchContext } from './context.ts';
import { accept } from './run-item.ts';
import type { BatchRunner } from './runner.ts';

export function isOpen({ journal }: BatchContext, batchId: string): boolean {
  const state = journal.batch(batchId)?.head.state;
  return state === 'running' || state === 'paused';
}

export function isOver({ journal }: BatchContext, batchId: string): boolean {
  const state = journal.batch(batchId)?.head.state;
  return state === 'done' || state === 'stopped';
}

export function retryItem({ journal }: BatchContext, { item }: BatchItemRecord): void {
  const fresh = item.exportId === null ? { turnId: null } : {};
  // A new session does not have the file.
  const upload = item.failure?.code === 'session-lost' ? { uploadId: null } : {};
  journal.moveItem(item.id, 'retry', { failure: null, doubt: null, ...fresh, ...upload });
}

export function retryItems(
  context: BatchContext,
  runner: BatchRunner,
  batchId: string,
  itemId: string | null,
): Result<null, Failure> {
  const { journal } = context;
  const wanted = journal
    .items(batchId)
    // One that is only just ending still runs.
    .filter(({ item }) => canRetry(item) && (itemId === null || item.id === itemId) && !runner.isRunning(item.id));
  if (wanted.length === 0) return notFound;
  for (const record of wanted) retryItem(context, record);
  if (journal.batch(batchId)?.head.state !== 'running') journal.moveBatch(batchId, 'reopen');
  runner.advance(batchId);
  return done;
}

export function acceptItem(
  context: BatchContext,
  runner: BatchRunner,
  batchId: string,
  itemId: string,
): Result<null, Failure> {
  const { journal } = context;
  const record = journal.item(itemId);
  if (record?.batchId !== batchId || record.item.state !== 'needs-you' || runner.isRunning(itemId)) return notFound;
  const next = accept(context, record);
  if (journal.batch(batchId)?.head.pause?.by === 'item') journal.moveBatch(batchId, 'resume');
  if (isItemRunning(next.item.state)) {
    if (isOver(context, batchId)) journal.moveBatch(batchId, 'reopen');
    runner.run(batchId, itemId);
  }
  runner.advance(batchId);
  return done;
}

/** The user may try an item's export again in the list of exports: that runs the item again, and begins no other. */
export function followExport(context: BatchContext, runner: BatchRunner, { id, state, batchId }: ExportJob): void {
  if (batchId === null || state === 'failed' || state === 'cancelled') return;
  const record = context.journal.items(batchId).find(({ item }) => item.exportId === id);
  if (record === undefined || !canRetry(record.item) || runner.isRunning(record.item.id)) return;
  retryItem(context, record);
  if (isOver(context, batchId)) context.journal.moveBatch(batchId, 'reopen');
  runner.run(batchId, record.item.id);
}

/**
 * Exports the finished items that were not exported, a few at a time as any item runs. Errors: `not-found` where there are none,
 * and while the batch is paused or only just stopping: then nothing new begins.
 */
export function exportAll(
  { journal, projects }: BatchContext,
  runner: BatchRunner,
  batchId: string,
  folder: string,
): Result<null, Failure> {
  const state = journal.batch(batchId)?.head.state;
  const items = journal.items(batchId).map(({ item }) => item);
  const wanted = itemsToExport(items, (id) => projects.get(id) !== null).filter(({ id }) => !runner.isRunning(id));
  if (wanted.length === 0 || state === 'paused' || (state === 'stopped' && runner.isBusy(batchId))) return notFound;
  journal.setFolder(batchId, folder);
  if (state !== 'running') journal.moveBatch(batchId, 'reopen');
  for (const { id } of wanted) journal.moveItem(id, 'deliver', { exportId: randomUUID() });
  runner.advance(batchId);
  return done;
}
