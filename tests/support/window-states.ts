import { copyFile, mkdir, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ElectronApplication, expect, type Locator, type Page } from '@playwright/test';
import en from '../../src/shared/locales/en.json' with { type: 'json' };
import zh from '../../src/shared/locales/zh.json' with { type: 'json' };
import { settingsSections } from '../../src/shared/domain/settings-section.ts';
import { answerOpenDialog, answerSaveDialog, dropFiles, type Place } from './desktop.ts';
import { request } from './media-jobs.ts';

const samples = resolve(import.meta.dirname, '../../resources/samples');

export type Language = 'en' | 'zh';

/** A window to bring into states, on its demo cloud; `name`: a text of the window's language by its key. */
export type Scene = {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly place: Place;
  readonly language: Language;
  readonly name: (key: string) => string;
};

/** A state of the window, reached from a new project with nothing open. */
export type WindowState = { readonly name: string; readonly show: (scene: Scene) => Promise<void> };

export function sceneOf(parts: Omit<Scene, 'name'>): Scene {
  const texts: unknown = { en, zh }[parts.language].window;
  return {
    ...parts,
    name: (key) => {
      const text = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], texts);
      if (typeof text !== 'string') throw new Error(`There is no text ${key}`);
      return text;
    },
  };
}

/** A new project with nothing over it, on a service that behaves. */
export async function startOver({ window, place, name }: Scene): Promise<void> {
  const { control } = place.demoCloud;
  control.clear();
  control.setCredits({ available: 100, frozen: 0, total: 100 });
  await window.reload();
  await window.getByRole('button', { name: name('projects.create'), exact: true }).click();
  await expect(partOf({ window, name }).conversation.getByRole('article')).toHaveCount(0);
}

type Named = Pick<Scene, 'window' | 'name'>;

function partOf({ window, name }: Named): Readonly<Record<'conversation' | 'message' | 'stop' | 'timeline', Locator>> {
  return {
    conversation: window.getByRole('log', { name: name('chat.title') }),
    message: window.getByRole('textbox', { name: name('composer.message') }),
    stop: window.getByRole('button', { name: name('composer.stop'), exact: true }),
    timeline: window.getByRole('region', { name: name('timeline.title') }),
  };
}

/** Sends this and waits for the answer's end. */
async function say(scene: Scene, text: string): Promise<void> {
  await post(scene, text);
  await expect(partOf(scene).conversation.getByRole('article').last()).not.toHaveAttribute('aria-busy', 'true');
  await expect(partOf(scene).stop).toBeHidden();
}

async function post(scene: Scene, text: string): Promise<void> {
  const { message } = partOf(scene);
  await message.fill(text);
  await message.press('Enter');
}

const words = {
  en: {
    sea: 'A sailboat at sunset on a calm sea, slow camera, 10 seconds',
    answer: 'Here is your clip: **a sailboat at sunset**. It is on the timeline; say what you would like to change.',
    title: 'Add the title “Evening Tide” at the beginning',
    music: 'Add calm music',
    found: 'sailboat',
    long: 'I would like a film about the harbour in the morning. '.repeat(12),
  },
  zh: {
    sea: '夕阳下平静海面上的一艘帆船，镜头缓慢移动，10 秒',
    answer: '片段做好了：**夕阳下的帆船**。已经放到时间线上，想改哪里告诉我就行。',
    title: '在开头加上标题“晚潮”',
    music: '加一段平静的音乐',
    found: '帆船',
    long: '我想做一部关于清晨港口的短片，渔船出海，海鸥在天上飞。'.repeat(10),
  },
} as const;

/** A film of one clip with a title and music, in three turns. */
async function makeFilm(scene: Scene): Promise<void> {
  const { control, url } = scene.place.demoCloud;
  const text = words[scene.language];
  const clip = {
    name: scene.language === 'zh' ? '帆船' : 'sailboat',
    url: `${url}/files/samples/ocean.mp4`,
    durationMs: 10_000,
  };
  control.script({ kind: 'text', text: text.answer, edits: [{ kind: 'place-clips', clips: [clip] }] });
  await say(scene, text.sea);
  control.script({
    kind: 'silent',
    edits: [{ kind: 'set-title', text: scene.language === 'zh' ? '晚潮' : 'Evening Tide' }],
  });
  await say(scene, text.title);
  control.script({ kind: 'spoken' });
  await say(scene, text.music);
}

/** Files of every kind that gives trouble, and `good` that do not. */
async function makeFiles(folder: string, good: number): Promise<readonly string[]> {
  await mkdir(folder, { recursive: true });
  const names = Array.from({ length: good }, (_, index) => join(folder, `Lake trip ${index + 1} 湖.mp4`));
  for (const name of names) await copyFile(join(samples, 'ocean.mp4'), name);
  const bad = [
    'notes.txt',
    'empty.mp4',
    'A very long name of a file that somebody gave it on a long evening.docx',
    'broken.mov',
  ];
  for (const name of bad) await writeFile(join(folder, name), name === 'empty.mp4' ? '' : 'not a film');
  return [...names, ...bad.map((name) => join(folder, name))];
}

const dialogOf = (window: Page): Locator => window.getByRole('dialog').last();

/** The states that every look at the window goes through, in an order that ends with what spoils the connection. */
export const windowStates: readonly WindowState[] = [
  {
    name: 'first-screen',
    show: async ({ window, name }) => {
      await expect(window.getByText(name('chat.greeting'))).toBeVisible();
    },
  },
  {
    name: 'generating',
    show: async (scene) => {
      const { control } = scene.place.demoCloud;
      control.hold('run-sse', { frames: 2 });
      control.script({ kind: 'generate' });
      await post(scene, words[scene.language].sea);
      await expect(partOf(scene).stop).toBeVisible();
      await post(scene, words[scene.language].music);
    },
  },
  { name: 'film', show: makeFilm },
  {
    name: 'long-message',
    show: async (scene) => {
      scene.place.demoCloud.control.script({
        kind: 'text',
        text: `${words[scene.language].long}\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n- x\n- y`,
      });
      await say(scene, words[scene.language].long);
      await partOf(scene).message.fill(words[scene.language].long.repeat(3));
    },
  },
  {
    name: 'question',
    show: async (scene) => {
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
    },
  },
  {
    name: 'attachments',
    show: async ({ window, place }) => {
      await dropFiles(window, (await makeFiles(join(place.folder, `files ${Date.now()}`), 3)).slice(0, 3));
      await expect(window.getByText('Lake trip 3 湖.mp4').first()).toBeVisible();
    },
  },
  {
    name: 'attachments-many',
    show: async ({ window, place, app }) => {
      const files = await makeFiles(join(place.folder, `many ${Date.now()}`), 12);
      await answerOpenDialog(app, files);
      await dropFiles(window, files);
      await expect(window.getByText('Lake trip 1 湖.mp4').first()).toBeVisible();
    },
  },
  {
    name: 'palette',
    show: async ({ window }) => {
      await window.keyboard.press('Control+k');
      await expect(dialogOf(window)).toBeVisible();
    },
  },
  {
    name: 'search',
    show: async (scene) => {
      await makeFilm(scene);
      await scene.window.keyboard.press('Control+f');
      await dialogOf(scene.window).getByRole('combobox').fill(words[scene.language].found);
      await expect(dialogOf(scene.window).getByRole('option').first()).toBeVisible();
    },
  },
  {
    name: 'exports',
    show: async (scene) => {
      const { window, app, place, name } = scene;
      await makeFilm(scene);
      await answerSaveDialog(app, join(place.folder, `Evening ${Date.now()}.mp4`));
      await window.getByRole('button', { name: name('shell.export'), exact: true }).click();
      const exports = window.getByRole('region', { name: name('exports.title') });
      await expect(exports).toContainText(name('exports.saved'));
      place.demoCloud.control.fault({ on: 'render-submit', kind: 'render-fails', times: Infinity });
      await answerSaveDialog(app, join(place.folder, `Failing ${Date.now()}.mp4`));
      await window.getByRole('button', { name: name('shell.export'), exact: true }).click();
      await expect(exports).toContainText(name('failure.render-failed'));
      place.demoCloud.control.clear();
      place.demoCloud.control.hold('render');
      await answerSaveDialog(app, join(place.folder, `Running ${Date.now()}.mp4`));
      await window.getByRole('button', { name: name('shell.export'), exact: true }).click();
      await expect(exports.getByRole('listitem').first()).toContainText('Running');
    },
  },
  ...settingsSections.map((section): WindowState => ({
    name: `settings-${section}`,
    show: async ({ window, name }) => {
      await window.getByRole('button', { name: name('shell.settings'), exact: true }).click();
      await dialogOf(window)
        .getByRole('tab', { name: name(`settings.sections.${section}`) })
        .click();
    },
  })),
  {
    name: 'refused-credits',
    show: async (scene) => {
      scene.place.demoCloud.control.fault({ on: 'run-sse', kind: 'envelope', code: 2001 });
      await say(scene, words[scene.language].sea);
      await expect(partOf(scene).conversation.getByRole('article').last()).toContainText(
        scene.name('failure.no-credits').slice(0, 8),
      );
    },
  },
  {
    name: 'broken-answer',
    show: async (scene) => {
      scene.place.demoCloud.control.fault({ on: 'run-sse', kind: 'http', status: 502, html: true, times: Infinity });
      await say(scene, words[scene.language].sea);
    },
  },
];

/** The same window in the dark or in the light, at this size of its content in CSS pixels and this scale. */
export async function dress(
  { app, window }: Pick<Scene, 'app' | 'window'>,
  look: { readonly theme: 'light' | 'dark'; readonly width: number; readonly height: number; readonly scale: number },
): Promise<void> {
  await request(window, 'settings.change', { theme: look.theme, uiScale: Math.round(look.scale * 100) });
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    const shown = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('rushes://app/'));
    shown?.setContentSize(width, height);
  }, look);
  await window.waitForFunction(
    ({ width, theme }) => Math.abs(innerWidth - width) < 2 && document.documentElement.dataset['theme'] === theme,
    { width: Math.round(look.width / look.scale), theme: look.theme },
  );
  // What the new size changed is laid out, and what moves has come to rest.
  await window.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const moving = document.getAnimations().filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity);
    await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
  });
}
