import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Composer } from '../../src/renderer/composer/composer.tsx';
import { defaultPreferences } from '../../src/shared/domain/app-state.ts';
import type { Timeline } from '../../src/shared/domain/timeline.ts';
import { turn, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    format: 'Format',
    vertical: 'Vertical 9:16',
    ten: '10 seconds',
    message: 'Message',
    leaveOut: 'Leave these words out',
    close: 'Close the format choice',
    words: ', vertical 9:16, 10 seconds',
    again: 'Generate it again in vertical 9:16',
    remakes: 'A new ratio makes a new clip, about 100 credits.',
  },
  zh: {
    format: '画面设置',
    vertical: '竖屏 9:16',
    ten: '10 秒',
    message: '消息',
    leaveOut: '不带上这些文字',
    close: '收起画面设置',
    words: '，竖屏 9:16，10 秒',
    again: '重新生成：竖屏 9:16',
    remakes: '更换比例会重新生成片段，约 100 积分。',
  },
} as const;

const prompts = { en: 'A boat', zh: '一艘船' } as const;
const opened = (changes: Parameters<typeof view>[0] = {}) => ({ openProjectId: 'p1', views: { p1: view(changes) } });
const timeline: Timeline = {
  version: 1,
  durationMs: 5000,
  summary: '',
  tracks: [{ kind: 'video', segments: [] }],
};

describe.each(['en', 'zh'] as const)('the format of a video in %s', (locale) => {
  const text = names[locale];
  const radio = (name: string) => screen.getByRole('radio', { name });
  const box = () => screen.getByRole('textbox', { name: text.message });

  it('adds nothing unless the user chooses', async () => {
    const { user, requests } = show(<Composer />, locale, opened());
    expect(screen.getAllByRole('radio').filter((one) => (one as HTMLInputElement).checked)).toEqual([]);
    await user.type(box(), `${prompts[locale]}{Enter}`);
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text: prompts[locale], uploadIds: [] },
    });
    await expectAccessible();
  });

  it('is chosen by keyboard before the words, shown under them, remembered, and sent with them', async () => {
    const { user, requests } = show(<Composer />, locale, opened());
    await user.tab();
    expect(document.activeElement?.getAttribute('name')).toBe(radio(text.vertical).getAttribute('name'));
    await user.click(radio(text.vertical));
    await user.click(radio(text.ten));
    expect(requests()).toContainEqual({
      name: 'settings.change',
      input: { format: { ratio: '9:16', seconds: 10, mood: null } },
    });
    await user.type(box(), prompts[locale]);
    expect(document.getElementById(box().getAttribute('aria-describedby') ?? '')?.textContent).toBe(
      text.words.replace(/^[, ，]+/, ''),
    );
    await expectAccessible();
    await user.keyboard('{Enter}');
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text: prompts[locale], uploadIds: [], suffix: text.words },
    });
  });

  it('can be left out again, by its button or by the space bar', async () => {
    const preferences = { ...defaultPreferences, format: { ratio: '9:16', seconds: null, mood: null } } as const;
    const { user, state } = show(<Composer />, locale, { ...opened(), preferences });
    await user.click(screen.getByRole('button', { name: text.leaveOut }));
    expect(state().preferences.format.ratio).toBeNull();
    expect(document.activeElement).toBe(box());
    radio(text.vertical).focus();
    await user.keyboard(' ');
    expect(state().preferences.format.ratio).toBe('9:16');
    await user.keyboard(' ');
    expect(state().preferences.format.ratio).toBeNull();
  });

  it('is closed and opened; closed it adds nothing', async () => {
    const preferences = { ...defaultPreferences, format: { ratio: '9:16', seconds: null, mood: null } } as const;
    const { user, requests, state } = show(<Composer />, locale, { ...opened(), preferences });
    await user.click(screen.getByRole('button', { name: text.close }));
    expect(screen.queryByRole('radio')).toBeNull();
    expect(requests()).toContainEqual({ name: 'settings.change', input: { formatStrip: false } });
    await user.type(box(), `${prompts[locale]}{Enter}`);
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text: prompts[locale], uploadIds: [] },
    });
    await user.click(screen.getByRole('button', { name: text.format }));
    expect(radio(text.vertical)).toHaveProperty('checked', true);
    expect(state().preferences.format.ratio).toBe('9:16');
  });

  it('begins anew once there is a clip, and says that another ratio makes another one', async () => {
    const preferences = { ...defaultPreferences, format: { ratio: '9:16', seconds: null, mood: null } } as const;
    const turns = [turn({ state: 'done' })];
    const { user, requests } = show(<Composer />, locale, { ...opened({ turns, timeline }), preferences });
    expect(screen.queryByRole('radio')).toBeNull();
    await user.click(screen.getByRole('button', { name: text.format }));
    expect(radio(text.vertical)).toHaveProperty('checked', false);
    expect(screen.queryByText(text.remakes)).toBeNull();
    await user.click(radio(text.vertical));
    expect(within(screen.getByRole('region', { name: text.format })).getByRole('status').textContent).toBe(
      text.remakes,
    );
    expect(requests().map(({ name }) => name)).not.toContain('settings.change');
    await expectAccessible();
    box().focus();
    await user.keyboard('{Enter}');
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text: text.again, uploadIds: [] },
    });
    expect(screen.queryByRole('radio')).toBeNull();
  });
});
