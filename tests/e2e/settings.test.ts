import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerOpenDialog, openSettings, partsOf, say, test } from '../support/desktop.ts';

test('a larger window stays larger: by the setting, by the menu, and at the next start', async ({ start }) => {
  const first = await start();
  const { app, window } = first;
  await expect(partsOf(window).status).toHaveText('Ready!');
  const ratio = () => window.evaluate(() => devicePixelRatio);
  const ordinary = await ratio();
  const settings = await openSettings(window, 'Language and look');
  await settings.getByRole('group', { name: 'Size' }).getByText('125%').click();
  await expect.poll(ratio).toBeCloseTo(ordinary * 1.25, 2);
  await window.keyboard.press('Escape');
  await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('zoom-out')?.click());
  await expect.poll(ratio).toBeCloseTo(ordinary * 1.1, 2);
  await first.close();

  const second = await start();
  expect(await second.window.evaluate(() => devicePixelRatio)).toBeCloseTo(ordinary * 1.1, 2);
  await expect(partsOf(second.window).status).toHaveText('Ready!');
  expect(await second.window.evaluate(() => devicePixelRatio)).toBeCloseTo(ordinary * 1.1, 2);
});

test('what is kept can be saved, and deleted for a fresh start that still has its free sign-in', async ({
  place,
  start,
}) => {
  const { app, window } = await start();
  const { conversation, timeline, stop, status } = partsOf(window);
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  const folder = join(place.folder, 'my data');
  await mkdir(folder);
  await answerOpenDialog(app, [folder]);
  const settings = await openSettings(window, 'Storage');
  await settings.getByRole('button', { name: 'Export…' }).click();
  await expect(settings.getByText(/Saved in the folder “Rushes \d{4}-\d\d-\d\d”\./)).toBeVisible();
  const files = await readdir(folder, { recursive: true });
  expect(files.filter((file) => file.endsWith('messages.json'))).toHaveLength(1);

  await settings.getByRole('button', { name: 'Delete all data…' }).click();
  await settings.getByRole('button', { name: 'Delete everything' }).click();
  await settings.getByRole('button', { name: 'Yes, delete it now' }).click();
  await expect(settings).toBeHidden();
  await expect(conversation.getByRole('article')).toHaveCount(0);
  await expect(status).toHaveText('Ready!');
  await say(window, 'Make a video of a boat');
  await expect(timeline).toContainText(/Version \d/);
  expect(place.demoCloud.control.calls('anonymous-token')).toHaveLength(1);
});
