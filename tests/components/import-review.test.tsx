import { screen, waitFor, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { ImportReviewDialog } from '../../src/renderer/import-review/import-review.tsx';
import type { ImportCheck, ImportReview, ImportRow } from '../../src/shared/domain/import-review.ts';
import { mostFiles } from '../../src/shared/domain/upload.ts';
import { view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: { title: 'Choose what to attach', list: 'Files found', filter: 'Filter by name or folder', none: 'Select none' },
  zh: { title: '选择要添加的文件', list: '找到的文件', filter: '按名称或文件夹筛选', none: '全不选' },
} as const;
const attaching = {
  en: {
    attach: (count: number) => `Attach ${count} files`,
    cancel: 'Cancel',
    nothing: 'No file has this in its name.',
  },
  zh: { attach: (count: number) => `添加 ${count} 个文件`, cancel: '取消', nothing: '没有名称匹配的文件。' },
} as const;

const row = (id: number, name: string, check: ImportCheck = { state: 'usable' }): ImportRow => ({
  id,
  name,
  folder: 'Lake',
  bytes: 1000,
  kind: 'video',
  check,
});
const refused: ImportCheck = { state: 'refused', failure: { code: 'unsupported-file' } };
const some = [row(0, 'a.mp4'), row(1, 'b.mp4'), row(2, 'notes.txt', refused)];

const review = (rows: readonly ImportRow[], changes: Partial<ImportReview> = {}): ImportReview => ({
  id: 'r1',
  projectId: 'p1',
  state: 'ready',
  skips: { hidden: 0, unreadable: 0, special: 0 },
  capped: false,
  rows,
  ...changes,
});
const around = { openProjectId: 'p1', views: { p1: view() } };

describe.each(['en', 'zh'] as const)('the list of what came in, in %s', (locale) => {
  const { title, list, filter, none } = names[locale];
  const { attach, cancel, nothing } = attaching[locale];
  const options = () => within(screen.getByRole('listbox', { name: list })).getAllByRole('option');
  const ticked = () => options().map((option) => option.getAttribute('aria-selected') === 'true');
  const open = async (importReview: ImportReview) => {
    const shown = show(<ImportReviewDialog importReview={importReview} />, locale, around);
    await screen.findByRole('dialog', { name: title });
    return shown;
  };

  it('is a dialog with a list, which has the focus; what is usable is ticked, and the rest says why not', async () => {
    await open(review(some));
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('listbox', { name: list })));
    expect(ticked()).toEqual([true, true, false]);
    expect(options()[2]?.getAttribute('aria-disabled')).toBe('true');
    expect(options()[2]?.textContent).toContain({ en: 'not supported', zh: '不支持' }[locale]);
    await expectAccessible();
  });

  it('is walked, ticked and attached by keys', async () => {
    const { user, requests } = await open(review(some));
    const box = screen.getByRole('listbox', { name: list });
    await waitFor(() => expect(document.activeElement).toBe(box));
    await user.keyboard('{ArrowDown} ');
    expect(ticked()).toEqual([true, false, false]);
    expect(box.getAttribute('aria-activedescendant')).toBe(options()[1]?.id);
    await user.keyboard('{End} ');
    expect(ticked()).toEqual([true, false, false]);
    await user.keyboard('{Control>}a{/Control}{Enter}');
    expect(requests()).toEqual([{ name: 'importReview.attach', input: { reviewId: 'r1', rowIds: [0, 1] } }]);
  });

  it('attaches what is ticked, and nothing without a tick', async () => {
    const { user, requests } = await open(review(some));
    await user.click(screen.getByRole('button', { name: none }));
    expect(ticked()).toEqual([false, false, false]);
    await user.click(options()[0] ?? expect.fail());
    await user.click(options()[1] ?? expect.fail());
    await user.click(screen.getByRole('button', { name: attach(2) }));
    expect(requests()).toEqual([{ name: 'importReview.attach', input: { reviewId: 'r1', rowIds: [0, 1] } }]);
  });

  it('is filtered by words, and says where nothing has them', async () => {
    const { user } = await open(review(some));
    await user.type(screen.getByRole('textbox', { name: filter }), 'notes');
    expect(options().map(({ textContent }) => textContent.includes('notes.txt'))).toEqual([true]);
    await user.type(screen.getByRole('textbox', { name: filter }), 'zzz');
    expect(screen.getByText(nothing)).toBeDefined();
    await expectAccessible();
  });

  it('attaches nothing while folders are read', async () => {
    const { user, requests } = await open(review(some, { state: 'reading' }));
    expect(screen.getByRole('button', { name: attach(2) })).toHaveProperty('disabled', true);
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('listbox'));
    await user.keyboard('{Enter}');
    expect(requests()).toEqual([]);
    await expectAccessible();
  });

  it('shows of a long list what is in sight, and says that a message carries no more', async () => {
    await open(review(Array.from({ length: 2000 }, (_, id) => row(id, `${id}.mp4`))));
    expect(options().length).toBeLessThan(200);
    expect(options()[0]?.getAttribute('aria-setsize')).toBe('2000');
    expect(screen.getByText(new RegExp(`${mostFiles}`), { selector: '.text-bad' })).toBeDefined();
    expect(screen.getByRole('button', { name: attach(2000) })).toHaveProperty('disabled', true);
    await expectAccessible();
  });

  it.each(['{Escape}', 'cancel'])('goes away by %s', async (way) => {
    const { user, requests } = await open(review(some));
    if (way === 'cancel') await user.click(screen.getByRole('button', { name: cancel }));
    else await user.keyboard(way);
    await waitFor(() => expect(requests()).toEqual([{ name: 'importReview.dismiss', input: { reviewId: 'r1' } }]));
  });
});
