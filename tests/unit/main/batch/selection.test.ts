import { mkdir, mkdtemp, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createSelection, isWritable } from '../../../../src/main/batch/selection.ts';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes 批 '));
});
afterEach(() => rm(folder, { recursive: true }));

describe('a batch selection', () => {
  it('tells good files from others, and keeps their paths to itself', async () => {
    const good = join(folder, 'a.png');
    const empty = join(folder, 'empty.png');
    await writeFile(good, png);
    await writeFile(empty, '');
    const selection = createSelection({
      pickFiles: () => Promise.resolve([good, empty]),
      pickFolder: () => Promise.resolve(null),
      saveFolder: () => folder,
      mediaIdOf: (path) => `media of ${path}`,
    });
    const first = await selection.pick();
    expect(first).toEqual({
      files: [{ id: expect.any(String), name: 'a.png', bytes: png.length, kind: 'image', mediaId: `media of ${good}` }],
      refused: [{ name: 'empty.png', failure: expect.objectContaining({ code: 'file-empty' }), large: null }],
    });
    const id = first.files[0]!.id;
    expect((await selection.add([good])).files[0]?.id).toBe(id);
    expect(selection.files(['nobody', id])).toEqual([expect.objectContaining({ id, path: good })]);
  });

  it('names files that can perhaps be made smaller for the workshop', async () => {
    const selection = createSelection({
      pickFiles: () => Promise.resolve([]),
      pickFolder: () => Promise.resolve(null),
      saveFolder: () => folder,
      mediaIdOf: (path) => `media of ${path}`,
    });
    const bytes = 600 * 1024 ** 2;
    const [film, picture] = [join(folder, 'film.mp4'), join(folder, 'picture.png')];
    await writeFile(film, '\0\0\0\x18ftypisom\0\0\0\0isommp42');
    await writeFile(picture, png);
    for (const path of [film, picture]) await truncate(path, bytes);
    expect((await selection.add([film, picture])).refused).toMatchObject([
      { name: 'film.mp4', large: { fileId: `media of ${film}`, bytes } },
      { name: 'picture.png', large: null },
    ]);
  });

  it('takes only a folder that can be written to, and keeps the old one otherwise', async () => {
    const other = join(folder, 'other');
    await mkdir(other);
    const answers = [join(folder, 'gone'), null, other];
    const asked: string[] = [];
    const selection = createSelection({
      pickFiles: () => Promise.resolve([]),
      pickFolder: (from) => {
        asked.push(from);
        return Promise.resolve(answers.shift() ?? null);
      },
      saveFolder: () => folder,
      mediaIdOf: (path) => path,
    });
    expect(await selection.chooseFolder()).toEqual({ ok: false, error: { code: 'folder-read-only' } });
    expect(await selection.chooseFolder()).toEqual({ ok: true, value: null });
    expect(selection.folder()).toBe(folder);
    expect(await selection.chooseFolder()).toEqual({ ok: true, value: other });
    expect([selection.folder(), asked]).toEqual([other, [folder, folder, folder]]);
    expect(await isWritable(other)).toBe(true);
    expect(await readdir(other)).toEqual([]);
  });
});
