import { ask } from '../state/client.ts';
import type { WorkshopEntry } from '../state/model.ts';
import { update, useWindow } from '../state/store.ts';
import type { WorkshopJob } from '../../shared/domain/media-job.ts';

/** Takes a file into the workshop. Work that goes on for it, or waits for the user's word, is shown again. */
export function openWorkshop(entry: WorkshopEntry): void {
  update((state) => ({ ...state, workshop: entry }));
}

/** The same for a conversion, which begins at once: there is nothing to choose. */
export async function convert(entry: WorkshopEntry): Promise<void> {
  openWorkshop(entry);
  const { projectId, fileId } = entry;
  if (jobOf(useWindow.getState().workshopJobs, entry) === null) await ask('workshop.convert', { projectId, fileId });
}

/** What goes on, goes on. */
export function closeWorkshop(): void {
  update((state) => ({ ...state, workshop: null }));
}

/** The newest work of this kind on this file. */
export function useJob(entry: WorkshopEntry): WorkshopJob | null {
  return useWindow((state) => jobOf(state.workshopJobs, entry));
}

function jobOf(jobs: readonly WorkshopJob[], { fileId, kind }: WorkshopEntry): WorkshopJob | null {
  return jobs.findLast((job) => job.fileId === fileId && job.kind === kind) ?? null;
}

/** The result goes to the project's files, in place of the one that it was made from. */
export async function takeResult({ id, projectId, fileId }: WorkshopJob): Promise<void> {
  const view = useWindow.getState().views[projectId];
  const replaced = view?.uploads.find(({ mediaId }) => mediaId === fileId);
  const held = view?.held.find(({ mediaId }) => mediaId === fileId);
  const answer = await ask('workshop.use', { jobId: id, ...(replaced ? { replaces: replaced.id } : {}) });
  if (!answer.ok) return;
  closeWorkshop();
  if (held) await ask('held.dismiss', { heldId: held.id });
}

/** Breaks the work off, or refuses its result. */
export async function dropJob({ id, kind }: WorkshopJob): Promise<void> {
  // Without a form to go back to, the dialog has nothing more to say.
  if (kind === 'convert') closeWorkshop();
  await ask('workshop.discard', { jobId: id }, 'quiet');
}

/** Takes a failure off the screen. */
export function forgetJob({ id }: WorkshopJob): void {
  update((state) => ({ ...state, workshopJobs: state.workshopJobs.filter((job) => job.id !== id) }));
}
