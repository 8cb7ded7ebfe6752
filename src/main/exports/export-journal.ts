import { basename } from 'node:path';
import { isExportOver, nextExportState, type ExportEvent, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Clock } from '../clock.ts';
import type { ExportRecord, ExportStore } from '../storage/stores.ts';

/** What may be written down along with a transition, or by itself. The job's file name follows the target. */
export type Entry = Partial<Omit<ExportRecord, 'job'>> &
  Partial<
    Pick<ExportJob, 'version' | 'received' | 'bytes' | 'failure' | 'polls' | 'progress' | 'estimateMs' | 'check'>
  >;

/** The journal of exports: the only place that changes one. Each change is on the disk before it is told. */
export type ExportJournal = {
  readonly jobs: () => readonly ExportJob[];
  readonly records: () => readonly ExportRecord[];
  readonly get: (id: string) => ExportRecord | null;
  readonly draft: (id: string) => unknown;
  /** With a draft, freezes it. */
  readonly add: (record: ExportRecord, frozen?: { readonly draft: unknown }) => ExportRecord;
  /** Throws where the event is illegal in the record's state. */
  readonly advance: (
    record: ExportRecord,
    event: ExportEvent,
    entry?: Entry,
    frozen?: { readonly draft: unknown },
  ) => ExportRecord;
  /** Writes something down within a state. One that has left the state meanwhile (the user cancelled) stays as it is. */
  readonly note: (record: ExportRecord, entry: Entry) => ExportRecord;
  readonly fail: (record: ExportRecord, failure: Failure, entry?: Entry) => ExportRecord;
  /** The render of a cancelled export is over. */
  readonly forgetRender: (id: string, renderId: string) => void;
  /** Tells how far a download is, at most every 200 ms; what counts after a restart is noted with the part. */
  readonly progress: (record: ExportRecord, received: number, bytes: number | null) => void;
};

const progressEveryMs = 200;

export type ExportJournalParts = {
  readonly store: ExportStore;
  readonly clock: Clock;
  readonly emit: (job: ExportJob) => void;
  readonly notify: (record: ExportRecord) => void;
};

export function createExportJournal({ store, clock, emit, notify }: ExportJournalParts): ExportJournal {
  const live = new Map<string, Pick<ExportJob, 'received' | 'bytes'> & { readonly toldAt: number }>();

  const current = (job: ExportJob): ExportJob => {
    const progress = live.get(job.id);
    return progress ? { ...job, received: progress.received, bytes: progress.bytes } : job;
  };

  const write: ExportJournal['add'] = (record, frozen) => {
    store.save(record, frozen);
    return record;
  };

  const advance: ExportJournal['advance'] = (record, event, entry = {}, frozen) => {
    const state = nextExportState(record.job.state, event);
    if (state === null) throw new Error(`An export that is ${record.job.state} cannot ${event}`);
    const now = clock.now();
    const changed = withEntry(record, { polls: 0, progress: null, ...entry });
    const next = write(
      { ...changed, job: { ...changed.job, state, phaseAt: now, endedAt: isExportOver(state) ? now : null } },
      frozen,
    );
    live.delete(record.job.id);
    emit(next.job);
    if (state === 'saved' || state === 'failed') notify(next);
    return next;
  };

  return {
    jobs: () => store.list().map(({ job }) => current(job)),
    records: store.list,
    get: store.get,
    draft: store.draft,
    add: (record, frozen) => {
      store.add(record, frozen);
      emit(record.job);
      return record;
    },
    advance,
    note: (record, entry) => {
      const kept = store.get(record.job.id);
      if (kept?.job.state !== record.job.state) return kept ?? record;
      const next = write(withEntry(kept, entry));
      emit(current(next.job));
      return next;
    },
    fail: (record, failure, entry = {}) => advance(record, 'fail', { ...entry, failure }),
    forgetRender: (id, renderId) => {
      const record = store.get(id);
      if (record?.job.state === 'cancelled' && record.renderId === renderId) store.save({ ...record, renderId: null });
    },
    progress: (record, received, bytes) => {
      const toldAt = live.get(record.job.id)?.toldAt ?? -Infinity;
      const now = clock.steady();
      const due = now - toldAt >= progressEveryMs;
      live.set(record.job.id, { received, bytes, toldAt: due ? now : toldAt });
      if (due) emit({ ...record.job, received, bytes });
    },
  };
}

function withEntry(record: ExportRecord, entry: Entry): ExportRecord {
  const { version, received, bytes, failure, polls, progress, estimateMs, check, ...journal } = entry;
  const next = { ...record, ...journal };
  const given = Object.entries({ version, received, bytes, failure, polls, progress, estimateMs, check });
  const changes = Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Partial<ExportJob>;
  return { ...next, job: { ...record.job, ...changes, fileName: basename(next.targetPath) } };
}
