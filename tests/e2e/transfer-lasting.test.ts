import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { digestOf, makeClip } from '../support/long-clips.ts';
import { dropFiles, partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';
import { closeWindow } from '../support/desktop-status.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');

type Asking = typeof globalThis & { asked: string[]; answer: number };

/** From now on the app's questions are noted, and answered with this button. */
async function answerQuestions(app: ElectronApplication, button: number): Promise<void> {
  await app.evaluate(({ dialog }, answer) => {
    Object.assign(globalThis, { asked: (globalThis as Partial<Asking>).asked ?? [], answer });
    dialog.showMessageBox = ((...args: readonly unknown[]) => {
      const { message } = args.at(-1) as Electron.MessageBoxOptions;
      (globalThis as Asking).asked.push(message);
      return Promise.resolve({ response: (globalThis as Asking).answer, checkboxChecked: false });
    }) as typeof dialog.showMessageBox;
  }, button);
}

function questions(app: ElectronApplication): Promise<readonly string[]> {
  return app.evaluate(() => (globalThis as Asking).asked);
}

/** Quits as the user does, by the menu. */
async function chooseQuit(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ app: electron, Menu }) => {
    const item = Menu.getApplicationMenu()?.getMenuItemById('quit');
    if (item) item.click();
    else electron.quit();
  });
}

test('quitting in the middle of uploads asks', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const first = await start();
  const paths = await Promise.all(['one.mp4', 'two.mp4'].map((name) => makeClip(place.folder, name, 8)));
  const sending = control.hold('upload');
  await dropFiles(first.window, paths);
  await control.waitFor('upload', 2, 'arrived');

  await answerQuestions(first.app, 0);
  await chooseQuit(first.app);
  await expect.poll(() => questions(first.app)).toEqual(['2 uploads are running.']);
  await expect(partsOf(first.window).attachments).toHaveCount(2);

  const ended = new Promise<number | null>((done) => first.app.process().once('exit', done));
  await answerQuestions(first.app, 1);
  await chooseQuit(first.app).catch(() => undefined);
  expect(await ended).toBe(0);
  sending.release();
  expect(control.calls('upload')).toHaveLength(2);
});

test('a signal is not asked back, and the app ends in good order', async ({ place, start }) => {
  const { app, window: page } = await start();
  // The first change of a setting loads a library that listens to signals, too.
  await page.evaluate(() => window.rushes.request('settings.change', { theme: 'dark' }));
  const sending = place.demoCloud.control.hold('upload');
  await dropFiles(page, [await makeClip(place.folder, 'one.mp4', 8)]);
  await sending.reached;
  const ended = new Promise((done) => app.process().once('exit', done));
  app.process().kill('SIGTERM');
  expect(await ended).toBe(0);
});

sharedTest(
  'sleep is held off while files are being sent or wait to be, and not a moment longer',
  async ({ place, control, app, window }) => {
    await app.evaluate(({ powerSaveBlocker }) => {
      const needsDecision = new Set<number>();
      Object.assign(globalThis, { needsDecision });
      const begin = powerSaveBlocker.start.bind(powerSaveBlocker);
      const stop = powerSaveBlocker.stop.bind(powerSaveBlocker);
      powerSaveBlocker.start = (type) => {
        const id = begin(type);
        needsDecision.add(id);
        return id;
      };
      powerSaveBlocker.stop = (id) => {
        needsDecision.delete(id);
        return stop(id);
      };
    });
    const needsDecision = (): Promise<number> =>
      app.evaluate(() => (globalThis as unknown as { needsDecision: Set<number> }).needsDecision.size);
    const paths = ['one.mp4', 'two.mp4', 'three.mp4'].map((name) => join(place.folder, name));
    for (const path of paths) await copyFile(sample, path);
    const sending = control.hold('upload');
    await dropFiles(window, paths);
    await control.waitFor('upload', 2, 'arrived');
    expect(await needsDecision()).toBe(1);
    sending.release();
    await control.waitFor('upload', 3, 'ended');
    await expect.poll(needsDecision).toBe(0);
  },
);

sharedTest(
  'a message is taken out while it waits for its files; its files come back',
  async ({ place, control, window }) => {
    const { attachments, conversation } = partsOf(window);
    const sending = control.hold('upload');
    await dropFiles(window, [await makeClip(place.folder, 'one.mp4', 8)]);
    await sending.reached;
    await say(window, 'Make a film of this');
    await expect(attachments).toHaveCount(0);
    const message = conversation.getByRole('article', { name: 'You' });
    await message.hover();
    await message.getByRole('button', { name: 'Remove', exact: true }).click();
    await expect(message).toHaveCount(0);
    await expect(attachments).toHaveCount(1);
    sending.release();
    await control.waitFor('upload', 1, 'ended');
    await expect(attachments.getByText('one.mp4')).toBeVisible();
    expect(control.calls('run-sse')).toEqual([]);
  },
);

sharedTest('speed and time left are told', async ({ place, control, window }) => {
  const path = await makeClip(place.folder, 'one.mp4', 64);
  control.fault({ on: 'upload', kind: 'upload-slow', bytesPerSecond: 4_000_000 });
  await dropFiles(window, [path]);
  const { attachments } = partsOf(window);
  await expect(attachments).toContainText(/\d+% · [\d.]+\s[MK]B\/s · (about \d+\ss left|almost done)/);
  await window.getByRole('button', { name: 'Remove one.mp4' }).click();
  await expect(attachments).toHaveCount(0);
});

test('an upload goes on without a window, and the app ends with it', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { app, window } = await start();
  const path = await makeClip(place.folder, 'one.mp4', 8);
  const sending = control.hold('upload');
  await dropFiles(window, [path]);
  await sending.reached;
  const ended = new Promise((done) => app.process().once('exit', done));
  await closeWindow(app);
  sending.release();
  await ended;
  expect(control.calls('upload').flatMap(({ uploads }) => uploads)).toMatchObject([{ sha256: await digestOf(path) }]);
});

type SlowDisk = typeof globalThis & { closing: string[] };

test.describe('where the disk is soon called slow', () => {
  test.use({ timings: { slowDiskMs: 500 } });

  test('a slow disk at the end is told, a second quit does not wait for it, and nothing is lost', async ({ start }) => {
    const first = await start();
    const { message } = partsOf(first.window);
    await first.app.evaluate(async ({ dialog }) => {
      const { open } = process.getBuiltinModule('node:fs/promises');
      const file = await open(process.execPath);
      // Neither answers: the disk takes nothing any more, and nobody presses "Quit now".
      Object.getPrototypeOf(file).datasync = () => new Promise(() => undefined);
      await file.close();
      Object.assign(globalThis, { closing: [] });
      dialog.showMessageBox = ((options: Electron.MessageBoxOptions) => {
        (globalThis as SlowDisk).closing.push(options.message);
        return new Promise(() => undefined);
      }) as typeof dialog.showMessageBox;
    });
    await message.fill('A harbour at dawn');
    await expect(first.window.getByText('The disk is slow.')).toBeVisible();
    const ended = new Promise<number | null>((done) => first.app.process().once('exit', done));
    await closeWindow(first.app);
    const told = (): Promise<readonly string[]> => first.app.evaluate(() => (globalThis as SlowDisk).closing);
    await expect.poll(told).toEqual(['Rushes is closing']);
    await first.app.evaluate(({ app }) => app.quit()).catch(() => undefined);
    expect(await ended).toBe(0);
    const { window } = await start();
    await expect(partsOf(window).message).toHaveValue('A harbour at dawn');
  });
});
