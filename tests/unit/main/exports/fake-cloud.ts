import type { DownloadSource } from '../../../../src/main/api/answers.ts';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import type { FetchPart } from '../../../../src/main/exports/download.ts';
import type { ExportQueueDeps } from '../../../../src/main/exports/queue.ts';
import { err, ok } from '../../../../src/shared/result.ts';
import type { FakeClock } from '../../../support/fake-clock.ts';

export type ExportCloud = ExportQueueDeps['cloud'];

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
type FakeCloud = ExportCloud & {
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
