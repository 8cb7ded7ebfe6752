import { ChevronDown, ChevronUp, Maximize2, MessageSquareQuote, X, ZoomIn, ZoomOut } from 'lucide-react';
import { lazy, Suspense, useEffect, useMemo } from 'react';
import type { DraftChange, Timeline as Cut } from '../../shared/domain/timeline.ts';
import { length } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { timelineId } from '../state/flash.ts';
import { fold, useFolded } from '../state/layout.ts';
import { useShownCut } from '../state/player.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { type Lanes, lanesOf } from './lanes.ts';
import { marksOn, noMarks } from './marks.ts';
import { useMarked, useWriteAction } from './menu.tsx';
import { selectedPieces } from './selection.ts';
import { openMenu, select, showAll, useTimeline, zoom } from './store.ts';
import { Tracks } from './tracks.tsx';
import { isFitted } from './view.ts';
import { detailsText, referenceText } from './wording.ts';

// They bring menus along, and a first cut has no past.
const VersionPicker = lazy(async () => ({ default: (await import('../versions/version-picker.tsx')).VersionPicker }));
const PastBar = lazy(async () => ({ default: (await import('../versions/past-bar.tsx')).PastBar }));

/** The cut under the picture: the present one, or the version that is looked at. */
export function Timeline() {
  const { t } = useText();
  const cut = useShownCut();
  const past = useWindow((state) => state.player.past);
  const present = useOpenView((view) => view?.timeline?.version ?? 0);
  return (
    <Boundary tryAgain={cut} fallback={<CannotShow what="item" />}>
      <section
        id={timelineId}
        tabIndex={-1}
        aria-label={t('timeline.title')}
        className="@container flex min-h-0 flex-1 flex-col border-t border-line bg-panel focus:outline-none"
      >
        <Suspense>{past !== null && <PastBar key={past.timeline.version} past={past} present={present} />}</Suspense>
        {cut === null || cut.tracks.length === 0 ? (
          <EmptyTimeline cut={cut} present={present} />
        ) : (
          <Shown cut={cut} present={present} />
        )}
      </section>
    </Boundary>
  );
}

type ShownProps = { readonly cut: Cut; readonly present: number };

function Shown({ cut, present }: ShownProps) {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const isFolded = useFolded('timeline');
  const changes = useLastChanges(cut.version === present);
  const all = useMemo(() => lanesOf(cut, removedKinds(changes)), [cut, changes]);
  const marks = useMemo(() => (changes.length === 0 ? noMarks : marksOn(all, changes)), [all, changes]);
  useEffect(() => () => forget(), [all]);
  useEffect(() => () => showAll(), [projectId]);
  useShortcut();
  return (
    <>
      <header className="flex h-9 shrink-0 items-center gap-3 px-4 whitespace-nowrap @max-[440px]:gap-1.5 @max-[440px]:px-3 @max-[330px]:gap-1 @max-[330px]:px-2">
        <h2 className="min-w-0 truncate font-semibold @max-[330px]:sr-only" title={t('timeline.title')}>
          {t('timeline.title')}
        </h2>
        <Details cut={cut} all={all} />
        {!isFolded && <ZoomButtons />}
        <VersionOf shown={cut.version} present={present} />
        <FoldButton isFolded={isFolded} />
      </header>
      {!isFolded && <Tracks lanes={all} marks={marks} cut={cut} />}
    </>
  );
}

/** What was chosen in another cut means nothing in this one. */
function forget(): void {
  select(null);
  openMenu(null);
}

const none: readonly DraftChange[] = [];

/** What the newest turn that changed something did to the present cut. */
function useLastChanges(isPresent: boolean): readonly DraftChange[] {
  const parts = useOpenView(
    (view) => view?.turns.findLast((turn) => turn.parts.some(({ kind }) => kind === 'changes'))?.parts,
  );
  return useMemo(() => {
    if (!isPresent || parts === undefined) return none;
    return parts.flatMap((part) => (part.kind === 'changes' ? part.changes : []));
  }, [isPresent, parts]);
}

function removedKinds(changes: readonly DraftChange[]) {
  return [...new Set(changes.flatMap((one) => (one.kind === 'removed' && one.at !== undefined ? [one.track] : [])))];
}

/** How much there is, or what is chosen and what it can be asked about. */
function Details({ cut, all }: { readonly cut: Cut; readonly all: Lanes }) {
  const { t } = useText();
  const selection = useMarked(all.lanes);
  const write = useWriteAction(all.lanes);
  const pieces = selection === null ? [] : selectedPieces(all.lanes, selection);
  const reference = selection === null || pieces.length === 0 ? '' : referenceText(t, all.lanes, selection);
  const [only] = pieces.length === 1 ? pieces : [];
  const own = only === undefined ? [] : [only.segment.text ?? only.segment.name, ...detailsText(t, only.segment)];
  return (
    <>
      <span className="min-w-0 flex-1 truncate text-sm text-dim tabular" title={[reference, ...own].join(' · ')}>
        {reference === '' ? (
          <span className="@max-[440px]:sr-only">
            {`${t('timeline.tracks', { count: cut.tracks.length })} · ${length(t, cut.durationMs)}`}
          </span>
        ) : (
          <>
            <span className="font-medium text-ink">{reference}</span>
            {own.map((detail, index) => (
              <span key={index} dir="auto">{` · ${detail}`}</span>
            ))}
          </>
        )}
      </span>
      <span aria-live="polite" className="sr-only">
        {reference !== '' && t('timeline.selected', { reference })}
      </span>
      {selection !== null && reference !== '' && (
        <span className="flex shrink-0 items-center gap-1">
          <Button look="quiet" onClick={() => write('ask', selection)}>
            <MessageSquareQuote size={13} aria-hidden />
            {t('timeline.actions.ask')}
          </Button>
          <IconButton
            icon={X}
            name={t('timeline.clearSelection')}
            tip={t('timeline.clearSelection')}
            onClick={() => select(null)}
          />
        </span>
      )}
    </>
  );
}

const step = 1.6;

function ZoomButtons() {
  const { t } = useText();
  const whole = useTimeline((state) => isFitted(state.view));
  return (
    <span role="group" aria-label={t('timeline.zoom')} className="flex shrink-0 items-center">
      <IconButton
        icon={ZoomOut}
        name={t('timeline.zoomOut')}
        tip={t('timeline.zoomOut')}
        disabled={whole}
        onClick={() => zoom(1 / step)}
      />
      <IconButton icon={ZoomIn} name={t('timeline.zoomIn')} tip={t('timeline.zoomIn')} onClick={() => zoom(step)} />
      <IconButton
        icon={Maximize2}
        name={t('timeline.fit')}
        tip={`${t('timeline.fit')} (Shift+Z)`}
        disabled={whole}
        onClick={showAll}
      />
    </span>
  );
}

const typing =
  'input:not([type="range"]), textarea, select, [contenteditable]:not([contenteditable="false"]), [role="menu"], [role="dialog"]';

/** Shift+Z shows the whole cut, wherever no text is typed. */
function useShortcut(): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      const { key, shiftKey, ctrlKey, metaKey, altKey, target } = event;
      if (key.toLowerCase() !== 'z' || !shiftKey || ctrlKey || metaKey || altKey || event.isComposing) return;
      if (target instanceof Element && target.closest(typing) !== null) return;
      event.preventDefault();
      showAll();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
}

function VersionOf({ shown, present }: { readonly shown: number; readonly present: number }) {
  const { t } = useText();
  const projectId = useWindow((state) => state.openProjectId);
  const plain = <span className="shrink-0 text-sm text-dim tabular">{t('timeline.version', { version: shown })}</span>;
  if (present <= 1) return plain;
  return (
    <Suspense fallback={plain}>
      <VersionPicker projectId={projectId} shown={shown} present={present} />
    </Suspense>
  );
}

/** Leaves of the timeline its headline alone, and brings it back. */
function FoldButton({ isFolded }: { readonly isFolded: boolean }) {
  const { t } = useText();
  const name = t(isFolded ? 'layout.show.timeline' : 'layout.hide.timeline');
  return (
    <IconButton
      icon={isFolded ? ChevronUp : ChevronDown}
      name={name}
      tip={name}
      aria-expanded={!isFolded}
      className="-mr-1.5 size-6!"
      onClick={() => fold('timeline', !isFolded)}
    />
  );
}

function EmptyTimeline({ cut, present }: { readonly cut: Cut | null; readonly present: number }) {
  const { t } = useText();
  const isFolded = useFolded('timeline');
  return (
    <>
      <header className="flex h-9 shrink-0 items-center gap-3 px-4 whitespace-nowrap">
        <h2 className="mr-auto font-semibold">{t('timeline.title')}</h2>
        {cut !== null && <VersionOf shown={cut.version} present={present} />}
        <FoldButton isFolded={isFolded} />
      </header>
      {!isFolded && (
        <div className="min-h-0 px-4 pb-4">
          <p className="flex h-20 max-h-full items-center justify-center rounded-control border border-dashed border-line-strong px-4 text-center text-sm text-faint">
            {t('timeline.empty')}
          </p>
        </div>
      )}
    </>
  );
}
