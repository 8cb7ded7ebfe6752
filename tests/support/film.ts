import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { type ElectronApplication, expect, type Page } from '@playwright/test';
import { answerSaveDialog } from './desktop.ts';

const run = promisify(execFile);

/** The pixels of a picture file, RGB. */
export async function pixels(path: string): Promise<Buffer> {
  const { stdout } = await run(
    'ffmpeg',
    ['-loglevel', 'error', '-i', path, '-f', 'rawvideo', '-pix_fmt', 'rgb24', '-'],
    {
      encoding: 'buffer',
      maxBuffer: 64 * 1024 * 1024,
    },
  );
  return stdout;
}

/** The white words in a picture file, which is where titles stand, as tesseract reads them; in Latin letters. */
export async function readText(path: string): Promise<string> {
  const dark = `${path}.dark.png`;
  const whiteToBlack = "format=gray,lut=y='if(gt(val,220),0,255)',scale=iw*2:ih*2";
  await run('ffmpeg', ['-loglevel', 'error', '-y', '-i', path, '-vf', whiteToBlack, dark]);
  const { stdout } = await run('tesseract', [dark, '-', '--psm', '6', '-l', 'eng'], {
    // One page is done sooner by one thread than by several that wait for each other.
    env: { ...process.env, OMP_THREAD_LIMIT: '1' },
  });
  return stdout.trim().replaceAll(/\s+/g, ' ');
}

/** How far two pictures of one size are apart: the mean over their values, 0..255. */
export function difference(one: Buffer, other: Buffer): number {
  let sum = 0;
  for (let at = 0; at < one.length; at += 7) sum += Math.abs((one[at] ?? 0) - (other[at] ?? 0));
  return sum / (one.length / 7);
}

type Canvas = { readonly width: number; readonly height: number };

/** The pixels of a moment of a film, scaled to the canvas. */
export async function frameOf(film: string, seconds: number, { width, height }: Canvas): Promise<Buffer> {
  const path = `${film}-${seconds}.png`;
  const scale = `scale=${width}:${height}`;
  await run('ffmpeg', [
    '-loglevel',
    'error',
    '-y',
    '-ss',
    `${seconds}`,
    '-i',
    film,
    '-frames:v',
    '1',
    '-vf',
    scale,
    path,
  ]);
  return pixels(path);
}

/** The pixels of the frame on the stage, saved by the window under this path. */
export async function savedFrame(
  app: ElectronApplication,
  window: Page,
  path: string,
  { width, height }: Canvas,
): Promise<Buffer> {
  await answerSaveDialog(app, path);
  await window.getByRole('button', { name: 'Save or copy this frame' }).click();
  await window.getByRole('menuitem', { name: 'Save frame…' }).click();
  const length = (): Promise<number> =>
    pixels(path).then(
      (rgb) => rgb.length,
      () => 0,
    );
  await expect.poll(length).toBe(width * height * 3);
  return pixels(path);
}
