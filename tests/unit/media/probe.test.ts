import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { plays, probe } from '../../../src/main/media/probe.ts';
import { err } from '../../../src/shared/result.ts';

const samples = join(import.meta.dirname, '../../../resources/samples');
const city = join(samples, 'city.mp4');
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes probe 试 '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const written = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(dir, name), content);
  return join(dir, name);
};

describe('a probe', () => {
  it('tells what a video holds', async () => {
    const found = await probe(city);
    expect(found).toMatchObject({ ok: true, value: { width: 640, height: 360, hasVideo: true, hasAudio: true } });
    expect(found.ok && Math.abs(found.value.durationMs - 10_000)).toBeLessThan(100);
  });

  it('knows sound without pictures', async () => {
    const found = await probe(join(samples, 'music.m4a'));
    expect(found).toMatchObject({ ok: true, value: { width: 0, height: 0, hasVideo: false, hasAudio: true } });
  });

  it('finds a video that was cut off, wherever', async () => {
    const whole = await readFile(city);
    expect(await plays(await written('whole.mp4', whole))).toBe(true);
    for (const share of [0, 0.01, 0.2, 0.5, 0.9, 0.98]) {
      const cut = await written('cut.mp4', whole.subarray(0, Math.floor(whole.length * share)));
      expect([share, await plays(cut)]).toEqual([share, false]);
    }
  });

  it('is not taken in by other things', async () => {
    expect(await probe(await written('page.mp4', '<!doctype html><h1>Expired</h1>'))).toEqual(err('unplayable'));
    expect(await probe(await written('noise.mp4', new Uint8Array(5000).fill(7)))).toEqual(err('unplayable'));
    expect(await probe(join(dir, 'none.mp4'))).toEqual(err('unplayable'));
    expect(await probe(dir)).toEqual(err('unplayable'));
  });
});
