import type { Projects } from './projects/projects.ts';
import type { Exports } from './exports/exports.ts';
import type { Interchange } from './interchange/interchange.ts';
import type { Stores } from './storage/stores.ts';
import type { MediaJobs } from './media-jobs/media-jobs.ts';
import type { App } from './app/app.ts';

export type StartParts = {
  readonly stores: Pick<Stores, 'projects' | 'uploads' | 'batches' | 'turns'>;
  readonly projects: Pick<Projects, 'list'>;
  readonly exports: Pick<Exports, 'list'>;
  readonly mediaJobs: Pick<MediaJobs, 'clean'>;
  readonly interchange: Pick<Interchange, 'clean'>;
};

/** What a start asks of the history, before anything goes on. */
export function createStart(parts: StartParts): Pick<App, 'atStart' | 'tidy'> {
  const { stores, projects, exports, mediaJobs, interchange } = parts;
  return {
    atStart: () => ({
      projects: projects.list(),
      exports: exports.list(),
      turns: stores.turns.unfinished(),
      uploads: stores.uploads.unfinished().map(({ upload }) => upload),
    }),
    tidy: async () => {
      const records = stores.projects.list().flatMap(({ id }) => stores.uploads.list(id));
      const wanted = records.filter(({ upload }) => upload.turnId === null || upload.state !== 'uploaded');
      const items = stores.batches.list().flatMap((batch) => batch.items);
      const unfinished = items.filter(({ item }) => item.state !== 'done');
      await mediaJobs.clean([...wanted, ...unfinished].map(({ path }) => path));
      await interchange.clean();
    },
  };
}
