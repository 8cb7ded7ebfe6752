import type { MediaJob, MediaResult } from '../../shared/domain/media-job.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { Button } from '../ui/button.tsx';
import { takeForBatch } from '../state/batches.ts';
import type { MediaJobEntry } from '../state/model.ts';
import { clock, clockTenths, size } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { dropJob, takeResult } from './open.ts';

type Props = { readonly entry: MediaJobEntry; readonly job: MediaJob; readonly result: MediaResult };

/** What came of it, to be looked at before it is added. */
export function Made({ entry, job, result }: Props) {
  const { t } = useText();
  const { bytes, durationMs, width, height, startMs } = result;
  const info = [
    `${size(bytes)} (${t('mediaJob.was', { size: size(entry.bytes) })})`,
    ...(width > 0 ? [`${width} × ${height}`] : []),
    ...(durationMs === null ? [] : [clock(durationMs / 1000)]),
  ];
  return (
    <>
      <Preview result={result} name={job.name} />
      <div>
        <p role="status" className="font-medium">
          {t('mediaJob.ready')}
        </p>
        <p className="text-dim tabular">
          {info.join(' · ')}
          {startMs !== null && ` · ${t('mediaJob.began', { time: clockTenths(startMs / 1000) })}`}
        </p>
      </div>
      <footer className="flex justify-end gap-2">
        <Button onClick={() => void dropJob(job)}>{t('mediaJob.discard')}</Button>
        <Button look="primary" onClick={() => void (entry.forBatch ? takeForBatch(job) : takeResult(job))}>
          {t('mediaJob.use')}
        </Button>
      </footer>
    </>
  );
}

function Preview({ result, name }: { readonly result: MediaResult; readonly name: string }) {
  const source = mediaUrl(result.mediaId);
  if (result.durationMs === null)
    return <img src={source} alt={name} className="max-h-[45vh] self-center rounded-control bg-stage object-contain" />;
  if (result.width === 0)
    return (
      <audio src={source} controls controlsList="nodownload noplaybackrate" aria-label={name} className="w-full" />
    );
  return (
    <video
      src={source}
      controls
      controlsList="nodownload noplaybackrate noremoteplayback"
      disablePictureInPicture
      aria-label={name}
      className="max-h-[45vh] w-full rounded-control bg-stage"
    />
  );
}
