import type { BatchFiles } from '../../shared/domain/batch.ts';
import type { MediaJob } from '../../shared/domain/media-job.ts';
import type { DroppedFile } from '../../shared/contract/bridge.ts';
import type { Answer } from '../../shared/contract/contract.ts';
import { showBatch, withBatchFiles, withoutDraft, withSmaller } from './apply-batch.ts';
import { ask } from './client.ts';
import { closeDialog } from './dialogs.ts';
import { update, useWindow } from './store.ts';

function take(answer: Answer<BatchFiles>, manner: 'begin' | 'add'): void {
  if (!answer.ok) return;
  const { data } = answer;
  // The sheet may have been closed meanwhile; and a picker that was closed begins nothing.
  if (manner === 'add' && useWindow.getState().batch.draft === null) return;
  if (manner === 'begin' && data.files.length + data.refused.length === 0) return;
  update((state) => withBatchFiles(state, data));
}

/** Asks for files; with some of them the sheet of a new batch opens. */
export async function beginBatch(): Promise<void> {
  take(await ask('batch.pick', {}), 'begin');
}

export async function addToBatch(): Promise<void> {
  take(await ask('batch.pick', {}), 'add');
}

export async function dropOnBatch(files: readonly DroppedFile[]): Promise<void> {
  if (files.length > 0) take(await window.rushes.addBatchFiles(files), 'add');
}

/** Makes a batch of the files that are ticked in a list, which goes away with that. */
export async function batchFromReview(reviewId: string, rowIds: readonly number[]): Promise<void> {
  take(await ask('batch.fromReview', { reviewId, rowIds: [...rowIds] }), 'begin');
}

/** The result goes to the batch that is being put together. */
export async function takeForBatch({ id, fileId }: MediaJob): Promise<void> {
  const answer = await ask('batch.take', { jobId: id });
  if (!answer.ok) return;
  update((state) => withSmaller(state, fileId, answer.data));
  closeDialog('media-tools');
}

export function closeBatchSheet(): void {
  update(withoutDraft);
  closeDialog('media-tools');
}

export function openBatch(batchId: string): void {
  update((state) => showBatch(state, batchId));
}

/** Shows the open project again. */
export function closeBatch(): void {
  update((state) => showBatch(state, null));
}
