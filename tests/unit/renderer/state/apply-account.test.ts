import { describe, expect, it } from 'vitest';
import { closeAccountNotice } from '../../../../src/renderer/state/account.ts';
import { apply, applySnapshot } from '../../../../src/renderer/state/apply.ts';
import { initialState, type WindowState } from '../../../../src/renderer/state/model.ts';
import { useWindow } from '../../../../src/renderer/state/store.ts';
import type { AppEvent } from '../../../../src/shared/contract/events.ts';
import type { FailureCode } from '../../../../src/shared/domain/failure.ts';
import { exportJob, snapshot, turn } from './fixtures.ts';

const opened = (changes: Parameters<typeof snapshot>[0] = {}): WindowState =>
  applySnapshot(initialState, snapshot(changes));
const after = (state: WindowState, ...events: readonly AppEvent[]): WindowState => events.reduce(apply, state);
const closed = (state: WindowState): WindowState => {
  useWindow.setState(state, true);
  closeAccountNotice();
  return useWindow.getState();
};
const shown = (state: WindowState): unknown => state.accountNotice.shown;

const failed = (code: FailureCode): AppEvent => ({ type: 'turn', turn: turn({ state: 'failed', failure: { code } }) });
const blocked: AppEvent = {
  type: 'export',
  job: exportJob({ state: 'failed', failure: { code: 'export-blocked', link: 'register' } }),
};
const credits = (available: number): AppEvent => ({ type: 'credits', credits: { available, frozen: 0, total: 100 } });
const spent: AppEvent = { type: 'connection', connection: { state: 'spent', until: null }, rehearsal: false };
const ready: AppEvent = { type: 'connection', connection: { state: 'ready' }, rehearsal: false };

describe('what an account would be needed for', () => {
  it.each([
    ['a message without the credits for it', failed('no-credits'), { reason: 'no-credits', turnId: 't1' }],
    ['an export that the plan forbids', blocked, { reason: 'export-blocked', exportId: 'x1' }],
    ['free credits that are used up', spent, { reason: 'token-spent', turnId: null }],
    ['a message after that', failed('token-spent'), { reason: 'token-spent', turnId: 't1' }],
  ] as const)('is told of %s', (_, event, notice) => {
    expect(shown(after(opened(), event))).toMatchObject(notice);
  });

  it('is told at the start, too, but never in a rehearsal', () => {
    const connection = { state: 'spent', until: null } as const;
    expect(shown(opened({ connection }))).toMatchObject({ reason: 'token-spent' });
    expect(shown(opened({ connection, rehearsal: true }))).toBeNull();
    expect(shown(after(opened({ rehearsal: true }), failed('no-credits'), blocked))).toBeNull();
  });

  it('is no matter of other failures', () => {
    expect(shown(after(opened(), failed('offline'), failed('agent-failed')))).toBeNull();
  });

  it('is told once for each reason, until it was otherwise', () => {
    const first = closed(after(opened(), credits(4), failed('no-credits')));
    expect(shown(after(first, failed('no-credits')))).toBeNull();
    expect(shown(after(first, blocked))).toMatchObject({ reason: 'export-blocked' });
    expect(shown(after(first, credits(4), failed('no-credits')))).toBeNull();
    expect(shown(after(first, credits(200), credits(3), failed('no-credits')))).toMatchObject({ reason: 'no-credits' });
    const second = closed(after(opened(), spent));
    expect(shown(after(second, spent))).toBeNull();
    expect(shown(after(second, ready, spent))).toMatchObject({ reason: 'token-spent' });
  });

  it('goes when more credits come, the account is another, or the message or export goes on', () => {
    const short = after(opened(), credits(4), failed('no-credits'));
    expect(shown(after(short, credits(4)))).not.toBeNull();
    expect(shown(after(short, credits(100)))).toBeNull();
    expect(shown(after(short, { type: 'account', account: 'signed-in' }))).toBeNull();
    expect(shown(after(short, { type: 'turn', turn: turn({ state: 'queued' }) }))).toBeNull();
    expect(shown(after(opened(), spent, ready))).toBeNull();
    const forbidden = after(opened(), blocked);
    expect(shown(after(forbidden, { type: 'export', job: exportJob({ state: 'submitted' }) }))).not.toBeNull();
    expect(shown(after(forbidden, { type: 'export', job: exportJob({ state: 'rendering' }) }))).toBeNull();
  });
});
