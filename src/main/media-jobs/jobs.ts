import { randomUUID } from 'node:crypto';
import { mkdir, readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { shownName } from '../../shared/domain/shown-name.ts';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { isMediaJobOver, type MediaJob, type MediaResult, type MediaState } from '../../shared/domain/media-job.ts';
import { done, err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import { removeFolder } from '../file-retry.ts';
import type { MediaInfoReader } from './media-info.ts';
import type { Order, Work, WorkRun } from './work.ts';

type JobsParts = {
  readonly work: Pick<Work, 'run'>;
  readonly info: Pick<MediaInfoReader, 'probe'>;
  /** Where results are written: a folder for each job, so that a file keeps its name. */
  readonly dir: string;
  /** The file behind an opaque id; null for an unknown one, and for what is no local file. */
  readonly fileOf: (fileId: string) => string | null;
  readonly mediaIdOf: (path: string) => string;
  /** Hands a finished file to the project's uploads. */
  readonly upload: (projectId: string, path: string) => Promise<void>;
  readonly clock: Clock;
  readonly emit: (job: MediaJob) => void;
  readonly report: (error: unknown) => void;
};

/** Files that are being made, one after the other, until the user decides about the result. They end with the app. */
export type Jobs = {
  /** Those that are not over, oldest first. */
  readonly list: () => readonly MediaJob[];
  /** `not-found` for an unknown file, `file-unreadable` for one that is gone; what goes wrong later is told by the job. */
  readonly start: (projectId: string, fileId: string, order: Order) => Promise<Result<MediaJob, Failure>>;
  /** Breaks the work off, or refuses its result; nothing of it stays. Errors: `not-found`. */
  readonly discard: (id: string) => Result<null, Failure>;
  /** The result becomes an upload of the job's project. Errors: `not-found`. */
  readonly use: (id: string) => Promise<Result<null, Failure>>;
  /** Hands the result over to whoever asks for it: its path. `not-found` where there is none. */
  readonly take: (id: string) => Result<string, Failure>;
  /** How many files are being made, or wait to be. */
  readonly underWay: () => number;
  readonly running: () => boolean;
  /** Whether a finished file waits for the user's word: it would be lost with the app. */
  readonly holdsResult: () => boolean;
  /** At start: removes what an earlier run has left, but these files. Never rejects. */
  readonly clean: (keep: readonly string[]) => Promise<void>;
  readonly close: () => void;
};

export function createJobs(parts: JobsParts): Jobs {
  const { dir, fileOf, clock, report } = parts;
  const jobs = createList(parts.emit);
  const aborts = new Map<string, AbortController>();
  const results = new Map<string, string>();

  /** Makes the file and tells of it; what of it is not wanted goes again. */
  const run = async (id: string, sourcePath: string, order: Order): Promise<void> => {
    const abort = new AbortController();
    aborts.set(id, abort);
    const made = await make(parts, order, {
      sourcePath,
      place: (name) => place(join(dir, id), name),
      onBegin: () => jobs.patch(id, { state: 'running', progress: 0, startedAt: clock.now() }),
      onProgress: (progress) => jobs.patch(id, { progress }),
      signal: abort.signal,
    }).catch((error: unknown) => {
      report(error);
      return err({ code: 'media-job-failed' } as const);
    });
    aborts.delete(id);
    if (made.ok && !abort.signal.aborted) {
      const { path, endedAt, result } = made.value;
      results.set(id, path);
      return jobs.patch(id, { state: 'ready', progress: 1, endedAt, name: shownName(basename(path)), result });
    }
    jobs.patch(id, { state: 'failed', failure: made.ok ? { code: 'media-job-failed' } : made.error });
    await clear(join(dir, id));
  };

  const take = (id: string): Result<string, Failure> => {
    const path = results.get(id);
    if (jobs.get(id)?.state !== 'ready' || path === undefined) return notFound;
    jobs.patch(id, { state: 'used' });
    results.delete(id);
    return ok(path);
  };

  const inState = (...states: readonly MediaState[]): number =>
    jobs.all().filter(({ state }) => states.includes(state)).length;
  const underWay = (): number => inState('queued', 'running');

  return {
    list: jobs.all,
    start: async (projectId, fileId, order) => {
      const path = fileOf(fileId);
      if (path === null) return notFound;
      const source = await sourceOf(path);
      if (!source.ok) return source;
      const job = queued({ projectId, fileId, kind: order.kind, source: source.value });
      jobs.add(job);
      void run(job.id, path, order).catch(report);
      return ok(job);
    },
    discard: (id) => {
      if (jobs.get(id) === undefined) return notFound;
      jobs.patch(id, { state: 'discarded' });
      const abort = aborts.get(id);
      // The work clears up after itself.
      if (abort) abort.abort();
      else void clear(join(dir, id));
      return done;
    },
    use: async (id) => {
      const projectId = jobs.get(id)?.projectId;
      const path = take(id);
      if (projectId === undefined || !path.ok) return notFound;
      await parts.upload(projectId, path.value);
      return done;
    },
    take,
    underWay,
    running: () => underWay() > 0,
    holdsResult: () => inState('ready') > 0,
    clean: (keep) => clearAllBut(dir, keep.map(dirname)),
    close: () => {
      for (const abort of aborts.values()) abort.abort();
    },
  };
}

/** The jobs that are not over, oldest first. */
function createList(emit: (job: MediaJob) => void) {
  const jobs = new Map<string, MediaJob>();
  return {
    all: (): readonly MediaJob[] => [...jobs.values()],
    get: (id: string): MediaJob | undefined => jobs.get(id),
    add: (job: MediaJob): void => {
      jobs.set(job.id, job);
      emit(job);
    },
    /** What is over stays so, whatever still comes from the work. */
    patch: (id: string, patch: Partial<MediaJob>): void => {
      const before = jobs.get(id);
      if (before === undefined) return;
      const job = { ...before, ...patch };
      if (isMediaJobOver(job)) jobs.delete(id);
      else jobs.set(id, job);
      emit(job);
    },
  };
}

async function sourceOf(path: string): Promise<Result<MediaJob['source'], Failure>> {
  const name = shownName(basename(path));
  const stats = await stat(path).catch(() => null);
  return stats === null ? err({ code: 'file-unreadable', params: { name } }) : ok({ name, bytes: stats.size });
}

function queued(job: Pick<MediaJob, 'projectId' | 'fileId' | 'kind' | 'source'>): MediaJob {
  return {
    ...job,
    id: randomUUID(),
    state: 'queued',
    name: job.source.name,
    progress: 0,
    startedAt: null,
    endedAt: null,
    failure: null,
    result: null,
  };
}

type Finished = { readonly path: string; readonly endedAt: number; readonly result: MediaResult };

/** Carries the order out, and looks into what has come of it. */
async function make(
  { work, info, clock, mediaIdOf }: JobsParts,
  order: Order,
  run: Omit<WorkRun, 'info'>,
): Promise<Result<Finished, Failure>> {
  const known = await info.probe(run.sourcePath);
  if (!known.ok) return known;
  const made = await work.run(order, { ...run, info: known.value });
  if (!made.ok) return made;
  const endedAt = clock.now();
  const { path, startMs } = made.value;
  const [{ size }, seen] = await Promise.all([stat(path), info.probe(path)]);
  const { durationMs, width, height } = seen.ok ? seen.value : { durationMs: null, width: 0, height: 0 };
  return ok({ path, endedAt, result: { mediaId: mediaIdOf(path), bytes: size, durationMs, width, height, startMs } });
}

async function place(folder: string, name: string): Promise<string> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  return join(folder, name);
}

/** A file that is being played cannot be removed on every system; the next start tries again. */
function clear(folder: string): Promise<void> {
  return removeFolder(folder).catch(() => undefined);
}

async function clearAllBut(dir: string, kept: readonly string[]): Promise<void> {
  const folders = (await readdir(dir).catch(() => [])).map((name) => join(dir, name));
  await Promise.all(folders.filter((folder) => !kept.includes(folder)).map(clear));
}
