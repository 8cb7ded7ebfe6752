import { Clapperboard } from 'lucide-react';
import { lazy, Suspense, useCallback, useState } from 'react';
import type { Preview as Clip } from '../../shared/domain/timeline.ts';
import type { Generation } from './generation.ts';
import { GeneratingNote, useGeneration } from './generating.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { stopWatching } from '../state/exports.ts';
import { playBeside, useShownCut } from '../state/player.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

const Player = lazy(async () => ({ default: (await import('./player.tsx')).Player }));

const SideBySide = lazy(async () => ({ default: (await import('./side-by-side.tsx')).SideBySide }));

const Film = lazy(async () => ({ default: (await import('./film.tsx')).Film }));

/** The cut, or a single clip or saved file in its place, on dark in both themes. */
export function Preview() {
  const { t } = useText();
  const watched = useWindow(({ player, openProjectId }) =>
    player.watched?.projectId === openProjectId ? player.watched : null,
  );
  const cut = useShownCut();
  return (
    <section aria-label={t('preview.title')} className="flex min-h-0 flex-1 flex-col bg-stage text-stage-ink">
      <Boundary tryAgain={watched ?? cut} fallback={<CannotShow what="item" />}>
        {watched !== null ? (
          <>
            <Bar
              text={t(watched.kind === 'clip' ? 'preview.watchingClip' : 'saved.watching', { name: watched.name })}
              action={t('preview.backToCut')}
              onAction={stopWatching}
            />
            <SinglePlayer preview={watched} />
          </>
        ) : (
          <CutPlayer />
        )}
      </Boundary>
    </section>
  );
}

/** The whole cut: the present one, or the version that is looked at, alone or beside another one. */
function CutPlayer() {
  const { t } = useText();
  const projectId = useOpenView((view) => view?.projectId ?? null);
  const preview = useOpenView((view) => view?.preview ?? null);
  const cut = useShownCut();
  const { past, beside } = useWindow(({ player }) => player);
  const present = useOpenView((view) => view?.timeline?.version ?? 0);
  const generation = useGeneration();
  const isPast = past !== null;
  const [crashedIn, setCrashedIn] = useState<string | null>(null);
  const onCrash = useCallback(() => setCrashedIn(projectId), [projectId]);
  if (projectId === null || cut === null || cut.tracks.length === 0) return <EmptyPlayer generation={generation} />;
  if (isPast && beside !== null)
    return <BothVersions projectId={projectId} one={cut.version} other={beside === 'present' ? present : beside} />;
  if (crashedIn === projectId && preview !== null && !isPast)
    return (
      <>
        <Bar text={t('preview.crashed')} action={t('preview.tryAgain')} onAction={() => setCrashedIn(null)} />
        <SinglePlayer preview={preview} />
      </>
    );
  return (
    <Suspense fallback={null}>
      <Film
        key={projectId}
        cut={{ projectId, version: cut.version, isPast }}
        generation={isPast ? null : generation}
        onCrash={onCrash}
        thumbnail={isPast || preview === null ? null : { projectId, mediaId: preview.mediaId }}
      />
    </Suspense>
  );
}

type VersionsProps = { readonly projectId: string; readonly one: number; readonly other: number };

function BothVersions({ projectId, one, other }: VersionsProps) {
  const { t } = useText();
  const present = useOpenView((view) => view?.timeline?.version ?? 0);
  const [from, to] = [Math.min(one, other), Math.max(one, other)];
  return (
    <>
      <Bar
        text={t('versions.sideBySideBar', { from, to })}
        action={t('versions.sideBySideEnd')}
        onAction={() => playBeside(null)}
      />
      <Suspense fallback={null}>
        <SideBySide key={projectId} projectId={projectId} from={from} to={to} present={present} />
      </Suspense>
    </>
  );
}

function SinglePlayer({ preview }: { readonly preview: Clip }) {
  return (
    <Suspense fallback={null}>
      <Player key={preview.mediaId} preview={preview} />
    </Suspense>
  );
}

type BarProps = { readonly text: string; readonly action: string; readonly onAction: () => void };

/** Says what stands there in place of the video, and leads back to it. */
function Bar({ text, action, onAction }: BarProps) {
  return (
    <div
      role="status"
      className="flex shrink-0 items-center justify-between gap-3 border-b border-stage-line px-4 py-1.5 text-sm"
    >
      <p dir="auto" className="min-w-0 truncate text-stage-dim" title={text}>
        {text}
      </p>
      <Button look="bare" className="text-stage-ink! decoration-stage-line!" onClick={onAction}>
        {action}
      </Button>
    </div>
  );
}

/** Where there is no room for words beneath the sign. */
const inLowStages = '[@container_(max-height:220px)]:sr-only';

/** An empty frame in the shape of what will stand there. */
function EmptyPlayer({ generation }: { readonly generation: Generation | null }) {
  const { t } = useText();
  return (
    <div className="stage">
      <div className="stage-frame flex flex-col items-center justify-center gap-1 rounded-control border border-dashed border-stage-line px-6 text-center">
        {generation === null ? (
          <>
            <Clapperboard
              size={28}
              strokeWidth={1.25}
              aria-hidden
              className="mb-2 shrink-0 text-stage-dim [@container_(max-height:220px)]:m-0"
            />
            <p className={`font-medium ${inLowStages}`}>{t('preview.emptyTitle')}</p>
            <p className={`max-w-72 text-sm text-stage-dim ${inLowStages}`}>{t('preview.emptyText')}</p>
          </>
        ) : (
          <GeneratingNote generation={generation} />
        )}
      </div>
    </div>
  );
}
