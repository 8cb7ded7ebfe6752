import { expect, type Page } from '@playwright/test';
import type { Hold, DemoControl } from '../../src/demo-cloud/demo-cloud.ts';
import { partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

/** Stops in the middle of an answer, until it is released. */
async function beginStory(control: DemoControl, window: Page): Promise<Hold> {
  control.script({ kind: 'text', text: 'A boat leaves the harbour at dawn. The gulls follow it for a while.' });
  const streaming = control.hold('run-sse', { frames: 3 });
  await say(window, 'Tell me a story');
  await streaming.reached;
  return streaming;
}

test('the window is closed in the middle of an answer: the answer goes on, and is there in the next window, be it asked for at once', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  const { app, window } = await start();
  const streaming = await beginStory(control, window);
  const closed = window.waitForEvent('close');
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  await closed;
  const opening = app.waitForEvent('window');
  await app.evaluate(({ app: electron }) => electron.emit('activate'));
  const next = await opening;
  await expect(partsOf(next).stop).toBeVisible();
  streaming.release();
  await expect(partsOf(next).answer).toContainText('The gulls follow it for a while.');
  await expect(partsOf(next).stop).toBeHidden();
  expect(control.calls('run-sse')).toHaveLength(1);

  // In the very moment in which its window closes the app is started again.
  const again = await beginStory(control, next);
  const third = app.waitForEvent('window');
  await app.evaluate(({ app: electron, BrowserWindow }) => {
    BrowserWindow.getAllWindows()[0]?.close();
    electron.emit('activate');
  });
  const last = await third;
  again.release();
  await expect(partsOf(last).conversation.getByText('The gulls follow it for a while.')).toHaveCount(2);
  await expect(partsOf(last).stop).toBeHidden();
});

test('without a window the app stays until the answer is there, and then quits', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const { app, window } = await start();
  const streaming = await beginStory(control, window);
  const ended = new Promise((done) => app.process().once('exit', done));
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.close());
  streaming.release();
  await ended;
  const second = await start();
  await expect(partsOf(second.window).answer).toContainText('The gulls follow it for a while.');
  await expect(partsOf(second.window).answer).not.toContainText('connection broke');
  expect(control.calls('run-sse')).toHaveLength(1);
});

sharedTest(
  'the raw clip is shown at once; what comes with it stays unless it is removed',
  async ({ window, control }) => {
    const { answer, conversation, stop, timeline } = partsOf(window);
    control.script({ kind: 'generate' });
    const second = control.hold('second-stage');
    await say(window, 'Make a video of the sea');
    await second.reached;
    await expect(answer).toContainText('raw clip is ready');
    await expect(timeline).toContainText('1 track');
    await expect(stop).toBeVisible();
    second.release();
    await expect(stop).toBeHidden();
    await expect(timeline).toContainText('4 tracks');
    await answer.getByRole('button', { name: 'Remove' }).first().click();
    await expect(conversation.getByRole('article', { name: 'You' }).last()).toContainText('Remove the music');
    await expect(stop).toBeHidden();
    await expect(timeline).toContainText('3 tracks');
    const first = conversation.getByRole('article', { name: 'Agent' }).first();
    await expect(first.getByRole('button', { name: 'Remove' })).toHaveCount(2);
    await expect(first.getByRole('button', { name: 'Keep' })).toHaveCount(0);
  },
);

sharedTest(
  'a turn that changed nothing says so beside its cost; one that brought nothing at all can be sent again',
  async ({ window, control }) => {
    const { answer, stop } = partsOf(window);
    control.script({ kind: 'text', text: 'I have created a storyboard for you.' });
    await say(window, 'plan a film');
    await expect(answer).toHaveText(
      /^I have created a storyboard for you\.\s*No change to the timeline · Not charged · /,
    );
    await expect(stop).toBeHidden();
    control.fault({ on: 'run-sse', kind: 'empty-body' });
    await say(window, "add a title 'Paradise Found'");
    await expect(answer).toContainText('The agent did not reply.');
    await expect(answer).toContainText('No change to the timeline · Not charged');
    await expect(stop).toBeHidden();
    expect(control.calls('run-sse')).toHaveLength(2);
    control.script({ kind: 'silent', ending: 'stop', edits: [{ kind: 'set-title', text: 'Paradise Found' }] });
    await answer.getByRole('button', { name: 'Send again' }).click();
    await expect(answer).toContainText('Paradise Found');
    await expect(answer).toContainText('3 credits');
    await expect(answer).not.toContainText('No change to the timeline');
    expect(control.calls('run-sse')).toHaveLength(3);
  },
);

sharedTest(
  'waiting messages can be changed and taken out; a question holds them back until the user goes on',
  async ({ window, control }) => {
    const { answer, conversation, stop } = partsOf(window);
    const streaming = control.hold('run-sse', { frames: 2 });
    control.script({ kind: 'text', text: 'Which colour shall the title have? 😊 Let me know!' });
    await say(window, 'add a title');
    await streaming.reached;
    for (const message of ['make it calm', 'make it loud', 'make it short']) await say(window, message);
    const waiting = (text: string) => conversation.getByRole('article', { name: 'You' }).filter({ hasText: text });
    await expect(waiting('make it short')).toContainText('Queued');
    await waiting('make it loud').hover();
    await waiting('make it loud')
      .getByRole('button', { name: /Remove/ })
      .click();
    await expect(waiting('make it loud')).toHaveCount(0);
    streaming.release();
    await expect(window.getByRole('button', { name: 'Continue' })).toBeVisible();
    await expect(stop).toBeHidden();
    expect(control.calls('run-sse')).toHaveLength(1);
    control.script({ kind: 'text', text: 'It is calm.' });
    control.script({ kind: 'text', text: 'It is short.' });
    await window.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(answer).toContainText('It is short.');
    expect(control.calls('run-sse').map(({ body }) => JSON.stringify(body).match(/make it \w+/)?.[0])).toEqual([
      undefined,
      'make it calm',
      'make it short',
    ]);
  },
);

test('Stop holds what waits, over a restart; the balance shows what is held; sending and zooming go where they should', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  const env = { RUSHES_TIMINGS: JSON.stringify({ balanceFirstMs: 20, balanceEveryMs: 50, unsentMs: 0 }) };
  const { app, window, kill } = await start({ env });
  const { conversation, message, stop, answer } = partsOf(window);
  const credits = window.getByRole('button', { name: 'Credits' });
  await message.fill('A calm sea');
  await expect(window.getByText('about 100 credits')).toBeVisible();
  control.script({ kind: 'text', text: Array.from({ length: 60 }, (_, line) => `Line ${line + 1}.`).join('\n\n') });
  await say(window, 'tell me of the sea');
  await expect(answer).toContainText('Line 60.');
  await expect(stop).toBeHidden();

  // What scrolls by itself ends nothing; the wheel does, and sending goes to the end again.
  const jump = window.getByRole('button', { name: 'Jump to latest' });
  const gap = () => conversation.evaluate((log) => log.scrollHeight - log.clientHeight - log.scrollTop);
  await conversation.evaluate((log) => {
    log.scrollTop -= 300;
  });
  await expect.poll(gap).toBeLessThanOrEqual(2);
  await expect(jump).toBeHidden();
  // A search leads to what is at the end: there is nothing to jump to.
  await window.keyboard.press('Control+f');
  await window.getByRole('combobox', { name: 'Search in all text' }).fill('tell me of the sea');
  await window.getByRole('option').first().click();
  await expect(answer).toBeFocused();
  await expect(conversation.locator('.found-turn')).toHaveCount(0);
  await expect(async () => {
    const atEnd = (await gap()) <= 2;
    expect(await jump.isHidden()).toBe(atEnd);
  }).toPass();
  await conversation.hover();
  // A busy page may lose a turn of the wheel: who sees nothing move turns it again.
  await expect(async () => {
    await window.mouse.wheel(0, -400);
    await expect(jump).toBeVisible({ timeout: 1000 });
  }).toPass();

  const generating = control.hold('second-stage');
  control.script({ kind: 'generate' });
  await say(window, 'Generate a new video of the sea');
  await generating.reached;
  await expect(jump).toBeHidden();
  await expect.poll(gap).toBeLessThanOrEqual(2);
  await expect(credits).toContainText('reserved');
  for (const text of ['make it calm', 'make it loud']) await say(window, text);
  await message.fill('Something nice');
  await expect(window.getByText(/\d+ for an edit · \d+ for a new clip/)).toBeVisible();
  await message.fill('Generate another video of the sea');
  await expect(window.getByText(/^about \d+ credits$/)).toBeVisible();
  await message.fill('');
  await stop.click();
  const held = conversation.getByRole('group', { name: 'Waiting messages' });
  await expect(held).toContainText('Stopped. 2 messages waiting:');
  generating.release();
  await expect(stop).toBeHidden();

  const zoomBy = (keyCode: string) =>
    app.evaluate(({ BrowserWindow }, key) => {
      // The hidden page of the media jobs is a window, too.
      const all = BrowserWindow.getAllWindows().map(({ webContents }) => webContents);
      const contents = all.find((one) => one.getURL().startsWith('rushes://app/'));
      contents?.sendInputEvent({ type: 'keyDown', keyCode: key, modifiers: ['control'] });
    }, keyCode);
  const zoom = () => window.evaluate(() => Math.round(devicePixelRatio * 100));
  const ordinary = await zoom();
  await zoomBy('=');
  await expect.poll(zoom).toBe(Math.round(ordinary * 1.1));
  await zoomBy('numadd');
  await expect.poll(zoom).toBe(Math.round(ordinary * 1.25));
  await zoomBy('numsub');
  await expect.poll(zoom).toBe(Math.round(ordinary * 1.1));
  const novel = 'x'.repeat(25_000);
  await message.fill(novel);
  await message.press('Enter');
  await expect(window.getByRole('alert')).toContainText('25,000 characters');
  await message.blur();
  await kill();

  const next = await start();
  await expect(partsOf(next.window).message).toHaveValue(novel);
  const still = next.window.getByRole('group', { name: 'Waiting messages' });
  await expect(still).toContainText('Stopped. 2 messages waiting:');
  await still.getByRole('button', { name: 'Remove all' }).click();
  await expect(still).toBeHidden();
  expect(control.calls('run-sse')).toHaveLength(2);
});

sharedTest(
  'an editor that is not there is not talked about: what was meant is a button that works',
  async ({ window, control }) => {
    const { answer, stop } = partsOf(window);
    control.script({ kind: 'text', text: 'The sea is calm now. Open the timeline panel to see all tracks.' });
    await say(window, 'Make it calm');
    await expect(stop).toBeHidden();
    await expect(answer).toContainText('The sea is calm now.');
    await expect(answer).not.toContainText('panel');
    await answer.getByRole('button', { name: 'Show tracks' }).click();
    await expect(window.getByRole('region', { name: 'Timeline' })).toBeFocused();
    expect(control.calls('run-sse')).toHaveLength(1);
  },
);

sharedTest('the Enter that ends a word of an input method sends nothing', async ({ window, control }) => {
  const { message, conversation } = partsOf(window);
  await message.focus();
  const session = await window.context().newCDPSession(window);
  await session.send('Input.imeSetComposition', { text: 'hai', selectionStart: 3, selectionEnd: 3 });
  await window.keyboard.press('Enter');
  await session.send('Input.insertText', { text: '海' });
  await expect(message).toHaveValue(/海/);
  await expect(conversation.getByRole('article')).toHaveCount(0);
  expect(control.calls('run-sse')).toEqual([]);
  await message.press('Enter');
  await expect(conversation.getByRole('article', { name: 'You' })).toContainText('海');
  // The test behind it counts sessions from its own beginning.
  await control.waitFor('run-sse');
});
