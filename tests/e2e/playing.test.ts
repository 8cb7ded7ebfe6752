import { readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { showDraft } from '../support/cut-window.ts';
import { say } from '../support/desktop.ts';
import { request } from '../support/media-jobs.ts';
import { numberedClip, picture, served, type ServedFile } from '../support/numbered-clips.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const clipOf = ({ url }: ServedFile, name: string, length: number) => ({ d: length, m: { name, url } });
const draftOf = (...sg: readonly object[]) => ({ m: picture, fps: 30, t: [{ tt: 0, sg }] });

/** The mean red and blue of the film on the stage, 0..255, in its flat patch. */
async function patchColor(window: Page): Promise<{ readonly red: number; readonly blue: number }> {
  const png = await window.getByRole('img', { name: 'Video', exact: true }).screenshot();
  return window.evaluate(
    async ([base64, { width, height }]) => {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
      const context = new OffscreenCanvas(1, 1).getContext('2d');
      const [x, y] = [(520 / width) * image.width, (264 / height) * image.height];
      context?.drawImage(image, x - 8, y - 8, 16, 16, 0, 0, 1, 1);
      const [red = 0, , blue = 0] = context?.getImageData(0, 0, 1, 1).data ?? [];
      return { red, blue };
    },
    [png.toString('base64'), picture] as const,
  );
}

const isRed = (window: Page) => async () => patchColor(window).then(({ red, blue }) => red > blue + 60);
const isBlue = (window: Page) => async () => patchColor(window).then(({ red, blue }) => blue > red + 60);

test('while it plays the second clip is shown after its cut, and a change behind the playhead does not stop it', async ({
  place,
  window,
}) => {
  const red = await served(place, 'red.mp4', numberedClip());
  const blue = await served(place, 'blue.mp4', numberedClip({ color: '0x2060C0', hue: 120 }));
  await showDraft(
    window,
    place,
    draftOf(clipOf(red, 'red', 1000), clipOf(blue, 'blue', 3000), clipOf(red, 'end', 2000)),
  );
  const preview = window.getByRole('region', { name: 'Preview' });
  const seek = preview.getByRole('slider', { name: 'Seek' });
  const at = async (): Promise<number> => Number(await seek.getAttribute('aria-valuenow'));
  await expect.poll(isRed(window)).toBe(true);
  await preview.getByRole('button', { name: 'Play' }).click();
  await expect.poll(at).toBeGreaterThan(1);
  await expect.poll(isBlue(window), { intervals: [50] }).toBe(true);
  // Blue was there before the end, which is red again, began.
  expect(await at()).toBeLessThan(4.3);

  // The agent takes the end away: what plays goes on.
  const { control } = place.demoCloud;
  control.clear();
  const shorter = draftOf(clipOf(red, 'red', 1000), clipOf(blue, 'blue', 3000), clipOf(red, 'end', 1000));
  control.fault({ on: 'state', kind: 'draft', value: shorter, times: Infinity });
  control.script({ kind: 'spoken' });
  await say(window, 'Make it shorter');
  await expect(seek).toHaveAttribute('max', '5');
  const changedAt = await at();
  await expect.poll(at).toBe(5);
  expect(changedAt).toBeGreaterThan(1);
  await expect(preview.getByRole('button', { name: 'Play' })).toBeVisible();
  expect(await isRed(window)()).toBe(true);
});

test('a clip that is gone is named on the stage, and the others play', async ({ place, window }) => {
  const red = await served(place, 'red.mp4', numberedClip());
  const lost = await served(place, 'lost.mp4', numberedClip());
  await rm(lost.path);
  await showDraft(window, place, draftOf(clipOf(lost, 'lost clip', 1000), clipOf(red, 'red', 2000)));
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview.getByRole('status')).toContainText(/missing|gone|cannot|could not/i);
  await preview.getByRole('button', { name: 'Play' }).click();
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBe(3);
  expect(await isRed(window)()).toBe(true);
});

test('a clip that has to be fetched anew shows on its card what was seen of it', async ({ place, control, window }) => {
  const known = await served(place, 'known.mp4', numberedClip());
  const projectId = await showDraft(window, place, draftOf(clipOf(known, 'known', 2000)));
  const pictureOf = async () =>
    (await request(window, 'app.subscribe', {})).projects.find(({ id }) => id === projectId)?.thumbnail ?? null;
  await expect.poll(pictureOf).not.toBeNull();
  const cache = join(place.folder, '..', 'profile', 'media');
  for (const name of await readdir(cache)) if (name.endsWith('.mp4')) await rm(join(cache, name));
  const fetching = control.hold('media');
  await window.reload();
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview.getByText('Fetching 0 of 1 clip')).toBeVisible();
  const red = async () => patchColor(window).then((color) => (color.red > color.blue + 30 ? color.red : 0));
  // A dim one, under the words.
  await expect.poll(red).toBeGreaterThan(60);
  expect(await red()).toBeLessThan(140);
  fetching.release();
  await expect.poll(red).toBeGreaterThan(150);
});
