import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkSavedFile } from '../../../../src/main/desktop/saved-file-refusal.ts';
import { done, err } from '../../../../src/shared/result.ts';

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

describe('checkSavedFile', () => {
  it('lets a video through that is there', () => {
    expect(checkSavedFile(put('海 sea.mp4'))).toEqual(done);
    expect(checkSavedFile(put('SEA.MP4'))).toEqual(done);
    expect(checkSavedFile(put('sea.webm'))).toEqual(done);
  });

  it('says when it is gone, or is no file', () => {
    expect(checkSavedFile(join(folder, 'gone.mp4'))).toEqual(err({ code: 'file-gone' }));
    symlinkSync(join(folder, 'nowhere'), join(folder, 'loose.mp4'));
    expect(checkSavedFile(join(folder, 'loose.mp4'))).toEqual(err({ code: 'file-gone' }));
    symlinkSync(folder, join(folder, 'folder.mp4'));
    expect(checkSavedFile(join(folder, 'folder.mp4'))).toEqual(err({ code: 'file-gone' }));
  });

  it('lets nothing else out, though it is there', () => {
    for (const name of ['run.sh', 'sea.mp4.desktop', 'sea.exe', 'mp4', 'sea.'])
      expect(checkSavedFile(put(name))).toEqual(err({ code: 'not-found' }));
    expect(checkSavedFile(relative(process.cwd(), put('sea.mp4')))).toEqual(err({ code: 'not-found' }));
  });
});
