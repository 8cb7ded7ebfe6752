import { describe, expect, it } from 'vitest';
import { createCloudLink } from '../../../../src/main/account/connection.ts';
import type { CloudError } from '../../../../src/main/api/errors.ts';
import type { Connection } from '../../../../src/shared/domain/app-state.ts';
import type { Credits } from '../../../../src/shared/domain/turn.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';
import { createFakeClock, settle } from '../../../support/fake-clock.ts';

const balance: Credits = { available: 100, frozen: 0, total: 100 };
const unreachable: CloudError = { kind: 'offline', reason: 'unreachable' };

function rig(answers: Result<Credits, CloudError>[]) {
  const clock = createFakeClock();
  const states: Connection['state'][] = [];
  let asked = 0;
  let wanted = 0;
  const link = createCloudLink({
    readCredits: () => {
      asked += 1;
      return Promise.resolve(answers.shift() ?? ok(balance));
    },
    clock,
    reconnectMs: 15_000,
    spentMs: 3_600_000,
    onReconnect: () => (wanted += 1),
    onConnection: (connection) => states.push(connection.state),
    onCredits: () => undefined,
  });
  return { link, clock, states, asked: () => asked, wanted: () => wanted };
}

describe('the link to the cloud', () => {
  it('connects, and then knows the balance', async () => {
    const { link, states } = rig([]);
    await link.connect();
    expect(states).toEqual(['connecting', 'ready']);
    expect(link.credits()).toEqual(balance);
  });

  it('tells when it is the user who wants it', async () => {
    const { link, asked, wanted } = rig([err({ kind: 'token-refused', own: true })]);
    await link.connect();
    expect([link.connection(), wanted()]).toEqual([{ state: 'offline', reason: 'token-refused' }, 0]);
    await link.reconnect();
    expect([link.connection(), wanted(), asked()]).toEqual([{ state: 'ready' }, 1, 2]);
  });

  it('is not offline where free access is used up, and asks again when it comes back', async () => {
    const until = createFakeClock().now() + 86_400_000;
    const { link, clock, asked } = rig([err({ kind: 'token-spent', until })]);
    await link.connect();
    expect(link.connection()).toEqual({ state: 'spent', until });
    await clock.advance(86_399_999);
    expect(asked()).toBe(1);
    await clock.advance(1);
    expect(link.connection()).toEqual({ state: 'ready' });
  });

  it.each<CloudError>([
    { kind: 'server', status: 502, code: null },
    { kind: 'bad-answer', reason: 'html' },
    { kind: 'token-locked' },
  ])('asks again by itself after %j at the start', async (trouble) => {
    const { link, clock, states } = rig([err(trouble), err(trouble)]);
    await link.connect();
    expect(link.connection().state).toBe('offline');
    await clock.advance(30_000);
    expect([link.connection(), states.at(-1)]).toEqual([{ state: 'ready' }, 'ready']);
  });

  it('leaves it at that when the user does not want to wait', async () => {
    const { link, clock, asked } = rig([err({ kind: 'rate-limited', retryAfterMs: null })]);
    await link.connect();
    await clock.advance(600_000);
    expect(asked()).toBe(1);
  });

  it('follows what other calls meet', async () => {
    const { link, asked } = rig([ok(balance), err(unreachable)]);
    await link.connect();
    link.met('answered');
    expect(asked()).toBe(1);
    link.met('nobody');
    link.met('nobody');
    await settle();
    expect([link.connection(), asked()]).toEqual([{ state: 'offline', reason: 'offline' }, 2]);
    link.met('nobody');
    expect(asked()).toBe(2);
    link.met('answered');
    await settle();
    expect([link.connection(), asked()]).toEqual([{ state: 'ready' }, 3]);
  });

  it('asks once for several callers', async () => {
    const { link, asked } = rig([]);
    await Promise.all([link.connect(), link.connect()]);
    expect(asked()).toBe(1);
  });

  it('says that it is offline, asks again by itself, and comes back', async () => {
    const { link, clock, states } = rig([err(unreachable), err(unreachable)]);
    await link.connect();
    expect(link.connection()).toEqual({ state: 'offline', reason: 'offline' });
    await clock.advance(15_000);
    expect(states.at(-1)).toBe('offline');
    await clock.advance(15_000);
    expect(link.connection()).toEqual({ state: 'ready' });
  });

  it('does not keep asking a cloud that refused the token', async () => {
    const { link, clock, asked } = rig([err({ kind: 'token-refused', own: true })]);
    await link.connect();
    expect(link.connection()).toEqual({ state: 'offline', reason: 'token-refused' });
    await clock.advance(600_000);
    expect(asked()).toBe(1);
  });

  it('stays ready when one reading of the balance is refused, and keeps the last one', async () => {
    const { link } = rig([ok(balance), err({ kind: 'server', status: 500, code: null })]);
    await link.connect();
    await link.refreshCredits();
    expect(link.connection()).toEqual({ state: 'ready' });
    expect(link.credits()).toEqual(balance);
  });

  it('asks no more once it is closed', async () => {
    const { link, clock, asked } = rig([err(unreachable)]);
    await link.connect();
    link.close();
    await clock.advance(60_000);
    await settle();
    expect(asked()).toBe(1);
  });
});
