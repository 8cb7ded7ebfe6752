import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { refusalOf } from '../../../src/main/desktop/saved-file-refusal.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rushes-gate-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const put = (name: string): string => {
  const path = join(folder, name);
  writeFileSync(path, 'x');
  return path;
};

describe('refusalOf', () => {
  it('lets a video through that is there', () => {
    expect(refusalOf(put('海 sea.mp4'))).toBeNull();
    expect(refusalOf(put('SEA.MP4'))).toBeNull();
    expect(refusalOf(put('sea.webm'))).toBeNull();
  });

  it('says when it is gone, or is no file', () => {
    expect(refusalOf(join(folder, 'gone.mp4'))).toEqual({ code: 'file-gone' });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'loose.mp4'));
    expect(refusalOf(join(folder, 'loose.mp4'))).toEqual({ code: 'file-gone' });
    symlinkSync(folder, join(folder, 'folder.mp4'));
    expect(refusalOf(join(folder, 'folder.mp4'))).toEqual({ code: 'file-gone' });
  });

  it('lets nothing else out, though it is there', () => {
    for (const name of ['run.sh', 'sea.mp4.desktop', 'sea.exe', 'mp4', 'sea.'])
      expect(refusalOf(put(name))).toEqual({ code: 'not-found' });
    expect(refusalOf(relative(process.cwd(), put('sea.mp4')))).toEqual({ code: 'not-found' });
  });
});
