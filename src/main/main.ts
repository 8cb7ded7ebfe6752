import { join } from 'node:path';
import { app, dialog, session } from 'electron';
import { assertNever } from '../shared/assert-never.ts';
import type { MainTranslate } from '../shared/locales/main-texts.ts';
import { createCloudChoice } from './app/cloud-choice.ts';
import { createCurrentApp, type CurrentApp } from './app/current.ts';
import type { StartProblem } from './app/real.ts';
import { tellNoDatabase } from './desktop/dialogs.ts';
import { guardPages, registerScheme, serveScheme } from './desktop/pages.ts';
import { claimProfile, refuseReadOnly } from './desktop/instance.ts';
import { openDesktop, pageAddress } from './desktop/open-desktop.ts';
import { collectOpenedFiles } from './desktop/opened-files.ts';
import { originOf } from './desktop/policy.ts';
import { onNetworkChange, onResume } from './desktop/power.ts';
import { closeBeforeQuit } from './desktop/quitting.ts';
import { filesOfStart } from './desktop/start-options.ts';
import { readStart, type Started } from './desktop/started.ts';
import { applyTheme } from './desktop/window.ts';
import { handlers } from './ipc/handlers/handlers.ts';
import { createRouter } from './ipc/router.ts';
import { installTransport } from './ipc/transport.ts';

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

/** The window opens first, in its colour. The app's code is large and is loaded once the page asks: earlier it would hold up the page's files. */
function start(): void {
  const read = readStart();
  if (!read.ok) return refuse(read.error);
  const started = read.value;
  const { env, settings, log } = started;
  const current = createCurrentApp(env.report);
  const origins = new Set([originOf(pageAddress)]);
  applyTheme(settings.get('preferences').theme);
  guardPages(session.defaultSession, origins);
  serveScheme({
    root: join(started.builtDir, 'renderer'),
    media: async (request) => (await current.get()).serveMedia(request),
    mediaJobs: async (request) => (await current.get()).mediaJobs.serve(request),
    devServer: started.devServer,
  });
  const desktop = openDesktop(started, current, openedFiles);
  desktop.windows.show();

  const cloud = createCloudChoice({ started, current, host: desktop.host, listenTo: desktop.listenTo });
  let isOpening = false;
  const open = (): void => {
    if (isOpening) return;
    isOpening = true;
    void (app.commandLine.hasSwitch('rehearse') ? cloud.rehearse() : cloud.connect())
      .then((problem) => problem && refuseToStart(problem, started.texts()))
      .catch(refuse);
  };
  installTransport(
    createRouter({
      handlers,
      app: () => {
        open();
        return current.get();
      },
      desktop: {
        ...desktop.forWindow,
        ...cloud.forWindow,
      },
      report: (name, error) => log.error(`The request ${name} failed`, error),
    }),
    origins,
  );
  desktop.showMenu();

  onSecondStart = () => {
    const isOpen = desktop.windows.current() !== null;
    desktop.windows.show();
    if (isOpen) desktop.takeOpened();
  };
  app.on('activate', desktop.windows.show);
  followSystem(started, current);
  // What exports and turns are left to do does not wait for a page that fails to ask.
  desktop.windows.current()?.webContents.once('did-stop-loading', open);
}

/** What the system does: it sleeps and wakes up, changes networks, and ends the app. */
function followSystem({ env }: Started, current: CurrentApp): void {
  onResume(() => current.now()?.lookAgain('woke'));
  onNetworkChange({
    clock: env.clock,
    everyMs: env.timings.networkLookMs,
    changed: () => current.now()?.lookAgain('network'),
  });
  // Without a listener the app would quit; the desktop's status knows when.
  app.on('window-all-closed', () => undefined);
  // Else a hidden page would be opened anew for each file that waits to be looked into, and hold the quit up.
  app.on('before-quit', ({ defaultPrevented }) => {
    if (!defaultPrevented) current.now()?.mediaJobs.close();
  });
  closeBeforeQuit(current.close, env.report);
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
