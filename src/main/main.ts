import { join } from 'node:path';
import { app, BrowserWindow, dialog, Menu, session, shell } from 'electron';
import { assertNever } from '../shared/assert-never.ts';
import type { Locale } from '../shared/domain/app-state.ts';
import type { Failure, LinkTarget } from '../shared/domain/failure.ts';
import type { AppEvent } from '../shared/ipc/events.ts';
import { appOrigin } from '../shared/media-url.ts';
import { redact } from './account/redact.ts';
import { systemClock } from './clock.ts';
import { registrationLink, topUpLink } from './cloud/links.ts';
import { createCloudSwitch } from './cloud-switch.ts';
import { createHandlers } from './ipc/handlers/handlers.ts';
import type { Desk } from './ipc/handlers/parts.ts';
import { createOutbox } from './ipc/outbox.ts';
import { createRouter } from './ipc/router.ts';
import { deliverTo, installTransport } from './ipc/transport.ts';
import type { CommonParts, OpenedWorkspace, StartProblem } from './real-workspace.ts';
import { createDialogs, tellNoDatabase } from './shell/dialogs.ts';
import { guardPages } from './shell/guard.ts';
import { claimSingleInstance } from './shell/instance.ts';
import { wantedLanguages } from './shell/languages.ts';
import { createLinks } from './shell/links.ts';
import { chooseLocale } from './shell/locale.ts';
import { createLog } from './shell/log.ts';
import { menuTemplate } from './shell/menu.ts';
import { createNotifications, type NotificationTarget } from './shell/notifications.ts';
import { originOf } from './shell/origin.ts';
import { onResume, systemKeepAwake } from './shell/power.ts';
import { registerScheme, serveScheme } from './shell/protocol.ts';
import { shellTexts, type ShellTexts } from './shell/texts.ts';
import { applyTheme, createMainWindow, showWindow } from './shell/window.ts';
import { systemSafeBox } from './state/safe-box.ts';
import { openSettings } from './state/settings-file.ts';
import type { ExportRecord } from './state/stores.ts';
import { readTimings } from './timings.ts';

registerScheme();

const development = process.env['ELECTRON_RENDERER_URL'];
const pageAddress = development ?? `${appOrigin}/index.html`;
const origins = new Set([originOf(pageAddress)]);

if (claimSingleInstance(() => showMainWindow())) void app.whenReady().then(start, refuse);
else app.quit();

let showMainWindow = (): void => undefined;

function refuse(reason: unknown): void {
  dialog.showErrorBox('Rushes', String(reason));
  app.exit(1);
}

function start(): void {
  const profileDir = app.getPath('userData');
  const clock = systemClock;
  const timings = readTimings(process.env['RUSHES_TIMINGS']);
  if (!timings.ok) return refuse(`RUSHES_TIMINGS: ${timings.error}`);
  const log = createLog({ folder: join(profileDir, 'logs'), level: 'info', redact });
  const report = (error: unknown): void => log.error('Something went wrong that should not', error);
  const settings = openSettings({ folder: profileDir, now: clock.now, onUnsaved: report });

  const locale = (): Locale => chooseLocale(settings.get('preferences').language, wantedLanguages());
  const texts = (): ShellTexts => shellTexts(locale());

  // The window opens first, in its colour; all else is loaded while its page is.
  applyTheme(settings.get('preferences').theme);
  guardPages(session.defaultSession, origins);
  serveScheme({
    root: join(app.getAppPath(), 'out', 'renderer'),
    media: async (request) => (await clouds.workspace()).serveMedia(request),
  });
  let window: BrowserWindow | null = null;
  showMainWindow = () => {
    window ??= openWindow();
    showWindow(window);
  };
  const openWindow = (): BrowserWindow => {
    const opened = createMainWindow({
      settings,
      address: pageAddress,
      preload: join(app.getAppPath(), 'out', 'preload', 'preload.cjs'),
    });
    const id = opened.webContents.id;
    opened.webContents.on('render-process-gone', (_event, { reason }) => {
      log.error('The window ended', { reason });
      if (reason !== 'clean-exit') opened.webContents.reload();
    });
    opened.once('closed', () => {
      outbox.unsubscribe(id);
      window = null;
    });
    return opened;
  };

  const outbox = createOutbox(clock, timings.value.frameMs);
  const keepAwake = systemKeepAwake();
  let letSleep: (() => void) | null = null;
  const followTransfers = (): void => {
    const open = clouds.opened()?.workspace;
    const busy = open !== undefined && (open.uploads.running() || open.exports.running());
    if (busy) letSleep ??= keepAwake.hold();
    else {
      letSleep?.();
      letSleep = null;
    }
  };
  const emit = (event: AppEvent): void => {
    outbox.emit(event);
    if (event.type === 'export' || event.type === 'upload' || event.type === 'upload-removed') followTransfers();
  };

  /** What a new window is to show as soon as it listens. */
  let toShow: NotificationTarget | null = null;
  const notifications = createNotifications({
    texts: () => texts().notification,
    onClick: (target) => {
      toShow = window ? null : target;
      showMainWindow();
      if (!toShow) emit({ type: 'show', ...target });
    },
  });
  const exportEnded = ({ job }: ExportRecord): void => {
    const target = { projectId: job.projectId, exportId: job.id };
    if (job.state === 'saved') notifications.saved(target, job.fileName);
    else notifications.failed(target, job.fileName);
  };

  const dialogs = createDialogs({ window: () => window, texts, settings });
  const links = createLinks({
    webUrl: () => clouds.opened()?.webUrl ?? '',
    confirm: dialogs.confirmLink,
  });
  const common: CommonParts = {
    profileDir,
    resourcesDir: join(app.getAppPath(), 'resources'),
    homeDir: app.getPath('home'),
    settings,
    safeBox: systemSafeBox,
    env: process.env,
    clock,
    timings: timings.value,
    language: locale,
    emit,
    exportEnded,
    pickFiles: dialogs.pickFiles,
    chooseTarget: dialogs.chooseSaveTarget,
    report,
  };

  const clouds = createCloudSwitch((opened) => {
    begin(opened);
    if (opened.setAside !== null) void dialogs.tellDamaged(opened.setAside).catch(report);
    outbox.emit({ type: 'reset' });
  });
  const rehearse = async (): Promise<StartProblem | null> => {
    const { openRehearsal } = await import('./rehearsal.ts');
    return clouds.turnTo(() => openRehearsal(common));
  };
  const connectReally = async (): Promise<StartProblem | null> => {
    const { openRealWorkspace } = await import('./real-workspace.ts');
    return clouds.turnTo(() => openRealWorkspace(common));
  };

  const desk: Desk = {
    settings: () => ({
      locale: locale(),
      preferences: settings.get('preferences'),
      tokenKeeping: clouds.opened()?.tokenStore?.tokenKeeping() ?? 'keyring',
      settingsReset: settings.setAside !== null,
    }),
    changePreferences: ({ language, theme }) => {
      const before = settings.get('preferences');
      const preferences = { language: language ?? before.language, theme: theme ?? before.theme };
      settings.set('preferences', preferences);
      applyTheme(preferences.theme);
      installMenu();
      emit({ type: 'preferences', preferences, locale: locale() });
    },
    keepToken: async (keep) => {
      const store = clouds.opened()?.tokenStore;
      if (!store) return;
      await store.keep(keep);
      emit({ type: 'token-keeping', tokenKeeping: store.tokenKeeping() });
    },
    openProject: (projectId) => settings.set('openProjectId', projectId),
    lastOpenProject: () => settings.get('openProjectId'),
    openLink: async (target) => openOwnLink(target, clouds.opened(), settings.get('openProjectId'), links.openOwn),
    openUrl: async (url) => {
      await links.openForeign(url);
    },
    showInFolder: (path) => {
      shell.showItemInFolder(path);
      return null;
    },
  };
  const subscribe = (windowId: number): void => {
    if (window?.webContents.id !== windowId) return;
    outbox.subscribe(windowId, deliverTo(window.webContents));
    if (toShow) outbox.emit({ type: 'show', ...toShow });
    toShow = null;
  };
  const rehearsed = async (): Promise<Failure | null> => ((await rehearse()) ? { code: 'internal' } : null);
  installTransport({
    router: createRouter(
      createHandlers({ workspace: clouds.workspace, rehearse: rehearsed, desk, subscribe }),
      (name, error) => log.error(`The request ${name} failed`, error),
    ),
    addFiles: async (projectId, paths) => {
      void (await clouds.workspace()).uploads.add(projectId, paths).catch(report);
      return { ok: true, data: null };
    },
    origins,
  });

  const installMenu = (): void =>
    Menu.setApplicationMenu(
      Menu.buildFromTemplate([
        ...menuTemplate({
          texts: texts().menu,
          platform: process.platform,
          development: development !== undefined,
          newProject: () => emit({ type: 'command', command: 'new-project' }),
          settings: () => emit({ type: 'command', command: 'settings' }),
        }),
      ]),
    );

  showMainWindow();
  installMenu();
  onResume(() => {
    const open = clouds.opened()?.workspace;
    open?.exports.pollNow();
    void open?.link.connect();
  });
  app.on('activate', () => showMainWindow());
  app.on('window-all-closed', () => {
    if (process.platform !== 'darwin') app.quit();
  });
  closeBeforeQuit(clouds.close, report);

  const opening = app.commandLine.hasSwitch('rehearse') ? rehearse() : connectReally();
  void opening.then((problem) => {
    if (problem) refuseToStart(problem, texts());
  }, refuse);
}

/** Goes on with what the journal says was under way. */
function begin({ workspace }: OpenedWorkspace): void {
  if (workspace.projects.list().length === 0) workspace.projects.create();
  workspace.uploads.recover();
  workspace.conversation.resume();
  workspace.exports.resume();
  void workspace.link.connect();
}

async function openOwnLink(
  target: LinkTarget,
  opened: OpenedWorkspace | null,
  projectId: string | null,
  open: (address: string) => Promise<boolean>,
): Promise<Failure | null> {
  if (!opened) return { code: 'not-found' };
  const address =
    target === 'register'
      ? registrationLink(opened.webUrl, opened.workspace.bindId(projectId))
      : topUpLink(opened.webUrl);
  return (await open(address)) ? null : { code: 'not-found' };
}

function refuseToStart(problem: StartProblem, texts: ShellTexts): void {
  switch (problem.kind) {
    case 'configuration':
      return refuse(problem.message);
    case 'database':
      tellNoDatabase(problem.problem, problem.path, texts.start);
      return app.exit(1);
    default:
      return assertNever(problem);
  }
}

/** Everything under way is in the journal already; this only leaves the files in good order. */
function closeBeforeQuit(close: () => Promise<void>, report: (error: unknown) => void): void {
  app.once('will-quit', (event) => {
    event.preventDefault();
    const enough = systemClock.wait(2000);
    // `app.quit()` hangs here when the quit came from a signal.
    void Promise.race([close().catch(report), enough]).then(() => app.exit(0));
  });
}
