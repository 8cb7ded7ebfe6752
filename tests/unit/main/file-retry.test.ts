import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { retryInUse, retryInUseSync } from '../../../src/main/file-retry.ts';

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
