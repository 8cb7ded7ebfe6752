import {
  isExportOver,
  nextExportState,
  type ExportJob,
  type ExportJobs,
  type ExportState,
} from '../../shared/domain/export-job.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { done, err, type Result } from '../../shared/result.ts';
import { createAskUntil } from '../api/ask-until.ts';
import type { CloudError } from '../api/errors.ts';
import { storageFailure } from '../storage/sqlite.ts';
import type { ExportRecord, ExportStore } from '../storage/stores.ts';
import { createWakeableSleep, type WakeableSleep } from '../wakeable-sleep.ts';
import { deliver, checkForBlank, type DeliverRun } from './deliver.ts';
import {
  createExportJournal,
  failUnlessPassing,
  type ExportJournal,
  type ExportOrder,
  type ExportEnv,
  type ExportTarget,
  type FrozenDraft,
} from './journal.ts';
import { createKeyedQueue } from './keyed-queue.ts';
import { createRenderIds, finishCancelled, render, type RenderRun } from './render.ts';

/** So long is what a failed export has fetched kept for its retry, ms. */
export const keptForRetryMs = 7 * 24 * 60 * 60_000;

export type ExportQueueDeps = Pick<RenderRun, 'cloud' | 'sessionLost' | 'anotherSession' | 'describe'> &
  Pick<DeliverRun, 'fetchPart' | 'files' | 'detectBlank'> &
  Pick<WaitingRun, 'turnRunning' | 'freshDraft'> & {
    readonly store: ExportStore;
    /** 0..1 */
    readonly random: () => number;
  };

export type ExportQueue = {
  /** All exports, oldest first. */
  readonly list: () => readonly ExportJob[];
  /** The newest ones, or those before a place that an earlier page has told. */
  readonly page: (before: number | null) => ExportJobs;
  /** The export is on the disk when this returns. */
  readonly start: (order: ExportOrder) => ExportJob;
  /** The cloud is asked to stop its render, and may not. Errors: `not-found`, also where it is too late. */
  readonly cancel: (id: string) => Result<null, Failure>;
  /** Tries a failed or cancelled export again, at another place if one is given. Errors: `not-found` for any other. */
  readonly retry: (id: string, target?: ExportTarget) => Result<null, Failure>;
  /**
   * Removes an export that is over, and its unfinished download; a saved file stays. Errors: `export-busy` while the render of a
   * cancelled one is still watched.
   */
  readonly remove: (id: string) => Result<null, Failure>;
  /** The same with all of a project that is about to be deleted for good. */
  readonly removeProject: (projectId: string) => void;
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

type WaitingRun = Pick<RenderRun, 'journal' | 'askUntil' | 'describe' | 'signal' | 'renderPollMs'> & {
  /** Woken when an answer has ended. */
  readonly answers: WakeableSleep;
  readonly turnRunning: (projectId: string) => boolean;
  /** Null: there is nothing to export yet. */
  readonly freshDraft: (projectId: string) => Promise<Result<FrozenDraft | null, CloudError>>;
};

type FullRun = RenderRun & DeliverRun & WaitingRun;

/** Brings exports from the order to the file on the disk: one render per session at a time, several sessions at once. */
export function createExportQueue(env: ExportEnv, deps: ExportQueueDeps): ExportQueue {
  const { clock, report } = env;
  const { store, files } = deps;
  const { renderPollMs } = env.timings;
  const closing = new AbortController();
  const journal = createExportJournal(env, store);
  const sleep = createWakeableSleep(clock);
  const shared: Omit<FullRun, 'signal'> = {
    ...deps,
    clock,
    journal,
    askUntil: createAskUntil({ sleep, everyMs: renderPollMs, random: deps.random }),
    answers: createWakeableSleep(clock),
    nextRenderId: createRenderIds(clock, store.renderIds),
    sessions: createKeyedQueue(),
    targets: createKeyedQueue(),
    renderPollMs,
    closing: closing.signal,
  };
  /** Nobody waits for it: neither who removes the export, nor the end of the app. */
  const checkSaved = (id: string): void => void checkForBlank(shared, id).catch(report);
  const runs = createRuns(async (id, signal) => {
    await runExport({ ...shared, signal }, id, report);
    checkSaved(id);
  });

  const remove: ExportQueue['remove'] = (id) => {
    const record = journal.get(id);
    if (record === null || !isExportOver(record.job.state) || runs.ids().includes(id))
      return err({ code: 'export-busy' });
    store.remove(id);
    if (record.part !== null) void files.remove(record.part.path);
    return done;
  };

  return {
    list: journal.jobs,
    page: journal.page,
    start: (order) => {
      const { job } = journal.add(order);
      runs.start(job.id);
      return job;
    },
    cancel: (id) => {
      const record = journal.get(id);
      if (record === null || nextExportState(record.job.state, 'cancel') === null) return notFound;
      const { state } = record.job;
      const atCloud = state === 'submitted' || state === 'rendering';
      journal.transition(record, 'cancel', { ...(atCloud ? {} : { renderId: null }), received: 0, bytes: null });
      runs.abort(id);
      return done;
    },
    retry: (id, target) => {
      const record = journal.get(id);
      if (record === null || !retry(journal, record, target)) return notFound;
      runs.start(id);
      return done;
    },
    remove,
    removeProject: (projectId) => {
      for (const { job } of store.ofProject(projectId)) remove(job.id);
    },
    resume: () => {
      const records = store.unsettled();
      for (const { job } of unfinished(records)) runs.start(job.id);
      void clearLeftovers(shared, records).catch(report);
      for (const { job } of records) if (job.check?.watched === false) checkSaved(job.id);
    },
    pollNow: sleep.wake,
    turnEnded: shared.answers.wake,
    running: () => runs.ids().some((id) => !isExportOver(journal.get(id)?.job.state ?? 'cancelled')),
    reserved: () => new Set(runs.ids().map((id) => journal.get(id)?.targetPath ?? '')),
    close: async () => {
      closing.abort();
      await runs.close();
    },
  };
}

/** One run of an export at a time: another try begins when the one before has ended. */
function createRuns(run: (id: string, signal: AbortSignal) => Promise<void>) {
  const runs = new Map<string, { readonly abort: AbortController; readonly done: Promise<void> }>();
  return {
    ids: (): readonly string[] => [...runs.keys()],
    start: (id: string): void => {
      const abort = new AbortController();
      const before = runs.get(id)?.done ?? Promise.resolve();
      const done = before.then(() => run(id, abort.signal)).finally(() => runs.get(id) === own && runs.delete(id));
      const own = { abort, done };
      runs.set(id, own);
    },
    abort: (id: string): void => runs.get(id)?.abort.abort(),
    close: async (): Promise<void> => {
      for (const { abort } of runs.values()) abort.abort();
      await Promise.all([...runs.values()].map(({ done }) => done));
    },
  };
}

/** Writes down what another try begins with; false for one that is under way, or saved. */
function retry(journal: ExportJournal, record: ExportRecord, target: ExportTarget | undefined): boolean {
  const event = journal.draft(record.job.id) === null ? 'wait' : 'retry';
  if (nextExportState(record.job.state, event) === null) return false;
  const fresh = record.job.state === 'cancelled' ? { renderId: null, outputUrl: null } : {};
  const place = target === undefined ? {} : { targetPath: target.path, replaces: target.replaces };
  const kept = { received: record.part?.safeBytes ?? 0, bytes: null };
  journal.transition(record, event, { ...fresh, ...place, ...kept, renders: 0, failure: null });
  return true;
}

const resumeOrder: Readonly<Partial<Record<ExportState, number>>> = {
  cancelled: 0,
  checking: 0,
  downloading: 1,
  rendering: 1,
  submitted: 1,
};

/** Those at the cloud come before those that wait, or a waiting one would take the session of an active render. */
function unfinished(records: readonly ExportRecord[]): readonly ExportRecord[] {
  const place = ({ job }: ExportRecord): number => resumeOrder[job.state] ?? 2;
  const hasLeftovers = ({ renderId, part }: ExportRecord): boolean => renderId !== null || part !== null;
  return records
    .filter((record) => !isExportOver(record.job.state) || (record.job.state === 'cancelled' && hasLeftovers(record)))
    .toSorted((a, b) => place(a) - place(b));
}

/** Runs one export until it is over or the signal is aborted. */
async function runExport(run: FullRun, id: string, report: (error: unknown) => void): Promise<void> {
  try {
    let record = run.journal.get(id);
    if (record?.job.state === 'cancelled') await finishCancelled(run, record);
    while (record !== null && !isExportOver(record.job.state)) record = await step(run, record);
    await removeCancelledPart(run, id);
  } catch (error) {
    report(error);
    failQuietly(run, id, storageFailure(error) ?? { code: 'internal' }, report);
  }
}

function step(run: FullRun, record: ExportRecord): Promise<ExportRecord | null> {
  const { state } = record.job;
  if (state === 'waiting') return waitForAnswer(run, record);
  return state === 'downloading' || state === 'checking' ? deliver(run, record) : render(run, record);
}

/** Waits until the project's answer has ended, then freezes the draft that it left. Null where the signal ended it. */
function waitForAnswer(run: WaitingRun, record: ExportRecord): Promise<ExportRecord | null> {
  const { journal, answers, signal } = run;
  const { projectId } = record.job;
  return run.askUntil({
    ask: async () => {
      while (run.turnRunning(projectId) && !signal.aborted)
        await answers.pause(run.renderPollMs, answers.mark(), signal);
      return signal.aborted ? err({ kind: 'cancelled' }) : run.freshDraft(projectId);
    },
    settle: (fresh) => {
      if (!fresh.ok) return failUnlessPassing(run, record, fresh.error);
      if (fresh.value === null) return journal.fail(record, { code: 'nothing-to-export' });
      const { sessionId, version, draft } = fresh.value;
      return journal.transition(record, 'ready', { sessionId, version }, { draft });
    },
    signal,
  });
}

/** What had arrived of an export that the user has cancelled. */
async function removeCancelledPart({ journal, files, closing }: FullRun, id: string): Promise<void> {
  const record = journal.get(id);
  if (record?.job.state !== 'cancelled' || record.part === null || closing.aborted) return;
  await files.remove(record.part.path);
  journal.patch(record, { part: null });
}

/**
 * Deletes downloads that nobody has tried again; a later try starts over. A missing file may lie on a disk that is not plugged
 * in, so the next start looks for it again.
 */
async function clearLeftovers(
  { journal, files, clock }: Pick<FullRun, 'journal' | 'files' | 'clock'>,
  records: readonly ExportRecord[],
): Promise<void> {
  const isLeft = ({ job, part }: ExportRecord): boolean =>
    part !== null && job.state === 'failed' && clock.now() - (job.endedAt ?? clock.now()) >= keptForRetryMs;
  for (const { job } of records.filter(isLeft)) {
    const record = journal.get(job.id);
    // Retried, or removed, while others were looked at.
    if (!record?.part || !isLeft(record) || (await files.look(record.part.path)) === null) continue;
    await files.remove(record.part.path);
    if ((await files.look(record.part.path)) === null) journal.patch(record, { part: null, received: 0 });
  }
}

function failQuietly({ journal }: FullRun, id: string, failure: Failure, report: (error: unknown) => void): void {
  try {
    const record = journal.get(id);
    if (record !== null && !isExportOver(record.job.state)) journal.fail(record, failure);
  } catch (error) {
    report(error);
  }
}
