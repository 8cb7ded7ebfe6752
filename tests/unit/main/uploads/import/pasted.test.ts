import { mkdtemp, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPasted, mostPastedBytes } from '../../../../../src/main/uploads/import/pasted.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes pasted '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const now = () => new Date(2026, 10, 2, 9, 5, 7).getTime();

describe('pictures out of the clipboard', () => {
  it('get names of their own', async () => {
    const pasted = createPasted({
      dir: join(dir, 'p'),
      nameFor: (when) => `Pasted ${when}`,
      now,
      isNeeded: () => true,
    });
    const paths = [
      await pasted.save(Buffer.from('one'), 'image/png'),
      await pasted.save(Buffer.from('two'), 'image/png'),
      await pasted.save(Buffer.from('three'), 'image/jpeg'),
    ];
    expect(paths.map((path) => basename(path ?? ''))).toEqual([
      'Pasted 2026-11-02 09.05.07.png',
      'Pasted 2026-11-02 09.05.07 (2).png',
      'Pasted 2026-11-02 09.05.07.jpg',
    ]);
    expect(await readFile(paths[1] ?? '', 'utf8')).toBe('two');
  });

  it('are deleted once nobody needs them, and nothing else is', async () => {
    const needed = new Set<string>();
    const pasted = createPasted({
      dir: join(dir, 'p'),
      nameFor: (when) => when,
      now,
      isNeeded: (path) => needed.has(path),
    });
    const kept = await pasted.save(Buffer.from('one'), 'image/png');
    needed.add(kept ?? '');
    await pasted.save(Buffer.from('two'), 'image/png');
    await writeFile(join(dir, 'elsewhere.png'), 'mine');
    await pasted.forget(join(dir, 'elsewhere.png'));
    await pasted.sweep();
    expect(await readdir(join(dir, 'p'))).toEqual([basename(kept ?? '')]);
    expect(await readdir(dir)).toContain('elsewhere.png');
  });

  it('take no more room together than they may', async () => {
    const needed = new Set<string | null>();
    const pasted = createPasted({ dir, nameFor: (when) => when, now, isNeeded: (path) => needed.has(path) });
    const first = await pasted.save(Buffer.from('one'), 'image/png');
    await truncate(first ?? '', mostPastedBytes - 2);
    expect(await pasted.save(Buffer.from('two'), 'image/png')).toBeNull();
    expect(await pasted.save(Buffer.from('2'), 'image/png')).not.toBeNull();
    expect(await readdir(dir)).toHaveLength(2);
    await pasted.forget(first ?? '');
    expect(await pasted.save(Buffer.from('two'), 'image/png')).not.toBeNull();
  });
});
