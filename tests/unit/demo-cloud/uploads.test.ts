import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { request } from 'node:http';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { mp4Duration } from '../../../src/demo-cloud/mp4.ts';
import { openClient, openDemoCloud, samplesDir } from './rig.ts';

const ocean = () => readFile(path.join(samplesDir, 'ocean.mp4')).then((file) => new Uint8Array(file));

describe('upload', () => {
  it('keeps the file, its digest and its name, and serves it', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    const content = await ocean();
    const { data } = await (await client.upload('我的 海 clip.mp4', content)).json();
    const [logged] = await demoCloud.control.waitFor('upload');
    const sha256 = createHash('sha256').update(content).digest('hex');
    expect(logged?.uploads).toEqual([{ name: '我的 海 clip.mp4', size: content.length, sha256 }]);
    const served = await fetch(data.files[0].cdn_url);
    expect(new Uint8Array(await served.arrayBuffer())).toEqual(content);
    const { state } = (await (await client.call('GET', `/api/state/nemo_agent/me/${client.sid}/latest`)).json()).data;
    expect(state.video_infos).toMatchObject([{ name: '我的 海 clip.mp4', duration: 10_000 }]);
  });

  it('puts it on the timeline when a message refers to it', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    await client.upload('beach.mp4', await ocean());
    expect(demoCloud.control.draft(client.sid)?.['t']).toEqual([]);
    await (await client.say('use my clip')).text();
    expect(demoCloud.control.draft(client.sid)).toMatchObject({
      d: 10_000,
      t: [{ tt: 0, sg: [{ m: { name: 'beach.mp4' } }] }],
    });
  });

  it('takes URLs by name', async () => {
    const client = await openClient(await openDemoCloud());
    const at = `/api/upload-video/nemo_agent/me/${client.sid}`;
    const send = (url: string) => client.call('POST', at, { urls: [url], source_type: 'url' }).then((r) => r.json());
    expect(await send('https://example.com/a/clip.mov')).toMatchObject({
      code: 0,
      data: { files: [{ filename: 'clip.mov', file_type: 'video', duration: 10 }] },
    });
    expect(await send('https://example.com/a/page.html')).toMatchObject({ code: 4001 });
  });

  it('answers 4001 for other formats and 1002 for an unknown session', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    expect(await (await client.upload('notes.txt', new Uint8Array(10))).json()).toMatchObject({ code: 4001 });
    demoCloud.control.forgetSession(client.sid);
    expect(await (await client.upload('a.mp4', new Uint8Array(10))).json()).toMatchObject({ code: 1002 });
  });

  it('answers 4002 by the announced length, before the body is there', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    const status = await new Promise<number | undefined>((resolve, reject) => {
      const upload = request(`${demoCloud.url}/api/upload-video/nemo_agent/me/${client.sid}`, {
        method: 'POST',
        headers: {
          ...client.headers,
          'content-type': 'multipart/form-data; boundary=x',
          'content-length': 501 * 1024 * 1024,
        },
      });
      upload.on('error', reject);
      upload.on('response', (answer) => {
        resolve(answer.statusCode);
        upload.off('error', reject);
        upload.on('error', () => undefined);
        upload.destroy();
      });
      upload.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it.each([0, 0.5, 0.99])('resets the connection at %s of the body, and keeps nothing', async (at) => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    demoCloud.control.fault({ on: 'upload', kind: 'upload-reset', at });
    await expect(client.upload('a.mp4', await ocean())).rejects.toThrow();
    const [logged] = await demoCloud.control.waitFor('upload', 1, 'ended');
    expect(logged).toMatchObject({ outcome: 'broken', status: null, uploads: [] });
    expect(demoCloud.control.sessions()[0]?.uploads).toEqual([]);
  });

  it('keeps the file when the connection is reset behind its last byte', async () => {
    const demoCloud = await openDemoCloud();
    const client = await openClient(demoCloud);
    demoCloud.control.fault({ on: 'upload', kind: 'upload-reset', at: 1 });
    await expect(client.upload('a.mp4', await ocean())).rejects.toThrow();
    expect(demoCloud.control.sessions()[0]?.uploads).toMatchObject([{ name: 'a.mp4' }]);
  });
});

describe('the samples', () => {
  it.each(['ocean', 'sunset', 'city'])('%s plays ten seconds and is small', async (name) => {
    const file = path.join(samplesDir, `${name}.mp4`);
    expect(await mp4Duration(file)).toBe(10_000);
    expect((await readFile(file)).length).toBeLessThan(200 * 1024);
  });
});
