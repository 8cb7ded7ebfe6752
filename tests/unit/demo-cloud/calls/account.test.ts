import { describe, expect, it } from 'vitest';
import { openClient, openDemoCloud } from '../rig.ts';

const tokenCall = '/api/auth/anonymous-token';

describe('account calls', () => {
  it('wants a client id, and gives one token per client', async () => {
    const { url } = await openDemoCloud();
    const ask = (headers: Record<string, string>) => fetch(url + tokenCall, { method: 'POST', headers });
    expect(await (await ask({})).json()).toMatchObject({ code: 400 });
    const first = await ask({ 'x-client-id': 'c' });
    expect(await first.json()).toMatchObject({
      code: 0,
      data: { token: expect.stringMatching(/^nmv_usr_/u), credits: 100 },
    });
    const second = await ask({ 'x-client-id': 'c' });
    expect(second.status).toBe(429);
    expect(second.headers.get('retry-after')).toBe('30');
    expect((await ask({ 'x-client-id': 'd' })).status).toBe(200);
  });

  it('gives the next token after seven days, and keeps the sessions', async () => {
    let now = 1_800_000_000_000;
    const demoCloud = await openDemoCloud({ clock: { now: () => now, wait: () => Promise.resolve() } });
    const client = await openClient(demoCloud);
    now += 7 * 24 * 3600 * 1000;
    expect(await (await client.call('GET', '/api/credits/balance/simple')).json()).toMatchObject({ code: 1001 });
    const renewed = await fetch(demoCloud.url + tokenCall, { method: 'POST', headers: { 'x-client-id': 'client-1' } });
    const authorization = `Bearer ${(await renewed.json()).data.token}`;
    const state = await client.call('GET', `/api/state/nemo_agent/me/${client.sid}/latest`, undefined, {
      authorization,
    });
    expect(await state.json()).toMatchObject({ code: 0 });
  });

  it('refuses an unknown bearer, and takes a granted one', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    const ask = () =>
      client
        .call('GET', '/api/credits/balance/simple', undefined, { authorization: 'Bearer own' })
        .then((r) => r.json());
    expect(await ask()).toMatchObject({ code: 1001 });
    demoCloud.control.grant('own');
    expect(await ask()).toMatchObject({ code: 0, data: { available: 100, frozen: 0, total: 100 } });
    demoCloud.control.expireTokens();
    expect(await ask()).toMatchObject({ code: 0 });
    expect((await client.call('GET', '/api/credits/balance/simple')).status).toBe(401);
  });

  it('gives a claim token for a task and its session alone', async () => {
    const client = await openClient(await openDemoCloud());
    const claim = (task_id: string) =>
      client.call('POST', '/api/auth/claim-token', { task_id, session_id: client.sid }).then((answer) => answer.json());
    expect(await claim(client.taskId)).toMatchObject({
      code: 0,
      data: { claim_token: expect.stringMatching(/^clm_/u), expires_in: 604_800 },
    });
    expect(await claim('another')).toMatchObject({ code: 1002 });
  });

  it("knows only the account's own sessions", async () => {
    const demoCloud = await openDemoCloud();
    const mine = await openClient(demoCloud);
    const other = await openClient(demoCloud, 'client-2');
    const state = await mine.call('GET', `/api/state/nemo_agent/me/${other.sid}/latest`);
    expect(await state.json()).toMatchObject({ code: 1002 });
  });

  it('logs what was sent, of the headers those of interest', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    await client.call('GET', '/api/credits/balance/simple', undefined, { accept: 'application/json', cookie: 'a=b' });
    const [created] = await demoCloud.control.waitFor('create-session');
    expect(created?.body).toEqual({ task_name: 'project', language: 'en' });
    const [asked] = await demoCloud.control.waitFor('credits', 1, 'ended');
    expect(asked).toMatchObject({ method: 'GET', status: 200, outcome: 'complete', origin: 'main' });
    expect(asked?.headers).toMatchObject({ ...client.headers, accept: 'application/json' });
    expect(asked?.headers).not.toHaveProperty('cookie');
  });
});
