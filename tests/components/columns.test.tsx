import { Tooltip } from '@base-ui/react/tooltip';
import { fireEvent, screen, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Columns } from '../../src/renderer/shell/columns.tsx';
import { defaultPreferences } from '../../src/shared/domain/app-state.ts';
import { defaultLayout, type Layout } from '../../src/shared/domain/layout.ts';
import { project, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    projects: 'Width of the projects',
    chat: 'Width of the conversation',
    timeline: 'Height of the timeline',
    hideTimeline: 'Collapse the timeline',
    showChat: 'Expand the conversation',
    hidden: 'Hidden',
    endTour: 'Close the tour',
    stage: 'Preview',
  },
  zh: {
    projects: '项目栏宽度',
    chat: '对话栏宽度',
    timeline: '时间线高度',
    hideTimeline: '收起时间线',
    showChat: '展开对话栏',
    hidden: '已隐藏',
    endTour: '关闭导览',
    stage: '预览',
  },
} as const;

const shown = (locale: 'en' | 'zh', layout: Layout = defaultLayout) =>
  show(
    <Tooltip.Provider>
      <Columns />
    </Tooltip.Provider>,
    locale,
    {
      projects: [project()],
      openProjectId: 'p1',
      views: { p1: view() },
      preferences: { ...defaultPreferences, layout },
    },
  );

describe.each(['en', 'zh'] as const)('the columns in %s', (locale) => {
  const words = names[locale];
  const edge = (name: string) => screen.getByRole('separator', { name });
  const sizeOf = (name: string) => Number(edge(name).getAttribute('aria-valuenow'));

  it('lead the first letter into the message where nothing was said yet, but no shortcut', async () => {
    const { user } = shown(locale);
    const message = document.getElementById('message') ?? expect.fail();
    await user.keyboard('{Control>}b{/Control}{ArrowDown}');
    expect(document.activeElement).toBe(document.body);
    await user.keyboard('a cat');
    expect(document.activeElement).toBe(message);
    expect(message).toHaveProperty('value', 'a cat');
  });

  it('put the caret into the message as the pointer comes, once, and nowhere else', () => {
    shown(locale);
    const message = document.getElementById('message') ?? expect.fail();
    expect(document.activeElement).toBe(document.body);
    fireEvent.pointerMove(window);
    expect(document.activeElement).toBe(message);
    message.blur();
    fireEvent.pointerMove(window);
    expect(document.activeElement).toBe(document.body);
    fireEvent.blur(window);
    edge(words.chat).focus();
    fireEvent.focus(window);
    expect(document.activeElement).toBe(edge(words.chat));
  });

  it('leave the focus to the message when what has it goes from the conversation', async () => {
    const { user, change } = shown(locale);
    change({ rehearsal: true });
    const message = document.getElementById('message') ?? expect.fail();
    await user.click(screen.getByRole('button', { name: words.endTour }));
    change({ preferences: { ...defaultPreferences, tour: false } });
    await waitFor(() => expect(document.activeElement).toBe(message));
  });

  it('give the focus to the message where it is lost on the way into the rehearsal or out of it', () => {
    const { change } = shown(locale);
    const message = document.getElementById('message') ?? expect.fail();
    for (const rehearsal of [true, false]) {
      edge(words.chat).focus();
      change({ rehearsal });
      expect(document.activeElement).toBe(edge(words.chat));
      edge(words.chat).blur();
      change({ rehearsal: !rehearsal });
      expect(document.activeElement).toBe(message);
      change({ rehearsal });
    }
  });

  it('leave alone what was left before it goes', async () => {
    const { user, change } = shown(locale);
    change({ rehearsal: true });
    await user.click(screen.getByRole('button', { name: words.endTour }));
    edge(words.chat).focus();
    change({ preferences: { ...defaultPreferences, tour: false } });
    await new Promise((drawn) =>
      requestAnimationFrame(() => requestAnimationFrame(() => requestAnimationFrame(drawn))),
    );
    expect(document.activeElement).toBe(edge(words.chat));
  });

  it('are sized by the keyboard, within bounds that leave room for the others', async () => {
    const { user, state } = shown(locale);
    const before = sizeOf(words.chat);
    edge(words.chat).focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(sizeOf(words.chat)).toBe(before + 32);
    await user.keyboard('{Home}{ArrowLeft}');
    expect(sizeOf(words.chat)).toBe(300);
    await user.keyboard('{End}{ArrowRight}');
    expect(sizeOf(words.chat)).toBe(Number(edge(words.chat).getAttribute('aria-valuemax')));
    expect(state().preferences.layout.chat).toBe(sizeOf(words.chat));
    await user.dblClick(edge(words.chat));
    expect(sizeOf(words.chat)).toBe(before);
    await expectAccessible();
  });

  it('fold with Enter, say so, and unfold by their button', async () => {
    const { user, state } = shown(locale);
    edge(words.chat).focus();
    await user.keyboard('{Enter}');
    expect(state().preferences.layout.folded.chat).toBe(true);
    expect(edge(words.chat).getAttribute('aria-valuetext')).toBe(words.hidden);
    expect(screen.queryByRole('textbox')).toBeNull();
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: words.showChat }));
    expect(screen.getByRole('textbox')).toBeDefined();
  });

  it('are dragged: beyond its least the conversation folds, beyond its most the stage', () => {
    const { state } = shown(locale);
    const drag = (...places: readonly number[]) => {
      fireEvent.pointerDown(edge(words.chat), { clientX: places[0], button: 0 });
      for (const clientX of places.slice(1)) fireEvent.pointerMove(edge(words.chat), { clientX });
      fireEvent.pointerUp(edge(words.chat));
    };
    drag(400, 450);
    expect(state().preferences.layout.chat).toBe(442);
    drag(450, 2000);
    expect(state().preferences.layout.folded.stage).toBe(true);
    expect(screen.queryByRole('region', { name: words.stage })).toBeNull();
  });

  it('leave of the timeline its headline', async () => {
    const { user, state } = shown(locale);
    await user.click(screen.getByRole('button', { name: words.hideTimeline }));
    expect(state().preferences.layout.folded.timeline).toBe(true);
    expect(edge(words.timeline).getAttribute('aria-valuetext')).toBe(words.hidden);
    edge(words.timeline).focus();
    await user.keyboard('{Enter}');
    expect(state().preferences.layout.folded.timeline).toBe(false);
  });

  it('open with what was kept', () => {
    shown(locale, { ...defaultLayout, projects: 300, folded: { ...defaultLayout.folded, timeline: true } });
    expect(sizeOf(words.projects)).toBe(300);
    expect(sizeOf(words.timeline)).toBe(36);
  });
});
