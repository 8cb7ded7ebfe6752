import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { filesOfStart } from '../../../../src/main/desktop/start-files.ts';

const clip = resolve('/clips/湖 lake.mp4');

describe('what a start is asked to open', () => {
  it('is all that is no switch', () => {
    expect(filesOfStart(['rushes', '--lang=zh-CN', clip, '-x'], '/home/me', true)).toEqual([clip]);
    expect(filesOfStart(['rushes'], '/home/me', true)).toEqual([]);
  });

  it('is not the app itself, where that stands in the arguments', () => {
    expect(filesOfStart(['electron', '--inspect=0', '/the/app', '--rehearse', clip], '/home/me', false)).toEqual([
      clip,
    ]);
  });

  it('may be below the folder it was started in, or an address of a file', () => {
    expect(filesOfStart(['rushes', 'a b.mp4', pathToFileURL(clip).href], resolve('/home/me'), true)).toEqual([
      resolve('/home/me/a b.mp4'),
      clip,
    ]);
  });

  it('is no address of the web', () => {
    expect(filesOfStart(['rushes', 'https://example.com/a.mp4', 'file://%00'], '/home/me', true)).toEqual([]);
  });
});
