import { X } from 'lucide-react';
import { isInterchangeOver, type InterchangeJob } from '../../shared/domain/export-job.ts';
import { Button } from '../ui/button.tsx';
import { Boundary } from '../ui/boundary.tsx';
import { CannotShow } from '../ui/cannot-show.tsx';
import { FileName } from '../ui/file-name.tsx';
import { IconButton } from '../ui/icon-button.tsx';
import { useWindow } from '../state/store.ts';
import { ProgressBar } from './export-row.tsx';
import { ask } from '../state/client.ts';
import { failureText } from '../locales/sentences.ts';
import { type Translate, useText } from '../locales/text.ts';

/** Exports for other editors, and GIFs, newest first. Not marked up as a list: items of the list here are exports of videos. */
export function Interchanges() {
  const { t } = useText();
  const jobs = useWindow((state) => state.interchanges);
  if (jobs.length === 0) return null;
  return (
    <div role="group" aria-label={t('interchange.title')} className="max-h-40 shrink-0 overflow-y-auto pb-1">
      {jobs.toReversed().map((job) => (
        <Boundary key={job.id} tryAgain={job} fallback={<CannotShow what="item" text={job.folderName} />}>
          <InterchangeRow job={job} />
        </Boundary>
      ))}
    </div>
  );
}

const inks: Readonly<Partial<Record<InterchangeJob['state'], string>>> = { saved: 'text-good', failed: 'text-bad' };

/** An export for another editor: running, or finished. */
function InterchangeRow({ job }: { readonly job: InterchangeJob }) {
  const { t } = useText();
  const interchangeId = job.id;
  const running = !isInterchangeOver(job.state);
  return (
    <div role="group" aria-label={job.folderName} className="rounded-control px-1.5 py-1.5">
      <div className="flex items-center gap-2">
        <FileName name={job.folderName} className="flex-1 font-medium" />
        {running && (
          <IconButton
            icon={X}
            size={12}
            name={t('interchange.cancel')}
            tip={t('interchange.cancel')}
            side="right"
            className="-mx-1 size-5!"
            onClick={() => void ask('interchange.cancel', { interchangeId })}
          />
        )}
      </div>
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <span className={`min-w-0 tabular ${inks[job.state] ?? 'text-dim'}`}>{stateText(t, job)}</span>
        {job.state === 'saved' && (
          <Button look="bare" className="mx-0" onClick={() => void ask('interchange.showInFolder', { interchangeId })}>
            {t('interchange.show')}
          </Button>
        )}
      </div>
      {job.state === 'saved' && <Notes job={job} />}
      {running && <ProgressBar share={(job.done / Math.max(1, job.of)) * 100} />}
    </div>
  );
}

function Notes({ job }: { readonly job: InterchangeJob }) {
  const { t } = useText();
  return (
    <>
      {job.missing > 0 && <p className="text-sm text-dim">{t('interchange.missing', { count: job.missing })}</p>}
      {job.target === 'gif' && <p className="text-sm text-faint">{t('gif.note')}</p>}
      {job.target === 'capcut' && <p className="text-sm text-faint">{t('interchange.capcutNote')}</p>}
      {job.target === 'timelines' && !job.subtitles && (
        <p className="text-sm text-faint">{t('interchange.noSubtitles')}</p>
      )}
    </>
  );
}

function stateText(t: Translate, job: InterchangeJob): string {
  if (job.state === 'gathering') return t('interchange.gathering', { done: job.done, of: job.of });
  return job.failure === null ? t(`interchange.${job.state}`) : failureText(t, job.failure);
}

/** What a screen reader announces: that an export for another editor is there, or failed. Null for nothing. */
export function interchangeAnnouncement(
  t: Translate,
  before: readonly InterchangeJob[],
  now: readonly InterchangeJob[],
): string | null {
  if (before === now) return null;
  const running = new Set(before.filter(({ state }) => !isInterchangeOver(state)).map(({ id }) => id));
  // What the user has cancelled is no news to them.
  const ended = now.find(({ id, state }) => running.has(id) && (state === 'saved' || state === 'failed'));
  if (ended === undefined) return null;
  const name = ended.folderName;
  if (ended.target === 'gif' && ended.state === 'saved') return t('projectMedia.saved', { name });
  if (ended.state === 'saved') return t('interchange.ended', { name });
  return t('interchange.broke', { name, reason: failureText(t, ended.failure ?? { code: 'internal' }) });
}
