import type { Failure } from '../../shared/domain/failure.ts';
import type { Result } from '../../shared/result.ts';
import type { TaskAnswer } from '../../shared/media-worker-protocol.ts';
import type { ExportContext } from './context.ts';

/** Looks through a whole file, frames and sound. Errors: `cannot-decode`; any other says nothing about the file. */
export type Watch = (path: string) => Promise<Result<TaskAnswer<'watch'>, Failure>>;

/**
 * Tells of a saved file what only its frames and its sound can show. It stays saved whatever comes of it, and whatever keeps it from
 * being watched is tried again after the next start.
 */
export async function watchSaved(
  context: Pick<ExportContext, 'journal' | 'files' | 'closing'>,
  watch: Watch,
  id: string,
) {
  const record = context.journal.get(id);
  const check = record?.job.check ?? null;
  if (record?.job.state !== 'saved' || check === null || check.watched) return;
  if ((await context.files.look(record.targetPath)) === null || context.closing.aborted) return;
  const seen = await watch(record.targetPath);
  if (context.closing.aborted || (!seen.ok && seen.error.code !== 'cannot-decode')) return;
  const blank = (['black', 'silent'] as const).filter((name) => seen.ok && seen.value[name]);
  context.journal.note(record, { check: { ...check, watched: true, warnings: [...check.warnings, ...blank] } });
}
