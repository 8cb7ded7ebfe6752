import { appendFile, readdir, readFile, stat, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { ffmpeg, ffprobe, firstLoud } from '../support/clips.ts';
import { dropFiles, partsOf, type Place, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';
import { clickTray, closeWindow, recordDesktop, trayOf } from '../support/desktop-status.ts';
import { results } from '../support/media-job-results.ts';
import { jobWhen, noted, noteMediaJobs, request, uploadOf } from '../support/media-jobs.ts';

/** Eight seconds with a key frame every two; the sound is silent, but for a click at 5 s. */
const clip = `-f lavfi -i testsrc2=size=640x360:rate=25:duration=8
  -f lavfi -i aevalsrc=if(between(t\\,5\\,5.2)\\,sin(4000*t)\\,0):s=48000:d=8
  -pix_fmt yuv420p -c:v libx264 -b:v 3M -g 50 -sc_threshold 0 -bf 2 -c:a aac`;

/** More than three minutes: work on it does not end before a test has looked at it. */
async function longClip({ folder }: Place): Promise<string> {
  const once = await ffmpeg(join(folder, 'once.mp4'), clip);
  return ffmpeg(join(folder, 'long.mp4'), '-stream_loop 24 -i $in -c copy', once);
}

/** The newest result: others may have been used before. */
async function resultOf(place: Place): Promise<string> {
  const found = await Promise.all(
    (await results(place)).map(async (path) => ({ path, madeAt: (await stat(path)).birthtimeMs })),
  );
  return found.toSorted((a, b) => b.madeAt - a.madeAt)[0]?.path ?? 'There is no result';
}

type Added = { readonly projectId: string; readonly fileId: string; readonly bytes: number };

/** Drops a file on the window and waits for its upload. */
async function add(page: Page, path: string, name: string): Promise<Added> {
  await expect(partsOf(page).status).toHaveText('Ready!');
  await noteMediaJobs(page);
  await dropFiles(page, [path]);
  const { projectId, mediaId, bytes } = await uploadOf(page, name);
  return { projectId, fileId: mediaId, bytes };
}

const press = async (slider: Locator, key: string, times: number): Promise<void> => {
  await slider.focus();
  for (let count = 0; count < times; count += 1) await slider.press(key);
};

sharedTest(
  'a compressed file fits, plays, keeps its sound and its turning, and is sent when the user says so',
  async ({ place, control, window }) => {
    const plain = await ffmpeg(join(place.folder, 'plain.mp4'), clip);
    const name = 'turned 竖.mp4';
    const path = await ffmpeg(join(place.folder, name), '-i $in -c copy -metadata:s:v:0 rotate=90', plain);
    const { projectId, fileId, bytes } = await add(window, path, name);
    const targetBytes = Math.floor(bytes / 4);
    const plan = await request(window, 'mediaJob.estimate', { fileId, targetBytes });
    expect(plan.estimatedBytes).toBeLessThanOrEqual(targetBytes);

    const { id } = await request(window, 'mediaJob.compress', { projectId, fileId, targetBytes });
    await window.getByRole('list', { name: 'In progress' }).getByRole('button', { name: 'Review' }).click();
    const dialog = window.getByRole('dialog', { name: 'Compress' });
    await expect(dialog.getByRole('button', { name: 'Use this' })).toBeVisible({ timeout: 40_000 });
    const told = await jobWhen(window, id, ['ready']);
    expect(told.map(({ progress }) => progress)).toEqual(
      [...told].map(({ progress }) => progress).sort((a, b) => a - b),
    );
    await expect(dialog.locator('video')).toHaveJSProperty('error', null);

    const file = await resultOf(place);
    expect((await stat(file)).size).toBeLessThanOrEqual(targetBytes);
    const [video, audio] = await ffprobe(file);
    expect(video).toMatchObject({ codec: 'h264', frames: 200, seconds: 8, rotation: 90 });
    expect([video?.width, video?.height]).toEqual([plan.height, plan.width]);
    expect(audio).toMatchObject({ codec: 'aac' });
    expect(Math.abs((await firstLoud(file)) - 5)).toBeLessThan(0.01);

    await dialog.getByRole('button', { name: 'Use this' }).click();
    await control.until(() => control.sessions()[0]?.uploads.length === 2);
    await expect(dialog).toBeHidden();
    await expect(partsOf(window).attachments).toHaveCount(1);
  },
);

sharedTest(
  'a part is cut out without re-encoding, from the key frame that was shown, and takes the place of the file',
  async ({ place, window }) => {
    const path = await ffmpeg(join(place.folder, 'walk.mp4'), clip);
    await add(window, path, 'walk.mp4');
    await window.getByRole('button', { name: 'Trim walk.mp4' }).click();
    const dialog = window.getByRole('dialog', { name: 'Trim' });
    const [from, to] = [
      dialog.getByRole('slider', { name: 'In point' }),
      dialog.getByRole('slider', { name: 'Out point' }),
    ];
    const trim = dialog.getByRole('button', { name: 'Trim', exact: true });
    await expect(trim).toBeDisabled();
    await expect(trim).toHaveAccessibleDescription('The whole file is selected. Move the start or the end first.');
    await dialog.getByRole('checkbox', { name: 'Without re-encoding' }).check();
    await press(from, 'Shift+ArrowRight', 3);
    await press(to, 'Shift+ArrowLeft', 1);
    await press(to, 'ArrowLeft', 5);
    await expect(from).toHaveAttribute('aria-valuetext', /^0:03\.0 of /);
    await expect(to).toHaveAttribute('aria-valuetext', /^0:06\.5 of /);
    await expect(dialog.getByRole('status')).toContainText('Kept part 0:04.5');
    await expect(dialog.getByText('starts at 0:02.0, 1.0 s earlier')).toBeVisible();
    await trim.click();
    await expect(dialog.getByText('Begins at 0:02.0 of the original.')).toBeVisible();
    const player = dialog.locator('video');
    await expect.poll(() => player.evaluate((one: HTMLVideoElement) => one.readyState)).toBeGreaterThan(1);
    await player.evaluate((one: HTMLVideoElement) => (one.currentTime = 3));
    await expect(player).toHaveJSProperty('seeking', false);
    await expect(player).toHaveJSProperty('error', null);

    const file = await resultOf(place);
    const [video, audio] = await ffprobe(file);
    expect(video).toMatchObject({ codec: 'h264', width: 640, height: 360, start: 0 });
    expect(Math.abs((video?.seconds ?? 0) - 4.5)).toBeLessThan(0.1);
    expect(audio?.codec).toBe('aac');
    expect(Math.abs((await firstLoud(file)) - 3)).toBeLessThan(0.03);

    await dialog.getByRole('button', { name: 'Use this' }).click();
    await expect(partsOf(window).attachments).toHaveCount(1);
    await expect(partsOf(window).attachments).toContainText('walk 00.02-00.06.mp4');
  },
);

sharedTest('a part that is to begin exactly is encoded anew, its sound with it', async ({ place, window }) => {
  const path = await ffmpeg(join(place.folder, 'walk.mp4'), clip);
  const { projectId, fileId } = await add(window, path, 'walk.mp4');
  const cut = { inMs: 3_000, outMs: 6_000, exact: true };
  const { id } = await request(window, 'mediaJob.trim', { projectId, fileId, ...cut });
  expect((await jobWhen(window, id, ['ready', 'failed'])).at(-1)).toMatchObject({
    state: 'ready',
    result: { startMs: 3_000 },
  });
  const file = await resultOf(place);
  const [video] = await ffprobe(file);
  expect(video?.frames).toBe(75);
  expect(Math.abs((await firstLoud(file)) - 2)).toBeLessThan(0.01);
});

sharedTest('a silent film is made smaller too', async ({ place, window }) => {
  const path = await ffmpeg(
    join(place.folder, 'silent.mp4'),
    '-f lavfi -i testsrc2=size=640x360:rate=25:duration=2 -pix_fmt yuv420p -c:v libx264 -b:v 3M',
  );
  const { projectId, fileId, bytes } = await add(window, path, 'silent.mp4');
  const { id } = await request(window, 'mediaJob.compress', { projectId, fileId, targetBytes: Math.floor(bytes / 2) });
  expect((await jobWhen(window, id, ['ready', 'failed'])).at(-1)?.state).toBe('ready');
  expect((await ffprobe(await resultOf(place))).map(({ codec }) => codec)).toEqual(['h264']);
});

sharedTest('a file of another kind is converted', async ({ place, window }) => {
  const path = await ffmpeg(
    join(place.folder, 'screen.webm'),
    `-f lavfi -i testsrc2=size=320x180:rate=25:duration=2 -f lavfi -i sine=duration=2 -c:v libvpx -c:a libopus`,
  );
  const { projectId, fileId } = await add(window, path, 'screen.webm');
  const { id } = await request(window, 'mediaJob.convert', { projectId, fileId });
  expect((await jobWhen(window, id, ['ready', 'failed'])).at(-1)).toMatchObject({ state: 'ready', name: 'screen.mp4' });
  const [video, audio] = await ffprobe(await resultOf(place));
  expect([video?.codec, video?.frames, audio?.codec]).toEqual(['h264', 50, 'aac']);
});

sharedTest('a picture in a format that the cloud does not take becomes a JPEG', async ({ place, control, window }) => {
  const path = await ffmpeg(join(place.folder, 'beach.bmp'), '-f lavfi -i testsrc2=size=640x358 -frames:v 1');
  await expect(partsOf(window).status).toHaveText('Ready!');
  await dropFiles(window, [path]);
  await window.getByRole('button', { name: 'Convert' }).click();
  const dialog = window.getByRole('dialog', { name: 'Convert' });
  await expect(dialog.getByRole('img', { name: 'beach.jpg' })).toHaveJSProperty('naturalWidth', 640);
  expect((await ffprobe(await resultOf(place)))[0]).toMatchObject({ codec: 'mjpeg', width: 640, height: 358 });
  await dialog.getByRole('button', { name: 'Use this' }).click();
  await control.until(() => control.sessions()[0]?.uploads.length === 1);
  await expect(partsOf(window).attachments).toContainText('beach.jpg');
  await expect(window.getByRole('button', { name: 'Convert' })).toBeHidden();
});

sharedTest(
  'a file that is too large can be made smaller, with what comes of it said first',
  async ({ place, window }) => {
    const path = await ffmpeg(join(place.folder, 'large.mp4'), clip);
    // What follows the film is no part of it; nobody has to read it.
    await appendFile(path, Buffer.from([0x20, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]));
    await truncate(path, (await stat(path)).size - 8 + 0x20000000);
    await expect(partsOf(window).status).toHaveText('Ready!');
    await dropFiles(window, [path]);
    await window.getByRole('button', { name: 'Compress…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Compress' });
    await expect(dialog.getByRole('status')).toHaveText(/^About .+ · 640 × 360 · takes about \d+\ss on this computer$/);
    await dialog.getByText('Half').click();
    await dialog.getByRole('button', { name: 'Compress', exact: true }).click();
    await dialog.getByRole('button', { name: 'Use this' }).click({ timeout: 40_000 });
    await expect(partsOf(window).attachments).toContainText('large.mp4');
    await expect(window.getByRole('button', { name: 'Compress…' })).toBeHidden();
  },
);

sharedTest(
  'a file that this computer cannot decode says so, and is sent all the same',
  async ({ place, control, window }) => {
    const path = await ffmpeg(
      join(place.folder, 'old.mp4'),
      '-f lavfi -i testsrc2=size=320x180:rate=25:duration=2 -c:v mpeg4',
    );
    const { projectId, fileId } = await add(window, path, 'old.mp4');
    expect(await request(window, 'mediaJob.probe', { fileId })).toMatchObject({
      kind: 'video',
      hasVideo: true,
      canDecodeVideo: false,
      width: 320,
    });
    const before = await results(place);
    const { id } = await request(window, 'mediaJob.compress', { projectId, fileId, targetBytes: 10_000 });
    const failed = (await jobWhen(window, id, ['failed'])).at(-1);
    expect(failed?.failure?.code).toBe('cannot-decode');
    expect(await results(place)).toEqual(before);
    await control.until(() => control.sessions()[0]?.uploads.length === 1);
  },
);

test('work that is cancelled leaves nothing, and the next goes on, without a window, too', async ({ place, start }) => {
  const path = await longClip(place);
  const { app, window } = await start();
  await recordDesktop(app);
  const { projectId, fileId, bytes } = await add(window, path, 'long.mp4');
  const targetBytes = Math.floor(bytes / 2);
  const first = await request(window, 'mediaJob.compress', { projectId, fileId, targetBytes });
  await window.getByRole('list', { name: 'In progress' }).getByRole('button', { name: 'Review' }).click();
  const dialog = window.getByRole('dialog', { name: 'Compress' });
  // On a machine with two cores that both encode, the dialog may take its time.
  await expect(dialog.getByRole('progressbar')).not.toHaveAttribute('aria-valuenow', '0');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await jobWhen(window, first.id, ['discarded']);
  await expect(dialog.getByRole('button', { name: 'Compress', exact: true })).toBeVisible();
  await expect.poll(() => readdir(join(place.userData, 'workshop'))).toEqual([]);

  const second = await request(window, 'mediaJob.trim', { projectId, fileId, inMs: 0, outMs: 1000, exact: true });
  expect((await jobWhen(window, second.id, ['ready', 'failed'])).at(-1)?.state).toBe('ready');

  await request(window, 'mediaJob.compress', { projectId, fileId, targetBytes });
  await closeWindow(app);
  const lines = ['long 00.00-00.01.mp4: ready to look at', 'long.mp4: compressing', 'Open Rushes', 'Quit'];
  await expect.poll(() => trayOf(app)).toEqual(lines);
  const blockers = await app.evaluate(({ powerSaveBlocker }) =>
    Array.from({ length: 50 }, (_, id) => powerSaveBlocker.isStarted(id)),
  );
  expect(blockers).toContain(true);
  const [again] = await Promise.all([app.waitForEvent('window'), clickTray(app, 'Open Rushes')]);
  await expect(again.getByRole('list', { name: 'In progress' }).getByRole('listitem')).toHaveCount(2);
});

test('a page that crashes fails its work and no other', async ({ place, start }) => {
  const path = await longClip(place);
  const { app, window } = await start();
  const { projectId, fileId, bytes } = await add(window, path, 'long.mp4');
  const targetBytes = Math.floor(bytes / 2);
  const first = await request(window, 'mediaJob.compress', { projectId, fileId, targetBytes });
  const second = await request(window, 'mediaJob.trim', { projectId, fileId, inMs: 0, outMs: 1000, exact: true });
  // Only what says something of its work has a page for certain.
  const progress = async () => (await noted(window)).jobs[first.id]?.at(-1)?.progress;
  await expect.poll(progress).toBeGreaterThan(0);
  await app.evaluate(({ webContents }) => {
    for (const contents of webContents.getAllWebContents())
      if (contents.getURL().startsWith('rushes://media-worker/')) contents.forcefullyCrashRenderer();
  });
  const crashed = (await jobWhen(window, first.id, ['failed', 'ready'])).at(-1);
  expect(crashed?.failure?.code).toBe('media-job-failed');
  expect((await jobWhen(window, second.id, ['ready', 'failed'])).at(-1)?.state).toBe('ready');
  expect(await results(place)).toHaveLength(1);
  const log = await readFile(join(place.userData, 'logs', 'rushes.log'), 'utf8');
  expect(log).toContain("The hidden page died: the next task gets a new one { reason: 'crashed' }");
});

sharedTest('the hidden page has no bridge and reaches nothing but its own task', async ({ place, app, window }) => {
  const path = await ffmpeg(join(place.folder, 'walk.mp4'), clip);
  const { fileId } = await add(window, path, 'walk.mp4');
  await request(window, 'mediaJob.probe', { fileId });
  const seen = await app.evaluate(async ({ BrowserWindow }, mediaId) => {
    const hidden = BrowserWindow.getAllWindows().find((one) =>
      one.webContents.getURL().startsWith('rushes://media-worker/'),
    );
    if (hidden === undefined) throw new Error('There is no hidden page');
    const reached: unknown = await hidden.webContents.executeJavaScript(`(async () => {
      const reach = (url, init) => fetch(url, init).then(({ status }) => status, () => 'refused');
      return {
        globals: ['rushes', 'require', 'process'].filter((name) => name in globalThis),
        media: await reach('rushes://app/media/${mediaId}'),
        app: await reach('rushes://app/index.html'),
        web: await reach('https://example.com/'),
        strange: await reach('/7b0f4f0e-2f7e-4a55-9f0e-0a4c7b7f1a11/source/x'),
        over: await reach('/' + new URLSearchParams(location.search).get('key') + '/source/7b0f4f0e'),
        outside: await reach('/..%2f..%2fpackage.json'),
      };
    })()`);
    return { reached, visible: hidden.isVisible() };
  }, fileId);
  expect(seen).toEqual({
    reached: { globals: [], media: 'refused', app: 'refused', web: 'refused', strange: 404, over: 410, outside: 404 },
    visible: false,
  });
});
