import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createCutCopy } from '../../../../src/main/media-jobs/cut-copy.ts';
import { ffmpeg, ffprobe } from '../../../support/clips.ts';

const copyCut = createCutCopy(join(import.meta.dirname, '../../../../src/main/media-jobs/cut-thread.ts'), (error) =>
  expect.fail(String(error)),
);

let folder: string;
let picture: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'rushes 声 '));
  picture = await ffmpeg(join(folder, 'cover.jpg'), '-f lavfi -i testsrc2=size=900x900 -frames:v 1 -q:v 1');
});
afterAll(() => rmSync(folder, { recursive: true }));

async function cutOut(sourcePath: string, inMs: number, outMs: number): Promise<string> {
  const resultPath = sourcePath.replace(/(\.\w+)$/, ' part$1');
  const signal = new AbortController().signal;
  const start = await copyCut({ sourcePath, resultPath, cut: { inMs, outMs }, onProgress: () => undefined, signal });
  // Sound begins where it is told to, a film at a key frame.
  expect(start).toEqual({ ok: true, value: sourcePath.includes('two') ? expect.any(Number) : inMs });
  return resultPath;
}

/** Every sample of a sound, as numbers of 64 bits. */
function samplesOf(path: string): Buffer {
  return execFileSync('ffmpeg', ['-v', 'error', '-i', path, '-f', 'f64le', '-'], { maxBuffer: 1 << 28 });
}

function told(path: string): string {
  return execFileSync('ffprobe', ['-v', 'error', '-show_format', '-show_streams', path], { encoding: 'utf8' });
}

const sound = (rate: number, channels: number): string =>
  `-f lavfi -i aevalsrc=0.5*sin(600*t*(1+t))${'|0.3*cos(900*t)'.repeat(channels - 1)}:s=${rate}:d=2`;

it.each([
  ['phone.wav', 8_000, 1, '-c:a pcm_s16le', 8],
  ['bytes.wav', 11_025, 1, '-c:a pcm_u8', 8],
  ['studio.wav', 48_000, 2, '-c:a pcm_s24le', 8],
  ['deep.wav', 96_000, 2, '-c:a pcm_s32le', 8],
  ['float.wav', 44_100, 1, '-c:a pcm_f32le', 8],
  ['double.wav', 22_050, 2, '-c:a pcm_f64le', 8],
  ['line.wav', 8_000, 1, '-c:a pcm_mulaw', 8],
  ['six.wav', 48_000, 6, '-c:a pcm_s16le', 8],
  ['wide.wav', 22_050, 1, '-c:a pcm_s16le -rf64 always', 8],
  ['broadcast.wav', 48_000, 1, '-c:a pcm_s24le -write_bext 1 -metadata time_reference=4800', 8],
  ['camera.mov', 48_000, 2, '-c:a pcm_s16le', 8],
] as const)('cuts %s to the sample', async (name, rate, channels, options, width) => {
  const path = await ffmpeg(join(folder, name), `${sound(rate, channels)} ${options} -metadata title=Waves`);
  const part = await cutOut(path, 700, 1_100);
  const frame = channels * width;
  const [from, to] = [Math.round((700 * rate) / 1000), Math.round((1_100 * rate) / 1000)];
  expect(samplesOf(part).equals(samplesOf(path).subarray(from * frame, to * frame))).toBe(true);
  expect((await ffprobe(part))[0]).toMatchObject({ kind: 'audio', seconds: (to - from) / rate });
  expect(told(part)).toContain('TAG:title=Waves');
  if (name === 'broadcast.wav') expect(told(part)).toContain(`TAG:time_reference=${4_800 + from}`);
});

it('cuts a WAV under its newest name, and one whose recorder never wrote its size', async () => {
  const path = await ffmpeg(join(folder, 'newest.wav'), `${sound(8_000, 1)} -rf64 always`);
  const bytes = readFileSync(path);
  bytes.write('BW64', 0, 'latin1');
  writeFileSync(path, bytes);
  expect(statSync(await cutOut(path, 500, 1_000)).size).toBeLessThan(8_300);
  const plain = await ffmpeg(join(folder, 'unclosed.wav'), sound(8_000, 1));
  const unclosed = readFileSync(plain);
  unclosed.writeUInt32LE(0xffff_ffff, 4);
  unclosed.writeUInt32LE(0xffff_ffff, unclosed.indexOf('data') + 4);
  writeFileSync(plain, unclosed);
  expect(samplesOf(await cutOut(plain, 500, 1_000)).length).toBe(4_000 * 8);
});

it.each([
  ['song.mp3', '-c:v copy -b:a 128k -id3v2_version 3'],
  ['song4.mp3', '-c:v copy -b:a 128k -id3v2_version 4 -write_id3v1 1'],
  ['song.m4a', '-c:v copy -disposition:v attached_pic -c:a aac'],
  ['song.flac', '-c:v copy -disposition:v attached_pic'],
])('keeps the picture of %s once, and its words', async (name, options) => {
  const path = await ffmpeg(
    join(folder, name),
    `${sound(44_100, 2)} -i $in -map 0 -map 1 ${options} -metadata title=Waves -metadata artist=海`,
    picture,
  );
  const part = await cutOut(path, 500, 1_500);
  expect(statSync(part).size).toBeLessThan(statSync(path).size);
  const [art, bytes] = [readFileSync(picture), readFileSync(part)];
  const first = bytes.indexOf(art);
  expect(first).toBeGreaterThan(0);
  expect(bytes.indexOf(art, first + 1)).toBe(-1);
  for (const words of ['Waves', '海']) expect(told(part)).toContain(words);
  const streams = await ffprobe(part);
  expect(streams.map(({ kind }) => kind)).toEqual(['video', 'audio']);
  // FLAC is cut between its blocks, MP3 begins a frame early.
  expect(Math.abs((streams[1]?.seconds ?? 0) - 1)).toBeLessThan(name === 'song.flac' ? 0.21 : 0.08);
});

it.each([
  ['two.mkv', '-c:v libx264 -g 25 -c:a aac'],
  ['two.webm', '-c:v libvpx -g 25 -c:a libopus'],
  ['two.mov', '-c:v libx264 -g 25 -c:a pcm_s16le'],
  ['two.mp4', '-c:v libx264 -g 25 -c:a aac -movflags frag_keyframe+empty_moov'],
])('keeps all sound of %s', async (name, options) => {
  const film = '-f lavfi -i testsrc2=size=128x72:rate=25:duration=3';
  const sounds = '-f lavfi -i sine=300:d=3 -f lavfi -i sine=900:d=3 -map 0 -map 1 -map 2 -pix_fmt yuv420p';
  const path = await ffmpeg(join(folder, name), `${film} ${sounds} ${options}`);
  expect((await ffprobe(await cutOut(path, 1_000, 2_000))).map(({ kind }) => kind)).toEqual([
    'video',
    'audio',
    'audio',
  ]);
});
