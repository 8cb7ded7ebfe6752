import { execFile } from 'node:child_process';
import { copyFile, readdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { partsOf, type Place, say, test, uploadsAtRest } from '../support/desktop.ts';
import { sharedTest } from '../support/shared-app.ts';

const root = resolve(import.meta.dirname, '../..');
const sample = join(root, 'resources/samples/ocean.mp4');

/** Pastes what a screenshot leaves in the clipboard, a picture that is no file; with words beside it, what an office program leaves. */
async function pastePicture(window: Page, words: Readonly<Record<string, string>> = {}): Promise<void> {
  await window.getByRole('textbox', { name: 'Message' }).and(window.locator(':enabled')).waitFor();
  await window.evaluate(async (beside) => {
    const canvas = new OffscreenCanvas(8, 8);
    canvas.getContext('2d')?.fillRect(0, 0, 4, 4);
    const data = new DataTransfer();
    data.items.add(new File([await canvas.convertToBlob()], 'image.png', { type: 'image/png' }));
    const paste = new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true });
    for (const [type, text] of Object.entries(beside)) data.setData(type, text);
    document.getElementById('message')?.dispatchEvent(paste);
  }, words);
}

sharedTest('a pasted picture is attached, and its file goes with it', async ({ window, control, shared }) => {
  const { attachments } = partsOf(window);
  await pastePicture(window, { 'text/plain': 'A calm sea', 'text/html': '<b>A calm sea</b>' });
  await pastePicture(window);
  await expect(attachments).toHaveText(/Pasted \d{4}-\d\d-\d\d \d\d\.\d\d\.\d\d\.png/);
  await control.waitFor('upload', 1, 'ended');
  expect(control.sessions()[0]?.uploads[0]?.name).toMatch(/^Pasted .*\.png$/);
  const pasted = join(shared.place.userData, 'pasted');
  expect(await readdir(pasted)).toHaveLength(1);
  await attachments.getByRole('button', { name: /^Remove/ }).click();
  await expect(attachments).toHaveCount(0);
  await expect.poll(() => readdir(pasted)).toEqual([]);
});

sharedTest('an address is checked, then fetched by the cloud', async ({ window, control }) => {
  const { attachments } = partsOf(window);
  await expect(window.getByRole('textbox', { name: 'Message' })).toBeEnabled();
  await window.getByRole('button', { name: 'More ways to attach' }).click();
  await window.getByRole('menuitem', { name: 'From a link…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Attach from a link' });
  const field = dialog.getByRole('textbox', { name: 'Address of the file' });
  await expect(field).toBeFocused();
  for (const [address, says] of [
    ['clip.mp4', "This isn't a file's web address."],
    ['https://me:secret@clips.example/a.mp4', "This isn't a file's web address."],
    ['http://192.168.1.20/a.mp4', "The Rushes service can't reach this address."],
    ['https://clips.example/a.pdf', "This format isn't supported."],
  ] as const) {
    await field.fill(address);
    await field.press('Enter');
    await expect(dialog.getByRole('alert')).toContainText(says);
  }
  expect(control.calls('upload')).toEqual([]);
  await field.fill('https://clips.example/takes/my%20clip.mp4');
  await field.press('Enter');
  await expect(dialog).toBeHidden();
  await expect(attachments).toContainText('my clip.mp4');
  await control.until(() => control.sessions()[0]?.uploads.length === 1);
  expect(control.sessions()[0]?.uploads[0]?.url).toBe('https://clips.example/takes/my%20clip.mp4');
  await uploadsAtRest(window);
});

sharedTest('what the cloud says of an address is told in words', async ({ control, window }) => {
  const { attachments } = partsOf(window);
  control.fault({ on: 'upload', kind: 'envelope', code: 4001 });
  await expect(window.getByRole('textbox', { name: 'Message' })).toBeEnabled();
  await window.keyboard.press('Control+K');
  await window.getByRole('combobox', { name: 'Commands' }).fill('from a link');
  await window.keyboard.press('Enter');
  const field = window.getByRole('textbox', { name: 'Address of the file' });
  await field.fill('https://clips.example/clip.mp4');
  await field.press('Enter');
  await expect(attachments).toContainText("This format isn't supported. You can use mp4, ");
});

/** Starts the app once more, in the place's folder, and waits until that start has handed on what it was given. */
async function startAgain(place: Place, given: readonly string[]): Promise<void> {
  const runtime = process.env['RUSHES_RUNTIME'] ?? '';
  const noSandbox = process.getuid?.() === 0 ? ['--no-sandbox'] : [];
  const args = [root, `--user-data-dir=${place.userData}`, ...noSandbox, ...given];
  await new Promise((ended) =>
    execFile(runtime, args, { cwd: place.folder, env: { ...process.env, ...place.env } }, ended),
  );
}

test('a link leads to its project and to nothing else, whoever is asked', async ({ place, start }) => {
  const { app, window } = await start();
  const { conversation, attachments } = partsOf(window);
  await say(window, 'Tell me of the sea');
  await expect(conversation).toContainText('Tell me of the sea');
  await window.getByRole('link', { name: 'Tell me of the sea' }).click({ button: 'right' });
  await window.getByRole('menuitem', { name: 'Copy link' }).click();
  await expect(window.getByRole('menuitem', { name: 'Copied' })).toBeFocused();
  await window.keyboard.press('Escape');
  const link = await app.evaluate(({ clipboard }) => clipboard.readText());
  expect(link).toMatch(/^rushes:\/\/project\/[0-9a-f-]{36}$/);

  await window.getByRole('button', { name: 'New project' }).click();
  await expect(conversation).toContainText('What shall we make?');
  await startAgain(place, [link, 'two.mov', '--new-project']);
  await expect(conversation).toContainText('Tell me of the sea');
  await expect(attachments).toHaveCount(0);

  const open = (url: string) =>
    app.evaluate(({ app: main }, address) => {
      main.emit('open-url', { preventDefault: () => undefined }, address);
    }, url);
  const address = window.url();
  const unknown = window.getByRole('alert').filter({ hasText: 'This link leads to no project on this computer.' });
  for (const hostile of [
    'rushes://app/index.html',
    'rushes://media-worker/',
    `${link}/../../app/`,
    `${link}?text=hi`,
  ]) {
    await open(hostile);
    await expect(unknown).toBeVisible();
    await unknown.getByRole('button', { name: 'Dismiss' }).click();
  }
  await expect(conversation).toContainText('Tell me of the sea');
  await startAgain(place, ['--new-project']);
  await expect(conversation).toContainText('What shall we make?');
  await open(link);
  await expect(conversation).toContainText('Tell me of the sea');
  expect(window.url()).toBe(address);
  expect(app.windows().filter((page) => page.url().startsWith('rushes://app/'))).toHaveLength(1);
});

test('files that the app is started with are attached, by a first start and a second one', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const [one, two] = [join(place.folder, 'one 一.mp4'), join(place.folder, '-two.mov')];
  await copyFile(sample, one);
  await copyFile(sample, two);
  const { window } = await start({ args: [one] });
  const { attachments } = partsOf(window);
  await expect(attachments).toHaveText(/one 一\.mp4/);
  await control.waitFor('upload', 1, 'ended');

  await startAgain(place, ['--', '-two.mov']);
  // The same content under another name: the user decides.
  await expect(window.getByRole('list', { name: 'Files that need a decision' })).toContainText('-two.mov');
  await uploadsAtRest(window);
});

sharedTest('macOS hands files over by an event', async ({ place, app, window }) => {
  const { attachments } = partsOf(window);
  await copyFile(sample, join(place.folder, 'opened.mp4'));
  await expect(window.getByRole('textbox', { name: 'Message' })).toBeEnabled();
  await app.evaluate(
    ({ app: main }, path) => {
      main.emit('open-file', { preventDefault: () => undefined }, path);
    },
    join(place.folder, 'opened.mp4'),
  );
  await expect(attachments).toHaveText(/opened\.mp4/);
  await uploadsAtRest(window);
});
