import { isDeepStrictEqual } from 'node:util';
import { betterBindId } from '../../shared/domain/bind-id.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import type { ProjectStore, Session } from '../storage/stores.ts';
import type { DraftVersions, StateReading } from './draft-versions.ts';

export type StateReaderDeps = {
  readonly store: ProjectStore;
  readonly cloud: Pick<Cloud, 'latestState'>;
  readonly draftVersions: DraftVersions;
  readonly sessions: {
    /** The cloud does not know this session any more; false where the project has another one by now. */
    readonly forget: (projectId: string, sessionId: string) => boolean;
  };
};

/** `draft`: exactly as the cloud sent it. */
type AskedState = { readonly draft: unknown; readonly reading: StateReading };

type ReadState = (projectId: string, turnId: string | null) => Promise<Result<StateReading, CloudError>>;

/** Asks the cloud for a project's state, and notices where the cloud does not know the project's session any more. */
export type StateReader = {
  /** Takes in the session's draft as it is now; what else the answer told is kept. */
  readonly ask: (projectId: string, session: Session) => Promise<Result<AskedState, CloudError>>;
  /** The same for the project's session; for a turn, with what is different since it began. */
  readonly readState: ReadState;
  /** The same for who says nothing of a lost session: the window tells the user, before they write a message. */
  readonly readReportingLoss: ReadState;
  /** Notes what a turn begins with: asks first where that may not be what was seen last, but for a moment only. */
  readonly begin: (projectId: string, turnId: string, session: Session, signal: AbortSignal) => Promise<void>;
};

type ReaderEnv = Pick<Env, 'bus' | 'clock' | 'timings'>;

export function createStateReader(env: ReaderEnv, deps: StateReaderDeps): StateReader {
  const { store, draftVersions } = deps;
  const ask = createAsk(deps);

  const readState: ReadState = async (projectId, turnId) => {
    const session = store.session(projectId);
    // A turn of an older version of the app, which did not note it.
    if (session && turnId !== null && !draftVersions.hasBegun(projectId, turnId))
      draftVersions.begin(projectId, turnId, session.sessionId);
    const state = session ? await ask(projectId, session) : null;
    if (state?.ok === false) return state;
    if (turnId !== null) return ok(draftVersions.since(projectId, turnId));
    return ok(state?.value.reading ?? draftVersions.unchanged(projectId));
  };

  return {
    ask,
    readState,
    readReportingLoss: async (projectId, turnId) => {
      const state = await readState(projectId, turnId);
      if (!state.ok && state.error.kind === 'session-lost') env.bus.emit({ type: 'session-lost', projectId });
      return state;
    },
    begin: async (projectId, turnId, session, signal) => {
      if (draftVersions.isDoubtful(projectId, session.sessionId)) {
        const over = new AbortController();
        const late = env.clock.wait(env.timings.stateAtStartMs, AbortSignal.any([over.signal, signal]));
        await Promise.race([ask(projectId, session), late]);
        over.abort();
      }
      // A turn that was taken back meanwhile has begun nothing, and another one may have.
      if (!signal.aborted) draftVersions.begin(projectId, turnId, session.sessionId);
    },
  };
}

function createAsk({ store, cloud, draftVersions, sessions }: StateReaderDeps): StateReader['ask'] {
  /** Questions are numbered: an answer that comes after that to a later question says nothing new any more. */
  let asked = 0;
  const answered = new Map<string, number>();

  return async (projectId, session) => {
    asked += 1;
    const question = asked;
    const state = await cloud.latestState({ sessionId: session.sessionId });
    if (!state.ok) {
      if (state.error.kind === 'session-lost') sessions.forget(projectId, session.sessionId);
      return state;
    }
    const { draft, bindId, canvasConfig } = state.value;
    await draftVersions.prepare(projectId, draft);
    // The project may have another session by now.
    const present = store.session(projectId);
    if (present?.sessionId !== session.sessionId || question < (answered.get(projectId) ?? 0))
      return ok({ draft, reading: draftVersions.unchanged(projectId) });
    answered.set(projectId, question);
    const better = betterBindId(present.bindId, bindId);
    if (!isDeepStrictEqual(better, present.bindId)) store.setSession(projectId, { ...present, bindId: better });
    if (canvasConfig !== null) store.setCanvas(projectId, canvasConfig);
    return ok({ draft, reading: draftVersions.take(projectId, draft) });
  };
}
