import { createHash, randomBytes } from 'node:crypto';
import { mkdtemp, open, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { hashAlong, hashOfFile } from '../../../src/main/api/content-hash.ts';
import { readInPieces } from '../../../src/main/api/pieces.ts';

const megabyte = 1024 * 1024;
let dir = '';
let path = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes pieces '));
  path = join(dir, 'clip.mp4');
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function take(bytes: number): Promise<{ readonly content: Buffer; readonly sizes: readonly number[] }> {
  const pieces: Buffer[] = [];
  for await (const piece of readInPieces(path, bytes)) pieces.push(Buffer.from(piece));
  return { content: Buffer.concat(pieces), sizes: pieces.map(({ length }) => length) };
}

describe('a file in pieces', () => {
  it.each([1, 128 * 1024, 128 * 1024 + 1, 5 * megabyte + 7])('of %i bytes is whole', async (bytes) => {
    const content = randomBytes(bytes);
    await writeFile(path, content);
    const taken = await take(bytes);
    expect(taken.content.equals(content)).toBe(true);
    // Nothing but the end may be small enough for a socket to hold it back unseen.
    expect(Math.min(Infinity, ...taken.sizes.slice(0, -1))).toBeGreaterThanOrEqual(128 * 1024);
    expect(Math.max(...taken.sizes)).toBeLessThanOrEqual(megabyte);
  });

  it('grow when they are taken quickly', async () => {
    await writeFile(path, new Uint8Array(8 * megabyte));
    const { sizes } = await take(8 * megabyte);
    expect(sizes[0]).toBe(128 * 1024);
    expect(Math.max(...sizes)).toBe(megabyte);
  });

  it('end where the file was asked to end, and where it ends before', async () => {
    await writeFile(path, new Uint8Array(3 * megabyte));
    expect((await take(2 * megabyte)).content).toHaveLength(2 * megabyte);
    await truncate(path, megabyte);
    expect((await take(2 * megabyte)).content).toHaveLength(megabyte);
  });

  it('throw where there is no file', async () => {
    await expect(take(1)).rejects.toThrow('ENOENT');
  });

  it('come in memory that the next file uses again, but never what a socket may hold back, nor what was broken off', async () => {
    await writeFile(path, new Uint8Array(2 * megabyte + 5));
    const memoryOf = async (bytes: number): Promise<readonly ArrayBufferLike[]> => {
      const memory: ArrayBufferLike[] = [];
      for await (const { buffer } of readInPieces(path, bytes)) memory.push(buffer);
      return memory;
    };
    const first = await memoryOf(2 * megabyte);
    const second = await memoryOf(2 * megabyte);
    expect(new Set(second)).toEqual(new Set(first));
    expect(new Set(second).size).toBe(2);
    const small = (await memoryOf(64 * 1024))[0];
    expect(first).not.toContain(small);
    const brokenOff = readInPieces(path, 2 * megabyte);
    const inHand = (await brokenOff.next()).value?.buffer;
    expect(first).toContain(inHand);
    await brokenOff.return();
    expect(await memoryOf(2 * megabyte)).not.toContain(inHand);
  });

  it('of two files at once are in memory of their own', async () => {
    await writeFile(path, new Uint8Array(megabyte));
    await take(megabyte);
    const [one, other] = [readInPieces(path, megabyte), readInPieces(path, megabyte)];
    const both = [await one.next(), await other.next(), await one.next(), await other.next()];
    expect(new Set(both.map(({ value }) => value?.buffer)).size).toBe(4);
    await Promise.all([one.return(), other.return()]);
  });

  it('close the file when they are not wanted any more', async () => {
    await writeFile(path, new Uint8Array(4 * megabyte));
    const pieces = readInPieces(path, 4 * megabyte);
    await pieces.next();
    await pieces.return();
    expect(await pieces.next()).toEqual({ done: true, value: undefined });
    const file = await open(path, 'r+');
    await file.close();
  });
});

describe('the hash of a content', () => {
  it('is the SHA-256 of the bytes asked for', async () => {
    const content = randomBytes(2 * megabyte + 5);
    await writeFile(path, content);
    const expected = createHash('sha256')
      .update(content.subarray(0, 2 * megabyte))
      .digest('hex');
    expect(await hashOfFile(path, 2 * megabyte)).toBe(expected);
  });

  const sendAlong = (megabytesPerSecond: number, megabytes: number): string | null => {
    let now = 0;
    const hash = hashAlong(() => now);
    for (let sent = 0; sent < megabytes; sent += 1) {
      hash.take(new Uint8Array(megabyte));
      now += 1000 / megabytesPerSecond;
    }
    return hash.digest();
  };

  it('is made on the way while the line is what is waited for', () => {
    const expected = createHash('sha256')
      .update(new Uint8Array(40 * megabyte))
      .digest('hex');
    expect(sendAlong(100, 40)).toBe(expected);
  });

  it('does not hold up a line that is faster', () => {
    expect(sendAlong(1000, 40)).toBeNull();
  });

  it('is made of a small file in any case', () => {
    expect(sendAlong(1000, 16)).not.toBeNull();
  });
});
