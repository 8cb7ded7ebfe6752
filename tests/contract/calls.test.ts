import { afterEach, describe, expect, it } from 'vitest';
import type { CloudServer, Answer } from '../support/cloud-server.ts';
import { json, raw, startCloudServer } from '../support/cloud-server.ts';
import { attributionHeaders, openClient, type TestClient } from '../support/cloud-client.ts';
import { collect, frames, event } from '../support/cloud-recordings.ts';

let server: CloudServer;
let client: TestClient;

async function serve(...answers: readonly Answer[]): Promise<TestClient> {
  server = await startCloudServer(...answers);
  client = openClient({ url: server.url });
  return client;
}

afterEach(async () => {
  await client.close();
  await server.close();
});

/** What the server saw of the only request, with its JSON body. */
function only(): {
  readonly line: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: unknown;
} {
  expect(server.seen).toHaveLength(1);
  const { method, path, headers, body } = server.seen[0]!;
  return { line: `${method} ${path}`, headers, body: body.length === 0 ? null : JSON.parse(body.toString()) };
}

const bearer = { ...attributionHeaders, authorization: 'Bearer nmv_usr_test' };
const jsonBearer = { ...bearer, 'content-type': 'application/json' };

describe('anonymous token', () => {
  it('is asked for with the client id and without a bearer', async () => {
    const { requestToken } = await serve(
      json({ code: 0, data: { token: 'nmv_usr_new', credits: 100, scopes: ['read'] } }),
    );
    const value = { token: 'nmv_usr_new', credits: 100, userId: null, expiresAt: null };
    expect(await requestToken('id-1')).toEqual({ ok: true, value });
    expect(only()).toMatchObject({
      line: 'POST /api/auth/anonymous-token',
      headers: { ...attributionHeaders, 'x-client-id': 'id-1' },
      body: null,
    });
    expect(only().headers).not.toHaveProperty('authorization');
  });
});

describe('createSession', () => {
  it.each([
    [
      { bind_id: 'b', bind: 'c', user_id: 'u' },
      { key: 'bind_id', id: 'b' },
    ],
    [
      { bind_id: '', bind: ' c ', user_id: 'u' },
      { key: 'bind', id: 'c' },
    ],
    [{ user_id: 7 }, { key: 'user_id', id: '7' }],
    [{ user_id: 'anon_1' }, { key: 'user_id', id: 'anon_1' }],
    [{ user_id: 'me' }, null],
    [
      { bind_id: 'me', bind: null, user_id: 'u' },
      { key: 'user_id', id: 'u' },
    ],
    [{}, null],
  ])('opens a session, bound by %j', async (more, bindId) => {
    const { cloud } = await serve(json({ code: 0, data: { task_id: 't-1', session_id: 's-1', ...more } }));
    expect(await cloud.createSession({ language: 'zh' })).toEqual({
      ok: true,
      value: { sessionId: 's-1', taskId: 't-1', bindId },
    });
    expect(only()).toMatchObject({
      line: 'POST /api/tasks/me/with-session/nemo_agent',
      headers: jsonBearer,
      body: { task_name: 'project', language: 'zh' },
    });
  });
});

describe('claimToken', () => {
  it('asks for a claim token', async () => {
    const { cloud } = await serve(json({ code: 0, data: { claim_token: 'clm_1', expires_in: 604800 } }));
    expect(await cloud.claimToken({ sessionId: 's-1', taskId: 't-1' })).toEqual({
      ok: true,
      value: { claimToken: 'clm_1', expiresInSeconds: 604800 },
    });
    expect(only()).toMatchObject({
      line: 'POST /api/auth/claim-token',
      headers: jsonBearer,
      body: { task_id: 't-1', session_id: 's-1' },
    });
  });
});

describe('runTurn', () => {
  it('posts the message exactly as the contract has it', async () => {
    const stream = raw(frames(event([{ text: '好' }])), 'text/event-stream; charset=utf-8');
    const { cloud } = await serve(stream);
    const turn = await cloud.runTurn({ sessionId: 's-1', message: 'a "title" 天堂 \u2028' });
    expect(turn.ok && (await collect(turn.value))).toEqual([
      { kind: 'text', index: 0, delta: '好' },
      { kind: 'text-settled', index: 0, text: '好' },
      { kind: 'end', silent: false, broken: false },
    ]);
    const seen = only();
    expect(seen).toMatchObject({
      line: 'POST /run_sse',
      headers: { ...jsonBearer, accept: 'text/event-stream' },
    });
    expect(seen.body).toEqual({
      app_name: 'nemo_agent',
      user_id: 'me',
      session_id: 's-1',
      new_message: { parts: [{ text: 'a "title" 天堂 \u2028' }] },
    });
  });
});

describe('uploadUrl', () => {
  it.each([[{ file_id: 'f' }], [[{ file_id: 'f' }]], [null]])('keeps the answer %j whole', async (data) => {
    const { cloud } = await serve(json({ code: 0, data }));
    expect(await cloud.uploadUrl({ sessionId: 's/1', url: 'https://a.b/c.mp4' })).toEqual({
      ok: true,
      value: { data, cdnUrl: null },
    });
    expect(only()).toMatchObject({
      line: 'POST /api/upload-video/nemo_agent/me/s%2F1',
      headers: jsonBearer,
      body: { urls: ['https://a.b/c.mp4'], source_type: 'url' },
    });
  });
});

describe('credits', () => {
  it.each([
    [
      { available: 60, frozen: 40, total: 100 },
      { available: 60, frozen: 40, total: 100 },
    ],
    [
      { available: '60', frozen: '0', total: '60' },
      { available: 60, frozen: 0, total: 60 },
    ],
    [{ available: 60 }, { available: 60, frozen: 0, total: 60 }],
  ])('reads %j', async (data, balance) => {
    const { cloud } = await serve(json({ code: 0, data }));
    expect(await cloud.credits({})).toEqual({ ok: true, value: balance });
    expect(only()).toMatchObject({ line: 'GET /api/credits/balance/simple', headers: bearer, body: null });
  });
});

describe('latestState', () => {
  it('gives the parts of the state as they came', async () => {
    const draft = { t: [{ tt: 0, sg: [{ zz: null }] }], unknown: { '': [1.5, 'ü'] } };
    const state = { draft, video_infos: [1], canvas_config: { w: 1 }, generated_media: ['u'] };
    const { cloud } = await serve(json({ code: 0, data: { state, user_id: 'u-1' } }));
    expect(await cloud.latestState({ sessionId: 's 1' })).toEqual({
      ok: true,
      value: {
        draft,
        videoInfos: [1],
        canvasConfig: { w: 1 },
        generatedMedia: ['u'],
        bindId: { key: 'user_id', id: 'u-1' },
      },
    });
    expect(only()).toMatchObject({ line: 'GET /api/state/nemo_agent/me/s%201/latest', headers: bearer, body: null });
  });

  it('takes a session without a draft for one', async () => {
    const { cloud } = await serve(json({ code: 0, data: { state: {} } }));
    expect(await cloud.latestState({ sessionId: 's' })).toEqual({
      ok: true,
      value: { draft: null, videoInfos: null, canvasConfig: null, generatedMedia: null, bindId: null },
    });
  });
});

describe('submitRender', () => {
  it('sends the draft exactly as it came, with sessionId in camel case', async () => {
    const draft = { t: [], unknown_key: { 'b-1': null, a: [0.1, '日本'] } };
    const { cloud } = await serve(json({ id: 'render_1', status: 'pending' }));
    expect(await cloud.submitRender({ renderId: 'render_1', sessionId: 's-1', draft })).toEqual({
      ok: true,
      value: null,
    });
    expect(only()).toMatchObject({ line: 'POST /api/render/proxy/lambda', headers: jsonBearer });
    expect(server.seen[0]!.body.toString()).toBe(
      `{"id":"render_1","sessionId":"s-1","draft":${JSON.stringify(draft)},"output":{"format":"mp4","quality":"high"}}`,
    );
  });
});

describe('renderStatus', () => {
  const none = { outputUrl: null, progress: null };

  it.each([
    [{ status: 'pending' }, { ...none, status: 'pending' }],
    [
      { code: 0, status: 'processing', output: null },
      { ...none, status: 'processing' },
    ],
    [
      { code: 0, data: { status: 'completed', output: {} } },
      { ...none, status: 'completed' },
    ],
    [
      { code: 0, data: { status: 'failed', error: 'x' } },
      { ...none, status: 'failed' },
    ],
    [
      { success: false, status: 'failed', error: 'Lambda timed out' },
      { ...none, status: 'failed' },
    ],
    [
      { success: false, data: { status: 'failed' } },
      { ...none, status: 'failed' },
    ],
    [
      { success: true, data: { status: 'cancelled' } },
      { ...none, status: 'failed' },
    ],
    [
      { status: 'completed', error: false, output: { url: '' }, outputUrl: 'https://a/b' },
      { ...none, status: 'completed', outputUrl: 'https://a/b' },
    ],
    // A gateway's own word beside the render's.
    [
      { status: 'success', data: { status: 'processing', progress: '40' } },
      { ...none, status: 'processing', progress: 40 },
    ],
    [
      { status: 'processing', progress: 'half' },
      { ...none, status: 'processing' },
    ],
  ])('reads %j', async (answer, status) => {
    const { cloud } = await serve(json(answer));
    expect(await cloud.renderStatus({ renderId: 'render_1' })).toEqual({ ok: true, value: status });
    expect(only()).toMatchObject({ line: 'GET /api/render/proxy/lambda/render_1', headers: bearer, body: null });
  });

  it('finds status, address and progress in every combination of places and forms', async () => {
    const address = 'https://cdn.example/a.mp4';
    const forms = [
      { output: { url: address } },
      { outputUrl: address },
      { output: { url: address }, outputUrl: address },
    ];
    const places = [
      (top: object, inside: object) => ({ ...top, ...inside }),
      (top: object, inside: object) => ({ success: true, data: { ...top, ...inside } }),
      (top: object, inside: object) => ({ code: 0, message: 'ok', ...top, data: inside }),
      (top: object, inside: object) => ({ code: 0, ...inside, data: top }),
    ];
    const answers = forms.flatMap((form) =>
      places.map((place) => json(place({ status: 'completed' }, { ...form, progress: 1 }))),
    );
    const { cloud } = await serve(...answers);
    for (const _ of answers)
      expect(await cloud.renderStatus({ renderId: 'r' })).toEqual({
        ok: true,
        value: { status: 'completed', outputUrl: address, progress: 1 },
      });
  });
});

describe('cancelRender', () => {
  it('asks for the end of a render', async () => {
    const { cloud } = await serve(json({ success: true }));
    expect(await cloud.cancelRender({ renderId: 'render_1' })).toEqual({ ok: true, value: null });
    expect(only()).toMatchObject({
      line: 'POST /api/render/proxy/lambda/render_1/cancel',
      headers: bearer,
      body: null,
    });
  });

  it('is not asked twice by a busy cloud, and nobody has to wait for it', async () => {
    const { cloud } = await serve(json({}, 429));
    expect(await cloud.cancelRender({ renderId: 'r' })).toMatchObject({ error: { kind: 'rate-limited' } });
    expect(server.seen).toHaveLength(1);
  });
});

describe('every call', () => {
  it('keeps the token out of the address', async () => {
    const { cloud } = await serve(json({ code: 0, data: {} }));
    await cloud.credits({});
    await cloud.latestState({ sessionId: 's' });
    await cloud.claimToken({ sessionId: 's', taskId: 't' });
    await cloud.renderStatus({ renderId: 'r' });
    expect(server.seen).toHaveLength(4);
    for (const { path } of server.seen) expect(path).not.toContain('nmv_usr_');
  });
});
