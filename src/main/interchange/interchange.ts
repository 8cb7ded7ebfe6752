import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Failure } from '../../shared/domain/failure.ts';
import { safeStem } from '../../shared/domain/file-name.ts';
import { isInterchangeOver, type InterchangeJob, type InterchangeTarget } from '../../shared/domain/export-job.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Bus } from '../app/bus.ts';
import type { Env } from '../app/env.ts';
import { hasContent, type OwnName, readCanvas, readDraft } from '../drafts/draft-parser.ts';
import { cacheKey } from '../media/cache-key.ts';
import { freshAddresses, gatherClips, readClipInfo, wantedClips } from './clips.ts';
import type { ClipInfo } from './plan.ts';
import type { GifOrder } from '../../shared/domain/gif.ts';
import { GifNotMade, type GifParts, makeGif, type Progress } from './make-gif.ts';
import { createInterchangeFolders, type InterchangeFolders, type Staging } from './folder.ts';
import { writePackage } from './package.ts';
import { cuesOf } from './subtitles.ts';

export type InterchangeEnv = Pick<Env, 'clock' | 'report' | 'locale'> & { readonly bus: Pick<Bus, 'emit'> };

export type PackagesDeps = {
  /** The names of the user's own files in a project. */
  readonly ownNames?: (projectId: string) => OwnName;
  /** Where the clip at an address lies on this computer; fetched first where need be. */
  readonly fetchClip: (url: string, signal: AbortSignal) => Promise<Result<string, unknown>>;
  readonly measure: (path: string) => Promise<ClipInfo | null>;
  readonly folders: InterchangeFolders;
};

type InterchangeOrder = {
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
  readonly target: InterchangeTarget;
};

/** Cuts for other editors: each a folder with the timeline, its clips and its titles, whole or not there. */
export type Packages = {
  /** Those of this run of the app, oldest first. */
  readonly list: () => readonly InterchangeJob[];
  readonly start: (order: InterchangeOrder) => InterchangeJob;
  /** Another job: `make` gives the path of what it has made. */
  readonly startJob: (job: InterchangeJob, make: Make) => InterchangeJob;
  /** Nothing stays on the disk. Does nothing where it is over, or there is no such job. */
  readonly cancel: (id: string) => void;
  /** The finished folder. */
  readonly path: (id: string) => string | null;
  readonly running: () => boolean;
  /** Breaks off what runs; resolves when nothing touches the disk any more. */
  readonly close: () => Promise<void>;
};

/** Makes what a job is for, and gives its path. */
type Make = (onProgress: Progress, signal: AbortSignal) => Promise<string>;

type InterchangeDeps = Pick<PackagesDeps, 'ownNames' | 'fetchClip'> &
  Pick<GifParts, 'renderGif'> & {
    /** Asks where to save a GIF; null when the user closed the dialog. */
    readonly chooseGif: (stem: string) => Promise<string | null>;
    readonly name: (projectId: string) => string;
    /** Reads the present cut from the cloud where it can: its addresses are the freshest. */
    readonly refresh: (projectId: string) => Promise<unknown>;
    readonly draft: (projectId: string, version?: number) => unknown;
    readonly canvasConfig: (projectId: string) => unknown;
    /** Asks for a folder in the native dialog; null when the user closed it. */
    readonly chooseFolder: (of: { readonly forCapcut: boolean }) => Promise<string | null>;
    /** Where unfinished folders are written down. */
    readonly notesDir: string;
  };

export type Interchange = Omit<Packages, 'start' | 'startJob'> &
  Pick<InterchangeFolders, 'clean'> & {
    /**
     * Checks that there is something to take along, asks where to, and starts; `cancelled`: the user closed the dialog. Works offline,
     * with what this computer knows. Errors: `nothing-to-export`.
     */
    readonly beginGif: (
      projectId: string,
      order: GifOrder,
      version?: number,
    ) => Promise<Result<'started' | 'cancelled', Failure>>;
    readonly begin: (
      projectId: string,
      version?: number,
      target?: InterchangeTarget,
    ) => Promise<Result<'started' | 'cancelled', Failure>>;
  };

/** Takes cuts along to other editors, on this computer's disk. */
export function openInterchange(env: InterchangeEnv, deps: InterchangeDeps): Interchange {
  const { refresh, draft, canvasConfig } = deps;
  const folders = createInterchangeFolders(deps.notesDir);
  const { start, startJob, ...packages } = createPackages(env, { ...deps, folders, measure: readClipInfo });
  return {
    ...packages,
    clean: folders.clean,
    beginGif: async (projectId, order, version) => {
      const chosen = draft(projectId, version);
      if (!hasContent(chosen)) return err({ code: 'nothing-to-export' });
      const target = await deps.chooseGif(safeStem(deps.name(projectId)));
      if (target === null) return ok('cancelled');
      const asked = { projectId, name: basename(target), draft: chosen, target: 'gif' } as const;
      const gif = { draft: chosen, canvas: canvasConfig(projectId), order, target };
      startJob({ ...gathering(asked, deps, env.clock.now()), folderName: asked.name }, (progress, signal) =>
        makeGif(deps, gif, progress, signal),
      );
      return ok('started');
    },
    begin: async (projectId, version, target = 'timelines') => {
      if (version === undefined) await refresh(projectId);
      const chosen = draft(projectId, version);
      if (!hasContent(chosen)) return err({ code: 'nothing-to-export' });
      const parent = await deps.chooseFolder({ forCapcut: target === 'capcut' });
      if (parent === null) return ok('cancelled');
      const [name, present] = [deps.name(projectId), draft(projectId)];
      start({ projectId, name, draft: chosen, canvasConfig: canvasConfig(projectId), present, parent, target });
      return ok('started');
    },
  };
}

/** How many jobs are remembered; running ones are never forgotten. */
const remembered = 20;

export function createPackages(env: InterchangeEnv, deps: PackagesDeps): Packages {
  const jobs = new Map<string, InterchangeJob>();
  const paths = new Map<string, string>();
  const running = new Map<string, { readonly abort: AbortController; readonly done: Promise<void> }>();

  const save = (job: InterchangeJob): void => {
    jobs.set(job.id, job);
    env.bus.emit({ type: 'interchange', job });
  };

  const patch = (id: string, change: Partial<InterchangeJob>): void => {
    const before = jobs.get(id);
    if (before !== undefined && !isInterchangeOver(before.state)) save({ ...before, ...change });
  };

  const run = async (id: string, make: Make, signal: AbortSignal): Promise<void> => {
    try {
      const path = await make((change) => patch(id, change), signal);
      paths.set(id, path);
      patch(id, { state: 'saved', folderName: basename(path) });
    } catch (error) {
      if (!signal.aborted) patch(id, { state: 'failed', failure: failureOf(error, env.report) });
    }
  };

  const forget = (): void => {
    const over = [...jobs.values()].filter(({ state }) => isInterchangeOver(state));
    for (const { id } of over.slice(0, Math.max(0, jobs.size - remembered))) {
      jobs.delete(id);
      paths.delete(id);
    }
  };

  const startJob: Packages['startJob'] = (job, make) => {
    save(job);
    forget();
    const abort = new AbortController();
    const done = run(job.id, make, abort.signal).finally(() => running.delete(job.id));
    running.set(job.id, { abort, done });
    return job;
  };

  return {
    list: () => [...jobs.values()],
    start: (order) =>
      startJob(gathering(order, deps, env.clock.now()), (onProgress, signal) =>
        makePackage(env, deps, order, onProgress, signal),
      ),
    startJob,
    cancel: (id) => {
      running.get(id)?.abort.abort();
      patch(id, { state: 'cancelled' });
    },
    path: (id) => paths.get(id) ?? null,
    running: () => [...jobs.values()].some(({ state }) => !isInterchangeOver(state)),
    close: async () => {
      for (const { abort } of running.values()) abort.abort();
      await Promise.all([...running.values()].map(({ done }) => done));
    },
  };
}

function gathering(
  { projectId, name, draft, target }: Pick<InterchangeOrder, 'projectId' | 'name' | 'draft' | 'target'>,
  deps: Pick<PackagesDeps, 'ownNames'>,
  now: number,
): InterchangeJob {
  const reading = readDraft(draft, deps.ownNames?.(projectId));
  return {
    id: randomUUID(),
    projectId,
    target,
    folderName: safeStem(name),
    state: 'gathering',
    done: 0,
    of: wantedClips(reading).length,
    missing: 0,
    subtitles: cuesOf(reading).length > 0,
    failure: null,
    createdAt: now,
  };
}

/** Makes the folder and all that is in it; gives its path. Throws what the disk throws, or the signal's reason: then nothing is there. */
async function makePackage(
  { locale, clock }: InterchangeEnv,
  { ownNames, fetchClip, measure, folders }: PackagesDeps,
  { projectId, name, draft, canvasConfig, present, parent, target }: InterchangeOrder,
  onProgress: Progress,
  signal: AbortSignal,
): Promise<string> {
  const stem = safeStem(name);
  const reading = readDraft(draft, ownNames?.(projectId));
  const fresh = freshAddresses(readDraft(present));
  const staging: Staging = await folders.begin(parent, stem);
  try {
    const assets = await gatherClips(wantedClips(reading), {
      fetch: (url) => fetchClip(fresh.get(cacheKey(url)) ?? url, signal),
      measure,
      copy: (from, path) => folders.copy(from, staging, path),
      onProgress,
      signal,
    });
    signal.throwIfAborted();
    onProgress({ state: 'writing' });
    const canvas = readCanvas(draft, canvasConfig);
    const files = writePackage({
      name: name || stem,
      stem,
      reading,
      canvas,
      assets,
      locale: locale(),
      target,
      now: clock.now(),
    });
    for (const [file, text] of files) await folders.write(staging, file, text);
    signal.throwIfAborted();
    return await folders.finish(staging, stem);
  } catch (error) {
    await folders.discard(staging);
    throw error;
  }
}

const gone: ReadonlySet<string> = new Set(['ENOENT', 'ENOTDIR']);
const refused: ReadonlySet<string> = new Set(['EACCES', 'EPERM', 'EROFS', 'ENAMETOOLONG']);

function failureOf(error: unknown, report: (error: unknown) => void): Failure {
  if (error instanceof GifNotMade) return error.failure;
  const code = (error as NodeJS.ErrnoException).code ?? '';
  if (code === 'ENOSPC' || code === 'EDQUOT') return { code: 'disk-full' };
  if (gone.has(code)) return { code: 'place-gone' };
  if (code === 'EBUSY') return { code: 'file-in-use' };
  if (refused.has(code)) return { code: 'folder-read-only' };
  report(error);
  return { code: 'internal' };
}
