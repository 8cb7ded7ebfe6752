import { useEffect, useRef, type MouseEvent, type PointerEvent, type RefObject } from 'react';
import { usePlayhead } from '../state/playhead.ts';
import { laneAt, pieceAt, rangeOf, rowAt, snapped } from './hit.ts';
import type { Lanes } from './lanes.ts';
import { extended, indicesOf, selectionAt, type Selection, type Where } from './selection.ts';
import { openMenu, pan, select, useTimeline, zoom } from './store.ts';
import { msAt } from './view.ts';

/** Nearer than this to an edge, it is the edge. In px. */
const snapPx = 6;
/** A hand that clicks moves a little. In px. */
const stillPx = 3;
/** How near a piece of no width is hit. In px. */
const reachPx = 2;

/** What is under the pointer. */
export type Spot = { readonly ms: number; readonly where: Where | null };

type Press = Spot & {
  readonly x: number;
  readonly shift: boolean;
  readonly lane: number | null;
  readonly isMoved: boolean;
};

type Handlers = {
  readonly onPointerDown: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerMove: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerUp: (event: PointerEvent<HTMLElement>) => void;
  readonly onPointerCancel: () => void;
  readonly onPointerLeave: () => void;
  readonly onContextMenu: (event: MouseEvent<HTMLElement>) => void;
};

type Area = {
  /** The element whose left edge is the view's, and whose top is that of the first lane. */
  readonly area: RefObject<HTMLElement | null>;
  readonly all: Lanes;
  readonly onHover: (spot: Spot | null) => void;
};

function seekTo(ms: number): void {
  usePlayhead.getState().player?.seek(ms / 1000);
}

/** Clicks choose and seek, drags seek, both with Shift mark a part. */
export function usePointer({ area, all, onHover }: Area): Handlers {
  const press = useRef<Press>(null);
  const spotOf = (event: MouseEvent): Spot & { readonly lane: number | null } => {
    const box = area.current?.getBoundingClientRect();
    const { view } = useTimeline.getState();
    const exact = msAt(view, event.clientX - (box?.left ?? 0));
    const y = event.clientY - (box?.top ?? 0);
    const lane = laneAt(all.lanes, y);
    const hit = lane === null ? undefined : all.lanes[lane];
    const piece = hit === undefined ? null : pieceAt(hit, exact, reachPx / view.pxPerMs, rowAt(hit, y));
    return {
      ms: snapped(all.edges, exact, snapPx / view.pxPerMs),
      lane,
      where: lane === null || piece === null ? null : { lane, piece },
    };
  };
  return {
    onPointerDown: (event) => {
      if (event.button !== 0 || event.ctrlKey) return;
      const spot = spotOf(event);
      press.current = { ...spot, x: event.clientX, shift: event.shiftKey, isMoved: false };
      event.currentTarget.setPointerCapture(event.pointerId);
      if (spot.where === null && !event.shiftKey) seekTo(spot.ms);
    },
    onPointerMove: (event) => {
      const spot = spotOf(event);
      onHover(spot);
      const from = press.current;
      if (from === null || (!from.isMoved && Math.abs(event.clientX - from.x) <= stillPx)) return;
      press.current = { ...from, isMoved: true };
      if (!from.shift) return seekTo(spot.ms);
      const marked = markedPart(all, from.lane, from.ms, spot.ms);
      if (marked !== null) select(marked);
    },
    onPointerUp: (event) => {
      const from = press.current;
      press.current = null;
      if (from === null) return;
      document.getElementById('timeline-segments')?.focus({ preventScroll: true });
      if (from.isMoved) return;
      const { selection } = useTimeline.getState();
      if (from.where === null) select(null);
      else if (event.shiftKey) select(extended(selection, from.where));
      else {
        select(selectionAt(from.where));
        seekTo(from.ms);
      }
    },
    onPointerCancel: () => {
      press.current = null;
    },
    onPointerLeave: () => onHover(null),
    onContextMenu: (event) => {
      event.preventDefault();
      const { where } = spotOf(event);
      const { selection } = useTimeline.getState();
      if (where !== null && !holds(selection, where)) select(selectionAt(where));
      if (where !== null || selection !== null) openMenu({ x: event.clientX, y: event.clientY });
    },
  };
}

function holds(selection: Selection | null, { lane, piece }: Where): boolean {
  if (selection === null || selection.lane !== lane) return false;
  const [first, last] = indicesOf(selection);
  return piece >= first && piece <= last;
}

/** What of a lane lies between two moments; without one, of the lane of clips. */
function markedPart({ lanes }: Lanes, at: number | null, one: number, other: number): Selection | null {
  const index = at ?? lanes.findIndex(({ kind }) => kind === 'video');
  const lane = lanes[index];
  const span = { fromMs: Math.min(one, other), toMs: Math.max(one, other) };
  if (lane === undefined || span.fromMs === span.toMs) return null;
  const [first, end] = rangeOf(lane, span.fromMs, span.toMs);
  return first < end ? { lane: index, anchor: first, head: end - 1, span } : null;
}

/** The wheel pans, with Ctrl it zooms at the pointer, as a pinch does. Where lanes do not fit, an upright wheel goes through them. */
export function useWheel(element: RefObject<HTMLElement | null>, area: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const target = element.current;
    if (target === null) return;
    const onWheel = (event: WheelEvent): void => {
      const lines = event.deltaMode === 1 ? 16 : 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const x = event.clientX - (area.current?.getBoundingClientRect().left ?? 0);
        // A pinch comes in small steps, a wheel in one of a hundred.
        const amount = Math.max(-60, Math.min(60, event.deltaY * lines));
        return zoom(Math.exp(-amount / 150), Math.max(0, x));
      }
      const sideways = event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY);
      if (!sideways && target.scrollHeight > target.clientHeight + 1) return;
      event.preventDefault();
      pan((sideways && event.deltaX !== 0 ? event.deltaX : event.deltaY) * lines);
    };
    target.addEventListener('wheel', onWheel, { passive: false });
    return () => target.removeEventListener('wheel', onWheel);
  }, [element, area]);
}
