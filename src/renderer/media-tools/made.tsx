import type { WorkshopJob, WorkshopResult } from '../../shared/domain/media-job.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { Button } from '../ui/button.tsx';
import { takeForBatch } from '../state/batches.ts';
import type { WorkshopEntry } from '../state/model.ts';
import { clock, clockTenths, size } from '../locales/format.ts';
import { useText } from '../locales/text.ts';
import { dropJob, takeResult } from './open.ts';

type Props = { readonly entry: WorkshopEntry; readonly job: WorkshopJob; readonly result: WorkshopResult };

/** What came of it, to be looked at before it is added. */
export function Made({ entry, job, result }: Props) {
  const { t } = useText();
  const { bytes, durationMs, width, height, startMs } = result;
  const facts = [
    `${size(bytes)} (${t('workshop.was', { size: size(entry.bytes) })})`,
    ...(width > 0 ? [`${width} × ${height}`] : []),
    ...(durationMs === null ? [] : [clock(durationMs / 1000)]),
  ];
  return (
    <>
      <Preview result={result} name={job.name} />
      <div>
        <p role="status" className="font-medium">
          {t('workshop.ready')}
        </p>
        <p className="text-dim tabular">
          {facts.join(' · ')}
          {startMs !== null && ` · ${t('workshop.began', { time: clockTenths(startMs / 1000) })}`}
        </p>
      </div>
      <footer className="flex justify-end gap-2">
        <Button onClick={() => void dropJob(job)}>{t('workshop.discard')}</Button>
        <Button look="primary" onClick={() => void (entry.forBatch ? takeForBatch(job) : takeResult(job))}>
          {t('workshop.use')}
        </Button>
      </footer>
    </>
  );
}

function Preview({ result, name }: { readonly result: WorkshopResult; readonly name: string }) {
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
