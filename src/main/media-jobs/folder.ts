import { mkdir, readdir } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { removeFolder } from '../patient-files.ts';

/** The results of the media jobs: one folder for each job, so that a file keeps its name. */
export type MediaJobsFolder = {
  /** Where this job may write a file of this name; its folder is made. */
  readonly place: (jobId: string, name: string) => Promise<string>;
  /** Removes what a job has left; nothing where there is nothing. Never rejects. */
  readonly clear: (jobId: string) => Promise<void>;
  /** At start: removes everything but these files. Never rejects. */
  readonly clean: (keep: readonly string[]) => Promise<void>;
};

export function createMediaJobsFolder(dir: string): MediaJobsFolder {
  const remove = (name: string): Promise<void> =>
    // A file that is being played cannot be removed on every system; the next start tries again.
    removeFolder(join(dir, name)).catch(() => undefined);
  return {
    place: async (jobId, name) => {
      await mkdir(join(dir, jobId), { recursive: true, mode: 0o700 });
      return join(dir, jobId, name);
    },
    clear: remove,
    clean: async (keep) => {
      const kept = new Set(keep.map(dirname));
      const names = await readdir(dir).catch(() => []);
      await Promise.all(names.filter((name) => !kept.has(join(dir, name))).map(remove));
    },
  };
}
