import { contextOf } from './pixels.ts';

/** As much of a decoded frame as is needed to draw it: a `VideoSample`, for one. `rotation` in degrees, clockwise; then it is flipped. */
export type DrawnFrame = {
  readonly visibleRect: { readonly width: number; readonly height: number };
  readonly rotation: number;
  readonly flip: boolean;
  readonly hasAlpha: boolean | null;
  readonly copyTo: (
    pixels: Uint8ClampedArray<ArrayBuffer>,
    options: { readonly format: 'RGBA' | 'RGBX' },
  ) => Promise<unknown>;
};

/** Draws a frame over the whole of a canvas, one frame after the other. The caller closes it. */
type FrameDrawer = (
  context: CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D,
  frame: DrawnFrame,
) => Promise<void>;

/**
 * Draws by way of the pixels. Of each frame that is drawn itself on a canvas without a GPU, Chromium keeps all pixels in a cache that
 * grows to half a gigabyte.
 */
export function createFrameDrawer(): FrameDrawer {
  const stage = new OffscreenCanvas(1, 1);
  let pixels = new Uint8ClampedArray(0);
  return async (context, frame) => {
    const { width, height } = frame.visibleRect;
    if (stage.width !== width || stage.height !== height) [stage.width, stage.height] = [width, height];
    if (pixels.length !== width * height * 4) pixels = new Uint8ClampedArray(width * height * 4);
    await frame.copyTo(pixels, { format: frame.hasAlpha === true ? 'RGBA' : 'RGBX' });
    contextOf(stage).putImageData(new ImageData(pixels, width, height), 0, 0);
    const { width: w, height: h } = context.canvas;
    const [across, down] = frame.rotation % 180 === 0 ? [w, h] : [h, w];
    context.save();
    context.imageSmoothingQuality = 'medium';
    context.translate(w / 2, h / 2);
    if (frame.flip) context.scale(-1, 1);
    context.rotate((frame.rotation * Math.PI) / 180);
    context.drawImage(stage, -across / 2, -down / 2, across, down);
    context.restore();
  };
}
