import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** Makes a media file with ffmpeg: `options` are its inputs and options as on a command line, `path` what it writes. */
export async function ffmpeg(path: string, options: string): Promise<string> {
  await run('ffmpeg', [
    '-hide_banner',
    '-loglevel',
    'error',
    '-y',
    ...options
      .trim()
      .split(/\s+/)
      .map((option) => option.replaceAll('\0', ' ')),
    path,
  ]);
  return path;
}

/** What a file is, by ffprobe. Durations and starts in seconds. */
export type Probed = {
  readonly format: { readonly duration: string; readonly size: string; readonly format_name: string };
  readonly streams: readonly {
    readonly codec_type: string;
    readonly codec_name: string;
    readonly width?: number;
    readonly height?: number;
    readonly start_time: string;
    readonly duration: string;
    readonly nb_read_frames?: string;
    readonly side_data_list?: readonly { readonly rotation?: number }[];
  }[];
};

/** Decodes the whole file, so that a damaged one is found out. */
export async function ffprobe(path: string): Promise<Probed> {
  const { stdout } = await run('ffprobe', [
    ...'-v error -count_frames -show_format -show_streams -of json'.split(' '),
    path,
  ]);
  return JSON.parse(stdout) as Probed;
}
