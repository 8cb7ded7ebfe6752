import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Exports } from '../../src/renderer/exports/exports.tsx';
import type { ExportJob } from '../../src/shared/domain/export-job.ts';
import { exportJob, project } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    region: 'Exports',
    empty: 'Finished videos appear here.',
    saved: 'Saved',
    gone: 'Saved, but the file is gone',
    cancel: 'Cancel',
    retry: 'Retry',
    again: 'Export again',
    show: 'Show in folder',
    more: 'More for city.mp4',
    remove: 'Remove…',
    all: 'See all',
  },
  zh: {
    region: '导出',
    empty: '导出的视频会显示在这里。',
    saved: '已保存',
    gone: '已保存，但文件已不在原处',
    cancel: '取消',
    retry: '重试',
    again: '重新导出',
    show: '打开所在文件夹',
    more: '“city.mp4”的更多操作',
    remove: '移除…',
    all: '查看全部',
  },
} as const;

const around = (...exports: readonly ExportJob[]) => ({
  projects: [project()],
  openProjectId: 'p1',
  exports,
  answer: { 'export.look': [], 'export.start': 'started' },
});
const saved = exportJob({ state: 'saved', endedAt: 2000 });
const there = { exportList: { files: { x1: 'media' }, shownId: null } };

describe.each(['en', 'zh'] as const)('the list of exports in %s', (locale) => {
  const words = names[locale];
  const rows = () => within(screen.getByRole('region', { name: words.region })).queryAllByRole('listitem');
  const row = () => within(rows()[0] ?? expect.fail());

  it('says what will be there while it is empty', async () => {
    show(<Exports />, locale, around());
    expect(screen.getByText(words.empty)).toBeDefined();
    expect(rows()).toEqual([]);
    await expectAccessible();
  });

  it('shows one at work, which can be cancelled', async () => {
    const running = exportJob({ state: 'downloading', received: 512, bytes: 1024 });
    const { user, requests } = show(<Exports />, locale, around(running));
    expect(row().getByText(/50\s?%/)).toBeDefined();
    await expectAccessible();
    await user.click(row().getByRole('button', { name: words.cancel }));
    expect(requests()).toContainEqual({ name: 'export.cancel', input: { exportId: 'x1' } });
  });

  it('says that one is saved, and leads to its file', async () => {
    const { user, requests } = show(<Exports />, locale, { ...around(saved), ...there });
    expect(row().getByText(words.saved)).toBeDefined();
    await user.click(row().getByRole('button', { name: words.show }));
    expect(requests()).toContainEqual({ name: 'export.showInFolder', input: { exportId: 'x1' } });
    await expectAccessible();
  });

  it('says where the file is gone, and exports it again', async () => {
    const gone = { exportList: { files: { x1: null }, shownId: null } };
    const { user, requests } = show(<Exports />, locale, { ...around({ ...saved, version: 3 }), ...gone });
    expect(row().getByText(words.gone)).toBeDefined();
    await expectAccessible();
    await user.click(row().getByRole('button', { name: words.again }));
    expect(requests()).toContainEqual({ name: 'export.start', input: { projectId: 'p1', version: 3 } });
  });

  it('says why one has failed, and tries it again', async () => {
    const failed = exportJob({ state: 'failed', failure: { code: 'disk-full' }, endedAt: 2000 });
    const { user, requests } = show(<Exports />, locale, around(failed));
    expect(row().getByText({ en: /disk/, zh: /磁盘/ }[locale])).toBeDefined();
    await expectAccessible();
    await user.click(row().getByRole('button', { name: words.retry }));
    expect(requests()).toContainEqual({ name: 'export.retry', input: { exportId: 'x1' } });
  });

  it('has a menu that the keyboard opens and walks; the last of it asks about the file', async () => {
    const { user, state } = show(<Exports />, locale, { ...around(saved), ...there });
    row().getByRole('button', { name: words.more }).focus();
    await user.keyboard('{Enter}');
    const menu = await screen.findByRole('menu');
    await expectAccessible();
    await user.keyboard('{End}');
    expect(document.activeElement).toBe(within(menu).getByRole('menuitem', { name: words.remove }));
    await user.keyboard('{Enter}');
    expect(state().dialog).toEqual({ kind: 'remove-export', removingId: 'x1' });
  });

  it('shows the newest of a long list, running ones first, and leads to all', async () => {
    const many = Array.from({ length: 80 }, (_, index) =>
      exportJob({
        id: `x${index}`,
        fileName: `${index}.mp4`,
        state: index === 0 ? 'rendering' : 'saved',
        createdAt: index,
      }),
    );
    const { user, state } = show(<Exports />, locale, around(...many));
    expect(rows()).toHaveLength(30);
    expect(rows()[0]?.textContent).toContain('0.mp4');
    expect(rows()[1]?.textContent).toContain('79.mp4');
    await expectAccessible();
    await user.click(screen.getByRole('button', { name: words.all }));
    expect(state().dialog).toEqual({ kind: 'all-exports', removingId: null });
  });

  it('gives the focus to the one that a notification tells of', () => {
    const other = exportJob({ id: 'x2', fileName: 'sea.mp4', state: 'saved', createdAt: 1 });
    show(<Exports />, locale, { ...around(saved, other), exportList: { files: {}, shownId: 'x2' } });
    expect(document.activeElement?.textContent).toContain('sea.mp4');
  });
});
