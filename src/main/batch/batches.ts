import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import {
  type Batch,
  type BatchMode,
  type BatchSummary,
  canRetry,
  countItems,
  isItemOver,
  isItemRunning,
  stopsAll,
} from '../../shared/domain/batch.ts';
import type { ExportJob } from '../../shared/domain/export-job.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { done, type Result } from '../../shared/result.ts';
import type { Env } from '../app/env.ts';
import type { BatchItemRecord, BatchStore } from '../storage/stores.ts';
import { createBatchJournal } from './batch-journal.ts';
import { accept, runItem, fail } from './run-item.ts';
import type { BatchContext, BatchRooms } from './context.ts';
import { isAbout, newItem } from './items.ts';
import type { TrayFile } from './tray.ts';
import { createWatch } from './watch.ts';

export type BatchOrder = {
  /** In the order in which they go. */
  readonly files: readonly TrayFile[];
  readonly template: string;
  readonly mode: BatchMode;
  /** Where all go in the mode `one`; null for a new project. */
  readonly projectId: string | null;
  /** The folder's absolute path; null for no exports. */
  readonly exports: { readonly folder: string; readonly pattern: string } | null;
};

export type BatchesDeps = BatchRooms & { readonly store: BatchStore };

/** All batches. */
export type Batches = {
  /** Oldest first. */
  readonly list: () => readonly Batch[];
  /** The batch is on the disk when this returns; answers with its id. */
  readonly start: (order: BatchOrder) => string;
  /** Nothing new begins; what runs goes on to its end. */
  readonly pause: (id: string) => Result<null, Failure>;
  /**
   * Goes on, with another try of what made the batch pause. `anyway`: the rest of it may pass the daily ceiling, as long as the app
   * runs; then it asks again.
   */
  readonly resume: (id: string, anyway: boolean) => Result<null, Failure>;
  /** Nothing new begins; what runs is stopped, as a turn is. */
  readonly stop: (id: string) => Result<null, Failure>;
  /** Another try of one item, or of all that failed or were stopped (null). */
  readonly retry: (id: string, itemId: string | null) => Result<null, Failure>;
  /** The user has seen to an item that needed it. */
  readonly accept: (id: string, itemId: string) => Result<null, Failure>;
  /** Takes a batch that is over out of the list; its projects stay. */
  readonly remove: (id: string) => Result<null, Failure>;
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

/** How many items of a batch go at once; those of one project go strictly one after the other. */
const atOnce: Readonly<Record<BatchMode, number>> = { each: 2, one: 1 };

export function createBatches(env: Env, parts: BatchesDeps): Batches {
  const { clock, bus, report } = env;
  const closing = new AbortController();
  const journal = createBatchJournal(env, parts.store);
  const watch = createWatch();
  const pastCeiling = new Set<string>();
  const passesCeiling = (batchId: string): boolean => pastCeiling.has(batchId);
  const context: BatchContext = { ...parts, clock, journal, watch, passesCeiling, closing: closing.signal };
  /** Items that are being carried, with the batch they belong to. */
  const running = new Map<string, { readonly batchId: string; readonly done: Promise<void> }>();

  /** Items whose failure could not even be written down: they would fail again for ever, and wait for the user or a restart. */
  const stuck = new Set<string>();

  const launch = (batchId: string, itemId: string): void => {
    if (running.has(itemId)) return;
    // Begins after `carried` knows it.
    const done = Promise.resolve()
      .then(() => runItem(context, itemId))
      .catch((error: unknown) => failQuietly(itemId, error))
      .finally(() => {
        running.delete(itemId);
        if (!closing.signal.aborted) afterwards(batchId);
      })
      .catch(report);
    running.set(itemId, { batchId, done });
  };

  const failQuietly = (itemId: string, error: unknown): void => {
    report(error);
    const record = journal.item(itemId);
    if (record === null || isItemOver(record.item.state) || closing.signal.aborted) return;
    try {
      fail(context, record, { code: 'internal' });
    } catch (again) {
      stuck.add(itemId);
      report(again);
    }
  };

  /** Begins what may begin, and ends what is over. */
  const advance = (batchId: string): void => {
    const batch = journal.batch(batchId);
    if (batch === null) return;
    const items = journal.items(batchId);
    if (batch.head.state === 'running') {
      const busy = [...running.values()].filter((one) => one.batchId === batchId).length;
      const next = items.filter(({ item }) => item.state === 'waiting' && !running.has(item.id) && !stuck.has(item.id));
      for (const { item } of next.slice(0, Math.max(0, atOnce[batch.head.mode] - busy))) launch(batchId, item.id);
    }
    const open = batch.head.state === 'running' || batch.head.state === 'paused';
    // What hit a wall is tried again when the user goes on, so the batch is not over.
    if (!open || batch.head.pause?.by === 'failure' || !items.every(({ item }) => isItemOver(item.state))) return;
    journal.moveBatch(batchId, 'finish');
    tell(batchId, 'done');
  };

  const afterwards = (batchId: string): void => {
    advance(batchId);
    const head = journal.batch(batchId)?.head;
    if (head?.state === 'paused' && head.pause?.by !== 'user' && !busyIn(batchId)) tell(batchId, 'paused');
  };

  const busyIn = (batchId: string): boolean => [...running.values()].some((one) => one.batchId === batchId);

  const tell = (batchId: string, state: BatchSummary['state']): void =>
    bus.emit({
      type: 'batch-ended',
      summary: { batchId, state, counts: countItems(journal.items(batchId).map(({ item }) => item)) },
    });

  const retryItem = ({ item }: BatchItemRecord): void => {
    const fresh = item.exportId === null ? { turnId: null } : {};
    // A new session does not have the file.
    const upload = item.failure?.code === 'session-lost' ? { uploadId: null } : {};
    journal.moveItem(item.id, 'retry', { failure: null, doubt: null, ...fresh, ...upload });
  };

  /** An export that the user tries again where exports are listed is its item's, too. No other item begins because of it. */
  const followExport = ({ id: exportId, state, batchId }: ExportJob): void => {
    if (batchId === null || state === 'failed' || state === 'cancelled') return;
    const record = journal.items(batchId).find(({ item }) => item.exportId === exportId);
    if (record === undefined || !canRetry(record.item) || running.has(record.item.id)) return;
    retryItem(record);
    const head = journal.batch(batchId)?.head;
    if (head?.state === 'done' || head?.state === 'stopped') journal.moveBatch(batchId, 'reopen');
    launch(batchId, record.item.id);
  };

  const haltItem = ({ item }: BatchItemRecord): void => {
    if (item.state === 'waiting') journal.moveItem(item.id, 'stop');
    else if (item.state === 'uploading') parts.uploads.remove(item.uploadId ?? '');
    else if (item.state === 'asking') parts.conversation.stop(item.turnId ?? '');
    else if (item.state === 'exporting') parts.exports.cancel(item.exportId ?? '');
  };

  const halt = (batchId: string): void => {
    journal.moveBatch(batchId, 'stop');
    journal.items(batchId).forEach(haltItem);
  };

  const haltProject = (projectId: string): void => {
    for (const { head, projectId: shared } of journal.batches()) {
      const open = head.state === 'running' || head.state === 'paused';
      if (shared === projectId && open) halt(head.id);
      else
        for (const record of journal.items(head.id))
          if (record.item.projectId === projectId && isItemRunning(record.item.state)) haltItem(record);
    }
  };

  const start = (order: BatchOrder): string => {
    const id = randomUUID();
    const shared = order.mode === 'one' ? (order.projectId ?? randomUUID()) : null;
    const { exports } = order;
    const head = {
      id,
      state: 'running',
      pause: null,
      mode: order.mode,
      template: order.template,
      exports: exports && { folder: basename(exports.folder), pattern: exports.pattern },
      createdAt: clock.now(),
      endedAt: null,
    } as const;
    const items = order.files.map((file, index) => newItem(id, file, index + 1, order.template));
    journal.add({ head, projectId: shared, folder: exports?.folder ?? null }, items);
    advance(id);
    return id;
  };

  return {
    list: journal.list,
    start,
    pause: (id) => {
      if (journal.batch(id)?.head.state !== 'running') return notFound;
      journal.moveBatch(id, 'pause', { by: 'user' });
      return done;
    },
    resume: (id, anyway) => {
      const batch = journal.batch(id);
      if (batch?.head.state !== 'paused') return notFound;
      if (anyway) pastCeiling.add(id);
      const held = journal
        .items(id)
        .filter(({ item }) => item.failure !== null && canRetry(item) && stopsAll(item.failure));
      for (const record of held) retryItem(record);
      stuck.clear();
      journal.moveBatch(id, 'resume');
      advance(id);
      return done;
    },
    stop: (id) => {
      const state = journal.batch(id)?.head.state;
      if (state !== 'running' && state !== 'paused') return notFound;
      halt(id);
      return done;
    },
    retry: (id, itemId) => {
      const wanted = journal.items(id).filter(({ item }) => canRetry(item) && (itemId === null || item.id === itemId));
      // One that is only just ending is still being carried.
      const free = wanted.filter(({ item }) => !running.has(item.id));
      if (free.length === 0) return notFound;
      free.forEach(retryItem);
      if (journal.batch(id)?.head.state !== 'running') journal.moveBatch(id, 'reopen');
      advance(id);
      return done;
    },
    accept: (id, itemId) => {
      const record = journal.item(itemId);
      if (record?.batchId !== id || record.item.state !== 'needs-you' || running.has(itemId)) return notFound;
      const next = accept(context, record);
      const head = journal.batch(id)?.head;
      if (head?.pause?.by === 'item') journal.moveBatch(id, 'resume');
      if (isItemRunning(next.item.state)) {
        if (head?.state === 'done' || head?.state === 'stopped') journal.moveBatch(id, 'reopen');
        launch(id, itemId);
      }
      advance(id);
      return done;
    },
    remove: (id) => {
      const state = journal.batch(id)?.head.state;
      if ((state !== 'done' && state !== 'stopped') || busyIn(id)) return notFound;
      journal.remove(id);
      return done;
    },
    tellsOf: (id) => journal.batches().some(({ head }) => journal.items(head.id).some(({ item }) => isAbout(item, id))),
    projectRemoved: haltProject,
    exportChanged: followExport,
    wake: watch.wake,
    recover: () => {
      for (const { head } of journal.batches()) {
        for (const record of journal.items(head.id)) {
          const { id, state } = record.item;
          if (isItemRunning(state)) launch(head.id, id);
          // The app ended before all of it was stopped or begun anew. A turn that had begun is asked after, like any other.
          else if ((head.state === 'stopped' || head.state === 'done') && state === 'waiting') haltItem(record);
        }
        advance(head.id);
      }
    },
    running: () => running.size > 0,
    close: async () => {
      closing.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}
