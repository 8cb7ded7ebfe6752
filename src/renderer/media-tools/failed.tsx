import type { MediaJob } from '../../shared/domain/media-job.ts';
import { maxUploadBytes, uploadKind } from '../../shared/domain/upload.ts';
import { Button } from '../ui/button.tsx';
import type { MediaJobEntry } from '../state/model.ts';
import { failureText } from '../locales/sentences.ts';
import { useText } from '../locales/text.ts';
import { forgetJob } from './open.ts';

/** Why nothing came of it, and what can be done. */
export function Failed({ entry, job }: { readonly entry: MediaJobEntry; readonly job: MediaJob }) {
  const { t } = useText();
  const asIs = uploadKind(entry.name) !== null && entry.bytes <= maxUploadBytes;
  return (
    <>
      <div role="alert">
        <p className="font-medium">{t('mediaJob.failed')}</p>
        <p className="text-dim">
          {failureText(t, job.failure ?? { code: 'media-job-failed' })} {asIs && t('mediaJob.sendAsIs')}
        </p>
      </div>
      <footer className="flex justify-end">
        <Button onClick={() => forgetJob(job)}>{t('mediaJob.again')}</Button>
      </footer>
    </>
  );
}
