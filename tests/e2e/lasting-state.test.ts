import { copyFile, mkdir, readdir, readFile, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ElectronApplication, expect } from '@playwright/test';
import { openSettings, partsOf, say, test } from '../support/desktop.ts';

/** Loads the page anew while main never answers: it knows its language by itself. */
async function reloadUnanswered(app: ElectronApplication): Promise<void> {
  await app.evaluate(({ ipcMain, BrowserWindow }) => {
    ipcMain.removeHandler('rushes:page');
    ipcMain.handle('rushes:page', () => new Promise(() => undefined));
    BrowserWindow.getAllWindows()[0]?.webContents.reload();
  });
}

test('a broken settings file is set aside; language, theme and size survive the next restart', async ({
  place,
  start,
}) => {
  const broken = '{"preferences": {"language": "zh"';
  await mkdir(place.userData, { recursive: true });
  await writeFile(join(place.userData, 'settings.json'), broken);
  const first = await start();
  const note = first.window.getByText("Rushes couldn't read your settings and starts with fresh ones.");
  await expect(note).toBeVisible();
  await expect(partsOf(first.window).status).toHaveText('Ready!');
  const aside = (await readdir(place.userData)).filter((name) => name.startsWith('settings.json.broken-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(join(place.userData, aside[0] ?? ''), 'utf8')).toBe(broken);
  await first.window.getByRole('button', { name: 'Dismiss' }).click();
  await expect(note).toBeHidden();
  await say(first.window, 'Make a video of the sea');
  await expect(partsOf(first.window).timeline).toContainText(/Version \d/);
  await expect(partsOf(first.window).stop).toBeHidden();
  const ratio = () => first.window.evaluate(() => devicePixelRatio);
  const ordinary = await ratio();
  await openSettings(first.window, 'Language and look');
  const settings = first.window.getByRole('dialog');
  await settings.getByRole('group', { name: 'Size' }).getByText('125%').click();
  await expect.poll(ratio).toBeCloseTo(ordinary * 1.25, 2);
  await settings.getByText('中文').click();
  await expect(settings.getByRole('heading', { level: 2 })).toHaveText('设置');
  await settings.getByText('深色').click();
  await expect(settings.getByRole('radio', { name: '深色' })).toBeChecked();
  await settings.getByRole('button', { name: '关闭' }).click();
  await expect(settings).toBeHidden();
  await expect(first.window.getByRole('status', { name: '连接状态' })).toHaveText('已就绪');
  // The window was opened in English; the page comes back in the language that was chosen since.
  await reloadUnanswered(first.app);
  await expect(first.window.getByRole('textbox', { name: '消息' })).toBeVisible();
  await first.close();

  const second = await start();
  await expect(second.window.getByRole('status', { name: '连接状态' })).toHaveText('已就绪');
  await expect(second.window.getByText('设置文件无法读取')).toHaveCount(0);
  // The page itself is told another scheme by the test's own driver.
  expect(await second.app.evaluate(({ nativeTheme }) => nativeTheme.shouldUseDarkColors)).toBe(true);

  await reloadUnanswered(second.app);
  await expect(second.window.getByRole('textbox', { name: '消息' })).toBeVisible();
  const { first: brought } = await second.window.evaluate(() => window.rushes);
  expect(brought).toMatchObject({ locale: 'zh', preferences: { theme: 'dark' } });
});

test('where there is no key ring the user decides how long access is kept', async ({ place, start }) => {
  const { control } = place.demoCloud;
  const tokenFiles = async (): Promise<readonly string[]> =>
    (await readdir(place.userData)).filter((name) => name.startsWith('token-'));
  const noKeyring = {
    before: `import { safeStorage } from 'electron'; safeStorage.isEncryptionAvailable = () => false;`,
  };
  const first = await start(noKeyring);
  await expect(partsOf(first.window).status).toHaveText('Ready!');
  const note = first.window.getByText("Your sign-in can't be stored encrypted here.");
  await expect(note).toBeHidden();
  expect(await tokenFiles()).toHaveLength(1);
  await first.window.getByRole('button', { name: 'Settings' }).click();
  await expect(note).toBeVisible();
  await expect(first.window.getByRole('radio', { name: 'Keep it in my profile' })).toBeChecked();
  await first.window.getByText('Only until I quit', { exact: true }).click();
  await expect.poll(tokenFiles).toEqual([]);
  await first.close();

  // The cloud gives one token in 7 days, as Settings said.
  const second = await start(noKeyring);
  await expect(partsOf(second.window).status).toHaveText('No free credits');
  await expect(second.window.getByRole('alert')).toContainText('No free credits left.');
  expect(control.calls('anonymous-token').length).toBeGreaterThan(1);
});

test('a damaged history is set aside with a word, and its newest backup opened', async ({ place, start }) => {
  const first = await start();
  await say(first.window, 'Make a video of the sea');
  await expect(partsOf(first.window).timeline).toContainText(/Version \d/);
  await expect(partsOf(first.window).stop).toBeHidden();
  await first.close();
  const backup = join(place.userData, 'backups', 'day-2026-03-02');
  await mkdir(backup, { recursive: true });
  await copyFile(join(place.userData, 'rushes.db'), join(backup, 'rushes.db'));
  await utimes(join(backup, 'rushes.db'), new Date(2026, 2, 2, 9, 30), new Date(2026, 2, 2, 9, 30));
  const damaged = 'This was a database once. '.repeat(1000);
  await writeFile(join(place.userData, 'rushes.db'), damaged);

  // The dialog comes as early as the window.
  const second = await start({
    before: `import { dialog } from 'electron';
      globalThis.questions = [];
      dialog.showMessageBox = (...given) => {
        globalThis.questions.push(given.at(-1));
        return Promise.resolve({ response: 0 });
      };`,
  });
  const { status, conversation, timeline } = partsOf(second.window);
  await expect(status).toHaveText('Ready!');
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveText('Make a video of the sea');
  await expect(timeline).toContainText(/Version \d/);
  const aside = (await readdir(place.userData)).filter((name) => name.startsWith('rushes.db.broken-'));
  expect(aside).toHaveLength(1);
  expect(await readFile(join(place.userData, aside[0] ?? ''), 'utf8')).toBe(damaged);
  type Asked = { readonly questions: readonly { readonly message: string; readonly detail: string }[] };
  const questions = await second.app.evaluate(() => (globalThis as unknown as Asked).questions);
  expect(questions.map(({ message }) => message)).toEqual(['Rushes opened a backup of your projects']);
  expect(questions[0]?.detail).toContain(aside[0]);
  expect(questions[0]?.detail).toContain('March 2, 2026');

  await say(second.window, 'Make it slower');
  await expect(conversation.getByRole('article', { name: 'You' })).toHaveCount(2);
  expect(place.demoCloud.control.calls('anonymous-token')).toHaveLength(1);
});
