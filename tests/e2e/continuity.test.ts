import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const story =
  'A boat leaves the harbour at dawn. The gulls follow it for a while. By noon there is nothing but water, and by ' +
  'evening the lights of another coast. 天亮时，一艘小船离开港口🌅，海鸥跟着它飞了一阵。';

/** Text between the tags, without what markdown and layout make of its spaces. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

sharedTest('the window is loaded again in the middle of an answer', async ({ window, control }) => {
  const { answer, conversation, stop } = partsOf(window);
  const streaming = control.hold('run-sse', { frames: 5 });
  control.script({ kind: 'text', text: story });
  await say(window, 'Tell me a story');
  await streaming.reached;
  await expect(answer).toContainText('A boat leaves');
  await window.reload();
  await expect(answer).toContainText('A boat leaves');
  await expect(stop).toBeVisible();
  streaming.release();
  await expect(stop).toBeHidden();
  // The last words may be drawn a frame after the button is gone.
  await expect(answer).toContainText(story);
  const text = plain(await answer.innerText());
  expect(text.split('A boat leaves')).toHaveLength(2);
  expect(text.startsWith(story)).toBe(true);
  await expect(conversation.getByRole('article')).toHaveCount(2);
  expect(control.calls('run-sse')).toHaveLength(1);
});

sharedTest('another project is looked at in the middle of an answer', async ({ control, window }) => {
  const { answer, conversation, stop } = partsOf(window);
  const streaming = control.hold('run-sse', { frames: 5 });
  control.script({ kind: 'text', text: story });
  await say(window, 'Tell me a tale of the sea');
  await streaming.reached;
  await expect(answer).toContainText('A boat leaves');

  // The other project works meanwhile, and has nothing of the first.
  await window.getByRole('button', { name: 'New project' }).click();
  await expect(conversation).toContainText('What shall we make?');
  await expect(stop).toBeHidden();
  streaming.release();
  await control.waitFor('run-sse', 1, 'ended');
  control.script({ kind: 'text', text: 'Another tale.' });
  await say(window, 'Tell me another');
  await expect(answer).toContainText('Another tale.');
  await expect(conversation).not.toContainText('A boat leaves');

  await window.getByRole('link', { name: 'Tell me a tale of the sea' }).click();
  await expect(answer).toContainText('A boat leaves');
  await expect(stop).toBeHidden();
  await expect(answer).toContainText(story);
  const text = plain(await answer.innerText());
  expect(text.startsWith(story)).toBe(true);
  expect(text.split('A boat leaves')).toHaveLength(2);
  await expect(conversation.getByRole('article')).toHaveCount(2);
  expect(control.sessions()).toHaveLength(2);
});

sharedTest('unsent words stay with their project', async ({ window }) => {
  const { message, conversation } = partsOf(window);
  await say(window, 'The first project');
  await expect(window.getByRole('link', { name: 'The first project' })).toBeVisible();
  await message.fill('Half a sentence');
  await window.getByRole('button', { name: 'New project' }).click();
  await expect(conversation).toContainText('What shall we make?');
  await expect(message).toHaveValue('');
  await window.getByRole('link', { name: 'The first project' }).click();
  await expect(message).toHaveValue('Half a sentence');
});

test('a page that crashes comes back with everything; the third time in a minute it is not loaded again, but starts without the last project; the window keeps its place', async ({
  place,
  start,
}) => {
  const { app, window, kill } = await start();
  const { control } = place.demoCloud;
  control.script({ kind: 'text', text: story });
  await say(window, 'Tell me a story');
  await expect(partsOf(window).stop).toBeHidden();
  await expect(partsOf(window).answer).toContainText('another coast');
  const asked = await app.evaluate(async ({ BrowserWindow, dialog }) => {
    const [own] = BrowserWindow.getAllWindows();
    if (own === undefined) throw new Error('There is no window');
    const contents = own.webContents;
    let loads = 0;
    contents.on('did-finish-load', () => (loads += 1));
    const question = new Promise<{ readonly message: string; readonly buttons: readonly string[]; loads: number }>(
      (resolve) => {
        dialog.showMessageBox = ((...args: readonly unknown[]) => {
          const { message, buttons } = args.at(-1) as { readonly message: string; readonly buttons: string[] };
          resolve({ message, buttons, loads });
          return Promise.resolve({ response: 0, checkboxChecked: false });
        }) as typeof dialog.showMessageBox;
      },
    );
    for (let death = 1; death <= 3; death += 1) {
      const loaded = new Promise<void>((done) => contents.once('did-finish-load', () => done()));
      contents.forcefullyCrashRenderer();
      if (death < 3) await loaded;
      const look = `new Promise((done) => {
        const check = () => document.body.innerText.includes('another coast') ? done() : requestAnimationFrame(check);
        check();
      })`;
      if (death === 1) await contents.executeJavaScript(look);
    }
    return question;
  });
  expect(asked).toEqual({
    message: 'The window crashed three times in a minute',
    buttons: ['Start without the last project', 'Quit'],
    loads: 2,
  });
  expect(control.calls('run-sse')).toHaveLength(1);
  const conversation = await app.evaluate(async ({ BrowserWindow }) => {
    const contents = BrowserWindow.getAllWindows()[0]?.webContents;
    const look = `new Promise((done) => {
      const check = () => document.querySelector('[role=log]') ? done(document.querySelectorAll('article').length) : requestAnimationFrame(check);
      check();
    })`;
    return contents?.executeJavaScript(look) as Promise<unknown>;
  });
  expect(conversation).toBe(0);

  // Where the window is now is kept although it never closes in good order.
  const bounds = { x: 40, y: 30, width: 1100, height: 700 };
  await app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setBounds(to), bounds);
  const kept = async (): Promise<unknown> => {
    const { windowBounds } = JSON.parse(await readFile(join(place.userData, 'settings.json'), 'utf8')) as {
      readonly windowBounds: object | null;
    };
    return windowBounds;
  };
  await expect.poll(kept).toMatchObject({ width: 1100, height: 700, maximized: false });
  await kill();
  const again = await start();
  const size = await again.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getNormalBounds());
  expect(size).toMatchObject({ width: 1100, height: 700 });
});
