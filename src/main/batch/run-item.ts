import { randomUUID } from 'node:crypto';
import { isItemOver, stopsAll } from '../../shared/domain/batch.ts';
import { isExportOver } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { withoutExtension } from '../../shared/domain/template.ts';
import { isTurnOver } from '../../shared/domain/turn.ts';
import type { BatchItemRecord } from '../storage/stores.ts';
import { type BatchDesk, isStopping } from './context.ts';
import { outcomeOf } from './outcome.ts';
import { freeTarget } from './target.ts';

/** An item after a step; null where the app ends in the middle of it. */
type Step = BatchItemRecord | null;

/**
 * Brings an item to its end, from wherever the journal says it is. Every id is written down before it is used, so that after a
 * crash the other rooms can be asked what became of it: a message goes out at most once.
 */
export async function carry(desk: BatchDesk, itemId: string): Promise<void> {
  let record: Step = desk.book.item(itemId);
  let again = true;
  while (record !== null && !isItemOver(record.item.state)) {
    const { state } = record.item;
    if (state === 'waiting') record = begin(desk, record);
    else if (state === 'uploading') record = await upload(desk, record, again);
    else if (state === 'asking') record = await ask(desk, record);
    else record = await deliver(desk, record);
    if (state !== 'waiting') again = false;
  }
}

/** The user has seen to an item that needed it: what is there now counts as the answer. */
export function accept(desk: BatchDesk, record: BatchItemRecord): BatchItemRecord {
  return answered(desk, record);
}

export function fail(
  desk: BatchDesk,
  { item, batchId }: BatchItemRecord,
  failure: Failure,
  doubt: 'uncertain' | null = null,
): BatchItemRecord {
  const failed = desk.book.moveItem(item.id, 'fail', { failure, doubt });
  if (stopsAll(failure)) pause(desk, batchId, { by: 'failure', failure });
  return failed;
}

function pause(desk: BatchDesk, batchId: string, why: Parameters<BatchDesk['book']['moveBatch']>[2]): void {
  if (desk.book.batch(batchId)?.head.state === 'running') desk.book.moveBatch(batchId, 'pause', why);
}

function stop(desk: BatchDesk, { item }: BatchItemRecord): BatchItemRecord {
  return desk.book.moveItem(item.id, 'stop');
}

/** The answer was stopped: in one project nothing more is sent until the user says so, as with any message that waits there. */
function stopped(desk: BatchDesk, record: BatchItemRecord): BatchItemRecord {
  const halted = stop(desk, record);
  if (desk.book.batch(record.batchId)?.head.mode === 'one') pause(desk, record.batchId, { by: 'user' });
  return halted;
}

function begin(desk: BatchDesk, record: BatchItemRecord): BatchItemRecord {
  const { item, batchId } = record;
  const projectId = item.projectId ?? desk.book.batch(batchId)?.projectId ?? randomUUID();
  if (item.projectId !== null && !desk.projects.get(projectId)) return fail(desk, record, { code: 'not-found' });
  if (item.exportId === null) {
    const ids = { projectId, uploadId: item.uploadId ?? randomUUID(), turnId: randomUUID() };
    return desk.book.moveItem(item.id, 'upload', ids);
  }
  const exporting = desk.book.moveItem(item.id, 'export');
  desk.exports.retry(item.exportId);
  return exporting;
}

/** `again`: what has failed is tried once more, since the user wants it or a restart broke it off. */
async function upload(desk: BatchDesk, record: BatchItemRecord, again: boolean): Promise<Step> {
  const { projectId, uploadId, turnId, name } = idsOf(record);
  if (isStopping(desk, record)) return stop(desk, record);
  const known = desk.uploads.get(uploadId);
  if (known === null) {
    if (!desk.projects.get(projectId)) desk.projects.create({ id: projectId, name: withoutExtension(name) });
    const refusal = await desk.uploads.take(projectId, record.path, { id: uploadId, turnId });
    if (desk.closing.aborted) return null;
    if (refusal !== null) return fail(desk, record, refusal);
    if (isStopping(desk, record)) desk.uploads.remove(uploadId);
  } else if (again) desk.uploads.retry(uploadId);

  const settled = await desk.watch.until(() => {
    const file = desk.uploads.get(uploadId);
    // One that was lost with its session is sent again before its message goes.
    return file === null || ['uploaded', 'lost', 'failed'].includes(file.state) ? { file } : null;
  }, desk.closing);
  if (settled === null) return null;
  const { file } = settled;
  if (file === null || isStopping(desk, record)) return stop(desk, record);
  if (file.state === 'failed') return fail(desk, record, file.failure ?? { code: 'upload-failed' });
  return desk.book.moveItem(record.item.id, 'ask');
}

async function ask(desk: BatchDesk, record: BatchItemRecord): Promise<Step> {
  const { projectId, uploadId, turnId } = idsOf(record);
  const known = desk.conversation.turn(turnId);
  if (known?.state === 'queued' && isStopping(desk, record)) desk.conversation.stop(turnId);
  if (known === null) {
    if (isStopping(desk, record)) return stop(desk, record);
    if (!desk.projects.get(projectId)) return fail(desk, record, { code: 'not-found' });
    const anyway = desk.passesCeiling(record.batchId);
    const message = { projectId, text: record.item.message, uploadIds: [uploadId], turnId, anyway };
    const refusal = desk.conversation.send(message);
    if (refusal !== null) return fail(desk, record, refusal);
  }
  const ended = await desk.watch.until(() => {
    if (!isStopping(desk, record)) desk.conversation.release(turnId);
    const turn = desk.conversation.turn(turnId);
    const heldBack = desk.conversation.heldBack(turnId);
    return turn === null || heldBack !== null || isTurnOver(turn.state) ? { turn, heldBack } : null;
  }, desk.closing);
  if (ended === null) return null;
  if (ended.heldBack !== null) {
    desk.conversation.stop(turnId);
    return fail(desk, record, ended.heldBack);
  }
  if (ended.turn === null) return stop(desk, record);
  const outcome = outcomeOf(ended.turn);
  switch (outcome.kind) {
    case 'stopped':
      return stopped(desk, record);
    case 'failed':
      return fail(desk, record, reasonOf(desk, uploadId, outcome.failure), outcome.doubt);
    case 'doubt':
      return doubt(desk, record, outcome.doubt);
    case 'answered':
      return answered(desk, record);
  }
}

/** Where the file did not arrive, why it did not. */
function reasonOf({ uploads }: BatchDesk, uploadId: string, failure: Failure): Failure {
  return failure.code === 'upload-failed' ? (uploads.get(uploadId)?.failure ?? failure) : failure;
}

function doubt(desk: BatchDesk, { item, batchId }: BatchItemRecord, why: 'question' | 'unchanged'): BatchItemRecord {
  const doubtful = desk.book.moveItem(item.id, 'doubt', { doubt: why });
  // The next message may not make sense in the same project.
  if (desk.book.batch(batchId)?.head.mode === 'one') pause(desk, batchId, { by: 'item' });
  return doubtful;
}

function answered(desk: BatchDesk, record: BatchItemRecord): BatchItemRecord {
  const { item, batchId } = record;
  const wanted = desk.book.batch(batchId);
  if (wanted === null || wanted.head.exports === null || wanted.folder === null)
    return desk.book.moveItem(item.id, 'answered', { doubt: null });
  if (isStopping(desk, record) && item.state === 'asking') return stop(desk, record);
  const entry = { exportId: randomUUID(), targetPath: targetOf(desk, record), doubt: null };
  return desk.book.moveItem(item.id, 'export', entry);
}

/** Nothing is awaited between the choice of a name and its being written down, so no two items choose the same. */
function targetOf(desk: BatchDesk, { item, batchId }: BatchItemRecord): string {
  const batch = desk.book.batch(batchId);
  const reserved = desk.book
    .batches()
    .flatMap(({ head }) => desk.book.items(head.id))
    .filter((other) => other.item.id !== item.id && other.item.state === 'exporting')
    .map(({ targetPath }) => targetPath);
  const inUse = new Set([...reserved, ...desk.exports.reserved()].map((path) => path?.toLowerCase()));
  return freeTarget({
    folder: batch?.folder ?? '',
    pattern: batch?.head.exports?.pattern ?? '',
    project: desk.projects.get(item.projectId ?? '')?.name ?? '',
    fileName: item.name,
    n: item.n,
    now: desk.clock.now(),
    taken: (path) => inUse.has(path.toLowerCase()) || desk.exists(path),
  });
}

async function deliver(desk: BatchDesk, first: BatchItemRecord): Promise<Step> {
  let record = first;
  const { projectId, exportId } = idsOf(record);
  const known = desk.exports.get(exportId);
  if (known !== null && isStopping(desk, record)) desk.exports.cancel(exportId);
  if (known === null) {
    if (isStopping(desk, record)) return stop(desk, record);
    if (record.targetPath === null || desk.exists(record.targetPath))
      record = desk.book.retarget(record.item.id, targetOf(desk, record));
    const wish = { projectId, id: exportId, targetPath: record.targetPath ?? '', batchId: record.batchId };
    const refusal = await desk.exports.begin(wish);
    if (desk.closing.aborted) return null;
    if (refusal !== null) return fail(desk, record, refusal);
    if (isStopping(desk, record)) desk.exports.cancel(exportId);
  }
  const ended = await desk.watch.until(() => {
    const job = desk.exports.get(exportId);
    return job === null || isExportOver(job.state) ? { job } : null;
  }, desk.closing);
  if (ended === null) return null;
  if (ended.job?.state === 'saved') return desk.book.moveItem(record.item.id, 'saved');
  if (ended.job?.state === 'failed') return fail(desk, record, ended.job.failure ?? { code: 'internal' });
  return stop(desk, record);
}

type Ids = {
  readonly projectId: string;
  readonly uploadId: string;
  readonly turnId: string;
  readonly exportId: string;
  readonly name: string;
};

/** The ids that an item has in the states that use them. */
function idsOf({ item }: BatchItemRecord): Ids {
  const { projectId, uploadId, turnId, exportId, name } = item;
  return { projectId: projectId ?? '', uploadId: uploadId ?? '', turnId: turnId ?? '', exportId: exportId ?? '', name };
}
