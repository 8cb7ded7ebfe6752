import { Tooltip } from '@base-ui/react/tooltip';
import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ExportButton } from '../../src/renderer/exports/export-button.tsx';
import type { ProjectView } from '../../src/shared/domain/app-state.ts';
import { project, turn, view } from '../unit/renderer/state/fixtures.ts';
import { cut, segment } from '../unit/renderer/timeline/cuts.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    button: 'Export',
    more: 'More ways to save',
    reason: 'There is nothing to export yet. Make a video first.',
    editor: /^For another editor…/,
  },
  zh: {
    button: '导出',
    more: '更多保存方式',
    reason: '还没有可以导出的内容，先做一段视频吧。',
    editor: /^用其他剪辑软件继续…/,
  },
} as const;

const timeline = cut(['video', [segment(0, 1000)]]);

const around = (changes: Partial<ProjectView>) => ({
  projects: [project()],
  openProjectId: 'p1',
  views: { p1: view(changes) },
  answer: { 'export.start': 'started' },
});
const shown = (locale: 'en' | 'zh', changes: Partial<ProjectView>) =>
  show(
    <Tooltip.Provider>
      <ExportButton />
    </Tooltip.Provider>,
    locale,
    around(changes),
  );

describe.each(['en', 'zh'] as const)('the button that exports in %s', (locale) => {
  const words = names[locale];
  const button = () => screen.getByRole('button', { name: words.button });
  const starts = (requests: ReturnType<typeof shown>['requests']) =>
    requests().filter(({ name }) => name === 'export.start' || name === 'interchange.start');

  it('leaves the colour of the next step to the way back while an older version is looked at', () => {
    const { change, state } = shown(locale, { timeline });
    const fill = () => button().className.includes('accent-fill');
    expect(fill()).toBe(true);
    const past = { projectId: 'p1', timeline, composition: null, troubles: [] };
    change({ player: { ...state().player, past } as never });
    expect(fill()).toBe(false);
  });

  it('is off while there is nothing, says why, and stays in reach of the keyboard', async () => {
    const { user, requests } = shown(locale, { timeline: null, turns: [] });
    expect(button().getAttribute('aria-disabled')).toBe('true');
    const reason = document.getElementById(button().getAttribute('aria-describedby') ?? '');
    expect(reason?.textContent).toBe(words.reason);
    await user.tab();
    expect(document.activeElement).toBe(button());
    await user.keyboard('{Enter}');
    await user.click(button());
    expect(starts(requests)).toEqual([]);
    await expectAccessible();
  });

  it('exports at once where there is something', async () => {
    const { user, requests } = shown(locale, { timeline });
    expect(button().getAttribute('aria-disabled')).toBeNull();
    await user.click(button());
    expect(starts(requests)).toEqual([{ name: 'export.start', input: { projectId: 'p1' } }]);
  });

  it('waits for an answer of which something may come', () => {
    shown(locale, { timeline: null, turns: [turn({ state: 'streaming' })] });
    expect(button().getAttribute('aria-disabled')).toBeNull();
  });

  it('offers the other ways in a menu', async () => {
    const { user, requests } = shown(locale, { timeline });
    const more = await screen.findByRole('button', { name: words.more, expanded: false });
    more.focus();
    await user.keyboard('{ArrowDown}');
    await screen.findByRole('menuitem', { name: /^MP4/ });
    await expectAccessible();
    await user.click(screen.getByRole('menuitem', { name: words.editor }));
    expect(starts(requests)).toEqual([{ name: 'interchange.start', input: { projectId: 'p1' } }]);
    await waitFor(() => expect(document.activeElement).toBe(more));
  });
});
