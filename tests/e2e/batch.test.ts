import { copyFile, link, mkdir, readdir, readFile, truncate } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { itemsOf, openSheet, sent } from '../support/batch-window.ts';
import {
  answerOpenDialog,
  dropFiles,
  notesOf,
  openSettings,
  partsOf,
  type Place,
  recordNotes,
  test,
} from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const names = ['海 one', 'two', 'three'] as const;

async function clips(place: Place): Promise<readonly string[]> {
  const folder = join(place.folder, 'clips');
  await mkdir(folder, { recursive: true });
  const paths = names.map((name) => join(folder, `${name}.mp4`));
  for (const path of paths) await copyFile(sample, path);
  return paths;
}

sharedTest('a project for each file, each with an export of its own', async ({ place, control, app, window }) => {
  await recordNotes(app);
  const files = await clips(place);
  const folder = join(place.folder, 'exports 导出');
  await mkdir(folder);
  await copyFile(sample, join(folder, 'two cut.mp4'));
  const sheet = await openSheet(app, window, files.slice(0, 2));
  await dropFiles(window, files.slice(1));
  await expect(sheet.getByRole('list', { name: 'Files' }).getByRole('listitem')).toHaveCount(3);

  await expect(sheet.getByRole('button', { name: 'Start with 3 files' })).toBeDisabled();
  const instruction = sheet.getByRole('textbox', { name: 'Instruction for each file' });
  await instruction.fill('Make a video of {name}, number {n} {foo}');
  await expect(sheet.getByRole('list', { name: 'What will be sent' }).getByRole('listitem')).toHaveText([
    'Make a video of 海 one, number 1 {foo}',
    'Make a video of two, number 2 {foo}',
    'Make a video of three, number 3 {foo}',
  ]);
  await expect(sheet.getByText('Unknown placeholder {foo}; it will be sent as text.')).toBeVisible();
  await instruction.fill('Make a video of {name}, number {n}');
  // What a clip cost before, in another test with this app, is what it likely costs.
  await expect(sheet.getByText(/likely cost about \d+ credits; you have 100/)).toBeVisible();
  control.setCredits({ available: 900, frozen: 0, total: 900 });

  await sheet.getByRole('checkbox', { name: 'Export each video at the end' }).check();
  await answerOpenDialog(app, [folder]);
  await sheet.getByRole('button', { name: 'Choose…' }).click();
  await expect(sheet.getByText('exports 导出')).toBeVisible();
  await sheet.getByRole('textbox', { name: 'File names' }).fill('{name} cut');
  await sheet.getByRole('button', { name: 'Start with 3 files' }).click();

  await expect(sheet).toBeHidden();
  const items = itemsOf(window);
  await expect(items.getByText('Saved')).toHaveCount(3);
  await expect(window.getByRole('progressbar', { name: 'Progress of the batch' })).toHaveAttribute(
    'aria-valuenow',
    '3',
  );
  expect([...sent(control)].sort()).toEqual(
    names.map((name, index) => `Make a video of ${name}, number ${index + 1}`).sort(),
  );
  expect(new Set(control.calls('run-sse').map(({ body }) => (body as { session_id: string }).session_id)).size).toBe(3);
  expect(control.calls('upload')).toHaveLength(3);

  const saved = [...(await readdir(folder))].sort();
  expect(saved).toEqual(['three cut.mp4', 'two cut (2).mp4', 'two cut.mp4', '海 one cut.mp4']);
  expect(await readFile(join(folder, 'two cut.mp4'))).toEqual(await readFile(sample));
  const rendered = await Promise.all(control.renders().map(({ id }) => readFile(control.renderFile(id), 'base64')));
  for (const name of saved.filter((one) => one !== 'two cut.mp4'))
    expect(rendered).toContain(await readFile(join(folder, name), 'base64'));

  // One notification for all of it.
  await expect.poll(() => notesOf(app)).toEqual([{ title: 'The batch is done', body: '3 done' }]);
  await items.filter({ hasText: '海 one' }).getByRole('button', { name: 'Open project' }).click();
  await expect(partsOf(window).conversation).toContainText('Make a video of 海 one, number 1');
  await window.getByRole('button', { name: /^Batch of 3 files/ }).click();
  await window.getByRole('button', { name: 'Remove from the list' }).click();
  await expect(items).toHaveCount(0);
  await expect(partsOf(window).conversation).toBeVisible();
});

sharedTest(
  'one project: paused and continued, one message after the other',
  async ({ place, control, app, window }) => {
    control.setCredits({ available: 900, frozen: 0, total: 900 });
    const sheet = await openSheet(app, window, await clips(place));
    await sheet.getByText('One new project').click();
    await sheet.getByRole('textbox', { name: 'Instruction for each file' }).fill('Make a video of {name}');
    const answering = control.hold('run-sse');
    await sheet.getByRole('button', { name: 'Start with 3 files' }).click();
    await answering.reached;
    await window.getByRole('button', { name: 'Pause' }).click();
    answering.release();
    const items = itemsOf(window);
    await expect(items.nth(0)).toContainText('Done');
    await expect(items.nth(1)).toContainText('Waiting');
    expect(sent(control)).toEqual(['Make a video of 海 one']);
    await window.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(items.getByText('Done', { exact: true })).toHaveCount(3);
    expect(sent(control)).toEqual(names.map((name) => `Make a video of ${name}`));
    expect(control.sessions()).toHaveLength(1);
  },
);

sharedTest(
  'one that fails is tried again by hand; one goes with its own instruction; all are exported afterwards',
  async ({ place, control, app, window }) => {
    control.setCredits({ available: 900, frozen: 0, total: 900 });
    const sheet = await openSheet(app, window, await clips(place));
    await sheet.getByRole('textbox', { name: 'Instruction for each file' }).fill('Make a video of {name}');
    await sheet.getByRole('button', { name: 'Instruction for two.mp4' }).click();
    await sheet.getByRole('textbox', { name: 'Instruction for two.mp4' }).fill('Make {name} slow');
    await expect(sheet.getByRole('list', { name: 'What will be sent' }).getByRole('listitem').nth(1)).toHaveText(
      'Make two slow',
    );
    control.fault({ on: 'upload', kind: 'envelope', code: 4001 });
    await sheet.getByRole('button', { name: 'Start with 3 files' }).click();
    const items = itemsOf(window);
    await expect(items.getByText('Done', { exact: true })).toHaveCount(2);
    await expect(items.getByText(/This format isn't supported/)).toHaveCount(1);
    expect(sent(control)).toHaveLength(2);
    await items.getByRole('button', { name: 'Retry' }).click();
    await expect(items.getByText('Done', { exact: true })).toHaveCount(3);
    expect([...sent(control)].sort()).toEqual(['Make a video of three', 'Make a video of 海 one', 'Make two slow']);

    const folder = join(place.folder, 'later');
    await mkdir(folder);
    await answerOpenDialog(app, [folder]);
    await window.getByRole('button', { name: 'Export all' }).click();
    await expect(items.getByText('Saved', { exact: true })).toHaveCount(3);
    expect([...(await readdir(folder))].sort()).toEqual(['three.mp4', 'two.mp4', '海 one.mp4']);
    await expect(window.getByRole('button', { name: 'Export all' })).toHaveAccessibleDescription(
      'Every finished video has been exported or is on its way.',
    );
    expect(sent(control)).toHaveLength(3);
  },
);

sharedTest(
  'without credits the batch pauses with the reason, instead of failing file after file',
  async ({ place, control, app, window }) => {
    control.setCredits({ available: 0, frozen: 0, total: 0 });
    const sheet = await openSheet(app, window, await clips(place));
    await sheet.getByText('One new project').click();
    await sheet.getByRole('textbox', { name: 'Instruction for each file' }).fill('Make a video of {name}');
    await sheet.getByRole('button', { name: 'Start with 3 files' }).click();
    await expect(
      window.getByText('Paused: Not enough credits for this. Everything made so far is kept.'),
    ).toBeVisible();
    const items = itemsOf(window);
    await expect(items.nth(1)).toContainText('Waiting');
    expect(sent(control)).toHaveLength(1);
    control.setCredits({ available: 900, frozen: 0, total: 900 });
    await window.getByRole('button', { name: 'Continue', exact: true }).click();
    await expect(items.getByText('Done', { exact: true })).toHaveCount(3);
  },
);

test('five hundred files: at the daily limit it asks once, and its rows can be walked', async ({ place, start }) => {
  const { control } = place.demoCloud;
  control.setCredits({ available: 90_000, frozen: 0, total: 90_000 });
  const { app, window } = await start();
  await openSettings(window, 'Spending');
  await window.getByLabel('Daily limit').fill('40');
  await window.keyboard.press('Tab');
  await window.keyboard.press('Escape');
  const first = join(place.folder, 'clip 1.mp4');
  await copyFile(sample, first);
  const files = Array.from({ length: 500 }, (_, index) => join(place.folder, `clip ${index + 1}.mp4`));
  for (const path of files.slice(1)) await link(first, path);
  const large = join(place.folder, 'large.mp4');
  await copyFile(sample, large);
  await truncate(large, 600 * 1024 * 1024);
  const sheet = await openSheet(app, window, [...files, large]);
  await expect(sheet).toContainText('large.mp4 is larger than 500 MB (600 MB).');
  await sheet.getByText('One new project').click();
  await sheet.getByRole('textbox', { name: 'Instruction for each file' }).fill('Make a video of {name}');
  await sheet.getByRole('button', { name: 'Start with 500 files' }).click();

  await expect(window.getByRole('status').filter({ hasText: 'Paused: ' })).toContainText('daily limit');
  expect(sent(control)).toEqual([]);
  const second = control.hold('run-sse', { frames: 1 });
  await window.getByRole('button', { name: 'Continue anyway' }).click();
  await second.reached;
  second.release();
  const items = itemsOf(window);
  await expect(items.nth(1)).toContainText('Done');
  await window.getByRole('button', { name: 'Pause' }).click();

  // What is on screen is the batch, and not the project behind it.
  await expect(window.getByRole('heading', { level: 1 })).toContainText('Batch of 500 files');
  await expect(window.getByRole('navigation').locator('[aria-current="page"]')).toHaveCount(0);
  expect(await items.count()).toBeLessThan(40);
  const row = (n: number) => window.getByRole('listitem', { name: new RegExp(`^clip ${n}\\.mp4, `) });
  await row(1).focus();
  for (const [key, n] of [
    ['ArrowDown', 2],
    ['End', 500],
    ['ArrowUp', 499],
    ['Home', 1],
  ] as const) {
    await window.keyboard.press(key);
    await expect(row(n)).toBeFocused();
    await expect(row(n)).toBeInViewport({ ratio: 1 });
  }
  await window.keyboard.press('Tab');
  await expect(row(1).getByRole('button', { name: 'Open project' })).toBeFocused();
  await window.keyboard.press('ArrowDown');
  await expect(row(2)).toBeFocused();
});

sharedTest(
  'an export that is tried again where exports are listed is its file’s, too',
  async ({ place, control, app, window }) => {
    control.setCredits({ available: 900, frozen: 0, total: 900 });
    const [file = ''] = await clips(place);
    const folder = join(place.folder, 'exports');
    await mkdir(folder);
    const sheet = await openSheet(app, window, [file]);
    await sheet.getByRole('textbox', { name: 'Instruction for each file' }).fill('Make a video of {name}');
    await sheet.getByRole('checkbox', { name: 'Export each video at the end' }).check();
    await answerOpenDialog(app, [folder]);
    await sheet.getByRole('button', { name: 'Choose…' }).click();
    control.fault({ on: 'render-submit', kind: 'render-fails', times: 2 });
    await sheet.getByRole('button', { name: 'Start with 1 file' }).click();
    await expect(itemsOf(window)).toContainText('Rendering failed twice');
    await partsOf(window).exports.getByRole('button', { name: 'Retry' }).click();
    await expect(itemsOf(window)).toContainText('Saved');
    expect(sent(control)).toHaveLength(1);
  },
);
