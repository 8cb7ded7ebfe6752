import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { RestoredCard } from '../../src/renderer/chat/restored-card.tsx';
import { VersionNotes } from '../../src/renderer/composer/version-notes.tsx';
import type { RestoreEntry } from '../../src/renderer/state/model.ts';
import { RestoreDialog } from '../../src/renderer/versions/restore-dialog.tsx';
import type { ProjectView } from '../../src/shared/domain/app-state.ts';
import type { Turn } from '../../src/shared/domain/turn.ts';
import { expectAccessible, show } from './rig.ts';

const entry: RestoreEntry = {
  projectId: 'p1',
  isUndo: true,
  request: {
    version: 2,
    lines: ['Remove the title “Hello”', 'Set the volume of clip 1 to 40%'],
    message: 'Undo: put this video back to how it was in version 2.\n- Remove the title “Hello”',
    cost: 'edit',
  },
};
const view = { turns: [], uploads: [], likelyCost: { edit: 3, generate: 48 } } as unknown as ProjectView;
const credits = { available: 52, frozen: 0, total: 100 };
const state = { openProjectId: 'p1', views: { p1: view }, credits };

describe('the way back', () => {
  it.each([
    ['en', 'Ask the agent', 'About 3 credits · you have 52'],
    ['zh', '交给助手', '约需 3 积分 · 你有 52 积分'],
  ] as const)('is shown with its cost, and sent by the user alone (%s)', async (locale, name, cost) => {
    const { user, requests } = show(<RestoreDialog entry={entry} />, locale, state);
    const dialog = screen.getByRole('dialog');
    expect(
      within(dialog)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(entry.request.lines);
    expect(dialog.textContent).toContain(cost);
    await expectAccessible();
    expect(requests()).toEqual([]);
    await user.click(screen.getByRole('button', { name }));
    expect(requests()).toContainEqual({
      name: 'turn.send',
      input: { projectId: 'p1', text: entry.request.message, uploadIds: [], beside: true, anyway: false },
    });
  });

  it('asks before it exceeds the daily limit', async () => {
    const refuse = { 'turn.send': { code: 'over-ceiling', params: { spent: 9, ceiling: 10, cost: 3 } } } as const;
    const { user, requests } = show(<RestoreDialog entry={entry} />, 'en', { ...state, refuse });
    await user.click(screen.getByRole('button', { name: 'Ask the agent' }));
    await user.click(await screen.findByRole('button', { name: 'Send anyway' }));
    expect(requests().at(-1)).toMatchObject({ name: 'turn.send', input: { anyway: true } });
    await expectAccessible();
  });

  it('asks where the user wants to be asked before anything is paid for', async () => {
    const refuse = { 'turn.send': { code: 'spend-question', params: { cost: 3, left: 52 } } } as const;
    const { user, requests } = show(<RestoreDialog entry={entry} />, 'en', { ...state, refuse });
    await user.click(screen.getByRole('button', { name: 'Ask the agent' }));
    const question = await screen.findByRole('alert');
    await user.click(within(question).getByRole('button', { name: 'Go ahead' }));
    expect(requests().at(-1)).toMatchObject({ name: 'turn.send', input: { anyway: true } });
  });

  it('has nothing to send where nothing is different', async () => {
    const same = { ...entry, request: { ...entry.request, lines: [] } };
    show(<RestoreDialog entry={same} />, 'en', state);
    expect(screen.getByRole('dialog').textContent).toContain('Your video is already as it was in version 2.');
    expect(screen.queryByRole('button', { name: 'Ask the agent' })).toBeNull();
    await expectAccessible();
  });
});

describe('what came of it', () => {
  const turn = { id: 't', projectId: 'p1' } as Turn;
  it('is said in one line where all is back, else what is missing is named', async () => {
    show(<RestoredCard turn={turn} part={{ kind: 'restore', version: 2, missing: [] }} />, 'en', state);
    expect(document.body.textContent).toContain('Your video is back at version 2.');
    const lines = Array.from({ length: 8 }, (_, index) => `line ${index}`);
    const part = { kind: 'restore', version: 3, missing: lines } as const;
    const { user } = show(<RestoredCard turn={turn} part={part} />, 'en', state);
    const list = screen.getByRole('list', { name: 'Version 3 is not all back yet. Still to do:' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(6);
    await user.click(screen.getByRole('button', { name: '… 2 more rows' }));
    expect(within(list).getAllByRole('listitem')).toHaveLength(8);
    await expectAccessible();
  });
});

describe('above the message', () => {
  it('says which version it edits while an older one is looked at, with the way to the current one', async () => {
    const past = {
      projectId: 'p1',
      at: null,
      clips: [],
      timeline: { version: 3, durationMs: 0, tracks: [], summary: '' },
    };
    const player = { past, watched: null, beside: null };
    const { user, state: now } = show(<VersionNotes projectId="p1" />, 'en', { ...state, player });
    expect(screen.getByRole('status').textContent).toContain('Your message edits the current version, not version 3.');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: 'Back to current' }));
    expect(now().player.past).toBeNull();
  });

  it('says that later edits stay, until it is dismissed', async () => {
    const composers = { p1: { unsent: 'x', failure: null, refusals: [], again: 't1' } };
    const { user } = show(<VersionNotes projectId="p1" />, 'zh', { ...state, composers });
    expect(screen.getByRole('status').textContent).toContain('之后的修改仍保留在视频中');
    await expectAccessible();
    await user.click(screen.getByRole('button'));
    expect(screen.queryByRole('status')).toBeNull();
  });
});
