import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SpendRules } from '../../shared/domain/spend-permission.ts';
import { type AccountTokens, openAccount } from '../account/open-account.ts';
import { openApi } from '../api/api.ts';
import type { CloudConfig } from '../api/config.ts';
import type { Attribution } from '../api/http.ts';
import type { RoutingParts } from '../api/routing.ts';
import { type Batches, openBatches } from '../batch/batches.ts';
import { createSelection } from '../batch/selection.ts';
import { openDrafts } from '../drafts/drafts.ts';
import { openExports } from '../exports/exports.ts';
import { openInterchange } from '../interchange/interchange.ts';
import { type MediaJobs, type MediaJobsDeps, openMediaJobs } from '../media-jobs/media-jobs.ts';
import { createProxies } from '../media-jobs/proxies.ts';
import { openMedia } from '../media/media.ts';
import { serveFile } from '../media/serve.ts';
import { openProjects } from '../projects/projects.ts';
import { openSessions } from '../projects/sessions.ts';
import type { Storage } from '../storage/open-storage.ts';
import type { SafeBox } from '../storage/sealed.ts';
import type { Settings } from '../storage/settings.ts';
import { createBalanceWatch } from '../turns/balance-watch.ts';
import { createLocalCommands } from '../turns/local-commands.ts';
import { openTurns } from '../turns/turns.ts';
import { openImports } from '../uploads/import/open-imports.ts';
import { createWakeableSleep } from '../wakeable-sleep.ts';
import { createProjectMedia } from '../uploads/project-media.ts';
import { openUploads } from '../uploads/uploads.ts';
import type { Env } from './env.ts';

/** Where things lie on this computer, and what the desktop does for the rooms. All paths are absolute. */
export type Host = {
  readonly profileDir: string;
  /** Where `skill/` and `samples/` lie. */
  readonly resourcesDir: string;
  readonly homeDir: string;
  readonly settings: Settings;
  readonly safeBox: SafeBox;
  /** What the environment configures. */
  readonly variables: Readonly<Record<string, string | undefined>>;
  readonly proxies: Pick<RoutingParts, 'choice' | 'askSystem'>;
  /** Whether the user is at the window. */
  readonly isAttended: () => boolean;
  /** Native dialogs; null or empty where the user closed them. */
  readonly dialogs: {
    readonly pickFiles: () => Promise<readonly string[]>;
    readonly pickFolders: () => Promise<readonly string[]>;
    /** A folder for exports; begins in this one. */
    readonly pickExportFolder: (from?: string) => Promise<string | null>;
    /** Where videos were saved last; it exists. */
    readonly saveFolder: () => string;
    /** For a file with this extension, beside its name. */
    readonly chooseCopyTarget: (stem: string, extension: string) => Promise<string | null>;
    readonly chooseSaveTarget: (fileName: string) => Promise<string | null>;
    /** A folder to make another one in. */
    readonly chooseFolder: (from: string | null) => Promise<string | null>;
    /** Whether a damaged history shall be set aside, for its backup of this time (epoch ms), or an empty one. */
    readonly askStartOver: (backupAt: number | null) => Promise<boolean>;
  };
  /** The name of a picture out of the clipboard. */
  readonly pastedName: (when: string) => string;
  /** The bundled script of the thread that reads whole histories. */
  readonly storageScript: string;
  /** The thread that cuts for the media jobs, and their hidden pages. */
  readonly mediaJobs: Pick<MediaJobsDeps, 'cutScript' | 'openWindow'>;
};

/** Which cloud the app is on, and where it keeps what belongs to it. */
export type Place = {
  readonly config: CloudConfig;
  readonly attribution: Attribution;
  /** On the embedded demo cloud: nothing costs. */
  readonly rehearsal: boolean;
  readonly tokens: AccountTokens;
  readonly folder: string;
  readonly storage: Storage;
};

export type Ground = ReturnType<typeof openGround>;
export type Work = ReturnType<typeof openWork>;

/** The cloud, the history and what both say of a project. */
export function openGround(env: Env, host: Host, { config, attribution, rehearsal, tokens, folder, storage }: Place) {
  const { stores } = storage;
  const api = openApi(env, {
    url: config.apiUrl,
    listensAt: config.listensAt,
    attribution,
    rehearsal,
    proxies: { ...host.proxies, env: host.variables },
  });
  const account = openAccount(env, {
    api,
    config,
    tokens,
    homeDir: host.homeDir,
    rehearsal,
    written: storage.written,
  });
  const media = openMedia(env, { cloud: account.cloud, stores, folder: join(folder, 'media') });
  const projects = openProjects(env, {
    store: stores.projects,
    giveBack: storage.giveBack,
    isAttended: host.isAttended,
  });
  const sessions = openSessions(env, {
    store: stores.projects,
    cloud: account.cloud,
    hadTimeline: (projectId) => stores.drafts.versions(projectId, { limit: 1 }).versions.length > 0,
  });
  const { ownNames, registry } = media;
  const drafts = openDrafts(env, {
    stores,
    cloud: account.cloud,
    sessions,
    ownNames,
    registerUrl: registry.remote,
  });
  /** What asks after turns of unknown outcome sleeps here. */
  const recoverySleep = createWakeableSleep(env.clock);
  return { recoverySleep, api, account, media, projects, sessions, drafts };
}

/** Files: on their way to the cloud, coming in, and what is made of them. */
function openFiles(env: Env, { dialogs, ...host }: Host, place: Place, ground: Ground) {
  const { stores } = place.storage;
  const { api, account, media, sessions } = ground;
  const { registry } = media;
  const { cloud, describe } = account;

  const uploads = openUploads(env, { store: stores.uploads, cloud, sessions, registry, describe });
  const imports = openImports(env, {
    uploads,
    stores,
    registry,
    network: api.network,
    rehearsal: place.rehearsal,
    dialogs,
    pastedDir: join(place.folder, 'pasted'),
    pastedName: host.pastedName,
    describe,
  });
  const mediaJobs = openMediaJobs(env, {
    ...host.mediaJobs,
    dir: join(place.folder, 'workshop'),
    store: stores.mediaInfo,
    registry,
    serveSource: serveFile,
    upload: async (projectId, path) => void (await uploads.add(projectId, [path])),
  });
  const projectMedia = createProjectMedia({
    ...media,
    store: stores.uploads,
    uploads,
    versionReader: ground.drafts.versionReader,
    dragDir: join(place.folder, 'workshop', 'dragged'),
  });
  return { uploads, imports, mediaJobs, projectMedia };
}

const spendsNothing: SpendRules = { spending: 'never', silenced: [] };

/** What the user has settled about spending, and what batches will yet spend. In a rehearsal there is nothing to ask about. */
function spendingOf(settings: Settings, rehearsal: boolean, batchMessages: Batches['ahead']) {
  return {
    dailyCeiling: () => settings.get('preferences').dailyCeiling,
    spendRules: () => (rehearsal ? spendsNothing : settings.get('preferences')),
    batchMessages,
  };
}

/** What goes on in projects: files, answers, exports, batches. */
export function openWork(env: Env, host: Host, place: Place, ground: Ground) {
  const { dialogs, settings } = host;
  const { stores } = place.storage;
  const { account, media, projects, sessions, drafts } = ground;
  const { draftVersions, restore, reader } = drafts;
  const { registry, ownNames } = media;
  const { cloud, describe } = account;
  const nameOf = (projectId: string): string => projects.get(projectId)?.name ?? '';

  const files = openFiles(env, host, place, ground);
  const { uploads, imports, mediaJobs } = files;
  const turns = openTurns(env, {
    cloud,
    link: account.link,
    stores,
    projects,
    sessions,
    draftVersions,
    restore,
    reader,
    uploads,
    balanceWatch: createBalanceWatch({ read: account.link.balance, clock: env.clock, timings: env.timings }),
    sleep: ground.recoverySleep,
    ...spendingOf(settings, place.rehearsal, () => batches.ahead()),
    toFailure: describe,
  });
  const exports = openExports(env, {
    cloud,
    ...place.storage,
    describe,
    projects,
    sessions,
    reader,
    registry,
    mediaJobs,
    turns,
    place: () => settings.get('exportPlace'),
    chooseTarget: dialogs.chooseSaveTarget,
  });
  const interchange = openInterchange(env, {
    name: nameOf,
    refresh: (projectId) => reader.readReportingLoss(projectId, null),
    draft: drafts.versionReader.draft,
    canvasConfig: stores.projects.canvas,
    ...interchangeHost(host, mediaJobs),
    notesDir: join(place.folder, 'kits'),
    ownNames,
    fetchClip: media.fetchClip,
  });
  const localCommands = createLocalCommands(env, {
    turns,
    link: account.link,
    reader,
    draftVersions,
    beginExport: exports.begin,
    pickFiles: imports.pickFiles,
    beginInterchange: interchange.begin,
    toFailure: describe,
  });
  const batches: Batches = openBatches(env, { stores, projects, uploads, turns, exports });
  const isBusy = (): boolean => [turns, uploads, exports, interchange, batches, mediaJobs].some((one) => one.running());
  const proxies = createProxies({
    ...env,
    ...media,
    encode: mediaJobs.makeProxy,
    isBusy,
    wantsMore: () => settings.get('preferences').smooth,
  });
  return {
    ...files,
    isBusy,
    proxies,
    exports,
    interchange,
    turns,
    localCommands,
    batches,
    batchSelection: createSelection({ ...dialogs, pickFolder: dialogs.pickExportFolder, mediaIdOf: registry.file }),
  };
}

/** What the desktop and the hidden pages do for other editors. Drafts of CapCut and JianYing begin where these keep theirs. */
function interchangeHost({ dialogs, homeDir, variables }: Host, { renderGif }: Pick<MediaJobs, 'renderGif'>) {
  return {
    renderGif,
    chooseGif: (stem: string) => dialogs.chooseCopyTarget(stem, '.gif'),
    chooseFolder: async ({ forCapcut }: { readonly forCapcut: boolean }) =>
      dialogs.chooseFolder(forCapcut ? await findCapcutFolder(homeDir, variables['LOCALAPPDATA']) : null),
  };
}

/** Where CapCut, or else JianYing, keeps its drafts on this computer: absolute, or null. `local`: `%LOCALAPPDATA%` of Windows. */
async function findCapcutFolder(homeDir: string, local: string | undefined): Promise<string | null> {
  const roots = [...(local ? [local] : []), join(homeDir, 'Movies')];
  const drafts = ['User Data', 'Projects', 'com.lveditor.draft'] as const;
  const folders = roots.flatMap((root) => ['CapCut', 'JianyingPro'].map((name) => join(root, name, ...drafts)));
  for (const folder of folders) if ((await stat(folder).catch(() => null))?.isDirectory() === true) return folder;
  return null;
}
