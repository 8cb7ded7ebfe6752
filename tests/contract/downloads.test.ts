import { randomBytes } from 'node:crypto';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openClient, type TestClient } from '../support/cloud-client.ts';
import { json, raw, startCloudServer, type Answer, type CloudServer } from '../support/cloud-server.ts';

let folder: string;
let toFile: string;
let server: CloudServer;
let client: TestClient;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes downloads 下载 '));
  toFile = join(folder, 'my film.mp4.part');
});

afterEach(async () => {
  await client.close();
  await server.close();
  await rm(folder, { recursive: true });
});

type Options = {
  readonly signal?: AbortSignal;
  readonly onProgress?: (received: number, total: number | null) => void;
};

async function download(answer: Answer, options: Options = {}): Promise<unknown> {
  server = await startCloudServer(answer);
  client = openClient({ url: server.url });
  return client.cloud.download({ source: { kind: 'url', url: `${server.url}/film` }, toFile, ...options });
}

const film = randomBytes(3 * 1024 * 1024);
const length = String(film.length);

describe('a download', () => {
  it('lands in the file, over what was there, with its progress', async () => {
    await writeFile(toFile, 'x'.repeat(10 * 1024 * 1024));
    const seen: (readonly [number, number | null])[] = [];
    let toldFirst = (): void => undefined;
    const told = new Promise<void>((done) => (toldFirst = done));
    const onProgress = (received: number, total: number | null): void => {
      seen.push([received, total]);
      toldFirst();
    };
    const inHalves: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': length });
      response.write(film.subarray(0, film.length / 2));
      void told.then(() => response.end(film.subarray(film.length / 2)));
    };
    const saved = await download(inHalves, { onProgress });
    expect(saved).toEqual({ ok: true, value: { bytes: film.length } });
    expect((await readFile(toFile)).equals(film)).toBe(true);
    expect(seen[0]?.[0]).toBeLessThanOrEqual(film.length / 2);
    expect(seen.at(-1)).toEqual([film.length, film.length]);
    expect(server.seen[0]!.headers).toMatchObject({ accept: '*/*', 'accept-encoding': 'identity' });
  });

  it('may come without a length', async () => {
    const totals: (number | null)[] = [];
    const chunked: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'application/octet-stream' });
      response.write(film.subarray(0, 1000));
      response.end(film.subarray(1000));
    };
    expect(await download(chunked, { onProgress: (_, total) => totals.push(total) })).toMatchObject({ ok: true });
    expect(new Set(totals)).toEqual(new Set([null]));
  });

  it('by its render id is the fallback of the contract', async () => {
    server = await startCloudServer(raw(film, 'video/mp4'));
    client = openClient({ url: server.url });
    const source = { kind: 'render', renderId: 'render_1' } as const;
    expect(await client.cloud.download({ source, toFile })).toMatchObject({ ok: true });
    expect(server.seen[0]).toMatchObject({
      method: 'GET',
      path: '/api/render/proxy/render_1/download',
      headers: { authorization: 'Bearer nmv_usr_test' },
    });
  });

  it('that ends early is no film, and keeps what came', async () => {
    const short: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': length });
      response.write(film.subarray(0, 1000), () => response.socket?.end());
    };
    const saved = await download(short);
    const kept = await readFile(toFile);
    expect(saved).toEqual({ ok: false, error: { kind: 'incomplete', received: kept.length, expected: film.length } });
    expect(kept.equals(film.subarray(0, kept.length))).toBe(true);
  });

  it('that breaks without a length is interrupted', async () => {
    const broken: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'video/mp4' });
      response.write(film.subarray(0, 1000), () => response.socket?.end());
    };
    expect(await download(broken)).toEqual({ ok: false, error: { kind: 'interrupted' } });
  });

  it('is cancelled on the way', async () => {
    const stopping = new AbortController();
    const slow: Answer = (response) => {
      response.writeHead(200, { 'content-type': 'video/mp4', 'content-length': length });
      response.write(film.subarray(0, 1000));
    };
    const options = { signal: stopping.signal, onProgress: () => stopping.abort() };
    expect(await download(slow, options)).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it.each([
    ['a page', raw('<html>', 'text/html'), { kind: 'bad-answer', reason: 'html' }],
    ['a refusal in JSON', json({ code: 402 }), { kind: 'export-blocked' }],
    ['JSON that refuses nothing', json({ code: 0 }), { kind: 'bad-answer', reason: 'wrong-content-type' }],
    ['a link that has expired', raw('<Error/>', 'application/xml', 403), { kind: 'server', status: 403, code: null }],
  ])('is not saved when it is %s', async (_, answer, error) => {
    expect(await download(answer)).toEqual({ ok: false, error });
    await expect(readFile(toFile)).rejects.toThrow();
  });

  it.each(['nonsense', 'file:///etc/passwd', 'http://example.com/a.mp4', 'javascript:alert(1)'])(
    'does not come from %s',
    async (url) => {
      server = await startCloudServer();
      client = openClient({ url: server.url });
      const result = await client.cloud.download({ source: { kind: 'url', url }, toFile });
      expect(result).toEqual({ ok: false, error: { kind: 'bad-answer', reason: 'unsafe-address' } });
    },
  );
});

describe('a file that cannot be written', () => {
  it('has its reason', async () => {
    await mkdir(toFile);
    expect(await download(raw(film, 'video/mp4'))).toEqual({
      ok: false,
      error: { kind: 'not-written', code: 'EISDIR' },
    });
  });

  it('on a full disk says so', async () => {
    toFile = '/dev/full';
    expect(await download(raw(film, 'video/mp4'))).toEqual({ ok: false, error: { kind: 'disk-full' } });
  });

  it.skipIf(process.getuid?.() === 0)('in a folder that is read-only says so', async () => {
    await chmod(folder, 0o500);
    expect(await download(raw(film, 'video/mp4'))).toEqual({ ok: false, error: { kind: 'folder-read-only' } });
    await chmod(folder, 0o700);
  });
});
