import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, open, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFile } from '../../../../src/main/uploads/file-check.ts';
import { maxUploadBytes } from '../../../../src/shared/domain/upload.ts';
import { err, ok } from '../../../../src/shared/result.ts';

const mp4Head = Buffer.from('\0\0\0\x20ftypisom\0\0\0\0', 'latin1');
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes 上传 '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const put = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(dir, name), content);
  return join(dir, name);
};
/** Takes no room on the disk. */
const putSparse = async (name: string, bytes: number): Promise<string> => {
  const file = await open(join(dir, name), 'w');
  await file.write(mp4Head);
  await file.truncate(bytes);
  await file.close();
  return join(dir, name);
};

describe('a file that is to be sent', () => {
  it('is taken by name, size and content', async () => {
    const path = await put('雨 café.MP4', mp4Head);
    expect(await checkFile(path)).toEqual(ok({ name: '雨 café.MP4', bytes: mp4Head.length, kind: 'video' }));
    expect(await checkFile(await put('a.jpeg', Buffer.from([0xff, 0xd8, 0xff, 0xe0])))).toMatchObject({ ok: true });
    expect(await checkFile(await put('a.m4a', mp4Head))).toMatchObject({ ok: true, value: { kind: 'audio' } });
    await symlink(path, join(dir, 'link.mp4'));
    expect(await checkFile(join(dir, 'link.mp4'))).toMatchObject({ ok: true });
  });

  it('may be as large as the cloud takes, and not a byte larger', async () => {
    expect(await checkFile(await putSparse('most.mp4', maxUploadBytes))).toMatchObject({ ok: true });
    expect(await checkFile(await putSparse('more.mp4', maxUploadBytes + 1))).toEqual(
      err({
        code: 'file-too-large',
        params: { name: 'more.mp4', bytes: maxUploadBytes + 1, maxBytes: maxUploadBytes },
      }),
    );
  });

  it.each([
    ['notes.txt', 'text', 'unsupported-file'],
    ['renamed.mp4', 'only text', 'unsupported-file'],
    ['picture.mp3', Buffer.from([0xff, 0xd8, 0xff, 0xe0]), 'unsupported-file'],
    ['mp4', mp4Head, 'unsupported-file'],
    ['empty.mov', '', 'file-empty'],
  ])('%s is refused', async (name, content, code) => {
    expect(await checkFile(await put(name, content))).toEqual(err({ code, params: { name } }));
  });

  it('has to be there', async () => {
    expect(await checkFile(join(dir, 'gone.mp4'))).toEqual(
      err({ code: 'file-unreadable', params: { name: 'gone.mp4' } }),
    );
  });

  it('is a file, and not a folder', async () => {
    await mkdir(join(dir, 'folder.mp4'));
    expect(await checkFile(join(dir, 'folder.mp4'))).toMatchObject({ error: { code: 'file-special' } });
  });

  it.skipIf(process.platform === 'win32')('is not waited for where it is a pipe', async () => {
    execFileSync('mkfifo', [join(dir, 'pipe.mp4')]);
    expect(await checkFile(join(dir, 'pipe.mp4'))).toMatchObject({ error: { code: 'file-special' } });
  });
});
