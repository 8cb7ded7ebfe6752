import { existsSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import type { ExportBegun, ExportJob } from '../../shared/domain/export-job.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import { numberedName, patternName, safeFileName } from '../../shared/domain/file-name.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import { hasContent } from '../drafts/draft-parser.ts';
import type { StateReader } from '../drafts/state-reader.ts';
import { inspect } from '../media/probe.ts';
import type { MediaRegistry } from '../media/registry.ts';
import type { Projects } from '../projects/projects.ts';
import { languageTags, type Sessions } from '../projects/sessions.ts';
import type { ExportPlace } from '../storage/settings.ts';
import type { Stores } from '../storage/stores.ts';
import type { Turns } from '../turns/turns.ts';
import type { DetectBlank } from './deliver.ts';
import { createFetchPart } from './download.ts';
import { createExportFiles } from './files.ts';
import type { ExportEnv, ExportTarget, FrozenDraft } from './journal.ts';
import { createExportQueue, type ExportQueue } from './queue.ts';

/** What is to be exported, and how. */
export type ExportRequest = {
  readonly projectId: string;
  /** A past version as it was; else the present cut as the cloud knows it. */
  readonly version?: number | undefined;
  /** What the user answered about an answer that is still under way. */
  readonly whileRunning?: 'wait' | 'now' | undefined;
  /** Asks for the place even where exports always go to one folder. */
  readonly saveAs?: boolean | undefined;
  /** A place that is known already: nothing is asked, nothing replaced. */
  readonly targetPath?: string | undefined;
  readonly batchId?: string | undefined;
  /** The id it gets, where one was written down before. */
  readonly id?: string | undefined;
};

export type ExportsDeps = {
  readonly cloud: Pick<Cloud, 'submitRender' | 'renderStatus' | 'cancelRender' | 'openFile' | 'createSession'>;
  readonly stores: Pick<Stores, 'exports'> & {
    readonly projects: Pick<Stores['projects'], 'session'>;
    readonly drafts: Pick<Stores['drafts'], 'get'>;
  };
  readonly describe: (error: CloudError) => Failure;
  /** Resolves when all that was written down so far is on the disk. */
  readonly written: () => Promise<void>;
  readonly projects: Pick<Projects, 'get'>;
  readonly reader: Pick<StateReader, 'ask'>;
  readonly sessions: Pick<Sessions, 'forget'>;
  readonly registry: Pick<MediaRegistry, 'file'>;
  readonly mediaJobs: {
    /** Looks into a file, for its length and pictures. */
    readonly look: (mediaId: string) => void;
    /** Looks through a whole file. */
    readonly detectBlank: (mediaId: string) => ReturnType<DetectBlank>;
  };
  readonly turns: Pick<Turns, 'isRunning' | 'isSettling'>;
  readonly place: () => ExportPlace;
  /** Shows the system's dialog; null where the user closed it. It asks before a file is replaced. */
  readonly chooseTarget: (fileName: string) => Promise<string | null>;
};

export type Exports = Omit<ExportQueue, 'start'> & {
  /**
   * Checks that there is something to export, asks for the place and starts the export. `answer-running`: the user must first
   * choose whether to wait for the agent (an answer that only settles is waited for unasked). Errors: `nothing-to-export`, and
   * those of reading the state.
   */
  readonly begin: (request: ExportRequest) => Promise<Result<ExportBegun, Failure>>;
  /** Another try at a place that the user chooses now, unless they close the dialog. Errors: `not-found`. */
  readonly moveTo: (exportId: string) => Promise<Result<null, Failure>>;
  readonly get: (exportId: string) => ExportJob | null;
  /** Where the file of a saved export should be; null for any other. */
  readonly savedPath: (exportId: string) => string | null;
  /** Gives the id that plays a saved file, and has it looked into. */
  readonly look: (path: string) => string;
};

/** All that exports a project: the queue, and what comes before and after it. */
export function openExports(env: ExportEnv & Pick<Env, 'locale'>, deps: ExportsDeps): Exports {
  const { stores, registry, mediaJobs } = deps;
  const drafts = createFreezing(env, deps);
  const queue = createExportQueue(env, {
    ...deps,
    ...drafts,
    store: stores.exports,
    fetchPart: createFetchPart(deps.cloud.openFile),
    files: createExportFiles(inspect, deps.written),
    turnRunning: deps.turns.isRunning,
    sessionLost: deps.sessions.forget,
    detectBlank: (path) => mediaJobs.detectBlank(registry.file(path)),
    random: Math.random,
  });
  const choose = createChooseTarget({ ...deps, reserved: queue.reserved, now: env.clock.now });

  return {
    ...queue,
    begin: async (request) => {
      const { id, projectId, targetPath, batchId = null } = request;
      const begins = whenToBegin(request, deps.turns);
      if (begins === 'ask') return ok('answer-running');
      const frozen = begins === 'later' ? ok(null) : await draftOf(request, drafts, deps);
      if (!frozen.ok) return frozen;
      const name = deps.projects.get(projectId)?.name ?? '';
      const target =
        targetPath === undefined
          ? await choose({ name, count: stores.exports.made(projectId), saveAs: request.saveAs ?? false })
          : { path: targetPath, replaces: false };
      if (target === null) return ok('cancelled');
      queue.start({ id, projectId, frozen: frozen.value, target, batchId });
      return ok('started');
    },
    moveTo: async (exportId) => {
      const record = stores.exports.get(exportId);
      if (record === null) return err({ code: 'not-found' });
      const target = await choose({ name: record.job.fileName, count: 0, saveAs: true });
      return target === null ? ok(null) : queue.retry(exportId, target);
    },
    get: (exportId) => stores.exports.get(exportId)?.job ?? null,
    savedPath: (exportId) => {
      const record = stores.exports.get(exportId);
      return record?.job.state === 'saved' ? record.targetPath : null;
    },
    look: (path) => {
      const mediaId = registry.file(path);
      mediaJobs.look(mediaId);
      return mediaId;
    },
    remove: (exportId) => {
      const removed = queue.remove(exportId);
      if (removed.ok) env.bus.emit({ type: 'export-removed', exportId });
      return removed;
    },
  };
}

/** What an export needs of its project's session: the newest draft, and another session in place of a lost one. */
function createFreezing({ locale }: Pick<Env, 'locale'>, { cloud, stores, reader }: ExportsDeps) {
  return {
    freshDraft: async (projectId: string): Promise<Result<FrozenDraft | null, CloudError>> => {
      const session = stores.projects.session(projectId);
      if (session === null) return ok(null);
      const state = await reader.ask(projectId, session);
      if (!state.ok) return state;
      const { draft, reading } = state.value;
      const version = reading.timeline?.version ?? null;
      return ok(hasContent(draft) ? { sessionId: session.sessionId, draft, version } : null);
    },
    anotherSession: async (projectId: string, lost: string): Promise<Result<string, CloudError>> => {
      const known = stores.projects.session(projectId);
      if (known !== null && known.sessionId !== lost) return ok(known.sessionId);
      // Only this export uses the new session: the project's next message opens its own and says so in the chat.
      const created = await cloud.createSession({ language: languageTags[locale()] });
      return created.ok ? ok(created.value.sessionId) : created;
    },
  };
}

/** A past version does not depend on the answer that is under way. */
function whenToBegin({ projectId, version, whileRunning }: ExportRequest, turns: ExportsDeps['turns']) {
  if (version !== undefined || whileRunning === 'now' || !turns.isRunning(projectId)) return 'now';
  return whileRunning === 'wait' || turns.isSettling(projectId) ? 'later' : 'ask';
}

/** The draft that is rendered: a past version with the project's session, or the newest one. Errors: `nothing-to-export`. */
async function draftOf(
  { projectId, version }: ExportRequest,
  { freshDraft }: ReturnType<typeof createFreezing>,
  { stores, describe }: ExportsDeps,
): Promise<Result<FrozenDraft, Failure>> {
  const nothing = err({ code: 'nothing-to-export' } as const);
  if (version === undefined) {
    const fresh = await freshDraft(projectId);
    if (!fresh.ok) return err(describe(fresh.error));
    return fresh.value === null ? nothing : ok(fresh.value);
  }
  const stored = stores.drafts.get(projectId, version);
  const sessionId = stores.projects.session(projectId)?.sessionId ?? '';
  return stored !== null && hasContent(stored.draft) ? ok({ sessionId, draft: stored.draft, version }) : nothing;
}

type ChooseTargetDeps = Pick<ExportsDeps, 'place' | 'chooseTarget'> &
  Pick<ExportQueue, 'reserved'> & { readonly now: () => number };

/** `count`: exports of the project so far, with those that were removed. */
type TargetRequest = { readonly name: string; readonly count: number; readonly saveAs: boolean };

/** Chooses where an export goes: into the folder that the user has set, under a free name, or wherever the dialog says. */
export function createChooseTarget({ place, chooseTarget, reserved, now }: ChooseTargetDeps) {
  return async ({ name, count, saveAs }: TargetRequest): Promise<ExportTarget | null> => {
    const { folder, pattern } = place();
    // A folder that is gone is not made again: it may be on a disk that is not there.
    if (folder !== null && !saveAs && look(folder)?.isDirectory()) {
      const fileName = patternName(pattern, { project: name, at: now(), n: count + 1 });
      return { path: freePath(folder, fileName, reserved()), replaces: false };
    }
    const path = await chooseTarget(safeFileName(name));
    return path === null ? null : { path, replaces: look(path)?.isFile() ?? false };
  };
}

/** The name, or the first numbered one that is free. Delivery checks again, since somebody may take it meanwhile. */
function freePath(folder: string, name: string, reserved: ReadonlySet<string>): string {
  let path = join(folder, name);
  for (let n = 2; reserved.has(path) || existsSync(path); n += 1) path = join(folder, numberedName(name, n));
  return path;
}

/** Null for whatever cannot be looked at: the export itself tells what is wrong with it. */
function look(path: string): Stats | null {
  try {
    return statSync(path);
  } catch {
    return null;
  }
}
