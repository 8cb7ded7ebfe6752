import { assertNever } from '../shared/assert-never.ts';
import type { Move } from '../shared/scene/scene.ts';

/** Where the camera is: zoom 1 shows the whole frame; x and y are shares of the frame. */
type View = { readonly zoom: number; readonly x: number; readonly y: number; readonly isOrbit: boolean };

const ease = (share: number): number => share * share * (3 - 2 * share);

/** How the camera stands at a share (0..1) of its move. */
export function viewAt(move: Move, share: number, isClose: boolean): View {
  // Mostly even, so that a cut finds it moving.
  const at = share * 0.6 + ease(share) * 0.4;
  const near = isClose ? 0.1 : 0;
  const still = { x: 0, y: 0, isOrbit: false };
  switch (move) {
    case 'push-in':
      return { ...still, zoom: 1.01 + near + at * 0.2 };
    case 'pull-out':
      return { ...still, zoom: 1.21 + near - at * 0.2 };
    case 'pan-left':
      return { ...still, zoom: 1.06 + near, x: 0.06 - at * 0.12 };
    case 'pan-right':
      return { ...still, zoom: 1.06 + near, x: -0.06 + at * 0.12 };
    case 'rise':
      return { ...still, zoom: 1.06 + near + at * 0.03, y: 0.05 - at * 0.1 };
    case 'orbit':
      return { zoom: 1.08 + near + Math.sin(at * Math.PI) * 0.03, x: -0.055 + at * 0.11, y: 0, isOrbit: true };
    case 'still':
      return { ...still, zoom: 1.02 + near + at * 0.025 };
    default:
      return assertNever(move);
  }
}

/** How things at a depth are shown: enlarged by `size`, then moved by x and y, pixels. */
export type Standing = { readonly size: number; readonly x: number; readonly y: number };

/** Of things at a depth, around a focus in pixels. */
export function standingOf(
  { zoom, x, y, isOrbit }: View,
  depth: number,
  {
    width,
    height,
    focus,
  }: { readonly width: number; readonly height: number; readonly focus: readonly [number, number] },
): Standing {
  const size = 1 + (zoom - 1) * (0.3 + 0.7 * depth);
  // Around a thing the far side moves against the near one.
  const shift = isOrbit ? depth - 0.85 : depth;
  return {
    size,
    x: focus[0] * (1 - size) - x * width * shift,
    y: focus[1] * (1 - size) - y * height * depth,
  };
}
