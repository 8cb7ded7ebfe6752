import type { Failure } from '../../shared/domain/failure.ts';
import type { SearchHit } from '../../shared/domain/project.ts';
import type { Result } from '../../shared/result.ts';
import type { CloudLink } from '../account/connection.ts';
import type { AtStart } from './startup-report.ts';
import type { CloudError } from '../api/errors.ts';
import type { Turns } from '../turns/turns.ts';
import type { Projects } from '../projects/projects.ts';
import type { Past } from '../drafts/past.ts';
import type { DraftVersions } from '../drafts/draft-versions.ts';
import type { Exports } from '../exports/exports.ts';
import type { Interchange } from '../interchange/interchange.ts';
import type { Imports } from '../uploads/import/open-imports.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { MediaJobs } from '../media-jobs/media-jobs.ts';
import type { WireShown } from '../workspace-wire.ts';
import type { Batches } from '../batch/batches.ts';
import type { Tray } from '../batch/tray.ts';

/** Everything that belongs to one cloud: the real one, or the demo cloud in a rehearsal. */
export type App = WireShown & {
  readonly rehearsal: boolean;
  readonly projects: Projects;
  readonly turns: Turns;
  readonly draftVersions: DraftVersions;
  readonly past: Past;
  readonly uploads: Uploads;
  readonly imports: Imports;
  readonly exports: Exports;
  readonly batches: Batches;
  readonly batchTray: Tray;
  readonly mediaJobs: MediaJobs;
  readonly link: CloudLink;
  readonly toFailure: (error: CloudError) => Failure;
  readonly interchange: Interchange;
  /** Ties a registration to the account; null before there is a session. */
  readonly bindId: (projectId: string | null) => string | null;
  /** The project's page on the web site, with a fresh claim token. `not-found` before there is a session. */
  readonly claimLink: (projectId: string) => Promise<Result<string, Failure>>;
  /** Newest first. */
  readonly search: (query: string, limit: number) => readonly SearchHit[];
  /** What the history holds before anything goes on: projects, exports, and what was under way. */
  readonly atStart: () => AtStart;
  /** Whether an answer, an upload, an export, a batch or work on a file is under way. */
  readonly isBusy: () => boolean;
  /** At start: removes what the media jobs has left of an earlier run, but the files that still wait or may be sent again. */
  readonly tidy: () => Promise<void>;
  readonly serveMedia: (request: Request) => Promise<Response>;
  /** Leaves everything in the journal as it is. */
  readonly close: () => Promise<void>;
};
