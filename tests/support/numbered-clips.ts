import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { ffmpeg } from './clips.ts';
import type { Place } from './desktop.ts';

/** The size of the numbered clips, and of the canvas on which they are compared. */
export const picture = { width: 640, height: 360 } as const;

const bits = 8;
const bitSide = 32;
const bitAt = (bit: number) => ({ x: 16 + bit * 40, y: 16 });

/** Filters that write a frame's number into it as white and black boxes, and a flat patch of this colour. */
export function numbered(color: string): string {
  const boxes = Array.from({ length: bits }, (_, bit) => {
    const { x, y } = bitAt(bit);
    const box = `drawbox=x=${x}:y=${y}:w=${bitSide}:h=${bitSide}:t=fill`;
    return `${box}:color=black,${box}:color=white:enable='mod(floor(n/${2 ** bit}),2)'`;
  });
  return [...boxes, `drawbox=x=432:y=192:w=176:h=144:t=fill:color=${color}`].join(',');
}

/** The number that stands in a picture of `picture`'s size (RGB). */
export function numberIn(rgb: Uint8Array): number {
  let number = 0;
  for (let bit = 0; bit < bits; bit += 1) {
    const { x, y } = bitAt(bit);
    const at = ((y + bitSide / 2) * picture.width + x + bitSide / 2) * 3;
    if ((rgb[at + 1] ?? 0) > 128) number += 2 ** bit;
  }
  return number;
}

const h264 = '-c:v libx264 -preset ultrafast -g 15 -bf 2 -crf 12 -pix_fmt yuv420p';

const servedAs = new Map<string, string>();

/** Puts a file where the place's cloud serves it; gives its address and where it lies. `options` and `source` as for ffmpeg. */
export async function served(
  { demoCloud, uploads }: Pick<Place, 'demoCloud' | 'uploads'>,
  name: string,
  options: string,
  source = '',
): Promise<ServedFile> {
  await mkdir(uploads, { recursive: true });
  // An app that several tests share keeps what it fetched from there.
  const told = `${options} ${source}`;
  if ((servedAs.get(join(uploads, name)) ?? told) !== told)
    throw new Error(`${name} is served as another file already`);
  servedAs.set(join(uploads, name), told);
  const path = await ffmpeg(join(uploads, name), options, source);
  return { path, url: `${demoCloud.url}/files/uploads/${name}` };
}

export type ServedFile = { readonly path: string; readonly url: string };

type Size = { readonly width: number; readonly height: number };

/** Options for a numbered clip of three seconds. */
export function numberedClip({
  fps = 30,
  color = '0xC04020',
  hue = 0,
  size = picture as Size,
  filters = '',
} = {}): string {
  const made = `testsrc2=size=${size.width}x${size.height}:rate=${fps}:duration=3,hue=h=${hue}:s=0.8,${numbered(color)}`;
  return `-f lavfi -i ${made}${filters === '' ? '' : `,${filters}`} ${h264}`;
}

export const blackClip = `-f lavfi -i color=black:size=${picture.width}x${picture.height}:rate=30:duration=3 ${h264}`;
