import type { VideoSample } from 'mediabunny';
import type { Composition } from '../shared/composition/composition.ts';
import type { Layer } from '../shared/composition/frame.ts';
import type { Size } from '../shared/composition/place.ts';
import type { Painter } from './paint.ts';
import type { Pictures } from './pictures.ts';
import { contextOf } from './pixels.ts';
import { blend, type Box, isPlain, type Overlay, overlayOf, planeBytes, planesOf, seenWithin, wash } from './planes.ts';

/** A layer that may lie over a frame's planes. */
export type Overlaid = Exclude<Layer, { readonly kind: 'block' }>;

/** Whether it can be laid over a frame's planes: what stands still, and effects that are as simple there. */
export function isOverlay(layer: Layer): layer is Overlaid {
  if (layer.kind === 'effect') return isPlain(layer.item.effect);
  return layer.kind === 'title' || (layer.kind === 'picture' && layer.item.kind === 'still');
}

/** A layer as an overlay, and what that depends on. `box`: what is seen of it at full strength; null where nothing is. */
type Laid = {
  readonly opacity: number;
  readonly image: CanvasImageSource | null;
  readonly box: Box | null;
  readonly overlay: Overlay | null;
};

/**
 * Lays overlays over a decoded frame (I420, as large as the film) in its own planes: what the painter would paint, without turning
 * frames into pixels and back. One frame at a time; who gets it closes it.
 */
export function createPlanePainter(
  composition: Composition,
  painter: Painter,
  pictures: Pick<Pictures, 'exactly'>,
): (sample: VideoSample, over: readonly Overlaid[]) => Promise<VideoFrame> {
  let known: ReadonlyMap<string, Laid> = new Map();
  const stage = contextOf(new OffscreenCanvas(1, 1));
  let bytes = new Uint8Array(0);

  const laidOut = async (layer: Exclude<Overlaid, { readonly kind: 'effect' }>, size: Size): Promise<Laid> => {
    const { opacity } = layer;
    const picture = layer.kind === 'picture' ? ((await pictures.exactly([layer])).get(layer.item) ?? null) : null;
    const image = picture?.image ?? null;
    const found = known.get(layer.item.id);
    const alike = found?.image === image ? found : null;
    if (alike?.opacity === opacity) return alike;
    const pixelsOf = (shown: Layer, { x, y, width, height }: Box): ImageData => {
      stage.setTransform(1, 0, 0, 1, 0, 0);
      stage.clearRect(0, 0, size.width, size.height);
      painter.paintOver(stage, composition, [shown], () => picture ?? '');
      return stage.getImageData(x, y, width, height);
    };
    if (stage.canvas.width !== size.width || stage.canvas.height !== size.height)
      [stage.canvas.width, stage.canvas.height] = [size.width, size.height];
    // While it fades only that part is read, frame after frame.
    const box = alike === null ? seenWithin(pixelsOf({ ...layer, opacity: 1 }, { ...size, x: 0, y: 0 })) : alike.box;
    return { opacity, image, box, overlay: box && overlayOf(pixelsOf(layer, box), box) };
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
