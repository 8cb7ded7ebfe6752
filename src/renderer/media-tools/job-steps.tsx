import type { MediaJob, MediaResult } from '../../shared/domain/media-job.ts';
import { mediaUrl } from '../../shared/media-url.ts';
import { maxUploadBytes, uploadKind } from '../../shared/domain/upload.ts';
import { Button } from '../ui/button.tsx';
import { useElapsed, useStalled } from '../ui/use-now.ts';
import { length, clock, clockTenths, size } from '../locales/format.ts';
import { useText, type Translate } from '../locales/text.ts';
import { takeForBatch } from '../state/batches.ts';
import type { MediaJobEntry } from '../state/model.ts';
import { failureText } from '../locales/sentences.ts';
import { dropJob, takeResult, forgetJob } from './open.ts';

/** Below this share nobody can estimate the rest. */
const estimatedFrom = 0.03;

/** How far the work is. */
export function Making({ job }: { readonly job: MediaJob }) {
  const { t } = useText();
  const tookMs = useElapsed(job.startedAt, true);
  const share = Math.floor(job.progress * 100);
  const stalled = useStalled(job.progress, job.state === 'running');
  return (
    <>
      <div className="flex items-baseline justify-between gap-4">
        <p className="font-medium">
          {job.state === 'queued' ? t('mediaJob.waiting') : t(`mediaJob.working.${job.kind}`)}
        </p>
        <p className="text-dim tabular">{restOf(t, job, tookMs, stalled)}</p>
      </div>
      <div
        role="progressbar"
        aria-label={t(`mediaJob.working.${job.kind}`)}
        aria-valuemin={0}
        aria-valuemax={100}
        aria-valuenow={share}
        className="h-1.5 overflow-hidden rounded-full bg-bubble"
      >
        <div style={{ width: `${share}%` }} className="h-full rounded-full bg-accent" />
      </div>
      <footer className="flex items-center justify-between gap-4">
        <p className="text-sm text-dim">{t('mediaJob.background')}</p>
        <Button onClick={() => void dropJob(job)}>{t('mediaJob.cancel')}</Button>
      </footer>
    </>
  );
}

/** Percent, and how long it will still take, from how long it took so far. */
function restOf(t: Translate, { progress, startedAt }: MediaJob, tookMs: number, stalled: boolean): string {
  const percent = `${Math.floor(progress * 100)}%`;
  if (stalled) return `${percent} · ${t('exporting.stalled')}`;
  if (progress >= 0.95) return `${percent} · ${t('exporting.almost')}`;
  if (startedAt === null || progress < estimatedFrom) return percent;
  const rest = (tookMs / progress) * (1 - progress);
  return `${percent} · ${t('mediaJob.left', { time: length(t, rest) })}`;
}

type Props = { readonly entry: MediaJobEntry; readonly job: MediaJob; readonly result: MediaResult };

/** The result, to look at before it is added. */
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
        <Button onClick={() => void dropJob(job)}>
          {t(job.kind === 'trim' ? 'mediaJob.otherPart' : 'mediaJob.discard')}
        </Button>
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
