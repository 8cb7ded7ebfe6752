import { nearest } from './hit.ts';
import type { Lane, Piece } from './lanes.ts';

/** Pieces of one lane, from where the user began to where they are; `span` is the part of the time that is meant, null for all of it. */
export type Selection = {
  readonly lane: number;
  readonly anchor: number;
  readonly head: number;
  readonly span: Span | null;
};

export type Span = { readonly fromMs: number; readonly toMs: number };

export type Where = { readonly lane: number; readonly piece: number };

export function selectionAt({ lane, piece }: Where): Selection {
  return { lane, anchor: piece, head: piece, span: null };
}

/** On to another piece; on another lane it begins anew. */
export function extended(selection: Selection | null, where: Where): Selection {
  if (selection === null || selection.lane !== where.lane) return selectionAt(where);
  return { ...selection, head: where.piece, span: null };
}

export function indicesOf({ anchor, head }: Selection): readonly [number, number] {
  return [Math.min(anchor, head), Math.max(anchor, head)];
}

export function selectedPieces(lanes: readonly Lane[], selection: Selection): readonly Piece[] {
  const [first, last] = indicesOf(selection);
  return lanes[selection.lane]?.pieces.slice(first, last + 1) ?? [];
}

/** From when to when the selection lasts. */
export function spanOf(lanes: readonly Lane[], selection: Selection): Span {
  if (selection.span !== null) return selection.span;
  const pieces = selectedPieces(lanes, selection);
  return {
    fromMs: pieces[0]?.startMs ?? 0,
    toMs: pieces.reduce((latest, { endMs }) => Math.max(latest, endMs), 0),
  };
}

/**
 * With the part of it that lies between the marks I and O, where these name one; else as it is. `loop` in seconds, `to` null until it is
 * closed.
 */
export function withMarks(
  lanes: readonly Lane[],
  selection: Selection,
  loop: { readonly from: number; readonly to: number | null } | null,
): Selection {
  if (selection.span !== null || loop === null || loop.to === null) return selection;
  const whole = spanOf(lanes, selection);
  const span = { fromMs: Math.max(whole.fromMs, loop.from * 1000), toMs: Math.min(whole.toMs, loop.to * 1000) };
  const isPart = span.toMs - span.fromMs >= 1 && span.toMs - span.fromMs < whole.toMs - whole.fromMs;
  return isPart ? { ...selection, span } : selection;
}

/** What a key of the list does to the place in it; null where it is none of its business. */
export function moved(lanes: readonly Lane[], { lane, piece }: Where, key: string): Where | null {
  const pieces = lanes[lane]?.pieces ?? [];
  switch (key) {
    case 'ArrowLeft':
      return { lane, piece: Math.max(0, piece - 1) };
    case 'ArrowRight':
      return { lane, piece: Math.min(pieces.length - 1, piece + 1) };
    case 'ArrowUp':
      return across(lanes, { lane, piece }, -1);
    case 'ArrowDown':
      return across(lanes, { lane, piece }, 1);
    case 'Home':
      return { lane, piece: 0 };
    case 'End':
      return { lane, piece: pieces.length - 1 };
    default:
      return null;
  }
}

/** To the next lane that holds something, and there to what lies at about the same time. */
function across(lanes: readonly Lane[], where: Where, step: 1 | -1): Where {
  const from = lanes[where.lane]?.pieces[where.piece];
  for (let lane = where.lane + step; lane >= 0 && lane < lanes.length; lane += step) {
    const there = lanes[lane];
    const piece = there === undefined ? null : nearest(there, from === undefined ? 0 : (from.startMs + from.endMs) / 2);
    if (piece !== null) return { lane, piece };
  }
  return where;
}
