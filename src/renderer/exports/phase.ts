import { assertNever } from '../../shared/assert-never.ts';
import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import { failureText } from '../locales/sentences.ts';
import { length, percent } from '../locales/format.ts';
import type { Translate } from '../locales/text.ts';

/**
 * The vendor's clients give up after ten polls (wire contract: "Render"); from here on the words change, and the job
 * goes on.
 */
const usualPolls = 10;
/** Less than this is not worth counting down, ms. */
const momentMs = 5_000;

/**
 * What an export is doing, in words that never promise more than is known. `tookMs`: how long it has been doing so; `stalled`: nothing
 * has come of it for a while.
 */
export function phaseText(t: Translate, job: ExportJob, tookMs: number, stalled = false): string {
  switch (job.state) {
    case 'waiting':
      return t('exporting.waiting');
    case 'rendering':
      return renderingText(t, job, Math.max(0, tookMs));
    case 'downloading':
      return downloadText(t, job, stalled);
    case 'failed':
      // It was so when the answer ended, and may not be any more.
      if (job.failure?.code === 'nothing-to-export') return t('exporting.nothingThen');
      return job.failure === null ? t('exports.failed') : failureText(t, job.failure);
    case 'queued':
    case 'submitted':
    case 'checking':
    case 'saved':
    case 'cancelled':
      return t(`exports.${job.state}`);
    default:
      return assertNever(job.state);
  }
}

/** From here on it is said to be almost done, in percent. */
const almost = 95;

function downloadText(t: Translate, { received, bytes }: ExportJob, stalled: boolean): string {
  const share = bytes === null ? null : percent(received, bytes);
  const text = share === null ? t('exports.downloadingUnknown') : t('exports.downloading', { percent: share });
  if (stalled) return `${text} · ${t('exporting.stalled')}`;
  return share !== null && share >= almost ? `${text} · ${t('exporting.almost')}` : text;
}

/** Goes by what the cloud says, else by past renders. Beyond those it promises nothing, and calls slow what is slow. */
function renderingText(t: Translate, { polls, progress, estimateMs }: ExportJob, tookMs: number): string {
  if (polls >= usualPolls)
    return tookMs < 60_000 ? t('exporting.slowUnder') : t('exporting.slow', { time: length(t, tookMs) });
  if (progress !== null) {
    const share = Math.round(progress * 100);
    const text = t('exporting.renderingShare', { percent: share });
    return share >= almost ? `${text} · ${t('exporting.almost')}` : text;
  }
  if (estimateMs === null) return t('exporting.rendering');
  const leftMs = estimateMs - tookMs;
  return leftMs < momentMs ? t('exporting.moment') : t('exporting.left', { time: length(t, leftMs) });
}

/** Running ones first, in the order they were asked for; then the newest. */
export function exportOrder(jobs: readonly ExportJob[]): readonly ExportJob[] {
  const running = jobs.filter(({ state }) => !isExportOver(state));
  const over = jobs.filter(({ state }) => isExportOver(state));
  return [...running.sort((a, b) => a.createdAt - b.createdAt), ...over.sort((a, b) => b.createdAt - a.createdAt)];
}
