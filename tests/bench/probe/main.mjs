// An Electron app to measure with. By itself it is the baseline: one window with one static page. Given BENCH_APP (the folder of
// another app) it starts that instead, and watches it the same way. It prints a JSON line for each thing it sees. Started with a channel
// to its parent, it obeys what comes over it.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
// oxlint-disable-next-line house/electron-rooms -- an app of its own, run by Electron itself.
import { app, BrowserWindow, dialog, ipcMain, session } from 'electron';
import { readPlainly } from './read-plainly.mjs';

const { BENCH_APP, BENCH_IDLE_MS } = process.env;

app.on('window-all-closed', () => app.quit());
if (BENCH_IDLE_MS !== undefined) watch(Number(BENCH_IDLE_MS));
if (process.connected) obey();
if (BENCH_APP === undefined) void app.whenReady().then(openEmptyWindow);
else await adopt(BENCH_APP);
// For who drives this from outside, as the baseline of what main does with a stream.
Object.assign(globalThis, { readPlainly });

function openEmptyWindow() {
  const window = new BrowserWindow({ width: 1280, height: 800, webPreferences: { sandbox: true, spellcheck: false } });
  void window.loadFile(join(import.meta.dirname, 'index.html'));
}

async function adopt(folder) {
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  app.setAppPath(folder);
  app.setName(manifest.productName);
  app.setVersion(manifest.version);
  await import(pathToFileURL(join(folder, manifest.main)).href);
}

/** Tells when the composer was painted and, `idleMs` later, how much memory is taken; then quits. */
function watch(idleMs) {
  void app.whenReady().then(() => {
    const filePath = join(import.meta.dirname, 'watch.cjs');
    if (session.defaultSession.registerPreloadScript === undefined) session.defaultSession.setPreloads([filePath]);
    else session.defaultSession.registerPreloadScript({ type: 'frame', filePath });
  });
  ipcMain.once('bench:painted', (_event, painted) => {
    setTimeout(() => {
      process.stdout.write(`${JSON.stringify({ painted, memory: memory() })}\n`);
      app.quit();
    }, idleMs);
  });
}

/** Resident memory of main and window together, bytes. */
function memory() {
  return app
    .getAppMetrics()
    .filter(({ type }) => type === 'Browser' || type === 'Tab')
    .reduce((sum, metric) => sum + metric.memory.workingSetSize * 1024, 0);
}

/** What the processes of the app's hidden pages take, of the one opened first first. */
function hiddenMegabytes() {
  const hidden = BrowserWindow.getAllWindows().filter((window) => !window.isVisible());
  const pids = hidden.toSorted((a, b) => a.id - b.id).map(({ webContents }) => webContents.getOSProcessId());
  const metrics = app.getAppMetrics();
  return pids.map((pid) => (metrics.find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0) / 1024);
}

/**
 * Lets the native picker answer with `files`, tells what main has seen of itself since it was last asked (`look`), or runs `script` in the
 * app's first window; its value goes back.
 */
function obey() {
  const opened = new Promise((resolve) => app.once('browser-window-created', (_event, window) => resolve(window)));
  const delays = monitorEventLoopDelay({ resolution: 1 });
  delays.enable();
  process.on('message', ({ id, script, files, look }) => {
    if (files !== undefined) dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: files });
    if (look === true) {
      process.send({ id, value: { delayMs: delays.percentile(99) / 1e6, hiddenMegabytes: hiddenMegabytes() } });
      return delays.reset();
    }
    return opened
      .then((window) => window.webContents.executeJavaScript(script))
      .then(
        (value) => process.send({ id, value }),
        (error) => process.send({ id, error: String(error) }),
      );
  });
}
