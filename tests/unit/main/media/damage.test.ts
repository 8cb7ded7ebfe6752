import { mkdtemp, open, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { isDamaged } from '../../../../src/main/media/damage.ts';
import { headBytes } from '../../../../src/main/uploads/content.ts';
import { ffmpeg } from '../../../support/clips.ts';

const picture = '-f lavfi -i testsrc2=size=320x240:rate=10:duration=2';
const sound = '-f lavfi -i anoisesrc=duration=4:sample_rate=44100';
const cover = '-f lavfi -i testsrc2=size=640x480:rate=1:duration=1 -map 0 -map 1 -c:v png -frames:v 1';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'rushes 残 '));
});
afterEach(() => rm(folder, { recursive: true }));

async function damagedAt(path: string, head: Uint8Array, bytes: number): Promise<boolean> {
  const file = await open(path);
  try {
    return await isDamaged(file, head, bytes);
  } finally {
    await file.close();
  }
}

async function damaged(path: string): Promise<boolean> {
  const whole = await readFile(path);
  return damagedAt(path, whole.subarray(0, headBytes), whole.length);
}

it.each([
  ['film.mkv', `${picture} -c:v libx264`],
  ['film.webm', `${picture} -c:v libvpx -b:v 1M`],
  ['constant.mp3', `${sound} -b:a 128k`],
  ['variable.mp3', `${sound} -q:a 4`],
  ['mono.mp3', `${sound} -ac 1 -b:a 64k`],
  ['low.mp3', `${sound} -ar 22050 -ac 1 -b:a 64k`],
  ['cover.mp3', `${sound} ${cover} -id3v2_version 3 -b:a 128k`],
  ['wide.wav', `${sound} -rf64 always`],
  ['tagged.mp3', `${sound} -write_id3v1 1 -metadata title=Song -b:a 128k`],
])('notices that %s was cut off, and that it was not', async (name, options) => {
  const path = await ffmpeg(join(folder, name), options);
  expect(await damaged(path)).toBe(false);
  await truncate(path, Math.floor((await stat(path)).size * 0.8));
  expect(await damaged(path)).toBe(true);
});

it.each([
  ['live.mkv', `${picture} -c:v libx264 -live 1`],
  ['plain.mp3', `${sound} -write_xing 0 -b:a 128k`],
  ['sound.aac', `${sound} -b:a 96k`],
])('takes %s for whole, which does not say how long it is', async (name, options) => {
  const path = await ffmpeg(join(folder, name), options);
  await truncate(path, Math.floor((await stat(path)).size * 0.8));
  expect(await damaged(path)).toBe(false);
});

it('takes the true size of a WAV of 64 bits from where it stands, under either name', async () => {
  const path = await ffmpeg(join(folder, 'wide.wav'), `${sound} -rf64 always`);
  const whole = await readFile(path);
  const isShort = (size: number): Promise<boolean> => damagedAt(path, whole.subarray(0, headBytes), size);
  for (const name of ['RF64', 'BW64']) {
    whole.write(name, 0, 'latin1');
    expect(await isShort(whole.length)).toBe(false);
    expect(await isShort(whole.length - 1)).toBe(true);
  }
  // A recorder that never came to write its size.
  whole.writeBigUInt64LE(0xffff_ffff_ffff_ffffn, 20);
  expect(await isShort(whole.length - 1)).toBe(false);
  whole.writeUInt32LE(whole.length - 8, 4);
  expect(await isShort(whole.length - 1)).toBe(true);
});

it.each(['wide', 'skip', 'free'])(
  'notices that a film of old QuickTime was cut off, which begins with %s',
  async (type) => {
    const path = await ffmpeg(join(folder, 'film.mov'), `${picture} -c:v libx264`);
    const whole = await readFile(path);
    whole.write(type, 4, 'latin1');
    await writeFile(path, whole);
    expect(await damaged(path)).toBe(false);
    await truncate(path, whole.length - 100);
    expect(await damaged(path)).toBe(true);
  },
);

it('takes any beginning of a film for a beginning, and never breaks down on it', async () => {
  const path = await ffmpeg(join(folder, 'film.mkv'), `${picture} -c:v libx264`);
  const whole = await readFile(path);
  for (let length = 0; length < 200; length += 1)
    expect(typeof (await damagedAt(path, whole.subarray(0, length), length))).toBe('boolean');
});
