import { text } from 'node:stream/consumers';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { OpenedFile } from '../../src/main/api/answers.ts';
import type { CloudError } from '../../src/main/api/errors.ts';
import type { Resume } from '../../src/main/api/download.ts';
import type { Result } from '../../src/shared/result.ts';
import { openClient, type TestClient } from '../support/cloud-client.ts';
import { type Answer, type CloudServer, raw, redirect, startCloudServer } from '../support/cloud-server.ts';

let server: CloudServer;
let client: TestClient;
const others: CloudServer[] = [];
afterEach(async () => {
  await client.close();
  await server.close();
  for (const other of others.splice(0)) await other.close();
});

const resume: Resume = { offset: 4, validator: '"v1"' };
const film = '0123456789';

async function open(asked: Resume | null, ...answers: readonly Answer[]): Promise<Result<OpenedFile, CloudError>> {
  server = await startCloudServer(...answers);
  client = openClient({ url: server.url });
  return client.cloud.openFile({ source: { kind: 'url', url: `${server.url}/film` }, resume: asked });
}

/** What came, with its body read. */
async function read(opened: Result<OpenedFile, CloudError>): Promise<unknown> {
  return opened.ok ? { ...opened.value, body: await text(opened.value.body) } : opened.error;
}

const whole = raw(film, 'video/mp4', 200, { 'content-length': '10', etag: '"v2"' });
const piece = (range: string, headers = {}): Answer =>
  raw(film.slice(4), 'video/mp4', 206, { 'content-range': range, 'content-length': '6', etag: '"v1"', ...headers });

describe('a file that is asked for from the middle', () => {
  it('goes on there, under its validator', async () => {
    expect(await read(await open(resume, piece('bytes 4-9/10')))).toEqual({
      offset: 4,
      bytes: 10,
      validator: '"v1"',
      body: '456789',
    });
    expect(server.seen[0]?.headers).toMatchObject({ range: 'bytes=4-', 'if-range': '"v1"' });
  });

  it('may be of a length that nobody knows', async () => {
    expect(await read(await open(resume, piece('bytes 4-9/*')))).toMatchObject({ offset: 4, bytes: null });
  });

  it('starts over where the file has changed, or the server knows no ranges', async () => {
    const fresh = { offset: 0, bytes: 10, validator: '"v2"', body: film };
    expect(await read(await open(resume, whole))).toEqual(fresh);
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    ['another piece than asked for', piece('bytes 5-9/10')],
    ['no word of where it begins', raw(film.slice(4), 'video/mp4', 206, { etag: '"v1"' })],
    ['a piece of another file, If-Range or not', piece('bytes 4-9/10', { etag: '"v9"' })],
    ['416 for a file that is shorter now', raw('', 'text/plain', 416, { 'content-range': 'bytes */3' })],
    ['416 without a size', raw('', 'text/plain', 416)],
  ])('starts over after %s', async (_, odd) => {
    expect(await read(await open(resume, odd, whole))).toMatchObject({ offset: 0, validator: '"v2"', body: film });
    expect(server.seen[1]?.headers).not.toHaveProperty('range');
    expect(server.seen).toHaveLength(2);
  });

  it('is whole already where 416 agrees on the size', async () => {
    const done = raw('', 'text/plain', 416, { 'content-range': 'bytes */4' });
    expect(await read(await open(resume, done))).toEqual({ offset: 4, bytes: 4, validator: '"v1"', body: '' });
    expect(server.seen).toHaveLength(1);
  });

  it('does not go round for ever', async () => {
    expect(await read(await open(null, piece('bytes 4-9/10')))).toEqual({
      kind: 'bad-answer',
      reason: 'unknown-shape',
    });
    expect(server.seen).toHaveLength(1);
  });

  it.each([
    [{ etag: 'W/"weak"', 'last-modified': 'Wed, 21 Oct 2026 07:28:00 GMT' }, 'Wed, 21 Oct 2026 07:28:00 GMT'],
    [{ etag: 'W/"weak"' }, null],
    [{}, null],
  ])('is asked for under what compares byte by byte: %o', async (headers, validator) => {
    expect(await read(await open(null, raw(film, 'video/mp4', 200, headers)))).toMatchObject({ validator });
  });

  it('in an encoding nobody asked for is decoded, and cannot be resumed', async () => {
    const packed = raw(gzipSync(film), 'video/mp4', 200, { 'content-encoding': 'gzip', etag: '"v1"' });
    expect(await read(await open(null, packed))).toEqual({ offset: 0, bytes: null, validator: null, body: film });
  });

  it('on another host is asked for with the range, but with neither token nor attribution', async () => {
    const other = await startCloudServer(piece('bytes 4-9/10'));
    others.push(other);
    expect(await read(await open(resume, redirect(302, `${other.url}/elsewhere`)))).toMatchObject({ body: '456789' });
    const { headers } = other.seen[0]!;
    expect(headers).toMatchObject({ range: 'bytes=4-', 'if-range': '"v1"' });
    expect(Object.keys(headers).filter((name) => /^(?:authorization|x-)/.test(name))).toEqual([]);
  });
});
