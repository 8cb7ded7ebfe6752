import type { NetworkReport, ProxyTrouble } from '../../shared/domain/network.ts';
import type { Env } from '../app/env.ts';
import { trustSystemCertificates } from './certificates.ts';
import { type Attribution, createHttp, type Http } from './http.ts';
import { createNetwork, type Network } from './network.ts';
import { testNetwork } from './network-test.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { createRouting, type RoutingParts } from './routing.ts';

export type ApiDeps = {
  /** The service's own address. */
  readonly url: string;
  readonly attribution: Attribution;
  /** A demo cloud on this computer: no proxy stands before it. */
  readonly rehearsal: boolean;
  /** What the user has set, what the system says about proxies, and the variables that name some. */
  readonly proxies: Pick<RoutingParts, 'choice' | 'askSystem' | 'env'>;
};

/** The network as the user sees it. */
export type ShownNetwork = {
  readonly trouble: () => ProxyTrouble | null;
  readonly test: () => Promise<NetworkReport>;
  /** Epoch ms; null where nothing waits because of the service's limit. */
  readonly rateLimitedUntil: () => number | null;
  readonly cancelRateLimit: () => void;
};

/** The way to one cloud. */
export type Api = {
  readonly http: Http;
  readonly network: Pick<Network, 'request'>;
  readonly rateLimit: RateLimit;
  readonly shown: ShownNetwork;
  /** The computer has slept, or has another network now: what cannot be trusted any more is dropped, the proxy looked at. */
  readonly lookAgain: (why: 'woke' | 'network') => void;
  readonly close: () => Promise<void>;
};

export function openApi(env: Env, { url, attribution, rehearsal, proxies }: ApiDeps): Api {
  const { clock, timings, bus, report } = env;
  const service = new URL(url);

  let rateLimitedUntil: number | null = null;
  const rateLimit = createRateLimit({
    clock,
    timings,
    onWait: (until) => {
      rateLimitedUntil = until;
      bus.emit({ type: 'rate-limit', until });
    },
  });
  const routing = createRouting({
    ...proxies,
    onTrouble: (trouble) => bus.emit({ type: 'proxy-trouble', trouble }),
    clock,
    keepMs: timings.systemProxyMs,
    connectMs: timings.connectMs,
  });
  const checkProxy = (): void => {
    if (!rehearsal) void routing.check(service).catch(report);
  };
  checkProxy();
  trustSystemCertificates();
  const network = createNetwork({ routing, ownHost: service.hostname, connectMs: timings.connectMs });
  const onMet = (met: 'answered' | 'nobody'): void => bus.emit({ type: 'service-met', met });
  const http = createHttp({ baseUrl: url, attribution, network, onMet, timings });

  return {
    http,
    network,
    rateLimit,
    shown: {
      trouble: routing.trouble,
      test: () => testNetwork({ http, routing, url: service }),
      rateLimitedUntil: () => rateLimitedUntil,
      cancelRateLimit: rateLimit.cancel,
    },
    lookAgain: (why) => {
      if (why === 'woke') network.wake();
      else network.change();
      checkProxy();
    },
    close: network.destroy,
  };
}
