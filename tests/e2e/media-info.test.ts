import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ffmpeg } from '../support/clips.ts';
import { dropFiles, partsOf } from '../support/desktop.ts';
import { infoWhen, noteMediaJobs } from '../support/media-jobs.ts';
import { sharedTest as test } from '../support/shared-app.ts';

/** The mean brightness of a data URL's picture, 0..255. */
function brightnessOf(window: Page, url: string): Promise<number> {
  return window.evaluate(async (source) => {
    const image = new Image();
    image.src = source;
    await image.decode();
    const canvas = new OffscreenCanvas(image.width, image.height);
    const context = canvas.getContext('2d');
    context?.drawImage(image, 0, 0);
    const pixels = context?.getImageData(0, 0, image.width, image.height).data ?? [];
    let sum = 0;
    for (let at = 0; at < pixels.length; at += 4) sum += pixels[at] ?? 0;
    return sum / (pixels.length / 4);
  }, url);
}

test('a clip that begins black is known by its first good frame', async ({ place, window }) => {
  const path = await ffmpeg(
    join(place.folder, 'fades in 淡入.mp4'),
    `-f lavfi -i testsrc2=size=640x360:rate=25:duration=4 -f lavfi -i sine=frequency=440:duration=4
     -vf fade=in:st=1:d=1 -pix_fmt yuv420p -c:v libx264 -g 25 -c:a aac`,
  );
  await expect(partsOf(window).status).toHaveText('Ready!');
  await noteMediaJobs(window);
  await dropFiles(window, [path]);
  const info = await infoWhen(window, ({ thumbnail }) => thumbnail !== null);
  expect(info).toMatchObject({
    kind: 'video',
    width: 640,
    height: 360,
    rotation: 0,
    videoCodec: 'avc',
    audioCodec: 'aac',
    hasVideo: true,
    hasAudio: true,
    canDecodeVideo: true,
    canDecodeAudio: true,
    peaks: null,
  });
  expect(Math.round((info.durationMs ?? 0) / 100)).toBe(40);
  expect(Math.round(info.fps ?? 0)).toBe(25);
  expect(info.thumbnail?.length).toBeLessThanOrEqual(48 * 1024);
  expect(await brightnessOf(window, info.thumbnail ?? '')).toBeGreaterThan(40);
});

test('sound is known by its waveform', async ({ place, window }) => {
  const path = await ffmpeg(
    join(place.folder, 'quiet then loud.m4a'),
    `-f lavfi -i sine=frequency=440:duration=4 -af volume='if(lt(t,2),0.1,4)':eval=frame -c:a aac`,
  );
  await expect(partsOf(window).status).toHaveText('Ready!');
  await noteMediaJobs(window);
  await dropFiles(window, [path]);
  const { kind, peaks, width } = await infoWhen(window, (info) => info.peaks !== null);
  expect({ kind, width, count: peaks?.length }).toEqual({ kind: 'audio', width: 0, count: 200 });
  const [quiet, loud] = [Math.max(...(peaks ?? []).slice(10, 90)), Math.min(...(peaks ?? []).slice(110, 190))];
  expect(quiet).toBeLessThan(0.1);
  expect(loud).toBeGreaterThan(0.3);
});
