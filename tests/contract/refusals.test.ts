import { statSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { createAccount } from '../../src/main/account/account.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { CloudError } from '../../src/main/api/errors.ts';
import { createFakeClock, settle } from '../support/fake-clock.ts';
import { noStore, fixedTokens, openClient, type TestClient } from '../support/cloud-client.ts';
import { hangUp, json, raw, startCloudServer, type Answer, type CloudServer } from '../support/cloud-server.ts';

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

const own: CloudError = { kind: 'token-refused', own: true };
const limited: CloudError = { kind: 'rate-limited', retryAfterMs: null };

const table: readonly (readonly [number, CloudError])[] = [
  [1001, own],
  [1010, own],
  [1011, own],
  [1002, { kind: 'session-lost' }],
  [2001, { kind: 'no-credits' }],
  [4001, { kind: 'unsupported-file' }],
  [4002, { kind: 'file-too-large' }],
  [401, own],
  [402, { kind: 'export-blocked' }],
  [413, { kind: 'file-too-large' }],
  [429, limited],
];

const calls: readonly (readonly [string, (client: TestClient) => Promise<unknown>])[] = [
  ['createSession', ({ cloud }) => cloud.createSession({ language: 'en' })],
  ['claimToken', ({ cloud }) => cloud.claimToken({ sessionId: 's', taskId: 't' })],
  ['runTurn', ({ cloud }) => cloud.runTurn({ sessionId: 's', message: 'm' })],
  [
    'uploadFile',
    ({ cloud }) =>
      cloud.uploadFile({
        sessionId: 's',
        path: import.meta.filename,
        bytes: statSync(import.meta.filename).size,
        name: 'a.mp4',
      }),
  ],
  ['uploadUrl', ({ cloud }) => cloud.uploadUrl({ sessionId: 's', url: 'https://a.b' })],
  ['credits', ({ cloud }) => cloud.credits({})],
  ['latestState', ({ cloud }) => cloud.latestState({ sessionId: 's' })],
  ['submitRender', ({ cloud }) => cloud.submitRender({ renderId: 'r', sessionId: 's', draft: {} })],
  ['renderStatus', ({ cloud }) => cloud.renderStatus({ renderId: 'r' })],
  ['cancelRender', ({ cloud }) => cloud.cancelRender({ renderId: 'r' })],
  ['download', ({ cloud }) => cloud.download({ source: { kind: 'render', renderId: 'r' }, toFile: '/nowhere/x' })],
];

describe.each(calls)('%s', (_, call) => {
  it.each(table)('knows the code %i in JSON', async (code, error) => {
    expect(await call(await serve([json({ code, message: 'x' })]))).toEqual({ ok: false, error });
  });

  it.each(table.filter(([code]) => code < 600))('knows %i as HTTP status, whatever the body', async (status, error) => {
    for (const answer of [
      json({ detail: 'x' }, status),
      raw('<html>', 'text/html', status),
      raw('', 'text/plain', status),
    ]) {
      expect(await call(await serve([answer]))).toEqual({ ok: false, error });
      await client.close();
      await server.close();
    }
  });

  it.each([
    [{ success: false, error: 'No tracks in the draft' }, 200],
    [{ success: false, message: 'No tracks in the draft', code: 0 }, 200],
    [{ success: false, code: 0, error: {}, message: 'No tracks in the draft', data: null }, 200],
    [{ success: false, code: 5999, error: { message: 'No tracks\n in the draft' } }, 422],
    [{ code: 0, data: { success: false, error: 'No tracks in the draft', status: 'pending' } }, 201],
    [{ error: 'No tracks in the draft' }, 200],
  ])('takes %j (%i) for a refusal, and its words for the reason', async (answer, status) => {
    expect(await call(await serve([json(answer, status)]))).toEqual({
      ok: false,
      error: { kind: 'refused', reason: 'No tracks in the draft' },
    });
  });

  it.each([2001, 1002, 4001])('knows the code %i of a refusal that also says so in words', async (code) => {
    const error = table.find(([known]) => known === code)?.[1];
    expect(await call(await serve([json({ success: false, code, error: 'x' })]))).toEqual({ ok: false, error });
  });

  it.each([
    ['a page', raw('<!doctype html><html>', 'text/html'), 'html'],
    ['a page that claims to be JSON', raw('  <html>', 'application/json'), 'html'],
    ['malformed JSON', raw('{"code":0,', 'application/json'), 'malformed-json'],
  ])('says that it was answered with %s', async (_name, answer, reason) => {
    expect(await call(await serve([answer]))).toEqual({ ok: false, error: { kind: 'bad-answer', reason } });
  });

  it('names the status of a refusal that the contract does not know', async () => {
    const answer = raw('<html>Bad gateway', 'text/html', 502);
    expect(await call(await serve([answer]))).toEqual({
      ok: false,
      error: { kind: 'server', status: 502, code: null },
    });
  });

  it('is interrupted when the connection breaks; only a question is asked once more', async () => {
    expect(await call(await serve([hangUp]))).toEqual({ ok: false, error: { kind: 'interrupted' } });
    expect(server.seen).toHaveLength(server.seen[0]!.method === 'GET' ? 2 : 1);
  });

  it('is offline when nobody listens', async () => {
    const opened = await serve([hangUp]);
    await server.close();
    expect(await call(opened)).toEqual({ ok: false, error: { kind: 'offline', reason: 'unreachable' } });
  });
});

describe('the envelope', () => {
  it('may name its code as a string', async () => {
    const { cloud } = await serve([json({ code: '2001' })]);
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'no-credits' } });
  });

  it('goes before the status', async () => {
    const { cloud } = await serve([json({ code: 2001 }, 402)]);
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'no-credits' } });
  });

  it('may hold a code that the contract does not know', async () => {
    const { cloud } = await serve([json({ code: 5999 })]);
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'server', status: 200, code: 5999 } });
  });

  it.each([{ code: 0 }, { code: 0, data: null }, { code: 0, data: [] }, { code: 0, data: { available: 'many' } }, []])(
    'of an unknown shape is a bad answer: %j',
    async (answer) => {
      const { cloud } = await serve([json(answer)]);
      expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'bad-answer', reason: 'unknown-shape' } });
    },
  );

  it('asks for a client id only where one belongs', async () => {
    const { cloud, requestToken } = await serve([json({ code: 400 }, 400)]);
    expect(await requestToken('')).toEqual({ ok: false, error: { kind: 'client-id-missing' } });
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'server', status: 400, code: 400 } });
  });
});

describe('an unknown session', () => {
  it.each([{ error: 'Session not found: s' }, { detail: 'Session not found' }])('is 404 with %j', async (answer) => {
    const { cloud } = await serve([json(answer, 404)]);
    const lost = { ok: false, error: { kind: 'session-lost' } };
    expect(await cloud.runTurn({ sessionId: 's', message: 'm' })).toEqual(lost);
    expect(await cloud.latestState({ sessionId: 's' })).toEqual(lost);
  });

  it('is neither a page of some gateway nor a render that is not there', async () => {
    const { cloud } = await serve([raw('<html>', 'text/html', 404), json({}, 404)]);
    const notFound = { ok: false, error: { kind: 'server', status: 404, code: null } };
    expect(await cloud.latestState({ sessionId: 's' })).toEqual(notFound);
    expect(await cloud.renderStatus({ renderId: 'r' })).toEqual(notFound);
  });
});

describe('a refused token', () => {
  const refused = json({ code: 1001 });
  const fine = json({ code: 0, data: { available: 1 } });

  it('is renewed once, and the call repeated once with the new one', async () => {
    const { cloud } = await serve([refused, fine], { tokens: fixedTokens('old', 'new') });
    expect(await cloud.credits({})).toMatchObject({ ok: true });
    expect(server.seen.map(({ headers }) => headers.authorization)).toEqual(['Bearer old', 'Bearer new']);
  });

  it('is not renewed twice', async () => {
    const { cloud } = await serve([refused], { tokens: fixedTokens('old', 'new') });
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'token-refused', own: false } });
    expect(server.seen).toHaveLength(2);
  });

  it('lets a message be posted again, since the agent has not seen it, but not after that', async () => {
    const { cloud } = await serve([refused, hangUp], { tokens: fixedTokens('old', 'new') });
    expect(await cloud.runTurn({ sessionId: 's', message: 'm' })).toEqual({
      ok: false,
      error: { kind: 'interrupted' },
    });
    expect(server.seen).toHaveLength(2);
  });

  it('is asked for with the same client id by the account, shared by all calls', async () => {
    const answers: readonly Answer[] = [
      (response, request) => {
        const isToken = request.path === '/api/auth/anonymous-token';
        const isOld = request.headers.authorization === 'Bearer nmv_usr_old';
        const answer = isToken ? json({ code: 0, data: { token: 'nmv_usr_new' } }) : isOld ? json({}, 401) : fine;
        return answer(response, request);
      },
    ];
    const { cloud } = await serve(answers, {
      tokens: (requestToken) =>
        createAccount({
          ownToken: null,
          clientId: { current: async () => 'id-1', replace: async () => 'id-2' },
          store: { ...noStore, load: async () => ({ token: 'nmv_usr_old', userId: null, expiresAt: null }) },
          signInStore: noStore,
          requestToken,
          onUnsaved: () => undefined,
          onKind: () => undefined,
          clock: systemClock,
          spentMs: 0,
          lockedMs: 0,
        }),
    });
    const results = await Promise.all([cloud.credits({}), cloud.credits({}), cloud.credits({})]);
    expect(results.map(({ ok }) => ok)).toEqual([true, true, true]);
    const asked = server.seen.filter(({ path }) => path === '/api/auth/anonymous-token');
    expect(asked.map(({ headers }) => headers['x-client-id'])).toEqual(['id-1']);
  });
});

describe('the rate limit', () => {
  const fine = json({ code: 0, data: { available: 1 } });

  it('is waited for once, in sight, and the call done once more', async () => {
    const clock = createFakeClock(1_000_000);
    const waits: (number | null)[] = [];
    const { cloud } = await serve([json({}, 429), fine], { clock, onWait: (untilMs) => waits.push(untilMs) });
    const credits = cloud.credits({});
    await expect.poll(clock.waiting, { timeout: 5000 }).toBe(1);
    expect(waits).toEqual([1_030_000]);
    await clock.advance(29_999);
    expect(server.seen).toHaveLength(1);
    await clock.advance(1);
    expect(await credits).toMatchObject({ ok: true });
    expect(waits).toEqual([1_030_000, null]);
    expect(server.seen).toHaveLength(2);
  });

  it('is an error the second time, with what the server asks for', async () => {
    const { cloud } = await serve([json({ code: 429 }, 429, { 'retry-after': '12' })]);
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'rate-limited', retryAfterMs: 12_000 } });
    expect(server.seen).toHaveLength(2);
  });

  it('may be a date', async () => {
    const headers = { 'retry-after': 'Sun, 06 Nov 1994 08:50:07 GMT', date: 'Sun, 06 Nov 1994 08:49:37 GMT' };
    const { cloud } = await serve([json({}, 429, headers)]);
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'rate-limited', retryAfterMs: 30_000 } });
  });

  it('lets the refusal stand at once when the user cancels', async () => {
    const clock = createFakeClock();
    const waits: (number | null)[] = [];
    const { cloud } = await serve([json({}, 429), fine], { clock, onWait: (untilMs) => waits.push(untilMs) });
    const cancelling = new AbortController();
    const credits = cloud.credits({ signal: cancelling.signal });
    await expect.poll(clock.waiting, { timeout: 5000 }).toBe(1);
    cancelling.abort();
    expect(await credits).toEqual({ ok: false, error: { kind: 'rate-limited', retryAfterMs: null } });
    expect(waits.at(-1)).toBe(null);
    expect(server.seen).toHaveLength(1);
  });

  it('is in sight until the last of several calls has waited', async () => {
    const clock = createFakeClock(0);
    const waits: (number | null)[] = [];
    const { cloud } = await serve([json({}, 429), json({}, 429), fine], {
      clock,
      onWait: (until) => waits.push(until),
    });
    const both = Promise.all([cloud.credits({}), cloud.credits({})]);
    await expect.poll(clock.waiting, { timeout: 5000 }).toBe(2);
    await clock.advance(30_000);
    await both;
    await settle();
    expect(waits).toEqual([30_000, 30_000, null]);
  });
});
