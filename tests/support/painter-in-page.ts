import { createFilm } from '../../src/painter/film.ts';
import { readScene } from '../../src/shared/scene/read-scene.ts';

export { portrait } from './subject-in-page.ts';

const columns = 2;
const tall = 190;
const caption = 24;
const gap = 6;
const moments = [0.06, 0.5, 0.94];

/** A sheet of prompts with three moments each, as a PNG in base64. */
export async function contactSheet(prompts: readonly string[]): Promise<string> {
  const strip = Math.round(((tall * 16) / 9) * moments.length + gap * 4);
  const rows = Math.ceil(prompts.length / columns);
  const sheet = new OffscreenCanvas(strip * columns, rows * (tall + caption + gap));
  const context = canvasContext(sheet);
  context.fillStyle = '#16181d';
  context.fillRect(0, 0, sheet.width, sheet.height);
  for (const [index, prompt] of prompts.entries()) {
    const left = (index % columns) * strip;
    const top = Math.floor(index / columns) * (tall + caption + gap);
    context.fillStyle = '#e8eaee';
    context.font = '13px system-ui, "Noto Sans CJK SC", sans-serif';
    context.fillText(prompt, left + gap, top + 17, strip - gap * 2);
    const film = createFilm(readScene(prompt));
    const frame = canvasContext(new OffscreenCanvas(film.width, film.height));
    const wide = (tall * film.width) / film.height;
    for (const [at, moment] of moments.entries()) {
      film.draw(frame, Math.floor(moment * (film.frames - 1)));
      context.imageSmoothingQuality = 'high';
      context.drawImage(frame.canvas, left + gap + at * (wide + gap), top + caption, wide, tall);
    }
  }
  return base64(await sheet.convertToBlob({ type: 'image/png' }));
}

/** One frame in full, as a PNG in base64. */
export async function still(prompt: string, moment: number): Promise<string> {
  const film = createFilm(readScene(prompt));
  const canvas = new OffscreenCanvas(film.width, film.height);
  film.draw(canvasContext(canvas), Math.floor(moment * (film.frames - 1)));
  return base64(await canvas.convertToBlob({ type: 'image/png' }));
}

/** At most so many bytes for a suggestion's picture. */
const suggestionBytes = 12_000;

/** A small picture of a prompt as WebP in base64: its places side by side, without the pill in their corner. */
export async function suggestion(prompt: string): Promise<string> {
  const scene = readScene(prompt);
  const film = createFilm(scene);
  const frame = canvasContext(new OffscreenCanvas(film.width, film.height));
  const small = new OffscreenCanvas(480, 270);
  const context = canvasContext(small);
  context.imageSmoothingQuality = 'high';
  const starts = scene.shots.map((_, at) => scene.shots.slice(0, at).reduce((sum, shot) => sum + shot.seconds, 0));
  // A place that is seen from two sides needs one picture only.
  const shown = scene.shots.flatMap(({ place, seconds }, at) =>
    place === scene.shots[at - 1]?.place ? [] : [(starts[at] ?? 0) + seconds * 0.6],
  );
  const wide = (small.width - 3 * (shown.length - 1)) / shown.length;
  // The pill lies above the part that is shown.
  const high = film.height * 0.84;
  const cut = (high * wide) / small.height;
  for (const [index, seconds] of shown.entries()) {
    film.draw(frame, Math.round(seconds * film.rate));
    const from = (film.width - cut) / 2;
    context.drawImage(frame.canvas, from, film.height - high, cut, high, index * (wide + 3), 0, wide, small.height);
  }
  for (let quality = 0.8; ; quality -= 0.08) {
    const blob = await small.convertToBlob({ type: 'image/webp', quality });
    if (blob.size <= suggestionBytes || quality < 0.2) return base64(blob);
  }
}

/** Milliseconds until the first frame, and for each one after. */
export function speed(prompt: string, frames: number): { readonly first: number; readonly each: number } {
  const begun = performance.now();
  const film = createFilm(readScene(prompt));
  const context = canvasContext(new OffscreenCanvas(film.width, film.height));
  film.draw(context, 0);
  context.getImageData(0, 0, 1, 1);
  const first = performance.now() - begun;
  for (let frame = 1; frame <= frames; frame += 1) {
    film.draw(context, frame);
    context.getImageData(0, 0, 1, 1);
  }
  return { first, each: (performance.now() - begun - first) / frames };
}

export type Facts = {
  /** FNV-1a over all bytes. */
  readonly hash: number;
  /** Mean of red, green and blue, 0..255. */
  readonly mean: readonly [number, number, number];
  /** Share of the pixels where the mark lies that are nearly white, as its letters are. */
  readonly marked: number;
};

/** What a frame is like without its pixels. */
export function facts(prompt: string, frame: number): Facts {
  const film = createFilm(readScene(prompt));
  const context = canvasContext(new OffscreenCanvas(film.width, film.height));
  film.draw(context, frame);
  const { data } = context.getImageData(0, 0, film.width, film.height);
  let hash = 0x811c9dc5;
  const sums: [number, number, number] = [0, 0, 0];
  for (let at = 0; at < data.length; at += 1) {
    const value = data[at] ?? 0;
    hash = Math.imul(hash ^ value, 0x01000193) >>> 0;
    const channel = at % 4;
    if (channel === 0 || channel === 1 || channel === 2) sums[channel] += value;
  }
  const count = data.length / 4;
  const corner = context.getImageData(30, 28, 150, 26).data;
  const letters = corner.filter((value, at) => at % 4 === 1 && value > 200).length;
  return {
    hash,
    mean: [sums[0] / count, sums[1] / count, sums[2] / count],
    marked: letters / (corner.length / 4),
  };
}

function canvasContext(canvas: OffscreenCanvas): OffscreenCanvasRenderingContext2D {
  const context = canvas.getContext('2d', { willReadFrequently: true });
  if (context === null) throw new Error('No 2D canvas');
  return context;
}

async function base64(blob: Blob): Promise<string> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text);
}
