import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { assertNever } from '../shared/assert-never.ts';
import type { Locale } from '../shared/domain/app-state.ts';
import { type MainTranslate, mainTexts } from '../shared/locales/main-texts.ts';
import { appOrigin } from '../shared/media-url.ts';
import { done, err } from '../shared/result.ts';
import { redact } from './account/redact.ts';
import { systemClock } from './clock.ts';
import { createCurrentApp } from './app/current.ts';
import type { StartProblem } from './app/real.ts';
import type { Host } from './app/rooms.ts';
import { handlers } from './ipc/handlers/handlers.ts';
import { createOutbox } from './ipc/outbox.ts';
import { createRouter } from './ipc/router.ts';
import { deliverTo, installTransport } from './ipc/transport.ts';
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
    media: async (request) => (await current.get()).serveMedia(request),
    mediaJobs: async (request) => (await current.get()).mediaJobs.serve(request),
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
      settings.set('openProjectId', (await current.get()).projects.create().id);
      host.reload();
    },
  });
  const dialogs = createDialogs({ window: host.current, texts, settings });
  const quitting = guardQuitting({
    // A rehearsal is over when the user goes.
    underWay: () => {
      const open = current.now();
      if (open === null || open.rehearsal) return { uploads: 0, making: 0 };
      return { uploads: open.uploads.underWay(), making: open.mediaJobs.underWay() };
    },
    ask: dialogs.askQuitting,
    report,
  });
  const links = createLinks({ webUrl: () => current.now()?.webUrl ?? '', confirm: dialogs.confirmLink });

  const desktopStatus = createDesktopStatus({
    host,
    app: () => current.now(),
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
  const current = createCurrentApp((opened) => {
    const { bus, batches } = opened;
    const subscriptions = [
      bus.onAppEvent(outbox.emit),
      bus.onAppEvent(desktopStatus.observe),
      bus.on('export-ended', ({ job }) => {
        // What the items of a batch do is not told one by one.
        if (!batches.tellsOf(job.id)) desktopStatus.exportEnded(job);
      }),
      bus.on('batch-ended', ({ summary }) => desktopStatus.batchEnded(summary)),
    ];
    desktopStatus.opened(opened.atStart);
    opened.begin();
    if (opened.setAside !== null) void dialogs.tellDamaged(opened.setAside).catch(report);
    outbox.emit({ type: 'reset' });
    return () => subscriptions.forEach((end) => end());
  }, report);
  host.show();

  const networkChoice = createNetworkChoice({ settings, safeBox: systemSafeBox, emit: outbox.emit });
  const appEnv = { clock, timings: timings.value, report, locale };
  const appHost: Host = {
    profileDir,
    resourcesDir: join(app.getAppPath(), 'resources'),
    homeDir: app.getPath('home'),
    settings,
    safeBox: systemSafeBox,
    variables: env,
    proxies: {
      choice: networkChoice.whole,
      askSystem: (url) => session.defaultSession.resolveProxy(url),
    },
    isAttended: desktopStatus.isAttended,
    dialogs,
    pastedName: (when) => texts()('pasted', { when }),
    mediaJobs: {
      cutScript: join(app.getAppPath(), 'out', 'main', 'cut-thread.js'),
      openWindow: openMediaWorkerWindow,
    },
  };
  const rehearse = async (): Promise<StartProblem | null> => {
    const { openDemo } = await import('./app/demo.ts');
    return current.turnTo(() => openDemo(appEnv, appHost));
  };
  const connect = async (): Promise<StartProblem | null> => {
    const { openReal } = await import('./app/real.ts');
    return current.turnTo(() => openReal(appEnv, appHost));
  };

  const showMenu = (): void =>
    installMenu({
      t: texts(),
      platform: process.platform,
      development: !app.isPackaged,
      newProject: () => outbox.emit({ type: 'command', command: 'new-project' }),
      settings: () => outbox.emit({ type: 'command', command: 'settings' }),
      palette: () => outbox.emit({ type: 'command', command: 'palette' }),
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
  const takeOpened = async (): Promise<void> => openedFiles.giveTo(await current.get(), settings.get('openProjectId'));
  installTransport(
    createRouter({
      handlers,
      app: current.get,
      desktop: createDesktop({
        settings,
        app: current.now,
        links,
        locale,
        network: networkChoice,
        emit: outbox.emit,
        installMenu: showMenu,
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
  const lookAgain = (why: 'woke' | 'network'): void => current.now()?.lookAgain(why);
  onResume(() => lookAgain('woke'));
  onNetworkChange({ clock, everyMs: timings.value.networkLookMs, changed: () => lookAgain('network') });
  // Without a listener the app would quit; `presence` knows when.
  app.on('window-all-closed', () => undefined);
  // Else a hidden page would be opened anew for each file that waits to be looked into, and hold the quit up.
  app.on('before-quit', ({ defaultPrevented }) => {
    if (!defaultPrevented) current.now()?.mediaJobs.close();
  });
  closeBeforeQuit(current.close, report);

  void (app.commandLine.hasSwitch('rehearse') ? rehearse() : connect())
    .then((problem) => problem && refuseToStart(problem, texts()))
    .catch(refuse);
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
