import PQueue from 'p-queue';
import type { ImportReview, ImportSkips } from '../../../shared/domain/import-review.ts';
import { createImportList, type ImportFile, type ImportList, type ImportListParts } from './review-list.ts';

export type ImportReviewsParts = Omit<ImportListParts, 'checks'> & {
  readonly emitRemoved: (projectId: string, reviewId: string) => void;
  /** No file was found in what was given. */
  readonly onNothing: (projectId: string, paths: readonly string[], skips: ImportSkips) => Promise<void>;
};

/** Lists to tick: many files, or folders, of which the user chooses. Paths stay in here; a window names a list and its rows. */
export type ImportReviews = {
  /** Walks and checks what was given, and tells of it as it goes. A list that already stands in the project grows. */
  readonly read: (projectId: string, paths: readonly string[]) => Promise<void>;
  readonly list: (projectId: string) => ImportReview | null;
  /** The project of a list; null where there is no such list (any more). */
  readonly projectOf: (reviewId: string) => string | null;
  /** The files of these rows that have been checked, in the order of the list; the list stays. Empty for an unknown list. */
  readonly files: (reviewId: string, rowIds: readonly number[]) => readonly ImportFile[];
  /** Takes the list away, and ends what is still under way for it. */
  readonly close: (reviewId: string) => void;
  readonly closeAll: () => void;
};

/** Files checked at once. */
const checksAtOnce = 16;

export function createImportReviews(parts: ImportReviewsParts): ImportReviews {
  const lists = new Map<string, ImportList>();
  const checks = new PQueue({ concurrency: checksAtOnce });
  const ofProject = (projectId: string): ImportList | undefined =>
    [...lists.values()].find((list) => list.projectId === projectId);

  const begin = (projectId: string): ImportList => {
    const list = createImportList(projectId, { ...parts, checks });
    lists.set(list.id, list);
    return list;
  };

  const close = (reviewId: string): void => {
    const list = lists.get(reviewId);
    if (list === undefined) return;
    list.close();
    lists.delete(reviewId);
    parts.emitRemoved(list.projectId, reviewId);
  };

  return {
    read: async (projectId, paths) => {
      const list = ofProject(projectId) ?? begin(projectId);
      await list.read(paths);
      const { rows, skips } = list.view();
      if (rows.length > 0 || !lists.has(list.id)) return;
      close(list.id);
      await parts.onNothing(projectId, paths, skips);
    },
    list: (projectId) => {
      const view = ofProject(projectId)?.view();
      return view === undefined || view.rows.length === 0 ? null : view;
    },
    projectOf: (reviewId) => lists.get(reviewId)?.projectId ?? null,
    files: (reviewId, rowIds) => lists.get(reviewId)?.files(rowIds) ?? [],
    close,
    closeAll: () => {
      for (const id of lists.keys()) close(id);
    },
  };
}
