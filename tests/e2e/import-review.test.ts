import { copyFile, mkdir, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerOpenDialog, dropFiles, partsOf, uploadsAtRest } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

function listOf(window: Page) {
  const dialog = window.getByRole('dialog', { name: 'Choose what to attach' });
  return {
    dialog,
    list: dialog.getByRole('listbox', { name: 'Files found' }),
    rows: dialog.getByRole('option'),
    attach: dialog.getByRole('button', { name: /^Attach/ }),
    status: dialog.getByRole('status'),
  };
}

/** A folder with what folders of footage hold. Gives its path. */
async function makeFolder(at: string): Promise<string> {
  const folder = join(at, 'Lake trip 湖');
  await mkdir(join(folder, 'day 2'), { recursive: true });
  await copyFile(sample, join(folder, 'clip 10.mp4'));
  await copyFile(sample, join(folder, 'clip 9.mp4'));
  await writeFile(join(folder, 'notes.txt'), 'shot list');
  await writeFile(join(folder, '.DS_Store'), 'hidden');
  await writeFile(join(folder, 'day 2', '船🚤.png'), png);
  await symlink(folder, join(folder, 'day 2', 'up again'));
  return folder;
}

sharedTest('a dropped folder becomes a list; what is ticked is attached', async ({ window, control, shared }) => {
  const { attachments } = partsOf(window);
  const { dialog, list, rows, attach, status } = listOf(window);
  await dropFiles(window, [await makeFolder(shared.place.folder)]);
  await expect(rows).toHaveText([
    /clip 9\.mp4.*Lake trip 湖/,
    /clip 10\.mp4.*Lake trip 湖/,
    /notes\.txt.*not supported/,
    /船🚤\.png.*Lake trip 湖\/day 2/,
  ]);
  await expect(status).toContainText('3 of 4 files');
  await expect(dialog).toContainText('Skipped: 1 hidden file');
  expect(control.calls('upload')).toEqual([]);

  // What is wrong with a row is told in full, to those who point at it and to those who walk there.
  const formats =
    "This format isn't supported. You can use mp4, mov, avi, webm, mkv, jpg, png, gif, webp, mp3, wav, m4a, aac.";
  await expect(rows.nth(2)).toHaveAccessibleDescription(new RegExp(`^${formats}`));
  await expect(dialog).not.toContainText(formats);
  await list.press('ArrowDown');
  await list.press('ArrowDown');
  await expect(dialog).toContainText(formats);
  await list.press('Home');

  // By keyboard: the second row is unticked.
  await list.focus();
  await list.press('ArrowDown');
  await list.press(' ');
  await expect(rows.nth(1)).toHaveAttribute('aria-selected', 'false');
  await expect(attach).toHaveText('Attach 2 files');
  await list.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(attachments).toHaveCount(2);
  await control.waitFor('upload', 2, 'ended');
  expect(
    control
      .sessions()[0]
      ?.uploads.map(({ name }) => name)
      .sort(),
  ).toEqual(['clip 9.mp4', '船🚤.png'].sort());
  await uploadsAtRest(window);
});

sharedTest(
  'a chosen folder, filtered, and left without attaching anything',
  async ({ place, control, app, window }) => {
    const { dialog, rows, attach, status } = listOf(window);
    await answerOpenDialog(app, [await makeFolder(place.folder)]);
    await window.getByRole('button', { name: 'More ways to attach' }).click();
    await window.getByRole('menuitem', { name: 'Folder…' }).click();
    await expect(status).toContainText('3 of 4 files');
    await dialog.getByRole('button', { name: 'Select none' }).click();
    await expect(attach).toBeDisabled();
    await dialog.getByRole('textbox').fill('DAY 2 png');
    await expect(rows).toHaveCount(1);
    await dialog.getByRole('button', { name: 'Select all' }).click();
    await dialog.getByRole('textbox').fill('');
    await expect(status).toContainText('1 of 4 files');
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    expect(control.calls('upload')).toEqual([]);
  },
);

sharedTest('many files are listed first, and the list outlives a reload', async ({ window, shared }) => {
  const { dialog, rows, status } = listOf(window);
  const paths = Array.from({ length: 12 }, (_, index) => join(shared.place.folder, `take ${index + 1}.png`));
  for (const path of paths) await writeFile(path, png);
  await dropFiles(window, paths);
  await expect(status).toContainText('12 of 12 files');
  await window.reload();
  await expect(status).toContainText('12 of 12 files');
  await expect(rows.first()).toContainText('take 1.png');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
});

sharedTest('a folder without media says so', async ({ window, shared }) => {
  const { dialog } = listOf(window);
  await mkdir(join(shared.place.folder, 'nothing here'));
  await dropFiles(window, [join(shared.place.folder, 'nothing here')]);
  await expect(window.getByRole('alert')).toHaveText(
    'nothing here: There is no video, picture or sound in this folder.',
  );
  await expect(dialog).toBeHidden();
});
