import type { Locale } from '../shared/domain/app-state.ts';
import type { BatchSummary } from '../shared/domain/batch.ts';
import { isExportOver, type ExportJob } from '../shared/domain/export-job.ts';
import type { AppEvent } from '../shared/contract/events.ts';
import { err, ok } from '../shared/result.ts';
import { createBus } from './app/bus.ts';
import type { Env } from './app/env.ts';
import { createTray, type TrayChoices } from './batch/tray.ts';
import { claimLink } from './api/links.ts';
import { createLocalCommands } from './turns/local-commands.ts';
import { createProjects } from './projects/projects.ts';
import { createSessions } from './projects/sessions.ts';
import { openTurns } from './turns/turns.ts';
import { openDrafts } from './drafts/drafts.ts';
import { openInterchange } from './interchange/interchange.ts';
import { openExports } from './exports/exports.ts';
import { serveFile } from './media/serve.ts';
import type { ExportPlace } from './storage/settings.ts';
import type { Stores } from './storage/stores.ts';
import { type ImportChoices, openImports } from './uploads/import/open-imports.ts';
import { createUploads } from './uploads/uploads.ts';
import { createWakeableSleep } from './wakeable-sleep.ts';
import { createMediaJobs, type MediaJobsParts } from './media-jobs/media-jobs.ts';
import { createStart } from './workspace-start.ts';
import { openBatches } from './workspace-batches.ts';
import { openMedia } from './media/media.ts';
import type { App } from './app/app.ts';
import { openWire, type WireParts } from './workspace-wire.ts';

export type { App };

type OuterParts = Omit<WireParts, 'lookNow'> & ImportChoices & TrayChoices;

export type WorkspaceParts = OuterParts & {
  readonly stores: Stores;
  /** Much was deleted from the stores. */
  readonly giveBack: () => void;
  readonly mediaDir: string;
  /** Where unfinished folders for other editors are written down. */
  readonly packageNotesDir: string;
  /** Where the media jobs writes, the thread that cuts for it, and its hidden pages. */
  readonly mediaJobs: Pick<MediaJobsParts, 'dir' | 'cutScript' | 'openWindow'>;
  readonly language: () => Locale;
  /** Most credits that the user wants to spend in a day; null for no ceiling. */
  readonly dailyCeiling: () => number | null;
  /** Whether the user is at the window. */
  readonly isAttended: () => boolean;
  /** Told once when an export is saved or has failed. */
  readonly exportEnded: (job: ExportJob) => void;
  /** Told once when a batch is done, or waits for the user. What its items do is not told one by one. */
  readonly batchEnded: (summary: BatchSummary) => void;
  /** Asks where to save a file of this name; null when the user closed the dialog. */
  readonly chooseTarget: (fileName: string) => Promise<string | null>;
  /** Asks for a folder to make another one in; null when the user closed the dialog. */
  readonly chooseFolder: () => Promise<string | null>;
  /** Where exports go without a question. */
  readonly exportPlace: () => ExportPlace;
};

/** Builds it all by hand, top to bottom: wire, account, media, draft, uploads, exports, conversation. */
export function openWorkspace(parts: WorkspaceParts): App {
  const { config, stores, clock, timings, report } = parts;
  const emit = (event: AppEvent): void => {
    parts.emit(event);
    batches.hear(event);
  };
  const bus = createBus(report);
  bus.onAppEvent(emit);
  const env: Env = { clock, timings, bus, report, locale: parts.language };

  const recoveryAlarm = createWakeableSleep(clock);
  const lookNow = (): void => [exports.pollNow, recoveryAlarm.wake, uploads.lookAgain].forEach((look) => look());
  const wire = openWire({ ...parts, lookNow });
  const { cloud, link, describe } = wire;

  const media = openMedia({ ...parts, cloud });
  const { registry, ownNames } = media;

  const projects = createProjects({
    store: {
      ...stores.projects,
      // Its exports go with it, and what they have left on the disk is known by them alone.
      purge: (id) => {
        exports.removeProject(id);
        stores.projects.purge(id);
        parts.giveBack();
      },
    },
    clock,
    undoMs: timings.undoDeleteMs,
    isBusy: (id) =>
      turns.working().includes(id) ||
      stores.uploads.unfinished().some(({ upload }) => upload.projectId === id) ||
      exports.list().some((job) => job.projectId === id && !isExportOver(job.state)),
    isAttended: parts.isAttended,
    onRestored: (id) => turns.wake(id),
    emit,
    report,
  });
  const sessions = createSessions({
    store: stores.projects,
    create: (language) => cloud.createSession({ language }),
    language: parts.language,
    hadTimeline: (projectId) => stores.drafts.versions(projectId, { limit: 1 }).versions.length > 0,
    onForgotten: (projectId) => uploads.lose(projectId),
  });
  const { draftVersions, reader, past } = openDrafts(env, {
    stores,
    cloud,
    sessions,
    ownNames,
    registerUrl: registry.remote,
  });
  const uploads = createUploads({
    store: stores.uploads,
    cloud,
    sessionFor: async (projectId) => {
      const session = await sessions.ensure(projectId);
      return session.ok ? session : err(describe(session.error));
    },
    sessionLost: reader.tellSessionLost,
    isPresent: sessions.isPresent,
    registry,
    clock,
    emit: (upload) => {
      emit({ type: 'upload', upload });
      if (upload.state === 'waiting' && upload.source === 'file') mediaJobs.look(upload.mediaId);
    },
    emitRemoved: (projectId, uploadId) => {
      emit({ type: 'upload-removed', projectId, uploadId });
      imports.sweep();
    },
    refuse: (projectId, name, failure) => emit({ type: 'upload-refused', projectId, name, failure }),
    describe,
    report,
  });
  const mediaJobs = createMediaJobs({
    ...parts.mediaJobs,
    store: stores.mediaInfo,
    registry,
    serveSource: serveFile,
    upload: async (projectId, path) => void (await uploads.add(projectId, [path])),
    clock,
    timings,
    emit: (event) => {
      emit(event);
      imports.follow(event);
    },
    report,
  });
  const imports = openImports({
    ...parts,
    uploads,
    registry,
    askHead: wire.askHead,
    look: mediaJobs.look,
    describe,
  });

  const exports = openExports(env, {
    cloud,
    stores,
    describe,
    projects,
    reader,
    registry,
    mediaJobs,
    turns: {
      isRunning: (projectId) => turns.working().includes(projectId),
      isSettling: (projectId) => turns.settling(projectId),
    },
    place: parts.exportPlace,
    chooseTarget: parts.chooseTarget,
  });
  bus.on('export-ended', ({ job }) => {
    if (!batches.tellsOf(job.id)) parts.exportEnded(job);
  });

  const interchange = openInterchange(env, {
    name: (projectId) => projects.get(projectId)?.name ?? '',
    refresh: (projectId) => reader.readAndTell(projectId, null),
    draft: past.draft,
    canvasConfig: stores.projects.canvas,
    chooseFolder: parts.chooseFolder,
    notesDir: parts.packageNotesDir,
    ownNames,
    fetchClip: media.fetchClip,
  });

  const turns = openTurns(env, {
    ...parts,
    cloud,
    link,
    sessions,
    reader,
    draftVersions,
    projects,
    uploads,
    balanceWatch: wire.balanceWatch,
    sleep: recoveryAlarm,
    toFailure: describe,
  });
  const localCommands = createLocalCommands(env, {
    turns,
    link,
    reader,
    draftVersions,
    beginExport: exports.begin,
    pickFiles: imports.pickFiles,
    beginInterchange: interchange.begin,
    toFailure: describe,
  });
  bus.on('local-command', ({ turn }) => void localCommands.run(turn));
  bus.on('turn-ended', ({ turn }) => {
    projects.turnEnded(turn.projectId);
    exports.turnEnded();
    batches.lineFree();
  });

  const batches = openBatches({ ...parts, emit, projects, uploads, conversation: turns, exports });

  return {
    rehearsal: parts.rehearsal,
    projects,
    turns,
    draftVersions,
    past,
    uploads,
    imports,
    exports,
    batches,
    batchTray: createTray({ ...parts, mediaIdOf: registry.file }),
    mediaJobs,
    link,
    ...wire.shown,
    toFailure: describe,
    interchange,
    bindId: (projectId) => reader.bindId(projectId, wire.shown.account.userId()),
    claimLink: async (projectId) => {
      const token = await reader.claimToken(projectId);
      if (token === null) return err({ code: 'not-found' });
      return token.ok ? ok(claimLink(config.webUrl, token.value)) : err(describe(token.error));
    },
    search: stores.search.find,
    ...createStart({ stores, projects, exports, mediaJobs, interchange }),
    isBusy: () => [turns, uploads, exports, interchange, batches, mediaJobs].some((room) => room.running()),
    serveMedia: media.serve,
    close: async () => {
      projects.close();
      mediaJobs.close();
      imports.close();
      // Each breaks its work off at once; with the network gone there is nothing that they could wait for.
      const rooms = [batches, turns, exports, uploads, interchange, media].map((room) => room.close());
      await Promise.all([...rooms, wire.close()]);
    },
  };
}
