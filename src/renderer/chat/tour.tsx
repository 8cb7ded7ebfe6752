import { Check, X } from 'lucide-react';
import type { ProjectView } from '../../shared/domain/app-state.ts';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import { ask } from '../state/client.ts';
import { startExport } from '../state/exports.ts';
import { sendDirectly } from '../state/messages.ts';
import { useWindow } from '../state/store.ts';
import { type Translate, useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { IconButton } from '../ui/icon-button.tsx';

const tourSteps = ['describe', 'edit', 'finish', 'export'] as const;

type TourStep = (typeof tourSteps)[number];

/** How far the tour is in a project: a step and what goes on meanwhile, or that the video is saved. */
type TourPlace = { readonly step: TourStep; readonly busy: 'answer' | 'export' | null } | 'saved';

/** The project itself says how far the tour is, whatever words made it: nothing else is to be remembered. */
export function tourPlace(
  view: Pick<ProjectView, 'turns' | 'timeline'>,
  exports: readonly Pick<ExportJob, 'state'>[],
): TourPlace {
  if (exports.some(({ state }) => state === 'saved')) return 'saved';
  const turns = view.turns.filter(({ route }) => route === 'agent');
  const edited = turns.filter(({ state }) => state === 'done').length;
  const hasClip = (view.timeline?.tracks.length ?? 0) > 0;
  const busy = turns.some(({ endedAt }) => endedAt === null)
    ? 'answer'
    : exports.some(({ state }) => !isExportOver(state))
      ? 'export'
      : null;
  return { step: tourSteps[hasClip ? Math.min(Math.max(1, edited), 3) : 0] ?? 'export', busy };
}

/** What to say next to a video of this length, in ms: at 8 seconds, to trim it to 6. */
export function tourMessage(t: Translate, step: Exclude<TourStep, 'export'>, durationMs: number): string {
  const seconds = Math.max(1, Math.floor((durationMs / 1000) * 0.75));
  return t(`tour.messages.${step}`, { seconds });
}

/** Whether the tour is shown in a project: a newcomer has one, until a video is saved in another. */
export function useHasTour(projectId: string): boolean {
  return useWindow(
    ({ rehearsal, preferences, exports }) =>
      rehearsal && preferences.tour && !exports.some((job) => job.projectId !== projectId && job.state === 'saved'),
  );
}

/** Leads a newcomer to a first video, above the composer and in nobody's way, until one is saved or the user turns it off. */
export function Tour() {
  const projectId = useWindow((state) => state.openProjectId);
  const shown = useHasTour(projectId);
  const view = useWindow((state) => state.views[projectId]);
  const exports = useWindow((state) => state.exports);
  if (!shown || view === undefined) return null;
  const own = exports.filter((job) => job.projectId === projectId);
  return <TourCard view={view} place={tourPlace(view, own)} />;
}

function TourCard({ view, place }: { readonly view: ProjectView; readonly place: TourPlace }) {
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
        <IconButton
          icon={X}
          name={t('tour.close')}
          title={t('tour.close')}
          className="-mr-1.5 ml-auto size-6!"
          onClick={endTour}
        />
      </header>
      <div aria-live="polite">
        {place === 'saved' ? <Saved projectId={view.projectId} /> : <Step view={view} {...place} />}
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

type StepProps = { readonly view: ProjectView } & Exclude<TourPlace, 'saved'>;

function Step({ view, step, busy }: StepProps) {
  const { t } = useText();
  const { projectId } = view;
  if (busy !== null)
    return (
      <p className="mt-1.5 text-dim">
        {t(busy === 'export' ? 'tour.saving' : step === 'describe' ? 'tour.making' : 'tour.editing')}
      </p>
    );
  if (step === 'export')
    return (
      <div className="mt-1.5 flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-48 flex-1">{t('tour.export')}</p>
        <Button onClick={() => void startExport({ projectId })}>{t('tour.save')}</Button>
      </div>
    );
  const message = tourMessage(t, step, view.timeline?.durationMs ?? 0);
  return (
    <>
      <p className="mt-1.5">{t(`tour.${step}`)}</p>
      <button
        type="button"
        onClick={() => void sendDirectly(projectId, message)}
        className="mt-2 w-full rounded-control border border-line-strong bg-raised px-3 py-1.5 text-left text-pretty transition-colors hover:bg-bubble"
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
        <Button onClick={() => void ask('rehearsal.makeReal', { projectId })}>{t('review.makeReal')}</Button>
      </div>
    </div>
  );
}

function endTour(): void {
  void ask('settings.change', { tour: false });
}
