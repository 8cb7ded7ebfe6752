import { execFile } from 'node:child_process';
import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect } from '@playwright/test';
import { answerSaveDialog, dropFiles, partsOf, runToTheEnd, say, test } from '../support/desktop.ts';
import { makeClip } from '../support/long-clips.ts';

const run = promisify(execFile);
/** Gives up root's right to pass over the modes of files; nobody else has it. */
const withoutRights = ['--bounding-set=-dac_override,-dac_read_search', '--'];

test('what the user may not read or write says so, and both go once they may', async ({ place, start }) => {
  const isRoot = process.getuid?.() === 0;
  const refused = isRoot ? await run('setpriv', [...withoutRights, 'true']).then(() => null, String) : null;
  if (refused !== null) console.log(`Skipped: root cannot give up its rights here. ${refused}`);
  test.skip(refused !== null, 'root cannot give up its rights here');
  const { control } = place.demoCloud;
  const { app, window } = await start({ through: isRoot ? ['setpriv', ...withoutRights] : [] });
  const { attachments, exports, stop, timeline } = partsOf(window);

  const clip = await makeClip(place.folder, 'private.mp4', 1);
  await chmod(clip, 0o000);
  await dropFiles(window, [clip]);
  await expect(window.getByRole('alert')).toContainText("private.mp4: You don't have permission to read this file.");
  expect(control.calls('upload')).toEqual([]);
  const folder = join(place.folder, 'private');
  await mkdir(folder, { mode: 0o000 });
  await dropFiles(window, [folder]);
  await expect(window.getByRole('alert')).toContainText("private: Rushes can't read this folder, or something in it.");
  await chmod(clip, 0o644);
  await dropFiles(window, [clip]);
  await expect(attachments).toContainText('private.mp4');
  await control.waitFor('upload', 1, 'ended');

  await say(window, 'Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  await expect(stop).toBeHidden();
  const target = join(place.folder, 'read only');
  await mkdir(target, { mode: 0o555 });
  await answerSaveDialog(app, join(target, 'sea.mp4'));
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports).toContainText("Rushes can't write to that folder. Choose another one.");
  expect(await readdir(target)).toEqual([]);
  await chmod(target, 0o755);
  await exports.getByRole('button', { name: 'Retry' }).click();
  await expect(exports).toContainText('Saved');

  // A file that may not be replaced keeps what it holds.
  const kept = join(target, 'kept.mp4');
  await writeFile(kept, 'old', { mode: 0o444 });
  await chmod(target, 0o555);
  await answerSaveDialog(app, kept);
  await window.getByRole('banner').getByRole('button', { name: 'Export' }).click();
  await expect(exports.filter({ hasText: 'kept.mp4' })).toContainText("Rushes can't write to that folder.");
  expect(await readFile(kept, 'utf8')).toBe('old');
  await chmod(target, 0o755);
});

test('a profile that cannot be written to is told, in place of an end in silence', async ({ place }) => {
  const isRoot = process.getuid?.() === 0;
  const refused = isRoot ? await run('setpriv', [...withoutRights, 'true']).then(() => null, String) : null;
  if (refused !== null) console.log(`Skipped: root cannot give up its rights here. ${refused}`);
  test.skip(refused !== null, 'root cannot give up its rights here');
  await mkdir(place.userData, { recursive: true });
  await chmod(place.userData, 0o555);
  const told = join(place.folder, 'told.txt');
  const before = `
    import { appendFileSync } from 'node:fs';
    import { dialog } from 'electron';
    dialog.showErrorBox = (title, content) => appendFileSync(${JSON.stringify(told)}, title + '\\n' + content);
  `;
  const code = await runToTheEnd(place, { before, through: isRoot ? ['setpriv', ...withoutRights] : [] });
  await chmod(place.userData, 0o755);
  expect(code).toBe(1);
  const text = await readFile(told, 'utf8');
  expect(text).toContain("Rushes can't save anything");
  expect(text).toContain(place.userData);
});
