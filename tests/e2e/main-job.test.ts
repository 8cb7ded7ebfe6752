import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import {
  answerSaveDialog,
  clickNote,
  createPlace,
  dropFiles,
  notesOf,
  type Place,
  recordNotes,
  startApp,
} from '../support/desktop.ts';

const sample = join(import.meta.dirname, '../../resources/samples/ocean.mp4');

let place: Place;
test.beforeEach(async () => {
  place = await createPlace();
});
test.afterEach(() => place.close());

async function sha256(path: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(path))
    .digest('hex');
}

test('the main job, from a new profile to the saved file', async () => {
  const { control } = place.demoCloud;
  const { app, window, close } = await startApp(place);
  await recordNotes(app);
  const target = join(place.folder, '我的 video.mp4');
  await answerSaveDialog(app, target);
  const conversation = window.getByRole('log', { name: 'Conversation' });
  const message = window.getByRole('textbox', { name: 'Message' });

  await expect(window.getByRole('status', { name: 'Connection' })).toHaveText('Ready!');

  // Type a prompt, read the answer while it streams.
  const streaming = control.hold('second-stage');
  await message.fill('Generate a 10-second video of a futuristic city at night');
  await window.getByRole('button', { name: 'Send' }).click();
  await expect(conversation.getByRole('article', { name: 'You' })).toContainText('futuristic city');
  await streaming.reached;
  await expect(window.getByRole('button', { name: 'Stop' })).toBeVisible();
  await expect(conversation.getByRole('article', { name: 'Agent' })).toContainText(/\w{3,}/);
  streaming.release();
  await expect(window.getByRole('button', { name: 'Stop' })).toBeHidden();
  await expect(window.getByRole('navigation', { name: 'Projects' })).toContainText('Generate a 10-second video');

  // Play the clip: its time advances; seeking moves it.
  const preview = window.getByRole('region', { name: 'Preview' });
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await preview.getByRole('button', { name: 'Play' }).click();
  await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBeGreaterThan(0.2);
  await preview.getByRole('button', { name: 'Pause' }).click();
  await seek.fill('7');
  await expect(seek).toHaveAttribute('aria-valuenow', '7');
  await expect(preview.getByRole('img', { name: 'Video' })).toBeVisible();

  // Drop a real file; it arrives whole.
  await dropFiles(window, [sample]);
  await expect(window.getByText('ocean.mp4').first()).toBeVisible();
  await control.waitFor('upload', 1, 'ended');
  expect(control.calls('upload')[0]?.uploads).toEqual([
    expect.objectContaining({ name: 'ocean.mp4', sha256: await sha256(sample) }),
  ]);

  // A silent edit: what changed is read from the state.
  control.script({ kind: 'silent', ending: 'stop', edits: [{ kind: 'set-title', text: 'Paradise Found' }] });
  await message.fill("add a title 'Paradise Found'");
  await message.press('Enter');
  await expect(conversation.getByRole('article', { name: 'Agent' }).last()).toContainText('Paradise Found');
  await expect(window.getByRole('region', { name: 'Timeline' })).toContainText('Paradise Found');

  // Export by word; the file is what the demo cloud rendered, and the system says so.
  await message.fill('导出');
  await message.press('Enter');
  const exportItem = window.getByRole('region', { name: 'Exports' }).getByRole('listitem');
  await expect(exportItem).toContainText('Saved');
  expect(await sha256(target)).toBe(control.renders()[0]?.sha256);
  expect(await notesOf(app)).toEqual([{ title: 'Your video is ready', body: '我的 video.mp4' }]);
  await clickNote(app);
  await expect(exportItem).toBeFocused();
  expect(control.calls('run-sse')).toHaveLength(2);
  await close();
});
