import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';
import type { CloudError } from '../../src/main/api/errors.ts';
import type { Result } from '../../src/shared/result.ts';
import { startDemoCloud, type DemoCloud } from '../../src/demo-cloud/demo-cloud.ts';
import { fixedTokens, openClient, type TestClient } from '../support/cloud-client.ts';
import { collect, event, shownTexts } from '../support/cloud-recordings.ts';
import { type Answer, json, startCloudServer } from '../support/cloud-server.ts';

let folder: string;
let demoCloud: DemoCloud;
let client: TestClient;
let sessionId: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes-forms-'));
  const samplesDir = join(import.meta.dirname, '../../resources/samples');
  demoCloud = await startDemoCloud({ samplesDir, filesDir: join(folder, 'files'), pace: 0, seed: 7 });
  demoCloud.control.grant('mine');
  client = openClient({ url: demoCloud.url, tokens: fixedTokens('mine') });
  sessionId = value(await client.cloud.createSession({ language: 'en' })).sessionId;
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

/** A render that stands in its middle until the gate is released. */
async function rendering(renderId: string): Promise<{ readonly release: () => void }> {
  demoCloud.control.script({ kind: 'generate', prompt: 'ocean' });
  await collect(value(await client.cloud.runTurn({ sessionId, message: 'ocean' })));
  const { draft } = value(await client.cloud.latestState({ sessionId }));
  const hold = demoCloud.control.hold('render');
  value(await client.cloud.submitRender({ renderId, sessionId, draft }));
  await hold.reached;
  return hold;
}

describe('answers about a render', () => {
  const forms = (['top', 'data', 'split'] as const).flatMap((at) =>
    (['output.url', 'outputUrl'] as const).map((address) => ({ kind: 'render-form', at, address }) as const),
  );

  it('are read in every form, and lead to the film', async () => {
    const hold = await rendering('render_1');
    for (const form of forms) {
      demoCloud.control.fault({ on: 'render-status', ...form, progress: 40 });
      const status = value(await client.cloud.renderStatus({ renderId: 'render_1' }));
      expect(status).toEqual({ status: 'processing', outputUrl: null, progress: 40 });
    }
    hold.release();
    await demoCloud.control.until(() => demoCloud.control.renders()[0]?.status === 'completed');
    for (const form of forms) {
      demoCloud.control.fault({ on: 'render-status', ...form });
      const { status, outputUrl } = value(await client.cloud.renderStatus({ renderId: 'render_1' }));
      expect(status).toBe('completed');
      const source = { kind: 'url', url: outputUrl ?? '' } as const;
      expect(await client.cloud.download({ source, toFile: join(folder, 'a.mp4') })).toMatchObject({ ok: true });
    }
  });

  it('tell of its end when it is cancelled', async () => {
    await rendering('render_1');
    expect(await client.cloud.cancelRender({ renderId: 'render_1' })).toEqual({ ok: true, value: null });
    expect(value(await client.cloud.renderStatus({ renderId: 'render_1' })).status).toBe('failed');
    expect(await client.cloud.cancelRender({ renderId: 'render_9' })).toMatchObject({ ok: false });
  });
});

describe('a no in words', () => {
  it('to a message comes before its stream, and to a render before it is accepted', async () => {
    const no = { kind: 'denied', reason: 'Too many projects' } as const;
    const refused = { ok: false, error: { kind: 'refused', reason: 'Too many projects' } };
    demoCloud.control.fault({ on: 'run-sse', ...no });
    expect(await client.cloud.runTurn({ sessionId, message: 'ocean' })).toEqual(refused);
    demoCloud.control.fault({ on: 'render-submit', ...no, status: 403 });
    expect(await client.cloud.submitRender({ renderId: 'render_1', sessionId, draft: {} })).toEqual(refused);
    expect(demoCloud.control.renders()).toEqual([]);
  });
});

/** The client of a server that gives this answer to all calls; both close with the test. */
async function serve(answer: Answer): Promise<TestClient['cloud']> {
  const server = await startCloudServer(answer);
  const other = openClient({ url: server.url });
  onTestFinished(async () => {
    await other.close();
    await server.close();
  });
  return other.cloud;
}

describe('the reason of a refusal', () => {
  it.each([
    'Draft 0b6ff8a0-6f8e-4a55-8f6c-0d8f3a1f2b11 is not yours',
    'token nmv_usr_1 is bad',
    '{"detail":"x"}',
    '<b>no</b>',
    'see https://a.b/c',
    '  ',
    7,
  ])('is left out where it is %j', async (error) => {
    const cloud = await serve(json({ success: false, error }));
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'refused', reason: null } });
  });

  it.each([null, '', false, {}, []])('is none where the error of a good answer is %j', async (error) => {
    const cloud = await serve(json({ code: 200, success: true, error, data: { available: 1 } }));
    expect(await cloud.credits({})).toMatchObject({ ok: true, value: { available: 1 } });
    const submitted = await cloud.submitRender({ renderId: 'r', sessionId: 's', draft: {} });
    expect(submitted).toEqual({ ok: true, value: null });
  });

  it('of a broken server is no clear no', async () => {
    const cloud = await serve(json({ success: false, error: 'x' }, 503));
    expect(await cloud.credits({})).toEqual({ ok: false, error: { kind: 'server', status: 503, code: null } });
  });
});

describe('a head that is held back until the first event', () => {
  it('leaves the call waiting, and loses nothing', async () => {
    demoCloud.control.fault({ on: 'run-sse', kind: 'late-head' });
    demoCloud.control.script({ kind: 'frames', frames: [event([{ text: 'Here.' }])] });
    const hold = demoCloud.control.hold('run-sse', { frames: 0 });
    let answered = false;
    const turn = client.cloud.runTurn({ sessionId, message: 'ocean' }).finally(() => {
      answered = true;
    });
    await hold.reached;
    await client.cloud.credits({});
    expect(answered).toBe(false);
    hold.release();
    expect(shownTexts(await collect(value(await turn)))).toEqual(['Here.']);
  });
});
