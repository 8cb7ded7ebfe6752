import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ChangesCard } from '../../src/renderer/chat/changes-card.tsx';
import type { DraftChange } from '../../src/shared/domain/timeline.ts';
import { turn, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: { list: 'Changes', remove: 'Remove', cost: '· about 3 credits', look: 'Look at this version' },
  zh: { list: '改动', remove: '移除', cost: '· 约 3 积分', look: '查看这个版本' },
} as const;

const added = (name: string): DraftChange => ({
  kind: 'added',
  track: 'video',
  name,
  startMs: 0,
  endMs: 5000,
  volume: null,
});
const removed: DraftChange = { kind: 'removed', track: 'text', name: 'Title' };

const card = (changes: readonly DraftChange[], undecided: readonly number[] = []) => (
  <ChangesCard projectId="p1" turnId="t1" part={0} changes={changes} undecided={undecided} />
);
const past = { projectId: 'p1', at: 1, timeline: { version: 1, durationMs: 0, tracks: [], summary: '' }, clips: [] };
const around = (...ids: readonly string[]) => {
  const turns = ids.map((id) =>
    turn({ id, state: 'done', parts: [{ kind: 'changes', changes: [removed], undecided: [] }] }),
  );
  return { openProjectId: 'p1', views: { p1: view({ turns, likelyCost: { generate: 50, edit: 3 } }) } };
};

describe.each(['en', 'zh'] as const)('a card of changes in %s', (locale) => {
  const { list, remove, cost, look } = names[locale];
  const lines = () => within(screen.getByRole('list', { name: list })).getAllByRole('listitem');

  it('is a named list with a line for each change, without anything to do', async () => {
    show(card([added('Sea'), removed]), locale, around('t1'));
    expect(lines().map((line) => ['Sea', 'Title'].filter((name) => line.textContent.includes(name)))).toEqual([
      ['Sea'],
      ['Title'],
    ]);
    expect(screen.queryAllByRole('button')).toEqual([]);
    await expectAccessible();
  });

  it('keeps what came by itself, and removes it by the keyboard for what is said before', async () => {
    const { user, requests } = show(card([removed, added('Sea'), added('Shore')], [1, 2]), locale, around('t1'));
    const choice = within(lines()[1] ?? expect.fail()).getByRole('group', { name: /Sea/ });
    expect(within(choice).queryByRole('button', { name: remove, description: cost })).not.toBeNull();
    expect(screen.getAllByRole('button')).toHaveLength(2);
    await expectAccessible();
    await user.tab();
    await user.keyboard('{Enter}');
    expect(requests()).toEqual([
      { name: 'turn.removeChange', input: { turnId: 't1', part: 0, change: 1, anyway: false } },
    ]);
  });

  it('warns of the daily limit before a removal, which goes on if the user says so', async () => {
    const failure = { code: 'over-ceiling', params: { ceiling: 50, cost: 48, spent: 10 } } as const;
    const { user, requests } = show(card([added('Sea')], [0]), locale, {
      ...around('t1'),
      refuse: { 'turn.removeChange': failure },
    });
    await user.click(screen.getByRole('button', { name: remove }));
    const [anyway] = within(await screen.findByRole('alert')).getAllByRole('button');
    await expectAccessible();
    await user.click(anyway ?? expect.fail());
    expect(requests().at(-1)?.input).toMatchObject({ change: 0, anyway: true });
  });

  it('leads to the version of an older turn, not of the newest', async () => {
    const { user, requests, change } = show(card([removed]), locale, {
      ...around('t1', 't2'),
      answer: { 'draft.look': past },
    });
    await user.click(screen.getByRole('button', { name: look }));
    expect(requests()).toEqual([{ name: 'draft.look', input: { projectId: 'p1', version: 't1' } }]);
    await expectAccessible();
    change(around('t1'));
    expect(screen.queryByRole('button', { name: look })).toBeNull();
  });

  it('shows a long list in parts', async () => {
    const changes = Array.from({ length: 120 }, (_, index) => added(`Shot ${index}`));
    const { user } = show(card(changes), locale, around('t1'));
    expect(lines()).toHaveLength(50);
    await user.click(screen.getByRole('button', { name: /70/ }));
    expect(lines()).toHaveLength(120);
    await expectAccessible();
  });
});
