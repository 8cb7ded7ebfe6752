import type { VideoSample } from 'mediabunny';
import type { Composition } from '../shared/composition/composition.ts';
import { layersAt, type Layer, type PictureLayer } from '../shared/composition/frame.ts';
import { indexOf } from '../shared/composition/frame-index.ts';
import { coversCanvas, type Placement, type Size } from '../shared/composition/place.ts';
import { createMixer } from './mixer.ts';
import { createPainter } from './paint.ts';
import { createPlanePainter, isOverlay, type Overlaid } from './plane-painter.ts';
import { createPictures } from './pictures.ts';
import type { SoundBlock } from './protocol.ts';
import { paintExactly } from './snapshots.ts';
import { createSources, opaqueSizeOf } from './sources.ts';

/** A composition that is drawn from its beginning to its end, whatever time it takes. */
type Render = {
  /** Draws the very frame, as large as the context's canvas. */
  readonly draw: (context: OffscreenCanvasRenderingContext2D, frame: number) => Promise<void>;
  /**
   * The decoder's own frame, where it is as large as the film and lies there as it is, with what stands over it: an encoder takes it in
   * half the time. Null where the frame is to be drawn. Who gets it closes it.
   */
  readonly undrawn: (frame: number, size: Size) => Promise<VideoFrame | null>;
  /** A block of `blockSeconds` from this second on. */
  readonly sound: (from: number) => Promise<SoundBlock>;
  readonly close: () => void;
};

/** `mediaBase`: where media are served by their ids. What is not to be had leaves its card and silence, as in the preview. */
export function openRender(composition: Composition, mediaBase: string): Render {
  // The preview names what it cannot draw; nobody wants that name in a film.
  const tracks = composition.tracks.map((track) => track.filter(({ kind }) => kind !== 'block'));
  const sources = createSources(
    () => mediaBase,
    () => undefined,
  );
  const index = indexOf({ ...composition, tracks }, (mediaId) => opaqueSizeOf(sources.facts().get(mediaId)));
  const pictures = createPictures(sources, 'late');
  const painter = createPainter();
  const lay = createPlanePainter(composition, painter, pictures);
  const mixer = createMixer(async (mediaId) => {
    const source = await sources.open(mediaId);
    return source.kind === 'film' ? source.sound : null;
  });
  return {
    draw: async (context, frame) => {
      pictures.prepare(index, frame);
      await paintExactly(context, { painter, pictures, index, frame, reason: () => '' });
    },
    undrawn: async (frame, size) => {
      pictures.prepare(index, frame);
      const planes = asPlanes(layersAt(index, frame));
      if (planes === null) return null;
      const { below, over } = planes;
      const sample = await pictures.decoded(below).catch(() => null);
      if (sample === null || !isEncodedAlike(sample, size)) return null;
      if (!coversCanvas(size, composition.canvas, below.item.placement)) return null;
      return over.length === 0 ? sample.toVideoFrame() : lay(sample, over);
    },
    sound: (from) => mixer.block(index, from),
    close: () => {
      pictures.close();
      mixer.reset();
      sources.keep(new Set());
    },
  };
}

type AsPlanes = { readonly below: PictureLayer; readonly over: readonly Overlaid[] };

/** The lowest picture, if it lies as it is, and what stands over it, if all of that can be laid over planes. */
export function asPlanes([below, ...over]: readonly Layer[]): AsPlanes | null {
  const isFitting = below?.kind === 'picture' && below.opacity === 1 && isAsItIs(below.item.placement);
  return isFitting && over.every(isOverlay) ? { below, over } : null;
}

function isAsItIs({ scale, x, y, rotation, flippedX, flippedY }: Placement): boolean {
  return scale === 1 && x === 0 && y === 0 && rotation === 0 && !flippedX && !flippedY;
}

/** Whether it is what the encoder makes of a drawn frame: of the film's size, with television's old colours. */
export function isEncodedAlike(
  { format, visibleRect, displayWidth, displayHeight, rotation, flip, colorSpace }: VideoSample,
  size: Size,
): boolean {
  const { left, top, width, height } = visibleRect;
  const isWhole = left === 0 && top === 0 && width === displayWidth && height === displayHeight;
  const isAsLarge = width === size.width && height === size.height;
  const isInColor = colorSpace.matrix === 'smpte170m' && colorSpace.fullRange !== true;
  return format === 'I420' && isWhole && isAsLarge && isInColor && rotation === 0 && !flip;
}
