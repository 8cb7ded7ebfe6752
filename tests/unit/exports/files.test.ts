import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createExportFiles } from '../../../src/main/exports/files.ts';

const files = createExportFiles(() => Promise.resolve(true));
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes 导出 '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

describe('the delivery on a real disk', () => {
  it('puts the part in the place of the target, byte for byte', async () => {
    const [part, target] = [join(dir, '视频.mp4.part'), join(dir, '视频.mp4')];
    await writeFile(part, 'new');
    await writeFile(target, 'chosen to be replaced');
    expect(await files.deliver(part, target)).toEqual({ ok: true, value: null });
    expect(await readdir(dir)).toEqual(['视频.mp4']);
    expect(await readFile(target, 'utf8')).toBe('new');
  });

  it('says that the folder refuses the file', async () => {
    const [part, target] = [join(dir, 'a.part'), join(dir, 'a')];
    await writeFile(part, 'new');
    await mkdir(target);
    await writeFile(join(target, 'inside'), '');
    expect(await files.deliver(part, target)).toEqual({ ok: false, error: { code: 'folder-read-only' } });
    expect(await files.deliver(join(dir, 'gone.part'), join(dir, 'b'))).toMatchObject({ ok: false });
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
