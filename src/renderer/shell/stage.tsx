import { memo, useLayoutEffect, useRef, useState } from 'react';
import { AccountCard } from './account-card.tsx';
import { Preview } from '../player/preview.tsx';
import { changeLayout, fold, useFolded } from '../state/layout.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Timeline } from '../timeline/timeline.tsx';
import { Separator } from '../ui/separator.tsx';
import { dragged, timelineSpan } from './part-sizes.ts';

const Picture = memo(Preview);
const Cut = memo(Timeline);

/** The picture, and under it the timeline: as high as it needs to be, or as the user wants it. */
export function Stage() {
  const { t } = useText();
  const column = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const [heights, setHeights] = useState({ column: 0, timeline: 0 });
  const layout = useWindow((state) => state.preferences.layout);
  const isFolded = useFolded('timeline');
  useLayoutEffect(() => {
    const [whole, part] = [column.current, frame.current];
    if (whole === null || part === null) return;
    const measure = () => setHeights({ column: whole.clientHeight, timeline: part.clientHeight });
    const observer = new ResizeObserver(measure);
    observer.observe(whole);
    observer.observe(part);
    return () => observer.disconnect();
  }, []);
  const span = timelineSpan(layout, heights.column, heights.timeline);
  const isSized = layout.timeline !== null && !isFolded;
  const size = (wanted: number): boolean => {
    const height = isFolded ? wanted : dragged(wanted, span, false);
    if (typeof height !== 'number') fold('timeline', true);
    else if (!isFolded) changeLayout((before) => ({ ...before, timeline: height }));
    else if (height > span.folded + 24) fold('timeline', false);
    return typeof height === 'number' && (!isFolded || height <= span.folded + 24);
  };
  return (
    <div ref={column} className="relative flex min-h-0 min-w-0 flex-col">
      <Picture />
      <div
        ref={frame}
        id="timeline-frame"
        style={isSized ? { height: `clamp(${span.least}px, ${span.value}px, calc(100% - 160px))` } : undefined}
        className={`relative flex shrink-0 flex-col ${isSized ? '' : 'max-h-[48%]'}`}
      >
        <Cut />
        <Separator
          name={t('layout.timelineHeight')}
          controls="timeline-frame"
          orientation="horizontal"
          grows={-1}
          {...span}
          value={isFolded ? span.folded : span.value}
          valueText={isFolded ? t('layout.hidden') : undefined}
          onSize={size}
          onFold={() => fold('timeline', !isFolded)}
          onReset={() =>
            changeLayout((before) => ({ ...before, timeline: null, folded: { ...before.folded, timeline: null } }))
          }
        />
      </div>
      <AccountCard />
    </div>
  );
}
