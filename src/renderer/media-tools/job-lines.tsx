import { Check } from 'lucide-react';
import type { MediaJob } from '../../shared/domain/media-job.ts';
import { FileName } from '../ui/file-name.tsx';
import { Button, Spinner } from '../ui/button.tsx';
import { useDialog } from '../state/dialogs.ts';
import { useWindow } from '../state/store.ts';
import { useText } from '../locales/text.ts';
import { openMediaTools } from './open.ts';

/** Work that runs, or whose result waits for the user, while its dialog is closed. */
export function JobLines({ projectId }: { readonly projectId: string }) {
  const { t } = useText();
  const jobs = useWindow((state) => state.mediaJobs);
  const shown = useDialog('media-tools')?.entry;
  const lines = jobs.filter(
    (job) =>
      job.projectId === projectId &&
      job.state !== 'failed' &&
      !(shown?.fileId === job.fileId && shown.kind === job.kind),
  );
  if (lines.length === 0) return null;
  return (
    <ul aria-label={t('mediaJob.jobs')} className="flex flex-col gap-1">
      {lines.map((job) => (
        <JobLine key={job.id} job={job} />
      ))}
    </ul>
  );
}

function JobLine({ job }: { readonly job: MediaJob }) {
  const { t } = useText();
  const ready = job.state === 'ready';
  return (
    <li className="flex items-center gap-2 px-1 text-sm">
      {ready ? <Check size={12} className="text-good" aria-hidden /> : <Spinner />}
      <FileName name={job.name} lines={1} className="flex-1 font-medium" />
      <span className="shrink-0 whitespace-nowrap text-dim tabular">
        {ready ? t('mediaJob.jobReady') : `${t(`mediaJob.working.${job.kind}`)} ${Math.floor(job.progress * 100)}%`}
      </span>
      <Button look="quiet" onClick={() => reopen(job)}>
        {t('mediaJob.show')}
      </Button>
    </li>
  );
}

function reopen({ kind, projectId, fileId, source }: MediaJob): void {
  openMediaTools({ kind, projectId, fileId, ...source });
}
