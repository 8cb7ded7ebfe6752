import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialog, partsOf, say, test } from '../support/desktop.ts';

const rehearse = { args: ['--rehearse'] };

test('a rehearsal is there after a restart, with all that plays in it', async ({ place, start }) => {
  const first = await start(rehearse);
  await say(first.window, 'A boat at sunset');
  await expect(partsOf(first.window).timeline).toContainText(/Version \d/);
  await expect(partsOf(first.window).stop).toBeHidden();
  await first.close();

  const { app, window } = await start(rehearse);
  const { conversation, timeline, exports } = partsOf(window);
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveText('A boat at sunset');
  await expect(timeline).toContainText(/Version \d/);
  const preview = window.getByRole('region', { name: 'Preview' });
  await preview.getByRole('button', { name: 'Play' }).click();
  const position = preview.getByRole('slider', { name: 'Seek' });
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(0.3);
  await answerSaveDialog(app, join(place.folder, 'boat.mp4'));
  await window.getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText('Saved');
  expect(place.demoCloud.control.calls('run-sse')).toEqual([]);

  // The conversation goes on in the same session.
  const versions = await timeline.innerText();
  await say(window, 'Add the title "Evening"');
  await expect(timeline).not.toHaveText(versions);
  await expect(timeline).toContainText(/Version \d/);

  await window.getByRole('button', { name: 'Settings' }).click();
  const settings = window.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('button', { name: 'Delete all rehearsal projects' }).click();
  await settings.getByRole('button', { name: 'Delete all', exact: true }).click();
  await expect(conversation.getByRole('article')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await say(window, 'A cat in the rain');
  await expect(timeline).toContainText(/Version \d/);
  await window.getByRole('button', { name: 'Leave rehearsal' }).click();
  await expect(window.getByText('Rehearsal', { exact: true })).toBeHidden();
});
