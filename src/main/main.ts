import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { assertNever } from '../shared/assert-never.ts';
import type { Locale } from '../shared/domain/app-state.ts';
import type { BatchSummary } from '../shared/domain/batch.ts';
import { type MainTranslate, mainTexts } from '../shared/locales/main-texts.ts';
import type { AppEvent } from '../shared/contract/events.ts';
import { appOrigin } from '../shared/media-url.ts';
import { done, err } from '../shared/result.ts';
import { redact } from './account/redact.ts';
import { createStartupReport } from './app/startup-report.ts';
import { systemClock } from './clock.ts';
import { createCloudSwitch, onlyWhile } from './cloud-switch.ts';
import { handlers } from './ipc/handlers/handlers.ts';
import { createOutbox } from './ipc/outbox.ts';
import { createRouter } from './ipc/router.ts';
import { deliverTo, installTransport } from './ipc/transport.ts';
import type { CommonParts, OpenedWorkspace, StartProblem } from './real-workspace.ts';
import { installMenu } from './desktop/application-menu.ts';
import { createDesktop } from './desktop/desktop.ts';
import { takeEnvironment } from './desktop/environment.ts';
import { createDialogs, refuseReadOnly, tellNoDatabase } from './desktop/dialogs.ts';
import { guardPages } from './desktop/guard.ts';
import { claimProfile } from './desktop/instance.ts';
import { wantedLanguages } from './desktop/languages.ts';
import { createLinks } from './desktop/links.ts';
import { chooseLocale } from './desktop/locale.ts';
import { createLog } from './desktop/log.ts';
import { originOf } from './desktop/origin.ts';
import { onNetworkChange, onResume } from './desktop/power.ts';
import { createDesktopStatus } from './desktop/desktop-status.ts';
import { collectOpenedFiles } from './desktop/opened-files.ts';
import { filesOfStart } from './desktop/start-files.ts';
import { createNetworkChoice } from './desktop/network-choice.ts';
import { closeBeforeQuit, guardQuitting } from './desktop/quitting.ts';
import { registerScheme, serveScheme } from './desktop/protocol.ts';
import { createSavedFiles } from './desktop/saved-files.ts';
import { applyTheme } from './desktop/window.ts';
import { createWindowHost } from './desktop/window-host.ts';
import { openMediaWorkerWindow } from './desktop/media-worker-window.ts';
import { systemSafeBox } from './storage/safe-box.ts';
import { openSettings } from './storage/settings-file.ts';
import { readTimings } from './timings.ts';

// Before `ready`: Chromium asks for schemes only once. Nothing here may wait for `ready` at the top level.
registerScheme();
app.setAppUserModelId('io.github.rushes.desktop');

let onSecondStart = (): void => undefined;
const openedFiles = collectOpenedFiles(() => onSecondStart());
const claim = claimProfile(({ argv, cwd }) => {
  openedFiles.add(filesOfStart(argv, cwd, app.isPackaged));
  onSecondStart();
});
if (claim === 'second') app.quit();
else
  void app
    .whenReady()
    .then(claim === 'first' ? start : refuseReadOnly)
    .catch(refuse);

function refuse(reason: unknown): void {
  dialog.showErrorBox('Rushes', reason instanceof Error ? reason.message : String(reason));
  app.exit(1);
}

/** Builds everything by hand, top to bottom. The window opens first, in its colour; the cloud is loaded while its page is. */
function start(): void {
  const clock = systemClock;
  const { env, secrets, devServer } = takeEnvironment(process.env, app.isPackaged);
  const timings = readTimings(env['RUSHES_TIMINGS']);
  if (!timings.ok) return refuse(`RUSHES_TIMINGS: ${timings.error}`);

  const profileDir = app.getPath('userData');
  const log = createLog({ folder: join(profileDir, 'logs'), level: 'info', redact: (text) => redact(text, secrets) });
  const report = (error: unknown): void => log.error('Something went wrong that should not', error);
  const settings = openSettings({ folder: profileDir, now: clock.now, onUnsaved: report });
  const locale = (): Locale => chooseLocale(settings.get('preferences').language, wantedLanguages());
  const texts = (): MainTranslate => mainTexts(locale());

  const pageAddress = `${appOrigin}/index.html`;
  const origins = new Set([originOf(pageAddress)]);
  applyTheme(settings.get('preferences').theme);
  guardPages(session.defaultSession, origins);
  serveScheme({
    root: join(app.getAppPath(), 'out', 'renderer'),
    media: async (request) => (await clouds.workspace()).serveMedia(request),
    mediaJobs: async (request) => (await clouds.workspace()).mediaJobs.serve(request),
    devServer,
  });
  const outbox = createOutbox(clock, timings.value);
  const host = createWindowHost({
    settings,
    address: pageAddress,
    preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
    onOpened: () => desktopStatus.windowChanged(),
    mayClose: (window) => desktopStatus.mayClose(window),
    onClosed: (id) => {
      outbox.unsubscribe(id);
      desktopStatus.windowChanged();
    },
    onCrash: (reason) => log.error('The window crashed', { reason }),
    onCrashLoop: async () => {
      if (!(await dialogs.askAfterCrashes())) return quitting.now();
      settings.set('openProjectId', (await clouds.workspace()).projects.create().id);
      host.reload();
    },
  });
  const startupReport = createStartupReport(outbox.emit);
  const emit = (event: AppEvent): void => {
    outbox.emit(event);
    desktopStatus.observe(event);
    startupReport.observe(event);
  };
  const dialogs = createDialogs({ window: host.current, texts, settings });
  const quitting = guardQuitting({
    // A rehearsal is over when the user goes.
    underWay: () => {
      const open = clouds.opened()?.workspace;
      if (open === undefined || open.rehearsal) return { uploads: 0, making: 0 };
      return { uploads: open.uploads.underWay(), making: open.mediaJobs.underWay() };
    },
    ask: dialogs.askQuitting,
    report,
  });
  const links = createLinks({ webUrl: () => clouds.opened()?.webUrl ?? '', confirm: dialogs.confirmLink });

  const desktopStatus = createDesktopStatus({
    host,
    workspace: () => clouds.opened()?.workspace ?? null,
    settings,
    texts,
    clock,
    trayFolder: join(app.getAppPath(), 'resources', 'tray'),
    emit: outbox.emit,
    askClosing: dialogs.askClosing,
    wantToQuit: quitting.wanted,
    quit: quitting.now,
    report,
  });
  const clouds = createCloudSwitch((opened) => {
    const found = opened.workspace.atStart();
    const seenAt = desktopStatus.opened(found);
    startupReport.begin(found, seenAt);
    begin(opened);
    if (opened.setAside !== null) void dialogs.tellDamaged(opened.setAside).catch(report);
    outbox.emit({ type: 'reset' });
  }, report);
  host.show();

  const networkChoice = createNetworkChoice({ settings, safeBox: systemSafeBox, emit: outbox.emit });
  const common: CommonParts = {
    profileDir,
    resourcesDir: join(app.getAppPath(), 'resources'),
    homeDir: app.getPath('home'),
    settings,
    safeBox: systemSafeBox,
    env,
    network: {
      choice: networkChoice.whole,
      askSystem: (url) => session.defaultSession.resolveProxy(url),
    },
    clock,
    timings: timings.value,
    language: locale,
    dailyCeiling: () => settings.get('preferences').dailyCeiling,
    isAttended: desktopStatus.isAttended,
    emit,
    exportEnded: (job) => desktopStatus.exportEnded(job),
    mediaJobs: {
      cutScript: join(app.getAppPath(), 'out', 'main', 'cut-thread.js'),
      openWindow: openMediaWorkerWindow,
    },
    batchEnded: (summary: BatchSummary) => desktopStatus.batchEnded(summary),
    pickFiles: dialogs.pickFiles,
    pickFolders: dialogs.pickFolders,
    pastedName: (when) => texts()('pasted', { when }),
    pickFolder: dialogs.pickExportFolder,
    saveFolder: dialogs.saveFolder,
    chooseTarget: dialogs.chooseSaveTarget,
    chooseFolder: dialogs.chooseFolder,
    exportPlace: () => settings.get('exportPlace'),
    report,
  };
  const rehearse = async (): Promise<StartProblem | null> => {
    const { openRehearsal } = await import('./rehearsal.ts');
    return clouds.turnTo((isCurrent) => openRehearsal(onlyWhile(isCurrent, common)));
  };
  const connect = async (): Promise<StartProblem | null> => {
    const { openRealWorkspace } = await import('./real-workspace.ts');
    return clouds.turnTo((isCurrent) => openRealWorkspace(onlyWhile(isCurrent, common)));
  };

  const showMenu = (): void =>
    installMenu({
      t: texts(),
      platform: process.platform,
      development: !app.isPackaged,
      newProject: () => emit({ type: 'command', command: 'new-project' }),
      settings: () => emit({ type: 'command', command: 'settings' }),
      palette: () => emit({ type: 'command', command: 'palette' }),
      quit: quitting.wanted,
    });
  const subscribe = (windowId: number): void => {
    const contents = host.current()?.webContents;
    if (contents?.id !== windowId) return;
    outbox.subscribe(windowId, deliverTo(contents));
    const target = desktopStatus.takeTarget();
    if (target) outbox.emit(target);
    void takeOpened().catch(report);
  };
  /** What the system asks to open goes to the open project, once a window can tell what became of it. */
  const takeOpened = async (): Promise<void> =>
    openedFiles.giveTo(await clouds.workspace(), settings.get('openProjectId'));
  installTransport(
    createRouter({
      handlers,
      app: clouds.workspace,
      desktop: createDesktop({
        settings,
        clouds,
        links,
        locale,
        network: networkChoice,
        emit,
        installMenu: showMenu,
        startupReport,
        exportsSeen: desktopStatus.exportsSeen,
        pickFolder: dialogs.pickExportFolder,
        savedFiles: createSavedFiles({
          contents: () => host.current()?.webContents ?? null,
          fallback: join(app.getAppPath(), 'resources', 'tray', 'tray@2x.png'),
        }),
        subscribe,
        rehearse: async () => ((await rehearse()) ? err({ code: 'internal' }) : done),
        leaveRehearsal: async () => ((await connect()) ? err({ code: 'internal' }) : done),
      }),
      report: (name, error) => log.error(`The request ${name} failed`, error),
    }),
    origins,
  );

  showMenu();
  onSecondStart = () => {
    const isOpen = host.current() !== null;
    host.show();
    if (isOpen) void takeOpened().catch(report);
  };
  app.on('activate', host.show);
  const lookAgain = (why: 'woke' | 'network'): void => clouds.opened()?.workspace.lookAgain(why);
  onResume(() => lookAgain('woke'));
  onNetworkChange({ clock, everyMs: timings.value.networkLookMs, changed: () => lookAgain('network') });
  // Without a listener the app would quit; `presence` knows when.
  app.on('window-all-closed', () => undefined);
  // Else a hidden page would be opened anew for each file that waits to be looked into, and hold the quit up.
  app.on('before-quit', ({ defaultPrevented }) => {
    if (!defaultPrevented) clouds.opened()?.workspace.mediaJobs.close();
  });
  closeBeforeQuit(clouds.close, report);

  void (app.commandLine.hasSwitch('rehearse') ? rehearse() : connect())
    .then((problem) => problem && refuseToStart(problem, texts()))
    .catch(refuse);
}

/** Goes on with what the journal says was under way. */
function begin({ workspace }: OpenedWorkspace): void {
  workspace.projects.recover();
  if (workspace.projects.list().length === 0) workspace.projects.create();
  workspace.uploads.recover();
  void workspace.tidy();
  workspace.imports.sweep();
  workspace.turns.resume();
  workspace.exports.resume();
  workspace.batches.recover();
  void workspace.link.connect();
}

function refuseToStart(problem: StartProblem, t: MainTranslate): void {
  switch (problem.kind) {
    case 'configuration':
      return refuse(problem.message);
    case 'database':
      tellNoDatabase(problem.problem, problem.path, t);
      return app.exit(1);
    default:
      return assertNever(problem);
  }
}
