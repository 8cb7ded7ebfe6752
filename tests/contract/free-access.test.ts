import { afterEach, describe, expect, it } from 'vitest';
import { openClient, type TestClient } from '../support/cloud-client.ts';
import { type Answer, type CloudServer, json, startCloudServer } from '../support/cloud-server.ts';
import { createFakeClock } from '../support/fake-clock.ts';

let server: CloudServer;
let client: TestClient;

async function serve(
  answers: readonly Answer[],
  options: Partial<Parameters<typeof openClient>[0]> = {},
): Promise<TestClient> {
  server = await startCloudServer(...answers);
  client = openClient({ url: server.url, ...options });
  return client;
}

afterEach(async () => {
  await client.close();
  await server.close();
});

describe('the rate limit', () => {
  it('of the token itself means that the tokens of this client are spent', async () => {
    const { requestToken } = await serve([json({ code: 429 }, 429)]);
    expect(await requestToken('id-1')).toEqual({ ok: false, error: { kind: 'token-spent', until: null } });
    expect(server.seen).toHaveLength(2);
  });

  it('of the token itself that is days away is not waited for', async () => {
    const { requestToken } = await serve([json({ code: 429 }, 429, { 'retry-after': '432000' })]);
    expect(await requestToken('id-1')).toEqual({ ok: false, error: { kind: 'token-spent', until: 432_000_000 } });
    expect(server.seen).toHaveLength(1);
  });

  it('of the token itself is not waited for once more when the user has cancelled the wait', async () => {
    const clock = createFakeClock(0);
    const waits: (number | null)[] = [];
    const opened = await serve([json({ code: 429 }, 429)], {
      clock,
      onWait: (until) => waits.push(until),
      tokens: (requestToken) => ({
        token: async () => {
          const answer = await requestToken('id-1');
          return answer.ok ? { ok: true, value: answer.value.token } : answer;
        },
        renew: async () => ({ ok: false, error: { kind: 'token-refused', own: true } }),
      }),
    });
    const asking = opened.cloud.credits({});
    await expect.poll(clock.waiting, { timeout: 5000 }).toBe(1);
    opened.cancelRateLimit();
    expect(await asking).toEqual({ ok: false, error: { kind: 'token-spent', until: null } });
    expect([waits, server.seen.length]).toEqual([[30_000, null], 1]);
  });
});

describe('the answer with a token', () => {
  it.each([
    [{ user_id: 'anon_7', expires_at: '2026-12-06T00:00:00Z' }, 'anon_7', Date.UTC(2026, 11, 6)],
    [{ user_id: 'anon_7', expires_at: 1_796_515_200 }, 'anon_7', 1_796_515_200_000],
    [{ expires_at: 1_796_515_200_000 }, null, 1_796_515_200_000],
    // The clock of these tests stands at 0.
    [{ expires_in: 604_800 }, null, 604_800_000],
    [{ user_id: 7, expires_at: 'soon' }, null, null],
  ])('says whose it is and when it ends: %j', async (more, userId, expiresAt) => {
    const { requestToken } = await serve([json({ code: 0, data: { token: 'nmv_usr_new', ...more } })]);
    expect(await requestToken('id-1')).toMatchObject({ ok: true, value: { userId, expiresAt } });
  });
});
