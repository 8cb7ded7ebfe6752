import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { endsWhole } from '../../../../src/main/media/damage.ts';
import { inspect } from '../../../../src/main/media/probe.ts';
import { probe } from '../../../../src/main/media/probe.ts';
import { err } from '../../../../src/shared/result.ts';

const samples = join(import.meta.dirname, '../../../../resources/samples');
const city = join(samples, 'city.mp4');
let dir = '';

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rushes probe 试 '));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

const written = async (name: string, content: string | Uint8Array): Promise<string> => {
  await writeFile(join(dir, name), content);
  return join(dir, name);
};

describe('the outermost boxes of a file', () => {
  const box = (length: number, type: string, body: number): Buffer => {
    const head = Buffer.alloc(8 + body);
    head.writeUInt32BE(length);
    head.write(type, 4, 'latin1');
    return head;
  };
  const long = (length: bigint, body: number): Buffer => {
    const head = Buffer.alloc(8);
    head.writeBigUInt64BE(length);
    return Buffer.concat([box(1, 'mdat', 0), head, Buffer.alloc(body)]);
  };

  it.each([
    ['fit', Buffer.concat([box(16, 'ftyp', 8), box(12, 'free', 4)]), true],
    ['run over', Buffer.concat([box(16, 'ftyp', 8), box(13, 'free', 4)]), false],
    ['reach to the end', Buffer.concat([box(16, 'ftyp', 8), box(0, 'mdat', 99)]), true],
    ['have a long length', long(26n, 10), true],
    ['have a long length that runs over', long(27n, 10), false],
    ['are followed by a few other bytes', Buffer.concat([box(16, 'ftyp', 8), Buffer.from([1, 2, 3])]), true],
    ['have an impossible length', box(3, 'ftyp', 20), true],
    ['are none', Buffer.from('ID3\x04\0\0\0\0\0\0\0\0'), true],
    ['are none in an empty file', Buffer.alloc(0), true],
  ])('%s', async (_name, content, whole) => {
    expect(await endsWhole(await written('boxes', content))).toBe(whole);
  });
});

describe('a probe', () => {
  it('tells what a video holds', async () => {
    const found = await probe(city);
    expect(found).toMatchObject({
      ok: true,
      value: { width: 640, height: 360, hasVideo: true, hasAudio: true, videoCodec: 'avc', audioCodec: 'aac' },
    });
    expect(found.ok && Math.abs(found.value.durationMs - 10_000)).toBeLessThan(100);
  });

  it('knows sound without pictures', async () => {
    const found = await probe(join(samples, 'music.m4a'));
    expect(found).toMatchObject({ ok: true, value: { width: 0, height: 0, hasVideo: false, hasAudio: true } });
  });

  it('finds a video that was cut off, wherever', async () => {
    const whole = await readFile(city);
    expect((await inspect(await written('whole.mp4', whole))).kind).toBe('plays');
    for (const share of [0, 0.01, 0.2, 0.5, 0.9, 0.98]) {
      const cut = await written('cut.mp4', whole.subarray(0, Math.floor(whole.length * share)));
      expect([share, (await inspect(cut)).kind]).toEqual([share, 'cut-off']);
    }
  });

  it('finds bytes missing at the very end, where no picture or sound lies', async () => {
    const free = Buffer.concat([Buffer.from([0, 0, 0, 40]), Buffer.from('free'), new Uint8Array(32)]);
    const padded = Buffer.concat([await readFile(city), free]);
    expect((await inspect(await written('padded.mp4', padded))).kind).toBe('plays');
    expect((await inspect(await written('short.mp4', padded.subarray(0, -1)))).kind).toBe('cut-off');
  });

  it.each([
    ['letters', 'made by the cloud'],
    ['what looks like a box', '\x7f\0\0\0name and more'],
    ['zeros', '\0'.repeat(40)],
    ['a few bytes', 'end'],
  ])('takes no foreign bytes behind all boxes for a cut: %s', async (_what, bytes) => {
    const followed = Buffer.concat([await readFile(city), Buffer.from(bytes, 'latin1')]);
    expect((await inspect(await written('followed.mp4', followed))).kind).toBe('plays');
  });

  it('takes letters in place of a video for a file that did not arrive', async () => {
    expect((await inspect(await written('refused.mp4', 'No such video here'))).kind).toBe('cut-off');
    const whole = await readFile(city);
    const film = whole.indexOf('mdat') - 4;
    for (const length of [32, film]) {
      const replaced = Buffer.concat([whole.subarray(0, length), Buffer.from('No such video here')]);
      expect([length, (await inspect(await written('replaced.mp4', replaced))).kind]).toEqual([length, 'cut-off']);
    }
  });

  it('is not taken in by other things', async () => {
    expect(await probe(await written('page.mp4', '<!doctype html><h1>Expired</h1>'))).toEqual(err('unplayable'));
    expect(await probe(await written('noise.mp4', new Uint8Array(5000).fill(7)))).toEqual(err('unplayable'));
    expect(await probe(join(dir, 'none.mp4'))).toEqual(err('unplayable'));
    expect(await probe(dir)).toEqual(err('unplayable'));
  });
});
