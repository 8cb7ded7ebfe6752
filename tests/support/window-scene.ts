import { appendFile, copyFile, mkdir, stat, truncate, writeFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import en from '../../src/shared/locales/en.json' with { type: 'json' };
import zh from '../../src/shared/locales/zh.json' with { type: 'json' };
import type { AppEvent } from '../../src/shared/contract/events.ts';
import { channels } from '../../src/shared/contract/bridge.ts';
import { answerSaveDialog, type Place } from './desktop.ts';
import { request } from './media-jobs.ts';
import { pseudo } from './pseudo-locale.ts';

export const sampleFilm = resolve(import.meta.dirname, '../../resources/samples/ocean.mp4');

/** `pseudo`: English as a long language would be; the page must have been given it (`speakPseudo`). */
export type Language = 'en' | 'zh' | 'pseudo';

type Values = Readonly<Record<string, string | number>>;

/** A window to bring into states, on its demo cloud; `name`: a text of the window's language by its key, with these values. */
export type Scene = {
  readonly app: ElectronApplication;
  readonly window: Page;
  readonly place: Place;
  readonly language: Language;
  readonly name: (key: string, values?: Values) => string;
};

/** A state of the window, reached from a new project with nothing open. `rehearsal`: it is there in a rehearsal only. */
export type WindowState = {
  readonly name: string;
  readonly rehearsal?: true;
  /** At a zoom of 200 percent its card leaves no room for what is beneath, until it is closed. */
  readonly covers?: true;
  /** What it shows is the window's, not its project's: only a page that is loaded anew is without it. */
  readonly outlives?: true;
  readonly show: (scene: Scene) => Promise<void>;
};

export function sceneOf(parts: Omit<Scene, 'name'>): Scene {
  const texts: unknown = { en, zh, pseudo: pseudo(en) }[parts.language].window;
  return {
    ...parts,
    name: (key, values = {}) => {
      const text = key.split('.').reduce<unknown>((node, part) => (node as Record<string, unknown>)[part], texts);
      if (typeof text !== 'string') throw new Error(`There is no text ${key}`);
      return text.replaceAll(/\{\{(\w+)\}\}/g, (_, word: string) => String(values[word]));
    },
  };
}

type Named = Pick<Scene, 'window' | 'name'>;

export const parts = ({ window, name }: Named) => ({
  conversation: window.getByRole('log', { name: name('chat.title') }),
  message: window.getByRole('textbox', { name: name('composer.message'), exact: true }),
  stop: window.getByRole('button', { name: name('composer.stop'), exact: true }),
  timeline: window.getByRole('region', { name: name('timeline.title') }),
  exports: window.getByRole('region', { name: name('exports.title') }),
  /** The dialog on top. */
  dialog: window.getByRole('dialog').last(),
});

/** A new project with nothing over it, on a service that behaves. `keepsPage`: nothing is to go but what Escape closes. */
export async function startOver(scene: Scene, keepsPage = false): Promise<void> {
  const { window, place, name } = scene;
  const { control } = place.demoCloud;
  control.clear();
  control.setCredits({ available: 100, frozen: 0, total: 100 });
  // A list of incoming files is main's, and outlives the page.
  const { openProjectId: projectId } = await request(window, 'app.subscribe', {});
  const { importReview } = await request(window, 'project.open', { projectId });
  if (importReview !== null) await request(window, 'importReview.dismiss', { reviewId: importReview.id });
  if (!keepsPage || !(await closeAll(scene))) await window.reload();
  await press(scene, 'projects.create');
  await expect(parts({ window, name }).conversation.getByRole('article')).toHaveCount(0);
}

/** Closes what lies over the window, one card after the other; answers whether all went. */
async function closeAll({ window, name }: Scene): Promise<boolean> {
  const beneath = window.getByRole('button', { name: name('projects.create'), exact: true });
  const over = window.locator('[role="dialog"], [role="alertdialog"], [role="menu"]');
  for (let tries = 0; tries < 4; tries += 1) {
    if ((await over.count()) === 0 && (await beneath.isVisible())) return true;
    await window.keyboard.press('Escape');
    await atRest(window);
  }
  return false;
}

/** Presses the button whose name this text is. */
export async function press({ window, name }: Named, key: string, values: Values = {}): Promise<void> {
  await window
    .getByRole('button', { name: name(key, values), exact: true })
    .first()
    .click();
}

/** Chooses this in the palette. */
export async function command({ window, name }: Named, key: string): Promise<void> {
  await window.keyboard.press('Control+k');
  await window.getByRole('combobox', { name: name('commands.palette') }).fill(name(key));
  await window.keyboard.press('Enter');
}

/** What main would tell the window; for states that would take long to come to. */
export async function tell({ app }: Scene, ...events: readonly AppEvent[]): Promise<void> {
  await app.evaluate(
    ({ BrowserWindow }, [channel, told]) => {
      const shown = BrowserWindow.getAllWindows().find((one) => one.webContents.getURL().startsWith('rushes://app/'));
      shown?.webContents.send(channel, told);
    },
    [channels.events, events] as const,
  );
}

/** Sends this and waits for the answer's end. */
export async function say(scene: Scene, text: string): Promise<void> {
  const { conversation, stop } = parts(scene);
  await post(scene, text);
  await expect(conversation.getByRole('article').last()).not.toHaveAttribute('aria-busy', 'true');
  await expect(stop).toBeHidden();
}

export async function post(scene: Scene, text: string): Promise<void> {
  const { message } = parts(scene);
  await message.fill(text);
  await message.press('Enter');
}

const english = {
  sea: 'A sailboat at sunset on a calm sea, slow camera, 10 seconds',
  answer: 'Here is your clip: **a sailboat at sunset**. It is on the timeline; say what you would like to change.',
  clip: 'sailboat',
  evening: 'Evening Tide',
  title: 'Add the title “Evening Tide” at the beginning',
  music: 'Add calm music',
  another: 'Make a new video of a lighthouse at night',
  found: 'sailboat',
  long: 'I would like a film about the harbour in the morning. '.repeat(12),
  batch: 'Trim {name} to 10 seconds and add {mood} music',
  own: 'Only the first half, in black and white',
};

export const words = {
  en: english,
  pseudo: english,
  zh: {
    sea: '夕阳下平静海面上的一艘帆船，镜头缓慢移动，10 秒',
    answer: '片段做好了：**夕阳下的帆船**。已经放到时间线上，想改哪里告诉我就行。',
    clip: '帆船',
    evening: '晚潮',
    title: '在开头加上标题“晚潮”',
    music: '加一段平静的音乐',
    another: '再生成一段夜晚灯塔的视频',
    found: '帆船',
    long: '我想做一部关于清晨港口的短片，渔船出海，海鸥在天上飞。'.repeat(10),
    batch: '把 {name} 剪到 10 秒，配上{mood}音乐',
    own: '只要前半段，黑白',
  },
} as const satisfies Readonly<Record<Language, typeof english>>;

/** The projects in which films were made, by their apps. */
const films = new WeakMap<ElectronApplication, string>();

/** A film of one clip with a title and music, in three turns. Where the app's last one stands as it was made, that is opened again. */
export async function makeFilm(scene: Scene): Promise<void> {
  if (await openFilm(scene)) return;
  const { control, url } = scene.place.demoCloud;
  const text = words[scene.language];
  const clip = { name: text.clip, url: `${url}/files/samples/ocean.mp4`, durationMs: 10_000 };
  control.script({ kind: 'text', text: text.answer, edits: [{ kind: 'place-clips', clips: [clip] }] });
  await say(scene, text.sea);
  control.script({ kind: 'silent', edits: [{ kind: 'set-title', text: text.evening }] });
  await say(scene, text.title);
  control.script({ kind: 'spoken' });
  await say(scene, text.music);
  films.set(scene.app, (await request(scene.window, 'app.subscribe', {})).openProjectId);
}

/** Leaves a project that has files for its message where it is. */
async function openFilm(scene: Scene): Promise<boolean> {
  const { window, app, name } = scene;
  const { conversation, message } = parts(scene);
  const row = window.locator(`nav a[href="#${films.get(app)}"]`);
  const hasFiles = await window.getByRole('list', { name: name('composer.attachments') }).isVisible();
  if (hasFiles || !(await row.isVisible())) return false;
  await row.click();
  await expect(row).toHaveAttribute('aria-current', 'page');
  await expect(conversation.getByRole('article').first()).toContainText(words[scene.language].sea);
  const isAsMade = (await conversation.getByRole('article').count()) === 6 && (await message.inputValue()) === '';
  if (!isAsMade) await press(scene, 'projects.create');
  if (!isAsMade) await expect(conversation.getByRole('article')).toHaveCount(0);
  return isAsMade;
}

/** Films, `good` of them, and then files of every kind that gives trouble, in a new folder. */
export async function makeFiles({ place }: Scene, good: number): Promise<readonly string[]> {
  const folder = join(place.folder, `Lake trip ${Date.now()}`);
  await mkdir(folder, { recursive: true });
  const names = Array.from({ length: good }, (_, index) => join(folder, `Lake trip ${index + 1} 湖.mp4`));
  for (const name of names) await copyFile(sampleFilm, name);
  const bad = [
    'notes.txt',
    'empty.mp4',
    'A very long name of a file that somebody gave it on a long evening.docx',
    'broken.mov',
  ];
  for (const name of bad) await writeFile(join(folder, name), name === 'empty.mp4' ? '' : 'not a film');
  return [...names, ...bad.map((name) => join(folder, name))];
}

/** A film of more bytes than can be sent, on the disk of few: what follows it is no part of it, and nobody reads it. */
export async function makeLargeFilm({ place }: Scene): Promise<string> {
  const path = join(place.folder, `A day at the lake ${Date.now()}.mp4`);
  await copyFile(sampleFilm, path);
  await appendFile(path, Buffer.from([0x20, 0, 0, 8, 0x66, 0x72, 0x65, 0x65]));
  await truncate(path, (await stat(path)).size - 8 + 0x20000000);
  return path;
}

/** Exports to a file of this name; answers once main has it. */
export async function exportTo(scene: Scene, fileName: string): Promise<void> {
  await answerSaveDialog(scene.app, join(scene.place.folder, `${fileName} ${Date.now()}.mp4`));
  await press(scene, 'shell.export');
}
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
  await atRest(window);
}

/** Until what has changed is laid out, and what moves has come to rest. */
export async function atRest(window: Page): Promise<void> {
  await window.evaluate(async () => {
    const frame = (): Promise<number> => new Promise((done) => requestAnimationFrame(done));
    await frame();
    await frame();
    const moving = document.getAnimations().filter(({ timeline, effect }) => {
      const target = effect instanceof KeyframeEffect ? effect.target : null;
      // What is skipped since it is out of sight stands still, and never ends.
      const isDrawn = target?.checkVisibility({ contentVisibilityAuto: true }) === true;
      return isDrawn && timeline === document.timeline && effect?.getComputedTiming().iterations !== Infinity;
    });
    await Promise.all(moving.map(({ finished }) => finished.catch(() => undefined)));
  });
}
