import { execFile } from 'node:child_process';
import { copyFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, type Page } from '@playwright/test';
import { dropFiles, partsOf, say, test, uploadsAtRest } from '../support/desktop.ts';
import { ffmpeg, ffprobe } from '../support/clips.ts';
import { difference, frameOf, pixels, savedFrame } from '../support/film.ts';

const run = promisify(execFile);
const canvas = { width: 1280, height: 720 };

/** Share of the stage that is red. */
async function redness(window: Page, path: string): Promise<number> {
  await window.getByRole('img', { name: 'Video' }).locator('canvas').screenshot({ path });
  const rgb = await pixels(path);
  let red = 0;
  for (let at = 0; at < rgb.length; at += 3) if ((rgb[at] ?? 0) > 200 && (rgb[at + 1] ?? 0) < 60) red += 1;
  return red / (rgb.length / 3);
}

test.use({ timings: { proxyIdleMs: 200 } });

/** When each picture is shown, or each piece of sound heard, in seconds, and which ones stand alone. */
async function packets(path: string, of = 'v'): Promise<readonly (readonly [seconds: number, isKey: boolean])[]> {
  const { stdout } = await run('ffprobe', [
    ...`-v error -select_streams ${of} -show_entries packet=pts_time,flags -of csv=p=0`.split(' '),
    path,
  ]);
  const lines = stdout.trim().split('\n');
  return lines.map((line) => [Number(line.split(',')[0]), line.includes('K')] as const).sort((a, b) => a[0] - b[0]);
}

test('a clip that is slow to enter gets a proxy when nothing goes on, and plays from it', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const own = join(place.folder, 'wide.mp4');
  await ffmpeg(
    own,
    '-f lavfi -i testsrc=size=1600x1200:rate=25:duration=3 -f lavfi -i sine=duration=3 -c:a aac -c:v libx264 -preset ultrafast -bf 2 -g 250 -pix_fmt yuv420p',
  );
  const { app, window } = await start();
  await dropFiles(window, [own]);
  await control.waitFor('upload');
  await uploadsAtRest(window);
  const url = control.sessions()[0]?.uploads[0]?.url ?? '';
  const sg = [{ d: 2000, m: { name: 'wide', url, in: 1000, out: 3000 } }];
  control.fault({ on: 'state', kind: 'draft', value: { m: canvas, t: [{ tt: 0, sg }] }, times: Infinity });
  control.script({ kind: 'spoken' });
  await say(window, 'Use my film');
  await expect(partsOf(window).stop).toBeHidden();

  const folder = join(place.userData, 'media-proxies');
  const made = (): Promise<readonly string[]> => readdir(folder).catch(() => []);
  await expect.poll(made).toEqual([expect.stringMatching(/\.mp4$/)]);
  const [name = ''] = await made();
  const proxy = join(place.folder, 'proxy.mp4');
  await copyFile(join(folder, name), proxy);
  const [original, found] = [await packets(own), await packets(proxy)];
  expect(found.map(([seconds]) => Math.round(seconds * 1000))).toEqual(
    original.map(([seconds]) => Math.round(seconds * 1000)),
  );
  const keys = found.flatMap(([, isKey], index) => (isKey ? [index] : []));
  expect(Math.max(...keys.map((key, index) => key - (keys[index - 1] ?? 0)))).toBeLessThanOrEqual(10);
  expect(await ffprobe(proxy)).toMatchObject([{ kind: 'video', width: 720, height: 540 }, { kind: 'audio' }]);
  expect(await packets(proxy, 'a')).toEqual(await packets(own, 'a'));

  // Another film in its place shows which one plays.
  await ffmpeg(
    join(folder, name),
    '-f lavfi -i color=red:size=720x540:rate=25:duration=3 -c:v libx264 -preset ultrafast -g 10 -pix_fmt yuv420p -f mp4',
  );
  const preview = window.getByRole('region', { name: 'Preview' });
  const seek = preview.getByRole('slider', { name: 'Seek' });
  // The window asks now and then whether it is there: from then on it is what plays.
  await expect(async () => {
    await seek.press('k');
    await seek.fill('0');
    await preview.getByRole('button', { name: 'Play' }).click();
    await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBeGreaterThan(0.5);
    expect(await redness(window, join(place.folder, 'playing.png'))).toBeGreaterThan(0.7);
  }).toPass();
  await expect(preview.getByRole('button', { name: 'Play' })).toBeVisible();

  // What stands still is the original.
  await seek.fill('0.5');
  const shown = await savedFrame(app, window, join(place.folder, 'shown.png'), canvas);
  const whole = await frameOf(own, 1.5, { width: 960, height: 720 });
  const middle = Buffer.concat(
    Array.from({ length: 720 }, (_, y) => shown.subarray((y * 1280 + 160) * 3, (y * 1280 + 1120) * 3)),
  );
  expect(difference(middle, whole)).toBeLessThan(12);
});
