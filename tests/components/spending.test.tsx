import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Composer } from '../../src/renderer/composer/composer.tsx';
import { AskAgainRows, SpendPermissionRow } from '../../src/renderer/settings/spending-rows.tsx';
import { defaultPreferences } from '../../src/shared/domain/app-state.ts';
import { turn, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    message: 'Message',
    newClips: 'Ask before new clips',
    always: 'Always ask',
    question: 'Make a new clip?',
    words: 'About 48 credits. You have 52. Running and waiting: about 96.',
    yes: 'Go ahead',
    cancel: 'Cancel',
    dontAsk: "Don't ask again",
    askAgain: 'Ask again: Make a new clip?',
  },
  zh: {
    message: '消息',
    newClips: '生成新片段前询问',
    always: '每次都询问',
    question: '要生成新片段吗？',
    words: '约 48 积分。你有 52 积分。进行中和等待中约 96 积分。',
    yes: '继续',
    cancel: '取消',
    dontAsk: '不再询问',
    askAgain: '恢复询问：要生成新片段吗？',
  },
} as const;

const failure = { code: 'spend-question', params: { question: 'new-clip', cost: 48, pending: 96 } } as const;
const text = 'Generate another video';
const asked = {
  openProjectId: 'p1',
  views: { p1: view({ turns: [turn({ state: 'done' })] }) },
  composers: { p1: { unsent: text, failure, refusals: [] } },
  credits: { available: 52, frozen: 0, total: 100 },
} as const;

describe.each(['en', 'zh'] as const)('spending in %s', (locale) => {
  const words = names[locale];
  const button = (name: string) => screen.getByRole('button', { name });

  it('is asked about above the composer, with the cost and what is left, and goes on by keyboard', async () => {
    const { user, requests } = show(<Composer />, locale, asked);
    const group = within(screen.getByRole('alert')).getByRole('group', { name: words.question });
    expect(group.textContent).toContain(words.words);
    await expectAccessible();
    screen.getByRole('textbox', { name: words.message }).focus();
    await user.tab({ shift: true });
    expect(document.activeElement).toBe(button(words.yes));
    await user.keyboard('{Enter}');
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text, uploadIds: [], anyway: true },
    });
    expect(requests().map(({ name }) => name)).not.toContain('settings.change');
    expect(document.activeElement).toBe(screen.getByRole('textbox', { name: words.message }));
  });

  it('is not asked about again where the user says so', async () => {
    const { user, requests } = show(<Composer />, locale, asked);
    await user.click(screen.getByRole('checkbox', { name: words.dontAsk }));
    await user.click(button(words.yes));
    expect(requests()).toContainEqual({ name: 'settings.change', input: { silenced: ['new-clip'] } });
  });

  it.each(['cancel', 'escape', 'other words'] as const)('keeps the words, and asks no more: %s', async (way) => {
    const { user, requests, state } = show(<Composer />, locale, asked);
    const box = screen.getByRole('textbox', { name: words.message });
    if (way === 'cancel') await user.click(button(words.cancel));
    else await user.type(box, way === 'escape' ? '{Escape}' : '!');
    expect(screen.queryByRole('alert')).toBeNull();
    expect(state().composers['p1']?.unsent).toContain(text);
    expect(requests().map(({ name }) => name)).not.toContain('turn.send');
  });

  it('is permitted by a menu beside the composer', async () => {
    const { user, requests } = show(<Composer />, locale, { ...asked, composers: {} });
    await user.click(button(words.newClips));
    expect(await screen.findByRole('menuitemradio', { name: words.newClips, checked: true })).toBeDefined();
    await expectAccessible();
    await user.click(screen.getByRole('menuitemradio', { name: words.always }));
    expect(requests()).toContainEqual({ name: 'settings.change', input: { spending: 'always', silenced: [] } });
  });

  it('is permitted in the settings, which list the questions that are asked no more', async () => {
    const preferences = { ...defaultPreferences, silenced: ['new-clip', 'batch'] as const };
    const rows = (
      <>
        <SpendPermissionRow />
        <AskAgainRows />
      </>
    );
    const { user, requests } = show(rows, locale, { preferences });
    expect(screen.getByRole('radio', { name: words.newClips })).toHaveProperty('checked', true);
    await expectAccessible();
    await user.click(button(words.askAgain));
    expect(requests()).toContainEqual({ name: 'settings.change', input: { silenced: ['batch'] } });
    await user.click(screen.getByRole('radio', { name: words.always }));
    expect(requests()).toContainEqual({ name: 'settings.change', input: { spending: 'always', silenced: [] } });
  });
});
