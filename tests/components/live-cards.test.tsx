import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { timelineId } from '../../src/renderer/state/flash.ts';
import { SuggestedActions } from '../../src/renderer/chat/suggested-actions.tsx';
import { TurnView } from '../../src/renderer/chat/turn.tsx';
import type { Timeline } from '../../src/shared/domain/timeline.ts';
import { exportJob, turn, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    play: 'Play',
    folder: 'Show in folder',
    saved: 'Saved',
    free: 'No credits charged',
    cancel: 'Cancel',
    tracks: 'Show tracks',
  },
  zh: { play: '播放', folder: '打开所在文件夹', saved: '已保存', free: '未扣积分', cancel: '取消', tracks: '显示轨道' },
} as const;

const started = { kind: 'notice', notice: { code: 'export-started' } } as const;
const asks = { kind: 'notice', notice: { code: 'export-asks' } } as const;
const typed = turn({
  id: 'e',
  route: 'export',
  state: 'done',
  prompt: 'export it',
  parts: [started],
  startedAt: 900,
  endedAt: 1100,
});
const timeline: Timeline = {
  version: 4,
  durationMs: 10_000,
  tracks: [{ kind: 'audio', segments: [{ name: 'Lo-fi', startMs: 0, durationMs: 10_000, text: null, volume: 0.35 }] }],
  summary: 'Timeline (1 track): 1. BGM: Lo-fi (0-10s, 35%)',
};

describe.each(['en', 'zh'] as const)('what the app answers to a command, in %s', (locale) => {
  const { play, folder, saved, free, cancel, tracks } = names[locale];
  const around = { openProjectId: 'p1', views: { p1: view({ turns: [typed] }) } };

  it('shows the export that was typed from its first moment to its file', async () => {
    const job = exportJob({ createdAt: 1000 });
    const later = exportJob({ id: 'x2', fileName: 'other.mp4', createdAt: 5000 });
    const { change, user, requests } = show(<TurnView turn={typed} />, locale, {
      ...around,
      exports: [later, job],
      answer: { 'export.look': [{ exportId: 'x1', mediaId: 'm9' }] },
    });
    expect(screen.getByRole('group', { name: /city\.mp4/ })).toBeTruthy();
    expect(screen.getByRole('button', { name: cancel })).toBeTruthy();
    await expectAccessible();
    change({ exports: [later, { ...job, state: 'saved' }] });
    expect(screen.getByText(saved)).toBeTruthy();
    expect(screen.getByText(free)).toBeTruthy();
    expect(screen.getByRole('button', { name: play })).toBeTruthy();
    await user.click(screen.getByRole('button', { name: folder }));
    expect(requests().at(-1)).toEqual({ name: 'export.showInFolder', input: { exportId: 'x1' } });
    await expectAccessible();
  });

  it('says that the agent still edits only while it does', () => {
    const asked = { ...typed, parts: [asks] };
    const at = (state: 'streaming' | 'done') => ({
      openProjectId: 'p1',
      views: { p1: view({ turns: [turn({ state }), asked] }) },
    });
    const { change } = show(<TurnView turn={asked} />, locale, at('streaming'));
    const words = screen.getAllByRole('article')[1]?.textContent;
    change(at('done'));
    expect(screen.getAllByRole('article')[1]?.textContent).not.toBe(words);
    change({ exports: [exportJob({ createdAt: 9000 })] });
    expect(screen.getByRole('group', { name: /city\.mp4/ })).toBeTruthy();
  });

  it('says that there is nothing to export as long as there is nothing', () => {
    const empty = turn({ route: 'export', state: 'failed', failure: { code: 'nothing-to-export' } });
    const { change } = show(<TurnView turn={empty} />, locale, { openProjectId: 'p1', views: { p1: view() } });
    expect(screen.getAllByRole('article')).toHaveLength(2);
    change({ views: { p1: view({ timeline }) } });
    expect(screen.getAllByRole('article')).toHaveLength(1);
  });

  it('shows the state of the video as a card, its line for screen readers alone', async () => {
    const status = turn({ route: 'state', state: 'done', parts: [{ kind: 'summary', line: timeline.summary }] });
    show(<TurnView turn={status} />, locale, { openProjectId: 'p1', views: { p1: view({ timeline }) } });
    expect(screen.getByText(timeline.summary).className).toBe('sr-only');
    expect(screen.getByText('Lo-fi')).toBeTruthy();
    expect(screen.getByRole('button', { name: tracks })).toBeTruthy();
    await expectAccessible();
  });

  it('points at the timeline in place of a message about it', async () => {
    const place = document.body.appendChild(document.createElement('section'));
    Object.assign(place, { id: timelineId, tabIndex: -1, animate: () => null });
    const { user, requests } = show(
      <SuggestedActions suggestedActions={[{ kind: 'tracks' }]} projectId="p1" alone={false} />,
      locale,
      {},
    );
    await user.click(screen.getByRole('button', { name: tracks }));
    expect(document.activeElement).toBe(place);
    expect(requests()).toEqual([]);
    place.remove();
  });
});
