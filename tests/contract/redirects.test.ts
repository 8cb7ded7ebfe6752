import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { attributionHeaders, openClient, type TestClient } from '../support/cloud-client.ts';
import { json, raw, redirect, startCloudServer, type Answer, type CloudServer } from '../support/cloud-server.ts';

let folder: string;
let toFile: string;
let other: CloudServer;
let server: CloudServer;
let client: TestClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-redirects-'));
  toFile = join(folder, 'a.mp4');
  other = await startCloudServer(raw('video', 'video/mp4'));
});

afterEach(async () => {
  await client.close();
  await Promise.all([server.close(), other.close(), rm(folder, { recursive: true })]);
});

async function serve(...answers: readonly Answer[]): Promise<TestClient> {
  server = await startCloudServer(...answers);
  client = openClient({ url: server.url });
  return client;
}

const credits = json({ code: 0, data: { available: 1 } });
const refused = { ok: false, error: { kind: 'bad-answer', reason: 'redirect' } };

/** Names of headers that must not leave the cloud's own origin. */
function privateHeaders({ headers }: CloudServer['seen'][number]): readonly string[] {
  return Object.keys(headers).filter((name) => name === 'authorization' || name.startsWith('x-'));
}

describe('a redirect', () => {
  it.each([301, 302, 303, 307, 308])('%i within the cloud keeps token and attribution', async (status) => {
    const { cloud } = await serve(redirect(status, '/elsewhere?x=1'), credits);
    expect(await cloud.credits({})).toMatchObject({ ok: true });
    expect(server.seen[1]).toMatchObject({
      method: 'GET',
      path: '/elsewhere?x=1',
      headers: { ...attributionHeaders, authorization: 'Bearer nmv_usr_test' },
    });
  });

  it('to another origin takes along neither token nor attribution', async () => {
    const { cloud } = await serve(redirect(302, `${other.url}/file`));
    const saved = await cloud.download({ source: { kind: 'render', renderId: 'r' }, toFile });
    expect(saved).toEqual({ ok: true, value: { bytes: 5 } });
    expect(await readFile(toFile, 'utf8')).toBe('video');
    expect(privateHeaders(server.seen[0]!)).toContain('authorization');
    expect(privateHeaders(other.seen[0]!)).toEqual([]);
  });

  it.each([401, 402, 413])('to a host that answers %i says nothing about our token, plan or files', async (status) => {
    await other.close();
    other = await startCloudServer(json({ code: 1001, success: false }, status));
    const byRedirect = await serve(redirect(302, `${other.url}/file`));
    const told = { ok: false, error: { kind: 'server', status, code: null } };
    expect(await byRedirect.cloud.download({ source: { kind: 'render', renderId: 'r' }, toFile })).toEqual(told);
    expect(server.seen).toHaveLength(1);
    const byAddress = await byRedirect.cloud.download({ source: { kind: 'url', url: `${other.url}/file` }, toFile });
    expect(byAddress).toEqual(told);
  });

  it('back from another origin does not bring the token back', async () => {
    const { cloud } = await serve(
      (response, request) => redirect(302, `${other.url}/go`)(response, request),
      raw('video', 'video/mp4'),
    );
    await other.close();
    other = await startCloudServer((response, request) => redirect(302, `${server.url}/back`)(response, request));
    expect(await cloud.download({ source: { kind: 'render', renderId: 'r' }, toFile })).toMatchObject({ ok: true });
    expect(privateHeaders(server.seen[1]!)).toEqual([]);
  });

  it.each([307, 308])('%i repeats a message within the cloud', async (status) => {
    const { cloud } = await serve(
      redirect(status, '/moved'),
      json({ code: 0, data: { task_id: 't', session_id: 's' } }),
    );
    expect(await cloud.createSession({ language: 'en' })).toMatchObject({ ok: true });
    expect(server.seen[1]!.method).toBe('POST');
    expect(server.seen[1]!.body).toEqual(server.seen[0]!.body);
  });

  it.each([301, 302, 303])('%i of a message is refused', async (status) => {
    const { cloud } = await serve(redirect(status, '/login'));
    expect(await cloud.runTurn({ sessionId: 's', message: 'm' })).toEqual(refused);
    expect(server.seen).toHaveLength(1);
  });

  it('never takes a message to another origin', async () => {
    const { cloud } = await serve(redirect(307, other.url));
    expect(await cloud.runTurn({ sessionId: 's', message: 'm' })).toEqual(refused);
    expect(other.seen).toHaveLength(0);
  });

  it('without end is refused', async () => {
    const { cloud } = await serve(redirect(302, '/again'));
    expect(await cloud.credits({})).toEqual(refused);
    expect(server.seen).toHaveLength(6);
  });

  it.each(['http://example.com/x', 'file:///etc/passwd', 'https://user:secret@example.com/'])(
    'to %s is refused',
    async (location) => {
      const { cloud } = await serve(redirect(302, location));
      const unsafe = { ok: false, error: { kind: 'bad-answer', reason: 'unsafe-address' } };
      expect(await cloud.credits({})).toEqual(unsafe);
    },
  );

  it('without a place to go is no answer', async () => {
    const { cloud } = await serve(raw('', 'text/plain', 302));
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'server', status: 302, code: null } });
  });
});

describe('an address in an answer', () => {
  it('of another origin is fetched without token and attribution', async () => {
    const { cloud } = await serve(credits);
    expect(await cloud.download({ source: { kind: 'url', url: `${other.url}/x` }, toFile })).toMatchObject({
      ok: true,
    });
    expect(privateHeaders(other.seen[0]!)).toEqual([]);
  });

  it('of the cloud itself is fetched with them', async () => {
    const { cloud } = await serve(raw('video', 'video/mp4'));
    await cloud.download({ source: { kind: 'url', url: `${server.url}/x` }, toFile });
    expect(server.seen[0]!.headers).toMatchObject({ ...attributionHeaders, authorization: 'Bearer nmv_usr_test' });
  });

  it('that refuses, elsewhere, costs no token', async () => {
    const { cloud } = await serve(credits);
    await other.close();
    other = await startCloudServer(raw('', 'text/plain', 401));
    const result = await cloud.download({ source: { kind: 'url', url: other.url }, toFile });
    expect(result).toEqual({ ok: false, error: { kind: 'server', status: 401, code: null } });
    expect(other.seen).toHaveLength(1);
  });
});
