import { mkdtemp, open, readFile, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkFile, examine } from '../../../../src/main/uploads/file-check.ts';
import { ffmpeg } from '../../../support/clips.ts';
import { maxUploadBytes } from '../../../../src/shared/domain/upload.ts';

let dir = '';
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes examine 查 '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const box = (name: string, body: number): Buffer => {
  const bytes = Buffer.alloc(8 + body);
  bytes.writeUInt32BE(8 + body);
  bytes.write(name, 4, 'latin1');
  if (name === 'ftyp') bytes.write('isom', 8, 'latin1');
  return bytes;
};
const mp4 = Buffer.concat([box('ftyp', 8), box('moov', 20), box('mdat', 40)]);
const png = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), Buffer.alloc(40)]);
const bmp = Buffer.concat([Buffer.from('BM', 'latin1'), Buffer.alloc(60)]);

/** As phones record. */
const film = `-f lavfi -i testsrc2=size=176x144:rate=15:duration=1 -f lavfi -i sine=d=1
  -pix_fmt yuv420p -c:v libx264 -c:a aac`;

const put = async (name: string, content: Uint8Array | string): Promise<string> => {
  await writeFile(join(dir, name), content);
  return join(dir, name);
};

describe('a file that is looked at', () => {
  it.each([
    ['clip.mp4', mp4, 'video'],
    ['clip.mov', mp4, 'video'],
    ['sound.m4a', mp4, 'audio'],
    ['picture.jpg', png, 'image'],
  ])('%s is usable by what is in it', async (name, content, kind) => {
    expect(await examine(await put(name, content))).toEqual({
      verdict: 'usable',
      file: { name, bytes: content.length, kind },
    });
  });

  it.each([
    ['picture.mp4', png, 'picture.png', 'image'],
    ['IMG_2044', mp4, 'IMG_2044.mp4', 'video'],
    ['holiday v1.2 final', mp4, 'holiday v1.2 final.mp4', 'video'],
    ['clip.m4v', mp4, 'clip.mp4', 'video'],
  ])('%s is offered under its true name', async (name, content, trueName, kind) => {
    const path = await put(name, content);
    expect(await examine(path)).toEqual({
      verdict: 'offer',
      name,
      bytes: content.length,
      kind,
      reason: { kind: 'misnamed', name: trueName },
    });
    expect(await checkFile(path, trueName)).toMatchObject({ ok: true, value: { name: trueName, kind } });
  });

  it('of another format is offered for conversion, or refused', async () => {
    expect(await examine(await put('scan.bmp', bmp))).toMatchObject({
      verdict: 'offer',
      kind: 'image',
      reason: { kind: 'convertible', format: 'bmp' },
    });
    expect(await examine(await put('notes.txt', 'words'))).toEqual({
      verdict: 'refused',
      failure: { code: 'unsupported-file', params: { name: 'notes.txt' } },
    });
    expect(await examine(await put('renamed.mp4', 'words'))).toMatchObject({ failure: { code: 'unsupported-file' } });
  });

  it.each(['3gp4', '3gp5', '3gp6', '3g2a', '3gg6', 'mqt ', 'MSNV', 'M4V ', 'isom'])(
    'is what its name says, whatever brand a phone has put into it: %s',
    async (brand) => {
      const bytes = await readFile(await ffmpeg(join(dir, 'made.mp4'), film));
      bytes.write(brand, 8, 'latin1');
      for (const name of ['VID_0001.mp4', 'MOV_0001.MOV'])
        expect(await examine(await put(name, bytes))).toMatchObject({
          verdict: 'usable',
          file: { name, kind: 'video' },
        });
      expect(await examine(await put('Voice 001.m4a', bytes))).toMatchObject({
        verdict: 'usable',
        file: { kind: 'audio' },
      });
      const cut = await put('cut.mp4', bytes.subarray(0, bytes.length - 40));
      expect(await examine(cut)).toMatchObject({ verdict: 'offer', reason: { kind: 'damaged' } });
    },
  );

  it('is 3GP where it is called so, and where it holds what only 3GP has', async () => {
    const named = await ffmpeg(join(dir, 'clip.3gp'), film);
    expect(await examine(named)).toMatchObject({ verdict: 'offer', reason: { kind: 'convertible', format: '3gp' } });
    const old = await ffmpeg(join(dir, 'old.3gp'), '-f lavfi -i testsrc2=size=176x144:rate=15:duration=1 -c:v h263');
    const called = await put('old.mp4', await readFile(old));
    expect(await examine(called)).toMatchObject({ verdict: 'offer', reason: { kind: 'convertible', format: '3gp' } });
  });

  it.each(['wide', 'skip', 'free', 'mdat', 'moov'])('is QuickTime where it begins with %s', async (type) => {
    const first = box(type, type === 'moov' || type === 'mdat' ? 20 : 0);
    const bytes = Buffer.concat([
      first,
      ...(type === 'mdat' ? [] : [box('mdat', 40)]),
      ...(type === 'moov' ? [] : [box('moov', 8)]),
    ]);
    const name = 'old.mov';
    expect(await examine(await put(name, bytes))).toMatchObject({ verdict: 'usable', file: { name, kind: 'video' } });
    expect(await examine(await put('words.mov', `size${type} of the moon`))).toMatchObject(
      type === 'mdat' ? { reason: { kind: 'damaged' } } : { failure: { code: 'unsupported-file' } },
    );
  });

  it.each(['RF64', 'BW64'])('is sound where it is a WAV of 64 bits: %s', async (kind) => {
    const bytes = await readFile(await ffmpeg(join(dir, 'made.wav'), '-f lavfi -i sine=d=1 -rf64 always'));
    bytes.write(kind, 0, 'latin1');
    expect(await examine(await put('wide.wav', bytes))).toMatchObject({ verdict: 'usable', file: { kind: 'audio' } });
    expect(await examine(await put('cut.wav', bytes.subarray(0, 9_000)))).toMatchObject({
      reason: { kind: 'damaged' },
    });
  });

  it('that is too large is offered for shrinking', async () => {
    const path = await put('long.mp4', mp4);
    const file = await open(path, 'r+');
    await file.truncate(maxUploadBytes + 1);
    await file.close();
    expect(await examine(path)).toMatchObject({
      verdict: 'offer',
      kind: 'video',
      bytes: maxUploadBytes + 1,
      reason: { kind: 'too-large', maxBytes: maxUploadBytes },
    });
  });

  it('that is too large and no film is told its size, where its name promises one', async () => {
    for (const [name, code] of [
      ['zeros.mp4', 'file-too-large'],
      ['zeros.txt', 'unsupported-file'],
    ] as const) {
      const path = await put(name, 'words');
      await truncate(path, maxUploadBytes + 1);
      expect(await examine(path)).toMatchObject({ verdict: 'refused', failure: { code, params: { name } } });
    }
  });

  it.each([
    ['cut off', mp4.subarray(0, mp4.length - 5)],
    ['without its index', Buffer.concat([box('ftyp', 8), box('mdat', 40)])],
    ['an index that is cut off', mp4.subarray(0, 30)],
  ])('is damaged: %s', async (_name, content) => {
    expect(await examine(await put('clip.mp4', content))).toMatchObject({
      verdict: 'offer',
      reason: { kind: 'damaged' },
    });
  });

  it('is damaged where an AVI announces more than is there', async () => {
    const avi = Buffer.concat([Buffer.from('RIFF\0\0\0\0AVI LIST', 'latin1'), Buffer.alloc(84)]);
    avi.writeUInt32LE(92, 4);
    expect(await examine(await put('whole.avi', avi))).toMatchObject({ verdict: 'usable' });
    avi.writeUInt32LE(93, 4);
    expect(await examine(await put('short.avi', avi))).toMatchObject({ reason: { kind: 'damaged' } });
  });
});
