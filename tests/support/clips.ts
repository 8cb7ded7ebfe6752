import { execFile } from 'node:child_process';
import { createHash, randomUUID } from 'node:crypto';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename } from 'node:fs/promises';
import { extname, join, resolve } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** What was made out of nothing is kept here until the next `npm test`: many tests begin with the same few films. */
const kept = resolve(import.meta.dirname, '../../test-results/clips');

/** Makes a media file with ffmpeg: `options` as on a command line without spaces in them; `source` is put in for `$in`. */
export async function ffmpeg(path: string, options: string, source = ''): Promise<string> {
  const given = options.trim().split(/\s+/);
  const command = given.map((option) => (option === '$in' ? source : option));
  const readsFiles = / -i /.test(` ${given.join(' ')}`.replaceAll(' -f lavfi -i ', ' '));
  if (readsFiles) await make(path, command);
  else await copyFile(await madeOnce(command, extname(path)), path);
  return path;
}

async function madeOnce(command: readonly string[], extension: string): Promise<string> {
  const path = join(kept, `${createHash('sha256').update(command.join(' ')).digest('hex')}${extension}`);
  if (existsSync(path)) return path;
  await mkdir(kept, { recursive: true });
  // Another test may be making the same one.
  const fresh = join(kept, `${randomUUID()}${extension}`);
  await make(fresh, command);
  await rename(fresh, path);
  return path;
}

async function make(path: string, command: readonly string[]): Promise<void> {
  await run('ffmpeg', ['-hide_banner', '-loglevel', 'error', '-y', ...command, path]);
}

/** A stream as ffprobe sees it; times in seconds, `frames` counted by decoding. */
type Stream = {
  readonly kind: string;
  readonly codec: string;
  readonly width: number;
  readonly height: number;
  readonly start: number;
  readonly seconds: number;
  readonly frames: number;
  readonly rotation: number;
};

type Told = {
  readonly streams: readonly {
    readonly codec_type: string;
    readonly codec_name: string;
    readonly width?: number;
    readonly height?: number;
    readonly start_time: string;
    readonly duration: string;
    readonly nb_read_frames: string;
    readonly side_data_list?: readonly { readonly rotation?: number }[];
  }[];
};

/** Reads and decodes a file with ffprobe; rejects where that finds anything wrong. Pictures first, then sound. */
export async function ffprobe(path: string): Promise<readonly Stream[]> {
  const options = '-v error -count_frames -show_streams -of json'.split(' ');
  const { stdout, stderr } = await run('ffprobe', [...options, path]);
  if (stderr !== '') throw new Error(stderr);
  const { streams } = JSON.parse(stdout) as Told;
  return streams
    .map((stream) => ({
      kind: stream.codec_type,
      codec: stream.codec_name,
      width: stream.width ?? 0,
      height: stream.height ?? 0,
      start: Number(stream.start_time),
      seconds: Number(stream.duration),
      frames: Number(stream.nb_read_frames),
      rotation: stream.side_data_list?.find(({ rotation }) => rotation !== undefined)?.rotation ?? 0,
    }))
    .sort((one, other) => other.kind.localeCompare(one.kind));
}

/** When the sound of a file first becomes loud, in seconds. */
export async function firstLoud(path: string): Promise<number> {
  const rate = 48_000;
  const { stdout } = await run(
    'ffmpeg',
    ['-v', 'error', '-i', path, '-f', 'f32le', '-ac', '1', '-ar', String(rate), '-'],
    {
      encoding: 'buffer',
      maxBuffer: 256 * 1024 * 1024,
    },
  );
  for (let at = 0; at + 4 <= stdout.length; at += 4) if (Math.abs(stdout.readFloatLE(at)) > 0.2) return at / 4 / rate;
  throw new Error('The sound is never loud');
}
