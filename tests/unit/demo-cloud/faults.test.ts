import { gunzipSync } from 'node:zlib';
import { request } from 'node:http';
import { describe, expect, it } from 'vitest';
import { createFaults, faultPresets } from '../../../src/demo-cloud/faults.ts';
import { faultNames } from '../../../src/shared/domain/fault-name.ts';
import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud.ts';
import { openBoth, openClient, openDemoCloud, readUntil, textsOf } from './rig.ts';

const credits = '/api/credits/balance/simple';
const sample = '/files/samples/music.m4a';

interface Raw {
  readonly status: number | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: Buffer;
  readonly error: string | null;
}

/** What arrives, byte for byte, whatever becomes of the connection. */
function get(url: string, headers: Readonly<Record<string, string>> = {}): Promise<Raw> {
  return new Promise((resolve) => {
    const asked = request(url, { headers, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      const end = (error: string | null) =>
        resolve({ status: answer.statusCode, headers: answer.headers, body: Buffer.concat(parts), error });
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => end(null));
      answer.on('error', (problem: NodeJS.ErrnoException) => end(problem.code ?? problem.message));
    });
    asked.on('error', (problem: NodeJS.ErrnoException) =>
      resolve({ status: undefined, headers: {}, body: Buffer.alloc(0), error: problem.code ?? problem.message }),
    );
    asked.end();
  });
}

describe('createFaults', () => {
  it('strikes once by default, after so many calls, on its own call only', () => {
    const faults = createFaults();
    faults.arm({ on: 'state', kind: 'html' });
    faults.arm({ on: 'credits', kind: 'refuse', after: 1, times: 2 });
    const kinds = (['credits', 'credits', 'state', 'state', 'credits', 'credits'] as const).map(
      (call) => faults.take(call)?.kind ?? null,
    );
    expect(kinds).toEqual([null, 'refuse', 'html', null, 'refuse', null]);
    faults.arm({ on: 'state', kind: 'html', times: Infinity });
    faults.clear();
    expect(faults.take('state')).toBeNull();
  });
});

it('a fault that was set by name strikes once, always, or not any more', () => {
  const faults = createFaults();
  const strike = () => faults.take('run-sse')?.kind ?? null;
  faults.setNamed('rate-limit', 'once');
  faults.setNamed('strange-draft', 'always');
  expect(faults.named()).toEqual({ 'rate-limit': 'once', 'strange-draft': 'always' });
  expect([strike(), strike()]).toEqual(['http', null]);
  expect(faults.named()).toEqual({ 'strange-draft': 'always' });
  faults.setNamed('rate-limit', 'once');
  faults.setNamed('rate-limit', 'always');
  expect([strike(), strike()]).toEqual(['http', 'http']);
  faults.setNamed('rate-limit', 'never');
  expect([strike(), faults.named()]).toEqual([null, { 'strange-draft': 'always' }]);
});

describe('answers in place of the call', () => {
  it.each([400, 401, 402, 403, 404, 413, 429, 500, 502])('HTTP %s', async (status) => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'credits', kind: 'http', status });
    const answer = await client.call('GET', credits);
    expect(answer.status).toBe(status);
    expect(await answer.json()).toMatchObject({ code: status === 401 ? 1001 : status });
    expect(answer.headers.get('retry-after')).toBeNull();
    expect((await client.call('GET', credits)).status).toBe(200);
  });

  it.each([1001, 1002, 2001, 4001, 4002, 402, 429])('code %s in the envelope', async (code) => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'run-sse', kind: 'envelope', code });
    const answer = await client.say('a city');
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({ code });
    expect(demoCloud.control.sessions()[0]?.turns).toBe(0);
  });

  it('a retry time, a page of a gateway', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'credits', kind: 'http', status: 429, retryAfter: 7 });
    expect((await client.call('GET', credits)).headers.get('retry-after')).toBe('7');
    demoCloud.control.fault({ on: 'credits', kind: 'http', status: 502, html: true });
    expect(await (await client.call('GET', credits)).text()).toContain('<html>');
  });

  it.each([
    ['malformed-json', 'application/json', /^\{"code":0.*[^}]$/u],
    ['html', 'text/html', /^<html>/u],
    ['json', 'application/json; charset=utf-8', /^\{.*\}$/u],
    ['empty-body', 'text/event-stream', /^$/u],
  ] as const)('%s under HTTP 200', async (kind, type, shape) => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'run-sse', kind });
    const answer = await client.say('a city');
    expect([answer.status, answer.headers.get('content-type')]).toEqual([200, type]);
    expect(await answer.text()).toMatch(shape);
  });

  it('a redirect to another host, which logs what it is sent', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'media', kind: 'redirect', status: 307 });
    const startupReport = await client.call('GET', sample);
    expect(startupReport.status).toBe(307);
    const location = startupReport.headers.get('location') ?? '';
    expect(new URL(location).origin).not.toBe(demoCloud.url);
    await (await fetch(location, { headers: { authorization: 'Bearer leaked' } })).arrayBuffer();
    expect(demoCloud.control.calls('media').at(-1)).toMatchObject({
      origin: 'other',
      headers: { authorization: 'Bearer leaked' },
    });
  });
});

describe('connections that fail', () => {
  it('refused: nothing arrives, nothing happens', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'run-sse', kind: 'refuse' });
    await expect(client.say('a city')).rejects.toThrow();
    expect(demoCloud.control.sessions()[0]?.turns).toBe(0);
    expect(demoCloud.control.calls('run-sse')).toMatchObject([{ status: null, body: null }]);
  });

  it('reset before the answer: nothing arrives, but it happened', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'run-sse', kind: 'reset' });
    await expect(client.say('a city')).rejects.toThrow();
    await demoCloud.control.until(() => demoCloud.control.sessions()[0]?.running === 0);
    expect(demoCloud.control.draft(client.sid)?.['t']).toHaveLength(4);
  });

  it('offline and online again on the same port', async () => {
    const { demoCloud } = await openBoth();
    await demoCloud.control.offline();
    expect((await get(demoCloud.url + sample)).error).toBe('ECONNREFUSED');
    await demoCloud.control.online();
    expect((await get(demoCloud.url + sample)).status).toBe(200);
  });

  it('dropped after so many bytes, or frames', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.fault({ on: 'media', kind: 'reset', afterBytes: 1000 });
    const file = await get(demoCloud.url + sample);
    expect([file.body.length, file.error]).toEqual([1000, 'ECONNRESET']);
    demoCloud.control.script({ kind: 'frames', frames: ['data: 1\n\n', 'data: 2\n\n', 'data: 3\n\n'] });
    demoCloud.control.fault({ on: 'run-sse', kind: 'reset', afterFrames: 2 });
    const stream = await client.say('x');
    await expect(stream.text()).rejects.toThrow();
    const [logged] = await demoCloud.control.waitFor('run-sse', 1, 'ended');
    expect(logged).toMatchObject({ outcome: 'broken', sentBytes: 18 });
  });

  it('ended in good order, but too early', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.script({ kind: 'frames', frames: ['data: 1\n\n', 'data: 2\n\n'] });
    demoCloud.control.fault({ on: 'run-sse', kind: 'truncate', afterFrames: 1 });
    expect(await (await client.say('x')).text()).toBe('data: 1\n\n');
    demoCloud.control.fault({ on: 'media', kind: 'truncate', afterBytes: 10 });
    const file = await get(demoCloud.url + sample);
    expect([file.body.length, file.error, file.headers['content-length']]).toEqual([10, null, undefined]);
  });

  it('silent from some frame on', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.script({ kind: 'frames', frames: ['data: 1\n\n', 'data: 2\n\n'] });
    demoCloud.control.fault({ on: 'run-sse', kind: 'stall', afterFrames: 1 });
    expect(await readUntil(await client.say('x'), 'data: 1')).toBe('data: 1\n\n');
    const [logged] = await demoCloud.control.waitFor('run-sse', 1, 'ended');
    expect(logged).toMatchObject({ outcome: 'broken', sentBytes: 9 });
  });
});

describe('bodies', () => {
  const whole = async (): Promise<{ readonly url: string; readonly demoCloud: DemoCloud; readonly body: Buffer }> => {
    const demoCloud = await openDemoCloud();
    const url = demoCloud.url + sample;
    return { url, demoCloud, body: (await get(url)).body };
  };

  it('that are too short for their length', async () => {
    const { url, demoCloud, body } = await whole();
    demoCloud.control.fault({ on: 'media', kind: 'short-body', missing: 5 });
    const short = await get(url);
    expect([short.body.length, short.headers['content-length'], short.error]).toEqual([
      body.length - 5,
      String(body.length),
      'ECONNRESET',
    ]);
  });

  it('whose length is announced wrongly', async () => {
    const { url, demoCloud, body } = await whole();
    demoCloud.control.fault({ on: 'media', kind: 'wrong-length', by: 7 });
    const long = await get(url);
    expect([long.body.length, long.headers['content-length']]).toEqual([body.length, String(body.length + 7)]);
    expect(long.error).toBe('ECONNRESET');
  });

  it('that are gzipped unasked', async () => {
    const { url, demoCloud, body } = await whole();
    demoCloud.control.fault({ on: 'media', kind: 'gzip' });
    const packed = await get(url);
    expect(packed.headers['content-encoding']).toBe('gzip');
    expect(gunzipSync(packed.body)).toEqual(body);
  });

  it('whole where a range was asked, or of another type', async () => {
    const { url, demoCloud, body } = await whole();
    demoCloud.control.fault({ on: 'media', kind: 'ignore-range' });
    const all = await get(url, { range: 'bytes=10-' });
    expect([all.status, all.body.length]).toEqual([200, body.length]);
    demoCloud.control.fault({ on: 'media', kind: 'content-type', value: 'text/plain' });
    expect((await get(url)).headers['content-type']).toBe('text/plain');
  });

  it('in small pieces, each a write of its own, nothing lost', async () => {
    const { demoCloud, client } = await openBoth();
    demoCloud.control.script({ kind: 'frames', frames: ['data: 日本 🎬\n\n'] });
    demoCloud.control.fault({ on: 'run-sse', kind: 'cut', bytes: 1 });
    expect(await (await client.say('x')).text()).toBe('data: 日本 🎬\n\n');
  });

  it('as slow as told', async () => {
    const waits: number[] = [];
    const wait = async (ms: number): Promise<void> => void waits.push(ms);
    const demoCloud = await openDemoCloud({ clock: { now: () => 0, wait } });
    const { body } = await get(demoCloud.url + sample);
    demoCloud.control.fault({ on: 'media', kind: 'slow', bytesPerSecond: 20_000 });
    expect((await get(demoCloud.url + sample)).body).toEqual(body);
    expect(waits.length).toBeGreaterThanOrEqual(Math.floor(body.length / 1000));
    expect(new Set(waits)).toEqual(new Set([50]));
  });
});

describe('presets', () => {
  it.each(faultNames)('%s can be armed from the start', async (name) => {
    const spec = faultPresets[name];
    const demoCloud = await openDemoCloud({ faults: spec === undefined ? [] : [spec] });
    const client = await openClient(demoCloud);
    expect(client.sid).not.toBe('');
  });

  it('strike for ever', async () => {
    const spec = faultPresets['rate-limit'];
    const demoCloud = await openDemoCloud({ faults: spec === undefined ? [] : [spec] });
    const client = await openClient(demoCloud);
    const answers = [await client.say('a'), await client.say('b')];
    expect(answers.map((answer) => answer.status)).toEqual([429, 429]);
    demoCloud.control.clear();
    expect(textsOf(await (await client.say('a city')).text())).not.toEqual([]);
  });
});
