import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { isRender, makeCut, pressExport } from '../support/cuts.ts';
import { answerOpenDialog, answerSaveDialog, openSettings, partsOf, say, test } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

sharedTest(
  'an export while an answer is under way asks, waits, and renders what the answer left',
  async ({ place, app, window }) => {
    const { control } = place.demoCloud;
    const target = join(place.folder, 'the sea.mp4');
    await makeCut(window);
    await answerSaveDialog(app, target);
    control.script({ kind: 'silent', ending: 'stop', edits: [{ kind: 'set-title', text: 'Paradise Found' }] });
    const answering = control.hold('run-sse');
    await say(window, "add a title 'Paradise Found'");
    await answering.reached;

    await pressExport(window);
    const question = window.getByRole('alertdialog', { name: 'The agent is still editing' });
    await question.getByRole('button', { name: 'Cancel' }).click();
    await expect(question).toBeHidden();
    await expect(partsOf(window).exports).toHaveCount(0);
    await say(window, 'Looks good, export 1080p MP4');
    await expect(partsOf(window).answer).toContainText('Choose whether the export waits');
    await expect(partsOf(window).answer).toContainText('It will be a high-quality MP4');
    await question.getByRole('button', { name: "Export when it's finished" }).click();
    await expect(partsOf(window).exports).toContainText('Starts when the agent is done');
    expect(control.calls('render-submit')).toEqual([]);
    answering.release();
    await expect(partsOf(window).exports).toContainText('Saved');
    expect(JSON.stringify(control.calls('render-submit')[0]?.body)).toContain('Paradise Found');
    await isRender(place, target);
  },
);

sharedTest('what is there now can be exported beside an answer that goes on', async ({ place, app, window }) => {
  const { control } = place.demoCloud;
  await makeCut(window);
  await answerSaveDialog(app, join(place.folder, 'now.mp4'));
  const answering = control.hold('run-sse');
  await say(window, 'make it slower');
  await answering.reached;
  await pressExport(window);
  await window.getByRole('button', { name: 'Export the video as it is now' }).click();
  await expect(partsOf(window).exports).toContainText('Saved');
  await expect(partsOf(window).stop).toBeVisible();
  answering.release();
});

test('exports can always go into one folder, under names by a pattern, and elsewhere once', async ({
  place,
  start,
}) => {
  const running = await start();
  const { app, window } = running;
  const folder = join(place.folder, '成片 films');
  await mkdir(folder);
  await answerOpenDialog(app, [folder]);
  await makeCut(running.window);

  const settings = await openSettings(window, 'Exports');
  await settings.getByText('Choose folder…').click();
  await expect(settings.getByRole('radio', { name: 'Always into “成片 films”' })).toBeChecked();
  const pattern = settings.getByRole('textbox', { name: 'File name' });
  await pattern.fill('{project} {nonsense}');
  await expect(settings).toContainText('Only {project}, {date} and {n} can stand in braces.');
  await pattern.fill('film: {n}');
  await expect(settings).toContainText('Example: film- 3.mp4');
  await pattern.press('Enter');
  expect(await settings.textContent()).not.toContain(place.folder);
  await window.keyboard.press('Escape');

  await writeFile(join(folder, 'film- 2.mp4'), 'somebody’s');
  await pressExport(running.window);
  await expect(partsOf(window).exports).toContainText('Saved');
  await pressExport(running.window);
  await expect(partsOf(window).exports.filter({ hasText: 'Saved' })).toHaveCount(2);
  expect((await readdir(folder)).toSorted()).toEqual(['film- 1.mp4', 'film- 2 (2).mp4', 'film- 2.mp4']);
  expect(await readFile(join(folder, 'film- 2.mp4'), 'utf8')).toBe('somebody’s');
  await isRender(place, join(folder, 'film- 2 (2).mp4'));

  await answerSaveDialog(app, join(place.folder, 'elsewhere.mp4'));
  await window.keyboard.press('ControlOrMeta+K');
  const palette = window.getByRole('combobox', { name: 'Commands' });
  await palette.fill('Export as');
  await palette.press('Enter');
  await expect(partsOf(window).exports.filter({ hasText: 'Saved' })).toHaveCount(3);
  await isRender(place, join(place.folder, 'elsewhere.mp4'));

  // One that was removed keeps its number.
  await window.getByRole('button', { name: 'More for elsewhere.mp4' }).click();
  await window.getByRole('menuitem', { name: 'Remove…' }).click();
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove from the list' }).click();
  await expect(partsOf(window).exports).toHaveCount(2);
  await pressExport(running.window);
  await expect(partsOf(window).exports.filter({ hasText: 'film- 4.mp4' })).toContainText('Saved');
});

sharedTest(
  'a folder that goes away meanwhile is told, and another place takes what has arrived',
  async ({ place, app, window }) => {
    const { control } = place.demoCloud;
    const { exports } = partsOf(window);
    await makeCut(window);
    await mkdir(join(place.folder, 'stick'));
    await answerSaveDialog(app, join(place.folder, 'stick', 'sea.mp4'));
    const rendering = control.hold('render');
    await pressExport(window);
    await rendering.reached;
    await rm(join(place.folder, 'stick'), { recursive: true });
    rendering.release();
    await expect(exports).toContainText('The folder for this video is gone.');
    await answerSaveDialog(app, join(place.folder, 'other.mp4'));
    await exports.getByRole('button', { name: 'Choose another folder' }).click();
    await expect(exports).toContainText('Saved');
    await isRender(place, join(place.folder, 'other.mp4'));
    expect(control.calls('render-submit')).toHaveLength(1);
  },
);

sharedTest(
  'a render whose session the cloud has lost is made in a new one, from the frozen cut',
  async ({ place, app, window }) => {
    const { control } = place.demoCloud;
    const { exports } = partsOf(window);
    await makeCut(window);
    await answerSaveDialog(app, join(place.folder, 'sea.mp4'));
    control.fault({ on: 'render-submit', kind: 'envelope', code: 1002 });
    await pressExport(window);
    await expect(exports).toContainText("no longer has this project's session");
    control.forgetSession(control.sessions()[0]?.id ?? '');
    await exports.getByRole('button', { name: 'Retry' }).click();
    await expect(exports).toContainText('Saved');
    await isRender(place, join(place.folder, 'sea.mp4'));
  },
);
