import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialog, openSettings, partsOf, say } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

sharedTest(
  'a typed export is a card that lives, and the settings list what was spent',
  async ({ app, window, place }) => {
    const { answer, stop, exports, conversation } = partsOf(window);
    await say(window, '=SUM of a calm sea, 10 seconds');
    await expect(stop).toBeHidden();
    await expect(answer).toContainText(/\d+ credits/);

    await answerSaveDialog(app, join(place.folder, 'sea.mp4'));
    await say(window, 'export it');
    await expect(exports).toContainText('Saved');
    const card = conversation.getByRole('group', { name: 'Export: sea.mp4' });
    await expect(card).toContainText('Saved');
    await card.getByRole('button', { name: 'Play' }).click();
    await expect(window.getByRole('region', { name: 'Preview' })).toContainText('sea.mp4');

    const settings = await openSettings(window, 'Credits');
    const today = settings.getByRole('region', { name: 'Today' }).getByRole('listitem');
    await expect(today.filter({ hasText: 'sea.mp4' })).toContainText('Free');
    await expect(today.filter({ hasText: '=SUM of a calm sea' }).last()).toContainText(/\d+ credits/);
    const table = join(place.folder, 'credits.csv');
    await answerSaveDialog(app, table);
    await settings.getByRole('button', { name: 'Save as CSV…' }).click();
    const read = () => readFile(table, 'utf8').catch(() => '');
    await expect.poll(read).toMatch(/^\uFEFFDate,.*\r\n[^]*,Message,"'=SUM of a calm sea, 10 seconds",\d+,0,0\r\n/);
    await window.keyboard.press('Escape');
    await expect(settings).toBeHidden();
  },
);
