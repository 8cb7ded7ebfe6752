import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { locked } from '../../../scripts/setup/lock.mjs';
import { temporaryFolder } from './temporary-folder.ts';

describe('the lock', () => {
  it('lets one at a time in', async () => {
    const folder = temporaryFolder();
    const events: string[] = [];
    const enter = (name: string) =>
      locked(
        'thing',
        async () => {
          events.push(`${name} in`);
          await new Promise((resolve) => setImmediate(resolve));
          events.push(`${name} out`);
        },
        { folder },
      );
    await Promise.all([enter('a'), enter('b')]);
    expect(events.map((event) => event.split(' ')[1])).toEqual(['in', 'out', 'in', 'out']);
  });

  it('is given back after a failure', async () => {
    const folder = temporaryFolder();
    await expect(locked('thing', () => Promise.reject(new Error('no')), { folder })).rejects.toThrow('no');
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is taken over from an owner that died', async () => {
    const folder = temporaryFolder();
    const forever = locked('thing', () => new Promise(() => undefined), { folder });
    await new Promise<void>((resolve) => {
      const poll = () => (readdirSync(folder).length > 0 ? resolve() : setImmediate(poll));
      poll();
    });
    const second = await locked('thing', async () => 'in', { folder, isAlive: () => false });
    expect(second).toBe('in');
    void forever;
  });
});
