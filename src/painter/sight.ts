import type { Box } from './brush.ts';
import type { Standing } from './camera.ts';
import type { Cover } from './cover.ts';

/** Pixels on a side of the parts into which a frame is divided. */
const tile = 64;
/** Pixels around a part of which a scaled picture takes something. */
const around = 2;

type Seen = {
  /** Undefined: nobody knows what it covers. */
  readonly cover: Cover | undefined;
  readonly standing: Standing;
  /** Drawn in one piece, as it costs much to draw it in several. */
  readonly isWhole: boolean;
};

/** The parts of the frame in which each layer has to be drawn, in pixels: neither where it is empty nor where nearer ones hide it. */
export function partsSeen(width: number, height: number, layers: readonly Seen[]): readonly (readonly Box[])[] {
  const columns = Math.ceil(width / tile);
  const rows = Math.ceil(height / tile);
  const hidden = new Uint8Array(columns * rows);
  const partsOf = ({ cover, standing: { size, x, y }, isWhole }: Seen): readonly Box[] => {
    const seen = new Uint8Array(columns * rows);
    for (let row = 0, at = 0; row < rows; row += 1) {
      for (let column = 0; column < columns; column += 1, at += 1) {
        if (hidden[at] === 1) continue;
        const covers = cover?.(
          (column * tile - around - x) / size,
          (row * tile - around - y) / size,
          ((column + 1) * tile + around - x) / size,
          ((row + 1) * tile + around - y) / size,
        );
        if (covers === 'none') continue;
        seen[at] = 1;
        if (covers === 'all') hidden[at] = 1;
      }
    }
    const parts = partsIn(seen, columns, rows);
    return isWhole ? joined(parts) : parts;
  };
  return layers.toReversed().map(partsOf).toReversed();
}

/** Rectangles of the tiles that are seen: runs of a row, those below one another together. */
function partsIn(seen: Uint8Array, columns: number, rows: number): readonly Box[] {
  const done: Box[] = [];
  let open: Box[] = [];
  for (let row = 0; row < rows; row += 1) {
    const runs: Box[] = [];
    for (let column = 0; column < columns; column += 1) {
      if (seen[row * columns + column] !== 1) continue;
      const from = column;
      while (column < columns && seen[row * columns + column] === 1) column += 1;
      const run = { x: from * tile, y: row * tile, width: (column - from) * tile, height: tile };
      const above = open.find(({ x, width }) => x === run.x && width === run.width);
      runs.push(above === undefined ? run : { ...above, height: above.height + tile });
      if (above !== undefined) open = open.filter((one) => one !== above);
    }
    done.push(...open);
    open = runs;
  }
  return [...done, ...open];
}

/** What holds them all. */
function joined(parts: readonly Box[]): readonly Box[] {
  if (parts.length < 2) return parts;
  const x = Math.min(...parts.map((part) => part.x));
  const y = Math.min(...parts.map((part) => part.y));
  const right = Math.max(...parts.map((part) => part.x + part.width));
  const bottom = Math.max(...parts.map((part) => part.y + part.height));
  return [{ x, y, width: right - x, height: bottom - y }];
}
