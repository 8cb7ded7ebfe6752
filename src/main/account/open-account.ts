import type { AccountKind, TokenKeeping } from '../../shared/domain/app-state.ts';
import type { Failure } from '../../shared/domain/failure.ts';
import type { Credits } from '../../shared/domain/turn.ts';
import { done, err, ok, type Result } from '../../shared/result.ts';
import { createTokenCall } from '../api/anonymous-token.ts';
import type { Api } from '../api/api.ts';
import { type Cloud, createCloud } from '../api/cloud.ts';
import type { CloudConfig } from '../api/config.ts';
import { type CloudError, toFailure } from '../api/errors.ts';
import type { Env } from '../app/env.ts';
import type { TokenStore } from '../storage/stores.ts';
import type { KeptTokenStore } from '../storage/token-store.ts';
import { type Account, createAccount } from './account.ts';
import { createClientId } from './client-id.ts';
import { type CloudLink, createCloudLink } from './connection.ts';

/** Where the tokens of an account last. */
export type AccountTokens = {
  readonly anonymous: TokenStore;
  /** Of the one that the user has signed in with. */
  readonly signedIn: TokenStore;
  /** How they are kept, and how the user wants them to be; null in a rehearsal, which keeps none. */
  readonly keeping: Pick<KeptTokenStore, 'tokenKeeping' | 'keep'> | null;
};

type OpenAccountDeps = {
  readonly api: Pick<Api, 'http' | 'rateLimit'>;
  readonly config: Pick<CloudConfig, 'token' | 'clientId'>;
  readonly tokens: AccountTokens;
  readonly homeDir: string;
  readonly rehearsal: boolean;
  /** See `CallerDeps`. */
  readonly written: () => Promise<void>;
};

/** The account as the user sees it. */
export type ShownAccount = Pick<CloudLink, 'connection' | 'credits' | 'reconnect'> & {
  readonly kind: () => AccountKind;
  /** Tries a token, and takes it from now on; or says why not, and nothing changes. */
  readonly signIn: (token: string) => Promise<Result<null, Failure>>;
  /** Back to the free access of this computer. */
  readonly signOut: () => Promise<Result<null, Failure>>;
  /** Reads the balance again, which the window is told. */
  readonly refreshCredits: () => Promise<Result<Credits, Failure>>;
  /** When the free token that is used ends, epoch ms; null where none is used, or nobody said. */
  readonly endsAt: () => number | null;
  readonly tokenKeeping: () => TokenKeeping;
  readonly keepToken: (keep: Extract<TokenKeeping, 'profile' | 'until-quit'>) => Promise<void>;
};

/** The cloud with our token. */
type OpenedAccount = {
  readonly cloud: Cloud;
  readonly link: CloudLink;
  readonly shown: ShownAccount;
  readonly userId: Account['userId'];
  readonly describe: (error: CloudError) => Failure;
};

export function openAccount(env: Env, deps: OpenAccountDeps): OpenedAccount {
  const { api, config, tokens, homeDir, rehearsal, written } = deps;
  const { clock, timings, bus, report } = env;
  const { http, rateLimit } = api;
  const account = createAccount({
    ownToken: config.token,
    clientId: createClientId({ fromEnvironment: config.clientId, homeDir, clock }),
    store: tokens.anonymous,
    signInStore: tokens.signedIn,
    requestToken: createTokenCall({ http, rateLimit, now: clock.now }),
    onKind: (kind) => bus.emit({ type: 'account', account: kind }),
    onUnsaved: () => report(new Error('The token could not be saved')),
    clock,
    spentMs: timings.tokenSpentMs,
    lockedMs: timings.keyRingMs,
  });
  const cloud = createCloud({ http, tokens: account, rateLimit, written });
  const describe = (error: CloudError): Failure => toFailure(error, account.kind() === 'anonymous');
  const link = createCloudLink({
    readCredits: () => cloud.credits({}),
    clock,
    reconnectMs: timings.reconnectMs,
    spentMs: timings.tokenSpentMs,
    onReconnect: account.tryAgain,
    onConnection: (connection) => {
      bus.emit({ type: 'connection', connection, rehearsal });
      if (connection.state === 'ready') bus.emit({ type: 'retry-now' });
    },
    onCredits: (credits) => bus.emit({ type: 'credits', credits }),
  });

  /** A token of the user's own. That of `NEMO_TOKEN` stays what it is. */
  const signIn = async (token: string): Promise<Result<null, Failure>> => {
    if (account.kind() === 'environment') return err({ code: 'bad-request' });
    if (!/^[\x21-\x7e]+$/.test(token)) return err({ code: 'sign-in-malformed' });
    const own = {
      token: async () => ok(token),
      renew: async () => err({ kind: 'token-refused', own: true } as const),
    };
    const answer = await createCloud({ http, rateLimit, tokens: own }).credits({});
    if (!answer.ok) return err(describe(answer.error));
    await account.signIn(token);
    void link.reconnect();
    return done;
  };
  const signOut = async (): Promise<Result<null, Failure>> => {
    if (account.kind() !== 'signed-in') return err({ code: 'bad-request' });
    await account.signOut();
    void link.reconnect();
    return done;
  };

  return {
    cloud,
    link,
    describe,
    userId: account.userId,
    shown: {
      kind: account.kind,
      signIn,
      signOut,
      connection: link.connection,
      credits: link.credits,
      reconnect: link.reconnect,
      refreshCredits: async () => {
        const credits = await link.refreshCredits();
        return credits.ok ? credits : err(describe(credits.error));
      },
      endsAt: account.endsAt,
      ...keepingOf(env, tokens),
    },
  };
}

function keepingOf(
  { bus }: Pick<Env, 'bus'>,
  { keeping }: AccountTokens,
): Pick<ShownAccount, 'tokenKeeping' | 'keepToken'> {
  return {
    tokenKeeping: () => keeping?.tokenKeeping() ?? 'keyring',
    keepToken: async (choice) => {
      if (keeping === null) return;
      await keeping.keep(choice);
      bus.emit({ type: 'token-keeping', tokenKeeping: keeping.tokenKeeping() });
    },
  };
}
