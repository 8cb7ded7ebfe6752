import { execFile } from 'node:child_process';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { picture } from './numbered-clips.ts';

const run = promisify(execFile);
const frameBytes = picture.width * picture.height * 3;

/** Pictures of `picture`'s size, RGB. */
export type Frames = readonly Buffer[];

/** Runs ffmpeg and reads the frames that it makes of the given inputs and filters; `numbers`: which of them, from 0 on. */
export async function composed(inputs: readonly string[], graph: string, numbers: readonly number[]): Promise<Frames> {
  const chosen = numbers.map((number) => `eq(n,${number})`).join('+');
  const filters = `${graph},scale=${picture.width}:${picture.height},select='${chosen}'`;
  // The inputs go on after the last of them.
  const output = `-frames:v ${numbers.length} -f rawvideo -pix_fmt rgb24 -fps_mode passthrough -`.split(' ');
  const { stdout } = await run('ffmpeg', ['-v', 'error', ...inputs, '-filter_complex', filters, ...output], {
    encoding: 'buffer',
    maxBuffer: 512 * 1024 * 1024,
  });
  return framesIn(stdout);
}

/** The pixels of PNG files, through a folder of their own. */
export async function pixelsOf(folder: string, pngs: readonly Buffer[]): Promise<Frames> {
  await mkdir(folder, { recursive: true });
  await Promise.all(pngs.map((png, at) => writeFile(join(folder, `${at}.png`), png)));
  const options = ['-start_number', '0', '-i', join(folder, '%d.png'), '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'];
  const { stdout } = await run('ffmpeg', ['-v', 'error', ...options], {
    encoding: 'buffer',
    maxBuffer: 512 * 1024 * 1024,
  });
  return framesIn(stdout);
}

function framesIn(bytes: Buffer): Frames {
  return Array.from({ length: Math.floor(bytes.length / frameBytes) }, (_, at) =>
    bytes.subarray(at * frameBytes, (at + 1) * frameBytes),
  );
}

/** How alike each two frames are, 0..1: SSIM of what is bright, softened, so that hard edges of one scaler or another do not count. */
export async function likenesses(folder: string, ours: Frames, theirs: Frames): Promise<readonly number[]> {
  await mkdir(folder, { recursive: true });
  const [one, other, told] = ['ours.rgb', 'theirs.rgb', 'told.log'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  await writeFile(one, Buffer.concat(ours));
  await writeFile(other, Buffer.concat(theirs));
  const raw = ['-f', 'rawvideo', '-pix_fmt', 'rgb24', '-s', `${picture.width}x${picture.height}`];
  const soft = 'format=gray,gblur=2';
  const graph = `[0]${soft}[a];[1]${soft}[b];[a][b]ssim=stats_file=told.log`;
  await run('ffmpeg', ['-v', 'error', ...raw, '-i', one, ...raw, '-i', other, '-lavfi', graph, '-f', 'null', '-'], {
    cwd: folder,
  });
  return [...(await readFile(told, 'utf8')).matchAll(/All:([\d.]+)/g)].map(([, value]) => Number(value));
}

const patch = 24;

/** The largest difference of mean colours where their picture is flat, 0..255. */
export function colorError(ours: Buffer, theirs: Buffer): number {
  let worst = 0;
  for (let y = 0; y + patch <= picture.height; y += patch)
    for (let x = 0; x + patch <= picture.width; x += patch)
      for (let channel = 0; channel < 3; channel += 1) {
        const expected = patchOf(theirs, x, y, channel);
        const isFlat = expected.most - expected.least <= 8;
        if (isFlat) worst = Math.max(worst, Math.abs(patchOf(ours, x, y, channel).mean - expected.mean));
      }
  return worst;
}

function patchOf(rgb: Buffer, x: number, y: number, channel: number): { least: number; most: number; mean: number } {
  let [least, most, sum] = [255, 0, 0];
  for (let row = y; row < y + patch; row += 1)
    for (let column = x; column < x + patch; column += 1) {
      const value = rgb[(row * picture.width + column) * 3 + channel] ?? 0;
      least = Math.min(least, value);
      most = Math.max(most, value);
      sum += value;
    }
  return { least, most, mean: sum / patch ** 2 };
}
