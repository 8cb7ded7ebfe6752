import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerSaveDialog, dropFiles, partsOf, say, test } from '../support/desktop.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const cardOf = (window: Page) => window.getByRole('region', { name: 'While you were away…' });

test('after a crash the window tells what became of everything, and leads there', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const first = await start();
  const { timeline, stop } = partsOf(first.window);
  await expect(partsOf(first.window).status).toHaveText('Ready!');
  await expect(cardOf(first.window)).toBeHidden();
  control.script({ kind: 'generate' });
  await say(first.window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  await answerSaveDialog(first.app, join(place.folder, 'the sea.mp4'));
  const rendering = control.hold('render');
  await first.window.getByRole('button', { name: 'Export' }).click();
  await rendering.reached;
  const sending = control.hold('upload');
  await dropFiles(first.window, [sample]);
  await sending.reached;
  // Another project is at work, too.
  await first.window.getByRole('button', { name: 'New project' }).click();
  const answering = control.hold('run-sse');
  control.script({ kind: 'text', text: 'Here is the city.' });
  await say(first.window, 'Make a city');
  await answering.reached;
  await first.kill();
  sending.release();
  answering.release();
  await control.until(() => control.sessions().every(({ running }) => running === 0));

  const second = await start();
  const card = cardOf(second.window);
  await expect(card).toContainText('Not uploadedocean.mp4');
  await expect(card).not.toContainText('the sea.mp4');
  rendering.release();
  await expect(card).toContainText('Savedthe sea.mp4');
  await expect(card.getByRole('listitem').filter({ hasText: 'Make a city' })).toContainText(/Answered|Unconfirmed/);

  await card.getByRole('button', { name: 'Show: the sea.mp4' }).click();
  await expect(partsOf(second.window).exports).toBeFocused();
  await expect(partsOf(second.window).conversation).toContainText('Make a video of the sea');
  await card.getByRole('button', { name: 'Show: Make a city' }).click();
  await expect(partsOf(second.window).conversation).toContainText('Make a city');
  await expect(partsOf(second.window).answer).toBeFocused();
  // Tried again, it is news no more.
  await card.getByRole('button', { name: 'Show: ocean.mp4' }).click();
  await second.window.getByRole('button', { name: 'Try ocean.mp4 again' }).click();
  await expect(card).not.toContainText('ocean.mp4');

  await card.getByRole('button', { name: 'Dismiss' }).click();
  await expect(card).toBeHidden();
  await second.window.reload();
  await expect(partsOf(second.window).status).toHaveText('Ready!');
  await expect(card).toBeHidden();
  await second.close();

  const third = await start();
  await expect(partsOf(third.window).status).toHaveText('Ready!');
  await expect(cardOf(third.window)).toBeHidden();
});
