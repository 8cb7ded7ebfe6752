import { useRef, type PointerEvent } from 'react';
import { changeView, useTimeline } from './store.ts';
import { isFitted, panned } from './view.ts';

/** Which part of the cut is on screen, as the thumb of a scroll bar that can be drawn along. */
export function Overview() {
  const view = useTimeline((state) => state.view);
  const held = useRef<number>(null);
  const whole = isFitted(view);
  const share = Math.max(0.03, Math.min(1, view.width / view.pxPerMs / view.durationMs));
  const length = view.width / view.pxPerMs;
  const left = whole ? 0 : (view.fromMs / Math.max(1, view.durationMs - length)) * (1 - share);
  const drag = (event: PointerEvent<HTMLElement>): void => {
    if (held.current === null) return;
    const px = event.clientX - held.current;
    held.current = event.clientX;
    const track = view.width * (1 - share);
    if (track > 0) changeView((now) => panned(now, (px / track) * (now.durationMs * now.pxPerMs - now.width)));
  };
  return (
    <div aria-hidden className="lane-start mt-1 h-2 shrink-0">
      {!whole && (
        <div className="relative h-1.5 rounded-full bg-line/60">
          <div
            style={{ left: `${left * 100}%`, width: `${share * 100}%` }}
            className="absolute inset-y-0 rounded-full bg-line-strong hover:bg-faint"
            onPointerDown={(event) => {
              held.current = event.clientX;
              event.currentTarget.setPointerCapture(event.pointerId);
            }}
            onPointerMove={drag}
            onPointerUp={() => {
              held.current = null;
            }}
          />
        </div>
      )}
    </div>
  );
}
