import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createChooseTarget } from '../../../../src/main/exports/exports.ts';
import { partPath } from '../../../../src/main/exports/download.ts';

const now = new Date(2026, 0, 2).getTime();
const film = { name: 'Sea', count: 4, saveAs: false };
let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes 导出 '));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

function choose(request: typeof film, pattern = '{project} {n}', reserved: readonly string[] = []) {
  const asked: string[] = [];
  const chosen = createChooseTarget({
    place: () => ({ folder, pattern }),
    chooseTarget: (name) => {
      asked.push(name);
      return Promise.resolve(name === '.mp4' ? null : join(folder, 'asked.mp4'));
    },
    reserved: () => new Set(reserved),
    now: () => now,
  })(request);
  return chosen.then((target) => ({ target, asked }));
}

describe('the place of an export', () => {
  it('is a free name in the folder that the user has set', async () => {
    expect(await choose(film)).toEqual({ target: { path: join(folder, 'Sea 5.mp4'), replaces: false }, asked: [] });
    expect((await choose(film, '{date}')).target?.path).toBe(join(folder, '2026-01-02.mp4'));
  });

  it('leaves files alone, and names that are about to be files', async () => {
    await writeFile(join(folder, 'Sea 5.mp4'), '');
    await mkdir(join(folder, 'Sea 5 (2).mp4'));
    const { target } = await choose(film, '{project} {n}', [join(folder, 'Sea 5 (3).mp4')]);
    expect(target?.path).toBe(join(folder, 'Sea 5 (4).mp4'));
  });

  it('is asked for when the user wants another one, and when the folder is not there', async () => {
    const asked = { target: { path: join(folder, 'asked.mp4'), replaces: false }, asked: ['Sea.mp4'] };
    expect(await choose({ ...film, saveAs: true })).toEqual(asked);
    await writeFile(join(folder, 'asked.mp4'), '');
    expect((await choose({ ...film, saveAs: true })).target?.replaces).toBe(true);
    await rm(folder, { recursive: true });
    expect(await choose(film)).toEqual(asked);
  });
});

describe('the file that grows', () => {
  it('is hidden beside its target, under a name that no other file has', () => {
    expect(partPath('/videos/雨.mp4', '0b6ff8a0-6f8e')).toBe('/videos/.雨.mp4.0b6ff8a0.part');
  });

  it('has a short name, cut between characters', () => {
    const path = partPath(`/videos/${'海'.repeat(83)}.mp4`, '0b6ff8a0-6f8e');
    expect(path).toBe(`/videos/.${'海'.repeat(33)}.0b6ff8a0.part`);
  });
});
