import { copyFile, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { itemsOf, openSheet, sent } from '../support/batch-window.ts';
import { ffmpeg } from '../support/clips.ts';
import { test } from '../support/desktop.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');

test('a file that is too large is made smaller in the sheet; when the app dies in the middle the batch goes on, and no message goes twice', async ({
  place,
  start,
}) => {
  const { control } = place.demoCloud;
  control.setCredits({ available: 900, frozen: 0, total: 900 });
  const { app, window, kill } = await start();
  const film = 'testsrc2=size=640x360:rate=30:duration=2 -f lavfi -i sine=duration=2';
  const large = await ffmpeg(join(place.folder, 'large.mp4'), `-f lavfi -i ${film} -pix_fmt yuv420p -c:a aac`);
  await truncate(large, 600 * 1024 * 1024);
  const empty = join(place.folder, 'empty.mp4');
  await writeFile(empty, '');
  const second = join(place.folder, 'second.mp4');
  await copyFile(sample, second);
  const sheet = await openSheet(app, window, [sample, second, large, empty]);
  const files = sheet.getByRole('list', { name: 'Files' }).getByRole('listitem');
  await expect(sheet.getByRole('region', { name: 'Files' }).getByRole('status')).toContainText(
    'large.mp4 is larger than 500 MB (600 MB).',
  );
  await sheet.getByRole('button', { name: 'Compress…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Compress' });
  await dialog.getByText('Half').click();
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(files).toHaveText([/ocean\.mp4/, /second\.mp4/]);
  await sheet.getByRole('button', { name: 'Compress…' }).click();
  await dialog.getByRole('button', { name: 'Compress', exact: true }).click();
  await dialog.getByRole('button', { name: 'Use this' }).click({ timeout: 40_000 });
  await expect(dialog).toBeHidden();
  await expect(files).toHaveText([/ocean\.mp4/, /second\.mp4/, /large\.mp4/]);
  await expect(sheet.getByRole('button', { name: 'Compress…' })).toBeHidden();
  await expect(sheet.getByRole('region', { name: 'Files' }).getByRole('status')).toContainText('empty.mp4');

  await sheet.getByRole('textbox', { name: 'Instruction for each file' }).fill('Make a video of {name}');
  // It waits while the first two go, and the app dies in the middle of their answers.
  control.script({ kind: 'generate' });
  const answering = control.hold('run-sse', { frames: 1 });
  await sheet.getByRole('button', { name: 'Start with 3 files' }).click();
  await answering.reached;
  // Both are on their way to the cloud: one that never arrived would be uncertain, too, and never be sent again.
  await control.waitFor('run-sse', 2, 'arrived');
  await kill();
  answering.release();
  await control.until(() => control.sessions().every(({ running }) => running === 0));

  const again = (await start()).window;
  await again.getByRole('button', { name: /^Batch of 3 files/ }).click();
  await expect(again.getByRole('progressbar', { name: 'Progress of the batch' })).toHaveAttribute('aria-valuenow', '3');
  const known = "(?:Done|Needs you|We couldn't confirm)";
  const ends = [new RegExp(`ocean\\.mp4.*${known}`), new RegExp(`second\\.mp4.*${known}`), /large\.mp4.*Done/];
  await expect(itemsOf(again)).toHaveText(ends);
  expect([...sent(control)].sort()).toEqual(['large', 'ocean', 'second'].map((name) => `Make a video of ${name}`));
  expect(control.calls('upload').flatMap(({ uploads }) => uploads.map(({ name }) => name))).toContain('large.mp4');
});
