import { range, clockTenths } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { usePlayhead } from '../state/playhead.ts';
import { type Lane, rowTop } from './lanes.ts';
import type { Marks } from './marks.ts';
import { useMarked } from './menu.tsx';
import { selectedPieces, spanOf } from './selection.ts';
import { useTimeline } from './store.ts';
import { xOf } from './view.ts';

/** The place of the player on the timeline. */
export function Playhead() {
  const view = useTimeline((state) => state.view);
  const x = usePlayhead(({ seconds }) => Math.round(xOf(view, Math.min(view.durationMs, seconds * 1000)) * 2) / 2);
  const there = usePlayhead(({ player }) => player !== null);
  if (!there || x < -1 || x > view.width + 1) return null;
  return (
    <div
      aria-hidden
      style={{ transform: `translateX(${Math.min(x, view.width - 1)}px)` }}
      className="absolute inset-y-0 left-0 w-px bg-accent"
    >
      <div className="absolute top-0 -left-[4px] size-0 border-x-[4.5px] border-t-[6px] border-x-transparent border-t-accent" />
    </div>
  );
}

/** What lies between the marks I and O, along the ruler. */
export function MarkedPart() {
  const view = useTimeline((state) => state.view);
  const loop = usePlayhead((state) => state.loop);
  if (loop === null) return null;
  const left = Math.max(-8, xOf(view, loop.from * 1000));
  const right = Math.min(view.width + 8, xOf(view, (loop.to ?? loop.from) * 1000));
  if (right < -2 || left > view.width) return null;
  return (
    <div
      aria-hidden
      style={{ transform: `translateX(${left}px)`, width: Math.max(2, right - left) }}
      className="absolute top-0 left-0 h-1.5 rounded-[2px] border-x-2 border-accent bg-accent/40"
    />
  );
}

/** Where the pointer is in time: snapped to what begins or ends nearby. */
export function Hover({ ms }: { readonly ms: number | null }) {
  const view = useTimeline((state) => state.view);
  if (ms === null) return null;
  const x = xOf(view, ms);
  return (
    <div aria-hidden style={{ transform: `translateX(${x}px)` }} className="absolute inset-y-0 left-0 w-px bg-faint/60">
      <span
        className={`absolute top-0 rounded-thumb bg-raised px-1 text-xs leading-[18px] text-ink tabular ring-1 ring-line-strong ${x > view.width - 56 ? 'right-1.5' : 'left-1.5'}`}
      >
        {clockTenths(ms / 1000)}
      </span>
    </div>
  );
}

/** Around what is chosen; the part that is meant is tinted. */
export function SelectionBox({ lanes }: { readonly lanes: readonly Lane[] }) {
  const view = useTimeline((state) => state.view);
  const selection = useMarked(lanes);
  if (selection === null) return null;
  const lane = lanes[selection.lane];
  const pieces = selectedPieces(lanes, selection);
  if (lane === undefined || pieces.length === 0) return null;
  const whole = spanOf(lanes, { ...selection, span: null });
  const part = spanOf(lanes, selection);
  const rows = pieces.map(({ row }) => row);
  const top = lane.top + rowTop(lane, Math.min(...rows));
  const height = rowTop(lane, Math.max(...rows) - Math.min(...rows)) + lane.rowHeight;
  const box = ({ fromMs, toMs }: typeof whole) => {
    const left = Math.max(-8, xOf(view, fromMs));
    return { left, width: Math.max(2, Math.min(view.width + 8, xOf(view, toMs)) - left) };
  };
  if (xOf(view, whole.toMs) < 0 || xOf(view, whole.fromMs) > view.width) return null;
  return (
    <div aria-hidden className="pointer-events-none absolute inset-0 overflow-x-clip">
      <div
        style={{ ...box(whole), top: top - 2, height: height + 4 }}
        className="absolute rounded-control border-2 border-accent"
      />
      {selection.span !== null && <div style={{ ...box(part), top, height }} className="absolute bg-accent/25" />}
    </div>
  );
}

/** What the canvas shows in dashes, for those who do not see it. */
export function GhostList({ lanes, marks }: { readonly lanes: readonly Lane[]; readonly marks: Marks }) {
  const { t } = useText();
  const removed = marks.ghosts.filter(({ why }) => why === 'removed');
  if (removed.length === 0 || lanes.length === 0) return null;
  return removed.map(({ track, name, startMs, endMs }, index) => (
    <div
      key={index}
      role="img"
      data-change="removed"
      aria-label={t('timeline.ghost', { track: t(`track.${track}`), name, range: range(t, startMs, endMs) })}
      className="sr-only"
    />
  ));
}
