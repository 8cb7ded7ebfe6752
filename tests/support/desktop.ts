import { spawn } from 'node:child_process';
import { lstat, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { _electron, type ElectronApplication, type Locator, expect, type Page, test as base } from '@playwright/test';
import { commandOf, type StartOptions } from './command.ts';
import { startDemoCloud, type DemoCloud, type DemoOptions } from '../../src/demo-cloud/demo-cloud.ts';
import type { Timings } from '../../src/main/timings.ts';

const root = resolve(import.meta.dirname, '../..');

/** Waits of the app under test: as short as they can be without losing their order. In ms. */
const shortTimings: Partial<Timings> = {
  renderPollMs: 50,
  recoveryFirstMs: 100,
  unwrittenRetryMs: 100,
  recoveryEveryMs: 100,
  rateLimitMs: 300,
  reconnectMs: 600_000,
  proxyIdleMs: 600_000,
  rehearsalPace: 0,
  unsentMs: 0,
};

/** A profile of its own, a home of its own, a cloud of its own. */
export type Place = {
  readonly demoCloud: DemoCloud;
  readonly folder: string;
  /** What lies here is served as `<url>/files/uploads/<name>`. */
  readonly uploads: string;
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
  options: { readonly timings?: Partial<Timings>; readonly demoCloud?: Partial<DemoOptions> } = {},
): Promise<Place> {
  // Spaces and Chinese characters in every path: nothing may depend on their absence.
  const folder = await mkdtemp(join(tmpdir(), 'rushes 片场 '));
  const demoCloud = await startDemoCloud({
    samplesDir: join(root, 'resources/samples'),
    filesDir: join(folder, 'demo-cloud'),
    pace: 0,
    ...options.demoCloud,
  });
  return {
    demoCloud,
    folder,
    uploads: join(folder, 'demo-cloud', 'uploads'),
    userData: join(folder, 'profile'),
    env: {
      HOME: folder,
      NEMO_API_URL: demoCloud.url,
      RUSHES_HOMEPAGE: 'https://rushes.example.com',
      RUSHES_TIMINGS: JSON.stringify({ ...shortTimings, ...options.timings }),
    },
    close: async () => {
      await demoCloud.close();
      await rm(folder, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

/** Starts the real app on the place's profile; `args` go to it as a user's would. */
export async function startApp(place: Place, options: StartOptions = {}): Promise<Running> {
  const app = await launch(place, await commandOf(place, options));
  const page = await userWindow(app);
  // Main loads the app while its window can be used. V8 loses the promises of a debugger's calls that come in meanwhile.
  await page.evaluate(() => window.rushes.request('app.about', {})).catch(() => undefined);
  return {
    app,
    window: page,
    kill: async () => {
      const ended = new Promise((done) => app.process().once('exit', done));
      app.process().kill('SIGKILL');
      await ended;
    },
    close: async () => {
      // On macOS an upload that a test left behind would be asked about.
      await app
        .evaluate(({ dialog }) => {
          dialog.showMessageBox = () => Promise.resolve({ response: 1, checkboxChecked: false });
        })
        .catch(() => undefined);
      await app.close();
    },
  };
}

/** Starts the app where it is not to get as far as a window; answers with its exit code. */
export async function runToTheEnd(place: Place, options: StartOptions): Promise<number | null> {
  const { executablePath, args, env } = await commandOf(place, options);
  const child = spawn(executablePath, args, { env, stdio: 'ignore' });
  return new Promise((resolve) => child.once('exit', resolve));
}

/** The window that the user sees. Where files are to be looked into, a hidden page of the media jobs can be there before it. */
async function userWindow(app: ElectronApplication): Promise<Page> {
  const shown = (): Page | undefined => app.windows().find((page) => page.url().startsWith('rushes://app/'));
  await expect.poll(() => shown() !== undefined, { timeout: 30_000, intervals: [10, 20, 50] }).toBe(true);
  return shown() ?? app.firstWindow();
}

/**
 * The registry's runtime once died of SIGSEGV just after the debugger had attached; nobody knows why. This starts such
 * an app once more and says so, but only if it had not even taken its lock: a crash of ours is never hidden.
 */
async function launch(place: Place, options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    const hasBegun = await lstat(join(place.userData, 'SingletonLock')).then(
      () => true,
      () => false,
    );
    if (hasBegun || !String(error).includes('signal=SIGSEGV')) throw error;
    console.log('The runtime died before the app began; starting it once more.');
    return _electron.launch(options);
  }
}

/** Opens the settings at one of their pages, by its English name. */
export async function openSettings(window: Page, section: string): Promise<Locator> {
  await window.getByRole('button', { name: 'Settings', exact: true }).click();
  const settings = window.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('tab', { name: section }).click();
  return settings;
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

/** Records the pages that would open in the browser, as `openedPages` gives them. */
export async function recordPages(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ shell }) => {
    const pages: string[] = [];
    Object.assign(globalThis, { pages });
    shell.openExternal = (address) => {
      pages.push(address);
      return Promise.resolve();
    };
  });
}

export async function openedPages(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as unknown as { pages: string[] }).pages);
}

type Note = { readonly title: string; readonly body: string };

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
  // A drop before there is a project to take it would miss.
  await window.getByRole('textbox').and(window.locator(':enabled')).first().waitFor();
  const session = await window.context().newCDPSession(window);
  const data = { items: [], files: [...files], dragOperationsMask: 1 };
  const { width, height } = await window.evaluate(() => ({ width: innerWidth, height: innerHeight }));
  const at = { x: Math.round(width / 2), y: Math.round(height / 2) };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', { type, ...at, data });
  await session.detach();
}

/** A test on a place of its own, whose apps end with it, however it ends. Other waits: `test.use({ timings: … })`. */
export const test = base.extend<{
  readonly timings: Partial<Timings>;
  readonly place: Place;
  readonly start: (options?: StartOptions) => Promise<Running>;
}>({
  timings: [{}, { option: true }],
  place: async ({ timings }, use) => {
    const place = await createPlace({ timings });
    await use(place);
    await place.close();
  },
  start: async ({ place }, use) => {
    const started: Running[] = [];
    await use(async (options) => {
      const running = await startApp(place, options);
      started.push(running);
      return running;
    });
    for (const { close } of started) await close().catch(() => undefined);
  },
});

type WindowParts = Readonly<
  Record<'status' | 'conversation' | 'message' | 'stop' | 'answer' | 'exports' | 'timeline' | 'attachments', Locator>
>;

/** What the window shows, by role and English name. `answer`: the newest one. */
export function partsOf(window: Page): WindowParts {
  const conversation = window.getByRole('log', { name: 'Conversation' });
  return {
    status: window.getByRole('status', { name: 'Connection' }),
    conversation,
    message: window.getByRole('textbox', { name: 'Message' }),
    stop: window.getByRole('button', { name: 'Stop', exact: true }),
    answer: conversation.getByRole('article', { name: 'Agent' }).last(),
    exports: window.getByRole('region', { name: 'Exports' }).getByRole('listitem'),
    timeline: window.getByRole('region', { name: 'Timeline' }),
    attachments: window.getByRole('list', { name: 'Attachments' }).getByRole('listitem'),
  };
}

/** Until nothing is on its way any more: the app asks before it quits in the middle of an upload. */
export async function uploadsAtRest(window: Page): Promise<void> {
  await expect(partsOf(window).attachments.filter({ hasText: /\d%|waiting/ })).toHaveCount(0);
}

export async function say(window: Page, text: string): Promise<void> {
  const { message } = partsOf(window);
  await message.fill(text);
  await message.press('Enter');
}
