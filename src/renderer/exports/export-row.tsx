import { X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import type { FailureCode } from '../../shared/domain/failure.ts';
import { Button } from '../shell/button.tsx';
import { FailureLink } from '../shell/failure-link.tsx';
import { Tip } from '../shell/tip.tsx';
import { useNow } from '../shell/use-now.ts';
import { ask } from '../state/client.ts';
import { clock, percent } from '../text/format.ts';
import { useText } from '../text/text.ts';
import { phaseText } from './phase.ts';

const inks: Readonly<Partial<Record<ExportJob['state'], string>>> = { saved: 'text-good', failed: 'text-bad' };

/** Another place may help. */
const placeFailures: ReadonlySet<FailureCode> = new Set(['folder-gone', 'folder-read-only', 'disk-full', 'disk-short']);

type Props = { readonly job: ExportJob; readonly shown: boolean };

export function ExportRow({ job, shown }: Props) {
  const { t } = useText();
  const running = !isExportOver(job.state);
  const now = useNow(running);
  const row = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (shown) row.current?.focus();
  }, [shown]);
  return (
    <li
      ref={row}
      tabIndex={-1}
      className={`offscreen-row rounded-control px-1.5 py-1.5 focus:outline-none ${shown ? 'bg-raised ring-1 ring-accent ring-inset' : ''}`}
    >
      <div className="flex items-center gap-2">
        <span className="min-w-0 flex-1 truncate font-medium" title={job.fileName}>
          {job.fileName}
        </span>
        {running && <span className="text-xs text-dim tabular">{clock((now - job.createdAt) / 1000)}</span>}
        {running && job.state !== 'checking' && <CancelButton exportId={job.id} />}
      </div>
      <div className="flex flex-wrap items-center gap-x-2 text-sm">
        <span className={`min-w-0 tabular ${inks[job.state] ?? 'text-dim'}`}>{phaseText(t, job, now)}</span>
        <Deed job={job} />
      </div>
      {running && <ProgressBar job={job} />}
    </li>
  );
}

function Deed({ job }: { readonly job: ExportJob }) {
  const { t } = useText();
  const exportId = job.id;
  switch (job.state) {
    case 'saved':
      return (
        <Button look="bare" className="mx-0" onClick={() => void ask('export.showInFolder', { exportId })}>
          {t('exports.show')}
        </Button>
      );
    case 'failed':
    case 'cancelled':
      return (
        <span className="flex flex-wrap items-center gap-2 py-0.5">
          <Button look="quiet" onClick={() => void ask('export.retry', { exportId })}>
            {t('exports.retry')}
          </Button>
          {job.failure !== null && placeFailures.has(job.failure.code) && (
            <Button look="quiet" onClick={() => void ask('export.moveTo', { exportId })}>
              {t('exporting.moveTo')}
            </Button>
          )}
          {job.failure !== null && <FailureLink failure={job.failure} projectId={job.projectId} />}
        </span>
      );
    case 'waiting':
    case 'queued':
    case 'submitted':
    case 'rendering':
    case 'downloading':
    case 'checking':
      return null;
  }
}

function CancelButton({ exportId }: { readonly exportId: string }) {
  const { t } = useText();
  return (
    <Tip text={t('exporting.cancelHint')} side="right">
      <Button
        look="icon"
        className="-mx-1 size-5!"
        aria-label={t('exports.cancel')}
        onClick={() => void ask('export.cancel', { exportId })}
      >
        <X size={12} aria-hidden />
      </Button>
    </Tip>
  );
}

/** A share is shown only where one is known, while downloading; else the bar merely says that it goes on. */
function ProgressBar({ job }: { readonly job: ExportJob }) {
  const known = job.state === 'downloading' && job.bytes !== null;
  const width = known ? `${percent(job.received, job.bytes)}%` : undefined;
  return (
    <div aria-hidden className="mt-1.5 h-[3px] overflow-hidden rounded-full bg-line">
      {known ? (
        <div style={{ width }} className="h-full rounded-full bg-accent" />
      ) : (
        <div className="h-full w-2/5 animate-slide rounded-full bg-faint" />
      )}
    </div>
  );
}
