import { toFailure } from '../../../src/main/cloud/to-failure.ts';
import type { CloudError } from '../../../src/main/cloud/errors.ts';
import type { ExportCloud } from '../../../src/main/exports/desk.ts';
import { createExports, type Exports } from '../../../src/main/exports/exports.ts';
import type { ExportFiles } from '../../../src/main/exports/files.ts';
import type { ExportRecord } from '../../../src/main/state/stores.ts';
import type { ExportJob } from '../../../src/shared/domain/export-job.ts';
import { err, ok } from '../../../src/shared/result.ts';
import { createFakeClock, type FakeClock } from '../../support/fake-clock.ts';
import { createMemoryStores } from '../../support/memory-stores.ts';

export const renderPollMs = 30_000;
/** How long every call to the cloud takes. */
export const callMs = 40;

export type SubmitFault = CloudError & { readonly seen?: boolean };
/** What becomes of a render: how often it says `processing`, then how it ends. */
export type Fate = { readonly polls: number; readonly ends: 'completed' | 'failed' };

type Render = { readonly sessionId: string; readonly fate: Fate; readonly polls: number };

/** A cloud that renders as the test says. Faults are taken in order, one per call; then all goes well. */
export type FakeCloud = ExportCloud & {
  readonly submitFaults: SubmitFault[];
  readonly statusFaults: CloudError[];
  readonly downloadFaults: (CloudError | 'page')[];
  readonly fates: Fate[];
  /** Every submission that reached the cloud, in order. */
  readonly submissions: readonly string[];
  readonly drafts: readonly unknown[];
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
  const [submissions, downloads, drafts]: [string[], string[], unknown[]] = [[], [], []];
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
      if (render.polls < render.fate.polls) return ok({ status: 'processing', outputUrl: null });
      const done = render.fate.ends === 'completed';
      return ok({ status: render.fate.ends, outputUrl: done ? `https://cdn.example/${renderId}.mp4` : null });
    },
    download: async ({ source, toFile, onProgress, signal }) => {
      const renderId = source.kind === 'url' ? source.url.replace(/^.*\/(.*)\.mp4$/, '$1') : source.renderId;
      downloads.push(`${source.kind} ${renderId}`);
      const fault = cloud.downloadFaults.shift();
      const content = `video ${renderId}`;
      disk.set(toFile, content.slice(0, 3));
      onProgress?.(3, content.length);
      writing = [...writing, toFile];
      mostWriters = Math.max(mostWriters, writing.filter((path) => path === toFile).length);
      await clock.wait(callMs, signal);
      writing = writing.toSpliced(writing.indexOf(toFile), 1);
      if (signal?.aborted === true) return err({ kind: 'cancelled' });
      if (fault !== undefined && fault !== 'page') return err(fault);
      disk.set(toFile, fault === 'page' ? '<html>' : content);
      return ok({ bytes: disk.get(toFile)?.length ?? 0 });
    },
  };
  return cloud;
}

export function createFakeFiles(clock: FakeClock, disk: Map<string, string>): ExportFiles {
  return {
    look: (path) => {
      const content = disk.get(path);
      return Promise.resolve(content === undefined ? null : { bytes: content.length, changedAt: clock.now() });
    },
    plays: (path) => Promise.resolve(/^video render_\d+$/.test(disk.get(path) ?? '')),
    deliver: async (part, target) => {
      disk.set(target, disk.get(part) ?? '');
      disk.delete(part);
      await clock.wait(1);
      return ok(null);
    },
    remove: (path) => Promise.resolve(void disk.delete(path)),
  };
}

export const projectId = '0b6ff8a0-6f8e-4a55-8f6c-0d8f3a1f2b11';
export const draft = { t: [{ tt: 0, sg: [{ d: 1000, unknown_key: [1, null] }] }], 画: '布' };

/** One profile with its disk and its cloud; the app in it can be started, closed and killed again and again. */
export function createRig(
  alter: { readonly cloud?: Partial<ExportCloud>; readonly files?: Partial<ExportFiles> } = {},
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
  const emitted: ExportJob[] = [];
  const notified: ExportRecord[] = [];
  const reported: unknown[] = [];
  const unwritten: string[] = [];

  /** Submissions whose id was not in the journal at that moment. */
  const watched: ExportCloud = {
    ...cloud,
    ...alter.cloud,
    submitRender: (input) => {
      const written = store.exports.list().some(({ renderId }) => renderId === input.renderId);
      if (!written) unwritten.push(input.renderId);
      return (alter.cloud?.submitRender ?? cloud.submitRender)(input);
    },
  };

  const boot = (): { readonly exports: Exports; readonly kill: () => void } => {
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
        download: mortal(watched.download),
      },
      files: {
        look: mortal(alter.files?.look ?? files.look),
        plays: mortal(alter.files?.plays ?? files.plays),
        deliver: mortal(alter.files?.deliver ?? files.deliver),
        remove: mortal(alter.files?.remove ?? files.remove),
      },
      clock: { now: clock.now, wait: mortal(clock.wait) },
      timings: { renderPollMs },
      emit: (job) => emitted.push(job),
      notify: (record) => notified.push(record),
      describe: toFailure,
      report: (error) => reported.push(error),
    });
    return { exports, kill: () => void (alive = false) };
  };

  const order = (target = '/videos/雨 café.mp4', sessionId = 'session-1') => ({
    projectId,
    sessionId,
    draft,
    targetPath: target,
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
  return { clock, disk, store, cloud, files, emitted, notified, reported, unwritten, boot, order, states, record };
}
