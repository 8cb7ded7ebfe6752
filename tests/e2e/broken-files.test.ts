import { execFileSync } from 'node:child_process';
import { copyFile, mkdir, readFile, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { ffmpeg } from '../support/clips.ts';
import { dropFiles, partsOf, type Place, test, uploadsAtRest } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');
const gigabyte = 1024 ** 3;

type Broken = {
  readonly name: string;
  /** Makes it at this path. */
  readonly make: (path: string) => Promise<unknown>;
  /** What is said: in a line of its own, or on a card. */
  readonly says: string;
  readonly where: 'line' | 'card';
};

const unsupported = "This format isn't supported.";
const long = `${'长'.repeat(82)}abcde.mp4`;

const broken: readonly Broken[] = [
  { name: 'empty.mp4', make: (path) => writeFile(path, ''), says: 'This file is empty.', where: 'line' },
  {
    name: 'truncated.mp4',
    make: async (path) => writeFile(path, (await readFile(sample)).subarray(0, 30_000)),
    says: 'This file may be damaged: its end seems to be missing.',
    where: 'card',
  },
  { name: 'text.mp4', make: (path) => writeFile(path, 'No film. '.repeat(999)), says: unsupported, where: 'line' },
  {
    name: 'huge.mp4',
    make: async (path) => {
      await copyFile(sample, path);
      await truncate(path, 3 * gigabyte);
    },
    says: 'This file has 3.0 GB. You can send up to 500 MB.',
    where: 'card',
  },
  {
    name: 'pipe.mp4',
    make: (path) => Promise.resolve(execFileSync('mkfifo', [path])),
    says: "This isn't an ordinary file.",
    where: 'line',
  },
  { name: 'loop.mp4', make: (path) => symlink(path, path), says: "Rushes can't read this file.", where: 'line' },
  {
    // What a disk that was pulled out leaves behind.
    name: 'unplugged.mp4',
    make: (path) => symlink(join(path, '..', 'gone disk', 'clip.mp4'), path),
    says: "Rushes can't read this file.",
    where: 'line',
  },
  {
    name: 'no media',
    make: async (path) => {
      await mkdir(path);
      await writeFile(join(path, '.hidden.mp4'), 'hidden');
    },
    says: 'There is no video, picture or sound in this folder.',
    where: 'line',
  },
  { name: long, make: (path) => writeFile(path, 'words'), says: unsupported, where: 'line' },
  {
    name: 'clip.mp4',
    make: (path) => mkdir(path),
    says: 'There is no video, picture or sound in this folder.',
    where: 'line',
  },
];

const whereIs = (window: Page) => ({
  line: window.getByRole('alert').getByRole('paragraph'),
  card: window.getByRole('list', { name: 'Files that need a decision' }).getByRole('listitem'),
});

sharedTest(
  'each of ten broken things says what is wrong with it, and nothing else is lost',
  async ({ place, window }) => {
    const { control } = place.demoCloud;
    const { attachments, message } = partsOf(window);
    expect(Buffer.byteLength(long)).toBe(255);
    await message.fill('Half a sentence');
    for (const { name, make, says, where } of broken) {
      const path = join(place.folder, name);
      await make(path);
      await dropFiles(window, [path]);
      // From the third one on they are one line, which opens.
      if (name === 'pipe.mp4') await window.getByRole('button', { name: "3 files can't be used" }).click();
      await expect(whereIs(window)[where].filter({ hasText: name }).last()).toContainText(says);
    }
    // A good one among them goes its way.
    await copyFile(sample, join(place.folder, 'good.mov'));
    await dropFiles(window, [join(place.folder, 'good.mov'), join(place.folder, 'text.mp4')]);
    await control.waitFor('upload', 1, 'ended');
    await expect(attachments).toHaveText([/good\.mov/]);
    await expect(message).toHaveValue('Half a sentence');
    await uploadsAtRest(window);
  },
);

const picture = '-f lavfi -i testsrc2=size=64x36 -frames:v 1';

/** Files that are not sent as they are stay on their cards until the user decides. */
async function makeUndecided(place: Place): Promise<readonly string[]> {
  const at = (name: string): string => join(place.folder, name);
  await writeFile(at('truncated.mp4'), (await readFile(sample)).subarray(0, 30_000));
  await copyFile(sample, at('picture.png'));
  await ffmpeg(at('scan.bmp'), picture);
  return ['truncated.mp4', 'picture.png', 'scan.bmp'].map(at);
}

sharedTest('cards wait for the user, over a reload, and do what they say', async ({ place, control, window }) => {
  await dropFiles(window, await makeUndecided(place));
  await expect(whereIs(window).card).toHaveCount(3);
  await window.reload();
  const { card } = whereIs(window);
  const { attachments } = partsOf(window);
  await expect(card).toHaveCount(3);
  await expect(card.nth(2).getByRole('button', { name: 'Convert' })).toBeVisible();
  await window.getByRole('button', { name: 'Dismiss scan.bmp' }).click();
  await card.filter({ hasText: 'truncated' }).getByRole('button', { name: 'Attach anyway' }).click();
  await expect(card).toHaveCount(1);
  await card.getByRole('button', { name: 'Attach as picture.mp4' }).click();
  await expect(card).toHaveCount(0);
  await expect(attachments).toHaveCount(2);
  await control.waitFor('upload', 2, 'ended');
  const arrived = control.sessions()[0]?.uploads.map(({ name }) => name) ?? [];
  expect([...arrived].sort()).toEqual(['picture.mp4', 'truncated.mp4']);
  await uploadsAtRest(window);
});

sharedTest(
  'a conversion is offered of what this computer can decode; of all else it is said',
  async ({ place, window }) => {
    const at = (name: string): string => join(place.folder, name);
    const { card } = whereIs(window);
    await writeFile(
      at('photo.heic'),
      Buffer.concat([Buffer.from('\0\0\0\x18ftypheic\0\0\0\0mif1heic'), Buffer.alloc(99)]),
    );
    await dropFiles(window, [
      at('photo.heic'),
      await ffmpeg(at('scan.tif'), picture),
      await ffmpeg(at('beach.bmp'), picture),
    ]);
    const says = "files aren't accepted, and this computer can't convert this one. You can use mp4, ";
    for (const [name, format] of [
      ['photo.heic', 'HEIC'],
      ['scan.tif', 'TIF'],
    ] as const) {
      const needsDecision = card.filter({ hasText: name });
      await expect(needsDecision).toContainText(`${format} ${says}`);
      await expect(needsDecision.getByRole('button')).toHaveText(['']);
      await expect(needsDecision.getByRole('button', { name: `Dismiss ${name}` })).toBeVisible();
    }
    const needsDecision = card.filter({ hasText: 'beach.bmp' });
    await expect(needsDecision.getByRole('button', { name: 'Convert' })).toBeVisible();
    await expect(needsDecision).toContainText("BMP files aren't accepted. You can use mp4, ");
  },
);

test('a conversion is offered although the page that looked into the file crashed', async ({ place, start }) => {
  const { app, window } = await start();
  await app.evaluate(({ app: electron }) => {
    electron.once('web-contents-created', (_event, page) =>
      page.once('dom-ready', () => page.forcefullyCrashRenderer()),
    );
    electron.once('render-process-gone', () => Object.assign(globalThis, { pageGone: true }));
  });
  await dropFiles(window, [await ffmpeg(join(place.folder, 'beach.bmp'), picture)]);
  const needsDecision = whereIs(window).card.filter({ hasText: 'beach.bmp' });
  await expect(needsDecision.getByRole('button', { name: 'Convert' })).toBeVisible();
  expect(await app.evaluate(() => 'pageGone' in globalThis)).toBe(true);
});

sharedTest('a file that the project has already is not sent again unasked', async ({ place, window }) => {
  const { control } = place.demoCloud;
  const { card } = whereIs(window);
  const { attachments } = partsOf(window);
  const [one, two] = [join(place.folder, 'one.mp4'), join(place.folder, 'the same.mp4')];
  await copyFile(sample, one);
  await copyFile(sample, two);
  await dropFiles(window, [one]);
  await control.waitFor('upload', 1, 'ended');
  await expect(attachments).not.toContainText('%');

  await dropFiles(window, [two]);
  await expect(card).toContainText('This project already has this file, as “one.mp4”.');
  await card.getByRole('button', { name: 'Use existing file' }).click();
  await expect(card).toHaveCount(0);
  await expect(attachments).toHaveCount(1);
  expect(control.calls('upload')).toHaveLength(1);

  await dropFiles(window, [two]);
  await card.getByRole('button', { name: 'Upload again' }).click();
  await control.waitFor('upload', 2, 'ended');
  await expect(attachments).toHaveCount(2);
  await uploadsAtRest(window);
});
