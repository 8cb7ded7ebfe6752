import { createHash, randomBytes } from 'node:crypto';
import { appendFile, mkdtemp, rm, stat, truncate, utimes, writeFile } from 'node:fs/promises';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { deferred } from '../support/cloud-deferred.ts';
import type { UploadProgress } from '../../src/main/api/answers.ts';
import { openClient, type TestClient } from '../support/cloud-client.ts';
import { json, startCloudServer } from '../support/cloud-server.ts';

const megabyte = 1024 * 1024;

let folder: string;
let path: string;
let closers: (() => Promise<unknown>)[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes uploads 上传 '));
  path = join(folder, 'my clip 片段.mp4');
  closers = [];
});

afterEach(async () => {
  for (const close of closers.reverse()) await close();
  await rm(folder, { recursive: true });
});

function connect(url: string): TestClient {
  const client = openClient({ url });
  closers.push(() => client.close());
  return client;
}

async function serve(
  answer = json({ code: 0, data: { file_id: 'f' } }),
): Promise<Awaited<ReturnType<typeof startCloudServer>>> {
  const server = await startCloudServer(answer);
  closers.push(server.close);
  return server;
}

/** A server that leaves the body to the test, for the time while it is on its way. */
async function serveByHand(onRequest: RequestListener): Promise<string> {
  const server = createServer(onRequest);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closers.push(async () => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

async function upload(client: TestClient, onProgress?: UploadProgress, signal?: AbortSignal): Promise<unknown> {
  const bytes = (await stat(path).catch(() => null))?.size ?? 0;
  return client.cloud.uploadFile({
    sessionId: 's',
    path,
    name: 'my clip 片段.mp4',
    bytes,
    signal,
    ...(onProgress && { onProgress }),
  });
}

const cdn = 'https://cdn.example/files/1a2b.mp4';

function digest(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex');
}

/** The one part of a multipart body. */
function partOf(body: Buffer, contentType: string): { readonly head: string; readonly content: Buffer } {
  const boundary = /boundary=(.+)$/.exec(contentType)?.[1] ?? '';
  const start = body.indexOf('\r\n\r\n');
  const end = body.lastIndexOf(`\r\n--${boundary}--\r\n`);
  return { head: body.subarray(0, start).toString(), content: body.subarray(start + 4, end) };
}

describe('an upload', () => {
  it('of 30 MB arrives byte by byte, with its length announced, in the field `files`', async () => {
    const content = randomBytes(30 * megabyte);
    await writeFile(path, content);
    const server = await serve();
    const answer = await upload(connect(server.url));
    const { method, path: target, headers, body } = server.seen[0]!;
    expect(`${method} ${target}`).toBe('POST /api/upload-video/nemo_agent/me/s');
    expect(headers['content-length']).toBe(String(body.length));
    expect(headers['transfer-encoding']).toBeUndefined();
    const part = partOf(body, headers['content-type'] ?? '');
    expect(part.head).toContain('form-data; name="files"; filename="my clip 片段.mp4"');
    expect(part.head).toContain('Content-Type: video/mp4');
    expect(digest(part.content)).toBe(digest(content));
    expect(answer).toMatchObject({ ok: true, value: { data: { file_id: 'f' } } });
  });

  it('arrives byte by byte at a server that reads in fits and starts', async () => {
    const content = randomBytes(12 * megabyte);
    await writeFile(path, content);
    const received: Buffer[] = [];
    let type = '';
    const url = await serveByHand((request, response) => {
      type = request.headers['content-type'] ?? '';
      request.on('data', (piece: Buffer) => {
        received.push(piece);
        request.pause();
        // A few turns of the loop, more for some pieces than for others.
        let turns = piece.length % 7;
        const wait = (): void => void (turns-- > 0 ? setImmediate(wait) : request.resume());
        wait();
      });
      request.on('end', () => response.end('{"code":0,"data":null}'));
    });
    expect(await upload(connect(url))).toMatchObject({ ok: true, value: { sha256: digest(content) } });
    expect(digest(partOf(Buffer.concat(received), type).content)).toBe(digest(content));
  });

  it.each<readonly [string, unknown, string | null]>([
    ['in a list of files', { files: [{ filename: 'my clip 片段.mp4', cdn_url: cdn }] }, cdn],
    ['in a bare list', [{ filename: 'other.mp4', cdn_url: cdn }], cdn],
    ['in one object', { filename: 'other.mp4', cdn_url: cdn, duration: 2.5 }, cdn],
    [
      'among others, by its name',
      {
        files: [
          { filename: 'other.mp4', cdn_url: `${cdn}.other` },
          { filename: 'my clip 片段.mp4', cdn_url: cdn },
        ],
      },
      cdn,
    ],
    [
      'nowhere for certain',
      {
        files: [
          { filename: 'a.mp4', cdn_url: cdn },
          { filename: 'b.mp4', cdn_url: cdn },
        ],
      },
      null,
    ],
    ['nowhere', { file_id: 'f' }, null],
    ['not at all', null, null],
  ])('says where the cloud keeps it %s', async (_, data, cdnUrl) => {
    await writeFile(path, 'content');
    const server = await serve(json({ code: 0, data }));
    expect(await upload(connect(server.url))).toMatchObject({ ok: true, value: { data, cdnUrl } });
  });

  it('moves forward, and holds at 99 % until the cloud has answered', async () => {
    await writeFile(path, randomBytes(3 * megabyte));
    const seen: number[] = [];
    let beforeAnswer = -1;
    const answer = json({ code: 0, data: {} });
    const server = await serve((response, request) => {
      beforeAnswer = Math.max(...seen);
      return answer(response, request);
    });
    await upload(connect(server.url), (accepted, total) => {
      expect(total).toBe(3 * megabyte);
      seen.push(accepted);
    });
    expect(seen).toEqual([...seen].sort((a, b) => a - b));
    expect(seen.length).toBeGreaterThan(5);
    expect(beforeAnswer).toBe(Math.floor(3 * megabyte * 0.99));
    expect(seen.at(-1)).toBe(3 * megabyte);
  });

  it('stays at 99 % when the cloud refuses it', async () => {
    await writeFile(path, 'x'.repeat(1000));
    const server = await serve(json({ code: 4001 }));
    const seen: number[] = [];
    const result = await upload(connect(server.url), (accepted) => seen.push(accepted));
    expect(result).toEqual({ ok: false, error: { kind: 'unsupported-file' } });
    expect(Math.max(...seen)).toBe(990);
  });

  it('has a name that cannot break out of its header', async () => {
    await writeFile(path, 'x');
    const server = await serve();
    await connect(server.url).cloud.uploadFile({ sessionId: 's', path, bytes: 1, name: 'a"\r\nX-Evil: 1\r\n.mp3' });
    const part = partOf(server.seen[0]!.body, server.seen[0]!.headers['content-type'] ?? '');
    expect(part.head).toContain('filename="a%22%0D%0AX-Evil: 1%0D%0A.mp3"');
    expect(part.content.toString()).toBe('x');
  });

  it('is cancelled on the way', async () => {
    await writeFile(path, randomBytes(8 * megabyte));
    const stopping = new AbortController();
    const url = await serveByHand((request) => {
      request.on('error', () => undefined);
      request.once('data', () => stopping.abort());
    });
    expect(await upload(connect(url), undefined, stopping.signal)).toEqual({ ok: false, error: { kind: 'cancelled' } });
  });

  it('tells the answer of a server that has seen enough', async () => {
    await writeFile(path, randomBytes(8 * megabyte));
    const url = await serveByHand((request, response) => {
      request.resume();
      response.writeHead(413, { 'content-type': 'text/plain' });
      response.end('too large');
    });
    expect(await upload(connect(url))).toEqual({ ok: false, error: { kind: 'file-too-large' } });
  });
});

describe('a file that cannot be sent', () => {
  it('is refused before the first byte when it is empty, missing or a folder', async () => {
    const server = await serve();
    const client = connect(server.url);
    expect(await upload(client)).toEqual({ ok: false, error: { kind: 'file-unreadable' } });
    await writeFile(path, '');
    expect(await upload(client)).toEqual({ ok: false, error: { kind: 'file-empty' } });
    path = folder;
    expect(await upload(client)).toEqual({ ok: false, error: { kind: 'file-unreadable' } });
    expect(server.seen).toEqual([]);
  });

  it('is refused before the first byte when it has another size than it was found to have', async () => {
    const server = await serve();
    await writeFile(path, 'content');
    const asked = { sessionId: 's', path, name: 'a.mp4', bytes: 6 };
    expect(await connect(server.url).cloud.uploadFile(asked)).toEqual({ ok: false, error: { kind: 'file-changed' } });
    expect(server.seen).toEqual([]);
  });

  const size = 16 * megabyte;
  const changes: readonly (readonly [string, string, () => Promise<unknown>])[] = [
    ['vanishes', 'file-unreadable', () => rm(path)],
    ['grows', 'file-changed', () => appendFile(path, 'more')],
    ['shrinks', 'file-changed', () => truncate(path, size / 2)],
    ['is touched', 'file-changed', () => utimes(path, 1, 1)],
    [
      'is replaced by another of the same size and time',
      'file-changed',
      async () => {
        const { atime, mtime } = await stat(path);
        await writeFile(`${path}.new`, randomBytes(size));
        await rm(path);
        await writeFile(path, randomBytes(size));
        await utimes(path, atime, mtime);
      },
    ],
  ];

  it.each(changes)('is never sent whole when it %s on the way', async (_, kind, change) => {
    await writeFile(path, randomBytes(size));
    const ended = deferred<boolean>();
    const url = await serveByHand((request) => {
      request.once('data', () => {
        request.pause();
        void change().then(() => request.resume());
      });
      request.on('error', () => undefined);
      request.on('close', () => ended.resolve(request.complete));
    });
    expect(await upload(connect(url))).toEqual({ ok: false, error: { kind } });
    expect(await ended.promise).toBe(false);
  });
});
