import { expect } from '@playwright/test';
import { partsOf, say, test } from '../support/desktop.ts';
import { request } from '../support/media-jobs.ts';

test('columns and timeline keep the sizes that the user gave them, also after a restart', async ({ start }) => {
  const first = await start();
  const edge = (page: typeof first.window, name: string) => page.getByRole('separator', { name });
  const chat = edge(first.window, 'Width of the conversation');
  // With the line at its edge.
  const widthOf = async (page: typeof first.window) =>
    Math.round((await page.locator('#chat-column').boundingBox())?.width ?? 0);
  await say(first.window, 'Make a video of the sea');
  await expect(partsOf(first.window).timeline).toContainText(/Version \d/);

  const [before, box] = [await widthOf(first.window), await chat.boundingBox()];
  const at = { x: (box?.x ?? 0) + 3, y: (box?.y ?? 0) + 40 };
  await first.window.mouse.move(at.x, at.y);
  await first.window.mouse.down();
  await first.window.mouse.move(at.x + 64, at.y, { steps: 4 });
  await first.window.mouse.up();
  expect(await widthOf(first.window)).toBe(before + 64);

  const height = edge(first.window, 'Height of the timeline');
  await height.press('ArrowUp');
  await height.press('ArrowUp');
  const tall = await height.getAttribute('aria-valuenow');
  await first.window.getByRole('button', { name: 'Collapse the projects' }).click();
  const kept = { chat: before + 64, folded: { projects: true } };
  await expect
    .poll(async () => (await request(first.window, 'app.subscribe', {})).preferences.layout)
    .toMatchObject({ ...kept, timeline: Number(tall) });
  await first.close();

  const { window } = await start();
  // From the first frame on, before main has told its settings.
  await expect(window.getByRole('log', { name: 'Conversation' })).toBeVisible();
  expect(await widthOf(window)).toBe(before + 64);
  await expect(window.getByRole('button', { name: 'Expand the projects' })).toBeVisible();
  await expect(edge(window, 'Height of the timeline')).toHaveAttribute('aria-valuenow', String(tall));
  await edge(window, 'Width of the conversation').dblclick();
  await expect.poll(() => widthOf(window)).toBe(before);
});
