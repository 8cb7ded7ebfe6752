import { describe, expect, it } from 'vitest';
import { sniffKinds } from '../../../src/main/media/sniff.ts';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))));

describe('what a file may be by its first bytes', () => {
  it.each([
    ['mp4', bytes(0, 0, 0, 32, 'ftypisom'), ['video', 'audio']],
    ['old mov', bytes(0, 0, 0, 8, 'wide', 0, 0, 0, 0, 'mdat'), ['video', 'audio']],
    ['webm', bytes(0x1a, 0x45, 0xdf, 0xa3, 'webm'), ['video']],
    ['avi', bytes('RIFF', 1, 2, 3, 4, 'AVI LIST'), ['video']],
    ['wav', bytes('RIFF', 1, 2, 3, 4, 'WAVEfmt '), ['audio']],
    ['webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '), ['image']],
    ['other riff', bytes('RIFF', 1, 2, 3, 4, 'ACON'), []],
    ['jpg', bytes(0xff, 0xd8, 0xff, 0xe0), ['image']],
    ['png', bytes(0x89, 'PNG\r\n', 0x1a, '\n'), ['image']],
    ['gif', bytes('GIF89a'), ['image']],
    ['mp3 with a tag', bytes('ID3', 4), ['audio']],
    ['bare mp3', bytes(0xff, 0xfb, 0x90, 0x00), ['audio']],
    ['mp3 after zeros', bytes(0, 0, 0, 0, 0, 0xff, 0xfb, 0x90), ['audio']],
    ['aac', bytes(0xff, 0xf1, 0x50, 0x80), ['audio']],
    ['text', bytes('hello, this is no film'), []],
    ['UTF-16 text', bytes(0xff, 0xfe, 'h', 0, 'i', 0), []],
    ['a web page', bytes('<!doctype html>'), []],
    ['zeros', new Uint8Array(64), []],
    ['nothing', new Uint8Array(), []],
  ])('%s', (_name, head, kinds) => {
    expect(sniffKinds(head)).toEqual(kinds);
  });
});
