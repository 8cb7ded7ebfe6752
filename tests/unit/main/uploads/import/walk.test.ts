import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type FoundFile, type Skip, walk } from '../../../../../src/main/uploads/import/walk.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes walk 走 '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const put = async (...names: readonly string[]): Promise<void> => {
  for (const name of names) {
    await mkdir(dirname(join(dir, name)), { recursive: true });
    await writeFile(join(dir, name), name);
  }
};

async function found(paths: readonly string[], most = Infinity) {
  const files: FoundFile[] = [];
  const skips: Skip[] = [];
  await walk(paths, {
    signal: new AbortController().signal,
    onFiles: (more) => {
      files.push(...more);
      return files.length >= most ? 'enough' : 'more';
    },
    onSkip: (skip) => skips.push(skip),
  });
  return { names: files.map(({ folder, name }) => `${folder}/${name}`), skips, files };
}

describe('a walk', () => {
  it('gives the files of a folder as people sort them, then those of the folders below', async () => {
    await put('a/clip 10.mp4', 'a/clip 9.mp4', 'a/b 乙/x.png', 'a/b 乙/c/y.png', 'a/Z.mp4', 'single.mov');
    const { names, files } = await found([join(dir, 'a'), join(dir, 'single.mov')]);
    expect(names).toEqual([
      '/single.mov',
      'a/clip 9.mp4',
      'a/clip 10.mp4',
      'a/Z.mp4',
      'a/b 乙/x.png',
      'a/b 乙/c/y.png',
    ]);
    expect(files[0]).toEqual({ path: join(dir, 'single.mov'), name: 'single.mov', folder: '', bytes: 10 });
  });

  it('passes hidden things over, unless they were given themselves', async () => {
    await put('a/.hidden.mp4', 'a/.git/x.mp4', 'a/Thumbs.db', 'a/seen.mp4', '.mine.mp4');
    const { names, skips } = await found([join(dir, 'a'), join(dir, '.mine.mp4')]);
    expect(names).toEqual(['/.mine.mp4', 'a/seen.mp4']);
    expect(skips).toEqual(['hidden', 'hidden', 'hidden']);
  });

  it('walks a folder once, however many links lead to it', async () => {
    await put('a/x.mp4', 'a/b/y.mp4');
    await symlink(join(dir, 'a'), join(dir, 'a/b/up'));
    await symlink(join(dir, 'a/b/loop'), join(dir, 'a/b/loop'));
    await symlink(join(dir, 'a/x.mp4'), join(dir, 'a/z.mp4'));
    const { names, skips } = await found([join(dir, 'a')]);
    expect(names).toEqual(['a/x.mp4', 'a/z.mp4', 'a/b/y.mp4']);
    expect(skips).toEqual(['unreadable']);
  });

  it.skipIf(process.platform === 'win32')('never waits for a pipe', async () => {
    await put('a/x.mp4');
    execFileSync('mkfifo', [join(dir, 'a/pipe.mp4')]);
    const { names, skips } = await found([join(dir, 'a')]);
    expect(names).toEqual(['a/x.mp4']);
    expect(skips).toEqual(['special']);
  });

  it('ends where a folder is too deep', async () => {
    await put(`${'d/'.repeat(40)}deep.mp4`, 'd/shallow.mp4');
    const { names, skips } = await found([join(dir, 'd')]);
    expect(names).toEqual(['d/shallow.mp4']);
    expect(skips).toEqual(['unreadable']);
  });

  it('stops when there are enough', async () => {
    await put('a/1.mp4', 'a/b/2.mp4', 'a/b/c/3.mp4');
    expect((await found([join(dir, 'a')], 2)).names).toEqual(['a/1.mp4', 'a/b/2.mp4']);
  });

  it('counts what is gone', async () => {
    expect(await found([join(dir, 'gone')])).toEqual({ names: [], skips: ['unreadable'], files: [] });
  });
});
