import { createHash } from 'node:crypto';
import { appendFile, mkdtemp, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLateHashes } from '../../../src/main/uploads/late-hashes.ts';
import { anUpload } from '../storage/samples.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes hashes '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Hashes one file, to which `harm` happens before; resolves when the next one in line is done. */
async function hashAfter(harm: (path: string) => Promise<unknown>): Promise<string | undefined> {
  const found = new Map<string, string>();
  const path = join(dir, 'clip.mp4');
  const next = join(dir, 'next.mp4');
  for (const file of [path, next]) await writeFile(file, 'content');
  const beganAt = Math.ceil((await stat(next)).ctimeMs);
  await harm(path);
  await new Promise<void>((done, fail) => {
    const hashes = createLateHashes({
      idle: async () => undefined,
      hashed: (id, sha256) => {
        found.set(id, sha256);
        if (id === 'next') done();
      },
      report: fail,
    });
    hashes.hash({ ...anUpload('p', { id: 'it', bytes: 7 }), path }, beganAt);
    hashes.hash({ ...anUpload('p', { id: 'next', bytes: 7 }), path: next }, beganAt);
  });
  return found.get('it');
}

describe('a hash that comes late', () => {
  it('is that of the content', async () => {
    expect(await hashAfter(async () => undefined)).toBe(createHash('sha256').update('content').digest('hex'));
  });

  it.each<readonly [string, (path: string) => Promise<unknown>]>([
    ['is gone', (path) => rm(path)],
    ['has grown', (path) => appendFile(path, ' and more')],
    ['was touched', (path) => utimes(path, new Date(), new Date(Date.now() + 60_000))],
    [
      'was written to, and dated back',
      async (path) => {
        // File systems count time in steps of some milliseconds.
        const before = Math.ceil((await stat(path)).ctimeMs);
        do await writeFile(path, 'CONTENT');
        while ((await stat(path)).ctimeMs <= before);
        await utimes(path, 1, 1);
      },
    ],
  ])('is not made where the file %s', async (_, harm) => {
    expect(await hashAfter(harm)).toBeUndefined();
  });
});
