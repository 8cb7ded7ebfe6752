import { join, resolve } from 'node:path';
import { expect as quick } from '@playwright/test';
import { answerOpenDialog, answerSaveDialog, partsOf, say, test, uploadsAtRest } from '../support/desktop.ts';

const sample = resolve('resources/samples/city.mp4');
/** A clip of ten seconds is painted in about as long, on a busy machine in several times that. */
const expect = quick.configure({ timeout: 60_000 });
test.describe.configure({ timeout: 240_000 });

test('a newcomer rehearses, a tour leads to a film, which is there after a restart and is made for real', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  const first = await start();
  const { window: newcomer } = first;
  await answerSaveDialog(first.app, join(place.folder, 'evening.mp4'));
  const doors = newcomer.getByRole('group', { name: 'Two ways to begin' });
  await expect(doors.getByRole('button')).toHaveText([/^With your account/, /^Rehearse for free/]);
  await doors.getByRole('button', { name: /^Rehearse/ }).click();
  await expect(newcomer.getByText('Rehearsal', { exact: true })).toBeVisible();
  await expect(doors).toBeHidden();

  const tour = newcomer.getByRole('region', { name: 'Your first video' });
  const suggestions = ['A sailboat at sunset', 'Trim it to 6 seconds', 'Evening Tide'];
  for (const [done, words] of suggestions.entries()) {
    await expect(tour.getByRole('img')).toHaveAccessibleName(`${done} of 4 steps done`);
    await tour.getByRole('button', { name: words }).click();
  }
  await tour.getByRole('button', { name: 'Save the video' }).click();
  await expect(partsOf(newcomer).exports).toContainText('Saved');
  await tour.getByRole('button', { name: 'End the tour' }).click();
  await expect(tour).toBeHidden();
  expect(control.log().filter(({ call }) => call === 'run-sse' || call === 'upload')).toEqual([]);
  const cut = (await partsOf(newcomer).timeline.textContent()) ?? '';
  await first.close();

  // All that plays in it is there again, and the conversation goes on in the same session.
  const { app, window } = await start({ args: ['--rehearse'] });
  const { conversation, stop, timeline } = partsOf(window);
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveText([/^A sailboat/, /^Trim it/, /^Add the/]);
  await expect(timeline).toHaveText(cut);
  const preview = window.getByRole('region', { name: 'Preview' });
  await preview.getByRole('button', { name: 'Play' }).click();
  const position = preview.getByRole('slider', { name: 'Seek' });
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(0.3);

  // Its messages and files become a queue of the service, which waits.
  await answerOpenDialog(app, [sample]);
  await window.getByRole('button', { name: 'Attach files' }).click();
  await uploadsAtRest(window);
  await say(window, 'Put my clip at the end');
  await expect(conversation.getByRole('article', { name: 'Agent' })).toHaveCount(4);
  await expect(stop).toBeHidden();
  await window.getByRole('button', { name: 'Make it for real' }).click();
  await expect(window.getByText('Rehearsal', { exact: true })).toBeHidden();
  const review = window.getByRole('region', { name: 'Waiting messages' });
  await expect(review).toContainText(/Likely cost: about \d+ credits\. *You have 100 credits\./);
  const waiting = conversation.getByRole('article', { name: 'You' });
  await expect(waiting).toHaveText([
    /^A sailboat/,
    /^Trim it/,
    /^Add the title/,
    /city\.mp4.*sent with your message.*Put my clip/,
  ]);
  await expect(waiting.first()).toContainText(/about \d+ credits/);
  await waiting.nth(1).getByRole('button', { name: 'Edit' }).click();
  await window.getByRole('textbox', { name: 'Waiting message' }).fill('Trim it to 5 seconds');
  await window.keyboard.press('Enter');
  await waiting.nth(2).getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(waiting).toHaveCount(3);
  expect(control.log().filter(({ call }) => call === 'run-sse' || call === 'upload')).toEqual([]);

  for (const _ of suggestions) control.script({ kind: 'spoken' });
  await review.getByRole('button', { name: 'Start' }).click();
  await expect(conversation.getByRole('article', { name: 'Agent' })).toHaveCount(3);
  await expect(stop).toBeHidden();
  expect(control.calls('run-sse').map(({ body }) => JSON.stringify(body))).toEqual([
    expect.stringContaining('A sailboat at sunset'),
    expect.stringContaining('Trim it to 5 seconds'),
    expect.stringContaining('Put my clip at the end'),
  ]);
  expect(control.calls('upload').map(({ uploads }) => uploads.map(({ name }) => name))).toEqual([['city.mp4']]);
});
