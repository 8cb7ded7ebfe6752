import { mkdir, mkdtemp, open, readdir, readlink, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaRegistry, type MediaRegistry } from '../../../../src/main/media/registry.ts';
import { answerRange, createMediaServer } from '../../../../src/main/media/serve.ts';
import { mediaUrl } from '../../../../src/shared/media-url.ts';
import { err, ok } from '../../../../src/shared/result.ts';

/** Longer than several chunks, and no two neighbours alike. */
const content = Buffer.from(Array.from({ length: 700_001 }, (_, index) => (index * 7) % 251));
let dir = '';
let registry: MediaRegistry;
let serve: (request: Request) => Promise<Response>;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes media 媒体 '));
  await writeFile(join(dir, '雨.mp4'), content);
  registry = createMediaRegistry();
  serve = createMediaServer({
    registry,
    proxyOf: (path) => Promise.resolve(path.endsWith('film.mp4') ? join(dir, '雨.mp4') : null),
    findRemote: (url) => Promise.resolve(url.includes('here') ? join(dir, '雨.mp4') : null),
    fetchRemote: (url) => {
      if (url.includes('full')) return Promise.resolve(err('not-written'));
      return Promise.resolve(url.includes('bad') ? err('not-fetched') : ok(join(dir, '雨.mp4')));
    },
  });
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
  serve(new Request(mediaUrl(registry.file(join(dir, path))), init));
const body = async (response: Response): Promise<Buffer> => Buffer.from(await response.arrayBuffer());

async function openFiles(): Promise<number> {
  const links = await Promise.all(
    (await readdir('/proc/self/fd')).map((fd) => readlink(`/proc/self/fd/${fd}`).catch(() => '')),
  );
  return links.filter((link) => link.startsWith(dir)).length;
}

describe('rushes://app/media', () => {
  it('plays a file whole', async () => {
    const response = await ask('雨.mp4');
    expect(response.status).toBe(200);
    expect(Object.fromEntries(response.headers)).toEqual({
      'accept-ranges': 'bytes',
      'content-length': '700001',
      'content-security-policy': `default-src 'none'; sandbox`,
      'content-type': 'video/mp4',
      'x-content-type-options': 'nosniff',
    });
    expect((await body(response)).equals(content)).toBe(true);
  });

  it.each([
    ['bytes=0-1', 0, 1],
    ['bytes=262143-262144', 262_143, 262_144],
    ['bytes=5-', 5, 700_000],
    ['bytes=-9', 699_992, 700_000],
  ])('sends exactly the bytes of %s', async (range, start, end) => {
    const response = await ask('雨.mp4', { headers: { range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(`bytes ${start}-${end}/700001`);
    expect((await body(response)).equals(content.subarray(start, end + 1))).toBe(true);
  });

  it('answers what it cannot give with a plain status', async () => {
    expect((await serve(new Request(mediaUrl('0b6ff8a0-6f8e-4a55-8f6c-0d8f3a1f2b11')))).status).toBe(404);
    expect((await serve(new Request('rushes://app/x'))).status).toBe(404);
    expect((await serve(new Request('rushes://app/media/..%2f..%2fetc%2fpasswd'))).status).toBe(404);
    expect((await ask('gone.mp4')).status).toBe(404);
    expect((await ask('')).status).toBe(404);
    expect((await ask('雨.mp4', { method: 'POST' })).status).toBe(405);
    expect((await ask('雨.mp4', { headers: { range: 'bytes=700001-' } })).status).toBe(416);
    const head = await ask('雨.mp4', { method: 'HEAD' });
    expect([head.status, head.headers.get('content-length'), head.body]).toEqual([200, '700001', null]);
  });

  it('serves a folder or an empty file without harm', async () => {
    await mkdir(join(dir, 'folder.mp4'));
    await writeFile(join(dir, 'empty.mp4'), '');
    expect((await ask('folder.mp4')).status).toBe(404);
    const empty = await ask('empty.mp4');
    expect([empty.status, (await body(empty)).length]).toEqual([200, 0]);
  });

  it('fetches a remote clip first', async () => {
    const good = await serve(new Request(mediaUrl(registry.remote('https://cdn.example/clip.mp4'))));
    expect((await body(good)).length).toBe(content.length);
    expect((await serve(new Request(mediaUrl(registry.remote('https://cdn.example/bad.mp4'))))).status).toBe(502);
    expect((await serve(new Request(mediaUrl(registry.remote('https://cdn.example/full.mp4'))))).status).toBe(507);
  });

  it('plays a proxy where there is one and it is asked for', async () => {
    await writeFile(join(dir, 'film.mp4'), 'the original');
    await writeFile(join(dir, 'other.mp4'), 'another');
    const of = async (name: string, query: string): Promise<string> => {
      const response = await serve(new Request(`${mediaUrl(registry.file(join(dir, name)))}${query}`));
      return (await body(response)).toString('latin1', 0, 12);
    };
    expect(await of('film.mp4', '')).toBe('the original');
    expect(await of('film.mp4', '?r=proxy')).toBe(content.toString('latin1', 0, 12));
    expect(await of('other.mp4', '?r=proxy')).toBe('another');
  });

  it('fetches nothing for who wants only what is here, and lets nothing stand in for it', async () => {
    await writeFile(join(dir, 'film.mp4'), 'the original');
    const of = async (id: string, query: string): Promise<number> => {
      const { status, body: unread } = await serve(new Request(`${mediaUrl(id)}${query}`));
      await unread?.cancel();
      return status;
    };
    const remote = registry.remote('https://cdn.example/far.mp4');
    expect(await of(remote, '?only=here')).toBe(204);
    expect(await of(remote, '')).toBe(200);
    expect(await of(registry.remote('https://cdn.example/here.mp4'), '?only=here')).toBe(200);
    expect(await of(registry.file(join(dir, '雨.mp4')), '?only=here')).toBe(200);
    expect(await of(registry.file(join(dir, '雨.mp4')), '?r=proxy&only=here')).toBe(204);
    expect(await of(registry.file(join(dir, 'film.mp4')), '?r=proxy&only=here')).toBe(200);
  });

  it('breaks the body off when the file becomes shorter', async () => {
    const response = await ask('雨.mp4');
    await truncate(join(dir, '雨.mp4'), 10);
    await expect(body(response)).rejects.toThrow();
  });

  it.runIf(process.platform === 'linux')('closes the file in every case', async () => {
    const abort = new AbortController();
    const [aborted, cancelled] = [await ask('雨.mp4', { signal: abort.signal }), await ask('雨.mp4')];
    expect(await openFiles()).toBe(2);
    abort.abort();
    await cancelled.body?.cancel();
    await body(await ask('雨.mp4'));
    await ask('雨.mp4', { method: 'HEAD' });
    await expect(body(aborted)).rejects.toThrow();
    expect(await openFiles()).toBe(0);
    const probe = await open(join(dir, '雨.mp4'));
    expect(await openFiles()).toBe(1);
    await probe.close();
  });
});

describe('a Range header for a file of 1000 bytes', () => {
  it.each([
    ['bytes=0-', 0, 999],
    ['bytes=0-0', 0, 0],
    ['bytes=100-199', 100, 199],
    ['bytes=990-2000', 990, 999],
    ['bytes=-1', 999, 999],
    ['bytes=-5000', 0, 999],
    ['BYTES = 5 - 6 ', 5, 6],
  ])('%j gives bytes %i to %i', (header, start, end) => {
    expect(answerRange(header, 1000)).toEqual({
      status: 206,
      span: { start, end },
      headers: { 'content-range': `bytes ${start}-${end}/1000`, 'content-length': String(end - start + 1) },
    });
  });

  it.each(['bytes=1000-', 'bytes=5000-6000', 'bytes=-0'])('%j lies outside', (header) => {
    expect(answerRange(header, 1000)).toEqual({
      status: 416,
      span: null,
      headers: { 'content-range': 'bytes */1000', 'content-length': '0' },
    });
  });

  it.each([null, '', 'bytes=', 'bytes=-', 'bytes=9-3', 'bytes=a-b', 'bytes=0-1,5-6', 'items=0-1', 'bytes=1.5-2'])(
    '%j is no range: the whole file',
    (header) => {
      expect(answerRange(header, 1000)).toEqual({
        status: 200,
        span: { start: 0, end: 999 },
        headers: { 'content-length': '1000' },
      });
    },
  );

  it('of an empty file gives nothing', () => {
    expect(answerRange(null, 0)).toEqual({ status: 200, span: null, headers: { 'content-length': '0' } });
    expect(answerRange('bytes=0-', 0).status).toBe(416);
    expect(answerRange('bytes=-1', 0).status).toBe(416);
  });
});
