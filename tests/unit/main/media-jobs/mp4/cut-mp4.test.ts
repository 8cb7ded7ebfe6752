import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { probe } from '../../../../../src/main/media/probe.ts';
import { cutMp4 } from '../../../../../src/main/media-jobs/mp4/cut-mp4.ts';
import { ffmpeg, ffprobe } from '../../../../support/clips.ts';

let folder: string;
beforeAll(() => (folder = mkdtempSync(join(tmpdir(), 'rushes 剪 '))));
afterAll(() => rmSync(folder, { recursive: true }));

function canEncode(): boolean {
  try {
    return execFileSync('ffmpeg', ['-v', 'error', '-encoders'], { encoding: 'utf8' }).includes('libx264');
  } catch {
    return false;
  }
}

const picture = (rate: string): string => `-f lavfi -i testsrc2=size=192x108:rate=${rate}:duration=6`;
/** A tone that rises, so that each moment sounds different. */
const sound = (rate: number): string => `-f lavfi -i aevalsrc=0.5*sin(600*t*(1+t)):s=${rate}:d=6`;
const film = '-pix_fmt yuv420p -c:v libx264 -preset veryfast -g 40 -sc_threshold 0 -bf 2';
const video = `${picture('25')} ${film}`;

/** The frames that are shown: when, in seconds, and what is in them. */
async function framesOf(path: string): Promise<readonly { readonly at: number; readonly hash: string }[]> {
  const options = ['-v', 'error', '-i', path, '-map', '0:v', '-fps_mode', 'passthrough', '-f', 'framemd5', '-'];
  const { stdout } = await promisify(execFile)('ffmpeg', options);
  const [, num = '1', den = '1'] = /#tb 0: (\d+)\/(\d+)/.exec(stdout) ?? [];
  return [...stdout.matchAll(/^0,\s*-?\d+,\s*(-?\d+),\s*\d+,\s*\d+,\s*(\w+)/gm)].map(([, pts = '', hash = '']) => ({
    at: (Number(pts) * Number(num)) / Number(den),
    hash,
  }));
}

const heardRate = 48_000;
/** By how much two curves differ that are less than a sample apart. */
const lessThanOneSample = 0.05;
/** How long a packet of AAC is that is not cut through, in seconds. */
const packet = 1024 / 44_100;

/** What is heard from the beginning of the film on. */
async function soundOf(path: string): Promise<Float32Array> {
  const filter = 'aresample=async=1:min_hard_comp=0.001:first_pts=0';
  const options = ['-v', 'error', '-i', path, '-af', filter, '-ar', String(heardRate), '-ac', '1', '-f', 'f32le', '-'];
  const { stdout } = await promisify(execFile)('ffmpeg', options, { encoding: 'buffer', maxBuffer: 1 << 28 });
  return new Float32Array(new Uint8Array(stdout).buffer);
}

function cutOut(
  path: string,
  name: string,
  inMs: number,
  outMs: number,
): { resultPath: string; startMs: number | null } {
  const resultPath = join(folder, `part of ${name}`);
  return { resultPath, startMs: cutMp4({ sourcePath: path, resultPath, cut: { inMs, outMs } }, () => undefined) };
}

function patch(path: string, at: number, letters: string): void {
  const bytes = readFileSync(path);
  bytes.write(letters, at, 'latin1');
  writeFileSync(path, bytes);
}

describe.skipIf(!canEncode())('a part cut out of a film', { timeout: 60_000 }, () => {
  it.each([
    ['frames that refer to later ones', 'b.mp4', `${picture('25')} ${sound(48_000)} ${film} -c:a aac`],
    [
      'sound of 44.1 kHz beside 29.97 frames/s',
      'ntsc.mp4',
      `${picture('30000/1001')} ${sound(44_100)} ${film} -c:a aac`,
    ],
    [
      'its table of contents in front',
      'fast.mp4',
      `${picture('25')} ${sound(48_000)} ${film} -c:a aac -movflags +faststart`,
    ],
    [
      'the table of contents of QuickTime',
      'film.mov',
      `${picture('24')} ${sound(48_000)} ${film} -c:a aac -timecode 01:00:00:00`,
    ],
    ['uncompressed sound', 'pcm.mov', `${picture('25')} ${sound(48_000)} ${film} -c:a pcm_s16le`],
    [
      'shifts below zero',
      'negative.mp4',
      `${picture('25')} ${sound(48_000)} ${film} -c:a aac -movflags negative_cts_offsets`,
    ],
    ['no edit lists', 'plain.mp4', `${picture('25')} ${sound(48_000)} ${film} -c:a aac -use_editlist 0`],
    ['sound that begins late', 'late.mp4', `${picture('25')} -itsoffset 2.5 ${sound(48_000)} ${film} -c:a aac`],
    ['pictures that begin late', 'later.mp4', `-itsoffset 0.8 ${picture('25')} ${sound(48_000)} ${film} -c:a aac`],
    ['no sound', 'silent.mp4', video],
    [
      'a second track of sound',
      'two.mp4',
      `${picture('25')} ${sound(48_000)} ${sound(44_100)} -map 0 -map 1 -map 2 ${film} -c:a aac`,
    ],
    ['no word of what it is', 'bare.mov', `${picture('24')} ${sound(48_000)} ${film} -c:a pcm_s16be`],
    ['frames of differing length', 'vfr.mp4', `${video} -vf select=not(eq(mod(n\\,7)\\,3)) -fps_mode vfr`],
    ['key frames that frames before them refer to', 'open.mp4', `${video} -x264-params open-gop=1`],
  ])('shows and plays what the film does there, with %s', async (_, name, options) => {
    const path = await ffmpeg(join(folder, name), options);
    if (name === 'bare.mov') patch(path, 4, 'wide');
    const { resultPath, startMs } = cutOut(path, name, 3_700, 5_200);
    if (startMs === null) throw new Error('It was not cut');
    const shown = await framesOf(path);
    const first = shown.findIndex(({ at }) => Math.abs(at * 1000 - startMs) <= 0.5);
    const start = shown[first]?.at ?? Number.NaN;
    expect(startMs).toBeGreaterThan(1_500);
    expect(startMs).toBeLessThanOrEqual(3_700);
    const wanted = shown.slice(first).filter(({ at }) => at < 5.2 - 1e-4);
    const got = await framesOf(resultPath);
    expect(got.map(({ hash }) => hash)).toEqual(wanted.map(({ hash }) => hash));
    for (const [index, { at }] of got.entries()) expect(at).toBeCloseTo((wanted[index]?.at ?? 0) - start, 2);

    const [pictures, track, ...more] = await ffprobe(resultPath);
    expect(more.map(({ kind, codec }) => [kind, codec])).toEqual(name === 'two.mp4' ? [['audio', 'aac']] : []);
    expect(pictures).toMatchObject({ codec: 'h264', start: 0, frames: wanted.length });
    expect(Math.abs((pictures?.seconds ?? 0) - (5.2 - start))).toBeLessThan(0.01);
    expect(track === undefined).toBe(!options.includes('aevalsrc'));
    if (track !== undefined) {
      const [all, part] = [await soundOf(path), await soundOf(resultPath)];
      const offset = Math.round(start * heardRate);
      const off = part.slice(0, heardRate).map((value, at) => Math.abs(value - (all[offset + at] ?? 0)));
      expect(part.length).toBeGreaterThan(heardRate);
      expect(Math.max(...off)).toBeLessThan(lessThanOneSample);
    }
    const read = await probe(resultPath);
    expect(read).toMatchObject({ ok: true, value: { hasVideo: true, hasAudio: track !== undefined } });
    const bytes = readFileSync(resultPath, 'latin1');
    expect(bytes.indexOf('moov')).toBeLessThan(bytes.indexOf('mdat'));
  });

  it('keeps how it is turned', async () => {
    const plain = await ffmpeg(join(folder, 'straight.mp4'), video);
    const path = await ffmpeg(join(folder, 'turned.mp4'), '-i $in -c copy -metadata:s:v:0 rotate=90', plain);
    expect((await ffprobe(path))[0]?.rotation).toBe(90);
    expect((await ffprobe(cutOut(path, 'turned.mp4', 2_000, 4_000).resultPath))[0]?.rotation).toBe(90);
  });

  it('begins sound alone exactly where it is to', async () => {
    const path = await ffmpeg(join(folder, 'tone.m4a'), `${sound(44_100)} -c:a aac`);
    const { resultPath, startMs } = cutOut(path, 'tone.m4a', 1_234, 3_234);
    expect(startMs).toBe(1_234);
    const [all, part] = [await soundOf(path), await soundOf(resultPath)];
    const offset = Math.round(1.234 * heardRate);
    const off = part.slice(0, heardRate).map((value, at) => Math.abs(value - (all[offset + at] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(lessThanOneSample);
    expect(Math.abs(part.length / heardRate - 2)).toBeLessThan(packet);
  });

  it.each([
    ['once', '-vf loop=0', 'mjpeg', 'cover.m4a'],
    ['once a second', '-r 1', 'mjpeg', 'slow.m4a'],
    ['in each frame', '-r 25', 'mjpeg', 'still.m4a'],
    ['as PNG', '-r 1', 'png', 'png.m4a'],
  ])('begins sound exactly where it is to, whatever picture is on its cover: %s', async (_, options, codec, name) => {
    const one = await ffmpeg(join(folder, 'one.png'), '-f lavfi -i testsrc2=size=200x200 -frames:v 1');
    const frames = name === 'cover.m4a' ? '-i $in' : `-loop 1 -t 6 ${options} -i $in`;
    const path = await ffmpeg(
      join(folder, name),
      `${sound(44_100)} ${frames} -map 1 -map 0 -c:v ${codec} -q:v 5 -c:a aac -f mov`,
      one,
    );
    const { resultPath, startMs } = cutOut(path, name, 1_234, 3_234);
    expect(startMs).toBe(1_234);
    const [cover, track] = await ffprobe(resultPath);
    expect([cover?.codec, track?.codec]).toEqual([codec, 'aac']);
    expect(Math.abs((track?.seconds ?? 0) - 2)).toBeLessThan(packet * 2);
    const [all, part] = [await soundOf(path), await soundOf(resultPath)];
    const offset = Math.round(1.234 * heardRate);
    const off = part.slice(0, heardRate).map((value, at) => Math.abs(value - (all[offset + at] ?? 0)));
    expect(Math.max(...off)).toBeLessThan(lessThanOneSample);
  });

  it('keeps what the file says of itself, and its picture once', async () => {
    const one = await ffmpeg(join(folder, 'art.png'), '-f lavfi -i testsrc2=size=400x400 -frames:v 1');
    const path = await ffmpeg(
      join(folder, 'tagged.m4a'),
      `${sound(44_100)} -i $in -map 0 -map 1 -c:v copy -disposition:v attached_pic -c:a aac -metadata title=Waves -metadata artist=海`,
      one,
    );
    const { resultPath } = cutOut(path, 'tagged.m4a', 1_000, 2_000);
    const told = execFileSync('ffprobe', ['-v', 'error', '-show_format', '-show_streams', resultPath], {
      encoding: 'utf8',
    });
    expect(told).toContain('TAG:title=Waves');
    expect(told).toContain('TAG:artist=海');
    expect(told.match(/codec_name=png/g)).toHaveLength(1);
    const picture = readFileSync(one);
    const bytes = readFileSync(resultPath);
    expect(bytes.indexOf(picture)).toBeGreaterThan(0);
    expect(bytes.indexOf(picture, bytes.indexOf(picture) + 1)).toBe(-1);
  });

  it('cuts a part out of what it has cut out', async () => {
    const path = await ffmpeg(join(folder, 'again.mp4'), `${picture('25')} ${sound(48_000)} ${film} -c:a aac`);
    const once = cutOut(path, 'again.mp4', 1_700, 5_900);
    expect(once.startMs).toBe(1_600);
    const twice = cutOut(once.resultPath, 'again, twice.mp4', 1_700, 3_000);
    expect(twice.startMs).toBe(1_600);
    const shown = await framesOf(path);
    const wanted = shown.filter(({ at }) => at > 3.199 && at < 4.599);
    expect((await framesOf(twice.resultPath)).map(({ hash }) => hash)).toEqual(wanted.map(({ hash }) => hash));
  });

  it('tells how far it is, and copies no more than it needs', async () => {
    const path = await ffmpeg(join(folder, 'rich.mp4'), `${picture('25')} -c:v rawvideo -pix_fmt yuv420p -f mov`);
    const told: number[] = [];
    const resultPath = join(folder, 'part of rich.mp4');
    expect(
      cutMp4({ sourcePath: path, resultPath, cut: { inMs: 2_000, outMs: 4_000 } }, (share) => told.push(share)),
    ).toBe(2_000);
    expect(told.at(-1)).toBe(1);
    expect(readFileSync(resultPath).length / readFileSync(path).length).toBeCloseTo(1 / 3, 1);
  });

  it.each([
    ['in fragments', 'frag.mp4', `${video} -movflags frag_keyframe+empty_moov`],
    [
      'encrypted',
      'secret.mp4',
      `${video} -encryption_scheme cenc-aes-ctr -encryption_key 76a6c65c5ea762046bd749a2e632ccbb -encryption_kid a7e61c373e219033c21091fa607bf3b8`,
    ],
    ['of another kind', 'film.mkv', video],
  ])('leaves a film %s to others, and writes nothing', async (_, name, options) => {
    const path = await ffmpeg(join(folder, name), options);
    const { resultPath, startMs } = cutOut(path, name, 2_000, 4_000);
    expect(startMs).toBeNull();
    expect(existsSync(resultPath)).toBe(false);
  });

  it('leaves what ends too early to others, and what has nothing there', async () => {
    const path = await ffmpeg(join(folder, 'whole.mp4'), `${video} -movflags +faststart`);
    const bytes = readFileSync(path);
    expect(cutOut(path, 'nothing.mp4', 7_000, 7_001).startMs).toBe(4_800);
    for (const length of [0, 4, 100, bytes.length >> 1, bytes.length - 1]) {
      writeFileSync(join(folder, 'half.mp4'), bytes.subarray(0, length));
      expect(cutOut(join(folder, 'half.mp4'), 'half.mp4', 2_000, 6_000).startMs).toBeNull();
    }
  });
});
