import type { ReactNode } from 'react';
import type { MediaJob } from '../../shared/domain/media-job.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import type { MediaJobEntry } from '../state/model.ts';
import { useText } from '../locales/text.ts';
import { Failed } from './failed.tsx';
import { Made } from './made.tsx';
import { Making } from './making.tsx';
import { closeMediaJobs, useJob } from './open.ts';

type Props = { readonly entry: MediaJobEntry; readonly form: ReactNode };

/** The dialog around all kinds of work: what is wanted, how it goes, what came of it. */
export function Frame({ entry, form }: Props) {
  const { t } = useText();
  const job = useJob(entry);
  return (
    <DialogFrame
      title={t(`mediaJob.title.${entry.kind}`)}
      note={
        <p dir="auto" className="truncate text-dim" title={entry.name}>
          {entry.name}
        </p>
      }
      size="w-[min(640px,calc(100vw-32px))]"
      onClose={closeMediaJobs}
    >
      <div className="flex flex-col gap-4 overflow-y-auto p-5">
        {job === null ? form : <Stage entry={entry} job={job} />}
      </div>
    </DialogFrame>
  );
}

function Stage({ entry, job }: { readonly entry: MediaJobEntry; readonly job: MediaJob }) {
  if (job.state === 'failed') return <Failed entry={entry} job={job} />;
  return job.result === null ? <Making job={job} /> : <Made entry={entry} job={job} result={job.result} />;
}
