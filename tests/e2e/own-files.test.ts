import { createHash } from 'node:crypto';
import { copyFile, mkdir, rename, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { dropFiles, partsOf, type Place, say, test, uploadsAtRest } from '../support/desktop.ts';
import { ffmpeg } from '../support/clips.ts';
import { difference, frameOf, savedFrame } from '../support/film.ts';
import { sharedTest } from '../support/shared-app.ts';

const canvas = { width: 1280, height: 720 };
const sample = join('resources', 'samples', 'city.mp4');

const draftOf = (url: string) => ({
  m: canvas,
  t: [{ tt: 0, sg: [{ d: 2000, m: { name: 'city', url, in: 1000, out: 3000 } }] }],
});

async function makeDraft({ demoCloud: { control } }: Place, window: Page, url: string): Promise<void> {
  control.fault({ on: 'state', kind: 'draft', value: draftOf(url), times: Infinity });
  control.script({ kind: 'spoken' });
  await say(window, 'Use my film');
  await expect(partsOf(window).stop).toBeHidden();
}

/** Plays from the start to the end. */
async function playThrough(window: Page): Promise<void> {
  const preview = window.getByRole('region', { name: 'Preview' });
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await expect(seek).toHaveAttribute('max', '2');
  await seek.fill('0');
  await preview.getByRole('button', { name: 'Play' }).click();
  await expect(seek).toHaveAttribute('aria-valuenow', '2');
}

test('own footage plays from the file on this computer, and from the service once that is gone', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  const own = join(place.folder, 'My night.mp4');
  await copyFile(sample, own);
  const { app, window } = await start();
  await dropFiles(window, [own]);
  await control.waitFor('upload');
  await uploadsAtRest(window);
  const url = control.sessions()[0]?.uploads[0]?.url ?? '';
  await makeDraft(place, window, url);

  await playThrough(window);
  const seek = window.getByRole('region', { name: 'Preview' }).getByRole('slider', { name: 'Seek' });
  await seek.fill('0.5');
  const shown = await savedFrame(app, window, join(place.folder, 'shown.png'), canvas);
  expect(difference(shown, await frameOf(own, 1.5, canvas))).toBeLessThan(4);
  expect(control.calls('media')).toEqual([]);

  await rename(own, join(place.folder, 'Elsewhere.mp4'));
  await window.reload();
  await expect(seek).toHaveAttribute('max', '2');
  await seek.fill('0.5');
  const fetched = await savedFrame(app, window, join(place.folder, 'fetched.png'), canvas);
  expect(difference(fetched, shown)).toBeLessThan(1);
  expect(control.calls('media').map(({ path }) => path)).toEqual([new URL(url).pathname]);
});

sharedTest('pictures that cannot be decoded here are heard', async ({ place, app, window }) => {
  const { control } = place.demoCloud;
  const own = join(place.folder, 'old.mp4');
  await ffmpeg(
    own,
    '-f lavfi -i testsrc=size=320x240:rate=25:duration=3 -f lavfi -i sine=frequency=440:duration=3 -c:v mpeg4 -c:a aac',
  );
  await dropFiles(window, [own]);
  await control.waitFor('upload');
  await uploadsAtRest(window);
  // How loud the worker's sound is.
  await window.evaluate(() => {
    type Sound = { readonly kind: string; readonly block?: { readonly left: Float32Array } };
    const heard = { loudest: 0 };
    const Healthy = globalThis.Worker;
    globalThis.Worker = class extends Healthy {
      constructor(...args: ConstructorParameters<typeof Worker>) {
        super(...args);
        this.addEventListener('message', ({ data: { block } }: MessageEvent<Sound>) => {
          for (const value of block?.left ?? []) heard.loudest = Math.max(heard.loudest, Math.abs(value));
        });
      }
    };
    Object.assign(globalThis, { heard });
  });
  await makeDraft(place, window, control.sessions()[0]?.uploads[0]?.url ?? '');

  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('1 clip cannot be shown here. The export has it.')).toBeVisible();
  const card = await savedFrame(app, window, join(place.folder, 'card.png'), canvas);
  // The card, under what little is known of its picture: the window has seen it black.
  const corner = [...card.subarray(0, 3)];
  for (const [at, most] of [0x1b, 0x1d, 0x22].entries()) {
    expect(corner[at]).toBeGreaterThanOrEqual(Math.floor(most * 0.5));
    expect(corner[at]).toBeLessThanOrEqual(most);
  }
  await playThrough(window);
  const loudest = await window.evaluate(
    () => (globalThis as unknown as { readonly heard: { readonly loudest: number } }).heard.loudest,
  );
  expect(loudest).toBeGreaterThan(0.05);
});

test('what was fetched before plays without a network', async ({ place, start }) => {
  const url = 'https://clips.example/city.mp4';
  await keepFetched(place, url);
  const first = await start();
  await makeDraft(place, first.window, `${url}?Expires=1&Signature=one`);
  await first.close();
  await place.demoCloud.control.offline();

  const { app, window } = await start();
  await expect(partsOf(window).status).toHaveText('Offline');
  await playThrough(window);
  await window.getByRole('region', { name: 'Preview' }).getByRole('slider', { name: 'Seek' }).fill('0.5');
  const shown = await savedFrame(app, window, join(place.folder, 'shown.png'), canvas);
  const film = join(place.folder, 'film.mp4');
  await copyFile(sample, film);
  expect(difference(shown, await frameOf(film, 1.5, canvas))).toBeLessThan(4);
});

/** As if the film had been fetched from this address in an earlier run. */
async function keepFetched({ userData }: Place, url: string): Promise<void> {
  const folder = join(userData, 'media');
  const file = `${'0'.repeat(64)}.mp4`;
  await mkdir(folder, { recursive: true });
  await copyFile(sample, join(folder, file));
  const key = createHash('sha256').update(url).digest('hex');
  const entry = { file, bytes: (await stat(sample)).size, usedAt: Date.now() };
  await writeFile(join(folder, 'index.json'), JSON.stringify({ version: 1, entries: { [key]: entry } }));
}
