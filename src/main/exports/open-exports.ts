import type { ExportBegun, ExportJob } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import { hasContent } from '../drafts/reader.ts';
import { beginExport, type ExportWish } from './begin.ts';
import type { FreshDraft } from './context.ts';
import { createExports, type Exports, type ExportsParts } from './exports.ts';
import { createFetchPart } from './fetch-part.ts';
import { createExportFiles } from './files.ts';
import { createChooseTarget } from './place.ts';
import { inspect } from '../media/inspect.ts';
import type { ExportPlace } from '../storage/settings.ts';
import type { StateReader } from '../drafts/state-reader.ts';
import type { Stores } from '../storage/stores.ts';

export type ExportRoomParts = Pick<
  ExportsParts,
  'clock' | 'timings' | 'notify' | 'describe' | 'report' | 'turnRunning' | 'watch' | 'sessionLost'
> & {
  readonly turnSettling: (projectId: string) => boolean;
  readonly cloud: Cloud;
  readonly stores: Stores;
  readonly emit: (job: ExportJob) => void;
  readonly place: () => ExportPlace;
  readonly ask: (fileName: string) => Promise<string | null>;
  readonly projectName: (projectId: string) => string;
  readonly askState: StateReader['ask'];
  readonly language: () => string;
};

/** All that exports a project: the queue, and what comes before it. */
export type ExportRoom = {
  readonly exports: Exports;
  readonly begin: (wish: ExportWish) => Promise<Result<ExportBegun, Failure>>;
  /** Another try at a place that the user chooses now. False where they closed the dialog. Errors: `not-found`. */
  readonly moveTo: (exportId: string) => Promise<Result<boolean, Failure>>;
};

export function openExportRoom(parts: ExportRoomParts): ExportRoom {
  const { cloud, stores, clock, describe } = parts;

  const freshDraft = async (projectId: string): Promise<Result<FreshDraft | null, CloudError>> => {
    const session = stores.projects.session(projectId);
    if (session === null) return ok(null);
    const state = await parts.askState(projectId, session);
    if (!state.ok) return state;
    const { draft, reading } = state.value;
    const { sessionId } = session;
    return ok(hasContent(draft) ? { sessionId, draft, version: reading.timeline?.version ?? null } : null);
  };

  const exports = createExports({
    ...parts,
    store: stores.exports,
    fetchPart: createFetchPart(cloud.openFile),
    files: createExportFiles(inspect),
    freshDraft,
    anotherSession: async (projectId, lost) => {
      const known = stores.projects.session(projectId);
      if (known !== null && known.sessionId !== lost) return ok(known.sessionId);
      // For this export alone: what the project's next message does about its session is told in its chat.
      const created = await cloud.createSession({ language: parts.language() });
      return created.ok ? ok(created.value.sessionId) : created;
    },
    random: Math.random,
  });

  const choose = createChooseTarget({
    place: parts.place,
    ask: parts.ask,
    reserved: exports.reserved,
    now: clock.now,
  });

  return {
    exports,
    begin: (wish) =>
      beginExport(wish, {
        turnRunning: parts.turnRunning,
        turnSettling: parts.turnSettling,
        freshDraft,
        pastDraft: (projectId, version) => {
          const stored = stores.drafts.get(projectId, version);
          const sessionId = stores.projects.session(projectId)?.sessionId ?? '';
          return stored === null ? null : { sessionId, draft: stored.draft, version };
        },
        chooseTarget: (projectId, saveAs) => {
          const project = parts.projectName(projectId);
          return choose({ project, count: stores.exports.made(projectId), saveAs });
        },
        start: exports.start,
        describe,
      }),
    moveTo: async (exportId) => {
      const record = stores.exports.get(exportId);
      if (record === null) return err({ code: 'not-found' });
      const target = await choose({ project: record.job.fileName, count: 0, saveAs: true });
      if (target === null) return ok(false);
      return exports.retry(exportId, target) ? ok(true) : err({ code: 'not-found' });
    },
  };
}
