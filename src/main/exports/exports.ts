import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import { isExportOver, nextExportState, type ExportJob, type ExportState } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Clock } from '../clock.ts';
import type { CloudError } from '../cloud/errors.ts';
import type { ExportRecord, ExportStore } from '../state/stores.ts';
import type { Timings } from '../timings.ts';
import { createAlarm } from './alarm.ts';
import { createBook } from './book.ts';
import { deliver } from './delivery.ts';
import type { Desk, ExportCloud } from './desk.ts';
import type { ExportFiles } from './files.ts';
import { createGate } from './gate.ts';
import { finishCancelled, render } from './render.ts';
import { createRenderIds } from './render-ids.ts';

export type ExportsParts = {
  readonly store: ExportStore;
  readonly cloud: ExportCloud;
  readonly files: ExportFiles;
  readonly clock: Clock;
  readonly timings: Pick<Timings, 'renderPollMs'>;
  /** Told after every change that was written down, and while a download runs. */
  readonly emit: (job: ExportJob) => void;
  /** Told once when an export is saved or has failed. */
  readonly notify: (record: ExportRecord) => void;
  readonly describe: (error: CloudError) => Failure;
  /** Gets what should never happen (a journal that cannot be written). */
  readonly report: (error: unknown) => void;
};

export type ExportOrder = {
  readonly projectId: string;
  readonly sessionId: string;
  /** Goes to the cloud exactly as it is; that it has content was checked before. */
  readonly draft: unknown;
  /** Chosen by the user in the save dialog, which has asked about a file that is there already. */
  readonly targetPath: string;
};

export type Exports = {
  /** All exports, oldest first. */
  readonly list: () => readonly ExportJob[];
  /** The export is on the disk when this returns. */
  readonly start: (order: ExportOrder) => ExportJob;
  /** False where it is too late, or there is no such export. The cloud's render cannot be stopped. */
  readonly cancel: (id: string) => boolean;
  /** Another try of one that failed or was cancelled; false for any other. */
  readonly retry: (id: string) => boolean;
  /** At start: goes on with everything unfinished. */
  readonly resume: () => void;
  /** After the computer slept: asks the cloud now. */
  readonly pollNow: () => void;
  readonly running: () => boolean;
  /** Stops where it is; resolves when nothing touches the journal or the disk any more. */
  readonly close: () => Promise<void>;
};

type Runner = { readonly abort: AbortController; readonly done: Promise<void> };

/** Carries exports from the order to the file on the disk: one render per session at a time, several sessions at once. */
export function createExports(parts: ExportsParts): Exports {
  const closing = new AbortController();
  const book = createBook(parts);
  const desk: Desk = {
    book,
    cloud: parts.cloud,
    files: parts.files,
    alarm: createAlarm(parts.clock),
    nextRenderId: createRenderIds(parts.clock, () => book.records().map(({ renderId }) => renderId)),
    sessions: createGate(),
    targets: createGate(),
    describe: parts.describe,
    renderPollMs: parts.timings.renderPollMs,
    closing: closing.signal,
  };
  const runners = new Map<string, Runner>();

  const launch = (id: string): void => {
    const abort = new AbortController();
    const work = (): Promise<void> => carry(desk, id, abort.signal, parts.report);
    const before = runners.get(id)?.done;
    const done = (before ? before.then(work) : work()).then(() => {
      if (runners.get(id) === runner) runners.delete(id);
    });
    const runner = { abort, done };
    runners.set(id, runner);
  };

  return {
    list: book.jobs,
    start: (order) => {
      const record = book.add(newRecord(order, parts.clock.now()));
      launch(record.job.id);
      return record.job;
    },
    cancel: (id) => {
      const record = book.get(id);
      if (record === null || nextExportState(record.job.state, 'cancel') === null) return false;
      const { state } = record.job;
      const atCloud = state === 'submitted' || state === 'rendering';
      book.advance(record, 'cancel', { ...(atCloud ? {} : { renderId: null }), received: 0, bytes: null });
      runners.get(id)?.abort.abort();
      return true;
    },
    retry: (id) => {
      const record = book.get(id);
      if (record === null || nextExportState(record.job.state, 'retry') === null) return false;
      const fresh = record.job.state === 'cancelled' ? { renderId: null, outputUrl: null } : {};
      book.advance(record, 'retry', { ...fresh, renders: 0, failure: null, received: 0, bytes: null });
      launch(id);
      return true;
    },
    resume: () => {
      for (const record of unfinished(book.records())) launch(record.job.id);
    },
    pollNow: desk.alarm.ring,
    running: () => [...runners.keys()].some((id) => !isExportOver(book.get(id)?.job.state ?? 'cancelled')),
    close: async () => {
      closing.abort();
      const ending = [...runners.values()];
      for (const { abort } of ending) abort.abort();
      await Promise.all(ending.map(({ done }) => done));
    },
  };
}

function newRecord(order: ExportOrder, now: number): ExportRecord {
  return {
    job: {
      id: randomUUID(),
      projectId: order.projectId,
      fileName: basename(order.targetPath),
      state: 'queued',
      received: 0,
      bytes: null,
      failure: null,
      createdAt: now,
      endedAt: null,
    },
    sessionId: order.sessionId,
    draft: order.draft,
    targetPath: order.targetPath,
    renderId: null,
    renders: 0,
    outputUrl: null,
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
  return records
    .filter(({ job, renderId }) => !isExportOver(job.state) || (job.state === 'cancelled' && renderId !== null))
    .toSorted((a, b) => turn(a) - turn(b));
}

/** Runs one export until it is over or the signal is aborted. */
async function carry(desk: Desk, id: string, signal: AbortSignal, report: (error: unknown) => void): Promise<void> {
  try {
    let record = desk.book.get(id);
    if (record?.job.state === 'cancelled') await finishCancelled(desk, record);
    while (record !== null && !isExportOver(record.job.state)) {
      const { state } = record.job;
      const delivering = state === 'downloading' || state === 'checking';
      record = await (delivering ? deliver(desk, record, signal) : render(desk, record, signal));
    }
  } catch (error) {
    report(error);
    failQuietly(desk, id, report);
  }
}

function failQuietly(desk: Desk, id: string, report: (error: unknown) => void): void {
  try {
    const record = desk.book.get(id);
    if (record !== null && !isExportOver(record.job.state)) desk.book.fail(record, { code: 'internal' });
  } catch (error) {
    report(error);
  }
}
