import { expect, type Page } from '@playwright/test';
import { dropFiles } from './desktop.ts';
import { request } from './media-jobs.ts';
import { accountStates, rehearsalStates, settingsStates } from './window-account-states.ts';
import { dialogStates } from './window-dialog-states.ts';
import {
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
  tell,
  type WindowState,
  words,
} from './window-scene.ts';

const longName = 'Sunrise over the harbour and the first boats, the long cut, version 12.mp4';

/** Two turns of work that was under way when the app last ended, and a file. */
async function tellOfLastEnd(scene: Scene): Promise<void> {
  const { openProjectId: projectId } = await request(scene.window, 'app.subscribe', {});
  const item = (id: string, name: string) => ({ id, projectId, name, failure: null });
  await tell(scene, {
    type: 'startup-report',
    items: [
      { ...item('e1', longName), outcome: 'saved' },
      { ...item('e2', longName), outcome: 'export-failed', failure: { code: 'folder-gone' } },
      { ...item('t1', words[scene.language].long), outcome: 'answer-unknown' },
      { ...item('u1', 'ocean.mp4'), outcome: 'not-uploaded' },
    ],
  });
}

/** The agent's questions, in a card. */
async function beAsked(scene: Scene): Promise<void> {
  const options = (labels: readonly string[]) => labels.map((label) => ({ id: label, label }));
  const args = {
    title: 'A few things first',
    questions: [
      { id: 'q1', prompt: 'Which colours?', options: options(['Warm', 'Cold']) },
      { id: 'q2', prompt: 'Which sounds?', options: options(['Rain', 'Wind', 'Piano']), allow_multiple: true },
    ],
  };
  const content = { role: 'model', parts: [{ functionCall: { name: 'ask_question', id: 'c1', args } }] };
  scene.place.demoCloud.control.script({ kind: 'frames', frames: [{ author: 'nemo_agent', id: 'e1', content }] });
  await say(scene, words[scene.language].sea);
  await expect(scene.window.getByRole('group', { name: 'A few things first' })).toBeVisible();
}

/** Exports of every kind: saved, failed, on their way, stalled, saved with doubts; some with long names. */
async function exportAll(scene: Scene): Promise<void> {
  const { window, place, name } = scene;
  const { exports } = parts(scene);
  await makeFilm(scene);
  await exportTo(scene, 'Evening');
  await expect(exports).toContainText(name('exports.saved'));
  place.demoCloud.control.fault({ on: 'render-submit', kind: 'render-fails', times: Infinity });
  await exportTo(scene, 'Failing');
  await expect(exports).toContainText(name('failure.render-failed'));
  place.demoCloud.control.clear();
  place.demoCloud.control.hold('render');
  await exportTo(scene, 'Running');
  await expect(exports.getByRole('listitem').first()).toContainText('Running');
  const { exports: jobs } = await request(window, 'app.subscribe', {});
  const [job] = jobs;
  if (job === undefined) throw new Error('There is no export');
  const other = { ...job, fileName: longName, phaseAt: Date.now() - 95_000, failure: null };
  await tell(
    scene,
    { type: 'export', job: { ...other, id: 'x1', state: 'downloading', received: 3_000_000, bytes: 9_000_000 } },
    { type: 'export', job: { ...other, id: 'x2', state: 'rendering', polls: 12 } },
    { type: 'export', job: { ...other, id: 'x3', state: 'failed', failure: { code: 'folder-gone' } } },
    { type: 'export', job: { ...other, id: 'x4', state: 'failed', failure: { code: 'export-blocked' } } },
  );
  await expect(exports).toContainText(name('failure.folder-gone'));
  // The card of the account is a state of its own.
  await press(scene, 'shell.dismiss');
  await expect(parts(scene).dialog).toBeHidden();
}

/** A part of the window that cannot be drawn, as by a fault of ours. */
async function breakMessage(scene: Scene): Promise<void> {
  await scene.window.evaluate(() => {
    const startsWith = new Proxy(Reflect.get(String.prototype, 'startsWith') as () => unknown, {
      apply: (target, text: string, rest) => {
        if (text.includes('poisoned')) throw new Error('planted');
        return Reflect.apply(target, text, rest);
      },
    });
    Object.assign(String.prototype, { startsWith });
  });
  scene.place.demoCloud.control.script({ kind: 'text', text: 'A poisoned **answer**.' });
  await say(scene, words[scene.language].sea);
  await expect(scene.window.getByText(scene.name('shell.cannotShowMessage'))).toBeVisible();
}

/** A window that knows no project but the open one. */
async function forgetProjects({ window }: Scene): Promise<void> {
  const { projects, openProjectId } = await request(window, 'app.subscribe', {});
  for (const { id } of projects) if (id !== openProjectId) await request(window, 'project.delete', { projectId: id });
  await window.reload();
}

const openProjectRow = (window: Page) => window.locator('nav a[aria-current="page"]');

const conversationStates: readonly WindowState[] = [
  {
    name: 'welcome',
    show: async (scene) => {
      await forgetProjects(scene);
      await expect(scene.window.getByRole('group', { name: scene.name('welcome.title') })).toBeVisible();
    },
  },
  {
    name: 'first-screen',
    show: async ({ window, name }) => {
      await request(window, 'project.create', {});
      await expect(window.getByText(name('chat.welcome'))).toBeVisible();
    },
  },
  {
    name: 'generating',
    show: async (scene) => {
      const { control } = scene.place.demoCloud;
      control.hold('run-sse', { frames: 2 });
      control.script({ kind: 'generate' });
      await post(scene, words[scene.language].sea);
      await expect(parts(scene).stop).toBeVisible();
      await post(scene, words[scene.language].music);
    },
  },
  { name: 'film', show: makeFilm },
  {
    name: 'long-message',
    show: async (scene) => {
      const { long } = words[scene.language];
      const text = `${long}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n- y`;
      scene.place.demoCloud.control.script({ kind: 'text', text });
      await say(scene, long);
      await parts(scene).message.fill(long.repeat(3));
    },
  },
  { name: 'question', show: beAsked },
  {
    name: 'attachments',
    show: async (scene) => {
      await dropFiles(scene.window, (await makeFiles(scene, 3)).slice(0, 3));
      await expect(scene.window.getByText('Lake trip 3 湖.mp4').first()).toBeVisible();
    },
  },
  {
    name: 'decisions',
    show: async (scene) => {
      await dropFiles(scene.window, [sampleFilm, await makeLargeFilm(scene), ...(await makeFiles(scene, 0))]);
      await expect(scene.window.getByRole('button', { name: scene.name('mediaJob.open.compress') })).toBeVisible();
    },
  },
  {
    name: 'roles',
    show: async (scene) => {
      await dropFiles(scene.window, [sampleFilm]);
      await press(scene, 'roles.title', { name: 'ocean.mp4' });
      await expect(scene.window.getByRole('menu')).toBeVisible();
    },
  },
  {
    name: 'spend-question',
    show: async (scene) => {
      await makeFilm(scene);
      await post(scene, words[scene.language].another);
      await expect(scene.window.getByRole('group', { name: scene.name('spending.ask.new-clip') })).toBeVisible();
    },
  },
  {
    name: 'spend-permission',
    show: async (scene) => {
      await press(scene, 'spending.modes.new-clips');
      await expect(scene.window.getByRole('menu')).toBeVisible();
    },
  },
  { name: 'crashed-part', outlives: true, show: breakMessage },
  { name: 'startup-report', outlives: true, show: tellOfLastEnd },
];

const stageStates: readonly WindowState[] = [
  { name: 'exports', outlives: true, show: exportAll },
  {
    name: 'media',
    outlives: true,
    show: async (scene) => {
      await dropFiles(scene.window, [sampleFilm]);
      await expect(scene.window.getByRole('list', { name: scene.name('composer.attachments') })).toBeVisible();
      await makeFilm(scene);
      await scene.window.keyboard.press('Control+Shift+M');
      await expect(scene.window.getByRole('region', { name: scene.name('projectMedia.title') })).toContainText('ocean');
    },
  },
  {
    name: 'media-empty',
    outlives: true,
    show: async ({ window, name }) => {
      await window.keyboard.press('Control+Shift+M');
      await expect(window.getByText(name('projectMedia.emptyText'))).toBeVisible();
    },
  },
  {
    name: 'versions',
    show: async (scene) => {
      await makeFilm(scene);
      await press(scene, 'versions.pick', { version: 3 });
      await expect(scene.window.getByRole('menuitemradio')).toHaveCount(3);
    },
  },
  { name: 'past', show: lookBack },
  {
    name: 'compare',
    show: async (scene) => {
      await lookBack(scene);
      await press(scene, 'versions.compare');
      await expect(parts(scene).dialog).toContainText(words[scene.language].evening);
    },
  },
  {
    name: 'side-by-side',
    show: async (scene) => {
      await lookBack(scene);
      await press(scene, 'versions.compare');
      await press(scene, 'versions.sideBySide');
      await expect(scene.window.getByText(scene.name('versions.sideBySideEnd'))).toBeVisible();
    },
  },
  {
    name: 'project-menu',
    show: async ({ window }) => {
      await openProjectRow(window).click({ button: 'right' });
      await expect(window.getByRole('menu')).toBeVisible();
    },
  },
];

async function lookBack(scene: Scene): Promise<void> {
  await makeFilm(scene);
  await press(scene, 'versions.pick', { version: 3 });
  await scene.window.getByRole('menuitemradio').last().click();
  await expect(scene.window.getByText(scene.name('versions.looking'))).toBeVisible();
}

/** The states that every look at the window goes through, by what they are of; the last ones spoil the connection. */
export const stateGroups = {
  conversation: conversationStates,
  stage: stageStates,
  dialogs: dialogStates,
  settings: [...settingsStates, ...accountStates],
  rehearsal: rehearsalStates,
} as const;

export const windowStates: readonly WindowState[] = Object.values(stateGroups).flat();
