import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { Welcome } from '../../src/renderer/chat/welcome.tsx';
import { project, view } from '../unit/renderer/state/fixtures.ts';
import { expectAccessible, show } from './rig.ts';

const words = {
  en: {
    list: 'Good to know',
    free: ['100 free credits: about one 10-second clip.', 'It takes 2–5 minutes.', 'Export costs no credits.'],
    own: 'You have 340 credits. A new clip takes about 80.',
    rehearsal: /nothing costs credits/,
  },
  zh: {
    list: '开始之前',
    free: ['免费获得 100 积分，约可生成一段 10 秒的片段。', '需要 2 到 5 分钟。', '导出不扣积分。'],
    own: '你有 340 积分，一段新片段约需 80 积分。',
    rehearsal: /不扣积分/,
  },
} as const;

const fresh = { available: 100, frozen: 0, total: 100 };
const around = {
  projects: [project()],
  account: 'anonymous',
  openProjectId: 'p1',
  views: { p1: view({ likelyCost: { generate: 80, edit: 20 } }) },
} as const;

describe.each(['en', 'zh'] as const)('the first screen in %s', (locale) => {
  const said = words[locale];
  const facts = () =>
    within(screen.getByRole('list', { name: said.list }))
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('says what the free credits buy, how long it takes and that export is free', async () => {
    show(<Welcome projectId="p1" />, locale, { ...around, credits: fresh });
    expect(facts()).toEqual(said.free);
    expect(document.querySelectorAll('img[src]')).toHaveLength(3);
    await expectAccessible();
  });

  it.each([
    ['signed in', { account: 'signed-in', credits: { available: 340, frozen: 0, total: 340 } }],
    ['with other credits', { account: 'anonymous', credits: { available: 340, frozen: 0, total: 340 } }],
  ] as const)('says what there is, %s', (_, changes) => {
    show(<Welcome projectId="p1" />, locale, { ...around, ...changes });
    expect(facts()[0]).toBe(said.own);
  });

  it('promises a signed-in account no free credits', () => {
    show(<Welcome projectId="p1" />, locale, { ...around, account: 'signed-in', credits: fresh });
    expect(facts()).not.toContain(said.free[0]);
  });

  it('speaks of no credits in a rehearsal', () => {
    show(<Welcome projectId="p1" />, locale, { ...around, rehearsal: true, credits: fresh });
    expect(facts()).toHaveLength(1);
    expect(facts()[0]).toMatch(said.rehearsal);
  });

  it('writes a suggestion into the composer, and sends nothing', async () => {
    const { user, state, requests } = show(<Welcome projectId="p1" />, locale, { ...around, credits: fresh });
    const [suggestion] = screen.getAllByRole('button').slice(-3);
    await user.click(suggestion ?? expect.fail());
    expect(state().composers['p1']?.unsent).toBe(suggestion?.textContent);
    expect(requests().filter(({ name }) => name === 'turn.send')).toEqual([]);
  });
});
