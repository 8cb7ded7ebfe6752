import { randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { type Batch, type BatchMode, canRetry, isItemRunning, stopsAll } from '../../shared/domain/batch.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { done, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { Exports } from '../exports/exports.ts';
import type { Projects } from '../projects/projects.ts';
import type { BatchItemRecord, BatchStore, Stores } from '../storage/stores.ts';
import type { Costly } from '../turns/spending.ts';
import type { Turns } from '../turns/turns.ts';
import { checkFile } from '../uploads/file-check.ts';
import type { Uploads } from '../uploads/uploads.ts';
import { createBatchJournal } from './batch-journal.ts';
import { type BatchContext, type BatchRooms, createCondition } from './context.ts';
import { isAbout, newItem, type OrderedFile } from './items.ts';
import { type BatchRunner, createBatchRunner } from './runner.ts';
import { acceptItem, exportAll, followExport, isOpen, isOver, retryItem, retryItems } from './actions.ts';

export type BatchOrder = {
  /** In the order in which they go. */
  readonly files: readonly OrderedFile[];
  /** For the files without an instruction of their own. */
  readonly template: string;
  readonly mode: BatchMode;
  /** Where all go in the mode `one`; null for a new project. */
  readonly projectId: string | null;
  /** The folder's absolute path; null for no exports. */
  readonly exports: { readonly folder: string; readonly pattern: string } | null;
};

type BatchesDeps = BatchRooms & { readonly store: BatchStore };

/** All batches. */
export type Batches = {
  /** Oldest first. */
  readonly list: () => readonly Batch[];
  /** The batch is on the disk when this returns; answers with its id. */
  readonly start: (order: BatchOrder) => string;
  /** Nothing new begins; what runs goes on to its end. */
  readonly pause: (id: string) => Result<null, Failure>;
  /** Resumes the batch and retries what made it pause. `anyway`: it may exceed the daily ceiling until the app ends. */
  readonly resume: (id: string, anyway: boolean) => Result<null, Failure>;
  /** Nothing new begins; what runs is stopped, as a turn is. */
  readonly stop: (id: string) => Result<null, Failure>;
  /** Another try of one item, or of all that failed or were stopped (null). */
  readonly retry: (id: string, itemId: string | null) => Result<null, Failure>;
  /** The user has seen to an item that needed it. */
  readonly accept: (id: string, itemId: string) => Result<null, Failure>;
  /** Where the batch's videos go; absolute, null where nobody has said so. */
  readonly folderOf: (id: string) => string | null;
  /** Exports every finished video that was not exported, to this folder. */
  readonly exportAll: (id: string, folder: string) => Result<null, Failure>;
  /** Takes a batch that is over out of the list; its projects stay. */
  readonly remove: (id: string) => Result<null, Failure>;
  /** The messages of open batches whose turns have not begun, with the files that go along. */
  readonly ahead: () => readonly Costly[];
  /** Whether the end of this turn or export is told with its batch. */
  readonly tellsOf: (id: string) => boolean;
  /** A deleted project sends nothing more. */
  readonly projectRemoved: (projectId: string) => void;
  /** An export has changed, perhaps since the user tries it again where exports are listed. */
  readonly exportChanged: (job: ExportJob) => void;
  /** Something has changed that an item may wait for: a turn, a queue, an upload, an export. */
  readonly wake: () => void;
  /** At start, after the other rooms: goes on with everything unfinished. */
  readonly recover: () => void;
  readonly running: () => boolean;
  /** Stops where it is; resolves when nothing is written any more. */
  readonly close: () => Promise<void>;
};

export function createBatches(env: Env, parts: BatchesDeps): Batches {
  const closing = new AbortController();
  const journal = createBatchJournal(env, parts.store);
  const changed = createCondition();
  const pastCeiling = new Set<string>();
  const passesCeiling = (batchId: string): boolean => pastCeiling.has(batchId);
  const context: BatchContext = {
    ...parts,
    clock: env.clock,
    journal,
    changed,
    passesCeiling,
    closing: closing.signal,
  };
  const runner = createBatchRunner(env, context);

  return {
    list: journal.list,
    start: (order) => {
      const id = addBatch(context, order);
      runner.advance(id);
      return id;
    },
    pause: (id) => {
      if (journal.batch(id)?.head.state !== 'running') return notFound;
      journal.moveBatch(id, 'pause', { by: 'user' });
      return done;
    },
    resume: (id, anyway) => {
      if (journal.batch(id)?.head.state !== 'paused') return notFound;
      if (anyway) pastCeiling.add(id);
      resumeBatch(context, runner, id);
      return done;
    },
    stop: (id) => {
      if (!isOpen(context, id)) return notFound;
      stopBatch(context, id);
      return done;
    },
    retry: (id, itemId) => retryItems(context, runner, id, itemId),
    accept: (id, itemId) => acceptItem(context, runner, id, itemId),
    folderOf: (id) => journal.batch(id)?.folder ?? null,
    exportAll: (id, folder) => exportAll(context, runner, id, folder),
    remove: (id) => {
      if (!isOver(context, id) || runner.isBusy(id)) return notFound;
      journal.remove(id);
      return done;
    },
    ahead: () =>
      journal
        .batches()
        .filter(({ head }) => isOpen(context, head.id))
        .flatMap(({ head }) => journal.items(head.id))
        .filter(({ item }) => item.exportId === null && (item.state === 'waiting' || item.state === 'uploading'))
        .map(({ item }) => ({ projectId: item.projectId ?? '', prompt: item.message, attachments: [item.name] })),
    tellsOf: (id) => journal.batches().some(({ head }) => journal.items(head.id).some(({ item }) => isAbout(item, id))),
    projectRemoved: (projectId) => stopProject(context, projectId),
    exportChanged: (job) => followExport(context, runner, job),
    wake: changed.wake,
    recover: () => journal.batches().forEach(({ head }) => recoverBatch(context, runner, head.id)),
    running: () => runner.isBusy(null),
    close: async () => {
      closing.abort();
      await runner.settled();
    },
  };
}

/** Writes the batch down; answers with its id. */
function addBatch({ clock, journal }: BatchContext, { mode, template, exports, projectId, files }: BatchOrder): string {
  const id = randomUUID();
  const head = {
    id,
    state: 'running',
    pause: null,
    mode,
    template,
    exports: exports && { folder: basename(exports.folder), pattern: exports.pattern },
    createdAt: clock.now(),
    endedAt: null,
  } as const;
  const items = files.map((file, index) => newItem(id, file, index + 1, template));
  const shared = mode === 'one' ? (projectId ?? randomUUID()) : null;
  journal.add({ head, projectId: shared, folder: exports?.folder ?? null }, items);
  return id;
}

function resumeBatch(context: BatchContext, runner: BatchRunner, batchId: string): void {
  for (const record of context.journal.items(batchId))
    if (record.item.failure !== null && canRetry(record.item) && stopsAll(record.item.failure))
      retryItem(context, record);
  runner.forgetStuck();
  context.journal.moveBatch(batchId, 'resume');
  runner.advance(batchId);
}

function stopItem({ journal, uploads, turns, exports }: BatchContext, { item }: BatchItemRecord): void {
  if (item.state === 'waiting') journal.moveItem(item.id, 'stop');
  else if (item.state === 'uploading') uploads.remove(item.uploadId ?? '');
  else if (item.state === 'asking') turns.stop(item.turnId ?? '');
  else if (item.state === 'exporting') exports.cancel(item.exportId ?? '');
}

function stopBatch(context: BatchContext, batchId: string): void {
  context.journal.moveBatch(batchId, 'stop');
  for (const record of context.journal.items(batchId)) stopItem(context, record);
}

/** A deleted project sends nothing more. */
function stopProject(context: BatchContext, projectId: string): void {
  for (const { head, projectId: shared } of context.journal.batches()) {
    if (shared === projectId && isOpen(context, head.id)) stopBatch(context, head.id);
    else
      for (const record of context.journal.items(head.id))
        if (record.item.projectId === projectId && isItemRunning(record.item.state)) stopItem(context, record);
  }
}

function recoverBatch(context: BatchContext, runner: BatchRunner, batchId: string): void {
  for (const record of context.journal.items(batchId)) {
    if (isItemRunning(record.item.state)) runner.run(batchId, record.item.id);
    // The app ended before it had stopped all items, or begun them anew.
    else if (isOver(context, batchId) && record.item.state === 'waiting') stopItem(context, record);
  }
  runner.advance(batchId);
}

type OpenBatchesDeps = {
  readonly stores: Pick<Stores, 'batches' | 'uploads'>;
  readonly projects: Projects;
  readonly uploads: Uploads;
  readonly turns: Turns;
  readonly exports: Exports;
};

/** Batches over the rooms of the app. */
export function openBatches(env: Env, { stores, projects, uploads, turns, exports }: OpenBatchesDeps): Batches {
  return createBatches(env, {
    store: stores.batches,
    projects,
    uploads: {
      get: (id) => stores.uploads.get(id)?.upload ?? null,
      take: async (projectId, path, as) => {
        const checked = await checkFile(path);
        if (!checked.ok) return checked;
        uploads.take(projectId, [{ path, file: checked.value, as }]);
        return done;
      },
      retry: uploads.retry,
      remove: uploads.remove,
    },
    turns: {
      turn: turns.turn,
      // Its start was the user's yes to what it costs.
      send: (message) => turns.send({ ...message, beside: true, consented: true }),
      release: turns.release,
      limitFailure: turns.limitFailure,
      stop: turns.stop,
    },
    exports: {
      get: exports.get,
      begin: async (request) => {
        // Whatever else the user says in the project meanwhile, the item's own answer is there.
        const begun = await exports.begin({ ...request, whileRunning: 'now' });
        return begun.ok ? done : begun;
      },
      retry: exports.retry,
      cancel: exports.cancel,
      reserved: exports.reserved,
    },
    exists: existsSync,
  });
}
