import type { RestoreRequest } from '../../shared/domain/restore.ts';
import type { Env } from '../app/env.ts';
import type { DraftStore, StoredDraft } from '../storage/stores.ts';
import type { DraftMemory } from './draft-memory.ts';
import { readCanvas } from './draft-parser.ts';
import { type DraftState, restorePlan } from './restore-plan.ts';
import type { RestoreStep } from './restore-steps.ts';
import { restoreLines, restoreMessage } from './restore-words.ts';
import { inSteps, type Steps } from './steps.ts';

/** The service has no call that brings a version back: the agent is asked to, in words. Nothing here asks it. */
export type Restore = {
  /** What to ask for, for a version by its number, or for what there was before a turn. Null where one of them cannot be had. */
  readonly request: (projectId: string, to: number | string) => Promise<RestoreRequest | null>;
  /** The first version that a turn made; null where it made none. */
  readonly firstVersion: (projectId: string, turnId: string) => number | null;
  /** What is still to be done for the project's video to be this version; null where nobody can say. */
  readonly missing: (projectId: string, version: number) => Promise<readonly string[] | null>;
};

type RestoreDeps = {
  readonly store: Pick<DraftStore, 'firstOfTurn'>;
  readonly drafts: Pick<DraftMemory, 'latest' | 'get' | 'reading'>;
};

export function createRestore({ locale }: Pick<Env, 'locale'>, { store, drafts }: RestoreDeps): Restore {
  function* stateOf({ projectId, draft }: StoredDraft): Steps<DraftState> {
    const { width, height } = readCanvas(draft, null);
    const size = width === null || height === null ? null : { width, height };
    return { reading: yield* drafts.reading(projectId, draft), size };
  }

  function* stepsTo(present: StoredDraft, wanted: StoredDraft): Steps<readonly RestoreStep[]> {
    return yield* restorePlan(yield* stateOf(present), yield* stateOf(wanted));
  }

  const plan = async (projectId: string, version: number): Promise<readonly RestoreStep[] | null> => {
    const [present, wanted] = [drafts.latest(projectId), drafts.get(projectId, version)];
    return present && wanted && inSteps(stepsTo(present, wanted));
  };

  return {
    request: async (projectId, to) => {
      const version = typeof to === 'number' ? to : (store.firstOfTurn(projectId, to) ?? 0) - 1;
      const steps = version < 1 ? null : await plan(projectId, version);
      if (steps === null) return null;
      const lines = restoreLines(steps, locale());
      // A picture of another shape is made anew; all else is there already.
      const cost = steps.some(({ kind }) => kind === 'size') ? 'generate' : 'edit';
      return { version, lines, message: restoreMessage(lines, version, locale()), cost };
    },
    firstVersion: store.firstOfTurn,
    missing: async (projectId, version) => {
      const steps = await plan(projectId, version);
      return steps && restoreLines(steps, locale());
    },
  };
}
