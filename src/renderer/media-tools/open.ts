import { ask } from '../state/client.ts';
import { closeDialog, openDialog } from '../state/dialogs.ts';
import type { MediaJobEntry } from '../state/model.ts';
import { update, useWindow } from '../state/store.ts';
import type { MediaJob } from '../../shared/domain/media-job.ts';

/** Opens the tools for a file. Work on it that runs, or whose result waits, shows again. */
export function openMediaTools(entry: MediaJobEntry): void {
  openDialog({ kind: 'media-tools', entry });
}

/** The same for a conversion, which begins at once: there is nothing to choose. */
export async function convert(entry: MediaJobEntry): Promise<void> {
  openMediaTools(entry);
  const { projectId, fileId } = entry;
  if (jobOf(useWindow.getState().mediaJobs, entry) === null) await ask('mediaJob.convert', { projectId, fileId });
}

/** Closes the dialog; the work itself goes on. */
export function closeMediaJobs(): void {
  closeDialog('media-tools');
}

/** The newest work of this kind on this file. */
export function useJob(entry: MediaJobEntry): MediaJob | null {
  return useWindow((state) => jobOf(state.mediaJobs, entry));
}

function jobOf(jobs: readonly MediaJob[], { fileId, kind }: MediaJobEntry): MediaJob | null {
  return jobs.findLast((job) => job.fileId === fileId && job.kind === kind) ?? null;
}

/** Takes the result into the project's files, in place of the one that it was made from. */
export async function takeResult({ id, projectId, fileId }: MediaJob): Promise<void> {
  const view = useWindow.getState().views[projectId];
  const replaced = view?.uploads.find(({ mediaId }) => mediaId === fileId);
  const needsDecision = view?.needsDecision.find(({ mediaId }) => mediaId === fileId);
  const answer = await ask('mediaJob.use', { jobId: id, ...(replaced ? { replaces: replaced.id } : {}) });
  if (!answer.ok) return;
  closeMediaJobs();
  if (needsDecision) await ask('needsDecision.dismiss', { decisionId: needsDecision.id });
}

/** Breaks the work off, or refuses its result. */
export async function dropJob({ id, kind }: MediaJob): Promise<void> {
  // A conversion has no form to go back to, so its dialog closes.
  if (kind === 'convert') closeMediaJobs();
  await ask('mediaJob.discard', { jobId: id }, 'quiet');
}

/** Takes a failure off the screen. */
export function forgetJob({ id }: MediaJob): void {
  update((state) => ({ ...state, mediaJobs: state.mediaJobs.filter((job) => job.id !== id) }));
}
