import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { shownName } from '../../shared/domain/shown-name.ts';
import {
  isExportOver,
  nextExportState,
  type ExportEvent,
  type ExportJob,
  type ExportJobs,
} from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { type AskUntil, isPassing } from '../api/ask-until.ts';
import type { CloudError } from '../api/errors.ts';
import type { Bus } from '../app/bus.ts';
import type { Env } from '../app/env.ts';
import type { Clock } from '../clock.ts';
import type { ExportRecord, ExportStore } from '../storage/stores.ts';
import type { Timings } from '../timings.ts';

/** Where an export goes. */
export type ExportTarget = {
  readonly path: string;
  /** The user was asked, and agreed, that the file there is replaced. */
  readonly replaces: boolean;
};

/** A draft as the cloud sent it, and the session that it is of. */
export type FrozenDraft = { readonly sessionId: string; readonly draft: unknown; readonly version: number | null };

export type ExportOrder = {
  /** Where one was written down before. */
  readonly id?: string | undefined;
  readonly projectId: string;
  /** What is rendered: it goes to the cloud exactly as it is, and has content. Null: what the running answer leaves, once it has ended. */
  readonly frozen: FrozenDraft | null;
  readonly target: ExportTarget;
  readonly batchId: string | null;
};

/** What may be written down along with a transition, or by itself. The job's file name follows the target. */
type ExportPatch = Partial<Omit<ExportRecord, 'job'>> &
  Partial<
    Pick<ExportJob, 'version' | 'received' | 'bytes' | 'failure' | 'polls' | 'progress' | 'estimateMs' | 'check'>
  >;

/** The journal of exports: the only place that changes one. Each change is on the disk before it is announced. */
export type ExportJournal = {
  readonly jobs: () => readonly ExportJob[];
  readonly page: (before: number | null) => ExportJobs;
  readonly get: (id: string) => ExportRecord | null;
  readonly draft: (id: string) => unknown;
  readonly add: (order: ExportOrder) => ExportRecord;
  /** Throws where the event is illegal in the record's state. With a draft, freezes it. */
  readonly transition: (
    record: ExportRecord,
    event: ExportEvent,
    patch?: ExportPatch,
    frozen?: { readonly draft: unknown },
  ) => ExportRecord;
  /** Writes something down within a state. One that has left the state meanwhile (the user cancelled) stays as it is. */
  readonly patch: (record: ExportRecord, patch: ExportPatch) => ExportRecord;
  readonly fail: (record: ExportRecord, failure: Failure, patch?: ExportPatch) => ExportRecord;
  /** The render of a cancelled export is over. */
  readonly forgetRender: (id: string, renderId: string) => void;
  /** Announces how far a download is; what counts after a restart is written down with the part. */
  readonly progress: (record: ExportRecord, received: number, bytes: number | null) => void;
};

/** What every step of one export on its way works with. */
export type ExportRun = {
  readonly journal: ExportJournal;
  readonly askUntil: AskUntil;
  readonly describe: (error: CloudError) => Failure;
  readonly clock: Clock;
  /** Aborted when the user cancels, or the app ends. */
  readonly signal: AbortSignal;
  /** Aborted when the app ends: everything stops where it is, and goes on after the next start. */
  readonly closing: AbortSignal;
};

/** For answers to a question that is asked again: undefined where the error says nothing about the export. */
export function failUnlessPassing(
  { journal, describe }: Pick<ExportRun, 'journal' | 'describe'>,
  record: ExportRecord,
  error: CloudError,
): ExportRecord | undefined {
  return isPassing(error) ? undefined : journal.fail(record, describe(error));
}

const progressEveryMs = 200;
/** Read in some milliseconds, in which main stands still. */
const pageLength = 300;

/** What the exports need of the app's environment. */
export type ExportEnv = Pick<Env, 'clock' | 'report'> & {
  readonly bus: Pick<Bus, 'emit'>;
  readonly timings: Pick<Timings, 'renderPollMs'>;
};

export function createExportJournal(
  { bus, clock }: Pick<ExportEnv, 'bus' | 'clock'>,
  store: ExportStore,
): ExportJournal {
  const live = new Map<string, Pick<ExportJob, 'received' | 'bytes'> & { readonly emittedAt: number }>();

  const announce = (job: ExportJob): void => bus.emit({ type: 'export', job });

  const current = (job: ExportJob): ExportJob => {
    const progress = live.get(job.id);
    return progress ? { ...job, received: progress.received, bytes: progress.bytes } : job;
  };

  const transition: ExportJournal['transition'] = (record, event, patch = {}, frozen) => {
    const state = nextExportState(record.job.state, event);
    if (state === null) throw new Error(`An export that is ${record.job.state} cannot ${event}`);
    const now = clock.now();
    const { job, ...rest } = withPatch(record, { polls: 0, progress: null, ...patch });
    const next = { ...rest, job: { ...job, state, phaseAt: now, endedAt: isExportOver(state) ? now : null } };
    store.save(next, frozen);
    live.delete(job.id);
    announce(next.job);
    if (state === 'saved' || state === 'failed') bus.emit({ type: 'export-ended', job: next.job });
    return next;
  };

  return {
    jobs: () => store.list().map(({ job }) => current(job)),
    page: (place) => {
      const { records, before } = store.page(place, pageLength);
      return { exports: records.map(({ job }) => current(job)), older: before };
    },
    get: store.get,
    draft: store.draft,
    add: (order) => {
      const record = newRecord(order, clock.now());
      store.add(record, order.frozen ? { draft: order.frozen.draft } : undefined);
      announce(record.job);
      return record;
    },
    transition,
    patch: (record, patch) => {
      const kept = store.get(record.job.id);
      if (kept?.job.state !== record.job.state) return kept ?? record;
      const next = withPatch(kept, patch);
      store.save(next);
      announce(current(next.job));
      return next;
    },
    fail: (record, failure, patch = {}) => transition(record, 'fail', { ...patch, failure }),
    forgetRender: (id, renderId) => {
      const record = store.get(id);
      if (record?.job.state === 'cancelled' && record.renderId === renderId) store.save({ ...record, renderId: null });
    },
    progress: (record, received, bytes) => {
      const emittedAt = live.get(record.job.id)?.emittedAt ?? -Infinity;
      const now = clock.steady();
      const due = now - emittedAt >= progressEveryMs;
      live.set(record.job.id, { received, bytes, emittedAt: due ? now : emittedAt });
      if (due) announce({ ...record.job, received, bytes });
    },
  };
}

function newRecord({ id = randomUUID(), projectId, frozen, target, batchId }: ExportOrder, now: number): ExportRecord {
  return {
    job: {
      id,
      projectId,
      fileName: shownName(basename(target.path)),
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

function withPatch(record: ExportRecord, patch: ExportPatch): ExportRecord {
  const { version, received, bytes, failure, polls, progress, estimateMs, check, ...own } = patch;
  const next = { ...record, ...own };
  const given = Object.entries({ version, received, bytes, failure, polls, progress, estimateMs, check });
  const changes = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Partial<ExportJob>;
  return { ...next, job: { ...record.job, ...changes, fileName: shownName(basename(next.targetPath)) } };
}
