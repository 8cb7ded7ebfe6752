import { join } from 'node:path';
import { expect } from '@playwright/test';
import {
  answerSaveDialog,
  clickNote,
  notesOf,
  openSettings,
  partsOf,
  recordNotes,
  type Running,
  say,
  test,
} from '../support/desktop.ts';
import { barsOf, clickTray, closeWindow, lookAway, recordDesktop, trayOf } from '../support/desktop-status.ts';
import { sharedTest } from '../support/shared-app.ts';

async function generate({ window }: Pick<Running, 'window'>): Promise<void> {
  await say(window, 'Make a video of the sea');
  await expect(partsOf(window).timeline).toContainText(/Version \d/);
  await expect(partsOf(window).stop).toBeHidden();
}

sharedTest(
  'an answer that nobody watched is told, and a click leads to its very turn',
  async ({ place, app, window }) => {
    const { control } = place.demoCloud;
    await recordNotes(app);
    const { conversation, answer, stop } = partsOf(window);
    control.script({ kind: 'text', text: 'Here is the sea.' });
    await say(window, 'Tell me of the sea');
    await expect(answer).toContainText('Here is the sea.');
    await expect(stop).toBeHidden();
    // Before the user's eyes nothing is told.
    expect(await notesOf(app)).toEqual([]);

    const answering = control.hold('run-sse');
    control.script({ kind: 'text', text: 'Shall it be at night?' });
    await say(window, 'And a city');
    await answering.reached;
    await window.getByRole('button', { name: 'New project' }).click();
    await expect(conversation).toContainText('What shall we make?');
    await lookAway(app, true);
    answering.release();
    await expect
      .poll(() => notesOf(app))
      .toEqual([{ title: 'The agent has a question for you', body: 'Tell me of the sea: Shall it be at night?' }]);
    await lookAway(app, false);
    await clickNote(app);
    await expect(answer).toContainText('Shall it be at night?');
    await expect(answer).toBeFocused();
  },
);

sharedTest(
  'an export that failed is told with its reason, and a click leads to it',
  async ({ place, control, app, window }) => {
    await recordNotes(app);
    await generate({ window });
    await answerSaveDialog(app, join(place.folder, 'the sea.mp4'));
    control.fault({ on: 'render-submit', kind: 'render-fails', times: 2 });
    await window.getByRole('button', { name: 'Export' }).click();
    await expect(partsOf(window).exports).toContainText('Retry');
    expect(await notesOf(app)).toEqual([
      { title: "The export didn't finish", body: 'the sea.mp4: Rendering failed twice.' },
    ]);
    await window.getByRole('button', { name: 'New project' }).click();
    await expect(partsOf(window).conversation).toContainText('What shall we make?');
    await clickNote(app);
    await expect(partsOf(window).exports).toBeFocused();
    await expect(partsOf(window).conversation).toContainText('Make a video of the sea');
  },
);

sharedTest('the bar on the icon goes with the export and is cleared at its end', async ({ place, app, window }) => {
  await generate({ window });
  await recordDesktop(app);
  await answerSaveDialog(app, join(place.folder, 'the sea.mp4'));
  await window.getByRole('button', { name: 'Export' }).click();
  await expect(partsOf(window).exports).toContainText('Saved');
  const bars = await barsOf(app);
  expect(bars[0]).toEqual([2, 'indeterminate']);
  expect(bars.at(-1)).toEqual([-1, undefined]);
});

sharedTest('who wants to hear it hears that an export is done', async ({ place, app, window }) => {
  await generate({ window });
  await window.evaluate(() => {
    const sounds: string[] = [];
    Object.assign(globalThis, { sounds });
    const { prototype } = HTMLAudioElement;
    prototype.play = function play(this: HTMLAudioElement) {
      // It plays once it is really there.
      this.addEventListener('canplaythrough', () => sounds.push(new URL(this.src).pathname));
      this.load();
      return Promise.resolve();
    };
  });
  const sounds = () => window.evaluate(() => (globalThis as unknown as { sounds: string[] }).sounds);
  await answerSaveDialog(app, join(place.folder, 'silent.mp4'));
  await window.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(partsOf(window).exports).toContainText('Saved');
  expect(await sounds()).toEqual([]);

  await openSettings(window, 'Notifications');
  const sound = window.getByRole('checkbox', { name: 'Sound when something is done' });
  await sound.click();
  await expect(sound).toBeChecked();
  await window.getByRole('button', { name: 'Close' }).click();
  await answerSaveDialog(app, join(place.folder, 'heard.mp4'));
  await window.getByRole('button', { name: 'Export', exact: true }).click();
  await expect.poll(sounds).toEqual([expect.stringMatching(/done.*\.mp3$/)]);
  // The next test has a page that plays what it is given.
  await window.reload();
});

test('without a window the tray tells what runs, and leads back; where work shall not go on by itself, closing asks', async ({
  place,
  start,
}) => {
  const running = await start();
  const { app } = running;
  await generate(running);
  await recordDesktop(app);
  await recordNotes(app);
  await answerSaveDialog(app, join(place.folder, 'the sea.mp4'));
  const rendering = place.demoCloud.control.hold('render');
  await running.window.getByRole('button', { name: 'Export' }).click();
  await rendering.reached;
  expect(await trayOf(app)).toBeNull();
  await closeWindow(app);
  await expect.poll(() => trayOf(app)).toEqual(['the sea.mp4: rendering', 'Open Rushes', 'Quit']);

  const [window] = await Promise.all([app.waitForEvent('window'), clickTray(app, 'Open Rushes')]);
  await expect(partsOf(window).exports).toContainText('the sea.mp4');
  // There, an icon that was shown once stays.
  const left = process.platform === 'linux' ? ['Open Rushes', 'Quit'] : null;
  await expect.poll(() => trayOf(app)).toEqual(left);
  rendering.release();
  await expect(partsOf(window).exports).toContainText('Saved');
  expect(await notesOf(app)).toEqual([{ title: 'Your video is ready', body: 'the sea.mp4' }]);
  // Where the system shows buttons, one leads to the file.
  const shown = await app.evaluate(({ shell }) => {
    const paths: string[] = [];
    shell.showItemInFolder = (path) => void paths.push(path);
    const { notes } = globalThis as unknown as { notes: Electron.Notification[] };
    notes.at(-1)?.emit('action');
    return { paths, actions: notes.at(-1)?.actions.map(({ text }) => text) };
  });
  expect(shown).toEqual({ paths: [join(place.folder, 'the sea.mp4')], actions: ['Show in folder'] });

  // Where work shall not go on by itself, closing the window asks.
  await openSettings(window, 'Notifications');
  const background = window.getByRole('checkbox', { name: 'Keep running in the background' });
  await background.click();
  await expect(background).not.toBeChecked();
  await window.getByRole('button', { name: 'Close' }).click();
  await answerSaveDialog(app, join(place.folder, 'again.mp4'));
  const again = place.demoCloud.control.hold('render');
  await window.getByRole('button', { name: 'Export', exact: true }).click();
  await again.reached;
  await app.evaluate(({ dialog }) => {
    const asked: string[][] = [];
    Object.assign(globalThis, { asked });
    dialog.showMessageBox = (...given: unknown[]) => {
      const { buttons } = given.at(-1) as Electron.MessageBoxOptions;
      asked.push(buttons ?? []);
      return Promise.resolve({ response: (buttons ?? []).indexOf('Cancel'), checkboxChecked: false });
    };
  });
  await closeWindow(app);
  const asked = () => app.evaluate(() => (globalThis as unknown as { asked: string[][] }).asked);
  await expect.poll(asked).toHaveLength(1);
  expect(await asked()).toEqual([['Keep running in the background', 'Quit', 'Cancel']]);
  again.release();
  await expect(partsOf(window).exports.filter({ hasText: 'again.mp4' })).toContainText('Saved');
  // With nothing under way there is nothing to ask.
  const ended = new Promise((done) => app.process().once('exit', done));
  await closeWindow(app).catch(() => undefined);
  await ended;
});
