import { useCallback, useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { Timeline as Cut } from '../../shared/domain/timeline.ts';
import { clock, clockTenths, range } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { usePlayhead } from '../state/playhead.ts';
import { type Lanes, rulerHeight } from './lanes.ts';
import type { Marks } from './marks.ts';
import { SegmentMenu } from './menu.tsx';
import { GhostList, Hover, MarkedPart, Playhead, SelectionBox } from './overlays.tsx';
import { paintLanes, paintRuler } from './paint.ts';
import { usePalette } from './palette.ts';
import { Overview } from './overview.tsx';
import { SegmentList } from './segment-list.tsx';
import { changeView, resize, useTimeline } from './store.ts';
import { useCanvas } from './use-canvas.ts';
import { useStrips } from './use-strips.ts';
import { type Spot, usePointer, useWheel } from './use-pointer.ts';
import { following, type View } from './view.ts';
import { barText } from './wording.ts';

type Props = { readonly lanes: Lanes; readonly marks: Marks; readonly cut: Cut };

/** The tracks on their ruler: drawn on canvases, with what moves or is chosen over them. */
export function Tracks({ lanes: all, marks, cut }: Props) {
  const { t } = useText();
  const view = useTimeline((state) => state.view);
  const scroller = useRef<HTMLDivElement>(null);
  const area = useRef<HTMLDivElement>(null);
  const [spot, setSpot] = useState<Spot | null>(null);
  useWidth(area, all.durationMs);
  useFollowing();
  useWheel(scroller, area);
  const pointer = usePointer({ area, all, onHover: setSpot });
  const hovered = spot?.where == null ? null : all.lanes[spot.where.lane];
  const piece = spot?.where == null ? undefined : hovered?.pieces[spot.where.piece];
  const title =
    piece == null || hovered == null
      ? undefined
      : `${barText(t, hovered.kind, piece.segment)} (${range(t, piece.startMs, piece.endMs)})`;
  return (
    <div className="flex min-h-0 flex-col px-4 pb-2">
      <p className="sr-only">{cut.summary}</p>
      <div ref={scroller} className="relative min-h-0 overflow-x-hidden overflow-y-auto">
        <div className="lane-start" title={title} {...pointer}>
          <Ruler view={view} />
          <div ref={area} style={{ height: all.height }} className="relative">
            <LaneCanvas all={all} marks={marks} view={view} version={cut.version} />
            <SelectionBox lanes={all.lanes} />
            <GhostList lanes={all.lanes} marks={marks} />
            <SegmentList lanes={all} marks={marks} />
          </div>
        </div>
        <LaneNames all={all} />
        <div className="lane-box pointer-events-none absolute inset-y-0 right-0 z-20 overflow-x-clip">
          <MarkedPart />
          <Hover ms={spot?.ms ?? null} />
          <Playhead />
        </div>
        {all.more > 0 && (
          <p className="lane-start pb-1 text-sm text-faint tabular">{t('timeline.moreTracks', { count: all.more })}</p>
        )}
      </div>
      <Overview />
      <SegmentMenu lanes={all.lanes} />
    </div>
  );
}

/** Keeps the view as wide as its place. */
function useWidth(area: React.RefObject<HTMLElement | null>, durationMs: number): void {
  useLayoutEffect(() => {
    const element = area.current;
    if (element === null) return;
    resize(durationMs, element.clientWidth);
    const observer = new ResizeObserver(() => resize(durationMs, element.clientWidth));
    observer.observe(element);
    return () => observer.disconnect();
  }, [area, durationMs]);
}

/** While it plays, the playhead stays in sight. */
function useFollowing(): void {
  useEffect(
    () =>
      usePlayhead.subscribe(({ playing, seconds }, before) => {
        if (playing && seconds !== before.seconds)
          changeView((view) => following(view, before.seconds * 1000, seconds * 1000));
      }),
    [],
  );
}

function Ruler({ view }: { readonly view: View }) {
  const palette = usePalette();
  const canvas = useCanvas(
    view.width,
    rulerHeight,
    useCallback(
      (context, device) =>
        paintRuler(context, device, { view, palette, label: (seconds) => label(seconds, view.durationMs) }),
      [view, palette],
    ),
  );
  return (
    <div aria-hidden className="sticky top-0 z-10 -ml-(--lane-names) h-6 bg-panel pl-(--lane-names)">
      <canvas ref={canvas} className="block h-full w-full" />
    </div>
  );
}

function label(seconds: number, durationMs: number): string {
  if (durationMs < 60_000) return String(seconds);
  return Number.isInteger(seconds) ? clock(seconds) : clockTenths(seconds);
}

type CanvasProps = { readonly all: Lanes; readonly marks: Marks; readonly view: View; readonly version: number };

function LaneCanvas({ all, marks, view, version }: CanvasProps) {
  const { t } = useText();
  const palette = usePalette();
  const strip = useStrips(all.lanes, view, version);
  const canvas = useCanvas(
    view.width,
    all.height,
    useCallback(
      (context, device) =>
        paintLanes(context, device, {
          lanes: all.lanes,
          view,
          palette,
          marks,
          strip,
          words: (lane, { first, last }) => {
            const piece = lane.pieces[first];
            if (piece === undefined) return '';
            const name = barText(t, lane.kind, piece.segment);
            return first === last ? name : t('timeline.together', { count: last - first + 1, name });
          },
        }),
      [all, view, palette, marks, strip, t],
    ),
  );
  return <canvas ref={canvas} aria-hidden className="absolute inset-0 block h-full w-full" />;
}

function LaneNames({ all }: { readonly all: Lanes }) {
  const { t } = useText();
  return (
    <div style={{ top: rulerHeight }} className="pointer-events-none absolute left-0 w-(--lane-names)">
      {all.lanes.map(({ sort, ofKind, top, height }) => (
        <span
          key={top}
          style={{ top, height }}
          className="absolute left-0 flex w-full items-center truncate pr-1 text-sm text-faint tabular"
        >
          {t(`timeline.${sort}`)}
          {ofKind > 0 && ` ${ofKind}`}
        </span>
      ))}
    </div>
  );
}
