import { appendFile, copyFile, mkdir, rename, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { answerOpenDialog, dropFiles, partsOf, say } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';
import { makeClip } from '../support/long-clips.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const megabyte = 1024 * 1024;

sharedTest('files that cannot be used are named, each with its reason', async ({ app, window, control, shared }) => {
  const { attachments, message } = partsOf(window);
  const at = (name: string): string => join(shared.place.folder, name);
  await writeFile(at('empty.mp4'), '');
  await writeFile(at('words.mp4'), 'These are words, and no video at all.\n'.repeat(100));
  await mkdir(at('a folder.mp4'));
  await symlink(at('nowhere.mp4'), at('astray.mp4'));
  await message.fill('Half a sentence');
  const refusals = window.getByRole('alert').getByRole('listitem');

  await dropFiles(window, [at('empty.mp4')]);
  await expect(window.getByRole('alert')).toHaveText('empty.mp4: This file is empty.');
  await dropFiles(window, [at('words.mp4')]);
  await expect(window.getByRole('alert')).toContainText("words.mp4: This format isn't supported. You can use mp4, ");
  await dropFiles(window, [at('a folder.mp4')]);
  // More than two are one line, which names the formats once.
  await expect(window.getByRole('alert')).toHaveText(/^3 files can't be usedYou can use mp4, [^.]*\.$/);
  await window.getByRole('button', { name: "3 files can't be used" }).click();
  await expect(refusals).toHaveText([
    'empty.mp4: This file is empty.',
    "words.mp4: This format isn't supported.",
    'a folder.mp4: There is no video, picture or sound in this folder.',
  ]);
  await answerOpenDialog(app, [at('gone.mp4'), at('astray.mp4'), at('empty.mp4/below.mp4')]);
  await window.getByRole('button', { name: 'Attach files' }).click();
  await expect(refusals).toHaveCount(6);
  await expect(refusals.nth(3)).toHaveText("gone.mp4: Rushes can't read this file. It may have been moved or deleted.");
  await expect(refusals.nth(4)).toContainText("astray.mp4: Rushes can't read this file.");
  await expect(refusals.nth(5)).toContainText("below.mp4: Rushes can't read this file.");
  await expect(attachments).toHaveCount(0);
  await expect(message).toHaveValue('Half a sentence');
  expect(control.calls('upload')).toEqual([]);
});

sharedTest('each of many files is a row that can be read', async ({ window, control, shared }) => {
  const { attachments } = partsOf(window);
  const paths = Array.from({ length: 20 }, (_, index) => join(shared.place.folder, `clip ${index}.mp4`));
  for (const [index, path] of paths.entries()) {
    await copyFile(sample, path);
    // An empty box at the end: whole still, and no two alike.
    await appendFile(path, `\0\0\0\x0cfree${String(index).padStart(4)}`);
  }
  await dropFiles(window, paths);
  await window.getByRole('button', { name: 'Attach 20 files' }).click();
  await control.waitFor('upload', paths.length, 'ended');
  await expect(attachments).toHaveCount(paths.length);
  const heights = await attachments.evaluateAll((rows) => rows.map(({ clientHeight }) => clientHeight));
  expect(Math.min(...heights)).toBeGreaterThanOrEqual(20);
});

sharedTest('every file name arrives as it is', async ({ window, control, shared }) => {
  const { attachments, answer, stop } = partsOf(window);
  const names = [
    'with two  spaces.mp4',
    '视频 片段🎬.mp4',
    `it's "quoted" & 100 %.mp4`.replaceAll('"', '“'),
    `${'长'.repeat(83)}ab.mp4`,
    'SHOUTING.MP4',
  ];
  expect(Buffer.byteLength(names[3] ?? '')).toBe(255);
  for (const name of names) await copyFile(sample, join(shared.place.folder, name));
  await dropFiles(
    window,
    names.map((name) => join(shared.place.folder, name)),
  );
  await control.waitFor('upload', names.length, 'ended');
  await expect(attachments).toHaveCount(names.length);
  const arrived = (): readonly string[] => control.sessions()[0]?.uploads.map(({ name }) => name) ?? [];
  expect([...arrived()].sort()).toEqual([...names].sort());
  await expect(window.getByRole('alert')).toHaveCount(0);

  // They go along with the message.
  await say(window, 'Make one video of these');
  await expect(attachments).toHaveCount(0);
  await expect(answer).toContainText(/\w/);
  await expect(stop).toBeHidden();
  expect(control.calls('create-session')).toHaveLength(1);
});

sharedTest(
  'a file that grows while it is being sent is not sent whole, and can go once more',
  async ({ place, control, window }) => {
    const { attachments, message } = partsOf(window);
    const path = join(place.folder, 'long clip.mp4');
    // Larger than what connections hold back, so that a part of it is still unread.
    const make = async (): Promise<void> => {
      await copyFile(sample, path);
      await truncate(path, 64 * megabyte);
    };
    await make();
    await message.fill('Half a sentence');
    const sending = control.hold('upload');
    await dropFiles(window, [path]);
    await sending.reached;
    await appendFile(path, 'more');
    sending.release();
    await expect(attachments).toContainText('This file changed during the upload. Try again once');
    await expect(message).toHaveValue('Half a sentence');
    expect(control.sessions()[0]?.uploads).toEqual([]);

    await make();
    await window.getByRole('button', { name: 'Try long clip.mp4 again' }).click();
    await control.until(() => control.sessions()[0]?.uploads.length === 1);
    await expect(attachments).not.toContainText('Try again');
    expect(control.calls('upload')).toHaveLength(2);
  },
);

sharedTest(
  'a file that vanishes while it waits is not sent, and the message is not lost',
  async ({ window, control, shared }) => {
    const { attachments, answer, conversation, timeline } = partsOf(window);
    const paths = ['one.mp4', 'two.mp4', 'three.mp4'].map((name) => join(shared.place.folder, name));
    for (const path of paths) await copyFile(sample, path);
    const sending = control.hold('upload');
    await dropFiles(window, paths);
    await expect(attachments).toHaveCount(3);
    await say(window, 'Make one video of these');
    await expect(conversation.getByText('Queued')).toBeVisible();
    await control.waitFor('upload', 2, 'arrived');
    await rm(paths[2] ?? '');
    sending.release();
    await expect(answer).toContainText("The upload didn't finish.");
    await expect(conversation.getByRole('article', { name: 'You' })).toContainText('Make one video of these');
    expect(control.calls('upload')).toHaveLength(2);
    expect(control.calls('run-sse')).toEqual([]);

    // All are in the composer again. Nothing goes from there, and nothing is sent again, before the user has seen to the one that failed.
    await expect(attachments).toHaveCount(3);
    const missing = window.getByRole('alert').filter({ hasText: "1 file wasn't uploaded" });
    await window.getByRole('textbox', { name: 'Message' }).fill('Make a fast cut of these clips');
    await expect(window.getByRole('button', { name: 'Send', exact: true })).toBeDisabled();
    await window.getByRole('textbox', { name: 'Message' }).press('Enter');
    await expect(missing).toHaveCount(1);
    await answer.getByRole('button', { name: 'Send again' }).click();
    await expect(missing).toHaveCount(2);
    expect(control.calls('run-sse')).toEqual([]);
    await answer.getByRole('button', { name: 'Send without it' }).click();
    await expect(timeline).toContainText(/Version \d/);
    await expect(conversation.getByRole('article', { name: 'You' }).last()).toContainText('two.mp4');
    await expect(attachments).toHaveCount(0);
    await expect(missing).toHaveCount(0);
    expect(control.calls('run-sse')).toHaveLength(1);
  },
);

sharedTest(
  'files of a lost session are sent again by themselves before their message, into one new session',
  async ({ window, control, shared }) => {
    const { attachments, answer, conversation } = partsOf(window);
    const paths: string[] = [];
    for (const [index, name] of ['one.mp4', 'two.mp4', 'three.mp4'].entries())
      paths.push(await makeClip(shared.place.folder, name, index + 1));
    await dropFiles(window, paths.slice(0, 1));
    await control.until(() => control.sessions()[0]?.uploads.length === 1);
    control.forgetSession(control.sessions()[0]?.id ?? '');

    // Two more, side by side, learn that the session is gone; the first one was in it.
    await dropFiles(window, paths.slice(1));
    await expect(attachments.getByText('needs to be sent again')).toHaveCount(3);
    await expect(window.getByRole('alert')).toContainText('Your next message starts a fresh timeline.');
    await say(window, 'Make one video of these');
    await control.waitFor('run-sse');
    await expect(attachments).toHaveCount(0);
    const [session] = control.sessions();
    expect(control.sessions()).toHaveLength(1);
    expect(session?.uploads.map(({ name }) => name).sort()).toEqual(['one.mp4', 'three.mp4', 'two.mp4']);
    await expect(answer.last()).toContainText(/\d credits?/);

    // "status" finds the next one lost: then the next message really starts afresh.
    control.forgetSession(session?.id ?? '');
    await say(window, 'status');
    await expect(answer.last()).toContainText('Your next message starts a fresh timeline.');
    await say(window, 'Add a title that says Paradise');
    await expect(answer.last()).toContainText('The Rushes service started a fresh timeline for this project.');
    expect(control.sessions()).toHaveLength(1);
    await expect(conversation.getByText("no longer has this project's session")).toHaveCount(1);
  },
);

sharedTest('an upload that breaks can be tried again', async ({ window, control }) => {
  const { attachments } = partsOf(window);
  control.fault({ on: 'upload', kind: 'upload-reset', at: 0.5 });
  await dropFiles(window, [sample]);
  await expect(attachments).toContainText('The connection broke before the answer was complete.');
  expect(control.calls('upload')).toHaveLength(1);
  await window.getByRole('button', { name: 'Try ocean.mp4 again' }).click();
  await control.until(() => control.sessions()[0]?.uploads.length === 1);
  await expect(attachments).not.toContainText('Try again');
});

sharedTest('"upload" opens the picker', async ({ place, control, app, window }) => {
  const { attachments, answer } = partsOf(window);
  const moved = join(place.folder, '我的 clip.mp4');
  await copyFile(sample, `${moved}.copy`);
  await rename(`${moved}.copy`, moved);
  await answerOpenDialog(app, [moved]);
  await say(window, 'upload');
  await expect(answer).toContainText('Choose the files to upload, or drop them onto this window.');
  await expect(attachments).toContainText('我的 clip.mp4');
  await control.until(() => control.sessions()[0]?.uploads.length === 1);
  expect(control.calls('run-sse')).toEqual([]);
});
