import type { NetworkReport, ProxyTrouble } from '../../shared/domain/network.ts';
import type { Env } from '../app/env.ts';
import { type Attribution, createHttp, type Http } from './http.ts';
import { createNetwork, type Network } from './network.ts';
import { createRateLimit, type RateLimit } from './rate-limit.ts';
import { createRouting, type Routing, type RoutingParts } from './routing.ts';
import { dropBody } from './download.ts';
import type { Way } from './proxies.ts';
import tls from 'node:tls';

type ApiDeps = {
  /** The service's own address. */
  readonly url: string;
  /** Where it listens; see `CloudConfig`. */
  readonly listensAt: string | undefined;
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

export function openApi(env: Env, { url, listensAt, attribution, rehearsal, proxies }: ApiDeps): Api {
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
  const http = createHttp({
    baseUrl: url,
    attribution,
    network: redirected(network, service, listensAt),
    onMet,
    timings,
  });

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

/** The network, in which this service is where it listens. */
function redirected({ request }: Network, { origin }: URL, listensAt: string | undefined): Pick<Network, 'request'> {
  if (listensAt === undefined) return { request };
  const placed = (url: URL): URL => (url.origin === origin ? new URL(url.pathname + url.search, listensAt) : url);
  return { request: (wanted) => request({ ...wanted, url: placed(wanted.url) }) };
}

type NetworkTestParts = {
  readonly http: Pick<Http, 'send'>;
  readonly routing: Pick<Routing, 'waysTo' | 'silentOwn' | 'forget'>;
  /** The service's own. */
  readonly url: URL;
};

/** Tries to reach the service as things are set now, without a token: any answer will do. */
async function testNetwork({ http, routing, url }: NetworkTestParts): Promise<NetworkReport> {
  routing.forget();
  const silent = await routing.silentOwn();
  if (silent !== null) return { outcome: 'proxy-unreachable', proxy: nameOf(silent) };
  const [way = null] = await routing.waysTo(url);
  const sent = await http.send({ method: 'GET', target: '/api/credits/balance/simple', token: null });
  const proxy = nameOf(way);
  if (sent.ok) {
    dropBody(sent.value.body);
    return { outcome: 'reachable', proxy };
  }
  return { outcome: sent.error.kind === 'offline' ? sent.error.reason : 'unreachable', proxy };
}

/** What is shown of a proxy: never its login. */
function nameOf(way: Way): string | null {
  return way === null ? null : way.url.replace(/^http:\/\//, '');
}

/** What newer runtimes have (Node 22.19 and 24.5); the registry's older one has neither. */
type CertificateStore = {
  readonly getCACertificates?: (type: 'default' | 'system') => readonly string[];
  readonly setDefaultCACertificates?: (certificates: readonly string[]) => void;
};

/**
 * Trusts the system's certificates too: companies and virus scanners sign with authorities of their own. Call it once, before the
 * first connection. False where this runtime cannot, or the system has none.
 */
export function trustSystemCertificates(store: CertificateStore = tls): boolean {
  const { getCACertificates, setDefaultCACertificates } = store;
  if (getCACertificates === undefined || setDefaultCACertificates === undefined) return false;
  try {
    const known = getCACertificates('default');
    const more = getCACertificates('system').filter((certificate) => !known.includes(certificate));
    if (more.length > 0) setDefaultCACertificates([...known, ...more]);
    return more.length > 0;
  } catch {
    // A store that cannot be read is no reason not to start.
    return false;
  }
}
