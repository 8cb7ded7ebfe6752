import type { AppEvent } from '../shared/contract/events.ts';
import type { Failure } from '../shared/domain/failure.ts';
import type { NetworkReport, ProxyTrouble } from '../shared/domain/network.ts';
import { type Account, createAccount } from './account/account.ts';
import { createClientId } from './account/client-id.ts';
import { createSignIn, type SignIn } from './account/sign-in.ts';
import { type CloudLink, createCloudLink } from './account/connection.ts';
import type { Clock } from './clock.ts';
import { createTokenCall } from './api/anonymous-token.ts';
import { trustSystemCertificates } from './api/certificates.ts';
import { type Cloud, createCloud } from './api/cloud.ts';
import type { CloudConfig } from './api/config.ts';
import { type CloudError, toFailure } from './api/errors.ts';
import { type Attribution, createHttp } from './api/http.ts';
import { createHead, type HeadAnswer } from './api/head.ts';
import { createNetwork } from './api/network.ts';
import { testNetwork } from './api/network-test.ts';
import { createRouting, type RoutingParts } from './api/routing.ts';
import { createRateLimit } from './api/rate-limit.ts';
import { type BalanceWatch, createBalanceWatch } from './turns/balance-watch.ts';
import type { TokenStore } from './storage/stores.ts';
import type { Timings } from './timings.ts';
import { isPublic } from './uploads/import/link-check.ts';

export type WireParts = {
  readonly config: CloudConfig;
  readonly attribution: Attribution;
  readonly rehearsal: boolean;
  readonly tokenStore: TokenStore;
  /** Of the token that the user has signed in with. */
  readonly signInStore: TokenStore;
  readonly homeDir: string;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** What the user has set, and what the system says about proxies. */
  readonly network: Pick<RoutingParts, 'choice' | 'askSystem'>;
  readonly clock: Clock;
  readonly timings: Timings;
  readonly emit: (event: AppEvent) => void;
  readonly report: (error: unknown) => void;
  /** Whatever waits to ask the service again is to ask now. */
  readonly lookNow: () => void;
};

/** The account as the user sees it. */
export type WireAccount = Pick<Account, 'kind' | 'userId'> & SignIn;

/** The network as the user sees it. */
export type WireNetwork = {
  readonly trouble: () => ProxyTrouble | null;
  readonly test: () => Promise<NetworkReport>;
};

/** What of it the window and the system's life cycle see. */
export type WireShown = {
  readonly account: WireAccount;
  readonly network: WireNetwork;
  /** The computer has slept, or has another network now: connections, polls, turns and uploads are looked at at once. */
  readonly lookAgain: (why: 'woke' | 'network') => void;
  readonly rateLimitedUntil: () => number | null;
  readonly cancelRateLimit: () => void;
};

/** The way to one cloud: its calls, and what the user may know of the connection. */
export type Wire = {
  readonly cloud: Cloud;
  readonly link: CloudLink;
  readonly balanceWatch: BalanceWatch;
  readonly describe: (error: CloudError) => Failure;
  /** Asks somebody else's server about an address. */
  readonly askHead: (url: URL) => Promise<HeadAnswer | null>;
  readonly shown: WireShown;
  readonly close: () => Promise<void>;
};

/** Builds network, account and link by hand, top to bottom. */
export function openWire(parts: WireParts): Wire {
  const { config, clock, timings, emit, report } = parts;

  let rateLimitedUntil: number | null = null;
  const rateLimit = createRateLimit({
    clock,
    timings,
    onWait: (until) => {
      rateLimitedUntil = until;
      emit({ type: 'rate-limit', until });
    },
  });
  const routing = createRouting({
    ...parts.network,
    env: parts.env,
    onTrouble: (trouble) => emit({ type: 'proxy-trouble', trouble }),
    clock,
    keepMs: timings.systemProxyMs,
    connectMs: timings.connectMs,
  });
  const checkProxy = (): void => {
    if (!parts.rehearsal) void routing.check(new URL(config.apiUrl)).catch(report);
  };
  checkProxy();
  trustSystemCertificates();
  const network = createNetwork({
    routing,
    ownHost: new URL(config.apiUrl).hostname,
    connectMs: timings.connectMs,
  });
  const http = createHttp({
    baseUrl: config.apiUrl,
    attribution: parts.attribution,
    network,
    onMet: (met) => link.met(met),
    timings,
  });
  const account = createAccount({
    ownToken: config.token,
    clientId: createClientId({ fromEnvironment: config.clientId, homeDir: parts.homeDir, clock }),
    store: parts.tokenStore,
    signInStore: parts.signInStore,
    requestToken: createTokenCall({ http, rateLimit, now: clock.now }),
    onKind: (kind) => emit({ type: 'account', account: kind }),
    onUnsaved: () => report(new Error('The token could not be saved')),
    clock,
    spentMs: timings.tokenSpentMs,
    lockedMs: timings.keyRingMs,
  });
  const cloud = createCloud({ http, tokens: account, rateLimit });
  const describe = (error: CloudError): Failure => toFailure(error, account.kind() === 'anonymous');
  const link = createCloudLink({
    readCredits: () => cloud.credits({}),
    clock,
    reconnectMs: timings.reconnectMs,
    spentMs: timings.tokenSpentMs,
    onReconnect: account.tryAgain,
    onConnection: (connection) => {
      emit({ type: 'connection', connection, rehearsal: parts.rehearsal });
      if (connection.state === 'ready') parts.lookNow();
    },
    onCredits: (credits) => emit({ type: 'credits', credits }),
  });

  const signIn = createSignIn({ http, rateLimit, account, link, describe });

  const shown: WireShown = {
    account: { kind: account.kind, userId: account.userId, ...signIn },
    network: {
      trouble: routing.trouble,
      test: () => testNetwork({ http, routing, url: new URL(config.apiUrl) }),
    },
    lookAgain: (why) => {
      if (why === 'woke') network.wake();
      else network.change();
      checkProxy();
      parts.lookNow();
      // Again when that has shown what broke.
      void link.connect().then(parts.lookNow);
    },
    rateLimitedUntil: () => rateLimitedUntil,
    cancelRateLimit: rateLimit.cancel,
  };

  return {
    cloud,
    link,
    shown,
    balanceWatch: createBalanceWatch({ read: link.balance, clock, timings }),
    describe,
    askHead: createHead({ network, timings, mayAsk: ({ hostname }) => isPublic(hostname) }),
    close: async () => {
      link.close();
      await network.destroy();
    },
  };
}
