import type { Locale } from '../../shared/domain/app-state.ts';
import { betterBindId } from '../../shared/domain/bind-id.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { Cloud } from '../api/cloud.ts';
import type { CloudError } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import type { ProjectStore, Session } from '../storage/stores.ts';

export type Sessions = {
  /** The project's session in the cloud; opened on first use, once, however many ask at the same time. */
  readonly ensure: (projectId: string) => Promise<Result<Session, CloudError>>;
  /**
   * The cloud no longer knows this session (1002): the next `ensure` opens a new one. False where the project has another one by
   * now, which stays: an answer about the old one may come late.
   */
  readonly forget: (projectId: string, sessionId: string) => boolean;
  /** The same where no answer tells the user of it: the window does. */
  readonly reportLost: (projectId: string, sessionId: string) => void;
  /** Whether this is still the project's session. */
  readonly isPresent: (projectId: string, sessionId: string) => boolean;
  /** The user knows by now that the timeline started afresh. */
  readonly clearAfresh: (projectId: string) => void;
  /** For registering: the best id that the project's session has, or the account (`userId`). */
  readonly bindId: (projectId: string | null, userId: string | null) => string | null;
  /** For the project's page; null before there is a session. */
  readonly claimToken: (projectId: string) => Promise<Result<string, CloudError> | null>;
};

type SessionsDeps = {
  readonly store: ProjectStore;
  readonly cloud: Pick<Cloud, 'createSession' | 'claimToken'>;
  /** Whether the project had a timeline before, which a new session does not have. */
  readonly hadTimeline: (projectId: string) => boolean;
};

/** Languages as the wire names them (wire contract: "a tag like `en`, `zh-CN`"). */
export const languageTags: Readonly<Record<Locale, string>> = { en: 'en', zh: 'zh-CN' };

export function openSessions(env: Pick<Env, 'bus' | 'locale'>, deps: SessionsDeps): Sessions {
  const { store, cloud, hadTimeline } = deps;
  const opening = new Map<string, Promise<Result<Session, CloudError>>>();

  const open = async (projectId: string): Promise<Result<Session, CloudError>> => {
    const created = await cloud.createSession({ language: languageTags[env.locale()] });
    if (!created.ok) return created;
    const session: Session = hadTimeline(projectId) ? { ...created.value, afresh: true } : created.value;
    store.setSession(projectId, session);
    return ok(session);
  };

  const isPresent = (projectId: string, sessionId: string): boolean =>
    store.session(projectId)?.sessionId === sessionId;

  const forget: Sessions['forget'] = (projectId, sessionId) => {
    if (!isPresent(projectId, sessionId)) return false;
    // First the files: a crash in between costs a needless upload, not a message without its files.
    env.bus.emit({ type: 'session-forgotten', projectId });
    store.setSession(projectId, null);
    return true;
  };

  return {
    isPresent,
    forget,
    reportLost: (projectId, sessionId) => {
      if (forget(projectId, sessionId)) env.bus.emit({ type: 'session-lost', projectId });
    },
    ensure: (projectId) => {
      const known = store.session(projectId);
      if (known) return Promise.resolve(ok(known));
      const running = opening.get(projectId);
      if (running) return running;
      const started = open(projectId).finally(() => opening.delete(projectId));
      opening.set(projectId, started);
      return started;
    },
    clearAfresh: (projectId) => {
      const session = store.session(projectId);
      if (session?.afresh === true) store.setSession(projectId, { ...session, afresh: false });
    },
    bindId: (projectId, userId) => {
      const ofAccount = userId === null || userId === 'me' ? null : ({ key: 'user_id', id: userId } as const);
      const ofSession = projectId === null ? null : (store.session(projectId)?.bindId ?? null);
      return betterBindId(ofAccount, ofSession)?.id ?? null;
    },
    claimToken: async (projectId) => {
      const session = store.session(projectId);
      if (session === null) return null;
      const claim = await cloud.claimToken(session);
      if (!claim.ok && claim.error.kind === 'session-lost') forget(projectId, session.sessionId);
      return claim.ok ? ok(claim.value.claimToken) : claim;
    },
  };
}
