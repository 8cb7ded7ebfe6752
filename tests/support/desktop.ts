import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { startStudio, type Studio, type StudioOptions } from '../../src/studio/studio.ts';
import type { Timings } from '../../src/main/timings.ts';

const root = resolve(import.meta.dirname, '../..');

/** Waits of the app under test: as short as they can be without losing their order. In ms. */
const shortTimings: Partial<Timings> = {
  renderPollMs: 50,
  recoveryFirstMs: 100,
  recoveryEveryMs: 100,
  rateLimitMs: 300,
  reconnectMs: 600_000,
};

/** A profile of its own, a home of its own, a cloud of its own. */
export type Place = {
  readonly studio: Studio;
  readonly folder: string;
  readonly userData: string;
  readonly env: Readonly<Record<string, string>>;
  readonly close: () => Promise<void>;
};

export type Running = {
  readonly app: ElectronApplication;
  readonly window: Page;
  /** Ends the process at once, as a crash or a power cut would. */
  readonly kill: () => Promise<void>;
  readonly close: () => Promise<void>;
};

export async function createPlace(
  options: { readonly timings?: Partial<Timings>; readonly studio?: Partial<StudioOptions> } = {},
): Promise<Place> {
  // Spaces and Chinese characters in every path: nothing may depend on their absence.
  const folder = await mkdtemp(join(tmpdir(), 'rushes 片场 '));
  const studio = await startStudio({
    samplesDir: join(root, 'resources/samples'),
    filesDir: join(folder, 'studio'),
    pace: 0,
    ...options.studio,
  });
  return {
    studio,
    folder,
    userData: join(folder, 'profile'),
    env: {
      HOME: folder,
      NEMO_API_URL: studio.url,
      RUSHES_TIMINGS: JSON.stringify({ ...shortTimings, ...options.timings }),
    },
    close: async () => {
      await studio.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the real app on the place's profile; `args` go to it as a user's would. */
export async function startApp(
  place: Place,
  options: { readonly args?: readonly string[]; readonly env?: Readonly<Record<string, string>> } = {},
): Promise<Running> {
  const executablePath = process.env['RUSHES_RUNTIME'];
  if (executablePath === undefined) throw new Error('RUSHES_RUNTIME names no Electron executable');
  const isRoot = process.getuid?.() === 0;
  const app = await _electron.launch({
    executablePath,
    args: [
      root,
      `--user-data-dir=${place.userData}`,
      '--lang=en-US',
      ...(isRoot ? ['--no-sandbox'] : []),
      ...(options.args ?? []),
    ],
    env: { ...inherited(), ...place.env, ...options.env },
  });
  const window = await app.firstWindow();
  return {
    app,
    window,
    kill: async () => {
      const ended = new Promise((done) => app.process().once('exit', done));
      app.process().kill('SIGKILL');
      await ended;
    },
    close: () => app.close(),
  };
}

/** The environment of the test run, without what would reach a real cloud or account. */
function inherited(): Record<string, string> {
  const entries = Object.entries(process.env).filter(
    (entry): entry is [string, string] => entry[1] !== undefined && !/^(?:NEMO_|SKILL_|RUSHES_TIMINGS)/.test(entry[0]),
  );
  return Object.fromEntries(entries);
}

/** Makes the native save dialog answer with this path. */
export async function answerSaveDialog(app: ElectronApplication, filePath: string): Promise<void> {
  await app.evaluate(({ dialog }, path) => {
    dialog.showSaveDialog = () => Promise.resolve({ canceled: false, filePath: path });
  }, filePath);
}

/** Makes the native picker answer with these files. */
export async function answerOpenDialog(app: ElectronApplication, filePaths: readonly string[]): Promise<void> {
  await app.evaluate(
    ({ dialog }, paths) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [...paths] });
    },
    [...filePaths],
  );
}

export type Note = { readonly title: string; readonly body: string };

/** Records system notifications instead of showing them; `clickNote` clicks the last one. */
export async function recordNotes(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ Notification }) => {
    const notes: Electron.Notification[] = [];
    Object.assign(globalThis, { notes });
    Notification.isSupported = () => true;
    Notification.prototype.show = function show(this: Electron.Notification) {
      notes.push(this);
    };
  });
}

export async function notesOf(app: ElectronApplication): Promise<readonly Note[]> {
  return app.evaluate(() =>
    (globalThis as unknown as { notes: Electron.Notification[] }).notes.map(({ title, body }) => ({ title, body })),
  );
}

export async function clickNote(app: ElectronApplication): Promise<void> {
  await app.evaluate(() => {
    (globalThis as unknown as { notes: Electron.Notification[] }).notes.at(-1)?.emit('click');
  });
}

/** Drops real files on the window, as a file manager does: the page gets files whose paths are real. */
export async function dropFiles(window: Page, files: readonly string[]): Promise<void> {
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const { width, height } = await window.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const at = { x: Math.round(width / 2), y: Math.round(height / 2) };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}
