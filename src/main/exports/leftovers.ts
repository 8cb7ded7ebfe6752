import type { ExportRecord } from '../storage/stores.ts';
import type { ExportContext } from './context.ts';

/** So long is what a failed export has fetched kept for its retry, ms. */
export const keptForRetryMs = 7 * 24 * 60 * 60_000;

/**
 * Takes what nobody has come back for off the disk; another try of such an export starts over. A part that is not there may be on a
 * disk that is not there: it is looked for again after the next start.
 */
export async function clearLeftovers(
  { journal, files, clock }: Pick<ExportContext, 'journal' | 'files' | 'clock'>,
  records: readonly ExportRecord[],
): Promise<void> {
  const isLeft = ({ job, part }: ExportRecord): boolean =>
    part !== null && job.state === 'failed' && clock.now() - (job.endedAt ?? clock.now()) >= keptForRetryMs;
  for (const { job } of records.filter(isLeft)) {
    const record = journal.get(job.id);
    // Retried, or removed, while others were looked at.
    if (!record?.part || !isLeft(record) || (await files.look(record.part.path)) === null) continue;
    await files.remove(record.part.path);
    if ((await files.look(record.part.path)) === null) journal.note(record, { part: null, received: 0 });
  }
}
