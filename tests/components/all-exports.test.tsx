import { act, cleanup, screen, waitFor } from '@testing-library/react';
import { expect, it, onTestFinished, vi } from 'vitest';
import { AllExports } from '../../src/renderer/exports/all-exports.tsx';
import type { ExportJobs } from '../../src/shared/domain/export-job.ts';
import { exportJob, project } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const all = 5_000;
const onPage = 2_000;

const jobs = Array.from({ length: all }, (_, n) =>
  exportJob({ id: `x${n}`, fileName: `Cut ${n}.mp4`, state: 'saved', createdAt: n, endedAt: n }),
);

/** As main answers: those before a place, which here is their number. */
const older = ({ before }: { readonly before: number }): ExportJobs => {
  const from = Math.max(0, before - onPage);
  return { exports: jobs.slice(from, before), older: from === 0 ? null : from };
};

const rows = () => [...document.querySelectorAll<HTMLElement>('[role="listitem"]')];

async function open(locale: 'en' | 'zh') {
  const shown = show(<AllExports removingId={null} />, locale, {
    projects: [project()],
    exports: jobs.slice(-onPage),
    olderExports: all - onPage,
    answer: { 'export.look': [], 'export.older': older },
  });
  await waitFor(() => expect(shown.state().olderExports).toBeNull());
  return shown;
}

it.each([
  ['en', '5000 exports'],
  ['zh', '5000 个导出'],
] as const)(
  '5,000 exports in %s come in pages, once each, and few of them are drawn',
  async (locale, count) => {
    const { requests, state } = await open(locale);
    const asked = requests().filter(({ name }) => name === 'export.older');
    expect(asked.map(({ input }) => input)).toEqual([{ before: 3_000 }, { before: 1_000 }]);
    expect(state().exports.map(({ id }) => id)).toEqual(jobs.map(({ id }) => id));
    expect(screen.getByRole('status').textContent).toBe(count);
    expect(rows().length).toBeLessThan(60);
    expect(rows()[0]?.textContent).toContain('Cut 4999.mp4');
    expect(rows()[0]?.getAttribute('aria-setsize')).toBe(String(all));
    await expectAccessible();
  },
  60_000,
);

it('5,000 exports are walked by keys, row by row and to the end', async () => {
  const { user } = await open('en');
  rows()[0]?.focus();
  await user.keyboard('{ArrowDown}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Cut 4998.mp4'));
  await user.keyboard('{End}');
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Cut 0.mp4'));
  expect(rows().length).toBeLessThan(60);
}, 60_000);

it('looks for the files of rows that stay in sight, not of those that are only passed', async () => {
  vi.useFakeTimers();
  onTestFinished(() => void vi.useRealTimers());
  const list = () =>
    show(<AllExports removingId={null} />, 'en', { exports: jobs.slice(-20), answer: { 'export.look': [] } });
  const looks = ({ requests }: ReturnType<typeof list>) => requests().filter(({ name }) => name === 'export.look');
  const passed = list();
  await act(() => vi.advanceTimersByTimeAsync(140));
  cleanup();
  await act(() => vi.advanceTimersByTimeAsync(1_000));
  expect(looks(passed)).toEqual([]);
  const stays = list();
  await act(() => vi.advanceTimersByTimeAsync(160));
  expect(looks(stays)).toHaveLength(1);
});

it.each([
  ['en', 'Clear list…', 'Remove 2 items from the list?', 'Remove from the list'],
  ['zh', '清空列表…', '从列表中移除 2 项？', '从列表中移除'],
] as const)('is cleared of what is over, in %s, after a question', async (locale, clear, question, remove) => {
  const states = ['saved', 'failed', 'rendering'] as const;
  const { user, requests } = show(<AllExports removingId={null} />, locale, {
    projects: [project()],
    exports: states.map((state, n) => exportJob({ id: `x${n}`, state, createdAt: n })),
    answer: { 'export.look': [] },
  });
  await user.click(screen.getByRole('button', { name: clear }));
  await screen.findByRole('alertdialog', { name: question });
  await user.keyboard('{Escape}');
  await waitFor(() => expect(screen.queryByRole('alertdialog')).toBeNull());
  await user.click(screen.getByRole('button', { name: clear }));
  await user.click(await screen.findByRole('button', { name: remove }));
  const removed = () => requests().flatMap(({ name, input }) => (name === 'export.remove' ? [input] : []));
  await waitFor(() => expect(removed()).toHaveLength(2));
  expect(removed()).toEqual(expect.arrayContaining(['x0', 'x1'].map((exportId) => ({ exportId, file: 'keep' }))));
});
