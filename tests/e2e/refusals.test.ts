import { open, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialog, dropFiles, openedPages, partsOf, recordPages, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const web = 'https://web.rushes.test';
const formats = ['mp4', 'mov', 'avi', 'webm', 'mkv', 'jpg', 'png', 'gif', 'webp', 'mp3', 'wav', 'm4a', 'aac'];

test('402: an export that the plan does not allow leads to the registration', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { app, window } = await start({ env: { NEMO_WEB_URL: web } });
  const { timeline, exports, stop } = partsOf(window);
  await recordPages(app);
  await answerSaveDialog(app, join(place.folder, 'the sea.mp4'));
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();

  control.fault({ on: 'render-submit', kind: 'http', status: 402 });
  await window.getByRole('button', { name: 'Export' }).click();
  await expect(exports.getByText('Register or upgrade your plan to unlock export.', { exact: true })).toBeVisible();
  // Another try could not help yet; what can be done is over the stage, once.
  await expect(exports.getByRole('button', { name: 'Retry' })).toBeHidden();
  const card = window.getByRole('dialog', { name: "Your plan doesn't include export" });
  await card.getByRole('button', { name: 'Try again when registered' }).focus();
  await window.keyboard.press('Escape');
  await expect(card).toBeHidden();
  await expect(partsOf(window).message).toBeFocused();
  await exports.getByRole('button', { name: 'Register' }).click();
  await expect.poll(() => openedPages(app)).toHaveLength(1);
  const page = new URL((await openedPages(app))[0] ?? '');
  expect(page.origin).toBe(web);
  expect(page.searchParams.get('bind')).toMatch(/\w/);
  expect(page.href).not.toContain('nmv_usr_');
  expect(control.calls('render-submit')).toHaveLength(1);

  // Having registered, the user goes on where it stopped.
  await exports.getByRole('button', { name: 'Retry' }).click();
  await expect(exports).toContainText('Saved');
});

test('2001: without credits the message is kept, and there is a way out', async ({ place, start }) => {
  const { control } = place.demoCloud;
  control.setCredits({ available: 0, frozen: 0, total: 0 });
  const { app, window } = await start({ env: { NEMO_WEB_URL: web } });
  const { answer, conversation, timeline } = partsOf(window);
  await recordPages(app);
  await say(window, 'Make a video of the sea');
  await expect(answer).toContainText('Not enough credits for this. Everything made so far is kept.');
  await expect(conversation.getByRole('article', { name: 'You' })).toContainText('Make a video of the sea');
  await expect(answer.getByRole('button', { name: 'Send again' })).toBeHidden();
  const card = window.getByRole('dialog', { name: 'Not enough credits for this' });
  await card.getByRole('button', { name: 'Register', exact: true }).click();
  await expect.poll(() => openedPages(app)).toEqual([expect.stringContaining(web)]);
  await expect(answer.getByRole('button', { name: 'Register' })).toBeVisible();
  await expect(answer.getByRole('button', { name: 'Send again' })).toBeVisible();

  const again = card.getByRole('button', { name: 'Try again when registered' });
  await again.click();
  await expect(card.getByRole('status')).toContainText('Nothing has changed yet.');
  expect(control.calls('run-sse')).toHaveLength(1);
  control.setCredits({ available: 500, frozen: 0, total: 500 });
  await again.click();
  await expect(card).toBeHidden();
  await expect(timeline).toContainText(/Version \d/);
  expect(control.calls('run-sse')).toHaveLength(2);
});

sharedTest('4001 of the cloud and of this computer: the formats are named', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { attachments, message } = partsOf(window);
  const notes = join(place.folder, 'notes.txt');
  await writeFile(notes, 'Just words.');
  await message.fill('Half a sentence');
  await dropFiles(window, [notes]);
  await expect(window.getByRole('alert')).toHaveText(
    `notes.txt: This format isn't supported. You can use ${formats.join(', ')}.`,
  );
  await expect(message).toHaveValue('Half a sentence');
  await window.getByRole('button', { name: 'Dismiss' }).click();
  await expect(window.getByRole('alert')).toBeHidden();
  expect(control.calls('upload')).toEqual([]);

  control.fault({ on: 'upload', kind: 'envelope', code: 4001 });
  await dropFiles(window, [sample]);
  await expect(attachments).toContainText(`This format isn't supported. You can use ${formats.join(', ')}.`);
  await window.getByRole('button', { name: 'Try ocean.mp4 again' }).click();
  await expect(attachments).not.toContainText('not supported');
  await control.waitFor('upload', 2, 'ended');
  expect(control.sessions()[0]?.uploads.map(({ name }) => name)).toEqual(['ocean.mp4']);
  await expect(message).toHaveValue('Half a sentence');
});

sharedTest('4002 of the cloud, and by size before the first byte', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { attachments } = partsOf(window);
  const tooLarge = 'This file is larger than 500 MB. Compress or trim it, then attach it again.';
  const big = join(place.folder, 'big.mp4');
  await (await open(big, 'w')).close();
  await truncate(big, 500 * 1024 * 1024 + 1);
  await dropFiles(window, [big]);
  await expect(window.getByRole('alert')).toHaveText(`big.mp4: ${tooLarge}`);
  await expect(attachments).toHaveCount(0);
  expect(control.calls('create-session')).toEqual([]);

  control.fault({ on: 'upload', kind: 'http', status: 413, html: true });
  await dropFiles(window, [sample]);
  await expect(attachments).toContainText('The Rushes service says this file is too large. Compress or trim it');
  expect(control.calls('upload').map(({ status }) => status)).toEqual([413]);
  await window.getByRole('button', { name: 'Remove ocean.mp4' }).click();
  await expect(attachments).toHaveCount(0);
});

test.describe('429', () => {
  test.describe('with a short break', () => {
    test.use({ timings: { rateLimitMs: 3000 } });
    test('counts down and then goes on by itself', async ({ place, start }) => {
      const { window } = await start();
      const { control } = place.demoCloud;
      control.fault({ on: 'run-sse', kind: 'http', status: 429, retryAfter: 30 });
      const banner = window.getByText(/Too many requests\. Trying again in \d+:\d\d\./);
      await say(window, 'Make a video of the sea');
      await expect(banner).toBeVisible();
      await control.waitFor('run-sse', 2, 'ended');
      await expect(banner).toBeHidden();
      await expect(partsOf(window).timeline).toContainText(/Version \d/);
      expect(control.sessions().map(({ turns }) => turns)).toEqual([1]);
      expect(control.calls('run-sse')).toHaveLength(2);
    });
  });

  test.describe('with a long break', () => {
    test.use({ timings: { rateLimitMs: 600_000 } });
    test('can be cancelled', async ({ place, start }) => {
      const { window } = await start();
      const { control } = place.demoCloud;
      control.fault({ on: 'run-sse', kind: 'http', status: 429 });
      const { answer, timeline } = partsOf(window);
      await say(window, 'Make a video of the sea');
      await expect(window.getByText(/Trying again in \d+:\d\d\./)).toBeVisible();
      await window.getByRole('button', { name: 'Cancel' }).click();
      await expect(answer.getByRole('button', { name: 'Send again' })).toBeVisible();
      await expect(window.getByText(/Trying again in/)).toBeHidden();
      expect(control.calls('run-sse')).toHaveLength(1);

      await answer.getByRole('button', { name: 'Send again' }).click();
      await expect(timeline).toContainText(/Version \d/);
    });
  });
});
