import { err, ok, type Result } from '../../shared/result.ts';
import type { RequestToken } from '../cloud/anonymous-token.ts';
import type { Clock } from '../clock.ts';
import type { CloudError } from '../cloud/errors.ts';
import type { TokenSource } from '../cloud/tokens.ts';
import type { ClientId } from './client-id.ts';
import type { TokenStore } from '../state/stores.ts';

export type Account = TokenSource & {
  /** `own`: the token of `NEMO_TOKEN`; `anonymous`: one that the cloud gave to this client. */
  readonly kind: 'own' | 'anonymous';
  /** The user wants it: a cloud that gave no token may be asked at once. */
  readonly tryAgain: () => void;
};

export type AccountDeps = {
  /** `CloudConfig.token`: used as it is, never stored, never replaced. */
  readonly ownToken: string | null;
  readonly clientId: ClientId;
  readonly store: TokenStore;
  readonly requestToken: RequestToken;
  /** A fresh token could not be saved: after quitting the cloud may give none for 7 days, and with it go the credits. */
  readonly onUnsaved: () => void;
  readonly clock: Pick<Clock, 'now'>;
  /** How long the cloud is not asked again after `token-spent`, ms. */
  readonly spentMs: number;
};

export function createAccount(deps: AccountDeps): Account {
  return deps.ownToken === null ? anonymousAccount(deps) : ownAccount(deps.ownToken);
}

function ownAccount(token: string): Account {
  return {
    kind: 'own',
    token: async () => ok(token),
    renew: async () => err({ kind: 'token-refused', own: true }),
    tryAgain: () => undefined,
  };
}

/**
 * One token for all callers: those that ask while one is on its way share the request. A refused token stays in the store until
 * another one is there, since the cloud does not give a token twice. When it gives none it is left in peace for a while: to learn
 * that again takes two refusals and the wait between them.
 */
function anonymousAccount(deps: AccountDeps): Account {
  let current: string | null = null;
  let underWay: Promise<Result<string, CloudError>> | null = null;

  let spentUntil = 0;

  const request = async (): Promise<Result<string, CloudError>> => {
    if (deps.clock.now() < spentUntil) return err({ kind: 'token-spent' });
    const answer = await requestWithClientId(deps);
    if (!answer.ok) {
      if (answer.error.kind === 'token-spent') spentUntil = deps.clock.now() + deps.spentMs;
      return answer;
    }
    await deps.store.save(answer.value).catch(deps.onUnsaved);
    current = answer.value;
    return answer;
  };
  const load = async (): Promise<Result<string, CloudError>> => {
    current = await deps.store.load().catch(() => null);
    return current === null ? request() : ok(current);
  };
  const share = (start: () => Promise<Result<string, CloudError>>): Promise<Result<string, CloudError>> => {
    underWay ??= start().finally(() => {
      underWay = null;
    });
    return underWay;
  };

  return {
    kind: 'anonymous',
    token: (signal) => {
      if (underWay === null && current !== null) return Promise.resolve(ok(current));
      return orCancelled(share(load), signal);
    },
    renew: (refused, signal) => {
      // Another caller may have been faster: its token is as good.
      if (underWay === null && current !== null && current !== refused) return Promise.resolve(ok(current));
      return orCancelled(share(request), signal);
    },
    tryAgain: () => {
      spentUntil = 0;
    },
  };
}

/** wire contract: "400: X-Client-Id missing: generate one, retry once" */
async function requestWithClientId(deps: AccountDeps): Promise<Result<string, CloudError>> {
  const first = await deps.requestToken(await deps.clientId.current());
  const missing = !first.ok && first.error.kind === 'client-id-missing';
  const answer = missing ? await deps.requestToken(await deps.clientId.replace()) : first;
  return answer.ok ? ok(answer.value.token) : answer;
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
