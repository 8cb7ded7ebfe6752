import * as fs from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createExportFiles } from '../../../../src/main/exports/files.ts';

vi.mock('node:fs/promises', async (original) => {
  const real = await original<typeof fs>();
  return { ...real, link: vi.fn(real.link), rename: vi.fn(real.rename), unlink: vi.fn(real.unlink) };
});
vi.mock('../../../../src/main/clock.ts', () => ({ systemClock: { wait: () => Promise.resolve() } }));

const files = createExportFiles(
  () => Promise.resolve({ kind: 'unreadable' }),
  () => Promise.resolve(),
);
const failure = (code: string) => Object.assign(new Error(code), { code });

let dir: string;
let part: string;
let target: string;
beforeEach(async () => {
  dir = await fs.mkdtemp(join(tmpdir(), 'rushes 导出 '));
  [part, target] = [join(dir, 'a.part'), join(dir, 'a.mp4')];
  await fs.writeFile(part, 'new');
});
afterEach(async () => {
  vi.resetAllMocks();
  await fs.rm(dir, { recursive: true });
});

it.each(['EISDIR', 'EPERM', 'ENOTSUP', 'EACCES', 'EINVAL', 'UNKNOWN'])(
  'takes the way by rename where a disk says %s to a link, but never over a file',
  async (code) => {
    vi.mocked(fs.link).mockRejectedValue(failure(code));
    expect(await files.place(part, target, false)).toEqual({ ok: true, value: 'placed' });
    expect(await fs.readdir(dir)).toEqual(['a.mp4']);
    await fs.writeFile(part, 'newer');
    expect(await files.place(part, target, false)).toEqual({ ok: true, value: 'taken' });
    expect(await fs.readFile(target, 'utf8')).toBe('new');
  },
);

it.each([
  ['ENOENT', { kind: 'folder-gone' }],
  ['ENOSPC', { kind: 'disk-full' }],
  ['EXDEV', { kind: 'elsewhere' }],
])('takes no other way after %s', async (code, error) => {
  vi.mocked(fs.link).mockRejectedValue(failure(code));
  expect(await files.place(part, target, false)).toEqual({ ok: false, error });
  expect(fs.rename).not.toHaveBeenCalled();
});

it('waits for a scanner that holds the fresh file, whatever it holds it from', async () => {
  await fs.writeFile(target, 'old');
  vi.mocked(fs.rename).mockRejectedValueOnce(failure('EBUSY')).mockRejectedValueOnce(failure('EPERM'));
  expect(await files.place(part, target, true)).toEqual({ ok: true, value: 'placed' });
  expect(await fs.readFile(target, 'utf8')).toBe('new');
  await fs.writeFile(part, 'newer');
  vi.mocked(fs.unlink).mockRejectedValueOnce(failure('EACCES'));
  expect(await files.place(part, join(dir, 'b.mp4'), false)).toEqual({ ok: true, value: 'placed' });
  expect((await fs.readdir(dir)).toSorted()).toEqual(['a.mp4', 'b.mp4']);
});

it.each(['EBUSY', 'EPERM', 'EACCES'])('says of a file that stays held that it is in use: %s', async (code) => {
  vi.mocked(fs.rename).mockRejectedValue(failure(code));
  expect(await files.place(part, target, true)).toEqual({ ok: false, error: { kind: 'file-in-use' } });
  expect(await files.move(part, target)).toEqual({ ok: false, error: { kind: 'file-in-use' } });
});
