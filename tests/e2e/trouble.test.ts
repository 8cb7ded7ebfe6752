import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';

/** Answers the system's questions by the button that has one of these names, and keeps what was asked. */
const answering = (...names: readonly string[]): string => `import { dialog } from 'electron';
  globalThis.questions = [];
  dialog.showMessageBox = (...given) => {
    const question = given.at(-1);
    globalThis.questions.push(question.message);
    const response = question.buttons.findIndex((one) => ${JSON.stringify(names)}.includes(one));
    return Promise.resolve({ response: Math.max(0, response), checkboxChecked: false });
  };`;

test.describe('a page that hangs', () => {
  test.use({ timings: { pagePingMs: 200 } });

  test('is noticed, and loaded anew with all that was typed', async ({ start }) => {
    const { app, window } = await start({ before: answering('Reload') });
    const { message } = partsOf(window);
    await message.fill('A long prompt about the sea');
    // Nobody leaves this loop: the last key was pressed just before.
    await window.evaluate(() =>
      setTimeout(() => {
        for (;;);
      }),
    );
    const told = await app.evaluate(async ({ BrowserWindow }) => {
      const contents = BrowserWindow.getAllWindows()[0]?.webContents;
      if (contents === undefined) return null;
      await new Promise<void>((done) => contents.once('did-finish-load', () => done()));
      const typed = await contents.executeJavaScript(`new Promise((done) => {
        const look = () => {
          const text = document.getElementById('message')?.value ?? '';
          return text === '' ? requestAnimationFrame(look) : done(text);
        };
        look();
      })`);
      return { typed, questions: (globalThis as unknown as { questions: readonly string[] }).questions };
    });
    expect(told).toEqual({ typed: 'A long prompt about the sea', questions: ["The window isn't responding"] });
  });
});

test.describe('a history that is damaged in the middle', () => {
  // What was typed is on the disk as a message alone, not in a page that is in use no more.
  test.use({ timings: { historyCheckMs: 0, unsentMs: 60_000 } });

  test('opens at once, and can be given up for an empty one', async ({ place, start }) => {
    const first = await start();
    await say(first.window, 'Make a video of the sea '.repeat(400));
    await expect(partsOf(first.window).stop).toBeHidden();
    await first.close();
    const path = join(place.userData, 'rushes.db');
    const bytes = await readFile(path);
    const at = bytes.lastIndexOf('a video of the sea Make');
    await writeFile(path, bytes.fill(0x5a, at - (at % 4096), at - (at % 4096) + 4096));

    const second = await start({ before: answering('Start over', 'OK') });
    await expect(partsOf(second.window).conversation).toContainText('What shall we make?');
    const asked = () =>
      second.app.evaluate(() => (globalThis as unknown as { questions: readonly string[] }).questions);
    await expect.poll(asked).toEqual(["Some of your projects can't be read", "Rushes couldn't read your projects"]);
    await expect(partsOf(second.window).conversation).toContainText('What shall we make?');
  });
});
