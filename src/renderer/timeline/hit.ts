import { type Lane, type Piece, rowTop } from './lanes.ts';

/** The first index whose value is above `limit` (`or`: at least it); the values do not fall. */
function firstAbove(values: Float64Array, limit: number, or: 'above' | 'at-least' = 'above'): number {
  let [low, high] = [0, values.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const value = values[middle] ?? 0;
    if (or === 'above' ? value > limit : value >= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** How many pieces begin before a moment. */
function begunBy(pieces: readonly Piece[], ms: number): number {
  let [low, high] = [0, pieces.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((pieces[middle]?.startMs ?? 0) < ms) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Indices of the pieces of which something may lie between two moments, `to` not included. */
export function rangeOf({ pieces, latestEnds }: Lane, fromMs: number, toMs: number): readonly [number, number] {
  const from = firstAbove(latestEnds, fromMs);
  return [from, Math.max(from, begunBy(pieces, toMs))];
}

/** The lane at a height; null between two. */
export function laneAt(lanes: readonly Lane[], y: number): number | null {
  const found = lanes.findIndex(({ top, height }) => y >= top && y < top + height);
  return found === -1 ? null : found;
}

/** The row of a lane at a height. */
export function rowAt(lane: Lane, y: number): number {
  return Math.floor((y - lane.top) / rowTop(lane, 1));
}

/** The piece of a lane's row at a moment: of several the one that lies above, else one whose edge is as near as `reachMs`. */
export function pieceAt(lane: Lane, ms: number, reachMs: number, row = 0): number | null {
  const [from, to] = rangeOf(lane, ms - reachMs, ms + reachMs + 1e-6);
  let near: number | null = null;
  for (let index = to - 1; index >= from; index -= 1) {
    const piece = lane.pieces[index];
    if (piece?.row !== row) continue;
    if (ms >= piece.startMs && ms < piece.endMs) return index;
    if (near === null && piece.endMs >= ms - reachMs) near = index;
  }
  return near;
}

/** The nearest edge within `reachMs`, else the moment itself. */
export function snapped(edges: Float64Array, ms: number, reachMs: number): number {
  const next = firstAbove(edges, ms, 'at-least');
  const near = [edges[next - 1], edges[next]].filter((edge) => edge !== undefined);
  const best = near.reduce<number | null>(
    (found, edge) => (found === null || Math.abs(edge - ms) < Math.abs(found - ms) ? edge : found),
    null,
  );
  return best !== null && Math.abs(best - ms) <= reachMs ? best : ms;
}

/** The piece of a lane that is nearest to a moment; null of an empty one. */
export function nearest({ pieces }: Lane, ms: number): number | null {
  if (pieces.length === 0) return null;
  const at = Math.min(pieces.length - 1, begunBy(pieces, ms));
  const [before, after] = [pieces[at - 1], pieces[at]];
  if (before === undefined || after === undefined) return at;
  return distance(before, ms) <= distance(after, ms) ? at - 1 : at;
}

function distance({ startMs, endMs }: Piece, ms: number): number {
  return Math.max(0, startMs - ms, ms - endMs);
}

/** What is drawn as one: a piece, or as many as are too narrow to be told apart where they lie. */
export type Run = { readonly x: number; readonly width: number; readonly first: number; readonly last: number };

/** Narrower than this nobody tells pieces apart. In px. */
const narrow = 2;

/** The bars of the pieces `from` to `to`, where one takes `width(piece)` from `x(piece)` on. Their number grows with the pixels, not with the pieces. */
export function runsOf(
  lane: Lane,
  [from, to]: readonly [number, number],
  pxPerMs: number,
  fromMs: number,
): readonly Run[] {
  const runs: Run[] = [];
  let isOpen = false;
  for (let index = from; index < to; index += 1) {
    const piece = lane.pieces[index];
    if (piece === undefined) break;
    const x = (piece.startMs - fromMs) * pxPerMs;
    const width = (piece.endMs - piece.startMs) * pxPerMs;
    const before = isOpen ? runs.at(-1) : undefined;
    isOpen = width < narrow;
    if (isOpen && before !== undefined && x - before.x - before.width < narrow)
      runs[runs.length - 1] = { ...before, width: Math.max(before.width, x + width - before.x), last: index };
    else runs.push({ x, width: Math.max(narrow / 2, width), first: index, last: index });
  }
  return runs;
}
