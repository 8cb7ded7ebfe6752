import { copyFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { partsOf, say } from '../support/desktop.ts';
import { difference, frameOf, savedFrame } from '../support/film.ts';
import { sharedTest } from '../support/shared-app.ts';

const [width, height] = [1280, 720];

/** Share of pixels that are white in the lower half, where titles stand. */
function whiteness(rgb: Buffer): number {
  let white = 0;
  const from = (width * height * 3) / 2;
  for (let at = from; at < rgb.length; at += 3) {
    if ((rgb[at] ?? 0) > 245 && (rgb[at + 1] ?? 0) > 245 && (rgb[at + 2] ?? 0) > 245) white += 1;
  }
  return white / ((rgb.length - from) / 3);
}

const draftOf = (url: string) => ({
  m: { width, height },
  t: [
    {
      tt: 0,
      sg: [
        { d: 2000, m: { name: 'city', url: `${url}/files/samples/city.mp4`, in: 3000, out: 5000 } },
        { d: 2000, m: { name: 'ocean', url: `${url}/files/samples/ocean.mp4`, in: 1000, out: 3000 } },
      ],
    },
    { tt: 1, sg: [{ d: 4000, m: { name: 'Lo-fi', url: `${url}/files/samples/music.m4a`, volume: 35 } }] },
    { tt: 7, sg: [{ d: 1000, m: { text: '城市之夜 Night' } }] },
  ],
});

async function goTo(window: Page, seek: Locator, seconds: number): Promise<void> {
  await seek.fill(String(seconds));
  await expect(seek).toHaveAttribute('aria-valuenow', String(seconds));
  await expect(window.getByRole('region', { name: 'Preview' }).getByRole('button', { name: 'Play' })).toBeVisible();
}

sharedTest(
  'the whole cut plays before any render: its clips, its title, frame by frame',
  async ({ place, app, window }) => {
    const { control, url } = place.demoCloud;
    const { stop } = partsOf(window);
    control.fault({ on: 'state', kind: 'draft', value: draftOf(url), times: Infinity });
    control.script({ kind: 'spoken' });
    await say(window, 'A night in the city, then the sea');
    await expect(stop).toBeHidden();

    const preview = window.getByRole('region', { name: 'Preview' });
    const seek = preview.getByRole('slider', { name: 'Seek' });
    const saved = (name: string): Promise<Buffer> =>
      savedFrame(app, window, join(place.folder, `${name}.png`), { width, height });
    await expect(preview.getByRole('button', { name: 'Play' })).toBeEnabled();
    await expect(seek).toHaveAttribute('max', '4');

    await goTo(window, seek, 0.5);
    const titled = await saved('titled');
    await goTo(window, seek, 1.5);
    const bare = await saved('bare');
    expect(whiteness(titled)).toBeGreaterThan(0.005);
    expect(whiteness(bare)).toBeLessThan(0.001);

    // The first frame of the second clip is the one of its in point; the one before is of the first clip.
    const ocean = join(place.folder, 'ocean.mp4');
    await copyFile(join('resources', 'samples', 'ocean.mp4'), ocean);
    await goTo(window, seek, 2);
    const first = await saved('second-clip');
    expect(difference(first, await frameOf(ocean, 1, { width, height }))).toBeLessThan(4);
    await window.keyboard.press('Escape');
    await seek.focus();
    await window.keyboard.press('ArrowLeft');
    await expect(seek).toHaveAttribute('aria-valuenow', '1.9');
    const last = await saved('first-clip');
    expect(difference(last, first)).toBeGreaterThan(8);
    expect(control.calls('render-submit')).toEqual([]);
  },
);

sharedTest('the player’s keys work wherever no text is typed, and volume stays', async ({ place, window }) => {
  const { control, url } = place.demoCloud;
  const { message, stop } = partsOf(window);
  control.fault({ on: 'state', kind: 'draft', value: draftOf(url), times: Infinity });
  control.script({ kind: 'spoken' });
  await say(window, 'A night in the city, then the sea');
  await expect(stop).toBeHidden();
  const preview = window.getByRole('region', { name: 'Preview' });
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await expect(preview.getByRole('button', { name: 'Play' })).toBeEnabled();

  await message.click();
  await window.keyboard.type('k l ');
  await expect(message).toHaveValue('k l ');
  await message.fill('');
  await seek.focus();
  await window.keyboard.press('Shift+ArrowRight');
  await window.keyboard.press('Shift+ArrowRight');
  await expect(seek).toHaveAttribute('aria-valuenow', '2');
  await window.keyboard.press('i');
  await window.keyboard.press('End');
  await expect(seek).toHaveAttribute('aria-valuenow', '4');
  await window.keyboard.press('o');
  await expect(preview.getByText('Loop 0:02.0–0:04.0')).toBeAttached();
  await window.keyboard.press('Home');
  await window.keyboard.press(' ');
  // Playing outside of the loop goes into it.
  await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBeGreaterThan(2.1);
  await window.keyboard.press('k');
  await expect(preview.getByRole('button', { name: 'Play' })).toBeVisible();
  await window.keyboard.press('x');
  await expect(preview.getByText('Loop')).toHaveCount(0);

  await preview.getByRole('button', { name: 'Speed: 1×' }).click();
  await window.getByRole('menuitem', { name: '2×' }).click();
  await expect(preview.getByRole('button', { name: 'Speed: 2×' })).toBeVisible();
  await preview.getByRole('button', { name: 'Mute' }).click();
  await window.reload();
  await expect(preview.getByRole('button', { name: 'Sound on' })).toBeVisible();
});
