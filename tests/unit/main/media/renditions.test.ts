import { mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createRenditions } from '../../../../src/main/media/renditions.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes proxies '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function filmOf(name: string): Promise<string> {
  const path = join(dir, name);
  await writeFile(path, name);
  return path;
}
const writes = (bytes: number) => async (toFile: string) => {
  await writeFile(toFile, Buffer.alloc(bytes));
  return true;
};

describe('the proxies of films', () => {
  const clock = createFakeClock();
  const create = (maxBytes = 100) => createRenditions({ dir: join(dir, 'proxies'), clock, maxBytes });

  it('are kept until the film is another one', async () => {
    const film = await filmOf('a.mp4');
    expect(await create().find(film)).toBeNull();
    expect(await create().make(film, writes(10))).toBe(true);
    expect(await create().find(film)).toMatch(/\.mp4$/);
    await utimes(film, 1, 1);
    expect(await create().find(film)).toBeNull();
    await rm(film);
    expect(await create().make(film, writes(10))).toBe(false);
  });

  it('are cleared, but for those that were used lately', async () => {
    const renditions = create();
    const [old, used] = [await filmOf('old.mp4'), await filmOf('used.mp4')];
    await renditions.make(old, writes(10));
    await renditions.make(used, writes(20));
    for (const name of await readdir(join(dir, 'proxies'))) await utimes(join(dir, 'proxies', name), 1, 1);
    await renditions.find(used);
    expect(await renditions.clear(clock.now() - 60_000)).toBe(10);
    expect(await renditions.find(old)).toBeNull();
    expect(await renditions.find(used)).not.toBeNull();
  });

  it('are not kept where they are not whole, or the film changed meanwhile', async () => {
    const film = await filmOf('a.mp4');
    const renditions = create();
    expect(
      await renditions.make(film, async (toFile) => {
        await writeFile(toFile, 'half');
        return false;
      }),
    ).toBe(false);
    expect(
      await renditions.make(film, async (toFile) => {
        await writeFile(film, 'another film');
        return writes(10)(toFile);
      }),
    ).toBe(false);
    expect(await renditions.make(film, () => Promise.reject(new Error('The disk is full')))).toBe(false);
    expect(await readdir(join(dir, 'proxies'))).toEqual([]);
  });

  it('go when they take too much together, the least recently used one first', async () => {
    const renditions = create();
    const [a, b, c] = [await filmOf('a.mp4'), await filmOf('b.mp4'), await filmOf('c.mp4')];
    await renditions.make(a, writes(40));
    const old = await renditions.find(a);
    await renditions.make(b, writes(40));
    const other = await renditions.find(b);
    if (old !== null) await utimes(old, 2, 2);
    if (other !== null) await utimes(other, 1, 1);
    await writeFile(join(dir, 'proxies', 'broken off.part'), '');
    await renditions.make(c, writes(40));
    expect([await renditions.find(a), await renditions.find(b), await renditions.find(c)].map(Boolean)).toEqual([
      true,
      false,
      true,
    ]);
    expect(await readdir(join(dir, 'proxies'))).toHaveLength(2);
    await renditions.make(b, writes(1000));
    expect(await readdir(join(dir, 'proxies'))).toHaveLength(1);
  });
});
