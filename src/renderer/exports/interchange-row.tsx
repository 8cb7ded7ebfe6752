import { X } from 'lucide-react';
import { isInterchangeOver, type InterchangeJob } from '../../shared/domain/interchange-job.ts';
import { Button } from '../ui/button.tsx';
import { Tip } from '../ui/tip.tsx';
import { ask } from '../state/client.ts';
import { failureText } from '../locales/sentences.ts';
import type { Translate } from '../locales/text.ts';
import { useText } from '../locales/text.ts';

const inks: Readonly<Partial<Record<InterchangeJob['state'], string>>> = { saved: 'text-good', failed: 'text-bad' };

/** A cut on its way into a folder, or there. */
export function InterchangeRow({ job }: { readonly job: InterchangeJob }) {
  const { t } = useText();
  const interchangeId = job.id;
  const running = !isInterchangeOver(job.state);
  return (
    <div role="group" aria-label={job.folderName} className="rounded-control px-1.5 py-1.5">
      <div className="flex items-center gap-2">
        <span dir="auto" className="min-w-0 flex-1 truncate font-medium" title={job.folderName}>
          {job.folderName}
        </span>
        {running && (
          <Tip text={t('interchange.cancel')} side="right">
            <Button
              look="icon"
              className="-mx-1 size-5!"
              aria-label={t('interchange.cancel')}
              onClick={() => void ask('interchange.cancel', { interchangeId })}
            >
              <X size={12} aria-hidden />
            </Button>
          </Tip>
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
      {running && (
        <div aria-hidden className="mt-1.5 h-[3px] overflow-hidden rounded-full bg-line">
          <div
            style={{ width: `${(job.done / Math.max(1, job.of)) * 100}%` }}
            className="h-full rounded-full bg-accent"
          />
        </div>
      )}
    </div>
  );
}

function Notes({ job }: { readonly job: InterchangeJob }) {
  const { t } = useText();
  return (
    <>
      {job.missing > 0 && <p className="text-sm text-dim">{t('interchange.missing', { count: job.missing })}</p>}
      {!job.subtitles && <p className="text-sm text-faint">{t('interchange.noSubtitles')}</p>}
    </>
  );
}

function stateText(t: Translate, job: InterchangeJob): string {
  if (job.state === 'gathering') return t('interchange.gathering', { done: job.done, of: job.of });
  return job.failure === null ? t(`interchange.${job.state}`) : failureText(t, job.failure);
}
