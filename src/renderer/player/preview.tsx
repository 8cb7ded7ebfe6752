import { Clapperboard } from 'lucide-react';
import { lazy, Suspense } from 'react';
import type { Preview as Clip } from '../../shared/domain/timeline.ts';
import { Boundary } from '../ui/boundary.tsx';
import { Button } from '../ui/button.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { stopWatching } from '../state/exports.ts';
import { useShownCut } from '../state/player.ts';
import { useOpenView, useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';

const Player = lazy(async () => ({ default: (await import('./player.tsx')).Player }));

const Film = lazy(async () => ({ default: (await import('./film.tsx')).Film }));

/** The stage: the cut, or a saved file in its place, on dark in both themes. */
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
            <WatchedBar name={watched.name} />
            <Stage preview={watched} />
          </>
        ) : (
          <CutStage />
        )}
      </Boundary>
    </section>
  );
}

/** The whole cut: the present one, or the version that is looked at. */
function CutStage() {
  const projectId = useOpenView((view) => view?.projectId ?? null);
  const preview = useOpenView((view) => view?.preview ?? null);
  const cut = useShownCut();
  const isPast = useWindow(({ player }) => player.past !== null);
  if (projectId === null || cut === null || cut.tracks.length === 0) return <EmptyPlayer />;
  return (
    <Suspense fallback={null}>
      <Film
        key={projectId}
        cut={{ projectId, version: cut.version, isPast }}
        thumbnail={isPast || preview === null ? null : { projectId, mediaId: preview.mediaId }}
      />
    </Suspense>
  );
}

function Stage({ preview }: { readonly preview: Clip }) {
  return (
    <Suspense fallback={null}>
      <Player key={preview.mediaId} preview={preview} />
    </Suspense>
  );
}

/** Says that this is a saved file, not the cut, and leads back. */
function WatchedBar({ name }: { readonly name: string }) {
  const { t } = useText();
  return (
    <div className="flex shrink-0 items-center justify-between gap-3 border-b border-stage-line px-4 py-1.5 text-sm">
      <p dir="auto" className="min-w-0 truncate text-stage-dim" title={name}>
        {t('saved.watching', { name })}
      </p>
      <Button look="bare" className="text-stage-ink! decoration-stage-line!" onClick={stopWatching}>
        {t('saved.back')}
      </Button>
    </div>
  );
}

/** An empty frame in the shape of what will stand there. */
function EmptyPlayer() {
  const { t } = useText();
  return (
    <div className="stage">
      <div className="stage-frame flex flex-col items-center justify-center gap-1 rounded-control border border-dashed border-stage-line px-6 text-center">
        <Clapperboard size={28} strokeWidth={1.25} aria-hidden className="mb-2 text-stage-dim" />
        <p className="font-medium">{t('preview.emptyTitle')}</p>
        <p className="max-w-72 text-sm text-stage-dim">{t('preview.emptyText')}</p>
      </div>
    </div>
  );
}
