import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Timeline } from '../../src/renderer/timeline/timeline.tsx';
import { useTimeline } from '../../src/renderer/timeline/store.ts';
import type { DraftChange } from '../../src/shared/domain/timeline.ts';
import { cut, segment } from '../unit/renderer/timeline/cuts.ts';
import { turn, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: { ask: 'Ask about this…', about: 'About clip 2, 1.0–2.0 s: ' },
  zh: { ask: '就此提问…', about: '关于片段 2（1.0–2.0 秒）：' },
} as const;

const long = cut(
  ['video', Array.from({ length: 400 }, (_, index) => segment(index * 1000, 1000, { name: `shot ${index}` }))],
  ['audio', [segment(0, 400_000, { name: 'Lo-fi', volume: 0.35 })]],
);
const around = (changes: readonly DraftChange[] = []) => ({
  openProjectId: 'p1',
  views: { p1: view({ timeline: long, turns: [turn({ state: 'done', parts: [{ kind: 'changes', changes }] })] }) },
});

describe.each(['en', 'zh'] as const)('the timeline in %s', (locale) => {
  const options = () => within(screen.getByRole('listbox')).getAllByRole('option');
  const chosen = () => within(screen.getByRole('listbox')).queryAllByRole('option', { selected: true });

  it('is a list of which a part stands in the document, each piece with its place in the whole', async () => {
    show(<Timeline />, locale, around());
    expect(options()).toHaveLength(200);
    expect(options()[0]?.getAttribute('aria-setsize')).toBe('401');
    expect(options()[199]?.getAttribute('aria-posinset')).toBe('200');
    await expectAccessible();
  }, 20_000);

  it('is gone through by keyboard, to its very end', async () => {
    const { user } = show(<Timeline />, locale, around());
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    expect(chosen().map(({ textContent }) => textContent?.split(' (')[0])).toEqual(['shot 1']);
    await user.keyboard('{End}');
    expect(chosen()[0]?.getAttribute('aria-posinset')).toBe('400');
    expect(options().length).toBeLessThanOrEqual(200);
    await user.keyboard('{ArrowDown}');
    expect(chosen()[0]?.textContent).toContain('Lo-fi · 35%');
    expect(screen.getByRole('listbox').getAttribute('aria-activedescendant')).toBe(chosen()[0]?.id);
    await user.keyboard('{Escape}');
    expect(chosen()).toEqual([]);
    await expectAccessible();
  }, 20_000);

  it('writes what is chosen into the message', async () => {
    const { user, state } = show(<Timeline />, locale, around());
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowRight}{ArrowRight}');
    await user.click(screen.getByRole('button', { name: names[locale].ask }));
    expect(state().composers['p1']?.unsent).toBe(names[locale].about);
  });

  it('says of each piece what the last turn did to it, and forgets a choice with its cut', async () => {
    const at = { segment: '0:1', startMs: 1000, endMs: 2000 };
    const { user, change } = show(
      <Timeline />,
      locale,
      around([{ kind: 'trimmed', track: 'video', name: 'shot 1', fromMs: 500, toMs: 1000, at }]),
    );
    expect(options().flatMap(({ dataset }) => dataset['change'] ?? [])).toEqual(['changed']);
    screen.getByRole('listbox').focus();
    await user.keyboard('{ArrowRight}');
    expect(useTimeline.getState().selection).not.toBeNull();
    change({ views: { p1: view({ timeline: { ...cut(['text', [segment(0, 10)]]), version: 2 } }) } });
    expect(useTimeline.getState().selection).toBeNull();
  });
});
