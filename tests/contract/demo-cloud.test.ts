import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createHash, randomBytes } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAccount } from '../../src/main/account/account.ts';
import { systemClock } from '../../src/main/clock.ts';
import type { CloudSession } from '../../src/main/api/answers.ts';
import type { CloudError } from '../../src/main/api/errors.ts';
import type { AgentEvent } from '../../src/main/api/stream/agent-event.ts';
import type { Result } from '../../src/shared/result.ts';
import { startDemoCloud, type DemoCloud } from '../../src/demo-cloud/demo-cloud.ts';
import { noStore, attributionHeaders, openClient, type TestClient } from '../support/cloud-client.ts';
import { collect, shownTexts } from '../support/cloud-recordings.ts';

let folder: string;
let demoCloud: DemoCloud;
let client: TestClient;
let saved: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-demo-cloud-'));
  const samplesDir = join(import.meta.dirname, '../../resources/samples');
  demoCloud = await startDemoCloud({ samplesDir, filesDir: join(folder, 'files'), pace: 0, seed: 7 });
  saved = [];
  client = openClient({
    url: demoCloud.url,
    tokens: (requestToken) =>
      createAccount({
        ownToken: null,
        clientId: { current: async () => 'id-1', replace: async () => 'id-2' },
        store: {
          load: async () => null,
          save: async ({ token }) => void saved.push(token),
          clear: async () => undefined,
        },
        signInStore: noStore,
        requestToken,
        onUnsaved: () => undefined,
        onKind: () => undefined,
        clock: systemClock,
        spentMs: 0,
        lockedMs: 0,
      }),
  });
});

afterEach(async () => {
  await client.close();
  await demoCloud.close();
  await rm(folder, { recursive: true, force: true });
});

function value<T>(result: Result<T, CloudError>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

async function openSession(): Promise<CloudSession> {
  return value(await client.cloud.createSession({ language: 'en' }));
}

async function say(sessionId: string, message: string): Promise<readonly AgentEvent[]> {
  return collect(value(await client.cloud.runTurn({ sessionId, message })));
}

async function rendered(renderId: string): Promise<string | null> {
  await demoCloud.control.until(() =>
    demoCloud.control.renders().some((r) => r.id === renderId && r.status === 'completed'),
  );
  return value(await client.cloud.renderStatus({ renderId })).outputUrl;
}

describe('the whole job', () => {
  it('goes from the token to the file, every request with attribution and none with a token in its address', async () => {
    const { cloud } = client;
    const session = await openSession();
    const credits = value(await cloud.credits({}));
    expect(credits).toEqual({ available: 100, frozen: 0, total: 100 });

    demoCloud.control.script({ kind: 'generate', prompt: 'city at night' });
    const events = await say(session.sessionId, 'a city at night');
    expect(events.at(-1)).toMatchObject({ kind: 'end', broken: false });
    const { draft } = value(await cloud.latestState({ sessionId: session.sessionId }));
    expect(draft).toMatchObject({ t: expect.any(Array) });

    const clip = join(folder, '片段 1.mp4');
    await writeFile(clip, randomBytes(300_000));
    value(
      await cloud.uploadFile({
        sessionId: session.sessionId,
        path: clip,
        bytes: (await stat(clip)).size,
        name: '片段 1.mp4',
      }),
    );
    const sha256 = createHash('sha256')
      .update(await readFile(clip))
      .digest('hex');
    expect(demoCloud.control.calls('upload')[0]!.uploads).toEqual([{ name: '片段 1.mp4', size: 300_000, sha256 }]);

    value(await cloud.submitRender({ renderId: 'render_1', sessionId: session.sessionId, draft }));
    const outputUrl = await rendered('render_1');
    const byUrl = join(folder, 'url.mp4');
    value(await cloud.download({ source: { kind: 'url', url: outputUrl ?? '' }, toFile: byUrl }));
    const byId = join(folder, 'id.mp4');
    value(await cloud.download({ source: { kind: 'render', renderId: 'render_1' }, toFile: byId }));
    const original = await readFile(demoCloud.control.renderFile('render_1'));
    expect((await readFile(byUrl)).equals(original)).toBe(true);
    expect((await readFile(byId)).equals(original)).toBe(true);

    const claim = value(await cloud.claimToken(session));
    expect(claim).toMatchObject({ claimToken: expect.stringMatching(/^clm_/), expiresInSeconds: 604800 });

    expect(saved).toHaveLength(1);
    for (const { headers, path } of demoCloud.control.log()) {
      expect(headers).toMatchObject(attributionHeaders);
      expect(path).not.toContain(saved[0]);
    }
    const [first, ...others] = demoCloud.control.log();
    expect(first).toMatchObject({ call: 'anonymous-token', headers: { 'x-client-id': 'id-1' } });
    expect(first!.headers).not.toHaveProperty('authorization');
    for (const { headers } of others) expect(headers.authorization).toBe(`Bearer ${saved[0]}`);
  });

  it('sends the draft back exactly as it came', async () => {
    const { sessionId } = await openSession();
    demoCloud.control.script({ kind: 'generate', prompt: 'ocean' });
    await say(sessionId, 'ocean');
    const { draft } = value(await client.cloud.latestState({ sessionId }));
    value(await client.cloud.submitRender({ renderId: 'render_1', sessionId, draft }));
    const [submitted] = demoCloud.control.calls('render-submit');
    expect(submitted!.body).toEqual({
      id: 'render_1',
      sessionId,
      draft: demoCloud.control.draft(sessionId),
      output: { format: 'mp4', quality: 'high' },
    });
  });
});

describe('turns', () => {
  it('show an answer once', async () => {
    const { sessionId } = await openSession();
    demoCloud.control.script({ kind: 'text', text: 'Here is what I would do: cut faster, 天堂.' });
    expect(shownTexts(await say(sessionId, 'hello'))).toEqual(['Here is what I would do: cut faster, 天堂.']);
  });

  it.each(['tools-only', 'stop', 'no-content', 'empty-body'] as const)(
    'know a silent edit that ends with %s',
    async (ending) => {
      const { sessionId } = await openSession();
      demoCloud.control.script({ kind: 'silent', ending, edits: [{ kind: 'set-title', text: 'Paradise Found' }] });
      const events = await say(sessionId, 'add a title');
      expect(events.at(-1)).toEqual({ kind: 'end', silent: true, broken: false });
      expect(events.filter(({ kind }) => kind === 'failure')).toEqual([]);
    },
  );

  it.each([
    ['error', false],
    ['error-details', false],
    ['error-code', false],
    ['error-code-with-text', false],
    ['invalid-json', false],
    ['system-text', false],
    ['after-chunks', false],
    ['after-answer', true],
  ] as const)('know the error form %s', async (form, afterAnswer) => {
    const { sessionId } = await openSession();
    demoCloud.control.script({ kind: 'error', form });
    const failures = (await say(sessionId, 'hello')).filter(({ kind }) => kind === 'failure');
    expect(failures).toMatchObject([{ reason: 'agent', afterAnswer }]);
  });

  it('drop the trailing apology, and see a tool fail', async () => {
    const { sessionId } = await openSession();
    demoCloud.control.script({ kind: 'error', form: 'temporary-issue' });
    const apology = await say(sessionId, 'hello');
    expect(JSON.stringify(apology)).not.toMatch(/temporary issue/i);
    expect(shownTexts(apology)).toHaveLength(1);
    demoCloud.control.script({ kind: 'error', form: 'tool-error' });
    expect(await say(sessionId, 'hello')).toContainEqual(expect.objectContaining({ kind: 'tool', phase: 'failed' }));
  });

  it.each([1, 2, 7])('read the same when the network cuts them every %i bytes', async (bytes) => {
    const { sessionId } = await openSession();
    const script = { kind: 'text', text: 'naïve 日本語 🎬 “quoted”' } as const;
    demoCloud.control.script(script);
    const whole = await say(sessionId, 'hello');
    demoCloud.control.fault({ on: 'run-sse', kind: 'cut', bytes });
    demoCloud.control.script(script);
    expect(shownTexts(await say(sessionId, 'hello'))).toEqual(shownTexts(whole));
  });

  it.each([
    ['reset', { kind: 'reset', afterFrames: 2 }],
    ['truncate', { kind: 'truncate', afterFrames: 2 }],
  ] as const)('say that they broke by %s, and are not sent twice', async (_, fault) => {
    const { sessionId } = await openSession();
    demoCloud.control.script({
      kind: 'text',
      text: 'A long answer that comes in several chunks, one after the other.',
    });
    demoCloud.control.fault({ on: 'run-sse', ...fault });
    expect((await say(sessionId, 'hello')).at(-1)).toMatchObject({ kind: 'end', broken: true });
    expect(demoCloud.control.calls('run-sse')).toHaveLength(1);
  });

  it('give up a line without end', async () => {
    const { sessionId } = await openSession();
    demoCloud.control.fault({ on: 'run-sse', kind: 'endless-line', bytes: 9 * 1024 * 1024 });
    expect(await say(sessionId, 'hello')).toContainEqual(
      expect.objectContaining({ kind: 'failure', reason: 'too-much' }),
    );
  });
});

describe('what goes wrong', () => {
  it('renews an expired token by itself', async () => {
    const { sessionId } = await openSession();
    demoCloud.control.expireTokens();
    value(await client.cloud.latestState({ sessionId }));
    expect(saved).toHaveLength(2);
    expect(saved[0]).not.toBe(saved[1]);
  });

  it('knows a session that is gone', async () => {
    const { sessionId } = await openSession();
    demoCloud.control.forgetSession(sessionId);
    const lost = { ok: false, error: { kind: 'session-lost' } };
    expect(await client.cloud.runTurn({ sessionId, message: 'hello' })).toEqual(lost);
    expect(await client.cloud.latestState({ sessionId })).toEqual(lost);
  });

  it('knows that the credits are used up', async () => {
    demoCloud.control.setCredits({ available: 0, frozen: 0, total: 100 });
    const { sessionId } = await openSession();
    demoCloud.control.script({ kind: 'generate', prompt: 'ocean' });
    const turn = await client.cloud.runTurn({ sessionId, message: 'generate an ocean' });
    expect(turn).toEqual({ ok: false, error: { kind: 'no-credits' } });
  });

  it('is offline, and online again', async () => {
    await openSession();
    await demoCloud.control.offline();
    expect(await client.cloud.credits({})).toEqual({ ok: false, error: { kind: 'offline', reason: 'unreachable' } });
    await demoCloud.control.online();
    value(await client.cloud.credits({}));
  });

  it('carries nothing to another host', async () => {
    await openSession();
    demoCloud.control.fault({ on: 'credits', kind: 'redirect', status: 302 });
    await client.cloud.credits({});
    const elsewhere = demoCloud.control.log().filter(({ origin }) => origin === 'other');
    expect(elsewhere).toHaveLength(1);
    expect(Object.keys(elsewhere[0]!.headers)).not.toContain('authorization');
    expect(Object.keys(elsewhere[0]!.headers).filter((name) => name.startsWith('x-'))).toEqual([]);
  });

  it('notices a film that is too short, and waits for a render that is slow', async () => {
    const { sessionId } = await openSession();
    demoCloud.control.script({ kind: 'generate', prompt: 'ocean' });
    await say(sessionId, 'ocean');
    const { draft } = value(await client.cloud.latestState({ sessionId }));
    const hold = demoCloud.control.hold('render');
    value(await client.cloud.submitRender({ renderId: 'render_1', sessionId, draft }));
    await hold.reached;
    expect(value(await client.cloud.renderStatus({ renderId: 'render_1' }))).toEqual({
      status: 'processing',
      outputUrl: null,
      progress: null,
    });
    hold.release();
    const url = (await rendered('render_1')) ?? '';
    demoCloud.control.fault({ on: 'render-file', kind: 'short-body', missing: 100 });
    const short = await client.cloud.download({ source: { kind: 'url', url }, toFile: join(folder, 'short.mp4') });
    expect(short).toMatchObject({ ok: false, error: { kind: 'incomplete' } });
  });
});
