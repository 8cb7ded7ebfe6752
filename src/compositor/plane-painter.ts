import type { VideoSample } from 'mediabunny';
import type { Composition } from '../shared/composition/composition.ts';
import type { Layer } from '../shared/composition/frame.ts';
import type { Size } from '../shared/composition/place.ts';
import type { Painter } from './paint.ts';
import type { Pictures } from './pictures.ts';
import { contextOf } from './pixels.ts';
import { blend, isPlain, type Overlay, overlayOf, planeBytes, planesOf, wash } from './planes.ts';

/** Whether it can be laid over a frame's planes: what stands still, and effects that are as simple there. */
export function isOverlay(layer: Layer): boolean {
  if (layer.kind === 'effect') return isPlain(layer.item.effect);
  return layer.kind === 'title' || (layer.kind === 'picture' && layer.item.kind === 'still');
}

/** A layer as an overlay, and what that depends on. */
type Laid = { readonly opacity: number; readonly image: CanvasImageSource | null; readonly overlay: Overlay | null };

/**
 * Lays overlays over a decoded frame (I420, as large as the film) in its own planes: what the painter would paint, without turning
 * frames into pixels and back. One frame at a time; who gets it closes it.
 */
export function createPlanePainter(
  composition: Composition,
  painter: Painter,
  pictures: Pick<Pictures, 'exactly'>,
): (sample: VideoSample, over: readonly Layer[]) => Promise<VideoFrame> {
  let known: ReadonlyMap<string, Laid> = new Map();
  const stage = contextOf(new OffscreenCanvas(1, 1));
  let bytes = new Uint8Array(0);

  const laidOut = async (layer: Exclude<Layer, { readonly kind: 'effect' }>, size: Size): Promise<Laid> => {
    const opacity = layer.kind === 'block' ? 1 : layer.opacity;
    const picture = layer.kind === 'picture' ? ((await pictures.exactly([layer])).get(layer.item) ?? null) : null;
    const found = known.get(layer.item.id);
    const image = picture?.image ?? null;
    if (found?.opacity === opacity && found.image === image) return found;
    const { canvas } = stage;
    // To set a canvas's size also clears it.
    [canvas.width, canvas.height] = [size.width, size.height];
    painter.paintOver(stage, composition, [layer], () => picture ?? '');
    return { opacity, image, overlay: overlayOf(stage.getImageData(0, 0, size.width, size.height)) };
  };

  return async (sample, over) => {
    const size = sample.visibleRect;
    if (bytes.length !== planeBytes(size)) bytes = new Uint8Array(planeBytes(size));
    await sample.copyTo(bytes);
    const planes = planesOf(bytes, size);
    // What left the picture is forgotten: a film may have a thousand captions.
    const seen = new Map<string, Laid>();
    for (const layer of over) {
      if (layer.kind === 'effect') {
        wash(planes, layer.item.effect, layer.strength);
        continue;
      }
      const laid = await laidOut(layer, size);
      seen.set(layer.item.id, laid);
      if (laid.overlay !== null) blend(planes, laid.overlay);
    }
    known = seen;
    return new VideoFrame(bytes, {
      format: 'I420',
      codedWidth: size.width,
      codedHeight: size.height,
      timestamp: 0,
      colorSpace: sample.colorSpace.toJSON(),
    });
  };
}
