import type { Locale } from '../../shared/domain/app-state.ts';
import { ok, type Result } from '../../shared/result.ts';
import type { CloudError } from '../cloud/errors.ts';
import type { ProjectStore, Session } from '../state/stores.ts';

export type Sessions = {
  /** The project's session in the cloud; opened on first use, once, however many ask at the same time. */
  readonly ensure: (projectId: string) => Promise<Result<Session, CloudError>>;
  /** The cloud no longer knows the session (1002): the next `ensure` opens a new one. */
  readonly forget: (projectId: string) => void;
};

export type SessionsParts = {
  readonly store: ProjectStore;
  readonly create: (language: Locale) => Promise<Result<Session, CloudError>>;
  readonly language: () => Locale;
  /** What was sent to the project's session is gone with it. */
  readonly onForgotten?: (projectId: string) => void;
};

export function createSessions({ store, create, language, onForgotten }: SessionsParts): Sessions {
  const opening = new Map<string, Promise<Result<Session, CloudError>>>();

  const open = async (projectId: string): Promise<Result<Session, CloudError>> => {
    const created = await create(language());
    if (created.ok) store.setSession(projectId, created.value);
    return created;
  };

  return {
    ensure: (projectId) => {
      const known = store.session(projectId);
      if (known) return Promise.resolve(ok(known));
      const running = opening.get(projectId);
      if (running) return running;
      const started = open(projectId).finally(() => opening.delete(projectId));
      opening.set(projectId, started);
      return started;
    },
    forget: (projectId) => {
      store.setSession(projectId, null);
      onForgotten?.(projectId);
    },
  };
}
