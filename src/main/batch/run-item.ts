import { randomUUID } from 'node:crypto';
import { isItemOver, stopsAll } from '../../shared/domain/batch.ts';
import { isExportOver } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { withoutExtension } from '../../shared/domain/template.ts';
import { isTurnOver } from '../../shared/domain/turn.ts';
import type { BatchItemRecord } from '../storage/stores.ts';
import { type BatchContext, isStopping } from './context.ts';
import { freeTarget, outcomeOf } from './items.ts';

/** An item after a step; null where the app ends in the middle of it. */
type Step = BatchItemRecord | null;

/**
 * Runs an item to its end from the state in the journal. Writes every id down before it uses it, so that after a crash it can ask
 * what became of it: a message goes out at most once.
 */
export async function runItem(context: BatchContext, itemId: string): Promise<void> {
  let record: Step = context.journal.item(itemId);
  let again = true;
  while (record !== null && !isItemOver(record.item.state)) {
    const { state } = record.item;
    if (state === 'waiting') record = begin(context, record);
    else if (state === 'uploading') record = await upload(context, record, again);
    else if (state === 'asking') record = await ask(context, record);
    else record = await deliver(context, record);
    if (state !== 'waiting') again = false;
  }
}

/** The user has seen to an item that needed it: what is there now counts as the answer. */
export function accept(context: BatchContext, record: BatchItemRecord): BatchItemRecord {
  return answered(context, record);
}

export function fail(
  context: BatchContext,
  { item, batchId }: BatchItemRecord,
  failure: Failure,
  doubt: 'uncertain' | null = null,
): BatchItemRecord {
  const failed = context.journal.moveItem(item.id, 'fail', { failure, doubt });
  if (stopsAll(failure)) pause(context, batchId, { by: 'failure', failure });
  return failed;
}

function pause(context: BatchContext, batchId: string, why: Parameters<BatchContext['journal']['moveBatch']>[2]): void {
  if (context.journal.batch(batchId)?.head.state === 'running') context.journal.moveBatch(batchId, 'pause', why);
}

function stop(context: BatchContext, { item }: BatchItemRecord): BatchItemRecord {
  return context.journal.moveItem(item.id, 'stop');
}

/** The user stopped the answer: in one project nothing more is sent until they say so, as with any waiting message. */
function stopped(context: BatchContext, record: BatchItemRecord): BatchItemRecord {
  const halted = stop(context, record);
  if (context.journal.batch(record.batchId)?.head.mode === 'one') pause(context, record.batchId, { by: 'user' });
  return halted;
}

function begin(context: BatchContext, record: BatchItemRecord): BatchItemRecord {
  const { item, batchId } = record;
  const projectId = item.projectId ?? context.journal.batch(batchId)?.projectId ?? randomUUID();
  if (item.projectId !== null && !context.projects.get(projectId)) return fail(context, record, { code: 'not-found' });
  if (item.exportId === null) {
    const ids = { projectId, uploadId: item.uploadId ?? randomUUID(), turnId: randomUUID() };
    return context.journal.moveItem(item.id, 'upload', ids);
  }
  const exporting = context.journal.moveItem(item.id, 'export');
  context.exports.retry(item.exportId);
  return exporting;
}

/** `again`: what has failed is tried once more, since the user wants it or a restart broke it off. */
async function upload(context: BatchContext, record: BatchItemRecord, again: boolean): Promise<Step> {
  const { projectId, uploadId, turnId, name } = idsOf(record);
  if (isStopping(context, record)) return stop(context, record);
  const known = context.uploads.get(uploadId);
  if (known === null) {
    if (!context.projects.get(projectId)) context.projects.create({ id: projectId, name: withoutExtension(name) });
    const taken = await context.uploads.take(projectId, record.path, { id: uploadId, turnId });
    if (context.closing.aborted) return null;
    if (!taken.ok) return fail(context, record, taken.error);
    if (isStopping(context, record)) context.uploads.remove(uploadId);
  } else if (again) context.uploads.retry(uploadId);

  const settled = await context.changed.until(() => {
    const file = context.uploads.get(uploadId);
    // One that was lost with its session is sent again before its message goes.
    return file === null || ['uploaded', 'lost', 'failed'].includes(file.state) ? { file } : null;
  }, context.closing);
  if (settled === null) return null;
  const { file } = settled;
  if (file === null || isStopping(context, record)) return stop(context, record);
  if (file.state === 'failed') return fail(context, record, file.failure ?? { code: 'upload-failed' });
  return context.journal.moveItem(record.item.id, 'ask');
}

async function ask(context: BatchContext, record: BatchItemRecord): Promise<Step> {
  const { projectId, uploadId, turnId } = idsOf(record);
  const known = context.turns.turn(turnId);
  if (known?.state === 'queued' && isStopping(context, record)) context.turns.stop(turnId);
  if (known === null) {
    if (isStopping(context, record)) return stop(context, record);
    if (!context.projects.get(projectId)) return fail(context, record, { code: 'not-found' });
    const anyway = context.passesCeiling(record.batchId);
    const message = { projectId, text: record.item.message, uploadIds: [uploadId], turnId, anyway };
    const sent = context.turns.send(message);
    if (!sent.ok) return fail(context, record, sent.error);
  }
  const ended = await context.changed.until(() => {
    if (!isStopping(context, record)) context.turns.release(turnId);
    const turn = context.turns.turn(turnId);
    const limitFailure = context.turns.limitFailure(turnId);
    return turn === null || limitFailure !== null || isTurnOver(turn.state) ? { turn, limitFailure } : null;
  }, context.closing);
  if (ended === null) return null;
  if (ended.limitFailure !== null) {
    context.turns.stop(turnId);
    return fail(context, record, ended.limitFailure);
  }
  if (ended.turn === null) return stop(context, record);
  const outcome = outcomeOf(ended.turn);
  switch (outcome.kind) {
    case 'stopped':
      return stopped(context, record);
    case 'failed':
      return fail(context, record, reasonOf(context, uploadId, outcome.failure), outcome.doubt);
    case 'doubt':
      return doubt(context, record, outcome.doubt);
    case 'answered':
      return answered(context, record);
  }
}

/** Where the file did not arrive, why it did not. */
function reasonOf({ uploads }: BatchContext, uploadId: string, failure: Failure): Failure {
  return failure.code === 'upload-failed' ? (uploads.get(uploadId)?.failure ?? failure) : failure;
}

function doubt(
  context: BatchContext,
  { item, batchId }: BatchItemRecord,
  why: 'question' | 'unchanged',
): BatchItemRecord {
  const doubtful = context.journal.moveItem(item.id, 'doubt', { doubt: why });
  // The next message may not make sense in the same project.
  if (context.journal.batch(batchId)?.head.mode === 'one') pause(context, batchId, { by: 'item' });
  return doubtful;
}

function answered(context: BatchContext, record: BatchItemRecord): BatchItemRecord {
  const { item, batchId } = record;
  const wanted = context.journal.batch(batchId);
  if (wanted === null || wanted.head.exports === null || wanted.folder === null)
    return context.journal.moveItem(item.id, 'answered', { doubt: null });
  if (isStopping(context, record) && item.state === 'asking') return stop(context, record);
  const entry = { exportId: randomUUID(), targetPath: targetOf(context, record), doubt: null };
  return context.journal.moveItem(item.id, 'export', entry);
}

/** Nothing is awaited between the choice of a name and its being written down, so no two items choose the same. */
function targetOf(context: BatchContext, { item, batchId }: BatchItemRecord): string {
  const batch = context.journal.batch(batchId);
  const reserved = context.journal
    .batches()
    .flatMap(({ head }) => context.journal.items(head.id))
    .filter((other) => other.item.id !== item.id && other.item.state === 'exporting')
    .map(({ targetPath }) => targetPath);
  const inUse = new Set([...reserved, ...context.exports.reserved()].map((path) => path?.toLowerCase()));
  return freeTarget({
    folder: batch?.folder ?? '',
    pattern: batch?.head.exports?.pattern ?? (batch?.head.mode === 'one' ? '{project}' : '{name}'),
    project: context.projects.get(item.projectId ?? '')?.name ?? '',
    fileName: item.name,
    n: item.n,
    now: context.clock.now(),
    taken: (path) => inUse.has(path.toLowerCase()) || context.exists(path),
  });
}

async function deliver(context: BatchContext, first: BatchItemRecord): Promise<Step> {
  let record = first;
  const { projectId, exportId } = idsOf(record);
  const known = context.exports.get(exportId);
  if (known !== null && isStopping(context, record)) context.exports.cancel(exportId);
  if (known === null) {
    if (isStopping(context, record)) return stop(context, record);
    if (record.targetPath === null || context.exists(record.targetPath))
      record = context.journal.retarget(record.item.id, targetOf(context, record));
    const request = { projectId, id: exportId, targetPath: record.targetPath ?? '', batchId: record.batchId };
    const begun = await context.exports.begin(request);
    if (context.closing.aborted) return null;
    if (!begun.ok) return fail(context, record, begun.error);
    if (isStopping(context, record)) context.exports.cancel(exportId);
  }
  const ended = await context.changed.until(() => {
    const job = context.exports.get(exportId);
    return job === null || isExportOver(job.state) ? { job } : null;
  }, context.closing);
  if (ended === null) return null;
  if (ended.job?.state === 'saved') return context.journal.moveItem(record.item.id, 'saved');
  if (ended.job?.state === 'failed') return fail(context, record, ended.job.failure ?? { code: 'internal' });
  return stop(context, record);
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
