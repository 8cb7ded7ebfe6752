import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator } from '@playwright/test';
import { answerOpenDialog, dropFiles } from './desktop.ts';
import { request } from './media-jobs.ts';
import {
  command,
  exportTo,
  makeFiles,
  makeFilm,
  makeLargeFilm,
  parts,
  post,
  press,
  sampleFilm,
  say,
  type Scene,
  type WindowState,
  words,
} from './window-scene.ts';

const captions = `1
00:00:01,000 --> 00:00:03,500
The boats come in.

2
00:00:06,000 --> 00:00:05,000
Back.

3
00:00:40,000 --> 00:00:45,000
The evening, 晚潮.
`;

/** A batch that is put together, with an instruction, one of a file's own, and files that it cannot use. */
async function putBatchTogether(scene: Scene): Promise<Locator> {
  await answerOpenDialog(scene.app, [...(await makeFiles(scene, 3)), await makeLargeFilm(scene)]);
  await command(scene, 'batch.new');
  const sheet = scene.window.getByRole('dialog', { name: scene.name('batch.sheet') });
  await sheet.getByRole('textbox', { name: scene.name('batch.message') }).fill(words[scene.language].batch);
  const own = scene.name('batch.own', { name: 'Lake trip 2 湖.mp4' });
  await sheet.getByRole('button', { name: own }).click();
  await sheet.getByRole('textbox', { name: own }).fill(words[scene.language].own);
  return sheet;
}

/** Goes back in words: what would be asked for. */
async function undo(scene: Scene): Promise<void> {
  await makeFilm(scene);
  await parts(scene).conversation.click();
  await scene.window.keyboard.press('Control+z');
  await expect(parts(scene).dialog.getByRole('list')).toBeVisible();
}

async function dropLarge(scene: Scene, tool: 'compress' | 'trim'): Promise<void> {
  await dropFiles(scene.window, [await makeLargeFilm(scene)]);
  await press(scene, `mediaJob.open.${tool}`);
  await expect(parts(scene).dialog.getByRole('status').first()).toBeVisible();
}

const fileStates: readonly WindowState[] = [
  {
    name: 'import-review',
    show: async (scene) => {
      const files = await makeFiles(scene, 12);
      await dropFiles(scene.window, files);
      const list = scene.window.getByRole('listbox');
      await expect(list).toContainText('Lake trip 1 湖.mp4');
      // What is wrong with a row is told in full where one walks to it.
      await list.focus();
      await scene.window.keyboard.press('End');
    },
  },
  {
    name: 'attachments-many',
    show: async (scene) => {
      await dropFiles(scene.window, (await makeFiles(scene, 12)).slice(0, 12));
      await parts(scene)
        .dialog.getByRole('button', { name: scene.name('importReview.attach_other', { count: 12 }) })
        .click();
      await expect(scene.window.getByRole('list', { name: scene.name('composer.attachments') })).toBeVisible();
    },
  },
  {
    name: 'link',
    show: async (scene) => {
      await command(scene, 'importReview.attachLink');
      const { dialog } = parts(scene);
      await dialog.getByRole('textbox').fill('ftp://harbour');
      await scene.window.keyboard.press('Enter');
      await expect(dialog.getByRole('alert')).not.toBeEmpty();
    },
  },
  {
    name: 'captions',
    show: async (scene) => {
      await makeFilm(scene);
      const path = join(scene.place.folder, 'Evening, the long cut.srt');
      await writeFile(path, captions);
      await dropFiles(scene.window, [path]);
      await expect(parts(scene).dialog).toContainText('The boats come in.');
    },
  },
  {
    name: 'trim',
    show: async (scene) => {
      await dropFiles(scene.window, [sampleFilm]);
      await press(scene, 'mediaJob.trimFile', { name: 'ocean.mp4' });
      const start = parts(scene).dialog.getByRole('slider', { name: scene.name('mediaJob.inPoint') });
      await start.press('Shift+ArrowRight');
    },
  },
  { name: 'compress', show: (scene) => dropLarge(scene, 'compress') },
];

const batchStates: readonly WindowState[] = [
  {
    name: 'batch-sheet',
    show: async (scene) => {
      const sheet = await putBatchTogether(scene);
      await sheet.getByRole('checkbox').check();
    },
  },
  {
    name: 'batch-question',
    show: async (scene) => {
      await request(scene.window, 'settings.change', { spending: 'always' });
      const sheet = await putBatchTogether(scene);
      await sheet.getByRole('button', { name: scene.name('batch.start_other', { count: 3 }) }).click();
      await expect(sheet.getByText(scene.name('spending.ask.batch'))).toBeVisible();
      await request(scene.window, 'settings.change', { spending: 'new-clips' });
    },
  },
  {
    name: 'batch-running',
    show: async (scene) => {
      const { control } = scene.place.demoCloud;
      control.fault({ on: 'upload', kind: 'upload-answer', at: 0.5, code: 4001, times: 1 });
      control.setCredits({ available: 900, frozen: 0, total: 900 });
      const sheet = await putBatchTogether(scene);
      control.hold('run-sse', { frames: 2 });
      await sheet.getByRole('button', { name: scene.name('batch.start_other', { count: 3 }) }).click();
      const rows = scene.window.getByRole('list', { name: scene.name('batch.table') });
      await expect(rows).toContainText(scene.name('batch.retry'));
    },
  },
];

const overVideo: readonly WindowState[] = [
  {
    name: 'gif',
    show: async (scene) => {
      await makeFilm(scene);
      await command(scene, 'gif.way');
      await parts(scene).dialog.getByRole('spinbutton').last().fill('40');
    },
  },
  {
    name: 'export-ways',
    show: async (scene) => {
      await makeFilm(scene);
      await press(scene, 'exporting.more');
      await expect(scene.window.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'export-question',
    show: async (scene) => {
      await makeFilm(scene);
      scene.place.demoCloud.control.hold('run-sse', { frames: 2 });
      await post(scene, words[scene.language].music);
      await expect(parts(scene).stop).toBeVisible();
      await press(scene, 'shell.export');
      await expect(scene.window.getByRole('alertdialog')).toBeVisible();
    },
  },
  {
    name: 'all-exports',
    show: async (scene) => {
      await makeFilm(scene);
      for (const fileName of ['Morning', 'A walk along the harbour with the long name']) {
        await exportTo(scene, fileName);
        await expect(
          parts(scene)
            .exports.getByRole('listitem')
            .filter({ hasText: fileName.slice(0, 6) }),
        ).toContainText(scene.name('exports.saved'));
      }
      await command(scene, 'saved.all');
      await expect(parts(scene).dialog).toContainText('Morning');
    },
  },
  {
    name: 'remove-export',
    show: async (scene) => {
      await makeFilm(scene);
      await exportTo(scene, 'Evening');
      const row = parts(scene).exports.getByRole('listitem').first();
      await expect(row).toContainText(scene.name('exports.saved'));
      await row.locator('[aria-haspopup="menu"]').click();
      await scene.window.getByRole('menuitem', { name: scene.name('saved.removeAsk') }).click();
      await expect(scene.window.getByRole('alertdialog')).toBeVisible();
    },
  },
  { name: 'undo', show: undo },
];

const helpStates: readonly WindowState[] = [
  {
    name: 'palette',
    show: async ({ window }) => {
      await window.keyboard.press('Control+k');
      await expect(window.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'search',
    show: async (scene) => {
      await say(scene, words[scene.language].sea);
      await scene.window.keyboard.press('Control+f');
      const { dialog } = parts(scene);
      await dialog.getByRole('combobox').fill(words[scene.language].found);
      await expect(dialog.getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'whats-new',
    show: async (scene) => {
      await command(scene, 'help.whatsNew');
      await expect(parts(scene).dialog).toBeVisible();
    },
  },
  {
    name: 'report',
    show: async (scene) => {
      await command(scene, 'help.report');
      await scene.window.getByText(scene.name('help.reportShow')).click();
    },
  },
];

/** What lies over the window, or in place of it. */
export const dialogStates: readonly WindowState[] = [...fileStates, ...batchStates, ...overVideo, ...helpStates];
