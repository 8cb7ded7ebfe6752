import { isDeepStrictEqual } from 'node:util';
import type { AppEvent } from '../shared/ipc/events.ts';
import { betterBindId } from '../shared/domain/bind-id.ts';
import { ok, type Result } from '../shared/result.ts';
import type { Cloud } from './cloud/cloud.ts';
import type { CloudError } from './cloud/errors.ts';
import type { Sessions } from './conversation/sessions.ts';
import type { Stage, StateReading } from './draft/stage.ts';
import type { ProjectStore, Session } from './state/stores.ts';

export type StateReadingParts = {
  readonly store: ProjectStore;
  readonly cloud: Pick<Cloud, 'latestState' | 'claimToken'>;
  readonly stage: Stage;
  readonly sessions: Pick<Sessions, 'forget'>;
  readonly emit: (event: AppEvent) => void;
};

type ReadState = (projectId: string, turnId: string | null) => Promise<Result<StateReading, CloudError>>;

/** Asks the cloud for a project's state, and notices where the cloud does not know the project's session any more. */
export type StateReader = {
  /** The draft exactly as the cloud sent it; what else the answer told is kept. */
  readonly latestDraft: (projectId: string, session: Session) => Promise<Result<unknown, CloudError>>;
  /** Puts the draft on the stage, as what a turn made of it. */
  readonly readState: ReadState;
  /** The same for those who have no words of their own for a lost session: the user learns of it before they write a message. */
  readonly readAndTell: ReadState;
  /** For the project's page; null before there is a session. */
  readonly claimToken: (projectId: string) => Promise<Result<string, CloudError> | null>;
  /** The next message gets a new session. */
  readonly sessionLost: (projectId: string, sessionId: string) => void;
  /** The same where nobody else tells. */
  readonly tellSessionLost: (projectId: string, sessionId: string) => void;
};

export function createStateReading({ store, cloud, stage, sessions, emit }: StateReadingParts): StateReader {
  const latestDraft: StateReader['latestDraft'] = async (projectId, session) => {
    const state = await cloud.latestState({ sessionId: session.sessionId });
    if (!state.ok) {
      if (state.error.kind === 'session-lost') sessions.forget(projectId, session.sessionId);
      return state;
    }
    const { bindId, canvasConfig, draft } = state.value;
    // The project may have another session by now.
    const present = store.session(projectId);
    if (present?.sessionId === session.sessionId) {
      const better = betterBindId(present.bindId, bindId);
      if (!isDeepStrictEqual(better, present.bindId)) store.setSession(projectId, { ...present, bindId: better });
    }
    if (canvasConfig !== null) store.setCanvas(projectId, canvasConfig);
    return ok(draft);
  };
  const readState: ReadState = async (projectId, turnId) => {
    const session = store.session(projectId);
    const draft = session ? await latestDraft(projectId, session) : ok(null);
    return draft.ok ? ok(stage.take(projectId, turnId, draft.value)) : draft;
  };

  return {
    latestDraft,
    readState,
    readAndTell: async (projectId, turnId) => {
      const state = await readState(projectId, turnId);
      if (!state.ok && state.error.kind === 'session-lost') emit({ type: 'session-lost', projectId });
      return state;
    },
    claimToken: async (projectId) => {
      const session = store.session(projectId);
      if (session === null) return null;
      const claim = await cloud.claimToken(session);
      if (!claim.ok && claim.error.kind === 'session-lost') sessions.forget(projectId, session.sessionId);
      return claim.ok ? ok(claim.value.claimToken) : claim;
    },
    sessionLost: (projectId, sessionId) => void sessions.forget(projectId, sessionId),
    tellSessionLost: (projectId, sessionId) => {
      if (sessions.forget(projectId, sessionId)) emit({ type: 'session-lost', projectId });
    },
  };
}
