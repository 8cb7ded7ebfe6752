import type { Strips } from './strips.ts';
import { peakBetween, type StripSource, tilesOf, tileWidth } from './tiles.ts';

/** Where a piece lies: `x` and `length` all of it, `left` and `width` what is drawn of it. In CSS pixels. */
export type PieceBox = {
  readonly x: number;
  readonly length: number;
  readonly left: number;
  readonly width: number;
  readonly top: number;
  readonly height: number;
};

type Place = { readonly pxPerMs: number; readonly viewWidth: number };

/** Pictures of the film side by side, dark where the words stand. False where there is none yet. */
export function paintPictures(
  context: CanvasRenderingContext2D,
  strips: Strips,
  source: StripSource,
  box: PieceBox,
  { pxPerMs, viewWidth }: Place,
): boolean {
  const { x, length, left, width, top, height } = box;
  const tile = tileWidth(strips.ratio(source.mediaId), height);
  const tiles = tilesOf(source, { x, width: length, pxPerMs }, tile, viewWidth).map(({ x: at, seconds }) => ({
    at,
    image: strips.picture(source.mediaId, seconds),
  }));
  if (tiles.every(({ image }) => image === null)) return false;
  context.save();
  context.beginPath();
  context.roundRect(left, top, width, height, Math.min(6, width / 2));
  context.clip();
  for (const { at, image } of tiles) if (image !== null) drawCovering(context, image, at, top, tile, height);
  context.fillStyle = 'rgb(10 11 12 / 0.32)';
  for (const { at, image } of tiles) if (image !== null) context.fillRect(at + tile - 1, top, 1, height);
  const shade = context.createLinearGradient(0, top, 0, top + height * 0.62);
  shade.addColorStop(0, 'rgb(10 11 12 / 0.7)');
  shade.addColorStop(1, 'rgb(10 11 12 / 0)');
  context.fillStyle = shade;
  context.fillRect(left, top, width, height);
  context.restore();
  return true;
}

/** Fills its place: what is too wide or too high is cut on both sides. */
function drawCovering(
  context: CanvasRenderingContext2D,
  image: ImageBitmap,
  x: number,
  y: number,
  width: number,
  height: number,
): void {
  const scale = Math.max(width / image.width, height / image.height);
  const [w, h] = [width / scale, height / scale];
  context.drawImage(image, (image.width - w) / 2, (image.height - h) / 2, w, h, x, y, width, height);
}

/** From one bar of a wave to the next, and how wide each is. In px. */
const pitch = 3;
const bar = 2;
const leastBar = 1.5;
const margin = 3;

/** Bars around the middle, as high as the sound is loud there. False where it is not known yet. */
export function paintWave(
  context: CanvasRenderingContext2D,
  strips: Strips,
  { mediaId, inSeconds, speed, loudness }: StripSource,
  { x, length, top, height }: PieceBox,
  { pxPerMs, viewWidth }: Place,
): boolean {
  const peaks = strips.peaks(mediaId);
  if (peaks === null) return false;
  const perPx = speed / pxPerMs / 1000;
  const middle = top + height / 2;
  const first = Math.max(0, Math.floor((-x - margin) / pitch));
  const end = Math.floor((Math.min(length, viewWidth - x) - 2 * margin) / pitch);
  context.beginPath();
  for (let index = first; index <= end; index += 1) {
    const from = inSeconds + index * pitch * perPx;
    const peak = peakBetween(peaks, from, from + pitch * perPx);
    const high = Math.max(leastBar, peak * loudness * (height - 2 * margin));
    context.roundRect(x + margin + index * pitch, middle - high / 2, bar, high, 1);
  }
  context.fill();
  return true;
}
