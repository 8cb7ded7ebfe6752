import { randomUUID } from 'node:crypto';
import { type Batches, createBatches } from '../../src/main/batch/batches.ts';
import { subscribeBatches } from '../../src/main/app/app.ts';
import { type Bus, createBus } from '../../src/main/app/bus.ts';
import { openTurns } from '../../src/main/turns/turns.ts';
import { openProjects, type Projects } from '../../src/main/projects/projects.ts';
import { createWakeableSleep } from '../../src/main/wakeable-sleep.ts';
import { openSessions } from '../../src/main/projects/sessions.ts';
import { toFailure } from '../../src/main/api/errors.ts';
import type { StateReading } from '../../src/main/drafts/draft-versions.ts';
import type { Batch, BatchItem, BatchSummary } from '../../src/shared/domain/batch.ts';
import { isExportOver } from '../../src/shared/domain/export-job.ts';
import { type Failure, notFound } from '../../src/shared/domain/failure.ts';
import type { Turn } from '../../src/shared/domain/turn.ts';
import type { Upload } from '../../src/shared/domain/upload.ts';
import type { AppEvent } from '../../src/shared/contract/events.ts';
import { done, err, ok } from '../../src/shared/result.ts';
import { anExport, anUpload } from '../unit/main/storage/samples.ts';
import { type Answer, createAnswer } from './answer-in-hand.ts';
import { titleAdded, unchanged } from './conversation-rig.ts';
import { type BatchWorld, mortal } from './batch-world.ts';
import { testEnv } from './test-env.ts';

/** One run of the app, until it is closed or killed. */
export type BatchLife = {
  readonly batches: Batches;
  readonly projects: Projects;
  readonly events: readonly AppEvent[];
  readonly summaries: readonly BatchSummary[];
  /** Errors that the app reported: there should be none. */
  readonly faults: readonly unknown[];
  readonly batch: () => Batch;
  readonly item: (n: number) => BatchItem;
  readonly turn: (n: number) => Turn | null;
  /** Ends the running upload of an item. */
  readonly uploaded: (n: number, failure?: Failure) => void;
  /** Answers the running turn of an item. */
  readonly answer: (n: number, how?: 'changed' | 'unchanged' | 'question') => Promise<void>;
  readonly exported: (n: number, failure?: Failure) => void;
  /** The user tries the export again where exports are listed. */
  readonly retryExport: (n: number) => void;
  /** After this many more writes the app dies in the middle of one. */
  readonly dieAfter: (writes: number) => void;
  readonly kill: () => void;
  readonly isDead: () => boolean;
  /** Unsent text typed by hand and sent, for what happens beside a batch. */
  /** The user stops the answer of an item in the conversation. */
  readonly stopTurn: (n: number) => void;
  readonly say: (projectId: string, text: string) => void;
  readonly close: () => Promise<void>;
};

/** Starts the app on this world, and recovers what an earlier life left under way. */
export function startLife(world: BatchWorld): BatchLife {
  const { clock } = world;
  let dead = false;
  let writesLeft = Infinity;
  const stores = mortal(world.stores, () => {
    writesLeft -= 1;
    if (writesLeft < 0) dead = true;
    if (dead) throw new Error('The app is gone');
  });
  const summaries: BatchSummary[] = [];
  const faults: unknown[] = [];
  const answers = new Map<string, Answer>();
  const changed = new Map<string, boolean>();
  const report = (error: unknown): void => {
    if (!dead) faults.push(error);
  };
  const whole = createBus(report);
  const bus: Bus = { ...whole, emit: (event) => (dead ? undefined : whole.emit(event)) };
  const env = testEnv({ clock, bus, report });
  const { events } = env;
  const { emit } = bus;

  const projects = openProjects(env, {
    store: stores.projects,
    isAttended: () => true,
    giveBack: () => undefined,
  });
  const sessions = openSessions(env, {
    store: stores.projects,
    cloud: {
      createSession: () => Promise.resolve(ok({ sessionId: randomUUID(), taskId: 't', bindId: null })),
      claimToken: () => Promise.resolve(err({ kind: 'session-lost' })),
    },
    hadTimeline: () => false,
  });

  const setUpload = (id: string, change: Partial<Upload>): void => {
    const record = stores.uploads.get(id);
    if (!record) return;
    stores.uploads.save({ ...record, upload: { ...record.upload, ...change } });
    emit({ type: 'upload', upload: { ...record.upload, ...change } });
  };
  const uploads = {
    get: (id: string) => stores.uploads.get(id)?.upload ?? null,
    take: async (projectId: string, path: string, as: { readonly id: string; readonly turnId: string }) => {
      await Promise.resolve();
      const refusal = world.fileRefusals.shift();
      if (refusal) return err(refusal);
      const { upload } = anUpload(projectId, { ...as, state: 'uploading', note: '' });
      stores.uploads.save({ upload, path, sha256: null, cdnUrl: null });
      emit({ type: 'upload', upload });
      return done;
    },
    retry: (id: string) => {
      if (stores.uploads.get(id)?.upload.state !== 'failed') return notFound;
      setUpload(id, { state: 'uploading', failure: null });
      return done;
    },
    remove: (id: string) => {
      const upload = stores.uploads.get(id)?.upload;
      if (!upload || upload.state === 'uploaded') return notFound;
      stores.uploads.remove(id);
      emit({ type: 'upload-removed', projectId: upload.projectId, uploadId: id });
      return done;
    },
  };

  const reading = (projectId: string): StateReading => (changed.get(projectId) === true ? titleAdded : unchanged);
  const conversation = openTurns(env, {
    stores,
    projects,
    sessions: { ...sessions, isPresent: () => true },
    cloud: {
      runTurn: ({ message }) => {
        if (dead) return new Promise(() => undefined);
        world.posts.push(message);
        const refusal = world.refusals.shift();
        if (refusal) return Promise.resolve(err(refusal));
        const answer = createAnswer();
        answers.set(message, answer);
        return Promise.resolve(ok(answer.events));
      },
    },
    reader: {
      begin: () => Promise.resolve(),
      readReportingLoss: (projectId) => Promise.resolve(ok(reading(projectId))),
    },
    draftVersions: { since: () => unchanged, view: () => ({ timeline: titleAdded.timeline, preview: null }) },
    restore: { missing: () => Promise.resolve([]) },
    link: { balance: () => Promise.resolve({ available: 100, frozen: 0, total: 100 }) },
    balanceWatch: { begin: () => () => undefined },
    toFailure: (error) => toFailure(error),
    sleep: createWakeableSleep(clock),
    dailyCeiling: () => world.settings.dailyCeiling,
    spendRules: () => ({ spending: 'new-clips', silenced: [] }),
    batchMessages: () => [],
    uploads: {
      list: () => [],
      get: (ids) => ids.flatMap((id) => uploads.get(id) ?? []),
      ofTurn: ({ id, projectId }) =>
        stores.uploads.list(projectId).flatMap(({ upload }) => (upload.turnId === id ? [upload] : [])),
      areThere: () => true,
      attach: (ids, turnId) => ids.forEach((id) => setUpload(id, { turnId })),
      attachAgain: (ids, turnId) => ids.forEach((id) => setUpload(id, { turnId })),
      remove: uploads.remove,
      arrive: () => Promise.resolve('uploaded'),
    },
  });

  const setJob = (id: string, change: Partial<ReturnType<typeof anExport>['job']>): void => {
    const record = stores.exports.get(id);
    if (!record || isExportOver(record.job.state) === (change.state !== 'rendering')) return;
    stores.exports.save({ ...record, job: { ...record.job, ...change } });
    emit({ type: 'export', job: { ...record.job, ...change } });
  };
  const batches = createBatches(env, {
    store: stores.batches,
    projects,
    uploads,
    turns: {
      turn: conversation.turn,
      send: (message) => conversation.send({ ...message, beside: true }),
      release: conversation.release,
      limitFailure: conversation.limitFailure,
      stop: conversation.stop,
    },
    exports: {
      get: (id) => stores.exports.get(id)?.job ?? null,
      begin: async ({ projectId, id, targetPath, batchId }) => {
        await Promise.resolve();
        const refusal = world.exportRefusals.shift();
        if (refusal) return err(refusal);
        const record = { ...anExport(projectId, { id, state: 'rendering', batchId }), targetPath };
        stores.exports.save(record);
        emit({ type: 'export', job: record.job });
        return done;
      },
      retry: (id) => {
        setJob(id, { state: 'rendering', failure: null });
        return done;
      },
      cancel: (id) => {
        setJob(id, { state: 'cancelled' });
        return done;
      },
      reserved: () =>
        new Set(stores.exports.list().flatMap(({ job, targetPath }) => (isExportOver(job.state) ? [] : [targetPath]))),
    },
    exists: (path) => world.existing.has(path),
  });
  bus.on('batch-ended', ({ summary }) => summaries.push(summary));
  bus.on('project-restored', ({ projectId }) => conversation.wake(projectId));
  projects.keepWhile((id) => conversation.working().includes(id));
  subscribeBatches(bus, batches);

  for (const { upload } of stores.uploads.unfinished())
    setUpload(upload.id, { state: 'failed', failure: { code: 'interrupted' } });
  conversation.resume();
  batches.recover();

  const batch = (): Batch => {
    const newest = batches.list().at(-1);
    if (!newest) throw new Error('There is no batch');
    return newest;
  };
  const item = (n: number): BatchItem => {
    const found = batch().items[n - 1];
    if (!found) throw new Error(`There is no item ${n}`);
    return found;
  };
  return {
    batches,
    projects,
    events,
    summaries,
    faults,
    batch,
    item,
    turn: (n) => conversation.turn(item(n).turnId ?? ''),
    uploaded: (n, failure) => {
      const upload = uploads.get(item(n).uploadId ?? '');
      if (upload?.state !== 'uploading') return;
      setUpload(upload.id, failure ? { state: 'failed', failure } : { state: 'uploaded' });
    },
    answer: async (n, how = 'changed') => {
      const { message, projectId } = item(n);
      const answer = answers.get(message);
      if (!answer) return;
      answers.delete(message);
      changed.set(projectId ?? '', how === 'changed');
      const text = how === 'question' ? 'Which part do you mean?' : 'Done. I have trimmed it.';
      answer.send({ kind: 'text', index: 0, delta: text }, { kind: 'end', silent: false, broken: false });
      answer.finish();
      await clock.advance(0);
    },
    exported: (n, failure) => {
      const id = item(n).exportId ?? '';
      const target = stores.exports.get(id)?.targetPath;
      if (!failure && target !== undefined) world.existing.add(target);
      setJob(id, failure ? { state: 'failed', failure } : { state: 'saved' });
    },
    retryExport: (n) => setJob(item(n).exportId ?? '', { state: 'rendering', failure: null }),
    dieAfter: (count) => {
      writesLeft = count;
    },
    kill: () => {
      dead = true;
    },
    isDead: () => dead,
    stopTurn: (n) => void conversation.stop(item(n).turnId ?? ''),
    say: (projectId, text) => void conversation.send({ projectId, text, uploadIds: [], anyway: false }),
    close: async () => {
      await batches.close();
      await conversation.close();
    },
  };
}
