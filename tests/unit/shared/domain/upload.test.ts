import { describe, expect, it } from 'vitest';
import { maxUploadBytes, uploadFormats, uploadKind } from '../../../../src/shared/domain/upload.ts';

describe('uploadKind', () => {
  it('knows the thirteen formats of the wire contract', () => {
    expect(Object.keys(uploadFormats).sort()).toEqual(
      'mp4 mov avi webm mkv jpg png gif webp mp3 wav m4a aac'.split(' ').sort(),
    );
  });

  it.each([
    ['clip.mp4', 'video'],
    ['CLIP.MOV', 'video'],
    ['我的 视频.final.webm', 'video'],
    ['photo.jpg', 'image'],
    ['photo.JPEG', 'image'],
    ['song.m4a', 'audio'],
    ['notes.txt', null],
    ['mp4', null],
    ['clip.mp4.exe', null],
    ['clip.', null],
    ['', null],
    ['trick.constructor', null],
    ['trick.__proto__', null],
  ])('takes %j for %j', (name, kind) => {
    expect(uploadKind(name)).toBe(kind);
  });

  it('allows 500 MiB', () => {
    expect(maxUploadBytes).toBe(524_288_000);
  });
});
