import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { createHash } from 'node:crypto';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerSaveDialog, partsOf, type Place, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const gone = 'The folder for this video is gone. Choose another one: what has arrived is kept.';

type Obstacle = {
  readonly name: string;
  readonly target: (place: Place) => string;
  readonly build: (place: Place) => Promise<unknown>;
  readonly clear: (place: Place) => Promise<unknown>;
};

const at = (place: Place, ...names: readonly string[]): string => join(place.folder, ...names);

const obstacles: readonly Obstacle[] = [
  {
    name: 'a file stands where the folder should be',
    target: (place) => at(place, '我的 videos', 'the sea.mp4'),
    build: (place) => writeFile(at(place, '我的 videos'), ''),
    clear: async (place) => {
      await rm(at(place, '我的 videos'));
      await mkdir(at(place, '我的 videos'));
    },
  },
  {
    name: 'the folder is gone',
    target: (place) => at(place, 'gone', 'the sea.mp4'),
    build: () => Promise.resolve(),
    clear: (place) => mkdir(at(place, 'gone')),
  },
];

for (const { name, target, build, clear } of obstacles) {
  sharedTest(`an export is not lost when ${name}`, async ({ place, app, window }) => {
    const { control } = place.demoCloud;
    const { timeline, exports, stop } = partsOf(window);
    const path = target(place);
    await build(place);
    await answerSaveDialog(app, path);
    await say(window, 'Make a video of the sea');
    await expect(timeline).toContainText(/Version \d/);
    await expect(stop).toBeHidden();
    await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
    await expect(exports).toContainText(gone);
    // A clip may still be on its way to the preview.
    const parts = async () =>
      (await readdir(place.folder, { recursive: true })).filter((file) => file.endsWith('.part'));
    await expect.poll(parts).toEqual([]);

    await clear(place);
    await exports.getByRole('button', { name: 'Retry' }).click();
    await expect(exports).toContainText('Saved');
    const saved = createHash('sha256').update(await readFile(path));
    expect(saved.digest('hex')).toBe(control.renders()[0]?.sha256);
    // The video was rendered already: it is only fetched again.
    expect(control.calls('render-submit')).toHaveLength(1);
  });
}

sharedTest('another place can be chosen after one that cannot be written', async ({ place, app, window }) => {
  const { timeline, exports, stop } = partsOf(window);
  await answerSaveDialog(app, at(place, 'nowhere', 'the sea.mp4'));
  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText(gone);
  await answerSaveDialog(app, at(place, 'somewhere.mp4'));
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports.first()).toContainText('Saved');
  await expect(exports).toHaveCount(2);
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
    await expect(exports).toContainText('The service is having problems. Try again in a moment.', {
      timeout: 20_000,
    });
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
