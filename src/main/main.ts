import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { app, Menu, session } from 'electron';
import { appOrigin } from '../shared/media-url.ts';
import type { RunningApp } from './desktop/run-app.ts';
import { claimProfile, collectOpenRequests, refuse, refuseStart } from './desktop/instance.ts';
import { guardPages, registerScheme, serveScheme } from './desktop/pages.ts';
import { originOf } from './desktop/policy.ts';
import { closeBeforeQuit, startAfterEnd } from './desktop/quitting.ts';
import { openRequestOf } from './desktop/start-options.ts';
import { readStart } from './desktop/started.ts';
import { createWindowHost } from './desktop/window-host.ts';
import { applyTheme } from './desktop/window.ts';
import { installTransport } from './ipc/transport.ts';

// Before `ready`: Chromium asks for schemes only once. Nothing here may wait for `ready` at the top level.
registerScheme();
app.setAppUserModelId('io.github.rushes.desktop');
// Else Electron would make a menu of its own, only to have it replaced by ours.
Menu.setApplicationMenu(null);

// Else V8's room for young objects grows to 16 MB while the app is loaded, and stays so. Pages keep theirs: rendering needs it.
setFlagsFromString('--semi-space-growth-factor=1');

let onSecondStart = (_argv: readonly string[]): void => undefined;
const openRequests = collectOpenRequests(() => onSecondStart(process.argv));
const claim = claimProfile(({ argv, cwd }) => {
  openRequests.add(openRequestOf(argv, cwd, app.isPackaged));
  onSecondStart(argv);
});
if (claim === 'second') app.quit();
else
  void app
    .whenReady()
    .then(() => (claim === 'first' ? start() : refuseStart(claim)))
    .catch(refuse);

/** A page that was loaded has asked long before this, ms. */
const unaskedMs = 10_000;

/**
 * Shows the window, and nothing else: all the rest is large, and is loaded once the page asks. Earlier it would hold up the window and
 * the page's files. `tests/unit/main/first-modules.test.ts` names what may be loaded here.
 */
function start(): void {
  const started = readStart();
  const { settings, report } = started;
  const address = `${appOrigin}/index.html`;
  const origins = new Set([originOf(address)]);
  applyTheme(settings.get('preferences').theme);
  guardPages(session.defaultSession, origins);
  let running: Promise<RunningApp> | null = null;
  const run = async (): Promise<RunningApp> => {
    running ??= import('./desktop/run-app.ts').then(({ runApp }) => runApp(started, windows, openRequests));
    return running;
  };
  const runOrRefuse = (): void => void run().catch(refuse);
  const files: Parameters<typeof serveScheme>[0] = {
    root: join(started.builtDir, 'renderer'),
    media: async (request) => (await run()).serveMedia(request),
    mediaJobs: async (request) => (await run()).serveMediaJobs(request),
    devServer: started.devServer,
  };
  serveScheme(files, report);
  const windows = createWindowHost({
    settings,
    locale: started.locale,
    address,
    preload: join(started.builtDir, 'preload', 'preload.cjs'),
    zoom: (step) => void run().then(({ zoom }) => zoom(step)),
  });
  installTransport(async (name, input, sender) => {
    runOrRefuse();
    return (await run()).answer(name, input, sender);
  }, origins);
  windows.show();

  onSecondStart = (argv) => {
    if (ending.hasBegun()) return startAfterEnd(argv);
    windows.show();
    void running?.then(({ takeOpened }) => takeOpened());
  };
  app.on('activate', () => onSecondStart(process.argv));
  // Without a listener the app would quit; the desktop's status knows when.
  app.on('window-all-closed', runOrRefuse);
  const ending = closeBeforeQuit({
    close: async () => {
      await (await running)?.close();
      await settings.written();
    },
    whenClosed: async () => (await running)?.installUpdate(),
    locale: started.locale,
    report,
  });
  // What exports and turns are left to do does not wait for a page that fails to ask.
  windows.current()?.webContents.once('did-stop-loading', () => setTimeout(runOrRefuse, unaskedMs));
}
