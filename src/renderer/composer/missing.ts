import { useWindow } from '../state/store.ts';

/** The line that says which files did not arrive, by its id in the page. */
export const missingFilesId = 'files-missing';

/** The words that the format adds to a message, by their id in the page. */
export const formatWordsId = 'format-words';

/** How many files in the composer did not arrive: no message goes from there before the user has seen to them. */
export function useFailedFiles(projectId: string): number {
  return useWindow((state) => state.views[projectId]?.uploads.filter(({ state: is }) => is === 'failed').length ?? 0);
}
