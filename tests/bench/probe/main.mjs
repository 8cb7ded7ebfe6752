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

/**
 * Tells when the composer was painted, what that took of the processor (ms), how much memory is taken `idleMs` later (bytes), and how
 * busy the processor was in the second half of that time (% of a core); then quits.
 */
function watch(idleMs) {
  void app.whenReady().then(() => {
    const filePath = join(import.meta.dirname, 'watch.cjs');
    if (session.defaultSession.registerPreloadScript === undefined) session.defaultSession.setPreloads([filePath]);
    else session.defaultSession.registerPreloadScript({ type: 'frame', filePath });
  });
  ipcMain.once('bench:painted', (_event, painted) => {
    const cpu = processorMs();
    let before = 0;
    setTimeout(() => (before = processorMs()), idleMs / 2);
    setTimeout(() => {
      const idle = idleMs === 0 ? 0 : ((processorMs() - before) / (idleMs / 2)) * 100;
      process.stdout.write(`${JSON.stringify({ painted, cpu, memory: memory(), idle })}\n`);
      app.quit();
    }, idleMs);
  });
}

/** Memory of main and window together, bytes. On Linux what processes share counts once, divided among them (PSS). */
function memory() {
  return app
    .getAppMetrics()
    .filter(({ type }) => type === 'Browser' || type === 'Tab')
    .reduce((sum, { pid, memory: { workingSetSize } }) => sum + (sharedKilobytes(pid) ?? workingSetSize) * 1024, 0);
}

function sharedKilobytes(pid) {
  const told = /^Pss:\s*(\d+) kB$/m.exec(readOfProcess(pid, 'smaps_rollup'));
  return told === null ? null : Number(told[1]);
}

/** What all processes of the app have taken of the processor so far, ms. */
function processorMs() {
  return app
    .getAppMetrics()
    .reduce((sum, { pid, cpu }) => sum + (ticksMs(pid) ?? (cpu.cumulativeCPUUsage ?? 0) * 1000), 0);
}

/** Linux counts in hundredths of a second. */
function ticksMs(pid) {
  const fields = readOfProcess(pid, 'stat').split(') ').at(-1).split(' ');
  return fields.length < 13 ? null : (Number(fields[11]) + Number(fields[12])) * 10;
}

function readOfProcess(pid, name) {
  try {
    return readFileSync(`/proc/${pid}/${name}`, 'utf8');
  } catch {
    return '';
  }
}

/** What the processes of the app's hidden pages take, of the one opened first first. */
function hiddenMegabytes() {
  const hidden = BrowserWindow.getAllWindows().filter((window) => !window.isVisible());
  const pids = hidden.toSorted((a, b) => a.id - b.id).map(({ webContents }) => webContents.getOSProcessId());
  const metrics = app.getAppMetrics();
  return pids.map((pid) => (metrics.find((metric) => metric.pid === pid)?.memory.workingSetSize ?? 0) / 1024);
}

/**
 * Lets the native picker answer with `files`, tells the memory of the hidden pages (`hidden`) or begins and ends to watch main's loop
 * (`watch`: true, false; the 99th percentile of its delay in ms goes back), or runs `script` in the app's first window; its value goes back.
 */
function obey() {
  const opened = new Promise((resolve) => app.once('browser-window-created', (_event, window) => resolve(window)));
  const delays = monitorEventLoopDelay({ resolution: 1 });
  const watched = (begins) => {
    if (begins) delays.reset();
    if (begins) delays.enable();
    else delays.disable();
    return delays.percentile(99) / 1e6;
  };
  process.on('message', ({ id, script, files, hidden, watch }) => {
    if (files !== undefined) dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: files });
    if (hidden === true) return process.send({ id, value: hiddenMegabytes() });
    if (watch !== undefined) return process.send({ id, value: watched(watch) });
    return opened
      .then((window) => window.webContents.executeJavaScript(script))
      .then(
        (value) => process.send({ id, value }),
        (error) => process.send({ id, error: String(error) }),
      );
  });
}
