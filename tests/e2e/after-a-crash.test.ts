import { expect, type Page } from '@playwright/test';
import { join } from 'node:path';
import { answerSaveDialog, dropFiles, partsOf, say, test } from '../support/desktop.ts';
import { digestOf, makeClip } from '../support/long-clips.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const cardOf = (window: Page) => window.getByRole('region', { name: 'While you were away…' });
const notice = (window: Page) => window.getByText("Rushes didn't close properly last time");

async function newProject(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'New project' }).click();
  await expect(window.getByRole('heading', { name: 'What shall we make?' })).toBeVisible();
  await expect(partsOf(window).attachments).toHaveCount(0);
}

async function openProject(window: Page, name: string): Promise<void> {
  await window.getByRole('navigation', { name: 'Projects' }).getByRole('link', { name }).click();
  await expect(partsOf(window).conversation.getByRole('article', { name: 'You' })).toContainText(name);
}

// All that can be under way ends by one kill: starts are what takes the time.
test('after a crash nothing is lost, sent or rendered twice, and the window tells what became of everything', async ({
  place,
  start,
}) => {
  test.setTimeout(120_000);
  const { control } = place.demoCloud;
  control.setCredits({ available: 1000, frozen: 0, total: 1000 });
  const first = await start();
  await expect(partsOf(first.window).status).toHaveText('Ready!');
  await expect(cardOf(first.window)).toBeHidden();
  const make = async (text: string): Promise<void> => {
    control.script({ kind: 'generate' });
    await say(first.window, text);
    await expect(partsOf(first.window).timeline).toContainText(/Version \d/);
    await expect(partsOf(first.window).stop).toBeHidden();
  };
  const exportTo = async (name: string): Promise<string> => {
    const path = join(place.folder, name);
    await answerSaveDialog(first.app, path);
    await first.window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    return path;
  };

  const path = await makeClip(place.folder, 'one.mp4', 8);
  const rendering = control.hold('render');
  const film = await test.step('a render', async () => {
    await make('Make a video of the sea');
    const target = await exportTo('the sea.mp4');
    await rendering.reached;
    return target;
  });
  await test.step('the submission of another one', async () => {
    await newProject(first.window);
    await make('Make a video of the city');
    const submitting = control.hold('render-submit');
    await exportTo('the city.mp4');
    await submitting.reached;
  });
  await test.step('an upload', async () => {
    await newProject(first.window);
    control.hold('upload');
    await dropFiles(first.window, [sample]);
    await control.waitFor('upload', 1, 'arrived');
  });
  await test.step('a message that waits for its file', async () => {
    await newProject(first.window);
    await dropFiles(first.window, [path]);
    await control.waitFor('upload', 2, 'arrived');
    await first.window.getByRole('button', { name: 'Add a note to one.mp4' }).click();
    const note = first.window.getByRole('textbox', { name: 'What to do with one.mp4' });
    await note.fill('use as the intro');
    await note.press('Enter');
    await say(first.window, 'Make a film of this');
    const waiting = partsOf(first.window).conversation.getByRole('article', { name: 'You' });
    await expect(waiting).toContainText('waiting for 1 file');
    await expect(waiting).toContainText('use as the intro');
    await expect(waiting).not.toContainText('Files:');
  });
  for (const [text, point] of [
    ['Make a video of the wood', 'second-stage'],
    ['Make a video of the hills', 'run-sse'],
    ['Make a video of the moon', 'create-session'],
  ] as const)
    await test.step(`a message, at ${point}`, async () => {
      await newProject(first.window);
      const answering = control.hold(point);
      if (point !== 'create-session') control.script({ kind: 'generate' });
      await say(first.window, text);
      await answering.reached;
    });
  await first.kill();
  for (const point of ['render-submit', 'upload', 'second-stage', 'run-sse', 'create-session'] as const)
    control.release(point);
  await control.until(() => control.sessions().every(({ running }) => running === 0) && control.renders().length === 2);

  const second = await start();
  const { window } = second;
  const { answer, attachments, conversation, exports, status, stop, timeline } = partsOf(window);
  const message = conversation.getByRole('article', { name: 'You' });
  const postsOf = (text: string) =>
    control
      .calls('run-sse')
      .map(({ body }) => JSON.stringify(body))
      .filter((body) => body.includes(text));
  const card = cardOf(window);
  await test.step('the card tells of each, and leads there', async () => {
    await expect(card).toContainText('Not uploadedocean.mp4');
    await expect(card).not.toContainText('the sea.mp4');
    await expect(status).toHaveText('Ready!');
    rendering.release();
    await expect(card).toContainText('Savedthe sea.mp4');
    await expect(card).toContainText('Savedthe city.mp4');
    await card.getByRole('button', { name: 'Show: the sea.mp4' }).click();
    await expect(exports.filter({ hasText: 'the sea.mp4' })).toBeFocused();
    await expect(conversation).toContainText('Make a video of the sea');
    await expect(timeline).toContainText('track');
    expect(await digestOf(film)).toBe(control.renders()[0]?.sha256);
    expect(control.renders()).toHaveLength(2);
    expect(control.calls('render-submit')).toHaveLength(2);
    expect(control.calls('anonymous-token')).toHaveLength(1);
  });
  for (const text of ['Make a video of the wood', 'Make a video of the hills'])
    await test.step(`what was answered is asked for, never sent again: ${text}`, async () => {
      await expect(card.getByRole('listitem').filter({ hasText: text })).toContainText(/Answered|Unconfirmed/);
      await card.getByRole('button', { name: `Show: ${text}` }).click();
      await expect(conversation).toContainText(text);
      await expect(answer).toBeFocused();
      await expect(answer).toContainText('The connection broke along the way. This is what the agent made.');
      await expect(timeline).toContainText(/Version \d/);
      await expect(stop).toBeHidden();
      expect(postsOf(text)).toHaveLength(1);
    });
  await test.step('a file is sent again only by hand, and is news no more then', async () => {
    expect(control.calls('upload')).toHaveLength(2);
    await card.getByRole('button', { name: 'Show: ocean.mp4' }).click();
    await expect(attachments).toContainText("The upload wasn't finished when Rushes closed.");
    await window.getByRole('button', { name: 'Try ocean.mp4 again' }).click();
    await control.waitFor('upload', 3, 'ended');
    await expect(attachments).not.toContainText('Try again');
    await expect(card).not.toContainText('ocean.mp4');
  });
  await test.step('the message with a file waits for the user, and keeps its note', async () => {
    await openProject(window, 'Make a film of this');
    await expect(message).toContainText("1 file isn't uploaded");
    await expect(message).toContainText('use as the intro');
    await message.getByRole('button', { name: 'Try one.mp4 again' }).click();
    await control.waitFor('upload', 4, 'ended');
    expect(postsOf('Make a film of this')).toEqual([]);
    await window.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(timeline).toContainText(/Version \d/);
    expect(control.calls('upload').at(-1)?.uploads).toMatchObject([{ sha256: await digestOf(path) }]);
    expect(postsOf('Make a film of this')).toEqual([
      expect.stringContaining(String.raw`Make a film of this\n\nFiles:\n- one.mp4: use as the intro`),
    ]);
    await expect(message.first()).toContainText('use as the intro');
    await expect(message.first()).not.toContainText('Files:');
  });
  await test.step('so does the one that had not gone out', async () => {
    expect(postsOf('Make a video of the moon')).toEqual([]);
    await openProject(window, 'Make a video of the moon');
    await window.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(timeline).toContainText(/Version \d/);
    expect(postsOf('Make a video of the moon')).toHaveLength(1);
  });
  await test.step('the diagnostics are shown before they are copied', async () => {
    await expect(notice(window)).toBeVisible();
    await window.getByRole('button', { name: 'Copy diagnostics…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Diagnostics' });
    await expect(dialog.getByRole('region', { name: 'Diagnostics' })).toContainText('Electron: ');
    await dialog.getByRole('button', { name: 'Copy diagnostics' }).click();
    await expect(dialog.getByRole('button', { name: 'Copied' })).toBeVisible();
    const copied = await second.app.evaluate(({ clipboard }) => clipboard.readText());
    expect(copied).toContain('did not end in good order');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await expect(notice(window)).toBeHidden();
  });
  await test.step('what was told is told once', async () => {
    await card.getByRole('button', { name: 'Dismiss' }).click();
    await expect(card).toBeHidden();
    await window.reload();
    await expect(status).toHaveText('Ready!');
    await expect(card).toBeHidden();
    await second.close();
    const third = await start();
    await expect(partsOf(third.window).status).toHaveText('Ready!');
    await expect(cardOf(third.window)).toBeHidden();
    await expect(notice(third.window)).toBeHidden();
  });
});
