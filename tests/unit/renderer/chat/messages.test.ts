import { describe, expect, it } from 'vitest';
import { answerText, footerDetails, stillWorking, supportNote } from '../../../../src/renderer/chat/turn-text.ts';
import { placeBefore } from '../../../../src/renderer/state/turns.ts';
import { inLocale, loadChinese } from '../../../../src/renderer/locales/text.ts';
import { turn } from '../state/fixtures.ts';

await loadChinese();

const t = inLocale('en');
const zh = inLocale('zh');
const receipt = {
  before: { available: 100, frozen: 0, total: 100 },
  after: { available: 52, frozen: 8, total: 100 },
  chargedForNothing: true,
};

describe('under a turn', () => {
  it('stands what it cost and how long it took', () => {
    const ended = turn({ state: 'done', startedAt: 0, endedAt: 161_000, receipt });
    expect(footerDetails(t, ended)).toEqual(['40 credits', '8 reserved', '2 min 41 s']);
    expect(footerDetails(zh, ended)).toEqual(['40 积分', '预留 8', '2 分 41 秒']);
  });

  it('stands no cost that is not known, and no time of a turn that failed', () => {
    expect(footerDetails(t, turn({ state: 'failed', endedAt: 5000 }))).toEqual([]);
  });

  it('stands first that nothing changed', () => {
    const same = turn({
      state: 'done',
      startedAt: 0,
      endedAt: 4000,
      parts: [{ kind: 'notice', notice: { code: 'unchanged' } }],
      receipt: { ...receipt, after: { ...receipt.before, available: 97 } },
    });
    expect(footerDetails(t, same)).toEqual(['No change to the timeline', '3 credits', '4 s']);
    expect(footerDetails(zh, same)).toEqual(['时间线没有变化', '3 积分', '4 秒']);
  });

  it('stands what was not charged, and what was given back', () => {
    const back = turn({ state: 'done', endedAt: 5000, receipt: { ...receipt, after: receipt.before, lowest: 20 } });
    expect(footerDetails(t, back)).toEqual(['Not charged', '80 given back', '4 s']);
    expect(footerDetails(zh, back)).toEqual(['未扣积分', '退回 80', '4 秒']);
  });

  it('stands that the agent was silent', () => {
    const silent = turn({ state: 'failed', parts: [{ kind: 'notice', notice: { code: 'silent-edit' } }] });
    expect(footerDetails(t, silent)).toEqual(['No reply, but the edit was made']);
  });
});

describe('a note for support', () => {
  const charged = turn({ id: 'turn-id', projectId: 'project-id', startedAt: Date.UTC(2026, 0, 2, 3, 4), receipt });

  it('tells when, what, the balances and what happened, without ids', () => {
    const note = supportNote(t, 'en', charged);
    for (const fact of [
      '2026',
      'A city at night',
      '100 credits available',
      '52 credits available, 8 reserved',
      '48 credits',
    ])
      expect(note).toContain(fact);
    expect(note).toContain('the timeline did not change');
    expect(note).not.toMatch(/turn-id|project-id|\{\{/);
  });

  it('tells the failure, in Chinese too', () => {
    const note = supportNote(zh, 'zh', { ...charged, failure: { code: 'agent-failed' } });
    expect(note).toContain('助手没能完成这一步。时间线也没有变化。');
  });

  it('is empty where nothing is known', () => expect(supportNote(t, 'en', turn())).toBe(''));
});

it('counts whole minutes of long work', () => {
  expect(stillWorking(t, 250_000)).toBe('Still working… 4 min');
  expect(stillWorking(zh, 120_000)).toBe('仍在处理… 2 分钟');
});

it('copies the words as they were written, and the changes as a list', () => {
  const answer = turn({
    parts: [
      { kind: 'text', text: ' **Done** ' },
      { kind: 'notice', notice: { code: 'recovered' } },
      { kind: 'changes', changes: [{ kind: 'removed', track: 'video', name: 'city' }] },
      { kind: 'text', text: '' },
    ],
  });
  expect(answerText(t, answer)).toBe('**Done**\n\n- Clip removed: city');
});

describe('moving a waiting message', () => {
  const queue = ['a', 'b', 'c'].map((id) => turn({ id, state: 'queued' }));

  it.each([
    ['a', 'up', undefined],
    ['b', 'up', 'a'],
    ['c', 'up', 'b'],
    ['a', 'down', 'c'],
    ['b', 'down', null],
    ['c', 'down', undefined],
    ['gone', 'down', undefined],
  ] as const)('%s %s', (id, step, before) => expect(placeBefore(queue, id, step)).toBe(before));
});
