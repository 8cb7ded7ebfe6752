import { createTokenCall, type RequestToken } from '../../src/main/api/anonymous-token.ts';
import { createCloud, type Cloud } from '../../src/main/api/cloud.ts';
import { createHttp } from '../../src/main/api/http.ts';
import { createNetwork, type Network } from '../../src/main/api/network.ts';
import { createRateLimit } from '../../src/main/api/rate-limit.ts';
import type { TokenSource } from '../../src/main/api/caller.ts';
import type { TokenStore } from '../../src/main/storage/stores.ts';
import type { Clock } from '../../src/main/clock.ts';
import { err, ok } from '../../src/shared/result.ts';

const attribution = { source: 'qwen-video-generation', version: '1.9.0', platform: 'unknown' };

/** Headers that every request to the cloud carries. */
export const attributionHeaders = {
  'x-skill-source': 'qwen-video-generation',
  'x-skill-version': '1.9.0',
  'x-skill-platform': 'unknown',
};

export type TestClient = {
  readonly cloud: Cloud;
  readonly requestToken: RequestToken;
  readonly cancelRateLimit: () => void;
  readonly close: () => Promise<void>;
};

/** Tokens that are always there; `renewed` is what a refused one is replaced with, if at all. */
export function fixedTokens(token: string, renewed?: string): TokenSource {
  return {
    token: async () => ok(token),
    renew: async () => (renewed === undefined ? err({ kind: 'token-refused', own: true }) : ok(renewed)),
  };
}

/** Keeps nothing. */
export const noStore: TokenStore = {
  load: async () => null,
  save: async () => undefined,
  clear: async () => undefined,
};

/** A clock on which every wait is over at once. */
export const hastyClock: Clock = { now: () => 0, steady: () => 0, wait: async () => undefined };

/** Never leads through a proxy. */
export const alwaysDirect = { waysTo: async () => [null], met: () => undefined, forget: () => undefined };

/** A network without proxies, for a service on this host. */
export function directNetwork(ownHost = '127.0.0.1', connectMs = 5000): Network {
  return createNetwork({ routing: alwaysDirect, ownHost, connectMs });
}

/** The whole client against a server. Close it at the end. */
export function openClient(options: {
  readonly url: string;
  readonly tokens?: TokenSource | ((requestToken: RequestToken) => TokenSource);
  readonly clock?: Clock;
  readonly onWait?: (untilMs: number | null) => void;
  readonly answerMs?: number;
}): TestClient {
  const network = directNetwork(new URL(options.url).hostname);
  const http = createHttp({
    baseUrl: options.url,
    attribution,
    network,
    timings: { answerMs: options.answerMs ?? 10_000 },
  });
  const rateLimit = createRateLimit({
    clock: options.clock ?? hastyClock,
    timings: { rateLimitMs: 30_000 },
    onWait: options.onWait ?? (() => undefined),
  });
  const requestToken = createTokenCall({ http, rateLimit, now: () => 0 });
  const { tokens = fixedTokens('nmv_usr_test') } = options;
  const source = typeof tokens === 'function' ? tokens(requestToken) : tokens;
  return {
    cloud: createCloud({ http, tokens: source, rateLimit }),
    requestToken,
    cancelRateLimit: rateLimit.cancel,
    close: network.destroy,
  };
}
