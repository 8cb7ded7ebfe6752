/**
 * How a picture is laid on the canvas. Wire contract, "The draft": `x` and `y` from the middle in half canvases, y up; `rotation` in
 * degrees, clockwise; `opacity` 0..1; `scale` 1 is as large as fits.
 */
export type Placement = {
  readonly opacity: number;
  readonly rotation: number;
  readonly scale: number;
  readonly x: number;
  readonly y: number;
  readonly flippedX: boolean;
  readonly flippedY: boolean;
};

export const asItIs: Placement = { opacity: 1, rotation: 0, scale: 1, x: 0, y: 0, flippedX: false, flippedY: false };

export type Size = { readonly width: number; readonly height: number };

/** A picture's middle on the canvas, its size there (pixels of the canvas, y down), and its turn in radians, clockwise. */
type Placed = Size & {
  readonly centerX: number;
  readonly centerY: number;
  readonly turn: number;
  readonly flippedX: boolean;
  readonly flippedY: boolean;
};

/** Lays a picture of this size on the canvas: whole, as large as fits, then as its placement says. */
export function place(picture: Size, canvas: Size, placement: Placement): Placed {
  const fit = Math.min(canvas.width / picture.width, canvas.height / picture.height) * placement.scale;
  return {
    width: picture.width * fit,
    height: picture.height * fit,
    centerX: (canvas.width / 2) * (1 + placement.x),
    centerY: (canvas.height / 2) * (1 - placement.y),
    turn: (placement.rotation * Math.PI) / 180,
    flippedX: placement.flippedX,
    flippedY: placement.flippedY,
  };
}

/** Less than half a pixel of the canvas is a rounding, not a gap. */
const tolerance = 0.5;

/** Whether an opaque picture hides everything under it. */
export function coversCanvas(picture: Size, canvas: Size, placement: Placement): boolean {
  if (placement.opacity < 1 || placement.rotation % 180 !== 0) return false;
  const { width, height, centerX, centerY } = place(picture, canvas, placement);
  return (
    centerX - width / 2 <= tolerance &&
    centerY - height / 2 <= tolerance &&
    centerX + width / 2 >= canvas.width - tolerance &&
    centerY + height / 2 >= canvas.height - tolerance
  );
}
