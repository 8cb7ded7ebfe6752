import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { makeCut, pressExport } from '../support/cuts.ts';
import { answerSaveDialog, partsOf, type Running, test } from '../support/desktop.ts';
import { digestOf } from '../support/long-clips.ts';

test.use({ timings: { renderPollMs: 20, rateLimitMs: 30 } });

const day = 86_400_000;

/** Sets the computer's clock, as both processes see it. Timers do not follow it, as they would not. */
async function moveClock({ app, window }: Running, byMs: number): Promise<void> {
  await window.evaluate((ms) => {
    const before = Date.now.bind(Date);
    Date.now = () => before() + ms;
  }, byMs);
  await app.evaluate((_electron, ms) => {
    const before = Date.now.bind(Date);
    Date.now = () => before() + ms;
  }, byMs);
}

test('a render that does not end is slow, not failed: it can be given up, and comes over any change of the clock', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  const running = await start();
  const { app, window } = running;
  const { exports } = partsOf(window);
  const slowly = 'Taking longer than usual. Still rendering.';
  const exportTo = async (file: string) => {
    await answerSaveDialog(app, join(place.folder, file));
    await pressExport(window);
    return exports.filter({ hasText: file });
  };
  const morePolls = (count: number) =>
    control.waitFor('render-status', control.calls('render-status').length + count, 'answered');
  const isWhole = async (file: string): Promise<void> => {
    expect(await digestOf(join(place.folder, file))).toBe(control.renders().at(-1)?.sha256);
  };
  const countsOn = async (row: Locator): Promise<void> => {
    for (const _second of [1, 2]) {
      await expect(row).not.toHaveText((await row.textContent()) ?? '');
      await expect(row).toHaveText(new RegExp(`^late\\.mp4${slowly}0:\\d\\d`));
    }
  };
  await makeCut(window);

  await test.step('after ten polls the words change, and it goes on until it is given up', async () => {
    const rendering = control.hold('render');
    const row = await exportTo('slow.mp4');
    await expect(row).toContainText('Rendering · usually 30–90 s');
    await expect(row).toContainText(slowly);
    expect(control.calls('render-status').length).toBeGreaterThanOrEqual(10);
    await morePolls(5);
    await expect(row).toContainText(slowly);
    await row.getByRole('button', { name: 'Cancel' }).click();
    await expect(row).toContainText('Cancelled');
    // What is given up is cancelled there, too; another try renders anew.
    await control.until(() => control.renders()[0]?.status === 'failed');
    rendering.release();
    await row.getByRole('button', { name: 'Retry' }).click();
    await expect(row).toContainText('Saved');
    await isWhole('slow.mp4');
  });

  await test.step('the clock is set while it is awaited', async () => {
    const rendering = control.hold('render');
    const row = await exportTo('late.mp4');
    await expect(row).toContainText(slowly);
    await moveClock(running, 3 * day);
    await countsOn(row);
    await moveClock(running, -7 * day);
    await countsOn(row);
    await morePolls(3);
    rendering.release();
    await expect(row).toContainText('Saved');
    await isWhole('late.mp4');
  });

  await test.step('and nothing was learned from it', async () => {
    const rendering = control.hold('render');
    const row = await exportTo('next.mp4');
    await expect(row).toContainText(/Rendering · (?:usually|a moment|about \d+\ss left)/);
    rendering.release();
    await expect(row).toContainText('Saved');
    await isWhole('next.mp4');
  });
});
