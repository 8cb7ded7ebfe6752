import { Clapperboard } from 'lucide-react';
import { lazy, Suspense } from 'react';
import { useOpenView } from '../state/store.ts';
import { useText } from '../text/text.ts';

const Player = lazy(async () => ({ default: (await import('./player.tsx')).Player }));

/** The stage: the newest clip, on dark in both themes. */
export function Preview() {
  const { t } = useText();
  const view = useOpenView();
  const preview = view?.preview ?? null;
  return (
    <section aria-label={t('preview.title')} className="flex min-h-0 flex-1 flex-col bg-stage text-stage-ink">
      {view === null || preview === null ? (
        <EmptyStage />
      ) : (
        <Suspense fallback={null}>
          <Player key={preview.mediaId} preview={preview} projectId={view.projectId} />
        </Suspense>
      )}
    </section>
  );
}

/** An empty frame in the shape of what will stand there. */
function EmptyStage() {
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
