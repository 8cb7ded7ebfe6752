import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app as electronApp, safeStorage, shell } from 'electron';
import { nextScale, type ZoomStep } from '../../shared/domain/ui-scale.ts';
import type { MainTranslate } from '../../shared/locales/main-texts.ts';
import { readHomepage } from '../api/links.ts';
import type { App } from '../app/app.ts';
import { localDataSizes } from '../app/local-data.ts';
import type { CurrentApp } from '../app/current.ts';
import type { Host } from '../app/rooms.ts';
import type { CloudChoice, Desktop } from '../ipc/context.ts';
import { createOutbox, type Outbox } from '../ipc/outbox.ts';
import { deliverTo } from '../ipc/transport.ts';
import type { SafeBox } from '../storage/sealed.ts';
import { readLicences } from './about.ts';
import { afterStart } from './after-start.ts';
import { createDesktop } from './desktop.ts';
import { createDesktopStatus, type DesktopStatus } from './desktop-status.ts';
import { diagnosticsText, readTail } from './diagnostics.ts';
import { createDialogs, type Dialogs } from './dialogs.ts';
import { createLinks } from './links.ts';
import { openMediaWorkerWindow } from './media-worker-window.ts';
import { createMenuBar, type MenuBar } from './menu-bar.ts';
import { createNetworkChoice } from './network-choice.ts';
import type { OpenRequests } from './open-requests.ts';
import { guardQuitting, type Interrupted, type Quitting } from './quitting.ts';
import { createSavedFiles, type SavedFiles } from './saved-files.ts';
import type { Started } from './started.ts';
import type { WindowHost } from './window-host.ts';
import type { Env } from '../app/env.ts';
import { openUpdates } from './updates/open-updates.ts';
import type { Updates } from './updates/updates.ts';

/** What is there before the desktop: how the app was started, its environment, and the window. */
type DesktopGround = Started & {
  readonly env: Omit<Env, 'bus'>;
  readonly texts: () => MainTranslate;
  readonly windows: WindowHost;
};

/**
 * Electron's safeStorage, in its synchronous form, which is all that the registry's older runtime has. Use it after `ready`.
 * On Linux `basic_text` encrypts with a key that everybody knows, which is no key ring.
 */
const systemSafeBox: SafeBox = {
  keyring: () =>
    safeStorage.isEncryptionAvailable() &&
    (process.platform !== 'linux' || !['basic_text', 'unknown'].includes(safeStorage.getSelectedStorageBackend())),
  encrypt: (text) => safeStorage.encryptString(text),
  decrypt: (bytes) => safeStorage.decryptString(bytes),
};

/** The desktop around whichever app is open. */
type OpenedDesktop = {
  /** What it does for the rooms. */
  readonly host: Host;
  /** What it does for the window's requests. */
  readonly forWindow: Omit<Desktop, keyof CloudChoice>;
  /** Shows an app and lets it begin; the function that it gives ends the listening. */
  readonly listenTo: (app: App) => () => void;
  /** One size larger or smaller, or back to the actual size (0). */
  readonly zoom: (step: ZoomStep) => void;
  readonly updates: Updates;
  /** Gives what the system has asked us to open to the open project. */
  readonly takeOpened: () => void;
};

/** Opens the desktop around the window. */
export function openDesktop(started: DesktopGround, current: CurrentApp, openRequests: OpenRequests): OpenedDesktop {
  const { settings, texts, windows } = started;
  const { clock, timings, report } = started.env;
  const outbox = createOutbox(clock, timings);
  const dialogs = createDialogs({ window: windows.current, texts, locale: started.locale, settings });
  const quitting = guardQuitting({ underWay: () => interruptedIn(current.now()), ask: dialogs.askQuitting, report });
  const status = createDesktopStatus({
    host: windows,
    app: current.now,
    settings,
    texts,
    clock,
    trayFolder: join(started.resourcesDir, 'tray'),
    emit: outbox.emit,
    askClosing: dialogs.askClosing,
    wantToQuit: quitting.wanted,
    quit: quitting.now,
    report,
  });
  const network = createNetworkChoice({ settings, safeBox: systemSafeBox, ...outbox });
  const updates = openUpdates({ ...started, network: network.whole, emit: outbox.emit, current, quitting });
  const parts = { started, current, outbox, dialogs, quitting, status, updates };
  listenToWindows(windows, parts);
  const menuBar = createMenuBar(started, {
    ...started,
    ...parts,
    hasHomepage: () => forWindow.homepage !== null,
    change: (change) => forWindow.changePreferences(change),
    zoom: (step) => zoom(step),
    open: openRequests.add,
  });
  const zoom = (step: ZoomStep): void =>
    forWindow.changePreferences({ uiScale: nextScale(settings.get('preferences').uiScale, step) });
  // Only once a window can tell what became of it; one that is opening takes it itself.
  const takeOpened = (): void => {
    const giveTo = (app: App) => openRequests.giveTo(app, settings.get('openProjectId'), outbox.emit);
    if (outbox.isHeard()) void current.get().then(giveTo).catch(report);
  };
  const relocalize = (): void => forWindow.changePreferences({});
  const forWindow = createDesktop({
    settings,
    app: current.now,
    links: createLinks({ webUrl: () => current.now()?.webUrl ?? '', confirm: dialogs.confirmLink }),
    locale: started.locale,
    network,
    updates,
    emit: outbox.emit,
    installMenu: menuBar.show,
    applyScale: windows.applyScale,
    exportsSeen: status.exportsSeen,
    ...dialogs,
    pickFolder: dialogs.pickExportFolder,
    ...selfInfoOf(started, current),
    savedFiles: savedFilesOf(started),
    subscribe: (windowId) => {
      const contents = windows.current()?.webContents;
      if (contents?.id !== windowId) return;
      outbox.subscribe(windowId, deliverTo(contents));
      const target = status.takeTarget();
      if (target) outbox.emit(target);
      takeOpened();
      afterStart(started, { windows, dialogs, emit: outbox.emit, relocalize });
    },
  });
  menuBar.show();
  return {
    host: hostOf(started, dialogs, { choice: network.whole, isAttended: status.isAttended }),
    forWindow,
    listenTo: (app) => {
      menuBar.show();
      return listenTo(app, { ...parts, report, menuBar });
    },
    zoom,
    updates,
    takeOpened,
  };
}

function savedFilesOf({ windows, resourcesDir }: DesktopGround): SavedFiles {
  return createSavedFiles({
    contents: () => windows.current()?.webContents ?? null,
    fallback: join(resourcesDir, 'tray', 'tray@2x.png'),
  });
}

/** What the app tells of itself and of what it keeps. */
function selfInfoOf(
  started: Started,
  current: CurrentApp,
): Pick<Desktop, 'about' | 'openLogs' | 'workerDied' | 'localDataSizes' | 'diagnostics' | 'homepage'> {
  const { builtDir, profileDir, variables, log } = started;
  const manifest = join(electronApp.getAppPath(), 'package.json');
  return {
    homepage: readHomepage(readFileSync(manifest, 'utf8'), variables['RUSHES_HOMEPAGE']),
    about: async () => ({
      version: electronApp.getVersion(),
      electron: process.versions.electron,
      chromium: process.versions.chrome,
      licences: await readLicences(builtDir),
    }),
    diagnostics: async () => collectDiagnostics(started, current.now()),
    openLogs: () => void shell.openPath(join(profileDir, 'logs')),
    workerDied: ({ worker, message, again }) =>
      log.warn(`The window's ${worker} worker died: it is ${again ? 'started again' : 'given up'}`, { message }),
    localDataSizes: () => localDataSizes(profileDir, current.now()?.rehearsal === true),
  };
}

function hostOf(
  { profileDir, resourcesDir, builtDir, settings, variables, texts, log }: DesktopGround,
  dialogs: Dialogs,
  { choice, isAttended }: { readonly choice: Host['proxies']['choice']; readonly isAttended: Host['isAttended'] },
): Host {
  return {
    profileDir,
    resourcesDir,
    homeDir: electronApp.getPath('home'),
    settings,
    safeBox: systemSafeBox,
    variables,
    // The pages' own session has no way out, so that it knows nothing of the system's proxy.
    proxies: { choice, askSystem: (url) => electronApp.resolveProxy(url) },
    isAttended,
    dialogs,
    pastedName: (when) => texts()('pasted', { when }),
    storageScript: join(builtDir, 'main', 'storage-thread.cjs'),
    mediaJobs: {
      cutScript: join(builtDir, 'main', 'cut-thread.cjs'),
      openWindow: (key, onGone) => openMediaWorkerWindow(key, onGone, log.warn),
    },
  };
}

type WindowListeners = {
  readonly started: Started;
  readonly current: CurrentApp;
  readonly outbox: Outbox;
  readonly dialogs: Dialogs;
  readonly quitting: Quitting;
  readonly status: DesktopStatus;
  readonly updates: Updates;
};

function listenToWindows(windows: WindowHost, parts: WindowListeners): void {
  const { started, current, outbox, dialogs, quitting, status } = parts;
  windows.listen({
    onOpened: status.windowChanged,
    mayClose: status.mayClose,
    onClosed: (id) => {
      outbox.unsubscribe(id);
      status.windowChanged();
    },
    onCrash: (reason) => started.log.error('The window crashed', { reason }),
    onCrashLoop: async () => {
      if (!(await dialogs.askAfterCrashes())) return quitting.now();
      started.settings.set('openProjectId', (await current.get()).projects.create().id);
      windows.reload();
    },
  });
  // It was opened before anybody listened.
  status.windowChanged();
}

function listenTo(
  app: App,
  {
    outbox,
    status,
    dialogs,
    report,
    menuBar,
    updates,
  }: Pick<WindowListeners, 'outbox' | 'status' | 'dialogs' | 'updates'> &
    Pick<Started, 'report'> & { readonly menuBar: MenuBar },
): () => void {
  const { bus, batches } = app;
  const subscriptions = [
    bus.onAppEvent(outbox.emit),
    bus.onAppEvent(status.observe),
    bus.onAppEvent(updates.activityChanged),
    bus.on('export-ended', ({ job }) => {
      // What the items of a batch do is not told one by one.
      if (!batches.tellsOf(job.id)) status.exportEnded(job);
    }),
    bus.on('batch-ended', ({ summary }) => status.batchEnded(summary)),
    bus.on('project', menuBar.projectsChanged),
    bus.on('project-removed', menuBar.projectsChanged),
  ];
  status.opened(app.atStart);
  app.begin();
  if (app.setAside !== null || app.restoredFrom !== null) void dialogs.tellDamaged(app).catch(report);
  outbox.emit({ type: 'reset' });
  return () => subscriptions.forEach((end) => end());
}

async function collectDiagnostics({ profileDir, settings, locale }: Started, app: App | null): Promise<string> {
  const versions = {
    Rushes: electronApp.getVersion(),
    Electron: process.versions.electron,
    Chromium: process.versions.chrome,
    Node: process.versions.node,
    System: `${process.platform} ${process.getSystemVersion()} ${process.arch}`,
  };
  const state = {
    locale: locale(),
    packaged: electronApp.isPackaged,
    proxy: settings.get('network').mode,
    rehearsal: app?.rehearsal === true,
    connection: app?.account.connection().state ?? 'connecting',
    account: app?.account.kind() ?? 'none',
    projects: app?.projects.list().length ?? 0,
    exports: app?.exports.list().length ?? 0,
    batches: app?.batches.list().length ?? 0,
  };
  const log = await readTail(join(profileDir, 'logs', 'rushes.log'));
  const appDir = electronApp.getAppPath();
  return diagnosticsText({ versions, preferences: settings.get('preferences'), state, log, appDir });
}

/** What a rehearsal loses costs nothing. */
function interruptedIn(app: App | null): Interrupted {
  if (app === null || app.rehearsal) return { uploads: 0, making: 0 };
  return { uploads: app.uploads.underWay(), making: app.mediaJobs.underWay() };
}
