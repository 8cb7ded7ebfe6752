import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { inLocale } from '../../src/renderer/locales/text.ts';
import { AccountCard } from '../../src/renderer/shell/account-card.tsx';
import type { AccountNotice } from '../../src/renderer/state/model.ts';
import { initialState } from '../../src/renderer/state/model.ts';
import { exportJob } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    'no-credits': 'Not enough credits for this',
    'export-blocked': "Your plan doesn't include export",
    'token-spent': 'No free credits left',
    gives: 'With an account',
    register: 'Register',
    signIn: 'Sign in or register',
    again: 'Try again when registered',
    againTopped: 'Try again',
    page: 'Open your account',
    code: 'Enter sign-in code…',
    inVain: /Nothing has changed yet/,
    editors: 'Export for another editor…',
    dismiss: 'Dismiss',
  },
  zh: {
    'no-credits': '积分不够完成这一步',
    'export-blocked': '当前套餐不含导出',
    'token-spent': '免费积分已用完',
    gives: '注册账号后',
    register: '去注册',
    signIn: '登录或注册',
    again: '注册好了，再试一次',
    againTopped: '再试一次',
    page: '打开账号页面',
    code: '输入登录码…',
    inVain: /还没有变化/,
    editors: '导出到其他剪辑软件…',
    dismiss: '关闭',
  },
} as const;

const notice = (changes: Partial<AccountNotice>): { readonly accountNotice: typeof initialState.accountNotice } => ({
  accountNotice: {
    ...initialState.accountNotice,
    shown: { reason: 'no-credits', projectId: 'p1', turnId: null, exportId: null, ...changes },
    shortOf: 4,
  },
});
const credits = (available: number) => ({ available, frozen: 0, total: 100 });
const blocked = exportJob({ state: 'failed', failure: { code: 'export-blocked', link: 'register' }, version: 2 });

describe.each(['en', 'zh'] as const)('the card of the account in %s', (locale) => {
  const words = names[locale];
  const card = () => within(screen.getByRole('dialog'));
  const button = (name: string) => card().getByRole('button', { name });

  it.each(['no-credits', 'export-blocked', 'token-spent'] as const)(
    'says why (%s), what registering gives, and leads there',
    async (reason) => {
      const { user, requests, state } = show(<AccountCard />, locale, {
        ...notice({ reason, exportId: reason === 'export-blocked' ? 'x1' : null }),
        exports: [blocked],
      });
      expect(screen.getByRole('dialog', { name: words[reason] })).toBeDefined();
      expect(card().getByText(words.gives)).toBeDefined();
      await expectAccessible();
      await user.click(button(reason === 'token-spent' ? words.signIn : words.register));
      expect(requests()).toContainEqual({ name: 'app.openLink', input: { link: 'register', projectId: 'p1' } });
      await user.click(button(words.code));
      expect(state().dialog).toEqual({ kind: 'settings', section: 'account' });
    },
  );

  it('sends the message again only where there are more credits', async () => {
    const { user, requests, answerNow } = show(<AccountCard />, locale, {
      ...notice({ turnId: 't1' }),
      credits: credits(4),
      answer: { 'credits.refresh': credits(4) },
    });
    await user.click(button(words.again));
    expect(card().getByRole('status').textContent).toMatch(words.inVain);
    await expectAccessible();
    expect(requests().map(({ name }) => name)).toEqual(['credits.refresh']);
    answerNow({ 'credits.refresh': credits(100) });
    await user.click(button(words.again));
    expect(requests().at(-1)).toEqual({ name: 'turn.retry', input: { turnId: 't1', anyway: false, without: false } });
  });

  it('offers the package for another editor where the plan forbids the export', async () => {
    const { user, requests, change } = show(<AccountCard />, locale, {
      ...notice({ reason: 'export-blocked', exportId: 'x1' }),
      exports: [blocked],
    });
    await user.click(button(words.editors));
    expect(requests()).toContainEqual({ name: 'interchange.start', input: { projectId: 'p1', version: 2 } });
    await user.click(button(words.again));
    expect(requests()).toContainEqual({ name: 'export.retry', input: { exportId: 'x1' } });
    change({ exports: [{ ...blocked, state: 'submitted', failure: null }] });
    expect(button(words.again)).toHaveProperty('disabled', true);
    change({ exports: [blocked] });
    expect(card().getByRole('status').textContent).toMatch(words.inVain);
  });

  it('leads the owner of an account to its page', async () => {
    const { user, requests } = show(<AccountCard />, locale, { ...notice({}), account: 'signed-in' });
    expect(card().queryByText(words.gives)).toBeNull();
    await user.click(button(words.page));
    expect(requests()).toContainEqual({ name: 'app.openLink', input: { link: 'top-up', projectId: 'p1' } });
    expect(button(words.againTopped)).toBeDefined();
  });

  it('says once that the free credits are used up, in a sentence that goes on from its title', () => {
    show(<AccountCard />, locale, notice({ reason: 'token-spent' }));
    const title = words['token-spent'];
    const why = document.getElementById(screen.getByRole('dialog').getAttribute('aria-describedby') ?? '');
    expect(why?.textContent).not.toContain(title);
    const whole = inLocale(locale)('failure.token-spent');
    expect(screen.getByRole('alert').textContent).toContain(whole);
  });

  it('goes by Escape and by its button, and does not come again for the same reason', async () => {
    const { user, state, change } = show(<AccountCard />, locale, notice({ reason: 'token-spent' }));
    button(words.signIn).focus();
    await user.keyboard('{Escape}');
    expect(screen.queryByRole('dialog')).toBeNull();
    change(notice({ reason: 'token-spent' }));
    await user.click(button(words.dismiss));
    expect(screen.queryByRole('dialog')).toBeNull();
    expect(state().accountNotice.shown).toBeNull();
  });
});
