import type { InputVideoTrack } from 'mediabunny';
import { thumbnailBytes } from '../shared/domain/media-info.ts';
import type { Size } from '../shared/composition/place.ts';
import type { TaskAnswer } from '../shared/media-worker-protocol.ts';
import { canvasOf, fitInto, framesAt, jpegUrl, neutralGround, putOn } from './canvas.ts';
import { frameQuality, framesToTry, isGoodFrame } from './frame-quality.ts';
import { CannotDecode, openPicture, sizeWithin, tryTracks } from './source.ts';

const box: Size = { width: 320, height: 240 };

/** The first good frame of a video, or the picture itself, small. Throws `CannotDecode` where there is none. */
export async function drawThumbnail(url: string): Promise<TaskAnswer<'thumbnail'>> {
  const canvas = (await tryTracks(url, ({ video }) => frameOf(video))) ?? (await smallPicture(url));
  return { image: jpegUrl(canvas, thumbnailBytes) };
}

/** The first frame that is neither black nor one colour; the most varied of those looked at where all are. */
async function frameOf(video: InputVideoTrack | null): Promise<HTMLCanvasElement> {
  if (video === null || !(await video.canDecode())) throw new CannotDecode();
  const size = await sizeWithin(video, box);
  const first = await video.getFirstTimestamp();
  const times = framesToTry((await video.computeDuration()) - first).map((at) => first + at);
  let best: { readonly canvas: HTMLCanvasElement; readonly variety: number } | null = null;
  for await (const frame of framesAt(video, times, size)) {
    if (frame === null) continue;
    const canvas = putOn(neutralGround, frame);
    const quality = frameQuality(pixelsOf(canvas));
    if (isGoodFrame(quality)) return canvas;
    if (best === null || quality.variety > best.variety) best = { canvas, variety: quality.variety };
  }
  if (best === null) throw new CannotDecode();
  return best.canvas;
}

function pixelsOf(canvas: HTMLCanvasElement): Uint8ClampedArray {
  return canvas.getContext('2d')?.getImageData(0, 0, canvas.width, canvas.height).data ?? new Uint8ClampedArray();
}

async function smallPicture(url: string): Promise<HTMLCanvasElement> {
  const picture = await openPicture(url);
  const canvas = canvasOf(picture, fitInto(picture, box), neutralGround);
  picture.close();
  return canvas;
}
