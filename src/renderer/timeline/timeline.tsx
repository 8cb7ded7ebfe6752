import { lazy, Suspense, useMemo, useRef, type PointerEvent } from 'react';
import type { Timeline as Cut } from '../../shared/domain/timeline.ts';
import { useShownCut } from '../state/player.ts';
import { usePlayhead } from '../state/playhead.ts';
import { useOpenProject, useOpenView, useWindow } from '../state/store.ts';
import { clock, length } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { Boundary } from '../ui/boundary.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { inLayers, rulerTicks } from './layout.ts';
import { TrackLane } from './track-lane.tsx';

// They bring menus along, and a first cut has no past.
const VersionPicker = lazy(async () => ({ default: (await import('../versions/version-picker.tsx')).VersionPicker }));
const PastBar = lazy(async () => ({ default: (await import('../versions/past-bar.tsx')).PastBar }));

/** The cut as bars under the picture: the present one, or the version that is looked at. */
export function Timeline() {
  const cut = useShownCut();
  return (
    <Boundary tryAgain={cut} fallback={<CannotShow what="item" />}>
      <Tracks />
    </Boundary>
  );
}

function Tracks() {
  const { t } = useText();
  const cut = useShownCut();
  const past = useWindow((state) => state.player.past);
  const present = useOpenView((view) => view?.timeline?.version ?? 0);
  return (
    <section
      aria-label={t('timeline.title')}
      className="flex max-h-[48%] shrink-0 flex-col border-t border-line bg-panel"
    >
      <Suspense>{past !== null && <PastBar key={past.timeline.version} past={past} present={present} />}</Suspense>
      <header className="flex shrink-0 items-baseline gap-3 px-4 py-2 whitespace-nowrap">
        <h2 className="font-semibold">{t('timeline.title')}</h2>
        {cut !== null && (
          <>
            <span className="min-w-0 truncate text-sm text-dim tabular">
              {t('timeline.tracks', { count: cut.tracks.length })} · {length(t, cut.durationMs)}
            </span>
            <VersionOf shown={cut.version} present={present} />
          </>
        )}
      </header>
      {cut === null || cut.tracks.length === 0 ? <EmptyTimeline /> : <Lanes cut={cut} />}
    </section>
  );
}

function VersionOf({ shown, present }: { readonly shown: number; readonly present: number }) {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const plain = <span className="ml-auto text-sm text-dim tabular">{t('timeline.version', { version: shown })}</span>;
  if (present <= 1) return plain;
  return (
    <Suspense fallback={plain}>
      <VersionPicker projectId={projectId} shown={shown} present={present} />
    </Suspense>
  );
}

function EmptyTimeline() {
  const { t } = useText();
  return (
    <div className="px-4 pb-4">
      <p className="flex h-20 items-center justify-center rounded-control border border-dashed border-line-strong px-4 text-center text-sm text-faint">
        {t('timeline.empty')}
      </p>
    </div>
  );
}

/** As many lanes as anybody looks through. */
const mostLanes = 40;

function Lanes({ cut }: { readonly cut: Cut }) {
  const { t } = useText();
  const picture = useOpenProject()?.thumbnail ?? null;
  const tracks = useMemo(() => inLayers(cut.tracks), [cut.tracks]);
  const lanes = useRef<HTMLDivElement>(null);
  const scrub = (event: PointerEvent<HTMLDivElement>) => {
    const box = lanes.current?.getBoundingClientRect();
    if (box === undefined || event.buttons !== 1 || event.clientX < box.left) return;
    usePlayhead.getState().player?.seek(((event.clientX - box.left) / box.width) * (cut.durationMs / 1000));
  };
  return (
    <div className="min-h-0 overflow-y-auto px-4 pb-3" onPointerDown={scrub} onPointerMove={scrub}>
      <p className="sr-only">{cut.summary}</p>
      <div className="relative">
        <Ruler seconds={cut.durationMs / 1000} />
        <div className="flex flex-col gap-1.5 pt-1.5">
          {tracks.slice(0, mostLanes).map((track, index) => (
            <TrackLane key={index} track={track} durationMs={cut.durationMs} picture={picture} />
          ))}
          {tracks.length > mostLanes && (
            <p className="lane-start text-sm text-faint tabular">
              {t('timeline.moreTracks', { count: tracks.length - mostLanes })}
            </p>
          )}
        </div>
        <div ref={lanes} className="lane-box pointer-events-none absolute inset-y-0 right-0">
          <Playhead durationSeconds={cut.durationMs / 1000} />
        </div>
      </div>
    </div>
  );
}

function Ruler({ seconds }: { readonly seconds: number }) {
  const { t } = useText();
  const at = (tick: number) => ({ left: `${(tick / seconds) * 100}%` });
  return (
    <div aria-hidden className="lane-start sticky top-0 h-6 bg-panel text-xs text-faint tabular">
      <div className="relative h-full border-b border-line">
        {rulerTicks(seconds, 7).map((tick) => (
          <span
            key={tick}
            style={at(tick)}
            className={`absolute top-0.5 ${tick === 0 ? 'pl-1.5' : '-translate-x-1/2'}`}
          >
            {seconds < 60 ? tick : clock(tick)}
          </span>
        ))}
        <span className="absolute top-0.5 right-0">
          {seconds < 60 ? length(t, seconds * 1000) : clock(Math.round(seconds))}
        </span>
      </div>
    </div>
  );
}

/** The place of the player on the timeline. */
function Playhead({ durationSeconds }: { readonly durationSeconds: number }) {
  const left = usePlayhead(({ seconds }) => Math.min(100, (seconds / durationSeconds) * 100));
  const there = usePlayhead(({ player }) => player !== null);
  if (!there) return null;
  return (
    <div aria-hidden style={{ left: `${left}%` }} className="absolute -top-0.5 bottom-0 w-px bg-accent">
      <div className="absolute top-0 -left-[4px] size-0 border-x-[4.5px] border-t-[6px] border-x-transparent border-t-accent" />
    </div>
  );
}
