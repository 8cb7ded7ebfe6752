import { sep } from 'node:path';
import { mediaIdsOf } from '../../shared/composition/composition.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Backup, ClearableData } from '../../shared/domain/local-data.ts';
import { isToConvert } from '../../shared/domain/needs-decision.ts';
import type { ArmedFaults, FaultName, FaultStrikes } from '../../shared/domain/fault-name.ts';
import type { SearchHit } from '../../shared/domain/project.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { ShownAccount } from '../account/open-account.ts';
import type { ShownNetwork } from '../api/api.ts';
import { claimLink } from '../api/links.ts';
import type { Batches } from '../batch/batches.ts';
import type { Selection } from '../batch/selection.ts';
import type { Drafts } from '../drafts/drafts.ts';
import type { Exports } from '../exports/exports.ts';
import type { Interchange } from '../interchange/interchange.ts';
import type { MediaJobs } from '../media-jobs/media-jobs.ts';
import type { Proxies } from '../media-jobs/proxies.ts';
import type { Projects } from '../projects/projects.ts';
import { backupsIn } from '../storage/backups.ts';
import type { Storage } from '../storage/open-storage.ts';
import { isCorrupt } from '../storage/sqlite.ts';
import type { Turns } from '../turns/turns.ts';
import type { Imports } from '../uploads/import/open-imports.ts';
import type { ProjectMedia } from '../uploads/project-media.ts';
import type { Uploads } from '../uploads/uploads.ts';
import type { Bus } from './bus.ts';
import type { Env } from './env.ts';
import { exportData } from './export-data.ts';
import { type Ground, type Host, openGround, openWork, type Place, type Work } from './rooms.ts';
import { type AtStart, openStartupReport, type StartupReporter } from './startup-report.ts';

/** What may be forced in a rehearsal. */
type RehearsalControls = {
  readonly faults: () => ArmedFaults;
  readonly setFault: (name: FaultName, strikes: FaultStrikes) => void;
  readonly resetCredits: () => void;
};

/** Everything that belongs to one cloud: the real one, or the demo cloud in a rehearsal. */
export type App = {
  readonly rehearsal: boolean;
  /** What a rehearsal lets go wrong; null on the service. */
  readonly controls: RehearsalControls | null;
  readonly bus: Bus;
  readonly account: ShownAccount;
  readonly network: ShownNetwork;
  readonly projects: Projects;
  readonly turns: Turns;
  readonly drafts: Drafts;
  readonly uploads: Uploads;
  readonly projectMedia: ProjectMedia;
  readonly imports: Imports;
  readonly exports: Exports;
  readonly interchange: Interchange;
  readonly mediaJobs: MediaJobs;
  readonly proxies: Proxies;
  readonly batches: Batches;
  readonly batchSelection: Selection;
  readonly startupReport: StartupReporter;
  readonly webUrl: string;
  /** Where a damaged history was put; null in the ordinary case. */
  readonly setAside: string | null;
  /** The time of the backup that took its place, or that of one that was gone, epoch ms; else null. */
  readonly restoredFrom: number | null;
  /** Newest first. */
  readonly backups: () => readonly Backup[];
  /** Ties a registration to the account; null before there is a session. */
  readonly bindId: (projectId: string | null) => string | null;
  /** The project's page on the web site, with a fresh claim token. `not-found` before there is a session. */
  readonly claimLink: (projectId: string) => Promise<Result<string, Failure>>;
  /** Newest first. */
  readonly search: (query: string, limit: number) => readonly SearchHit[];
  /** Frees what is not in use, the cut of this project above all. Bytes. */
  readonly clearMedia: (what: ClearableData, openProjectId: string | null) => Promise<number>;
  /** Writes all projects into a new folder within this one, and answers with its name. */
  readonly exportData: (folder: string) => Promise<Result<string, Failure>>;
  readonly serveMedia: (request: Request) => Promise<Response>;
  /** What the history held before anything went on. */
  readonly atStart: AtStart;
  /** Whether an answer, an upload, an export, a batch or work on a file is under way. */
  readonly isBusy: () => boolean;
  /** The computer has slept, or has another network now: connections, polls, turns and uploads are looked at at once. */
  readonly lookAgain: (why: 'woke' | 'network') => void;
  /** Goes on with what the journal says was under way. */
  readonly begin: () => void;
  /** Leaves everything in the journal as it is. */
  readonly close: () => Promise<void>;
};

/** Opens the rooms in order, each on those before it, and then says who listens to what. Nothing begins before `begin`. */
export function openApp(env: Env, host: Host, place: Place): App {
  const ground = openGround(env, host, place);
  const work = openWork(env, host, place, ground);
  const { storage, rehearsal, config } = place;
  const { stores } = storage;
  const { api, account, sessions } = ground;
  const atStart: AtStart = {
    projects: ground.projects.list(),
    exports: stores.exports.since(host.settings.get('exportsSeenAt')).map(({ job }) => job),
    turns: stores.turns.unfinished(),
    uploads: stores.uploads.unfinished().map(({ upload }) => upload),
  };
  const startupReport = openStartupReport(env, { settings: host.settings, found: atStart });
  subscribe(env.bus, place, ground, work);
  for (const type of startupReport.hears) env.bus.on(type, startupReport.observe);

  return {
    ...work,
    rehearsal,
    controls: null,
    bus: env.bus,
    account: account.shown,
    network: api.shown,
    projects: ground.projects,
    drafts: ground.drafts,
    startupReport,
    webUrl: config.webUrl,
    setAside: storage.setAside,
    restoredFrom: storage.restoredFrom,
    backups: () => backupsIn(place.folder).map(({ id, at, bytes }) => ({ id, at, bytes })),
    bindId: (projectId) => sessions.bindId(projectId, account.userId()),
    claimLink: async (projectId) => {
      const token = await sessions.claimToken(projectId);
      if (token === null) return err({ code: 'not-found' });
      return token.ok ? ok(claimLink(config.webUrl, token.value)) : err(account.describe(token.error));
    },
    search: stores.search.find,
    clearMedia: async (what, openProjectId) => {
      const composition = openProjectId === null ? null : await ground.drafts.versionReader.composition(openProjectId);
      return ground.media.clear(what, composition === null ? [] : [...mediaIdsOf(composition)]);
    },
    exportData: (folder) => exportData(stores, folder, env.clock.now()),
    serveMedia: ground.media.serve,
    atStart,
    lookAgain: (why) => {
      const retry = (): void => env.bus.emit({ type: 'retry-now' });
      api.lookAgain(why);
      retry();
      // Again when that has shown what broke.
      void account.link.connect().then(retry);
    },
    begin: () => {
      const backUp = async (): Promise<void> => {
        if (await storage.check()) await storage.keepBackups(() => !work.isBusy());
      };
      void backUp().catch(env.report);
      try {
        beginAll(env, place, ground, work);
      } catch (error) {
        // That has been told by now, and the user decides what becomes of the history.
        if (!isCorrupt(error)) throw error;
        env.report(error);
      }
    },
    close: async () => {
      ground.projects.close();
      work.proxies.close();
      work.mediaJobs.close();
      work.imports.close();
      account.link.close();
      // Each breaks its work off at once; with the network gone there is nothing that they could wait for.
      const closing = [work.batches, work.turns, work.exports, work.uploads, work.interchange, ground.media, api];
      await Promise.all(closing.map((one) => one.close()));
      await storage.close();
    },
  };
}

/** Who listens to what. */
function subscribe(bus: Bus, { storage, folder }: Place, ground: Ground, work: Work): void {
  const { stores } = storage;
  const { account, media, projects, recoverySleep } = ground;
  const { uploads, imports, mediaJobs, turns, localCommands, batches, batchSelection, exports } = work;

  bus.on('service-met', ({ met }) => account.link.met(met));
  bus.on('retry-now', exports.pollNow);
  bus.on('retry-now', recoverySleep.wake);
  bus.on('retry-now', uploads.lookAgain);

  bus.on('session-forgotten', ({ projectId }) => uploads.lose(projectId));
  bus.on('project-restored', ({ projectId }) => turns.wake(projectId));
  projects.keepWhile((id) => turns.isRunning(id));
  projects.keepWhile((id) => stores.uploads.unfinished().some(({ upload }) => upload.projectId === id));
  projects.keepWhile((id) => stores.exports.since(Infinity).some(({ job }) => job.projectId === id));
  bus.on('project-purging', ({ projectId }) => exports.removeProject(projectId));

  bus.on('credits', ({ credits }) => turns.balanceSeen(credits));
  bus.on('account', () => turns.balanceSeen(null));

  bus.on('local-command', ({ turn }) => void localCommands.run(turn));
  bus.on('turn-ended', ({ turn }) => projects.turnEnded(turn.projectId));
  bus.on('turn-ended', exports.turnEnded);

  bus.on('upload', ({ upload }) => {
    if (upload.state === 'waiting' && upload.source === 'file') mediaJobs.look(upload.mediaId);
  });
  bus.on('upload-removed', imports.sweep);
  bus.on('needs-decision', ({ needsDecision }) => {
    if (isToConvert(needsDecision)) mediaJobs.look(needsDecision.mediaId);
  });
  bus.on('media-job', ({ job }) => imports.follow(job));

  media.registry.keepWhile(
    (path) =>
      path.startsWith(folder + sep) ||
      stores.uploads.uses(path) ||
      stores.needsDecision.uses(path) ||
      stores.exports.uses(path) ||
      batchSelection.has(path),
  );
  for (const type of endsOfFiles) bus.on(type, media.registry.lookAgain);

  subscribeBatches(bus, batches);
}

export function subscribeBatches(bus: Bus, batches: Batches): void {
  bus.on('project-removed', ({ projectId }) => batches.projectRemoved(projectId));
  bus.on('export', ({ job }) => batches.exportChanged(job));
  for (const type of batchWakes) bus.on(type, batches.wake);
}

/** With these, files lose what they were named for. */
const endsOfFiles = ['upload-removed', 'needs-decision-removed', 'export-removed', 'project-purging'] as const;

/** What an item of a batch may wait for. */
const batchWakes = [
  'turn',
  'turn-removed',
  'turn-ended',
  'queue',
  'upload',
  'upload-removed',
  'export',
  'project-removed',
] as const;

/** Goes on with what the journal says was under way. */
function beginAll({ report }: Env, { storage }: Place, { projects, account }: Ground, work: Work): void {
  const { uploads, imports, mediaJobs, interchange, turns, batches, exports } = work;
  projects.recover();
  if (projects.list().length === 0) projects.create();
  uploads.recover();
  void tidy(storage, mediaJobs, interchange).catch(report);
  imports.sweep();
  turns.resume();
  exports.resume();
  batches.recover();
  void account.link.connect();
}

/** Removes what media jobs have left of an earlier run, but the files that still wait or may be sent again; and unfinished packages. */
async function tidy({ stores }: Storage, mediaJobs: MediaJobs, interchange: Interchange): Promise<void> {
  const records = stores.projects.list().flatMap(({ id }) => stores.uploads.list(id));
  const wanted = records.filter(({ upload }) => upload.turnId === null || upload.state !== 'uploaded');
  const items = stores.batches.list().flatMap((batch) => batch.items);
  const unfinished = items.filter(({ item }) => item.state !== 'done');
  await mediaJobs.clean([...wanted, ...unfinished].map(({ path }) => path));
  await interchange.clean();
}
