import { appendFile, copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { dropFiles, partsOf } from '../support/desktop.ts';
import { sharedTest as test } from '../support/shared-app.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');

test('the chosen format is sent as it is shown, and is there again in the next project', async ({
  window,
  control,
}) => {
  const { conversation, message, stop } = partsOf(window);
  const format = window.getByRole('region', { name: 'Format' });
  // By keyboard alone: ratio, length, words.
  await format.getByRole('radio', { name: 'Widescreen 16:9' }).focus();
  await window.keyboard.press('ArrowRight');
  await expect(format.getByRole('radio', { name: 'Vertical 9:16' })).toBeChecked();
  await window.keyboard.press('Tab');
  await window.keyboard.press('ArrowRight');
  await expect(format.getByRole('radio', { name: '10 seconds' })).toBeChecked();
  for (let press = 0; press < 3; press += 1) await window.keyboard.press('Tab');
  await expect(message).toBeFocused();
  await window.keyboard.type('A boat at sunset');
  await expect(message).toHaveAccessibleDescription('vertical 9:16, 10 seconds');
  await window.keyboard.press('Enter');
  await expect(conversation.getByRole('article', { name: 'You' })).toContainText(
    'A boat at sunset, vertical 9:16, 10 seconds',
  );
  const [sent] = await control.waitFor('run-sse', 1, 'ended');
  expect(JSON.stringify(sent?.body)).toContain('"A boat at sunset, vertical 9:16, 10 seconds"');
  await expect(stop).toBeHidden();
  await expect(format).toBeHidden();

  await window.getByRole('button', { name: 'New project' }).click();
  await expect(format.getByRole('radio', { name: 'Vertical 9:16' })).toBeChecked();
  await window.getByRole('button', { name: 'Leave these words out' }).click();
  await expect(format.getByRole('radio', { checked: true })).toHaveCount(0);
});

test('Send stays in sight in a small window, with forty files and five problems', async ({
  app,
  window,
  place,
  control,
}) => {
  const { attachments, message } = partsOf(window);
  const make = (names: readonly string[], write: (path: string, index: number) => Promise<unknown>) =>
    Promise.all(names.map((name, index) => write(join(place.folder, name), index)));
  const numbered = (name: string, count: number) => Array.from({ length: count }, (_, index) => `${name} ${index}.mp4`);
  const [clips, broken, words] = [numbered('clip', 40), numbered('cut off', 5), numbered('words', 3)];
  const whole = await readFile(sample);
  await make(clips, async (path, index) => {
    await copyFile(sample, path);
    // An empty box at the end: whole still, and no two alike.
    await appendFile(path, `\0\0\0\x0cfree${String(index).padStart(4)}`);
  });
  await make(broken, (path, index) => writeFile(path, whole.subarray(0, 30_000 + index)));
  await make(words, (path) => writeFile(path, 'No film.'));
  const paths = (names: readonly string[]) => names.map((name) => join(place.folder, name));
  await resize(app, 960, 600);
  await dropFiles(window, paths(broken));
  await dropFiles(window, paths(words));
  await expect(window.getByRole('button', { name: '5 files need you' })).toBeVisible();
  await expect(window.getByRole('button', { name: "3 files can't be used" })).toBeVisible();
  await dropFiles(window, paths(clips));
  await window.getByRole('button', { name: 'Attach 40 files' }).click();
  await expect(attachments).toHaveCount(40);
  await message.fill('A long story.\n'.repeat(12));
  await window.getByRole('button', { name: '5 files need you' }).click();
  await expect(window.getByRole('listitem').filter({ hasText: 'cut off 4' })).toBeAttached();

  await expect(window.getByRole('button', { name: 'Send', exact: true })).toBeInViewport({ ratio: 1 });
  await expect(message).toBeInViewport({ ratio: 1 });
  // What is above the message has at most two fifths of the column.
  const share = await message.evaluate((box) => {
    const column = box.closest('#chat-column')?.getBoundingClientRect();
    const above = box.closest('form')?.previousElementSibling?.getBoundingClientRect();
    return (above?.height ?? 0) / (column?.height ?? 1);
  });
  expect(share).toBeGreaterThan(0.2);
  expect(share).toBeLessThanOrEqual(0.401);
  // The next test shares this app.
  await control.waitFor('upload', 40, 'ended');
  await resize(app, 1280, 800);
});

async function resize(app: ElectronApplication, width: number, height: number): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, size) =>
      BrowserWindow.getAllWindows().forEach((one) => one.isVisible() && one.setContentSize(size.width, size.height)),
    { width, height },
  );
}
