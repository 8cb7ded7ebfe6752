import { basename } from 'node:path';
import { shownName } from '../../shared/domain/shown-name.ts';
import type { CompressionPlan } from '../../shared/domain/compression.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { MediaInfo, Filmstrip } from '../../shared/domain/media-info.ts';
import { maxUploadBytes } from '../../shared/domain/upload.ts';
import { err, type Result } from '../../shared/result.ts';
import type { TaskAnswer } from '../../shared/media-worker-protocol.ts';
import type { Env } from '../app/env.ts';
import type { MediaRegistry } from '../media/registry.ts';
import type { MediaInfoStore } from '../storage/stores.ts';
import { createCutCopy } from './cut-copy.ts';
import { createMediaInfo } from './media-info.ts';
import { createJobs, type Jobs } from './jobs.ts';
import { createTaskQueue, type TaskQueue, type TaskQueueParts, type QueuedTask } from './task-queue.ts';
import { createWork } from './work.ts';

export type MediaJobsDeps = {
  /** Where results are written. */
  readonly dir: string;
  readonly store: MediaInfoStore;
  readonly registry: Pick<MediaRegistry, 'file' | 'resolve'>;
  readonly openWindow: TaskQueueParts['openWindow'];
  readonly serveSource: TaskQueueParts['serveSource'];
  /** The bundled script of the thread that cuts without re-encoding; absolute. */
  readonly cutScript: string;
  readonly upload: (projectId: string, path: string) => Promise<void>;
};

/** Media work on this computer. A file is named by its media id; nobody outside of main learns a path. */
export type MediaJobs = Pick<
  Jobs,
  'list' | 'start' | 'discard' | 'use' | 'take' | 'underWay' | 'running' | 'holdsResult' | 'clean'
> & {
  readonly probe: (fileId: string) => Promise<Result<MediaInfo, Failure>>;
  readonly filmstrip: (fileId: string) => Promise<Result<Filmstrip, Failure>>;
  /** Breaks off what is being made of it, so that nothing else waits for frames that nobody looks at. */
  readonly leaveFilmstrip: (fileId: string) => void;
  /** Whether the file shows, and lets hear, anything at all. After all else that is to be looked into. */
  readonly detectBlank: (fileId: string) => Promise<Result<TaskAnswer<'detect-blank'>, Failure>>;
  /** How the file would be made smaller than `targetBytes`. `cannot-decode`, `cannot-shrink`. */
  readonly estimate: (fileId: string, targetBytes: number) => Promise<Result<CompressionPlan, Failure>>;
  /** Makes a film's proxy; false where it cannot, or is not wanted any more. After all else that is to be made. */
  readonly makeProxy: (sourcePath: string, resultPath: string, signal: AbortSignal) => Promise<boolean>;
  /** Draws frames of a composition as a GIF. */
  readonly renderGif: (work: Omit<QueuedTask<'gif'>, 'priority'>) => Promise<Result<TaskAnswer<'gif'>, Failure>>;
  /** Finds out what a file holds and tells it by `media-info`; at once where it is known. */
  readonly look: (fileId: string) => void;
  /** Answers what a hidden page asks for its task, `rushes://media-worker/<key>/…`; the page's own files are somebody else's. */
  readonly serve: (request: Request) => Promise<Response>;
  readonly close: () => void;
};

/** What the cloud takes, less a little, so that nothing is sent in vain. */
export const compressTargetBytes = Math.floor(maxUploadBytes * 0.98);

const filmstripFrames = 12;
/** The user waits for a filmstrip. */
const urgent = 20;
/** Nobody waits to hear whether a film shows anything, or for a proxy. */
const whenIdle = -1;

type WithFile = <T>(fileId: string, use: (path: string) => Promise<Result<T, Failure>>) => Promise<Result<T, Failure>>;

/** Frames of files, each as long as somebody waits for them. */
export function createFilmstrips(
  tasks: Pick<TaskQueue, 'run'>,
  withFile: WithFile,
): Pick<MediaJobs, 'filmstrip' | 'leaveFilmstrip'> {
  const making = new Map<string, AbortController>();
  const leave = (fileId: string): void => making.get(fileId)?.abort();
  return {
    filmstrip: (fileId) =>
      withFile(fileId, async (sourcePath) => {
        leave(fileId);
        const abort = new AbortController();
        making.set(fileId, abort);
        const task = { kind: 'filmstrip', count: filmstripFrames } as const;
        const made = await tasks.run<'filmstrip'>({ task, sourcePath, priority: urgent, signal: abort.signal });
        if (making.get(fileId) === abort) making.delete(fileId);
        return made;
      }),
    leaveFilmstrip: leave,
  };
}

/** Two hidden pages at most: one looks into files, the other makes new ones, so that a long compression hides no thumbnail. */
export function openMediaJobs(env: Env, deps: MediaJobsDeps): MediaJobs {
  const { bus, clock } = env;
  const { registry } = deps;
  const looking = createTaskQueue({ ...env, ...deps });
  const making = createTaskQueue({ ...env, ...deps });
  const info = createMediaInfo({
    store: deps.store,
    tasks: looking,
    emit: (mediaId, known) => bus.emit({ type: 'media-info', mediaId, info: known }),
  });
  const copyCut = createCutCopy(deps.cutScript, env.report);
  const work = createWork({ tasks: making, copyCut, clock });

  const fileOf = (fileId: string): string | null => {
    const source = registry.resolve(fileId);
    return source?.kind === 'file' ? source.path : null;
  };
  const jobs = createJobs({
    work,
    info,
    dir: deps.dir,
    fileOf,
    mediaIdOf: registry.file,
    upload: deps.upload,
    clock,
    report: env.report,
    emit: (job) => bus.emit({ type: 'media-job', job }),
  });

  const withFile: WithFile = (fileId, use) => {
    const path = fileOf(fileId);
    return path === null ? Promise.resolve(err({ code: 'not-found' })) : use(path);
  };

  return {
    ...jobs,
    probe: (fileId) => withFile(fileId, info.probe),
    ...createFilmstrips(looking, withFile),
    detectBlank: (fileId) =>
      withFile(fileId, (sourcePath) =>
        looking.run<'detect-blank'>({ task: { kind: 'detect-blank' }, sourcePath, priority: whenIdle }),
      ),
    estimate: (fileId, targetBytes) =>
      withFile(fileId, async (path) => {
        const known = await info.probe(path);
        const plan = known.ok ? work.estimate(known.value, targetBytes) : known;
        return plan.ok ? plan : err({ ...plan.error, params: { name: shownName(basename(path)) } });
      }),
    makeProxy: async (sourcePath, resultPath, signal) => {
      const task = { kind: 'proxy' } as const;
      const made = await making.run<'proxy'>({ task, sourcePath, resultPath, signal, priority: whenIdle });
      return made.ok;
    },
    renderGif: (work) => making.run<'gif'>({ ...work, priority: urgent }),
    look: (fileId) => {
      const path = fileOf(fileId);
      if (path !== null) void info.look(fileId, path);
    },
    serve: async (request) => {
      const [key = '', ...path] = new URL(request.url).pathname.slice(1).split('/');
      const answer = looking.serve(key, path, request) ?? making.serve(key, path, request);
      return answer ?? new Response(null, { status: 404 });
    },
    close: () => {
      jobs.close();
      looking.close();
      making.close();
    },
  };
}
