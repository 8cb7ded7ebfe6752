import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Settings } from '../../src/renderer/settings/settings.tsx';
import { sectionsFor } from '../../src/renderer/settings/sections.tsx';
import { defaultPreferences } from '../../src/shared/domain/app-state.ts';
import { initialState } from '../../src/renderer/state/model.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    settings: 'Settings',
    search: 'Search settings',
    found: 'Settings found',
    account: 'Account',
    look: 'Language and look',
    network: 'Network',
    scale: 'Size',
    scaleHint: /Makes text and buttons larger/,
    spending: 'Spending',
    limit: 'Daily limit',
    nothing: 'No setting has these words.',
    days: /5 days left/,
    gives: 'With an account',
    register: 'Sign in or register',
    code: 'Sign-in code',
    signOut: 'Sign out',
    openLogs: 'Open folder',
    licences: 'Show 1',
    clear: 'Clear',
    clips: 'Fetched clips',
    proxies: 'Small copies',
    freed: '2.0 MB freed.',
    restore: /Restore the backup of February 1, 2026.*6:05/,
    restoreNo: 'Keep as it is',
    restoreYes: 'Restore',
    restored: /Your projects are as they were on February 1, 2026/,
    deleteAll: 'Delete all data…',
    keep: 'Keep my data',
    deleteYes: 'Delete everything',
    deleteSure: 'Yes, delete it now',
  },
  zh: {
    settings: '设置',
    search: '搜索设置',
    found: '找到的设置',
    account: '账号',
    look: '语言与外观',
    network: '网络',
    scale: '界面大小',
    scaleHint: /放大或缩小文字/,
    spending: '消费',
    limit: '每日上限',
    nothing: '没有找到相关设置。',
    days: /还剩 5 天/,
    gives: '注册账号后',
    register: '登录或注册',
    code: '登录码',
    signOut: '退出登录',
    openLogs: '打开文件夹',
    licences: '显示 1 个',
    clear: '清理',
    clips: '已下载的片段',
    proxies: '小体积副本',
    freed: '已释放 2.0 MB。',
    restore: /恢复 2026年2月1日.*18:05 的备份/,
    restoreNo: '保持现状',
    restoreYes: '恢复',
    restored: /你的项目已回到 2026年2月1日/,
    deleteAll: '删除全部数据…',
    keep: '保留数据',
    deleteYes: '全部删除',
    deleteSure: '确定，立即删除',
  },
} as const;

const dayMs = 24 * 3_600_000;
const about = {
  version: '1.2.3',
  electron: '45',
  chromium: '130',
  licences: [
    { name: 'mediabunny', version: '1.61.0', licence: 'MPL-2.0', text: 'Mozilla Public License', bytes: 434_176 },
  ],
};
const answer = {
  'localData.sizes': { clips: 0, proxies: 0, history: 0, rehearsals: 0 },
  'credits.history': [],
  'app.about': about,
};
const open = { dialog: { kind: 'settings' }, answer } as const;

describe.each(['en', 'zh'] as const)('the settings in %s', (locale) => {
  const words = names[locale];
  const tab = (name: string) => screen.getByRole('tab', { name });
  const search = () => screen.getByRole('searchbox', { name: words.search });

  it.each(sectionsFor({ ...initialState, tokenKeeping: 'profile' }).map(({ id }) => id))(
    'have a page %s that a screen reader can read',
    async (section) => {
      show(<Settings section={section} />, locale, { ...open, tokenKeeping: 'profile' });
      expect(await screen.findByRole('dialog', { name: words.settings })).toBeDefined();
      const panel = screen.getByRole('tabpanel');
      expect(within(panel).getByRole('heading').textContent).toBe(
        screen.getByRole('tab', { selected: true }).textContent,
      );
      await expectAccessible();
    },
  );

  it('open at the account, and the arrow keys lead through the pages', async () => {
    const { user } = show(<Settings />, locale, { ...open, answer });
    expect(screen.getByRole('tab', { selected: true })).toBe(tab(words.account));
    await expect.poll(() => document.activeElement).toBe(tab(words.account));
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}');
    expect(screen.getByRole('tab', { selected: true })).toBe(tab(words.look));
    expect(screen.getByRole('group', { name: words.scale })).toBeDefined();
    await user.keyboard('{End}{Home}');
    expect(screen.getByRole('tab', { selected: true })).toBe(tab(words.account));
  });

  it('are found by words of either language, whatever the page, and changed on the spot', async () => {
    const { user, requests } = show(<Settings />, locale, open);
    await user.type(search(), 'ZOOM');
    const found = screen.getByRole('region', { name: words.found });
    expect(within(found).getAllByRole('group')).toEqual([within(found).getByRole('group', { name: words.scale })]);
    expect(within(found).getByRole('button', { name: words.look })).toBeDefined();
    await expectAccessible();
    await user.click(within(found).getByRole('radio', { name: /125/ }));
    expect(requests()).toContainEqual({ name: 'settings.change', input: { uiScale: 125 } });
    await user.clear(search());
    await user.type(search(), '每日 上限');
    await user.click(screen.getByRole('button', { name: words.spending }));
    expect(screen.getByRole('tab', { selected: true })).toBe(tab(words.spending));
    expect(screen.getByLabelText(words.limit)).toBeDefined();
    expect(search()).toHaveProperty('value', '');
  });

  it('say so where no setting has the words, and Escape leads back, then out', async () => {
    const { user, state } = show(<Settings section="network" />, locale, open);
    await user.type(search(), 'qqq');
    expect(screen.getByText(words.nothing)).toBeDefined();
    await expectAccessible();
    await user.keyboard('{Escape}');
    expect(screen.getByRole('tab', { selected: true })).toBe(tab(words.network));
    expect(state().dialog).not.toBeNull();
    await user.keyboard('{Escape}');
    expect(state().dialog).toBeNull();
  });

  it('begin a search by Ctrl+F, and by a letter that is typed among the pages', async () => {
    const { user } = show(<Settings />, locale, { ...open, answer });
    await user.keyboard('{Control>}f{/Control}');
    expect(document.activeElement).toBe(search());
    tab(words.account).focus();
    await user.keyboard('t');
    expect(document.activeElement).toBe(search());
    expect(search()).toHaveProperty('value', 't');
  });

  it('say what the size of the window does, and which one holds', () => {
    show(<Settings section="look" />, locale, { ...open, preferences: { ...defaultPreferences, uiScale: 150 } });
    const group = screen.getByRole('group', { name: words.scale, description: words.scaleHint });
    expect(within(group).getByRole('radio', { name: /150/ })).toHaveProperty('checked', true);
  });

  it('say what is left to an account of nobody, what registering gives, and lead there', async () => {
    const { user, requests } = show(<Settings section="account" />, locale, {
      ...open,
      credits: { available: 52, frozen: 28, total: 100 },
      answer: { ...answer, 'account.ends': Date.now() + 4.5 * dayMs },
    });
    const page = within(screen.getByRole('tabpanel'));
    expect(page.getByText('52')).toBeDefined();
    expect(await page.findByText(words.days)).toBeDefined();
    expect(page.getByText(words.gives)).toBeDefined();
    await user.click(page.getByRole('button', { name: words.register }));
    expect(requests()).toContainEqual({ name: 'app.openLink', input: { link: 'register', projectId: '' } });
    await user.type(page.getByLabelText(words.code), ' nmv usr{Enter}');
    expect(requests()).toContainEqual({ name: 'account.signIn', input: { token: 'nmvusr' } });
  });

  it('let who is signed in sign out, and say no more of registering', async () => {
    const { user, requests } = show(<Settings section="account" />, locale, { ...open, account: 'signed-in' });
    const page = within(screen.getByRole('tabpanel'));
    expect(page.queryByText(words.gives)).toBeNull();
    await expectAccessible();
    await user.click(page.getByRole('button', { name: words.signOut }));
    expect(requests()).toContainEqual({ name: 'account.signOut', input: {} });
  });

  it('free what is not in use, and say how much that was', async () => {
    const answers = { 'localData.sizes': { clips: 3_000_000, proxies: 0, history: 0, rehearsals: 0 } };
    const { user, requests } = show(<Settings section="storage" />, locale, {
      ...open,
      answer: { ...answers, 'localData.clear': 2 * 1024 * 1024 },
    });
    const clear = (name: string) => screen.getByRole('button', { name: new RegExp(`${words.clear}.*${name}`) });
    await expect.poll(() => clear(words.clips).hasAttribute('disabled')).toBe(false);
    expect(clear(words.proxies)).toHaveProperty('disabled', true);
    await user.click(clear(words.clips));
    expect(requests()).toContainEqual({ name: 'localData.clear', input: { what: 'clips' } });
    expect(await screen.findByText(words.freed)).toBeDefined();
    await expectAccessible();
  });

  it('list the backups, and go back to one for who says so; the safe answer has the focus', async () => {
    const backups = [
      { id: 'day-2026-03-02', at: new Date(2026, 2, 2, 9, 30).getTime(), bytes: 3 * 1024 * 1024 },
      { id: 'before-2.0.0', at: new Date(2026, 1, 1, 18, 5).getTime(), bytes: 2 * 1024 * 1024 },
    ];
    const { user, requests } = show(<Settings section="storage" />, locale, {
      ...open,
      answer: { ...answer, 'localData.backups': backups, 'localData.restore': null },
    });
    const restored = () => requests().filter(({ name }) => name === 'localData.restore');
    const offer = await screen.findByRole('button', { name: words.restore });
    await user.click(offer);
    expect(document.activeElement?.textContent).toBe(words.restoreNo);
    await expectAccessible();
    await user.keyboard('{Enter}');
    expect(restored()).toEqual([]);
    await user.click(screen.getByRole('button', { name: words.restore }));
    await user.click(screen.getByRole('button', { name: words.restoreYes }));
    expect(restored()).toEqual([{ name: 'localData.restore', input: { id: 'before-2.0.0' } }]);
    expect((await screen.findByText(words.restored)).getAttribute('role')).toBe('status');
    await expectAccessible();
  });

  it('delete everything only for who says so twice; the safe answer has the focus', async () => {
    const { user, requests, state } = show(<Settings section="storage" />, locale, open);
    const press = async (name: string) => user.click(screen.getByRole('button', { name }));
    const asked = () => requests().some(({ name }) => name === 'localData.deleteAll');
    await press(words.deleteAll);
    expect(document.activeElement?.textContent).toBe(words.keep);
    await press(words.deleteYes);
    expect(document.activeElement?.textContent).toBe(words.keep);
    await expectAccessible();
    await user.keyboard('{Enter}');
    expect(asked()).toBe(false);
    await press(words.deleteAll);
    await press(words.deleteYes);
    await press(words.deleteSure);
    expect(asked()).toBe(true);
    await expect.poll(() => state().dialog).toBeNull();
  });

  it('name the version, copy the diagnostics, and show the licence of all that is shipped', async () => {
    const { user, requests } = show(<Settings section="about" />, locale, open);
    expect(await screen.findByText('Rushes 1.2.3')).toBeDefined();
    await user.click(screen.getByRole('button', { name: words.openLogs }));
    expect(requests()).toContainEqual({ name: 'app.openLogs', input: {} });
    await user.click(screen.getByRole('button', { name: words.licences }));
    expect(screen.getByText(/^mediabunny 1.61.0/).textContent).toContain('424 KB');
    await expectAccessible();
  });
});
