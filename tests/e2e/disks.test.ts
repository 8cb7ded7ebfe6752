import { readdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { makeCut, pressExport } from '../support/cuts.ts';
import { answerOpenDialog, answerSaveDialog, dropFiles, partsOf, say } from '../support/desktop.ts';
import { type Disk, test } from '../support/disks.ts';
import { digestOf, makeClip } from '../support/long-clips.ts';

const megabyte = 1024 * 1024;

const parts = async (folder: string) => (await readdir(folder)).filter((file) => file.endsWith('.part'));

/** Takes the last byte. */
async function fill({ path }: Disk): Promise<string> {
  const filler = join(path, 'filler');
  const file = await writeFile(filler, Buffer.alloc(64 * megabyte)).catch(({ code }: NodeJS.ErrnoException) => code);
  expect(file).toBe('ENOSPC');
  return filler;
}

test('disks that are small, full, protected and pulled out: each is told, and the video comes', async ({
  place,
  start,
  disks,
}) => {
  const { control } = place.demoCloud;
  const running = await start();
  const { app, window } = running;
  const { exports } = partsOf(window);
  const wanted = (): string => control.renders().at(-1)?.sha256 ?? '';
  await makeCut(window);
  const disk = await disks.inMemory('stick', 20);

  await test.step('another disk than that of the profile', async () => {
    const path = join(disk.path, 'plain.mp4');
    await answerSaveDialog(app, path);
    await pressExport(window);
    await expect(exports.filter({ hasText: 'plain.mp4' })).toContainText('Saved');
    expect(await digestOf(path)).toBe(wanted());
    expect(await parts(disk.path)).toEqual([]);
  });

  await test.step('too little room from the start', async () => {
    const small = await disks.inMemory('small stick', 2);
    await answerSaveDialog(app, join(small.path, 'small.mp4'));
    const row = exports.filter({ hasText: 'small.mp4' });
    await pressExport(window);
    await expect(row).toContainText(/Not enough space on that disk: this needs 1\d\sMB, and 2(?:\.0)?\sMB are free\./);
    expect(await readdir(small.path)).toEqual([]);
    await answerSaveDialog(app, join(disk.path, 'small.mp4'));
    await row.getByRole('button', { name: 'Choose another folder' }).click();
    await expect(row).toContainText('Saved');
    expect(await digestOf(join(disk.path, 'small.mp4'))).toBe(wanted());
  });

  await test.step('full in the middle', async () => {
    const row = exports.filter({ hasText: 'full.mp4' });
    await answerSaveDialog(app, join(disk.path, 'full.mp4'));
    control.fault({ on: 'render-file', kind: 'slow', bytesPerSecond: 20_000 });
    await pressExport(window);
    await expect(row).toContainText(/Downloading \d/);
    const filler = await fill(disk);
    await expect(row).toContainText('The disk is full. Free some space, then try again: what has arrived is kept.');
    expect(await parts(disk.path)).toHaveLength(1);
    await rm(filler);
    await row.getByRole('button', { name: 'Retry' }).click();
    await expect(row).toContainText('Saved');
    expect(await digestOf(join(disk.path, 'full.mp4'))).toBe(wanted());
    expect(control.calls('render-file').at(-1)).toMatchObject({ status: 206 });
    expect(await parts(disk.path)).toEqual([]);
  });

  await test.step('full in the middle, and what has arrived moves to another disk', async () => {
    const row = exports.filter({ hasText: 'moved.mp4' });
    await answerSaveDialog(app, join(disk.path, 'moved.mp4'));
    control.fault({ on: 'render-file', kind: 'slow', bytesPerSecond: 20_000 });
    await pressExport(window);
    await expect(row).toContainText(/Downloading \d/);
    const filler = await fill(disk);
    await expect(row).toContainText('The disk is full.');
    await answerSaveDialog(app, join(place.folder, 'moved.mp4'));
    await row.getByRole('button', { name: 'Choose another folder' }).click();
    await expect(row).toContainText('Saved');
    expect(await digestOf(join(place.folder, 'moved.mp4'))).toBe(wanted());
    expect(control.calls('render-file').at(-1)).toMatchObject({ status: 206 });
    expect(await parts(disk.path)).toEqual([]);
    await rm(filler);
  });

  await test.step('protected', async () => {
    const row = exports.filter({ hasText: 'protected.mp4' });
    await answerSaveDialog(app, join(disk.path, 'protected.mp4'));
    await disk.protect(true);
    await pressExport(window);
    await expect(row).toContainText("Rushes can't write to that folder. Choose another one.");
    await disk.protect(false);
    await row.getByRole('button', { name: 'Retry' }).click();
    await expect(row).toContainText('Saved');
    expect(await digestOf(join(disk.path, 'protected.mp4'))).toBe(wanted());
  });

  await test.step('pulled out in the middle', async () => {
    const row = exports.filter({ hasText: 'pulled.mp4' });
    await answerSaveDialog(app, join(disk.path, 'pulled.mp4'));
    const rendering = control.hold('render');
    await pressExport(window);
    await rendering.reached;
    await disk.pull();
    await rm(disk.path, { recursive: true });
    rendering.release();
    await expect(row).toContainText('The folder for this video is gone.');
  });
});

test('files on a disk that is pulled out, one of them half sent, one still waiting, can go once it is back', async ({
  place,
  start,
  disks,
}) => {
  const { control } = place.demoCloud;
  const { window } = await start();
  const { attachments, message } = partsOf(window);
  // More than connections hold back, so that a part of each is still unread; two go at a time.
  const names = ['one.mp4', 'two.mp4', 'three.mp4'];
  const plugIn = () =>
    disks.onDevice('camera', 96, async (path) => {
      for (const [index, name] of names.entries()) await makeClip(path, name, 24 + index);
    });
  const disk = await plugIn();
  await message.fill('Half a sentence');
  const sending = control.hold('upload');
  await dropFiles(
    window,
    names.map((name) => join(disk.path, name)),
  );
  await sending.reached;
  await disk.pull();
  sending.release();
  await expect(attachments.filter({ hasText: "Rushes can't read this file." })).toHaveCount(3);
  expect(control.sessions()[0]?.uploads).toEqual([]);
  await expect(message).toHaveValue('Half a sentence');

  const again = await plugIn();
  await window.getByRole('button', { name: 'Try one.mp4 again' }).click();
  await control.until(() => control.sessions()[0]?.uploads.length === 1);
  expect(control.sessions()[0]?.uploads[0]?.sha256).toBe(await digestOf(join(again.path, 'one.mp4')));
});

test('the disk of the profile is full: each action says so, an answer ends all the same, and is there after a restart', async ({
  place,
  start,
  disks,
}) => {
  const { control } = place.demoCloud;
  const profile = await disks.inMemory('profile', 48);
  const first = await start();
  const { conversation, answer, stop } = partsOf(first.window);
  const alerts = first.window.getByRole('alert').filter({ hasText: 'The disk is full.' });
  const ending = control.hold('run-sse', { frames: 3 });
  const long = 'A boat leaves the harbour at dawn, and the gulls follow it for a while. '.repeat(400);
  control.script({ kind: 'text', text: `${long}The end of the story.` });
  await say(first.window, 'Tell me a story');
  await ending.reached;
  const filler = await fill(profile);

  ending.release();
  await expect(stop).toBeHidden();
  await expect(answer).toContainText('The end of the story.');
  await expect(alerts).toHaveCount(1);

  await answerOpenDialog(first.app, [await makeClip(place.folder, 'picked.mp4', 4)]);
  await first.window.getByRole('button', { name: 'Attach files' }).click();
  await expect(alerts.getByText('picked.mp4: The disk is full.')).toBeVisible();
  await say(first.window, 'Another story');
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveCount(1);
  await expect(alerts).toHaveCount(3);
  await expect(partsOf(first.window).message).toHaveText('Another story');

  await rm(filler);
  // What was refused stands above the composer; what waited is told no more, and on the disk.
  await expect(alerts).toHaveCount(2);
  await expect(alerts.first()).toContainText('picked.mp4');
  await first.kill();
  const second = await start();
  await expect(partsOf(second.window).answer).toContainText('The end of the story.');
  expect(control.calls('run-sse')).toHaveLength(1);
});
