import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { answerOpenDialog, clickNote, notesOf, type Place, partsOf, recordNotes, say } from '../support/desktop.ts';
import { lookAway } from '../support/desktop-status.ts';
import { fcpxmlRules } from '../support/fcpxml.ts';
import { sharedTest } from '../support/shared-app.ts';

const samples = join(import.meta.dirname, '../../resources/samples');

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

/** Two clips of the cloud, music, and perhaps a title. */
async function aCut(
  window: Page,
  { demoCloud: { control, url } }: Place,
  title: string | null = 'Sea --> Sky\n天空 🌊',
  music = 'music',
  address = (sample: string) => `${url}/files/samples/${sample}`,
): Promise<void> {
  const clip = (name: string) => ({ name, url: address(`${name}.mp4`), durationMs: 10_000 });
  control.script({
    kind: 'text',
    text: 'Here it is.',
    edits: [
      { kind: 'place-clips', clips: [clip('ocean'), clip('sunset')] },
      { kind: 'set-music', name: 'Lo-fi', url: address(`${music}.m4a`) },
      ...(title === null ? [] : [{ kind: 'set-title', text: title } as const]),
    ],
  });
  await say(window, 'Show me the sea and the sky');
  await expect(partsOf(window).timeline).toContainText('Version 1');
  await expect(partsOf(window).stop).toBeHidden();
}

/** By the palette, as anything else. */
async function command(window: Page, words: string): Promise<void> {
  await window.keyboard.press('ControlOrMeta+k');
  const palette = window.getByRole('combobox', { name: 'Commands' });
  await palette.fill(words);
  await palette.press('Enter');
}

/** Names the project, and with it its folder. */
async function rename(window: Page, name: string): Promise<void> {
  await command(window, 'Rename');
  await window.getByRole('textbox', { name: 'Name of the project' }).fill(name);
  await window.keyboard.press('Enter');
}

async function pressStart(window: Page): Promise<void> {
  await window.getByRole('button', { name: 'More ways to save' }).click();
  await window.getByRole('menuitem', { name: 'For another editor…' }).click();
}
/** What was made for another editor from a project of this name, the newest first. */
const rows = (window: Page, name: string) =>
  window
    .getByRole('group', { name: 'Other exports' })
    .getByRole('group', { name: new RegExp(`^${name}(?: \\(2\\))?$`) });

sharedTest('a cut goes along with its clips, its titles and a note', async ({ place, app, window }) => {
  await answerOpenDialog(app, [place.folder]);
  await aCut(window, place);
  await rename(window, '海与天: cut');
  await pressStart(window);
  await expect(rows(window, '海与天- cut')).toContainText('Saved');
  await expect(partsOf(window).exports).toHaveCount(0);
  await expect(rows(window, '海与天- cut').getByRole('button', { name: 'Show in folder' })).toBeVisible();

  const files = join(place.folder, '海与天- cut');
  expect((await readdir(files)).toSorted()).toEqual([
    'assets',
    'notes.txt',
    '海与天- cut.fcpxml',
    '海与天- cut.otio',
    '海与天- cut.srt',
    '海与天- cut.vtt',
  ]);
  expect((await readdir(join(files, 'assets'))).toSorted()).toEqual(['Lo-fi.m4a', 'ocean.mp4', 'sunset.mp4']);
  for (const [file, sample] of [
    ['ocean.mp4', 'ocean.mp4'],
    ['sunset.mp4', 'sunset.mp4'],
    ['Lo-fi.m4a', 'music.m4a'],
  ] as const)
    expect(await sha256(join(files, 'assets', file))).toBe(await sha256(join(samples, sample)));

  const fcpxml = await readFile(join(files, '海与天- cut.fcpxml'), 'utf8');
  expect((await fcpxmlRules())(fcpxml)).toEqual([]);
  // The state says so; the clips themselves are smaller.
  expect(fcpxml).toContain('frameDuration="1/30s" width="1280" height="720"');
  for (const file of ['ocean.mp4', 'sunset.mp4', 'Lo-fi.m4a']) expect(fcpxml).toContain(`src="./assets/${file}"`);
  expect(await readFile(join(files, '海与天- cut.otio'), 'utf8')).toContain('"target_url": "assets/ocean.mp4"');
  expect(await readFile(join(files, '海与天- cut.srt'), 'utf8')).toBe(
    '1\n00:00:00,000 --> 00:00:03,000\nSea → Sky\n天空 🌊\n',
  );

  // Once more, by word: beside the first one.
  await say(window, '导出到达芬奇');
  await expect(partsOf(window).answer).toContainText('Collecting your timeline and clips');
  await expect(rows(window, '海与天- cut')).toHaveCount(2);
  await expect(rows(window, '海与天- cut').first()).toContainText('海与天- cut (2)');
  await expect(rows(window, '海与天- cut').first()).toContainText('Saved');
});

sharedTest('a clip that cannot be fetched is named, and the rest goes along', async ({ place, app, window }) => {
  await answerOpenDialog(app, [place.folder]);
  await aCut(window, place, null, 'nowhere');
  await rename(window, 'Kit');
  await mkdir(join(place.folder, 'Kit'));
  await writeFile(join(place.folder, 'Kit', 'mine.txt'), 'mine');
  await pressStart(window);
  await expect(rows(window, 'Kit')).toContainText('1 clip is missing, see notes.txt');
  await expect(rows(window, 'Kit')).toContainText('No titles, so no subtitles');

  const files = join(place.folder, 'Kit (2)');
  expect((await readdir(files)).toSorted()).toEqual(['Kit.fcpxml', 'Kit.otio', 'assets', 'notes.txt']);
  expect(await readdir(join(files, 'assets'))).toHaveLength(2);
  expect(await readFile(join(files, 'notes.txt'), 'utf8')).toMatch(/couldn't be fetched[^-]*\r\n {2}- \S+\.\w+\r\n/);
  expect(await readFile(join(files, 'Kit.fcpxml'), 'utf8')).toMatch(/(?:assets\/\S+[\s\S]*){3}/);
  expect(await readdir(join(place.folder, 'Kit'))).toEqual(['mine.txt']);
});

sharedTest('cancelling leaves nothing behind', async ({ place, control, app, window, fresh }) => {
  const target = join(place.folder, 'out');
  await mkdir(target);
  await answerOpenDialog(app, [target]);
  const fetching = control.hold('media');
  await aCut(window, place, null, 'music', fresh);
  await rename(window, 'Given up');
  await command(window, 'another editor');
  await fetching.reached;
  await expect(rows(window, 'Given up')).toContainText(/Fetching clips \d of 3/);
  expect((await readdir(target)).filter((name) => !name.endsWith('.part'))).toEqual([]);
  await rows(window, 'Given up').getByRole('button', { name: 'Cancel' }).click();
  await expect(rows(window, 'Given up')).toContainText('Cancelled');
  fetching.release();
  await expect.poll(() => readdir(target)).toEqual([]);
});

sharedTest(
  'who looks away is told of a folder that is done, and of one that is not',
  async ({ place, app, window }) => {
    await recordNotes(app);
    await answerOpenDialog(app, [place.folder]);
    await aCut(window, place);
    await rename(window, 'Sea and sky');
    await lookAway(app, true);
    await pressStart(window);
    await expect(rows(window, 'Sea and sky')).toContainText('Saved');
    expect(await notesOf(app)).toEqual([{ title: 'Ready for another editor', body: 'Sea and sky' }]);
    await lookAway(app, false);
    await window.getByRole('button', { name: 'New project' }).click();
    await expect(partsOf(window).conversation).toContainText('What shall we make?');
    await clickNote(app);
    await expect(partsOf(window).conversation).toContainText('Show me the sea and the sky');

    const gone = join(place.folder, 'gone');
    await answerOpenDialog(app, [gone]);
    await lookAway(app, true);
    await pressStart(window);
    await expect(rows(window, 'Sea and sky').first()).toContainText('That folder is gone.');
    expect((await notesOf(app)).slice(1)).toEqual([
      { title: "The project folder couldn't be saved", body: 'Sea and sky: The folder is gone.' },
    ]);
  },
);
