import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { twoVersions } from '../support/cuts.ts';
import { dropFiles, partsOf, say, test } from '../support/desktop.ts';
import { request } from '../support/media-jobs.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const listOf = (window: Page) => window.getByRole('navigation', { name: 'Projects' });
const project = (window: Page, name: string) => listOf(window).getByRole('link', { name });
const cards = (window: Page) => window.getByRole('list', { name: 'Files that need a decision' }).getByRole('listitem');
const edge = (window: Page, name: string) => window.getByRole('separator', { name });
/** With the line at its edge. */
const widthOf = async (window: Page) =>
  Math.round(
    (await window
      .locator('#chat-column')
      .boundingBox()
      .then((box) => box?.width)) ?? 0,
  );

/** What was said in the open project, as it reads: the button behind the facts of a turn comes later, with a mark before it. */
async function saidIn(window: Page): Promise<readonly string[]> {
  const texts = await partsOf(window).conversation.getByRole('article').allInnerTexts();
  return texts.map((text) => text.replaceAll(/[\s\u2060]+/g, ' ').trim());
}

async function choose(window: Page, name: string, action: string): Promise<void> {
  await project(window, name).click({ button: 'right' });
  await window.getByRole('menuitem', { name: action, exact: true }).click();
}

// All in two starts, which are what takes the time.
test('projects, their cuts and versions, unsent words and columns are at the next start as they were left', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  const first = await start();
  const { window } = first;
  await twoVersions(window, place);
  const before = await saidIn(window);

  await test.step('projects are renamed, pinned, deleted and brought back', async () => {
    for (const message of ['tell me of the sea', 'tell me of the city']) {
      await window.getByRole('button', { name: 'New project' }).click();
      await expect(partsOf(window).conversation.getByRole('article')).toHaveCount(0);
      control.script({ kind: 'text', text: `This is what I know, ${message}.` });
      await say(window, message);
      await expect(partsOf(window).answer).toContainText(message);
    }
    await choose(window, 'tell me of the sea', 'Rename');
    await window.getByRole('textbox', { name: 'Name of the project' }).fill('海边 Holiday');
    await window.keyboard.press('Enter');
    await expect(project(window, '海边 Holiday')).toBeVisible();
    await choose(window, '海边 Holiday', 'Pin');
    await expect(listOf(window).getByRole('link').first()).toContainText('海边 Holiday');
    await choose(window, 'tell me of the city', 'Delete');
    await expect(project(window, 'tell me of the city')).toHaveCount(0);
    await window.getByRole('button', { name: 'Undo' }).click();
    await expect(project(window, 'tell me of the city')).toBeVisible();
  });

  await test.step('a file waits on its card for a decision', async () => {
    await project(window, 'tell me of the city').click();
    await expect(partsOf(window).answer).toContainText('tell me of the city');
    const path = join(place.folder, 'truncated.mp4');
    await writeFile(path, (await readFile(sample)).subarray(0, 30_000));
    await dropFiles(window, [path]);
    await expect(cards(window)).toContainText('truncated.mp4');
  });

  await test.step('words are typed and not sent', async () => {
    await project(window, 'Show me the sea').click();
    await expect(partsOf(window).timeline).toContainText('Version 2');
    await partsOf(window).message.fill('not finished yet, 还没写完');
    await partsOf(window).message.blur();
  });

  const ordinary = await widthOf(window);
  const height = edge(window, 'Height of the timeline');
  await test.step('columns get other sizes', async () => {
    const box = await edge(window, 'Width of the conversation').boundingBox();
    const at = { x: (box?.x ?? 0) + 3, y: (box?.y ?? 0) + 40 };
    await window.mouse.move(at.x, at.y);
    await window.mouse.down();
    await window.mouse.move(at.x + 64, at.y, { steps: 4 });
    await window.mouse.up();
    expect(await widthOf(window)).toBe(ordinary + 64);
    await height.press('ArrowUp');
    await height.press('ArrowUp');
    await window.getByRole('button', { name: 'Collapse the projects' }).click();
  });
  const tall = await height.getAttribute('aria-valuenow');
  await expect
    .poll(async () => (await request(window, 'app.subscribe', {})).preferences.layout)
    .toMatchObject({ chat: ordinary + 64, folded: { projects: true }, timeline: Number(tall) });
  await first.close();

  const second = (await start()).window;
  const { conversation, timeline, message } = partsOf(second);
  await test.step('columns keep them from the first frame on, before main has told its settings', async () => {
    await expect(conversation).toBeVisible();
    expect(await widthOf(second)).toBe(ordinary + 64);
    await expect(second.getByRole('button', { name: 'Expand the projects' })).toBeVisible();
    await expect(edge(second, 'Height of the timeline')).toHaveAttribute('aria-valuenow', String(tall));
    await edge(second, 'Width of the conversation').dblclick();
    await expect.poll(() => widthOf(second)).toBe(ordinary);
  });

  await test.step('the open project has its conversation, its cut and its words', async () => {
    await expect.poll(() => saidIn(second)).toEqual(before);
    await expect(message).toHaveValue('not finished yet, 还没写完');
    expect(control.calls('run-sse')).toHaveLength(4);
  });

  await test.step('projects are as they were named and pinned', async () => {
    await second.getByRole('button', { name: 'Expand the projects' }).click();
    await expect(listOf(second).getByRole('link').first()).toContainText('海边 Holiday');
    await expect(project(second, 'tell me of the city')).toBeVisible();
    await expect(listOf(second).getByRole('link')).toHaveCount(3);
  });

  await test.step('the card still waits in its project', async () => {
    await expect(cards(second)).toHaveCount(0);
    await project(second, 'tell me of the city').click();
    await expect(cards(second)).toContainText('truncated.mp4');
    await cards(second).getByRole('button', { name: 'Attach anyway' }).click();
    await control.waitFor('upload', 1, 'ended');
    await expect(cards(second)).toHaveCount(0);
    await project(second, 'Show me the sea').click();
    await expect(timeline).toContainText('Version 2');
  });

  await test.step('the past is there, and only in its own project', async () => {
    await timeline.getByRole('button', { name: 'Version 2' }).click();
    await second.getByRole('menuitemradio', { name: /Version 1/ }).click();
    await expect(timeline.getByRole('status')).toContainText('Version 1 of 2');
    await second.getByRole('button', { name: 'New project' }).click();
    await expect(timeline).toContainText('Clips, music and titles line up here.');
    await expect(timeline.getByRole('status')).toHaveCount(0);
  });
});
