import { join, resolve } from 'node:path';
import { expect as quick } from '@playwright/test';
import {
  answerOpenDialog,
  answerSaveDialog,
  openSettings,
  partsOf,
  say,
  test,
  uploadsAtRest,
} from '../support/desktop.ts';

const sample = resolve('resources/samples/city.mp4');
const rehearse = { args: ['--rehearse'] };
/** A clip of ten seconds is painted in about as long, on a busy machine in several times that. */
const expect = quick.configure({ timeout: 60_000 });
test.describe.configure({ timeout: 240_000 });

test('a rehearsal is there after a restart, with all that plays in it', async ({ place, start }) => {
  const first = await start(rehearse);
  await say(first.window, 'A boat at sunset, 3 seconds');
  await expect(partsOf(first.window).timeline).toContainText(/Version \d/);
  await expect(partsOf(first.window).stop).toBeHidden();
  await first.close();

  const { app, window } = await start(rehearse);
  const { conversation, timeline, exports } = partsOf(window);
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveText('A boat at sunset, 3 seconds');
  await expect(timeline).toContainText(/Version \d/);
  const preview = window.getByRole('region', { name: 'Preview' });
  await preview.getByRole('button', { name: 'Play' }).click();
  const position = preview.getByRole('slider', { name: 'Seek' });
  await expect.poll(async () => Number(await position.inputValue())).toBeGreaterThan(0.3);
  await answerSaveDialog(app, join(place.folder, 'boat.mp4'));
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText('Saved');
  expect(place.demoCloud.control.calls('run-sse')).toEqual([]);

  // The conversation goes on in the same session.
  const versions = await timeline.innerText();
  await say(window, 'Add the title "Evening"');
  await expect(timeline).not.toHaveText(versions);
  await expect(timeline).toContainText(/Version \d/);

  // What may go wrong with the service can be met, and turned off again.
  const turn = async (fault: string, strikes: string) => {
    await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.getMenuItemById('faults')?.click());
    const faults = window.getByRole('dialog', { name: 'Faults' });
    await faults.getByRole('group', { name: fault }).getByText(strikes).click();
    await expect(faults.getByRole('group', { name: fault }).getByRole('radio', { name: strikes })).toBeChecked();
    await window.keyboard.press('Escape');
    await expect(faults).toBeHidden();
  };
  await turn('Not enough credits', 'Always');
  await say(window, 'Add calm music');
  const failed = partsOf(window).answer;
  await expect(failed.getByRole('button', { name: 'Reset credits' })).toBeVisible();
  await turn('Not enough credits', 'Off');
  await failed.getByRole('button', { name: 'Reset credits' }).click();
  await expect(window.getByRole('button', { name: 'Credits', exact: true })).toHaveText('100 credits');
  await failed.getByRole('button', { name: 'Send again' }).click();
  await expect(timeline).toContainText('Music');
  await expect(partsOf(window).stop).toBeHidden();

  const settings = await openSettings(window, 'Storage');
  await settings.getByRole('button', { name: 'Delete all rehearsal projects' }).click();
  await settings.getByRole('button', { name: 'Delete all', exact: true }).click();
  await expect(conversation.getByRole('article')).toHaveCount(0);
  await window.keyboard.press('Escape');
  await say(window, 'A cat in the rain, 3 seconds');
  await expect(timeline).toContainText(/Version \d/);
  await window.getByRole('button', { name: 'Leave rehearsal' }).click();
  await expect(window.getByText('Rehearsal', { exact: true })).toBeHidden();
  const onTheService = await window.evaluate("window.rushes.request('rehearsal.faults', {})");
  expect(onTheService).toMatchObject({ ok: false, error: { code: 'bad-request' } });
});

test('a newcomer rehearses, a tour leads to a film, and the film is made for real', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { app, window } = await start();
  const { conversation, stop } = partsOf(window);
  await answerSaveDialog(app, join(place.folder, 'evening.mp4'));
  const doors = window.getByRole('group', { name: 'Two ways to begin' });
  await expect(doors.getByRole('button')).toHaveText([/^With your account/, /^Rehearse for free/]);
  await doors.getByRole('button', { name: /^Rehearse/ }).click();
  await expect(window.getByText('Rehearsal', { exact: true })).toBeVisible();
  await expect(doors).toBeHidden();

  const tour = window.getByRole('region', { name: 'Your first video' });
  const suggestions = ['A sailboat at sunset', 'Trim it to 6 seconds', 'Evening Tide'];
  for (const [done, words] of suggestions.entries()) {
    await expect(tour.getByRole('img')).toHaveAccessibleName(`${done} of 4 steps done`);
    await tour.getByRole('button', { name: words }).click();
  }
  await tour.getByRole('button', { name: 'Save the video' }).click();
  await expect(partsOf(window).exports).toContainText('Saved');
  await tour.getByRole('button', { name: 'End the tour' }).click();
  await expect(tour).toBeHidden();
  expect(control.log().filter(({ call }) => call === 'run-sse' || call === 'upload')).toEqual([]);

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
