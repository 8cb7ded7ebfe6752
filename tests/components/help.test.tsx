import { screen, waitFor } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { Diagnostics } from '../../src/renderer/help/diagnostics.tsx';
import { Report } from '../../src/renderer/help/report.tsx';
import { WhatsNew } from '../../src/renderer/help/whats-new.tsx';
import { expectAccessible, show } from './rig.ts';

const names = {
  en: {
    copy: 'Copy the diagnostics, to paste into the report',
    open: 'Open the page…',
    added: 'Added',
    report: 'Report a problem…',
  },
  zh: { copy: '复制诊断信息，方便粘贴到反馈中', open: '打开页面…', added: '新增', report: '反馈问题…' },
} as const;

const answer = { 'app.diagnostics': { text: 'Rushes: 0.1.0' } };

describe.each(['en', 'zh'] as const)('in %s', (locale) => {
  const t = names[locale];

  it('the changelog can be read', async () => {
    show(<WhatsNew />, locale, { dialog: { kind: 'whats-new' } });
    expect(screen.getAllByRole('heading', { name: t.added }).length).toBeGreaterThan(0);
    expect(screen.getByRole('heading', { name: /0\.1\.0/ })).toBeDefined();
    await expectAccessible();
  });

  it.each([true, false])('a report is offered where there is a page for it: %s', (hasHomepage) => {
    show(<Diagnostics />, locale, { dialog: { kind: 'diagnostics' }, answer, hasHomepage });
    expect(screen.queryByRole('button', { name: t.report }) !== null).toBe(hasHomepage);
  });

  it.each([true, false])('a report takes the diagnostics along where the user agrees: %s', async (agrees) => {
    const { user, requests, state } = show(<Report />, locale, { dialog: { kind: 'report' }, answer });
    const written = vi.spyOn(navigator.clipboard, 'writeText');
    await expectAccessible();
    await waitFor(() => expect(screen.getByText('Rushes: 0.1.0')).toBeDefined());
    if (!agrees) await user.click(screen.getByRole('checkbox', { name: t.copy }));
    await user.click(screen.getByRole('button', { name: t.open }));
    expect(written.mock.calls).toEqual(agrees ? [['Rushes: 0.1.0']] : []);
    expect(requests().map(({ name }) => name)).toEqual(['app.diagnostics', 'app.reportProblem']);
    expect(state().dialog).toBeNull();
    written.mockRestore();
  });
});
