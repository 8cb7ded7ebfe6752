import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderedFile } from '../../../src/demo-cloud/maker.ts';
import type { DemoCloud } from '../../../src/demo-cloud/demo-cloud.ts';
import { openClient, openDemoCloud, samplesDir } from './rig.ts';
import type { Client } from './rig.ts';

const statusOf = (client: Client, id: string) =>
  client.call('GET', `/api/render/proxy/lambda/${id}`).then((answer) => answer.json());

async function withCut(demoCloud: DemoCloud): Promise<Client> {
  const client = await openClient(demoCloud);
  await (await client.say('a sunset')).text();
  return client;
}

async function finished(demoCloud: DemoCloud, id: string): Promise<void> {
  await demoCloud.control.until(() =>
    demoCloud.control.renders().some((one) => one.id === id && one.status === 'completed'),
  );
}

describe('renderedFile', () => {
  it('starts with the source and differs with the draft alone', () => {
    const source = Buffer.from('moov');
    const one = renderedFile(source, { t: [1], d: 2 });
    expect(one.subarray(0, 4)).toEqual(source);
    expect(one.toString('latin1', 8, 12)).toBe('free');
    expect(one.readUInt32BE(4)).toBe(one.length - 4);
    expect(renderedFile(source, { d: 2, t: [1] })).toEqual(one);
    expect(renderedFile(source, { t: [1], d: 3 })).not.toEqual(one);
  });
});

describe('renders', () => {
  it('go from pending over processing to completed, the file at both addresses', async () => {
    const demoCloud = await openDemoCloud();
    const client = await withCut(demoCloud);
    const hold = demoCloud.control.hold('render');
    expect(await (await client.submit('render_1')).json()).toMatchObject({ code: 0, data: { status: 'pending' } });
    await hold.reached;
    expect(await statusOf(client, 'render_1')).toEqual({ id: 'render_1', status: 'processing' });
    hold.release();
    await finished(demoCloud, 'render_1');
    const { status, output } = await statusOf(client, 'render_1');
    expect(status).toBe('completed');
    const file = Buffer.from(await (await fetch(output.url)).arrayBuffer());
    const fallback = await client.call('GET', '/api/render/proxy/render_1/download');
    expect(Buffer.from(await fallback.arrayBuffer())).toEqual(file);
    const [render] = demoCloud.control.renders();
    expect(render).toMatchObject({ size: file.length, sha256: createHash('sha256').update(file).digest('hex') });
    const sample = await readFile(path.join(samplesDir, 'sunset.mp4'));
    expect(file.subarray(0, sample.length)).toEqual(sample);
  });

  it('differ when the draft differs', async () => {
    const demoCloud = await openDemoCloud();
    const client = await withCut(demoCloud);
    await client.submit('render_1');
    await finished(demoCloud, 'render_1');
    await (await client.say('music to 10%')).text();
    await client.submit('render_2');
    await finished(demoCloud, 'render_2');
    const [one, two] = demoCloud.control.renders();
    expect(one?.sha256).not.toBe(two?.sha256);
  });

  it('show an uploaded clip when it comes first', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    const clip = Buffer.concat([
      await readFile(path.join(samplesDir, 'ocean.mp4')),
      Buffer.from('\0\0\0\x08free', 'latin1'),
    ]);
    await client.upload('own.mp4', new Uint8Array(clip));
    await (await client.say('use my clip')).text();
    await client.submit('render_1');
    await finished(demoCloud, 'render_1');
    const file = await readFile(demoCloud.control.renderFile('render_1'));
    expect(file.subarray(0, clip.length)).toEqual(clip);
  });

  it('are one at a time in a session, each id once, of a draft with segments', async () => {
    const demoCloud = await openDemoCloud();
    const client = await withCut(demoCloud);
    demoCloud.control.hold('render');
    await client.submit('render_1');
    expect((await client.submit('render_2')).status).toBe(429);
    expect((await client.submit('render_1')).status).toBe(400);
    expect((await client.submit('render_3', { t: [{ tt: 0, sg: [] }] })).status).toBe(400);
    expect(demoCloud.control.renders()).toHaveLength(1);
  });

  it.each(['x-skill-source', 'x-skill-version', 'x-skill-platform'])(
    'are refused with 402 once a request came without %s',
    async (name) => {
      const demoCloud = await openDemoCloud();
      const client = await withCut(demoCloud);
      expect((await client.call('GET', '/api/credits/balance/simple', undefined, { [name]: '' })).status).toBe(200);
      const answer = await client.submit('render_1');
      expect(answer.status).toBe(402);
      expect(await answer.json()).toMatchObject({ code: 402 });
    },
  );

  it('fail or hang on demand', async () => {
    const demoCloud = await openDemoCloud();
    const client = await withCut(demoCloud);
    demoCloud.control.fault({ on: 'render-submit', kind: 'render-fails' });
    await client.submit('render_1');
    await demoCloud.control.until(() => demoCloud.control.renders()[0]?.status === 'failed');
    expect(await statusOf(client, 'render_1')).toMatchObject({ status: 'failed' });
    demoCloud.control.fault({ on: 'render-submit', kind: 'render-hangs' });
    await client.submit('render_2');
    await demoCloud.control.until(() => demoCloud.control.renders()[1]?.status === 'processing');
    expect((await client.submit('render_3')).status).toBe(429);
  });

  it('can be fetched in ranges', async () => {
    const demoCloud = await openDemoCloud();
    const client = await withCut(demoCloud);
    await client.submit('render_1');
    await finished(demoCloud, 'render_1');
    const whole = await readFile(demoCloud.control.renderFile('render_1'));
    const { url } = (await statusOf(client, 'render_1')).output;
    const get = (range: string, more: Record<string, string> = {}) => fetch(url, { headers: { range, ...more } });
    const middle = await get('bytes=100-199');
    expect(middle.status).toBe(206);
    expect(middle.headers.get('content-range')).toBe(`bytes 100-199/${whole.length}`);
    expect(Buffer.from(await middle.arrayBuffer())).toEqual(whole.subarray(100, 200));
    expect(Buffer.from(await (await get('bytes=-10')).arrayBuffer())).toEqual(whole.subarray(-10));
    const etag = middle.headers.get('etag') ?? '';
    expect((await get('bytes=5-', { 'if-range': etag })).status).toBe(206);
    expect((await get('bytes=5-', { 'if-range': '"old"' })).status).toBe(200);
    const beyond = await get(`bytes=${whole.length}-`);
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${whole.length}`]);
    const head = await fetch(url, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(whole.length));
  });
});
