import { link, mkdir, mkdtemp, readdir, readFile, rm, stat, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportFiles } from '../../../../src/main/exports/files.ts';

const files = createExportFiles(
  () => Promise.resolve({ kind: 'unreadable' }),
  () => Promise.resolve(),
);
const placed = { ok: true, value: 'placed' };
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes 导出 '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the delivery on a real disk', () => {
  it('puts the part in the place of the target, byte for byte', async () => {
    const [part, target] = [join(dir, '.视频.mp4.1.part'), join(dir, '视频.mp4')];
    await writeFile(part, 'new');
    await writeFile(target, 'chosen to be replaced');
    expect(await files.place(part, target, true)).toEqual(placed);
    expect(await readdir(dir)).toEqual(['视频.mp4']);
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('never takes the place of a file unasked, be it made in the last moment', async () => {
    const [part, target] = [join(dir, 'a.part'), join(dir, 'a.mp4')];
    await writeFile(part, 'new');
    await writeFile(target, 'somebody’s');
    expect(await files.place(part, target, false)).toEqual({ ok: true, value: 'taken' });
    expect(await readFile(target, 'utf8')).toBe('somebody’s');
    expect(await files.place(part, join(dir, 'a (2).mp4'), false)).toEqual(placed);
    expect((await readdir(dir)).toSorted()).toEqual(['a (2).mp4', 'a.mp4']);
  });

  it('goes on where the app died between the two steps of it', async () => {
    const [part, target] = [join(dir, 'a.part'), join(dir, 'a.mp4')];
    await writeFile(part, 'new');
    await link(part, target);
    expect(await files.place(part, target, false)).toEqual(placed);
    expect(await readdir(dir)).toEqual(['a.mp4']);
  });

  it('says what the folder has against the file', async () => {
    const [part, target] = [join(dir, 'a.part'), join(dir, 'a')];
    await writeFile(part, 'new');
    await mkdir(target);
    await writeFile(join(target, 'inside'), '');
    expect(await files.place(part, target, true)).toMatchObject({ ok: false, error: { kind: 'not-written' } });
    expect(await files.place(part, target, false)).toEqual({ ok: true, value: 'taken' });
    expect(await files.place(part, join(dir, 'gone', 'b'), false)).toEqual({
      ok: false,
      error: { kind: 'folder-gone' },
    });
    expect(await files.folderProblem(join(dir, 'gone', 'b'))).toEqual({ kind: 'folder-gone' });
    expect(await files.folderProblem(join(part, 'b'))).toEqual({ kind: 'folder-gone' });
    expect(await files.folderProblem(join(dir, 'b'))).toBeNull();
  });

  it('moves a part with its time, by which it is known again', async () => {
    const [from, to] = [join(dir, 'a.part'), join(dir, 'b', 'a.part')];
    await mkdir(join(dir, 'b'));
    await writeFile(from, 'new');
    await utimes(from, 1_000, 1_000);
    expect(await files.move(from, to)).toEqual({ ok: true, value: null });
    expect((await stat(to)).mtimeMs).toBe(1_000_000);
    expect(await files.move(from, to)).toEqual({ ok: false, error: { kind: 'folder-gone' } });
  });

  it.skipIf(process.platform !== 'linux')('moves it to another disk', async () => {
    const other = await mkdtemp('/dev/shm/rushes-');
    try {
      const part = join(other, 'a.part');
      await writeFile(part, 'new');
      await utimes(part, 1_000, 1_000);
      expect(await files.place(part, join(dir, 'a.mp4'), false)).toEqual({ ok: false, error: { kind: 'elsewhere' } });
      expect(await files.place(part, join(dir, 'a.mp4'), true)).toEqual({ ok: false, error: { kind: 'elsewhere' } });
      expect(await files.move(part, join(dir, 'a.part'))).toEqual({ ok: true, value: null });
      expect(await readFile(join(dir, 'a.part'), 'utf8')).toBe('new');
      expect((await stat(join(dir, 'a.part'))).mtimeMs).toBe(1_000_000);
      expect(await readdir(other)).toEqual([]);
    } finally {
      await rm(other, { recursive: true });
    }
  });

  it('looks at files only, and removes what may not be there', async () => {
    await writeFile(join(dir, 'a'), '12345');
    expect(await files.look(join(dir, 'a'))).toMatchObject({ bytes: 5 });
    expect(await files.look(dir)).toBeNull();
    expect(await files.look(join(dir, 'none'))).toBeNull();
    await files.remove(join(dir, 'none'));
    await files.remove(join(dir, 'a'));
    expect(await readdir(dir)).toEqual([]);
  });
});
