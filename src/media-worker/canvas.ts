import { type InputVideoTrack, VideoSampleSink } from 'mediabunny';
import { createFrameDrawer } from '../compositor/frame-drawer.ts';
import type { Size } from '../shared/composition/place.ts';

/** The size within `box` that keeps the sides' ratio; never larger than it is. */
export function fitInto(size: Size, box: Size): Size {
  const scale = Math.min(1, box.width / size.width, box.height / size.height);
  return {
    width: Math.max(1, Math.round(size.width * scale)),
    height: Math.max(1, Math.round(size.height * scale)),
  };
}

/** The ground of small pictures with transparency: neither black nor white, so that both stand out on it. */
export const neutralGround = '#a3a3a3';

/** Fills what is transparent on the canvas. */
export function putOn(ground: string, canvas: HTMLCanvasElement): HTMLCanvasElement {
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas');
  context.save();
  context.globalCompositeOperation = 'destination-over';
  context.fillStyle = ground;
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.restore();
  return canvas;
}

/** The picture on a canvas of this size, over white: a JPEG has no transparency. */
export function canvasOf(
  picture: ImageBitmap,
  { width, height }: Size,
  ground: string | null = '#fff',
): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('There is no canvas');
  if (ground !== null) {
    context.fillStyle = ground;
    context.fillRect(0, 0, width, height);
  }
  context.imageSmoothingQuality = 'high';
  context.drawImage(picture, 0, 0, width, height);
  return canvas;
}

const qualities = [0.82, 0.65, 0.45, 0.25] as const;

/** The canvas as a JPEG data URL of at most `most` characters; null where even the poorest one is longer. */
export function jpegUrl(canvas: HTMLCanvasElement, most: number): string | null {
  for (const quality of qualities) {
    const url = canvas.toDataURL('image/jpeg', quality);
    if (url.length <= most) return url;
  }
  return null;
}

/** The frames at these seconds, each on a canvas of its own of this size; null where there is none. */
export async function* framesAt(
  video: InputVideoTrack,
  times: readonly number[],
  { width, height }: Size,
): AsyncGenerator<HTMLCanvasElement | null> {
  const draw = createFrameDrawer();
  for await (const sample of new VideoSampleSink(video).samplesAtTimestamps(times)) {
    if (sample === null) {
      yield null;
      continue;
    }
    try {
      const canvas = document.createElement('canvas');
      [canvas.width, canvas.height] = [width, height];
      const context = canvas.getContext('2d', { willReadFrequently: true });
      if (context === null) throw new Error('There is no canvas');
      await draw(context, sample);
      yield canvas;
    } finally {
      sample.close();
    }
  }
}
