import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialog, partsOf, type Place, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const gone = 'The folder for this video is gone. Choose another one: what has arrived is kept.';

const at = (place: Place, ...names: readonly string[]): string => join(place.folder, ...names);

sharedTest('an export is not lost when a file stands where the folder should be', async ({ place, app, window }) => {
  const { control } = place.demoCloud;
  const { timeline, exports, stop } = partsOf(window);
  const path = at(place, '我的 videos', 'the sea.mp4');
  await writeFile(at(place, '我的 videos'), '');
  await answerSaveDialog(app, path);
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText(gone);
  // A clip may still be on its way to the preview.
  const parts = async () => (await readdir(place.folder, { recursive: true })).filter((file) => file.endsWith('.part'));
  await expect.poll(parts).toEqual([]);

  await rm(at(place, '我的 videos'));
  await mkdir(at(place, '我的 videos'));
  await exports.getByRole('button', { name: 'Retry' }).click();
  await expect(exports).toContainText('Saved');
  const saved = createHash('sha256').update(await readFile(path));
  expect(saved.digest('hex')).toBe(control.renders()[0]?.sha256);
  // The video was rendered already: it is only fetched again.
  expect(control.calls('render-submit')).toHaveLength(1);
});

test.describe('with little patience', () => {
  test.use({ timings: { answerMs: 2500 } });

  test('a file that is there is only replaced by a whole one', async ({ place, start }) => {
    const { app, window } = await start();
    const { control } = place.demoCloud;
    const { timeline, exports, stop } = partsOf(window);
    const path = at(place, 'the sea.mp4');
    await writeFile(path, 'the old one');
    await answerSaveDialog(app, path);
    await say(window, 'Make a video of the sea');
    await expect(timeline).toContainText(/Version \d/);
    await expect(stop).toBeHidden();
    // Silence until we give up: so what was sent has surely arrived.
    control.fault({ on: 'render-file', kind: 'stall', afterBytes: 60_000 });
    for (const call of ['render-file', 'render-download'] as const)
      control.fault({ on: call, kind: 'http', status: 503, times: Infinity });
    await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(exports).toContainText('The service is having problems. Try again in a moment.');
    expect(await readFile(path, 'utf8')).toBe('the old one');
    expect((await readdir(place.folder)).filter((file) => /^\.the sea\.mp4\.\w+\.part$/.test(file))).toHaveLength(1);

    control.clear();
    await exports.getByRole('button', { name: 'Retry' }).click();
    await expect(exports).toContainText('Saved');
    expect((await readFile(path)).length).toBe(control.renders()[0]?.size);
    // What had arrived was not fetched again, and nothing is left beside the film.
    expect(control.calls('render-file').at(-1)).toMatchObject({
      status: 206,
      headers: { range: expect.stringMatching(/^bytes=\d+-$/) },
    });
    expect((await readdir(place.folder)).filter((file) => file.endsWith('.part'))).toEqual([]);
  });
});
