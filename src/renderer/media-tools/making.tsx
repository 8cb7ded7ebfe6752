import type { MediaJob } from '../../shared/domain/media-job.ts';
import { Button } from '../ui/button.tsx';
import { useElapsed } from '../ui/use-now.ts';
import { length } from '../locales/format.ts';
import { useText, type Translate } from '../locales/text.ts';
import { dropJob } from './open.ts';

/** Below this share nothing can be said about the rest. */
const toldFrom = 0.03;

/** How far the work is. */
export function Making({ job }: { readonly job: MediaJob }) {
  const { t } = useText();
  const tookMs = useElapsed(job.startedAt, true);
  const share = Math.floor(job.progress * 100);
  return (
    <>
      <div className="flex items-baseline justify-between gap-4">
        <p className="font-medium">
          {job.state === 'queued' ? t('mediaJob.waiting') : t(`mediaJob.working.${job.kind}`)}
        </p>
        <p className="text-dim tabular">{restOf(t, job, tookMs)}</p>
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
function restOf(t: Translate, { progress, startedAt }: MediaJob, tookMs: number): string {
  const percent = `${Math.floor(progress * 100)}%`;
  if (startedAt === null || progress < toldFrom) return percent;
  const rest = (tookMs / progress) * (1 - progress);
  return `${percent} · ${t('mediaJob.left', { time: length(t, rest) })}`;
}
