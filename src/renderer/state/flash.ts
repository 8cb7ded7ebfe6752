import { fold, isFolded } from './layout.ts';
import { useWindow } from './store.ts';

/** The region of the timeline, by its id in the page. */
export const timelineId = 'timeline';

/** How long the timeline stands out, ms. */
const flashMs = 1400;

/** Makes the timeline stand out for a moment and take the focus, so that eyes and screen readers find it. */
export function flashTimeline(): void {
  const { layout } = useWindow.getState().preferences;
  const parts = (['stage', 'timeline'] as const).filter((part) => isFolded(layout, part));
  for (const part of parts) fold(part, false);
  if (parts.length === 0) flash();
  else requestAnimationFrame(flash);
}

function flash(): void {
  const timeline = document.getElementById(timelineId);
  if (timeline === null) return;
  timeline.focus({ preventScroll: false });
  const ring = 'inset 0 0 0 2px var(--accent)';
  // Nothing moves: whoever wants less motion sees the ring, too.
  timeline.animate(
    [{ boxShadow: ring }, { boxShadow: ring, offset: 0.6 }, { boxShadow: 'inset 0 0 0 2px transparent' }],
    flashMs,
  );
}
