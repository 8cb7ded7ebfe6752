import { access, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { answerSaveDialog, partsOf, type Place, say } from '../support/desktop.ts';
import { request } from '../support/media-jobs.ts';
import { sharedTest } from '../support/shared-app.ts';

type Shown = { readonly app: ElectronApplication; readonly window: Page };

async function exportTo({ app, window }: Shown, place: Place, name: string): Promise<string> {
  const path = join(place.folder, name);
  await answerSaveDialog(app, path);
  await window.getByRole('banner').getByRole('button', { name: 'Export', exact: true }).click();
  await expect(partsOf(window).exports.filter({ hasText: name })).toContainText('Saved');
  return path;
}

async function generate(window: Page): Promise<void> {
  await say(window, 'Make a video of the sea');
  await expect(partsOf(window).timeline).toContainText(/Version \d/);
  await expect(partsOf(window).stop).toBeHidden();
}

/** Records what would leave the app, in place of the system's own programs. */
async function recordActions(app: ElectronApplication): Promise<() => Promise<readonly (readonly string[])[]>> {
  await app.evaluate(({ BrowserWindow, shell }) => {
    const actions: string[][] = [];
    Object.assign(globalThis, { actions });
    shell.openPath = (path) => {
      actions.push(['open', path]);
      return Promise.resolve('');
    };
    shell.showItemInFolder = (path) => void actions.push(['show', path]);
    for (const { webContents } of BrowserWindow.getAllWindows())
      webContents.startDrag = ({ file, icon }) =>
        void actions.push(['drag', file ?? '', (icon as Electron.NativeImage).isEmpty() ? 'no picture' : 'picture']);
  });
  return () => app.evaluate(() => (globalThis as unknown as { actions: string[][] }).actions);
}

async function choose(window: Page, name: string, item: string): Promise<void> {
  await window.getByRole('button', { name: `More for ${name}` }).click();
  await window.getByRole('menuitem', { name: item, exact: true }).click();
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false,
  );

sharedTest('a saved file is shown, opened, copied, dragged out and played here', async ({ place, app, window }) => {
  await generate(window);
  const path = await exportTo({ app, window }, place, '我的 sea #1.mp4');
  const actions = await recordActions(app);
  const row = partsOf(window).exports.first();

  await row.getByRole('button', { name: 'Show in folder' }).click();
  await expect.poll(actions).toEqual([['show', path]]);
  await choose(window, '我的 sea #1.mp4', 'Open');
  await expect.poll(actions).toContainEqual(['open', path]);
  await choose(window, '我的 sea #1.mp4', 'Copy file');
  await expect
    .poll(() =>
      app.evaluate(({ clipboard }) =>
        (clipboard as unknown as { readBuffer: (format: string) => Buffer }).readBuffer('text/uri-list').toString(),
      ),
    )
    .toBe(`${pathToFileURL(path).href}\r\n`);
  await row.locator('[draggable=true]').dispatchEvent('dragstart');
  await expect.poll(actions).toContainEqual(['drag', path, 'picture']);

  await window.getByRole('button', { name: 'New project' }).click();
  await expect(partsOf(window).conversation).toContainText('What shall we make?');
  await choose(window, '我的 sea #1.mp4', 'Play here');
  const preview = window.getByRole('region', { name: 'Preview' });
  await expect(preview).toContainText('Saved file: 我的 sea #1.mp4');
  await preview.getByRole('button', { name: 'Play', exact: true }).click();
  const seek = preview.getByRole('slider', { name: 'Seek' });
  await expect.poll(async () => Number(await seek.getAttribute('aria-valuenow'))).toBeGreaterThan(0.2);
  await preview.getByRole('button', { name: 'Back to the video' }).click();
  await expect(preview).not.toContainText('Saved file');
  await expect(partsOf(window).conversation).toContainText('Make a video of the sea');
});

sharedTest('a file that is gone says so, and can be exported again', async ({ place, app, window }) => {
  await generate(window);
  const path = await exportTo({ app, window }, place, 'the sea.mp4');
  const actions = await recordActions(app);
  // The list has looked for the file once it is answered after that.
  await request(window, 'export.look', { exportIds: [] });
  await rm(path);
  const row = partsOf(window).exports.first();
  await row.getByRole('button', { name: 'Show in folder' }).click();
  await expect(window.getByRole('alert')).toContainText('The file is gone.');
  await expect(row).toContainText('Saved, but the file is gone');
  expect(await actions()).toEqual([]);
  await row.getByRole('button', { name: 'Export again' }).click();
  await expect(partsOf(window).exports).toHaveCount(2);
  await expect.poll(() => isThere(path)).toBe(true);
  // It lies where the first one did: whoever comes back finds both.
  await window.evaluate(() => globalThis.dispatchEvent(new Event('focus')));
  await expect(partsOf(window).exports.filter({ hasText: 'the file is gone' })).toHaveCount(0);
});

sharedTest('an export goes off the list, with its file or without', async ({ place, app, window }) => {
  const running = { app, window };
  await app.evaluate(({ shell }) => {
    const trashed: string[] = [];
    Object.assign(globalThis, { trashed });
    shell.trashItem = (path) => {
      trashed.push(path);
      return trashed.length > 1 ? Promise.resolve() : Promise.reject(new Error('No trash here'));
    };
  });
  const trashed = () => app.evaluate(() => (globalThis as unknown as { trashed: string[] }).trashed);
  await generate(running.window);
  const kept = await exportTo(running, place, 'kept.mp4');
  const thrown = await exportTo(running, place, 'thrown.mp4');
  const { exports } = partsOf(window);

  await choose(window, 'kept.mp4', 'Remove…');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Cancel' }).click();
  await expect(window.getByRole('alertdialog')).toBeHidden();
  await expect(exports).toHaveCount(2);
  await choose(window, 'kept.mp4', 'Remove…');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove from the list' }).click();
  await expect(exports).toHaveCount(1);
  expect(await isThere(kept)).toBe(true);
  expect(await trashed()).toEqual([]);

  // A trash that refuses leaves everything as it was.
  await choose(window, 'thrown.mp4', 'Remove…');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Also delete the file' }).click();
  await expect(window.getByRole('alert')).toContainText("couldn't move the file to the trash");
  await expect(exports).toHaveCount(1);
  await choose(window, 'thrown.mp4', 'Remove…');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Also delete the file' }).click();
  await expect(exports).toHaveCount(0);
  expect(await trashed()).toEqual([thrown, thrown]);
});

sharedTest('all exports can be searched and filtered', async ({ place, app, window }) => {
  const { control } = place.demoCloud;
  await generate(window);
  await exportTo({ app, window }, place, 'the sea.mp4');
  await exportTo({ app, window }, place, '海边的城市.mp4');
  await answerSaveDialog(app, join(place.folder, 'broken.mp4'));
  control.fault({ on: 'render-submit', kind: 'render-fails', times: 2 });
  await window.getByRole('button', { name: 'Export', exact: true }).click();
  await expect(partsOf(window).exports.filter({ hasText: 'broken.mp4' })).toContainText('Retry');
  await writeFile(join(place.folder, 'the sea.mp4'), 'overwritten');

  await window.getByRole('button', { name: 'See all' }).click();
  const view = window.getByRole('dialog', { name: 'All exports' });
  const lines = view.getByRole('listitem');
  await expect(lines).toHaveCount(3);
  await expect(lines.filter({ hasText: '海边的城市' })).toContainText(/0:\d\d · \d+ × \d+ · H\.264/);
  await view.getByText('Failed', { exact: true }).click();
  await expect(lines).toHaveCount(1);
  await expect(lines).toContainText('broken.mp4');
  await view.getByText('Saved', { exact: true }).first().click();
  await expect(lines).toHaveCount(2);
  const search = view.getByRole('searchbox', { name: 'Search exports' });
  await search.fill('海边');
  await expect(lines).toHaveCount(1);
  await search.fill('VIDEO OF THE SEA');
  await expect(lines).toHaveCount(2);
  await search.fill('nothing like that');
  await expect(view).toContainText('No export matches.');

  // The question about the file stands above the view.
  await search.fill('海边');
  await choose(window, '海边的城市.mp4', 'Remove…');
  await window.getByRole('alertdialog').getByRole('button', { name: 'Remove from the list' }).click();
  await expect(view).toContainText('No export matches.');
});
