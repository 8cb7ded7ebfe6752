import type { Size } from '../shared/composition/place.ts';
import { contextOf } from './pixels.ts';

/** More pixels than this the stage does not get: a smooth picture is worth more than a sharp one while it moves. */
const mostPixels = 1280 * 720;

/** How many pixels a canvas is drawn with on a stage of this size; never more than it has. */
export function stageSize(canvas: Size, stage: Size): Size {
  const scale = Math.min(
    1,
    stage.width / canvas.width,
    stage.height / canvas.height,
    Math.sqrt(mostPixels / (canvas.width * canvas.height)),
  );
  return {
    width: Math.max(2, Math.round(canvas.width * scale)),
    height: Math.max(2, Math.round(canvas.height * scale)),
  };
}

/** Gives a stage this many pixels. What `stays` there is seen until the next picture is painted: without it the stage would go black. */
export function sizeStage(
  context: OffscreenCanvasRenderingContext2D,
  { width, height }: Size,
  picture: 'stays' | 'goes',
): void {
  const stage = context.canvas;
  if (stage.width === width && stage.height === height) return;
  const before = picture === 'stays' ? new OffscreenCanvas(stage.width, stage.height) : null;
  if (before !== null) contextOf(before).drawImage(stage, 0, 0);
  [stage.width, stage.height] = [width, height];
  if (before !== null) context.drawImage(before, 0, 0, width, height);
}
