import { useState } from 'react';
import { assertNever } from '../../shared/assert-never.ts';
import type { MediaJob } from '../../shared/domain/media-job.ts';
import type { MediaJobEntry } from '../state/model.ts';
import { DialogFrame } from '../ui/dialog-frame.tsx';
import { useText } from '../locales/text.ts';
import { Button } from '../ui/button.tsx';
import { CompressForm } from './compress-form.tsx';
import { TrimForm, type Wanted, type WantedPart } from './trim-form.tsx';
import { Failed, Made, Making } from './job-steps.tsx';
import { closeMediaJobs, useJob, convert } from './open.ts';

type Props = { readonly entry: MediaJobEntry };

/** The dialog of the file that is being worked on: what is wanted, how it goes, what came of it. */
export function MediaJobs({ entry }: Props) {
  const { t } = useText();
  const job = useJob(entry);
  // Keeps the wanted part beyond the form: a refused result leads back to it.
  const wanted = useState<WantedPart>({ cut: null, exact: null });
  return (
    <DialogFrame
      title={t(`mediaJob.title.${entry.kind}`)}
      note={
        <p dir="auto" className="text-dim wrap-anywhere">
          {entry.name}
        </p>
      }
      size="w-[min(640px,calc(100vw-32px))]"
      onClose={closeMediaJobs}
    >
      <div className="flex flex-col gap-4 overflow-y-auto p-5">
        {job === null ? <Form entry={entry} wanted={wanted} /> : <Progress entry={entry} job={job} />}
      </div>
    </DialogFrame>
  );
}

function Form({ entry, wanted }: Props & { readonly wanted: Wanted }) {
  switch (entry.kind) {
    case 'compress':
      return <CompressForm entry={entry} />;
    case 'trim':
      return <TrimForm entry={entry} wanted={wanted} />;
    case 'convert':
      return <ConvertForm entry={entry} />;
    default:
      return assertNever(entry.kind);
  }
}

function Progress({ entry, job }: Props & { readonly job: MediaJob }) {
  if (job.state === 'failed') return <Failed entry={entry} job={job} />;
  return job.result === null ? <Making job={job} /> : <Made entry={entry} job={job} result={job.result} />;
}

/** A conversion has nothing to choose: this shows only after a failure or a refused result. */
function ConvertForm({ entry }: Props) {
  const { t } = useText();
  return (
    <footer className="flex justify-end">
      <Button look="primary" onClick={() => void convert(entry)}>
        {t('mediaJob.start.convert')}
      </Button>
    </footer>
  );
}
