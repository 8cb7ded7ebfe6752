import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isExportOver, nextExportState, type ExportJob, type ExportState } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Clock } from '../clock.ts';
import { storageFailure } from '../storage/sqlite.ts';
import type { ExportRecord, ExportStore } from '../storage/stores.ts';
import type { Timings } from '../timings.ts';
import { createWakeableSleep } from './wakeable-sleep.ts';
import { createExportJournal } from './export-journal.ts';
import { deliver } from './delivery.ts';
import type { ExportContext } from './context.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { clearLeftovers } from './leftovers.ts';
import { finishCancelled, render } from './render.ts';
import { createRenderIds } from './render-ids.ts';
import { waitForAnswer } from './waiting.ts';
import { type Watch, watchSaved } from './watch.ts';

export type ExportsParts = Pick<
  ExportContext,
  | 'cloud'
  | 'fetchPart'
  | 'files'
  | 'turnRunning'
  | 'freshDraft'
  | 'sessionLost'
  | 'anotherSession'
  | 'describe'
  | 'random'
> & {
  readonly store: ExportStore;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'renderPollMs'>;
  readonly watch: Watch;
  /** Told after every change that was written down, and while a download runs. */
  readonly emit: (job: ExportJob) => void;
  /** Told once when an export is saved or has failed. */
  readonly notify: (record: ExportRecord) => void;
  /** Gets what should never happen (a journal that cannot be written). */
  readonly report: (error: unknown) => void;
};

/** Where an export goes. */
export type ExportTarget = {
  readonly path: string;
  /** The user was asked, and agreed, that the file there is replaced. */
  readonly replaces: boolean;
};

export type ExportOrder = {
  /** Where one was written down before. */
  readonly id?: string | undefined;
  readonly projectId: string;
  /**
   * What is rendered, frozen from now on: it goes to the cloud exactly as it is; that it has content was checked before. Null: what the
   * running answer leaves, once it has ended.
   */
  readonly frozen: { readonly sessionId: string; readonly draft: unknown; readonly version: number | null } | null;
  readonly target: ExportTarget;
  readonly batchId: string | null;
};

export type Exports = {
  /** All exports, oldest first. */
  readonly list: () => readonly ExportJob[];
  /** The export is on the disk when this returns. */
  readonly start: (order: ExportOrder) => ExportJob;
  /** False where it is too late, or there is no such export. The cloud is asked to stop its render, and may not. */
  readonly cancel: (id: string) => boolean;
  /** Another try of one that failed or was cancelled, at another place where one is given; false for any other. */
  readonly retry: (id: string, target?: ExportTarget) => boolean;
  /** Takes one that is over off the list, and what is left of its download off the disk; false for any other. A saved file stays. */
  readonly forget: (id: string) => boolean;
  /** The same with all of a project that is about to be deleted for good. */
  readonly forgetProject: (projectId: string) => void;
  /** At start: goes on with everything unfinished, and clears up what nobody has come back for. */
  readonly resume: () => void;
  /** After the computer slept, or when the network is back: asks the cloud now. */
  readonly pollNow: () => void;
  /** An answer has ended: exports may have waited for it. */
  readonly turnEnded: () => void;
  readonly running: () => boolean;
  /** Where unfinished exports are about to put their files. */
  readonly reserved: () => ReadonlySet<string>;
  /** Stops where it is; resolves when nothing touches the journal or the disk any more. */
  readonly close: () => Promise<void>;
};

type Runner = { readonly abort: AbortController; readonly done: Promise<void> };

/** Carries exports from the order to the file on the disk: one render per session at a time, several sessions at once. */
export function createExports(parts: ExportsParts): Exports {
  const closing = new AbortController();
  const journal = createExportJournal(parts);
  const context: ExportContext = {
    journal,
    store: parts.store,
    cloud: parts.cloud,
    fetchPart: parts.fetchPart,
    files: parts.files,
    clock: parts.clock,
    sleep: createWakeableSleep(parts.clock),
    answers: createWakeableSleep(parts.clock),
    turnRunning: parts.turnRunning,
    freshDraft: parts.freshDraft,
    sessionLost: parts.sessionLost,
    anotherSession: parts.anotherSession,
    nextRenderId: createRenderIds(parts.clock, () => journal.records().map(({ renderId }) => renderId)),
    sessions: createKeyedQueue(),
    targets: createKeyedQueue(),
    describe: parts.describe,
    renderPollMs: parts.timings.renderPollMs,
    random: parts.random,
    closing: closing.signal,
  };
  const runners = new Map<string, Runner>();

  /** Nobody waits for it: neither who removes the export, nor the end of the app. */
  const watch = (id: string): void => void watchSaved(context, parts.watch, id).catch(parts.report);

  const launch = (id: string): void => {
    const abort = new AbortController();
    const work = (): Promise<void> => runExport(context, id, abort.signal, parts.report);
    const before = runners.get(id)?.done;
    const done = (before ? before.then(work) : work()).then(() => {
      if (runners.get(id) === runner) runners.delete(id);
      watch(id);
    });
    const runner = { abort, done };
    runners.set(id, runner);
  };

  const forget = (id: string): boolean => {
    const record = journal.get(id);
    if (record === null || !isExportOver(record.job.state) || runners.has(id)) return false;
    parts.store.remove(id);
    if (record.part !== null) void parts.files.remove(record.part.path);
    return true;
  };

  return {
    list: journal.jobs,
    start: (order) => {
      const { frozen } = order;
      const record = journal.add(newRecord(order, parts.clock.now()), frozen ? { draft: frozen.draft } : undefined);
      launch(record.job.id);
      return record.job;
    },
    cancel: (id) => {
      const record = journal.get(id);
      if (record === null || nextExportState(record.job.state, 'cancel') === null) return false;
      const { state } = record.job;
      const atCloud = state === 'submitted' || state === 'rendering';
      journal.advance(record, 'cancel', { ...(atCloud ? {} : { renderId: null }), received: 0, bytes: null });
      runners.get(id)?.abort.abort();
      return true;
    },
    retry: (id, target) => {
      const record = journal.get(id);
      if (record === null || nextExportState(record.job.state, 'retry') === null) return false;
      const fresh = record.job.state === 'cancelled' ? { renderId: null, outputUrl: null } : {};
      const place = target === undefined ? {} : { targetPath: target.path, replaces: target.replaces };
      const kept = { received: record.part?.safeBytes ?? 0, bytes: null };
      const event = journal.draft(id) === null ? 'wait' : 'retry';
      journal.advance(record, event, { ...fresh, ...place, ...kept, renders: 0, failure: null });
      launch(id);
      return true;
    },
    forget,
    forgetProject: (projectId) => {
      for (const { job } of journal.records()) if (job.projectId === projectId) forget(job.id);
    },
    resume: () => {
      const records = journal.records();
      for (const record of unfinished(records)) launch(record.job.id);
      void clearLeftovers(context, records).catch(parts.report);
      for (const { job } of records) if (job.check?.watched === false) watch(job.id);
    },
    pollNow: context.sleep.ring,
    turnEnded: context.answers.ring,
    running: () => [...runners.keys()].some((id) => !isExportOver(journal.get(id)?.job.state ?? 'cancelled')),
    reserved: () => new Set([...runners.keys()].map((id) => journal.get(id)?.targetPath ?? '')),
    close: async () => {
      closing.abort();
      const ending = [...runners.values()];
      for (const { abort } of ending) abort.abort();
      await Promise.all(ending.map(({ done }) => done));
    },
  };
}

function newRecord({ id = randomUUID(), projectId, frozen, target, batchId }: ExportOrder, now: number): ExportRecord {
  return {
    job: {
      id,
      projectId,
      fileName: basename(target.path),
      state: frozen === null ? 'waiting' : 'queued',
      version: frozen?.version ?? null,
      received: 0,
      bytes: null,
      failure: null,
      polls: 0,
      progress: null,
      phaseAt: now,
      estimateMs: null,
      check: null,
      batchId,
      createdAt: now,
      endedAt: null,
    },
    sessionId: frozen?.sessionId ?? '',
    // Without any session one is opened for this export.
    lostSession: frozen?.sessionId === '' ? '' : null,
    targetPath: target.path,
    replaces: target.replaces,
    renderId: null,
    renders: 0,
    outputUrl: null,
    part: null,
  };
}

const turns: Readonly<Partial<Record<ExportState, number>>> = {
  cancelled: 0,
  checking: 0,
  downloading: 1,
  rendering: 1,
  submitted: 1,
};

/** Those at the cloud come before those that wait, or a waiting one would take the session of an active render. */
function unfinished(records: readonly ExportRecord[]): readonly ExportRecord[] {
  const turn = ({ job }: ExportRecord): number => turns[job.state] ?? 2;
  const interchanges = ({ renderId, part }: ExportRecord): boolean => renderId !== null || part !== null;
  return records
    .filter((record) => !isExportOver(record.job.state) || (record.job.state === 'cancelled' && interchanges(record)))
    .toSorted((a, b) => turn(a) - turn(b));
}

/** Runs one export until it is over or the signal is aborted. */
async function runExport(
  context: ExportContext,
  id: string,
  signal: AbortSignal,
  report: (error: unknown) => void,
): Promise<void> {
  try {
    let record = context.journal.get(id);
    if (record?.job.state === 'cancelled') await finishCancelled(context, record);
    while (record !== null && !isExportOver(record.job.state)) record = await step(context, record, signal);
    await forgetPart(context, id);
  } catch (error) {
    report(error);
    failQuietly(context, id, storageFailure(error) ?? { code: 'internal' }, report);
  }
}

function step(context: ExportContext, record: ExportRecord, signal: AbortSignal): Promise<ExportRecord | null> {
  const { state } = record.job;
  if (state === 'waiting') return waitForAnswer(context, record, signal);
  const delivering = state === 'downloading' || state === 'checking';
  return delivering ? deliver(context, record, signal) : render(context, record, signal);
}

/** What had arrived of an export that the user has cancelled. */
async function forgetPart(context: ExportContext, id: string): Promise<void> {
  const record = context.journal.get(id);
  if (record?.job.state !== 'cancelled' || record.part === null || context.closing.aborted) return;
  await context.files.remove(record.part.path);
  context.journal.note(record, { part: null });
}

function failQuietly(context: ExportContext, id: string, failure: Failure, report: (error: unknown) => void): void {
  try {
    const record = context.journal.get(id);
    if (record !== null && !isExportOver(record.job.state)) context.journal.fail(record, failure);
  } catch (error) {
    report(error);
  }
}
