import type { Size } from '../shared/composition/place.ts';

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
