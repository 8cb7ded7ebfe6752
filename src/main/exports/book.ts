import { isExportOver, nextExportState, type ExportEvent, type ExportJob } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Clock } from '../clock.ts';
import type { ExportRecord, ExportStore } from '../state/stores.ts';

/** What may be written down along with a transition. */
export type Entry = Partial<Pick<ExportRecord, 'renderId' | 'renders' | 'outputUrl'>> &
  Partial<Pick<ExportJob, 'received' | 'bytes' | 'failure'>>;

/** The journal of exports: the only place that changes one. Each change is on the disk before it is told. */
export type Book = {
  readonly jobs: () => readonly ExportJob[];
  readonly records: () => readonly ExportRecord[];
  readonly get: (id: string) => ExportRecord | null;
  readonly add: (record: ExportRecord) => ExportRecord;
  /** Throws where the event is illegal in the record's state. */
  readonly advance: (record: ExportRecord, event: ExportEvent, entry?: Entry) => ExportRecord;
  readonly fail: (record: ExportRecord, failure: Failure, entry?: Entry) => ExportRecord;
  /** The render of a cancelled export is over. */
  readonly forgetRender: (id: string, renderId: string) => void;
  /** Tells how far a download is, at most every 100 ms; not written down, since it starts over after a restart. */
  readonly progress: (record: ExportRecord, received: number, bytes: number | null) => void;
};

const progressEveryMs = 100;

export type BookParts = {
  readonly store: ExportStore;
  readonly clock: Clock;
  readonly emit: (job: ExportJob) => void;
  readonly notify: (record: ExportRecord) => void;
};

export function createBook({ store, clock, emit, notify }: BookParts): Book {
  const live = new Map<string, Pick<ExportJob, 'received' | 'bytes'> & { readonly toldAt: number }>();

  const current = (job: ExportJob): ExportJob => {
    const progress = live.get(job.id);
    return progress ? { ...job, received: progress.received, bytes: progress.bytes } : job;
  };

  const write = (record: ExportRecord): ExportRecord => {
    store.save(record);
    live.delete(record.job.id);
    emit(record.job);
    return record;
  };

  const advance: Book['advance'] = (record, event, entry = {}) => {
    const state = nextExportState(record.job.state, event);
    if (state === null) throw new Error(`An export that is ${record.job.state} cannot ${event}`);
    const {
      received = record.job.received,
      bytes = record.job.bytes,
      failure = record.job.failure,
      ...journal
    } = entry;
    const endedAt = isExportOver(state) ? clock.now() : null;
    const next = write({ ...record, ...journal, job: { ...record.job, state, received, bytes, failure, endedAt } });
    if (state === 'saved' || state === 'failed') notify(next);
    return next;
  };

  return {
    jobs: () => store.list().map(({ job }) => current(job)),
    records: store.list,
    get: store.get,
    add: write,
    advance,
    fail: (record, failure, entry = {}) => advance(record, 'fail', { ...entry, failure }),
    forgetRender: (id, renderId) => {
      const record = store.get(id);
      if (record?.job.state === 'cancelled' && record.renderId === renderId) store.save({ ...record, renderId: null });
    },
    progress: (record, received, bytes) => {
      const toldAt = live.get(record.job.id)?.toldAt ?? -Infinity;
      const due = clock.now() - toldAt >= progressEveryMs;
      live.set(record.job.id, { received, bytes, toldAt: due ? clock.now() : toldAt });
      if (due) emit({ ...record.job, received, bytes });
    },
  };
}
