import { existsSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect as quick } from '@playwright/test';
import { ffmpeg, ffprobe, firstLoud } from '../support/clips.ts';
import {
  answerOpenDialog,
  answerSaveDialog,
  openSettings,
  partsOf,
  type Place,
  say,
  uploadsAtRest,
} from '../support/desktop.ts';
import { sharedRehearsal as test } from '../support/shared-app.ts';

/** Frames of 1080p are encoded at a few a second where the machine is busy. */
const expect = quick.configure({ timeout: 60_000 });
/** Silent but for a click at 1.5 s. */
const clip = `-f lavfi -i testsrc2=size=540x960:rate=30:duration=8
  -f lavfi -i aevalsrc=if(between(t\\,1.5\\,1.7)\\,0.8*sin(4000*t)\\,0):s=48000:d=8
  -pix_fmt yuv420p -c:v libx264 -preset ultrafast -c:a aac`;

/** Files of the place that are being made. */
async function unfinished({ folder }: Place): Promise<readonly string[]> {
  const all = await readdir(folder, { recursive: true });
  return all.filter((path) => /\.(mp4|m4a)\b.*\.part$/.test(path));
}

test('"Stop" ends the wait while a clip is painted, what was made comes by itself; faults can be met, and turned off again', async ({
  shared,
  app,
  window,
}) => {
  test.setTimeout(240_000);
  const { conversation, stop, timeline } = partsOf(window);
  const answers = conversation.getByRole('article', { name: 'Agent' });
  await say(window, 'A boat at sunset, 4 seconds');
  await expect.poll(() => unfinished(shared.place)).toHaveLength(1);
  await stop.click();
  await expect(answers).toContainText('Stopped. The agent may still finish this and charge for it.');
  await expect(stop).toBeHidden();
  await say(window, 'Hello');
  await expect(answers).toHaveCount(2);
  await expect(timeline).toContainText('4 tracks');
  await expect(window.getByRole('button', { name: 'Credits', exact: true })).toHaveText('52 credits');
  expect(await unfinished(shared.place)).toEqual([]);

  const turn = async (fault: string, strikes: string): Promise<void> => {
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('faults')?.click());
    const faults = window.getByRole('dialog', { name: 'Faults' });
    await faults.getByRole('group', { name: fault }).getByText(strikes).click();
    await expect(faults.getByRole('group', { name: fault }).getByRole('radio', { name: strikes })).toBeChecked();
    await window.keyboard.press('Escape');
    await expect(faults).toBeHidden();
  };
  await turn('Not enough credits', 'Always');
  await say(window, 'Add the title "Evening"');
  const failed = answers.last();
  await expect(failed.getByRole('button', { name: 'Reset credits' })).toBeVisible();
  await turn('Not enough credits', 'Off');
  await failed.getByRole('button', { name: 'Reset credits' }).click();
  await expect(window.getByRole('button', { name: 'Credits', exact: true })).toHaveText('100 credits');
  await failed.getByRole('button', { name: 'Send again' }).click();
  await expect(timeline).toContainText('Evening');
  await expect(stop).toBeHidden();

  const settings = await openSettings(window, 'Storage');
  await settings.getByRole('button', { name: 'Delete all rehearsal projects' }).click();
  await settings.getByRole('button', { name: 'Delete all', exact: true }).click();
  await expect(conversation.getByRole('article')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await say(window, 'Hello');
  await expect(answers).toHaveCount(1);
  await expect(stop).toBeHidden();
});

test('a render of a tall film is cancelled at once, and another one has its size, its length and its sound in time', async ({
  shared,
  place,
  app,
  window,
}) => {
  test.setTimeout(240_000);
  const { conversation, exports, stop } = partsOf(window);
  const answers = conversation.getByRole('article', { name: 'Agent' });
  const tell = async (text: string, count: number): Promise<void> => {
    await say(window, text);
    await expect(answers).toHaveCount(count);
    await expect(stop).toBeHidden();
  };
  await answerOpenDialog(app, [await ffmpeg(join(place.folder, 'tall.mp4'), clip)]);
  await window.getByRole('button', { name: 'Attach files' }).click();
  await uploadsAtRest(window);
  await tell('Use my clip', 1);
  await tell('Make it 9:16', 2);

  const exportTo = async (name: string): Promise<string> => {
    const path = join(place.folder, name);
    await answerSaveDialog(app, path);
    await window.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click();
    return path;
  };
  const cancelled = await exportTo('cancelled.mp4');
  const row = exports.filter({ hasText: 'cancelled.mp4' });
  await expect(row).toContainText(/rendering/i);
  await row.getByRole('button', { name: 'Cancel' }).click();
  await expect(row).toContainText('Cancelled');

  await tell('Trim it to 3 seconds', 3);
  const film = await exportTo('film.mp4');
  await expect(exports.filter({ hasText: 'film.mp4' })).toContainText('Saved');
  expect(existsSync(cancelled)).toBe(false);
  expect(await unfinished(shared.place)).toEqual([]);
  const streams = await ffprobe(film);
  expect(streams.find(({ kind }) => kind === 'video')).toMatchObject({
    codec: 'h264',
    width: 720,
    height: 1280,
    frames: 90,
  });
  expect(streams.find(({ kind }) => kind === 'audio')).toMatchObject({ codec: 'aac' });
  expect(Math.abs((await firstLoud(film)) - (await firstLoud(join(place.folder, 'tall.mp4'))))).toBeLessThan(
    1024 / 48_000,
  );
});
