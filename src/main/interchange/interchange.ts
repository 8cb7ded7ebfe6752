import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import PQueue from 'p-queue';
import type { Locale } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { isInterchangeOver, type InterchangeJob } from '../../shared/domain/interchange-job.ts';
import type { Result } from '../../shared/result.ts';
import { type DraftReading, type OwnName, readCanvas, readDraft } from '../drafts/draft-parser.ts';
import { safeStem } from '../../shared/domain/file-name.ts';
import { cacheKey } from '../media/cache-key.ts';
import { assetOf, freshAddresses, type WantedClip, wantedClips } from './clips.ts';
import type { InterchangeFolders, Staging } from './folder.ts';
import { writePackage } from './package.ts';
import type { Asset, ClipInfo } from './plan.ts';
import { cuesOf } from './subtitles.ts';

export type InterchangeParts = {
  /** The names of the user's own files in a project. */
  readonly ownNames?: (projectId: string) => OwnName;
  /** Where the clip at an address lies on this computer; fetched first where need be. */
  readonly fetchClip: (url: string, signal: AbortSignal) => Promise<Result<string, unknown>>;
  readonly measure: (path: string) => Promise<ClipInfo | null>;
  readonly folders: InterchangeFolders;
  readonly locale: () => Locale;
  /** Epoch ms. */
  readonly now: () => number;
  readonly emit: (job: InterchangeJob) => void;
  /** Gets what should never happen. */
  readonly report: (error: unknown) => void;
};

export type InterchangeOrder = {
  readonly projectId: string;
  readonly name: string;
  /** As it came; that it has content was checked before. */
  readonly draft: unknown;
  /** What the state says of the picture beside the draft. */
  readonly canvasConfig: unknown;
  /** The present cut: where it has the same clips, its addresses are the ones that still work. */
  readonly present: unknown;
  /** The folder in which the new one is made. */
  readonly parent: string;
};

/** Takes cuts along: a folder with the timeline, its clips and its titles, whole or not there. */
export type Interchange = {
  /** Those of this run of the app, oldest first. */
  readonly list: () => readonly InterchangeJob[];
  readonly start: (order: InterchangeOrder) => InterchangeJob;
  /** False where it is over, or there is no such job. Nothing stays on the disk. */
  readonly cancel: (id: string) => boolean;
  /** The finished folder. */
  readonly path: (id: string) => string | null;
  readonly running: () => boolean;
  /** Breaks off what runs; resolves when nothing touches the disk any more. */
  readonly close: () => Promise<void>;
};

const clipsAtOnce = 3;
/** How many jobs are remembered; running ones are never forgotten. */
const remembered = 20;

export function createInterchange(parts: InterchangeParts): Interchange {
  const jobs = new Map<string, InterchangeJob>();
  const paths = new Map<string, string>();
  const running = new Map<string, { readonly abort: AbortController; readonly done: Promise<void> }>();

  const update = (id: string, change: Partial<InterchangeJob>): void => {
    const before = jobs.get(id);
    if (before === undefined || isInterchangeOver(before.state)) return;
    const job = { ...before, ...change };
    jobs.set(id, job);
    parts.emit(job);
  };

  const readingOf = ({ projectId, draft }: InterchangeOrder): DraftReading =>
    readDraft(draft, parts.ownNames?.(projectId));

  const run = async (id: string, order: InterchangeOrder, signal: AbortSignal): Promise<void> => {
    let staging: Staging | null = null;
    try {
      const stem = safeStem(order.name);
      const reading = readingOf(order);
      staging = await parts.folders.begin(order.parent, stem);
      const fresh = freshAddresses(readDraft(order.present));
      const fetchClip: InterchangeParts['fetchClip'] = (url, abort) =>
        parts.fetchClip(fresh.get(cacheKey(url)) ?? url, abort);
      const assets = await gather({ ...parts, fetchClip }, wantedClips(reading), staging, signal, (done, missing) =>
        update(id, { done, missing }),
      );
      signal.throwIfAborted();
      update(id, { state: 'writing' });
      const canvas = readCanvas(order.draft, order.canvasConfig);
      const files = writePackage({ name: order.name || stem, stem, reading, canvas, assets, locale: parts.locale() });
      for (const [file, text] of files) await parts.folders.write(staging, file, text);
      signal.throwIfAborted();
      const path = await parts.folders.finish(staging, stem);
      staging = null;
      paths.set(id, path);
      update(id, { state: 'saved', folderName: basename(path) });
    } catch (error) {
      if (staging) await parts.folders.discard(staging);
      if (!signal.aborted) update(id, { state: 'failed', failure: failureOf(error, parts.report) });
    }
  };

  const forget = (): void => {
    const over = [...jobs.values()].filter(({ state }) => isInterchangeOver(state));
    for (const { id } of over.slice(0, Math.max(0, jobs.size - remembered))) {
      jobs.delete(id);
      paths.delete(id);
    }
  };

  return {
    list: () => [...jobs.values()],
    start: (order) => {
      const reading = readingOf(order);
      const job: InterchangeJob = {
        id: randomUUID(),
        projectId: order.projectId,
        folderName: safeStem(order.name),
        state: 'gathering',
        done: 0,
        of: wantedClips(reading).length,
        missing: 0,
        subtitles: cuesOf(reading).length > 0,
        failure: null,
        createdAt: parts.now(),
      };
      jobs.set(job.id, job);
      forget();
      parts.emit(job);
      const abort = new AbortController();
      const done = run(job.id, order, abort.signal).finally(() => running.delete(job.id));
      running.set(job.id, { abort, done });
      return job;
    },
    cancel: (id) => {
      const job = jobs.get(id);
      if (job === undefined || isInterchangeOver(job.state)) return false;
      running.get(id)?.abort.abort();
      update(id, { state: 'cancelled' });
      return true;
    },
    path: (id) => paths.get(id) ?? null,
    running: () => [...jobs.values()].some(({ state }) => !isInterchangeOver(state)),
    close: async () => {
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

/** Fetches the clips into the folder. One that cannot be had is an offline reference; a disk that cannot be written ends it all. */
async function gather(
  { fetchClip, measure, folders }: InterchangeParts,
  clips: readonly WantedClip[],
  staging: Staging,
  signal: AbortSignal,
  onProgress: (done: number, missing: number) => void,
): Promise<ReadonlyMap<string, Asset>> {
  const queue = new PQueue({ concurrency: clipsAtOnce });
  const found = new Map<string, Asset>();
  const take = async (clip: WantedClip): Promise<void> => {
    signal.throwIfAborted();
    const fetched = await fetchClip(clip.url, signal);
    signal.throwIfAborted();
    if (fetched.ok) await folders.copy(fetched.value, staging, clip.path);
    found.set(clip.url, assetOf(clip, fetched.ok, fetched.ok ? await measure(fetched.value) : null));
    onProgress(found.size, [...found.values()].filter(({ there }) => !there).length);
  };
  const results = await Promise.allSettled(clips.map((clip) => queue.add(() => take(clip))));
  const broken = results.find((result) => result.status === 'rejected');
  if (broken) throw broken.reason;
  return new Map(clips.flatMap(({ url }) => [[url, found.get(url)] as const]).filter(isKnown));
}

function isKnown(entry: readonly [string, Asset | undefined]): entry is readonly [string, Asset] {
  return entry[1] !== undefined;
}

const gone: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
const refused: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG']);

function failureOf(error: unknown, report: (error: unknown) => void): Failure {
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' };
  if (gone.has(code)) return { code: 'place-gone' };
  if (code === 'EBUSY') return { code: 'file-in-use' };
  if (refused.has(code)) return { code: 'folder-read-only' };
  report(error);
  return { code: 'internal' };
}
