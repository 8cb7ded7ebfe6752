import { type ElectronApplication, expect } from '@playwright/test';
import { digestOf, makeClip } from '../support/long-clips.ts';
import { dropFiles, partsOf, test } from '../support/desktop.ts';

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

test('quitting in the middle of uploads asks; what was broken off waits at the next start', async ({
  place,
  start,
}) => {
  const { control } = place.studio;
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

  const { window } = await start();
  const { attachments } = partsOf(window);
  await expect(attachments).toHaveCount(2);
  await expect(attachments.first()).toContainText('The upload was not finished when Rushes ended.');
  expect(control.calls('upload')).toHaveLength(2);
  await window.getByRole('button', { name: 'Try two.mp4 again' }).click();
  await control.until(() => control.calls('upload').some(({ uploads }) => uploads.length > 0));
  expect(control.calls('upload').at(-1)?.uploads).toMatchObject([
    { name: 'two.mp4', sha256: await digestOf(paths[1] ?? '') },
  ]);
  expect(control.calls('upload')).toHaveLength(3);
});

test('a signal is not asked back', async ({ place, start }) => {
  const { app, window } = await start();
  const sending = place.studio.control.hold('upload');
  await dropFiles(window, [await makeClip(place.folder, 'one.mp4', 8)]);
  await sending.reached;
  const ended = new Promise((done) => app.process().once('exit', done));
  app.process().kill('SIGTERM');
  await ended;
});
