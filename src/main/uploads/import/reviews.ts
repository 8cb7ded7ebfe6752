import PQueue from 'p-queue';
import type { Intake, IntakeSkips } from '../../../shared/domain/import-review.ts';
import { createIntakeList, type IntakeFile, type IntakeList, type IntakeListParts } from './review-list.ts';

export type IntakesParts = Omit<IntakeListParts, 'checks'> & {
  readonly emitRemoved: (projectId: string, intakeId: string) => void;
  /** No file was found in what was given. */
  readonly onNothing: (projectId: string, paths: readonly string[], skips: IntakeSkips) => Promise<void>;
};

/** Lists to tick: many files, or folders, of which the user chooses. Paths stay in here; a window names a list and its rows. */
export type Intakes = {
  /** Walks and checks what was given, and tells of it as it goes. A list that already stands in the project grows. */
  readonly read: (projectId: string, paths: readonly string[]) => Promise<void>;
  readonly list: (projectId: string) => Intake | null;
  /** The project of a list; null where there is no such list (any more). */
  readonly projectOf: (intakeId: string) => string | null;
  /** The files of these rows that have been checked, in the order of the list; the list stays. Empty for an unknown list. */
  readonly files: (intakeId: string, rowIds: readonly number[]) => readonly IntakeFile[];
  /** Takes the list away, and ends what is still under way for it. */
  readonly close: (intakeId: string) => void;
  readonly closeAll: () => void;
};

/** Files checked at once. */
const checksAtOnce = 16;

export function createIntakes(parts: IntakesParts): Intakes {
  const lists = new Map<string, IntakeList>();
  const checks = new PQueue({ concurrency: checksAtOnce });
  const ofProject = (projectId: string): IntakeList | undefined =>
    [...lists.values()].find((list) => list.projectId === projectId);

  const begin = (projectId: string): IntakeList => {
    const list = createIntakeList(projectId, { ...parts, checks });
    lists.set(list.id, list);
    return list;
  };

  const close = (intakeId: string): void => {
    const list = lists.get(intakeId);
    if (list === undefined) return;
    list.close();
    lists.delete(intakeId);
    parts.emitRemoved(list.projectId, intakeId);
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
    projectOf: (intakeId) => lists.get(intakeId)?.projectId ?? null,
    files: (intakeId, rowIds) => lists.get(intakeId)?.files(rowIds) ?? [],
    close,
    closeAll: () => {
      for (const id of lists.keys()) close(id);
    },
  };
}
