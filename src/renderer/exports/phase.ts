import { isExportOver, type ExportJob } from '../../shared/domain/export-job.ts';
import { failureText } from '../text/sentences.ts';
import { percent } from '../text/format.ts';
import type { Say } from '../text/text.ts';

/** What an export is doing, in words that never promise more than is known. */
export function phaseText(t: Say, job: ExportJob): string {
  switch (job.state) {
    case 'downloading':
      return job.bytes === null
        ? t('exports.downloadingUnknown')
        : t('exports.downloading', { percent: percent(job.received, job.bytes) });
    case 'failed':
      return job.failure === null ? t('exports.failed') : failureText(t, job.failure);
    case 'queued':
    case 'submitted':
    case 'rendering':
    case 'checking':
    case 'saved':
    case 'cancelled':
      return t(`exports.${job.state}`);
  }
}

/** Running ones first, in the order they were asked for; then the newest. */
export function exportOrder(jobs: readonly ExportJob[]): readonly ExportJob[] {
  const running = jobs.filter(({ state }) => !isExportOver(state));
  const over = jobs.filter(({ state }) => isExportOver(state));
  return [...running.sort((a, b) => a.createdAt - b.createdAt), ...over.sort((a, b) => b.createdAt - a.createdAt)];
}
