import { Check, X } from 'lucide-react';
import type { ProjectView } from '../../shared/domain/app-state.ts';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import { ask } from '../state/client.ts';
import { startExport } from '../state/exports.ts';
import { sendDirectly } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { Button, Spinner } from '../ui/button.tsx';

export const tourSteps = ['describe', 'edit', 'finish', 'export'] as const;

/** How far the tour is in a project: a step, whether its work goes on, or that the film is saved. */
export type TourPlace = { readonly step: (typeof tourSteps)[number]; readonly busy: boolean } | 'saved';

/** The project itself says how far the tour is, whatever words made it: nothing else is to be remembered. */
export function tourPlace(
  view: Pick<ProjectView, 'turns' | 'timeline'>,
  exports: readonly Pick<ExportJob, 'state'>[],
): TourPlace {
  if (exports.some(({ state }) => state === 'saved')) return 'saved';
  const turns = view.turns.filter(({ route }) => route === 'agent');
  const edited = turns.filter(({ state }) => state === 'done').length;
  const hasClip = (view.timeline?.tracks.length ?? 0) > 0;
  const busy = turns.some(({ endedAt }) => endedAt === null) || exports.some(({ state }) => !isExportOver(state));
  return { step: tourSteps[hasClip ? Math.min(Math.max(1, edited), 3) : 0] ?? 'export', busy };
}

/** Leads a newcomer to a film of their own, above the composer and in nobody's way; the user may turn it off. */
export function Tour() {
  const projectId = useWindow((state) => state.openProjectId);
  const shown = useWindow(({ rehearsal, preferences }) => rehearsal && preferences.tour);
  const view = useWindow((state) => state.views[projectId]);
  const exports = useWindow((state) => state.exports);
  const place =
    view &&
    tourPlace(
      view,
      exports.filter((job) => job.projectId === projectId),
    );
  return shown && place !== undefined ? <TourCard projectId={projectId} place={place} /> : null;
}

function TourCard({ projectId, place }: { readonly projectId: string; readonly place: TourPlace }) {
  const { t } = useText();
  const done = place === 'saved' ? tourSteps.length : tourSteps.indexOf(place.step);
  return (
    <section
      aria-label={t('tour.title')}
      className="mx-3.5 mb-2 shrink-0 rounded-card border border-line bg-panel px-3.5 pt-2 pb-3"
    >
      <header className="flex items-center gap-2.5">
        <h2 className="text-sm font-medium text-dim">{t('tour.title')}</h2>
        <Progress done={done} />
        <Button
          look="icon"
          className="-mr-1.5 ml-auto size-6"
          aria-label={t('tour.close')}
          title={t('tour.close')}
          onClick={endTour}
        >
          <X size={14} aria-hidden />
        </Button>
      </header>
      <div aria-live="polite">
        {place === 'saved' ? (
          <Saved projectId={projectId} />
        ) : (
          <Step projectId={projectId} step={place.step} busy={place.busy} />
        )}
      </div>
    </section>
  );
}

function Progress({ done }: { readonly done: number }) {
  const { t } = useText();
  return (
    <span
      role="img"
      aria-label={t('tour.progress', { done, of: tourSteps.length })}
      className="flex items-center gap-1"
    >
      {tourSteps.map((step, index) => (
        <span
          key={step}
          className={`h-1 w-4 rounded-full transition-colors ${index < done ? 'bg-accent' : index === done ? 'bg-accent/40' : 'bg-line-strong'}`}
        />
      ))}
    </span>
  );
}

type StepProps = { readonly projectId: string; readonly step: (typeof tourSteps)[number]; readonly busy: boolean };

function Step({ projectId, step, busy }: StepProps) {
  const { t } = useText();
  if (busy)
    return (
      <p className="mt-1.5 flex items-center gap-2 text-dim">
        <Spinner />
        {t(step === 'export' ? 'tour.saving' : step === 'describe' ? 'tour.making' : 'tour.editing')}
      </p>
    );
  if (step === 'export')
    return (
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-48 flex-1">{t('tour.export')}</p>
        <Button look="primary" onClick={() => void startExport({ projectId })}>
          {t('tour.save')}
        </Button>
      </div>
    );
  const message = t(`tour.messages.${step}`);
  return (
    <>
      <p className="mt-1.5">{t(`tour.${step}`)}</p>
      <button
        type="button"
        onClick={() => void sendDirectly(projectId, message)}
        className="mt-2 w-full rounded-control border border-line-strong bg-raised px-3 py-1.5 text-left transition-colors hover:bg-bubble"
      >
        {message}
      </button>
    </>
  );
}

function Saved({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  return (
    <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2">
      <p className="flex min-w-48 flex-1 items-start gap-2">
        <Check size={15} aria-hidden className="mt-0.5 shrink-0 text-good" />
        {t('tour.saved')}
      </p>
      <div className="flex flex-wrap gap-2">
        <Button onClick={endTour}>{t('tour.end')}</Button>
        <Button look="primary" onClick={() => void ask('rehearsal.makeReal', { projectId })}>
          {t('review.makeReal')}
        </Button>
      </div>
    </div>
  );
}

function endTour(): void {
  void ask('settings.change', { tour: false });
}
