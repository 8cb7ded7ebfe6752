import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { CreditHistory } from '../../src/renderer/settings/credit-history.tsx';
import type { CreditEntry } from '../../src/shared/domain/credit-history.ts';
import { expectAccessible, show } from './rig.ts';

const words = {
  en: {
    today: 'Today',
    project: 'By project',
    lost: 'Deleted project',
    back: /20 given back/,
    none: 'Not charged',
    free: 'Free',
    save: 'Save as CSV…',
    day: /^[A-Z][a-z]+ \d+, \d{4}/,
    empty: /^Nothing yet/,
  },
  zh: {
    today: '今天',
    project: '按项目',
    lost: '已删除的项目',
    back: /退回 20/,
    none: '未扣积分',
    free: '免费',
    save: '保存为 CSV…',
    day: /^\d{4}年\d+月\d+日/,
    empty: /^还没有记录/,
  },
} as const;

const entry = (changes: Partial<CreditEntry>): CreditEntry => ({
  id: 'a',
  kind: 'message',
  projectId: 'p1',
  project: 'Sea',
  what: 'A calm sea',
  at: Date.now(),
  charged: 48,
  reserved: 0,
  returned: 0,
  ...changes,
});
const entries = [
  entry({ id: 'x', kind: 'export', what: 'sea.mp4', charged: 0 }),
  entry({ id: 'a', charged: 30, returned: 20 }),
  entry({ id: 'b', projectId: null, project: '', what: 'A town', charged: 0, at: Date.now() - 3 * 86_400_000 }),
];

describe.each(['en', 'zh'] as const)('the credit history in %s', (locale) => {
  const said = words[locale];

  it('has a line for each message and export, by day and by project', async () => {
    const { user } = show(<CreditHistory />, locale, { answer: { 'credits.history': entries } });
    const today = await screen.findByRole('region', { name: said.today });
    const lines = within(today).getAllByRole('listitem');
    expect(lines).toHaveLength(2);
    expect(lines[0]?.textContent).toContain(said.free);
    expect(lines[1]?.textContent).toMatch(said.back);
    expect(screen.getAllByRole('heading', { level: 4 })[1]?.textContent).toMatch(said.day);
    await expectAccessible();
    await user.click(screen.getByRole('radio', { name: said.project }));
    expect(within(screen.getByRole('region', { name: 'Sea' })).getAllByRole('listitem')).toHaveLength(2);
    expect(within(screen.getByRole('region', { name: said.lost })).getByRole('listitem').textContent).toContain(
      said.none,
    );
    await expectAccessible();
  });

  it('is saved as a table by main', async () => {
    const { user, requests } = show(<CreditHistory />, locale, { answer: { 'credits.history': entries } });
    await user.click(await screen.findByRole('button', { name: said.save }));
    expect(requests().at(-1)).toEqual({ name: 'credits.exportHistory', input: {} });
  });

  it('says what will be here while there is nothing', async () => {
    show(<CreditHistory />, locale, { answer: { 'credits.history': [] } });
    expect(await screen.findByText(said.empty)).toBeTruthy();
  });
});
