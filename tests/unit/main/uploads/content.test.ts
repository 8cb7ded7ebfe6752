import { describe, expect, it } from 'vitest';
import { contentOf } from '../../../../src/main/uploads/content.ts';

const bytes = (...parts: readonly (string | number)[]): Uint8Array =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from([part]))));
const ftyp = (brand: string): Uint8Array => bytes(0, 0, 0, 32, `ftyp${brand}`, '\0\0\0\0');

describe('what a file is by its first bytes', () => {
  it.each([
    ['mp4', ftyp('isom'), 'mp4', ['video', 'audio']],
    ['an iTunes film', ftyp('M4V '), 'mp4', ['video', 'audio']],
    ['sound in an mp4', ftyp('M4A '), 'm4a', ['video', 'audio']],
    ['mov', ftyp('qt  '), 'mov', ['video', 'audio']],
    ['old mov', bytes(0, 0, 0, 8, 'wide', 0, 0, 0, 0, 'mdat'), 'mov', ['video', 'audio']],
    ['avi', bytes('RIFF', 1, 2, 3, 4, 'AVI LIST'), 'avi', ['video']],
    ['wav', bytes('RIFF', 1, 2, 3, 4, 'WAVEfmt '), 'wav', ['audio']],
    ['webp', bytes('RIFF', 1, 2, 3, 4, 'WEBPVP8 '), 'webp', ['image']],
    ['jpg', bytes(0xff, 0xd8, 0xff, 0xe0), 'jpg', ['image']],
    ['gif', bytes('GIF89a'), 'gif', ['image']],
    ['mp3 with a tag', bytes('ID3', 4, 0, 0, 0x7f, 0x7f, 0x7f, 0x7f), 'mp3', ['audio']],
    ['bare mp3', bytes(0xff, 0xfb, 0x90, 0x00, 0, 0, 0, 0), 'mp3', ['audio']],
    ['aac', bytes(0xff, 0xf1, 0x50, 0x80, 0, 0, 0, 0), 'aac', ['audio']],
  ])('%s is taken', async (_name, head, accepted, kinds) => {
    expect(await contentOf(head)).toMatchObject({ accepted, kinds, convertible: false });
  });

  it.each([
    ['heic', ftyp('heic'), 'heic', 'image'],
    ['avif', ftyp('avif'), 'avif', 'image'],
    ['bmp', bytes('BM', 1, 2, 3, 4, 0, 0, 0, 0), 'bmp', 'image'],
    ['tiff', bytes('II*\0', 0, 0, 1, 0), 'tif', 'image'],
    ['tiff of a large computer', bytes('MM\0*', 0, 1, 0, 0), 'tif', 'image'],
    ['3gp', ftyp('3gp5'), '3gp', 'video'],
    ['flac', bytes('fLaC', 0, 0, 0, 34), 'flac', 'audio'],
  ])('%s may be converted', async (_name, head, format, kind) => {
    expect(await contentOf(head)).toEqual({ format, accepted: null, kinds: [kind], convertible: true });
  });

  it.each([
    ['text', bytes('hello, this is no film')],
    ['a web page', bytes('<!doctype html>')],
    ['zeros', new Uint8Array(64)],
    ['nothing', new Uint8Array()],
  ])('%s is nothing known', async (_name, head) => {
    expect(await contentOf(head)).toBeNull();
  });

  it('text in UTF-16 is never of use, whatever its first bytes look like', async () => {
    expect(await contentOf(bytes(0xff, 0xfe, 'h', 0, 'i', 0))).toMatchObject({ accepted: null, convertible: false });
  });

  it('an archive is known, and of no use', async () => {
    expect(await contentOf(bytes('PK', 3, 4, 'and so on'))).toMatchObject({
      accepted: null,
      convertible: false,
      kinds: [],
    });
  });
});
