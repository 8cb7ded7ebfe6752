import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { answerSaveDialog, partsOf, test } from '../support/desktop.ts';

/** Walks on with Tab until this has the focus; it has to come within a hundred steps. */
async function tabTo(window: Page, target: Locator): Promise<void> {
  await expect(target).toBeEnabled();
  for (let step = 0; step < 100; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await window.keyboard.press('Tab');
  }
  throw new Error(`Tab does not lead to ${String(target)}`);
}

test('by keyboard alone: from the first start over a format, a message, the player and an undo to the saved file in its folder', async ({
  place,
  start,
}) => {
  const { app, window } = await start();
  const { conversation, message, stop, answer, timeline, exports } = partsOf(window);
  const { control, url } = place.demoCloud;
  await answerSaveDialog(app, join(place.folder, 'By keyboard.mp4'));
  const type = async (text: string): Promise<void> => {
    await tabTo(window, message);
    await window.keyboard.type(text);
    await window.keyboard.press('Enter');
  };

  const format = window.getByRole('region', { name: 'Format' });
  await tabTo(window, format.getByRole('radio', { name: 'Widescreen 16:9' }));
  await window.keyboard.press('ArrowRight');
  const clip = { name: 'sea', url: `${url}/files/samples/ocean.mp4`, durationMs: 10_000 };
  control.script({ kind: 'text', text: 'Here is the sea.', edits: [{ kind: 'place-clips', clips: [clip] }] });
  await type('The sea at noon');
  await expect(conversation.getByRole('article', { name: 'You' })).toContainText('vertical 9:16');
  await expect(timeline).toContainText('Version 1');
  await expect(stop).toBeHidden();

  const preview = window.getByRole('region', { name: 'Preview' });
  await tabTo(window, preview.getByRole('button', { name: 'Play' }));
  await window.keyboard.press('Enter');
  await expect(preview.getByRole('button', { name: 'Pause' })).toBeFocused();
  await window.keyboard.press('Enter');
  await expect(preview.getByRole('button', { name: 'Play' })).toBeVisible();

  control.script({ kind: 'text', text: 'Done.', edits: [{ kind: 'set-title', text: 'Noon' }] });
  await type('Add the title “Noon”');
  await expect(timeline).toContainText('Version 2');
  await expect(stop).toBeHidden();
  control.script({ kind: 'spoken' });
  await tabTo(window, answer.getByRole('button', { name: 'Undo' }));
  await window.keyboard.press('Enter');
  const restoreRequest = window.getByRole('dialog', { name: 'Undo this edit?' });
  await tabTo(window, restoreRequest.getByRole('button', { name: 'Ask the agent' }));
  await window.keyboard.press('Enter');
  await expect(conversation).toContainText('Your video is back at version 1.');
  await expect(timeline).not.toContainText('Noon');
  await expect(stop).toBeHidden();

  await tabTo(window, window.getByRole('button', { name: 'Export', exact: true }));
  await window.keyboard.press('Enter');
  await expect(exports).toContainText('Saved');
  const shown = await app.evaluateHandle(({ shell }) => {
    const paths: string[] = [];
    shell.showItemInFolder = (path) => void paths.push(path);
    return paths;
  });
  await tabTo(window, exports.getByRole('button', { name: 'Show in folder' }));
  await window.keyboard.press('Enter');
  await expect.poll(() => shown.jsonValue()).toEqual([join(place.folder, 'By keyboard.mp4')]);
});
