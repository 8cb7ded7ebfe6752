import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { answerSaveDialog, partsOf, say, uploadsAtRest } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const sample = join(resolve(import.meta.dirname, '../..'), 'resources/samples/ocean.mp4');

sharedTest(
  'a file and a generated clip are among the media of the project, and go with the next message',
  async ({ app, window, control }) => {
    const { attachments, stop } = partsOf(window);
    await say(window, 'A neon city at night');
    await control.waitFor('run-sse', 1, 'ended');
    await expect(stop).toBeHidden();
    await app.evaluate(({ dialog }, path) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [path] });
    }, sample);
    await window.getByRole('button', { name: 'Attach files' }).click();
    await uploadsAtRest(window);
    await say(window, 'A calm sea at sunset');
    await control.waitFor('run-sse', 1, 'ended');
    await expect(stop).toBeHidden();
    await expect(attachments).toHaveCount(0);

    await window.keyboard.press('ControlOrMeta+Shift+M');
    const media = window.getByRole('region', { name: 'Media' });
    await expect(media.getByRole('listitem').filter({ hasText: 'Generated' }).first()).toBeVisible();
    await media.getByRole('button', { name: 'Attach ocean.mp4 again' }).focus();
    await window.keyboard.press('Enter');
    await expect(attachments).toHaveText([/ocean\.mp4/]);
    const made = media.getByRole('button', { name: /^Attach (?!ocean\.mp4)/ }).first();
    await made.focus();
    await window.keyboard.press('Enter');
    await expect(attachments).toHaveCount(2);
    await say(window, 'Use both again');
    await control.waitFor('run-sse', 2, 'ended');
    await expect(attachments).toHaveCount(0);
    await media.getByRole('button', { name: 'Close media' }).press('Escape');
    await expect(media).toBeHidden();
    await expect(window.getByRole('button', { name: 'Media', exact: true })).toBeFocused();
  },
);

sharedTest(
  'a subtitle file becomes a message, and its lines titles of the video',
  async ({ app, window, control, place }) => {
    const { stop, timeline } = partsOf(window);
    await say(window, 'A neon city at night');
    await control.waitFor('run-sse', 1, 'ended');
    await expect(stop).toBeHidden();
    const path = join(place.folder, 'talk.srt');
    await writeFile(
      path,
      Buffer.from(
        '\uFEFF1\n00:00:04,000 --> 00:00:05,500\nRain again\n\n2\n00:00:06,000 --> 00:00:05,000\nBack\n',
        'utf16le',
      ),
    );
    await app.evaluate(({ dialog }, chosen) => {
      dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [chosen] });
    }, path);
    await window.getByRole('button', { name: 'Attach files' }).click();
    const captions = window.getByRole('dialog', { name: 'Captions' });
    await expect(captions).toContainText('line 6 of the file');
    await captions.getByRole('button', { name: 'Send' }).click();
    await control.waitFor('run-sse', 2, 'ended');
    await expect(timeline.getByRole('option', { name: /Rain again.*4–5\.5s/ })).toBeAttached();
  },
);

sharedTest('a part of the video becomes a GIF on this computer', async ({ app, window, control, place }) => {
  const { stop } = partsOf(window);
  await say(window, 'A neon city at night');
  await control.waitFor('run-sse', 1, 'ended');
  await expect(stop).toBeHidden();
  const path = join(place.folder, 'city.gif');
  await answerSaveDialog(app, path);
  await window.getByRole('button', { name: 'More ways to save' }).click();
  await window.getByRole('menuitem', { name: /^GIF/ }).click();
  const dialog = window.getByRole('dialog', { name: 'Make a GIF' });
  await dialog.getByRole('spinbutton', { name: 'End (seconds)' }).fill('20');
  await expect(dialog.getByRole('button', { name: 'Save GIF…' })).toBeDisabled();
  await dialog.getByRole('spinbutton', { name: 'End (seconds)' }).fill('1');
  await dialog.getByText('320 px').click();
  await dialog.getByRole('button', { name: 'Save GIF…' }).click();
  const job = window.getByRole('group', { name: 'city.gif' });
  await expect(job).toContainText('Saved');
  await expect(job).toContainText('Made on this computer');
  const { stdout } = await promisify(execFile)('ffprobe', [
    '-v',
    'error',
    '-count_frames',
    '-of',
    'csv=p=0',
    '-show_entries',
    'stream=codec_name,width,height,nb_read_frames',
    path,
  ]);
  expect(stdout.trim()).toBe('gif,320,180,12');
});
