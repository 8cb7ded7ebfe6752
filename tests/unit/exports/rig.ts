import { toFailure } from '../../../src/main/api/to-failure.ts';
import type { CloudError } from '../../../src/main/api/errors.ts';
import type { DownloadSource } from '../../../src/main/api/answers.ts';
import type { ExportCloud, FetchPart, FreshDraft } from '../../../src/main/exports/context.ts';
import { createExports, type ExportOrder, type Exports, type ExportsParts } from '../../../src/main/exports/exports.ts';
import type { ExportFiles } from '../../../src/main/exports/files.ts';
import type { ExportRecord } from '../../../src/main/storage/stores.ts';
import type { ExportJob } from '../../../src/shared/domain/export-job.ts';
import { err, ok, type Result } from '../../../src/shared/result.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';

export const renderPollMs = 30_000;
/** How long every call to the cloud takes. */
export const callMs = 40;

export type SubmitFault = CloudError & { readonly seen?: boolean };
/** What becomes of a render: how often it says `processing`, then how it ends. */
export type Fate = {
  readonly polls: number;
  readonly ends: 'completed' | 'failed';
  /** What it says of its progress, one number each time it is asked. */
  readonly progress?: readonly number[];
};

type Render = { readonly sessionId: string; readonly fate: Fate; readonly polls: number };

/** A cloud that renders as the test says. Faults are taken in order, one per call; then all goes well. */
export type FakeCloud = ExportCloud & {
  readonly fetchPart: FetchPart;
  readonly submitFaults: SubmitFault[];
  readonly statusFaults: CloudError[];
  readonly downloadFaults: (CloudError | 'page' | 'cut-off' | 'odd')[];
  readonly fates: Fate[];
  /** Every submission that reached the cloud, in order. */
  readonly submissions: readonly string[];
  readonly drafts: readonly unknown[];
  /** Renders that the cloud was asked to stop; they go on. */
  readonly cancellations: readonly string[];
  cancelFault: CloudError | null;
  readonly downloads: readonly string[];
  readonly statusCalls: () => number;
  /** The most renders of one session that were active at the same time. */
  readonly mostActive: () => number;
  /** The most downloads that wrote into one file at the same time. */
  readonly mostWriters: () => number;
  readonly forget: (renderId: string) => void;
};

const quick: Fate = { polls: 1, ends: 'completed' };

export function createFakeCloud(clock: FakeClock, disk: Map<string, string>): FakeCloud {
  const renders = new Map<string, Render>();
  const [submissions, downloads, cancellations, drafts]: [string[], string[], string[], unknown[]] = [[], [], [], []];
  let [statusCalls, mostActive, mostWriters] = [0, 0, 0];
  let writing: readonly string[] = [];
  const isActive = ({ polls, fate }: Render): boolean => polls < fate.polls + 1;

  const accept = (renderId: string, sessionId: string, fate: Fate): void => {
    submissions.push(renderId);
    renders.set(renderId, renders.get(renderId) ?? { sessionId, fate, polls: 0 });
    const active = [...renders.values()].filter((render) => render.sessionId === sessionId && isActive(render));
    mostActive = Math.max(mostActive, active.length);
  };

  const cloud: FakeCloud = {
    submitFaults: [],
    statusFaults: [],
    downloadFaults: [],
    fates: [],
    submissions,
    downloads,
    drafts,
    cancellations,
    cancelFault: null,
    statusCalls: () => statusCalls,
    mostActive: () => mostActive,
    mostWriters: () => mostWriters,
    forget: (renderId) => renders.delete(renderId),
    submitRender: async ({ renderId, sessionId, draft }) => {
      const fault = cloud.submitFaults.shift();
      drafts.push(draft);
      if (fault === undefined || fault.seen === true) accept(renderId, sessionId, cloud.fates.shift() ?? quick);
      await clock.wait(callMs);
      return fault === undefined ? ok(null) : err(fault);
    },
    renderStatus: async ({ renderId }) => {
      statusCalls += 1;
      const fault = cloud.statusFaults.shift();
      await clock.wait(callMs);
      if (fault) return err(fault);
      const render = renders.get(renderId);
      if (render === undefined) return err({ kind: 'server', status: 404, code: null });
      renders.set(renderId, { ...render, polls: render.polls + 1 });
      const progress = render.fate.progress?.[render.polls] ?? null;
      if (render.polls < render.fate.polls) return ok({ status: 'processing', outputUrl: null, progress });
      const done = render.fate.ends === 'completed';
      return ok({ status: render.fate.ends, outputUrl: done ? `https://cdn.example/${renderId}.mp4` : null, progress });
    },
    cancelRender: async ({ renderId }) => {
      cancellations.push(renderId);
      await clock.wait(callMs);
      return cloud.cancelFault === null ? ok(null) : err(cloud.cancelFault);
    },
    fetchPart: async ({ source, part, onPart, onProgress, signal }) => {
      const renderId = renderOf(source);
      const fault = cloud.downloadFaults.shift();
      const content = `video ${renderId}`;
      const validator = `"${renderId}"`;
      const here = disk.get(part.path) ?? '';
      const from = part.validator === validator ? Math.min(part.safeBytes, here.length) : 0;
      downloads.push(`${source.kind} ${renderId}${from > 0 ? ` from ${from}` : ''}`);
      const sofar = content.slice(0, Math.max(from, 3));
      const noted = { ...part, validator, bytes: content.length, safeBytes: sofar.length, wholeAt: null };
      if (fault === undefined || typeof fault === 'string' || fault.kind === 'incomplete') {
        disk.set(part.path, sofar);
        onPart(noted);
        onProgress(3, content.length);
      }
      writing = [...writing, part.path];
      mostWriters = Math.max(mostWriters, writing.filter((path) => path === part.path).length);
      await clock.wait(callMs, signal);
      writing = writing.toSpliced(writing.indexOf(part.path), 1);
      if (signal.aborted) return err({ kind: 'cancelled' });
      if (fault !== undefined && typeof fault !== 'string') return err(fault);
      const came =
        fault === undefined ? content : { page: '<html>', 'cut-off': content.slice(0, -1), odd: '????' }[fault];
      disk.set(part.path, came);
      return ok({ ...noted, bytes: came.length, safeBytes: came.length, wholeAt: clock.now() });
    },
  };
  return cloud;
}

function renderOf(source: DownloadSource): string {
  return source.kind === 'url' ? source.url.replace(/^.*\/(.*)\.mp4.*$/, '$1') : source.renderId;
}

const probe = { durationMs: 1000, width: 640, height: 360, hasVideo: true, hasAudio: true } as const;

export function createFakeFiles(clock: FakeClock, disk: Map<string, string>): ExportFiles {
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

/** The conversation beside the exports, as the test wants it. */
type DraftVersions = { answering: boolean; fresh: Result<FreshDraft | null, CloudError> };

/** One profile with its disk and its cloud; the app in it can be started, closed and killed again and again. */
export function createRig(
  alter: {
    readonly cloud?: Partial<ExportCloud & { readonly fetchPart: FetchPart }>;
    readonly files?: Partial<ExportFiles>;
    readonly parts?: Partial<ExportsParts>;
  } = {},
) {
  const clock = createFakeClock();
  const disk = new Map<string, string>();
  const store = createMemoryStores();
  store.projects.save({
    id: projectId,
    name: '',
    createdAt: 0,
    updatedAt: 0,
    pinned: false,
    archived: false,
    unread: 0,
    thumbnail: null,
  });
  const cloud = createFakeCloud(clock, disk);
  const files = createFakeFiles(clock, disk);
  const draftVersions: DraftVersions = {
    answering: false,
    fresh: ok({ sessionId: 'session-1', draft, version: 2 }),
  };
  const lost: (readonly [projectId: string, sessionId: string])[] = [];
  const emitted: ExportJob[] = [];
  const notified: ExportRecord[] = [];
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

  const boot = (change: Partial<ExportsParts> = {}): { readonly exports: Exports; readonly kill: () => void } => {
    let alive = true;
    const mortal =
      <Args extends readonly unknown[], T>(call: (...args: Args) => Promise<T>) =>
      async (...args: Args): Promise<T> => {
        const value = alive ? await call(...args) : null;
        return alive ? (value as T) : new Promise<T>(() => undefined);
      };
    const exports = createExports({
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
      clock: { ...clock, wait: mortal(clock.wait) },
      timings: { renderPollMs },
      emit: (job) => emitted.push(job),
      notify: (record) => notified.push(record),
      describe: toFailure,
      report: (error) => reported.push(error),
      turnRunning: () => draftVersions.answering,
      freshDraft: () => Promise.resolve(draftVersions.fresh),
      sessionLost: (projectId, sessionId) => lost.push([projectId, sessionId]),
      anotherSession: (_project, lost) => Promise.resolve(ok(`another than ${lost}`)),
      watch: () => Promise.resolve(ok({ black: false, silent: false })),
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
