/** How much of a box, in the pixels of its layer, a layer paints over whatever the moment. What it is not sure of is 'some'. */
export type Cover = (left: number, top: number, right: number, bottom: number) => 'none' | 'some' | 'all';

/** Pixels on a side of what is looked at as one. */
const cell = 32;

/** Of a canvas that is drawn with its upper left corner at (x, y). It is looked at when one first asks, and must not change then. */
export function coverOfCanvas(canvas: OffscreenCanvas, x: number, y: number): Cover {
  let known: Cover | undefined;
  return (...range) => (known ??= lookedAt(canvas, x, y))(...range);
}

function lookedAt(canvas: OffscreenCanvas, x: number, y: number): Cover {
  const { width, height } = canvas;
  const columns = Math.ceil(width / cell);
  const rows = Math.ceil(height / cell);
  const [blanks, solids] = [sumsOf(columns, rows), sumsOf(columns, rows)];
  const context = canvas.getContext('2d');
  for (let row = 0; row < rows; row += 1) {
    const tall = Math.min(cell, height - row * cell);
    const data = context?.getImageData(0, row * cell, width, tall).data ?? new Uint8ClampedArray();
    for (let column = 0; column < columns; column += 1) {
      const { isBlank, isSolid } = opacityOf(data, width, column * cell, Math.min(width, (column + 1) * cell), tall);
      blanks.add(column, row, isBlank);
      solids.add(column, row, isSolid);
    }
  }
  return (left, top, right, bottom) => {
    const [fromX, toX] = [Math.max(0, left - x), Math.min(width, right - x)];
    const [fromY, toY] = [Math.max(0, top - y), Math.min(height, bottom - y)];
    if (fromX >= toX || fromY >= toY) return 'none';
    const range = [
      Math.floor(fromX / cell),
      Math.floor(fromY / cell),
      Math.ceil(toX / cell),
      Math.ceil(toY / cell),
    ] as const;
    if (blanks.areAll(...range)) return 'none';
    const isInside = left >= x && top >= y && right <= x + width && bottom <= y + height;
    return isInside && solids.areAll(...range) ? 'all' : 'some';
  };
}

function opacityOf(data: Uint8ClampedArray, width: number, from: number, to: number, tall: number) {
  let [isBlank, isSolid] = [true, true];
  for (let row = 0; row < tall && (isBlank || isSolid); row += 1) {
    for (let at = (row * width + from) * 4 + 3; at < (row * width + to) * 4; at += 4) {
      const opacity = data[at];
      if (opacity !== 0) isBlank = false;
      if (opacity !== 255) isSolid = false;
    }
  }
  return { isBlank, isSolid };
}

/** Counts of cells from the upper left corner, so that those of any range are known at once. Cells are added row by row. */
function sumsOf(columns: number, rows: number) {
  const wide = columns + 1;
  const sums = new Int32Array(wide * (rows + 1));
  const at = (column: number, row: number): number => sums[row * wide + column] ?? 0;
  return {
    add: (column: number, row: number, isCounted: boolean): void => {
      sums[(row + 1) * wide + column + 1] =
        at(column, row + 1) + at(column + 1, row) - at(column, row) + (isCounted ? 1 : 0);
    },
    areAll: (left: number, top: number, right: number, bottom: number): boolean =>
      at(right, bottom) - at(left, bottom) - at(right, top) + at(left, top) === (right - left) * (bottom - top),
  };
}
