import { applyPalette, GIFEncoder, quantize } from 'gifenc';
import { openRender } from '../compositor/render.ts';
import { contextOf as drawingOn } from '../compositor/pixels.ts';
import type { MediaTask, TaskAnswer } from '../shared/media-worker-protocol.ts';
import type { TaskContext } from './wire.ts';

const colors = 256;
/** What main takes at once, in bytes. */
const pieceBytes = 8 * 1024 * 1024;

/** Draws a part of a composition as a GIF that plays over and over, with a palette of its own for each frame. */
export async function makeGif(
  { composition, width, height, frames, delayMs }: Extract<MediaTask, { readonly kind: 'gif' }>,
  context: TaskContext,
): Promise<TaskAnswer<'gif'>> {
  const render = openRender(composition, context.sourceBase);
  const drawing = drawingOn(new OffscreenCanvas(width, height));
  const gif = GIFEncoder();
  try {
    for (const [index, frame] of frames.entries()) {
      await render.draw(drawing, frame);
      const { data } = drawing.getImageData(0, 0, width, height);
      const palette = quantize(data, colors);
      gif.writeFrame(applyPalette(data, palette), width, height, { palette, delay: delayMs, repeat: 0 });
      context.progress((index + 1) / frames.length);
    }
    gif.finish();
  } finally {
    render.close();
  }
  const bytes = gif.bytes();
  for (let at = 0; at < bytes.length; at += pieceBytes) await context.write(bytes.slice(at, at + pieceBytes), at);
  return {};
}
