import { mkdir, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerOpenDialog, openSettings, partsOf, say, test } from '../support/desktop.ts';

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
