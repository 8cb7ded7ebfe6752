import { createHash } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createMediaCache, type MediaCache } from '../../../../src/main/media/cache.ts';
import { err, ok, type Result } from '../../../../src/shared/result.ts';
import { createFakeClock, type FakeClock } from '../../../support/fake-clock.ts';

let folder = '';
let dir = '';
let clock: FakeClock;
let downloads: string[] = [];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes cache '));
  dir = join(folder, 'media');
  clock = createFakeClock();
  downloads = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The cloud gives each clip its own name as content, so `/same/…` clips can share theirs. */
async function download(
  url: string,
  toFile: string,
): Promise<Result<null, { readonly kind: 'interrupted' | 'disk-full' }>> {
  downloads.push(url);
  const name = new URL(url).pathname.replace(/^\/same\/.*/, '/same');
  await writeFile(toFile, name.includes('broken') ? 'half' : name.padEnd(10, '.'));
  if (name.includes('full')) return err({ kind: 'disk-full' });
  return name.includes('broken') ? err({ kind: 'interrupted' }) : ok(null);
}

const start = (maxBytes = 1000): MediaCache => createMediaCache({ dir, download, clock, maxBytes });
const pathOf = async (cache: MediaCache, url: string): Promise<string> => {
  const found = await cache.fetch(url);
  if (!found.ok) throw new Error(found.error);
  return found.value;
};
const clips = async (): Promise<readonly string[]> => (await readdir(dir)).filter((name) => name !== 'index.json');

describe('the media cache', () => {
  it('keeps a clip under the hash of its content, over restarts and new signatures', async () => {
    const first = await pathOf(start(), 'https://cdn.example/a.mp4?Signature=1');
    const content = await readFile(first);
    expect(content.toString()).toBe('/a.mp4....');
    expect(first).toBe(join(dir, `${createHash('sha256').update(content).digest('hex')}.mp4`));
    expect(await pathOf(start(), 'https://cdn.example/a.mp4?Signature=2')).toBe(first);
    expect(downloads).toHaveLength(1);
    expect(await clips()).toHaveLength(1);
  });

  it('fetches once, however many ask, and one who leaves does not end it for the others', async () => {
    const cache = start();
    const abort = new AbortController();
    const leaving = cache.fetch('https://cdn.example/a.mp4', abort.signal);
    const staying = [cache.fetch('https://cdn.example/a.mp4'), cache.fetch('https://cdn.example/a.mp4#t=1')];
    abort.abort();
    expect(await leaving).toEqual(err('cancelled'));
    expect((await Promise.all(staying)).every(({ ok: good }) => good)).toBe(true);
    expect(downloads).toHaveLength(1);
    expect(await cache.fetch('https://cdn.example/a.mp4', abort.signal)).toEqual(err('cancelled'));
  });

  it('finds what was fetched, and fetches nothing to find it', async () => {
    expect(await start().find('https://cdn.example/a.mp4')).toBeNull();
    const path = await pathOf(start(), 'https://cdn.example/a.mp4?Signature=1');
    expect(await start().find('https://cdn.example/a.mp4?Signature=2')).toBe(path);
    expect(await start().find('nonsense')).toBeNull();
    expect(downloads).toHaveLength(1);
  });

  it('is cleared of what nobody has used lately; what shares a content with that stays whole', async () => {
    const cache = start();
    await pathOf(cache, 'https://cdn.example/old.mp4');
    await pathOf(cache, 'https://cdn.example/same/old.mp4');
    await clock.advance(3_600_000);
    const used = await pathOf(cache, 'https://cdn.example/same/new.mp4');
    expect(await cache.clear(clock.now() - 60_000)).toBe(10);
    expect(await clips()).toEqual([expect.stringMatching(/\.mp4$/)]);
    expect(await cache.find('https://cdn.example/same/new.mp4')).toBe(used);
    expect(await start().find('https://cdn.example/old.mp4')).toBeNull();
    expect(await cache.clear(clock.now() - 60_000)).toBe(0);
    await pathOf(cache, 'https://cdn.example/old.mp4');
    expect(downloads).toHaveLength(4);
  });

  it('does not take what this computer serves in another run for the same clip', async () => {
    const cache = start();
    await pathOf(cache, 'http://127.0.0.1:5000/a.mp4');
    await pathOf(cache, 'http://127.0.0.1:5000/a.mp4');
    await pathOf(start(), 'http://127.0.0.1:5000/a.mp4');
    expect(downloads).toHaveLength(2);
  });

  it.each(['http://cdn.example/a.mp4', 'file:///etc/passwd', 'https://me:secret@cdn.example/a', 'nonsense'])(
    'asks nobody for %s',
    async (url) => {
      expect(await start().fetch(url)).toEqual(err('unsafe-address'));
      expect(downloads).toEqual([]);
    },
  );

  it('leaves nothing of a failed download, and tries again when asked again', async () => {
    const cache = start();
    expect(await cache.fetch('https://cdn.example/broken.mp4')).toEqual(err('not-fetched'));
    expect(await clips()).toEqual([]);
    await cache.fetch('https://cdn.example/broken.mp4');
    expect(downloads).toHaveLength(2);
  });

  it('says where the disk is the reason', async () => {
    expect(await start().fetch('https://cdn.example/full.mp4')).toEqual(err('not-written'));
    expect(await clips()).toEqual([]);
  });

  it('puts out what was not used for the longest time, never what came last', async () => {
    const cache = start(30);
    for (const name of ['a', 'b', 'c']) {
      await pathOf(cache, `https://cdn.example/${name}.mp4`);
      await clock.advance(60_000);
    }
    await pathOf(cache, 'https://cdn.example/a.mp4');
    await clock.advance(60_000);
    await pathOf(cache, 'https://cdn.example/d.mp4');
    expect(await clips()).toHaveLength(3);
    const before = downloads.length;
    for (const name of ['a', 'c', 'd']) await pathOf(cache, `https://cdn.example/${name}.mp4`);
    expect(downloads).toHaveLength(before);
    await pathOf(cache, 'https://cdn.example/b.mp4');
    expect(downloads).toHaveLength(before + 1);
    const tiny = start(1);
    expect((await readFile(await pathOf(tiny, 'https://cdn.example/e.mp4'))).length).toBe(10);
    expect(await clips()).toHaveLength(1);
  });

  it('keeps one file for two addresses of the same content until neither needs it', async () => {
    const cache = start(20);
    const one = await pathOf(cache, 'https://cdn.example/same/1.mp4');
    await clock.advance(1);
    expect(await pathOf(cache, 'https://cdn.example/same/2.mp4')).toBe(one);
    await clock.advance(1);
    await pathOf(cache, 'https://cdn.example/x.mp4');
    expect(await pathOf(cache, 'https://cdn.example/same/1.mp4')).toBe(one);
    expect(downloads).toHaveLength(3);
  });

  it('gets over a broken index, leftovers, and a clip that was changed or removed', async () => {
    const path = await pathOf(start(), 'https://cdn.example/a.mp4');
    await writeFile(path, 'cut');
    expect((await readFile(await pathOf(start(), 'https://cdn.example/a.mp4'))).length).toBe(10);
    await rm(path);
    await pathOf(start(), 'https://cdn.example/a.mp4');
    await writeFile(join(dir, 'left.part'), 'x');
    await writeFile(join(dir, 'index.json'), '{"version":1,"entries":{"k":{"file":"../../etc/passwd"}}}');
    await pathOf(start(), 'https://cdn.example/b.mp4');
    expect(await clips()).toHaveLength(1);
    expect(downloads).toHaveLength(4);
  });

  it('says so when the folder cannot be written', async () => {
    await writeFile(dir, 'a file is in the way');
    const cache = createMediaCache({ dir, clock, maxBytes: 1, download: () => Promise.resolve(ok(null)) });
    expect(await cache.fetch('https://cdn.example/a.mp4')).toEqual(err('not-written'));
  });

  it('breaks downloads off when the app ends', async () => {
    const cache = createMediaCache({
      dir,
      clock,
      maxBytes: 1000,
      download: async (_url, toFile, signal) => {
        await writeFile(toFile, 'half');
        await clock.wait(1e9, signal);
        return err({ kind: 'cancelled' });
      },
    });
    const waiting = cache.fetch('https://cdn.example/a.mp4');
    await cache.close();
    expect(await waiting).toEqual(err('cancelled'));
    expect(await clips()).toEqual([]);
    expect(await cache.fetch('https://cdn.example/a.mp4')).toEqual(err('cancelled'));
  });
});
