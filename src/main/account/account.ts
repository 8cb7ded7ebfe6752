import type { AccountKind } from '../../shared/domain/app-state.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { RequestToken } from '../api/anonymous-token.ts';
import type { Clock } from '../clock.ts';
import type { CloudError } from '../api/errors.ts';
import type { TokenSource } from '../api/caller.ts';
import type { ClientId } from './client-id.ts';
import type { KeptToken, TokenStore } from '../storage/stores.ts';

export type Account = TokenSource & {
  /** Whose token is used. Known once the first one is. */
  readonly kind: () => AccountKind;
  /** The account's id for registering, as it came with the anonymous token that is used; null where none is known. */
  readonly userId: () => string | null;
  /** When the anonymous token that is used ends, epoch ms; null where none is used. */
  readonly endsAt: () => number | null;
  /** The user wants it: a cloud that gave no token may be asked at once. */
  readonly tryAgain: () => void;
  /** From now on this token is used, and kept; it has been tried. Not where `NEMO_TOKEN` is set. */
  readonly signIn: (token: string) => Promise<void>;
  /** Goes back to the anonymous token. */
  readonly signOut: () => Promise<void>;
};

export type AccountDeps = {
  /** `CloudConfig.token`: used as it is, never stored, never replaced. */
  readonly ownToken: string | null;
  readonly clientId: ClientId;
  /** The anonymous token's, and that of the one that the user has signed in with. */
  readonly store: TokenStore;
  readonly signInStore: TokenStore;
  readonly requestToken: RequestToken;
  /** A fresh token could not be saved: after quitting the cloud may give none for 7 days, and with it go the credits. */
  readonly onUnsaved: () => void;
  readonly onKind: (kind: AccountKind) => void;
  readonly clock: Pick<Clock, 'now'>;
  /** How long the cloud is not asked again after `token-spent` where it did not say when, ms. */
  readonly spentMs: number;
  /** How long a key ring may refuse before another token is asked for, ms. */
  readonly lockedMs: number;
};

/** The token of `NEMO_TOKEN`, else the one that the user has signed in with, else the anonymous one. */
export function createAccount(deps: AccountDeps): Account {
  return deps.ownToken === null ? storedAccount(deps) : ownAccount(deps.ownToken);
}

function ownAccount(token: string): Account {
  return {
    kind: () => 'environment',
    userId: () => null,
    endsAt: () => null,
    token: async () => ok(token),
    renew: async () => err({ kind: 'token-refused', own: true }),
    tryAgain: () => undefined,
    signIn: async () => undefined,
    signOut: async () => undefined,
  };
}

function storedAccount(deps: AccountDeps): Account {
  const anonymous = anonymousTokens(deps);
  const ring = createPatience(deps);
  /** Undefined until it was looked for. */
  let own: string | null | undefined;

  const become = (token: string | null): void => {
    if (token === own) return;
    own = token;
    deps.onKind(token === null ? 'anonymous' : 'signed-in');
  };
  /** Whether there is a token of the user's; a key ring that refuses for long counts as none. */
  const find = async (): Promise<'locked' | null> => {
    if (own !== undefined) return null;
    const read = await deps.signInStore.load().catch(() => null);
    if (read === 'locked' && ring.waits()) return 'locked';
    if (read !== 'locked') become(read?.token ?? null);
    return null;
  };

  return {
    kind: () => (typeof own === 'string' ? 'signed-in' : 'anonymous'),
    token: async (signal) => {
      if ((await find()) === 'locked') return err({ kind: 'token-locked' });
      return typeof own === 'string' ? ok(own) : anonymous.token(signal);
    },
    renew: async (refused, signal) => {
      if (own === refused) return err({ kind: 'token-refused', own: true });
      return typeof own === 'string' ? ok(own) : anonymous.renew(refused, signal);
    },
    userId: () => (typeof own === 'string' ? null : anonymous.userId()),
    endsAt: () => (typeof own === 'string' ? null : anonymous.endsAt()),
    tryAgain: anonymous.tryAgain,
    signIn: async (token) => {
      await deps.signInStore.save({ token, userId: null, expiresAt: null }).catch(deps.onUnsaved);
      become(token);
    },
    signOut: async () => {
      await deps.signInStore.clear();
      become(null);
    },
  };
}

/** A key ring that says no for once, since its dialog was closed or it is not there yet, is asked again for a while. */
function createPatience({ clock, lockedMs }: Pick<AccountDeps, 'clock' | 'lockedMs'>): {
  readonly waits: () => boolean;
} {
  let since: number | null = null;
  return {
    waits: () => {
      since ??= clock.now();
      return clock.now() - since < lockedMs;
    },
  };
}

/**
 * One token for all callers: those that ask while one is on its way share the request. A refused token stays in the store until
 * another one is there, since the cloud does not give a token twice. When it gives none it is left in peace for a while: to learn
 * that again takes two refusals and the wait between them.
 */
function anonymousTokens(deps: AccountDeps): TokenSource & Pick<Account, 'tryAgain' | 'userId' | 'endsAt'> {
  const ring = createPatience(deps);
  let current: KeptToken | null = null;
  let underWay: Promise<Result<string, CloudError>> | null = null;
  let spent: { readonly until: number | null; readonly askAt: number } | null = null;

  const request = async (): Promise<Result<string, CloudError>> => {
    const now = deps.clock.now();
    if (spent !== null && now < spent.askAt) return err({ kind: 'token-spent', until: spent.until });
    const answer = await requestWithClientId(deps);
    if (!answer.ok) return answer.error.kind === 'token-spent' ? err(remember(answer.error.until)) : answer;
    spent = null;
    const { token, userId, expiresAt } = answer.value;
    current = { token, userId, expiresAt: expiresAt ?? deps.clock.now() + tokenDaysMs };
    await deps.store.save(current).catch(deps.onUnsaved);
    return ok(token);
  };
  /** New ones come when the service says so, or when the last one ends (wire contract: one per client per 7 days). */
  const remember = (said: number | null): CloudError => {
    const now = deps.clock.now();
    const ends = current?.expiresAt ?? null;
    const until = said ?? (ends !== null && ends > now ? ends : null);
    spent = { until, askAt: until ?? now + deps.spentMs };
    return { kind: 'token-spent', until };
  };
  const load = async (): Promise<Result<string, CloudError>> => {
    const read = await deps.store.load().catch(() => null);
    if (read === 'locked') return ring.waits() ? err({ kind: 'token-locked' }) : request();
    current = read;
    return read === null ? request() : ok(read.token);
  };
  const share = (start: () => Promise<Result<string, CloudError>>): Promise<Result<string, CloudError>> => {
    underWay ??= start().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    token: (signal) => {
      if (underWay === null && current !== null) return Promise.resolve(ok(current.token));
      return orCancelled(share(load), signal);
    },
    renew: (refused, signal) => {
      // Another caller may have been faster: its token is as good.
      if (underWay === null && current !== null && current.token !== refused) return Promise.resolve(ok(current.token));
      return orCancelled(share(request), signal);
    },
    userId: () => current?.userId ?? null,
    endsAt: () => current?.expiresAt ?? null,
    tryAgain: () => {
      spent = null;
    },
  };
}

/** wire contract: "7 days" */
const tokenDaysMs = 7 * 24 * 3_600_000;

/** wire contract: "400: X-Client-Id missing: generate one, retry once" */
async function requestWithClientId(deps: AccountDeps): ReturnType<RequestToken> {
  const first = await deps.requestToken(await deps.clientId.current());
  const missing = !first.ok && first.error.kind === 'client-id-missing';
  return missing ? deps.requestToken(await deps.clientId.replace()) : first;
}

/** A caller may stop waiting; the request goes on, so that a token given meanwhile is not lost. */
function orCancelled<T>(
  work: Promise<Result<T, CloudError>>,
  signal: AbortSignal | undefined,
): Promise<Result<T, CloudError>> {
  if (signal === undefined) return work;
  const cancelled: Result<T, CloudError> = err({ kind: 'cancelled' });
  return new Promise((resolve, reject) => {
    if (signal.aborted) return resolve(cancelled);
    const abort = (): void => resolve(cancelled);
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
  });
}
