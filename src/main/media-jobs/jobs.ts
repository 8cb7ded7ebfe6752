import { randomUUID } from 'node:crypto';
import { stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { type Failure, notFound } from '../../shared/domain/failure.ts';
import { isMediaJobOver, type MediaJob, type MediaResult } from '../../shared/domain/media-job.ts';
import { done, err, ok, type Result } from '../../shared/result.ts';
import type { Clock } from '../clock.ts';
import type { MediaInfoReader } from './media-info.ts';
import type { MediaJobsFolder } from './folder.ts';
import type { Made, Order, Work } from './work.ts';

export type JobsParts = {
  readonly work: Pick<Work, 'run'>;
  readonly info: Pick<MediaInfoReader, 'probe'>;
  readonly folder: MediaJobsFolder;
  /** The file behind an opaque id; null for an unknown one, and for what is no local file. */
  readonly fileOf: (fileId: string) => string | null;
  readonly mediaIdOf: (path: string) => string;
  /** Hands a finished file to the project's uploads. */
  readonly upload: (projectId: string, path: string) => Promise<void>;
  readonly clock: Clock;
  readonly emit: (job: MediaJob) => void;
  readonly report: (error: unknown) => void;
};

/** Files that are being made, from the order to the user's word on the result. One after the other; they end with the app. */
export type Jobs = {
  /** Those that are not over, oldest first. */
  readonly list: () => readonly MediaJob[];
  /** `not-found` for an unknown file, `file-unreadable` for one that is gone; what goes wrong later is told by the job. */
  readonly start: (projectId: string, fileId: string, order: Order) => Promise<Result<MediaJob, Failure>>;
  /** Breaks the work off, or refuses its result; nothing of it stays. */
  readonly discard: (id: string) => Result<null, Failure>;
  /** The result becomes an upload of the job's project. */
  readonly use: (id: string) => Promise<Result<null, Failure>>;
  /** Hands the result over to whoever asks for it: its path. `not-found` where there is none. */
  readonly take: (id: string) => Result<string, Failure>;
  /** How many files are being made, or wait to be. */
  readonly underWay: () => number;
  readonly running: () => boolean;
  /** Whether a finished file waits for the user's word: it would be lost with the app. */
  readonly holdsResult: () => boolean;
  readonly close: () => void;
};

export function createJobs(parts: JobsParts): Jobs {
  const { work, info, folder, fileOf, clock, emit, report } = parts;
  const jobs = new Map<string, MediaJob>();
  const aborts = new Map<string, AbortController>();
  const results = new Map<string, string>();

  const change = (id: string, changes: Partial<MediaJob>): void => {
    const before = jobs.get(id);
    // What is over stays so, whatever still comes from the work.
    if (before === undefined || isMediaJobOver(before)) return;
    const job = { ...before, ...changes };
    if (isMediaJobOver(job)) jobs.delete(id);
    else jobs.set(id, job);
    emit(job);
  };

  const make = async (
    id: string,
    sourcePath: string,
    order: Order,
    signal: AbortSignal,
  ): Promise<Result<Made, Failure>> => {
    const known = await info.probe(sourcePath);
    if (!known.ok) return known;
    return work.run(order, {
      sourcePath,
      info: known.value,
      place: (name) => folder.place(id, name),
      onBegin: () => change(id, { state: 'running', progress: 0, startedAt: clock.now() }),
      onProgress: (progress) => change(id, { progress }),
      signal,
    });
  };

  const describe = async ({ path, startMs }: Made): Promise<MediaResult> => {
    const [{ size }, seen] = await Promise.all([stat(path), info.probe(path)]);
    const { durationMs, width, height } = seen.ok ? seen.value : { durationMs: null, width: 0, height: 0 };
    return { mediaId: parts.mediaIdOf(path), bytes: size, durationMs, width, height, startMs };
  };

  const run = async (id: string, sourcePath: string, order: Order): Promise<void> => {
    const abort = new AbortController();
    aborts.set(id, abort);
    let failure: Failure = { code: 'media-job-failed' };
    try {
      const made = await make(id, sourcePath, order, abort.signal);
      if (made.ok && !abort.signal.aborted) {
        const endedAt = clock.now();
        const result = await describe(made.value);
        results.set(id, made.value.path);
        change(id, { state: 'ready', progress: 1, endedAt, name: basename(made.value.path), result });
      }
      if (!made.ok) failure = made.error;
    } catch (error) {
      report(error);
    }
    aborts.delete(id);
    if (results.has(id) && !abort.signal.aborted) return;
    change(id, { state: 'failed', failure });
    await folder.clear(id);
  };

  const underWay = (): number =>
    [...jobs.values()].filter(({ state }) => state === 'queued' || state === 'running').length;

  const take = (id: string): Result<string, Failure> => {
    const path = results.get(id);
    if (jobs.get(id)?.state !== 'ready' || path === undefined) return notFound;
    change(id, { state: 'used' });
    results.delete(id);
    return ok(path);
  };

  return {
    list: () => [...jobs.values()],
    start: async (projectId, fileId, order) => {
      const path = fileOf(fileId);
      if (path === null) return notFound;
      const stats = await stat(path).catch(() => null);
      if (stats === null) return err({ code: 'file-unreadable', params: { name: basename(path) } });
      const job: MediaJob = {
        id: randomUUID(),
        projectId,
        fileId,
        source: { name: basename(path), bytes: stats.size },
        kind: order.kind,
        state: 'queued',
        name: basename(path),
        progress: 0,
        startedAt: null,
        endedAt: null,
        failure: null,
        result: null,
      };
      jobs.set(job.id, job);
      emit(job);
      void run(job.id, path, order).catch(report);
      return ok(job);
    },
    discard: (id) => {
      if (!jobs.has(id)) return notFound;
      change(id, { state: 'discarded' });
      const abort = aborts.get(id);
      // The work clears up after itself.
      if (abort) abort.abort();
      else void folder.clear(id);
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
    holdsResult: () => [...jobs.values()].some(({ state }) => state === 'ready'),
    close: () => {
      for (const abort of aborts.values()) abort.abort();
    },
  };
}
