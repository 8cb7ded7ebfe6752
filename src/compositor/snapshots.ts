import type { Picture } from '../shared/composition/composition.ts';
import { layersAt } from '../shared/composition/frame.ts';
import type { FrameIndex } from '../shared/composition/frame-index.ts';
import type { Size } from '../shared/composition/place.ts';
import type { Painter } from './paint.ts';
import { createPictures, type Pictures, type RenditionOf } from './pictures.ts';
import { contextOf } from './pixels.ts';
import type { Sources } from './sources.ts';

/** A frame that is kept is no larger than this: 4K. */
const mostPixels = 3840 * 2160;

/**
 * Makes PNGs of frames, as large as the canvas, one after the other. They are read by lanes of their own, as those of the stage may be
 * playing; these are closed when nobody waits any more.
 */
export function createSnapshots(sources: Sources, painter: Painter, reason: (item: Picture) => string): Snapshots {
  const pictures = createPictures(sources);
  let last: Promise<unknown> = Promise.resolve();
  let waiting = 0;

  const take = async (index: FrameIndex, frame: number): Promise<ArrayBuffer> => {
    const { canvas } = index.composition;
    const { width, height } = scaled(canvas, Math.min(1, scaleTo(canvas, mostPixels)));
    const whole = new OffscreenCanvas(width, height);
    await paintExactly(contextOf(whole), { painter, pictures, index, frame, reason });
    return (await whole.convertToBlob({ type: 'image/png' })).arrayBuffer();
  };

  return async (index, frame) => {
    waiting += 1;
    const png = last.then(() => take(index, frame)).catch(() => null);
    last = png;
    const made = await png;
    waiting -= 1;
    if (waiting === 0) pictures.close();
    return made;
  };
}

/** Null where it cannot be made. */
type Snapshots = (index: FrameIndex, frame: number) => Promise<ArrayBuffer | null>;

type Wanted = {
  readonly painter: Painter;
  readonly pictures: Pictures;
  readonly index: FrameIndex;
  readonly frame: number;
  /** Why a picture is not there. */
  readonly reason: (item: Picture) => string;
  /** From the originals, where nothing else is said. */
  readonly renditionOf?: RenditionOf | undefined;
};

export async function paintExactly(
  context: OffscreenCanvasRenderingContext2D,
  { painter, pictures, index, frame, reason, renditionOf }: Wanted,
): Promise<void> {
  pictures.prepare(index, frame, renditionOf);
  const layers = layersAt(index, frame);
  const found = await pictures.exactly(layers, renditionOf);
  painter.paint(context, index.composition, layers, ({ item }) => found.get(item) ?? reason(item));
}

/** The scale at which a canvas has this many pixels. */
function scaleTo({ width, height }: Size, pixels: number): number {
  return Math.sqrt(pixels / (width * height));
}

function scaled({ width, height }: Size, scale: number): Size {
  return { width: Math.max(2, Math.round(width * scale)), height: Math.max(2, Math.round(height * scale)) };
}
