import { toFailure, type CloudError } from '../../../../src/main/api/errors.ts';
import type { Clock } from '../../../../src/main/clock.ts';
import type { BusEvent } from '../../../../src/main/app/bus.ts';
import type { FetchPart } from '../../../../src/main/exports/download.ts';
import type { ExportOrder, FrozenDraft } from '../../../../src/main/exports/journal.ts';
import { createExportQueue, type ExportQueue, type ExportQueueDeps } from '../../../../src/main/exports/queue.ts';
import type { ExportFiles } from '../../../../src/main/exports/files.ts';
import type { ExportRecord } from '../../../../src/main/storage/stores.ts';
import type { ExportJob } from '../../../../src/shared/domain/export-job.ts';
import { ok, type Result } from '../../../../src/shared/result.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';
import { temporaryStores } from '../../../support/temporary-stores.ts';
import { createFakeCloud, type ExportCloud } from './fake-cloud.ts';

export const renderPollMs = 30_000;

const probe = { durationMs: 1000, width: 640, height: 360, hasVideo: true, hasAudio: true } as const;

function createFakeFiles(clock: FakeClock, disk: Map<string, string>): ExportFiles {
  return {
    look: (path) => {
      const content = disk.get(path);
      return Promise.resolve(content === undefined ? null : { bytes: content.length, changedAt: clock.now() });
    },
    folderProblem: () => Promise.resolve(null),
    inspect: (path) => {
      const content = disk.get(path) ?? '';
      if (content.startsWith('<')) return Promise.resolve({ kind: 'page' });
      if (content.startsWith('?')) return Promise.resolve({ kind: 'unreadable' });
      if (!/^video render_\d{13}$/.test(content)) return Promise.resolve({ kind: 'cut-off' });
      return Promise.resolve({ kind: 'plays', probe: { ...probe, videoCodec: 'avc', audioCodec: 'aac' } });
    },
    place: async (part, target, replaces) => {
      if (disk.has(target) && !replaces) return ok('taken');
      disk.set(target, disk.get(part) ?? '');
      disk.delete(part);
      await clock.wait(1);
      return ok('placed');
    },
    move: (from, to) => {
      disk.set(to, disk.get(from) ?? '');
      disk.delete(from);
      return Promise.resolve(ok(null));
    },
    remove: (path) => Promise.resolve(void disk.delete(path)),
  };
}

export const projectId = '0b6ff8a0-6f8e-4a55-8f6c-0d8f3a1f2b11';
export const draft = { t: [{ tt: 0, sg: [{ d: 1000, unknown_key: [1, null] }] }], 画: '布' };

export const project = {
  id: projectId,
  name: '',
  createdAt: 0,
  updatedAt: 0,
  pinned: false,
  archived: false,
  unread: 0,
  thumbnail: null,
};

/** The conversation beside the exports, as the test wants it. */
type DraftVersions = { answering: boolean; fresh: Result<FrozenDraft | null, CloudError> };

/** One profile with its disk and its cloud; the app in it can be started, closed and killed again and again. */
export function createRig(
  alter: {
    readonly cloud?: Partial<ExportCloud & { readonly fetchPart: FetchPart }>;
    readonly files?: Partial<ExportFiles>;
    readonly parts?: Partial<ExportQueueDeps>;
  } = {},
) {
  const clock = createFakeClock();
  const disk = new Map<string, string>();
  const store = temporaryStores();
  store.projects.save(project);
  const cloud = createFakeCloud(clock, disk);
  const files = createFakeFiles(clock, disk);
  const draftVersions: DraftVersions = {
    answering: false,
    fresh: ok({ sessionId: 'session-1', draft, version: 2 }),
  };
  const lost: (readonly [projectId: string, sessionId: string])[] = [];
  const emitted: ExportJob[] = [];
  const onEmit: ((job: ExportJob) => void)[] = [(job) => emitted.push(job)];
  const notified: ExportJob[] = [];
  const reported: unknown[] = [];
  const unwritten: string[] = [];

  /** Submissions whose id was not in the journal at that moment. */
  const watched: ExportCloud & { readonly fetchPart: FetchPart } = {
    ...cloud,
    ...alter.cloud,
    submitRender: (input) => {
      const written = store.exports.list().some(({ renderId }) => renderId === input.renderId);
      if (!written) unwritten.push(input.renderId);
      return (alter.cloud?.submitRender ?? cloud.submitRender)(input);
    },
  };

  const boot = (
    change: Partial<ExportQueueDeps> = {},
    now: Pick<Clock, 'now'> = clock,
  ): { readonly exports: ExportQueue; readonly kill: () => void } => {
    let alive = true;
    const mortal =
      <Args extends readonly unknown[], T>(call: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        const value = alive ? await call(...args) : null;
        return alive ? (value as T) : new Promise<T>(() => undefined);
      };
    const env = {
      clock: { ...clock, now: now.now, wait: mortal(clock.wait) },
      timings: { renderPollMs },
      report: (error: unknown) => reported.push(error),
      bus: {
        emit: (event: BusEvent) => {
          if (event.type === 'export') for (const listener of onEmit) listener(event.job);
          if (event.type === 'export-ended') notified.push(event.job);
        },
      },
    };
    const exports = createExportQueue(env, {
      store: store.exports,
      cloud: {
        submitRender: mortal(watched.submitRender),
        renderStatus: mortal(watched.renderStatus),
        cancelRender: mortal(watched.cancelRender),
      },
      fetchPart: mortal(watched.fetchPart),
      files: {
        look: mortal(alter.files?.look ?? files.look),
        folderProblem: mortal(alter.files?.folderProblem ?? files.folderProblem),
        inspect: mortal(alter.files?.inspect ?? files.inspect),
        place: mortal(alter.files?.place ?? files.place),
        move: mortal(alter.files?.move ?? files.move),
        remove: mortal(alter.files?.remove ?? files.remove),
      },
      describe: toFailure,
      turnRunning: () => draftVersions.answering,
      freshDraft: () => Promise.resolve(draftVersions.fresh),
      sessionLost: (projectId, sessionId) => lost.push([projectId, sessionId]),
      anotherSession: (_project, lost) => Promise.resolve(ok(`another than ${lost}`)),
      detectBlank: () => Promise.resolve(ok({ black: false, silent: false })),
      random: () => 0.5,
      ...alter.parts,
      ...change,
    });
    return { exports, kill: () => void (alive = false) };
  };

  const order = (target = '/videos/雨 café.mp4', sessionId = 'session-1'): ExportOrder => ({
    projectId,
    frozen: { sessionId, draft, version: 1 },
    target: { path: target, replaces: false },
    batchId: null,
  });
  const states = (id: string): readonly string[] =>
    emitted
      .filter((job) => job.id === id)
      .map(({ state }) => state)
      .filter((state, index, all) => state !== all[index - 1]);
  const record = (id: string): ExportRecord => {
    const found = store.exports.get(id);
    if (found === null) throw new Error(`no export ${id}`);
    return found;
  };
  return {
    draftVersions,
    clock,
    disk,
    store,
    cloud,
    files,
    emitted,
    onEmit,
    notified,
    reported,
    unwritten,
    lost,
    boot,
    order,
    states,
    record,
  };
}
