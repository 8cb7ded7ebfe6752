import type { Ratio } from '../../shared/scene/scene.ts';
import { changeClips } from './clips.ts';
import type { Cut, Framing, Which } from './cut.ts';

/** `zoom` multiplies the size there is, `turn` is added in degrees, clockwise; to mirror twice is as usual again, `isUsual` all of it. */
export interface FramingChange {
  readonly zoom?: number;
  readonly turn?: number;
  readonly mirror?: 'x' | 'y';
  readonly isUsual?: boolean;
}

const scales = { least: 0.1, most: 10 } as const;

export function changeFraming(cut: Cut, which: Which, change: FramingChange): Cut {
  return changeClips(cut, which, (part) => ({ ...part, framing: framed(part.framing ?? {}, change, cut.ratio) }));
}

/** Exactly so. */
export function setFraming(cut: Cut, number: number, framing: Framing): Cut {
  return changeClips(cut, [number], (part) => ({ ...part, framing: said(framing) }));
}

function framed(old: Framing, { zoom = 1, turn = 0, mirror, isUsual }: FramingChange, ratio: Ratio): Framing {
  if (isUsual === true) return {};
  const { scale = 1, rotation = 0, flippedX = false, flippedY = false } = old;
  const turned = (((rotation + turn) % 360) + 360) % 360;
  // What is laid on its side is shown whole.
  const [width = 1, height = 1] = ratio.split(':').map(Number);
  const fit = Math.min(width / height, height / width);
  const fitting = isOnSide(turned) === isOnSide(rotation) ? 1 : isOnSide(turned) ? fit : 1 / fit;
  const wanted = Math.min(scales.most, Math.max(scales.least, scale * zoom * fitting));
  return said({
    ...old,
    scale: Math.round(wanted * 1000) / 1000,
    rotation: turned,
    flippedX: mirror === 'x' ? !flippedX : flippedX,
    flippedY: mirror === 'y' ? !flippedY : flippedY,
  });
}

function isOnSide(rotation: number): boolean {
  return rotation % 180 === 90;
}

/** Without what is as usual. */
function said(framing: Framing): Framing {
  const { scale = 1, rotation = 0, flippedX = false, flippedY = false, x = 0, y = 0 } = framing;
  return {
    ...(Math.abs(scale - 1) < 0.002 ? {} : { scale }),
    ...(rotation === 0 ? {} : { rotation }),
    ...(flippedX ? { flippedX } : {}),
    ...(flippedY ? { flippedY } : {}),
    ...(x === 0 && y === 0 ? {} : { x, y }),
  };
}
