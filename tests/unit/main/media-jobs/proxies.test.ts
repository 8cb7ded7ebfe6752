import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createProxies } from '../../../../src/main/media-jobs/proxies.ts';
import { createRenditions } from '../../../../src/main/media/renditions.ts';
import { createFakeClock } from '../../../support/fake-clock.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes proxies '));
  for (const name of ['a', 'b']) await writeFile(join(dir, name), name);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** Real files, and an encoder that ends when it is told, or broken off. */
function createRig() {
  const clock = createFakeClock();
  const state = { busy: false, wantsMore: true };
  const begun: string[] = [];
  let finish: (made: boolean) => void = () => undefined;
  const proxies = createProxies({
    renditions: createRenditions({ dir: join(dir, 'proxies'), clock, maxBytes: 1000 }),
    pathOf: (mediaId) => Promise.resolve(mediaId === 'gone' ? null : join(dir, mediaId)),
    encode: async (sourcePath, resultPath, signal) => {
      begun.push(sourcePath.slice(dir.length + 1));
      const made = await new Promise<boolean>((resolve) => {
        finish = resolve;
        signal.addEventListener('abort', () => resolve(false));
      });
      if (made) await writeFile(resultPath, 'proxy');
      return made;
    },
    isBusy: () => state.busy,
    wantsMore: () => state.wantsMore,
    clock,
    timings: { proxyIdleMs: 10_000 },
  });
  const until = async (count: number): Promise<void> => {
    await expect
      .poll(async () => {
        await clock.advance(10_000);
        return begun;
      })
      .toHaveLength(count);
  };
  return { clock, state, begun, proxies, until, finish: (made: boolean) => finish(made) };
}

describe('making proxies', () => {
  it('goes one after the other, and tells what is there', async () => {
    const { proxies, begun, until, finish } = createRig();
    expect(await proxies.want(['a', 'b'], false)).toEqual({ ready: [], pending: ['a', 'b'] });
    await until(1);
    finish(true);
    await until(2);
    finish(false);
    await expect.poll(() => proxies.want(['a', 'b'], false)).toEqual({ ready: ['a'], pending: [] });
    expect(begun).toEqual(['a', 'b']);
    proxies.close();
  });

  it('waits while something else goes on or the video plays, and is broken off by either', async () => {
    const { proxies, begun, state, clock, until } = createRig();
    state.busy = true;
    await proxies.want(['a'], false);
    await clock.advance(60_000);
    expect(begun).toEqual([]);
    state.busy = false;
    await until(1);
    state.busy = true;
    await clock.advance(1_000);
    state.busy = false;
    await until(2);
    await proxies.want(['a'], true);
    await clock.advance(4_000);
    await clock.advance(0);
    expect(begun).toHaveLength(2);
    await until(3);
    proxies.close();
  });

  it('makes none where the user wants none; those that are there still play', async () => {
    const { state, begun, proxies, until, finish, clock } = createRig();
    await proxies.want(['a'], false);
    await until(1);
    finish(true);
    await expect.poll(async () => (await proxies.want(['a'], false)).ready).toEqual(['a']);
    state.wantsMore = false;
    expect(await proxies.want(['a', 'b'], false)).toEqual({ ready: ['a'], pending: [] });
    await clock.advance(30_000);
    expect(begun).toEqual(['a']);
  });

  it('gives up a film that is gone', async () => {
    const { proxies, clock } = createRig();
    expect(await proxies.want(['gone'], false)).toEqual({ ready: [], pending: ['gone'] });
    await expect
      .poll(async () => {
        await clock.advance(10_000);
        return proxies.want(['gone'], false);
      })
      .toEqual({ ready: [], pending: [] });
    proxies.close();
  });
});
