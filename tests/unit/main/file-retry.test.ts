import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { mendFolder, retryInUse, retryInUseSync } from '../../../src/main/file-retry.ts';

const failing = (code: string, times: number) => {
  let calls = 0;
  return {
    calls: () => calls,
    run: (): string => {
      calls += 1;
      if (calls <= times) throw Object.assign(new Error(code), { code });
      return 'done';
    },
  };
};

it.each(['EPERM', 'EBUSY', 'EACCES'])('waits for who holds a file, some seconds in all: %s', async (code) => {
  let waited = 0;
  const wait = (ms: number): void => void (waited += ms);
  const soon = failing(code, 4);
  expect(
    await retryInUse(
      async () => soon.run(),
      async (ms) => wait(ms),
    ),
  ).toBe('done');
  const never = failing(code, Infinity);
  await expect(
    retryInUse(
      async () => never.run(),
      async (ms) => wait(ms),
    ),
  ).rejects.toMatchObject({ code });
  expect(waited).toBeGreaterThan(2_000);
  expect(waited).toBeLessThan(8_000);
  expect(retryInUseSync(failing(code, 3).run, wait)).toBe('done');
  expect(() => retryInUseSync(never.run, wait)).toThrow(code);
});

it('does not wait for what no waiting helps', async () => {
  const gone = failing('ENOENT', 1);
  const wait = (): never => {
    throw new Error('It waited');
  };
  await expect(retryInUse(async () => gone.run(), wait)).rejects.toMatchObject({ code: 'ENOENT' });
  expect(gone.calls()).toBe(1);
  expect(() => retryInUseSync(failing('ENOSPC', 1).run, wait)).toThrow('ENOSPC');
});

it('sets aside what is no folder, gives rights back, and leaves all else as it is', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'rushes folders '));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('file'), 'somebody put it here');
  mkdirSync(at('shut'), { mode: 0o500 });
  mkdirSync(at('fine'), { mode: 0o755 });
  symlinkSync(at('a disk that is not there'), at('moved'));
  for (const name of ['file', 'shut', 'fine', 'moved', 'never made']) await mendFolder(at(name), 0);
  expect(readdirSync(folder).toSorted()).toEqual(['file.broken-19700101T000000000Z', 'fine', 'moved', 'shut']);
  // Root may write into any.
  if (process.getuid?.() !== 0) expect(statSync(at('shut')).mode & 0o777).toBe(0o700);
  expect(statSync(at('fine')).mode & 0o777).toBe(0o755);
});

it('is how main renames and removes everything', () => {
  const root = join(import.meta.dirname, '../../../src/main');
  const files = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.ts'));
  const bare = files.filter((name) => {
    const text = readFileSync(join(root, name), 'utf8');
    const names = [...text.matchAll(/import \{([^}]*)\} from 'node:fs(?:\/promises)?'/g)].flatMap(([, list = '']) =>
      list.split(',').map((one) => one.trim()),
    );
    return names.some((one) => /^(rename|rm|unlink|rmdir)(Sync)?$/.test(one));
  });
  expect(bare).toEqual(['file-retry.ts']);
});
