import { ok, type Result } from '../shared/result.ts';
import type { Cloud } from './cloud/cloud.ts';
import type { CloudError } from './cloud/errors.ts';
import type { Stage, StateReading } from './draft/stage.ts';
import type { ProjectStore, Session } from './state/stores.ts';

export type StateReadingParts = {
  readonly store: ProjectStore;
  readonly cloud: Pick<Cloud, 'latestState'>;
  readonly stage: Stage;
};

/** Asks the cloud for a project's state. */
export function createStateReading({ store, cloud, stage }: StateReadingParts): {
  /** The draft exactly as the cloud sent it; what else the answer told is kept. */
  readonly latestDraft: (projectId: string, session: Session) => Promise<Result<unknown, CloudError>>;
  /** Puts the draft on the stage, as what a turn made of it. */
  readonly readState: (projectId: string, turnId: string | null) => Promise<Result<StateReading, CloudError>>;
} {
  const latestDraft = async (projectId: string, session: Session): Promise<Result<unknown, CloudError>> => {
    const state = await cloud.latestState({ sessionId: session.sessionId });
    if (!state.ok) return state;
    if (state.value.bindId !== null && session.bindId === null)
      store.setSession(projectId, { ...session, bindId: state.value.bindId });
    if (state.value.canvasConfig !== null) store.setCanvas(projectId, state.value.canvasConfig);
    return ok(state.value.draft);
  };
  const readState = async (projectId: string, turnId: string | null): Promise<Result<StateReading, CloudError>> => {
    const session = store.session(projectId);
    const draft = session ? await latestDraft(projectId, session) : ok(null);
    return draft.ok ? ok(stage.take(projectId, turnId, draft.value)) : draft;
  };

  return { latestDraft, readState };
}
