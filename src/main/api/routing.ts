import { connect } from 'node:net';
import type { NetworkChoice, ProxyTrouble } from '../../shared/domain/network.ts';
import type { Clock } from '../clock.ts';
import { bareHost } from './addresses.ts';
import { needsNoProxy, type Proxy, proxyOfEnvironment, readProxy, type Way, waysOfPac } from './proxies.ts';

export type RoutingParts = {
  /** What the user has set; asked for each request, so that a change holds at once. */
  readonly choice: () => NetworkChoice;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Asks the system, PAC included: `PROXY host:port; DIRECT`. May reject. */
  readonly askSystem: (url: string) => Promise<string>;
  /** Told when a proxy turns out not to be usable, and null when that is over. */
  readonly onTrouble: (trouble: ProxyTrouble | null) => void;
  readonly clock: Pick<Clock, 'steady'>;
  /** How long an answer of the system holds, ms: proxies are switched without a word. */
  readonly keepMs: number;
  /** How long a connection to a proxy may take, ms. */
  readonly connectMs: number;
};

/** By which ways origins are reached. */
export type Routing = {
  /** The ways to an origin, best first; never empty. */
  readonly waysTo: (url: URL) => Promise<readonly Way[]>;
  /** Whether a proxy that was taken was there. */
  readonly met: (proxy: Proxy, there: boolean) => void;
  /** Looks at a proxy of the environment once, so that the user hears of it whatever is asked first. */
  readonly check: (url: URL) => Promise<void>;
  /** The user's own proxy, where it is set and does not answer. */
  readonly silentOwn: () => Promise<Proxy | null>;
  readonly trouble: () => ProxyTrouble | null;
  /** The network has changed: everything is asked anew. */
  readonly forget: () => void;
};

type Found = { readonly ways: readonly Way[]; readonly trouble: ProxyTrouble | null };
const direct: Found = { ways: [null], trouble: null };
const unusable = (source: string): Found => ({ ways: [null], trouble: { source, reason: 'unusable' } });

/**
 * The user's own proxy goes before the environment, and that before the system. What cannot be used is told, never fatal. A proxy of the
 * environment that is not there is passed by and told too: variables outlive the programs that they were set for.
 */
export function createRouting(parts: RoutingParts): Routing {
  const answers = new Map<string, { readonly at: number; readonly found: Promise<Found> }>();
  const silent = new Set<string>();
  let shown: ProxyTrouble | null = null;

  const ofSystem = async (url: URL): Promise<Found> => {
    // A system that cannot be asked, or says nothing, has no proxy.
    const answer = await parts.askSystem(`${url.origin}/`).catch(() => 'DIRECT');
    const ways = waysOfPac(answer);
    if (ways.length > 0) return { ways, trouble: null };
    return answer.trim() === '' ? direct : unusable('system');
  };

  const askSystem = (url: URL): Promise<Found> => {
    const known = answers.get(url.origin);
    const now = parts.clock.steady();
    if (known !== undefined && now - known.at < parts.keepMs) return known.found;
    const found = ofSystem(url);
    answers.set(url.origin, { at: now, found });
    return found;
  };

  const find = async (url: URL): Promise<Found> => {
    const { mode, address } = parts.choice();
    const own = mode === 'manual' ? readProxy(address) : null;
    if (mode === 'none' || own?.ok === false) return direct;
    if (own !== null) return { ways: [own.value], trouble: null };
    const named = proxyOfEnvironment(parts.env, url);
    if (named === null) return askSystem(url);
    const { variable, way } = named;
    if (!way.ok) return unusable(variable);
    if (way.value === null) return direct;
    const isSilent = silent.has(way.value.url);
    return { ways: [way.value, null], trouble: isSilent ? { source: variable, reason: 'silent' } : null };
  };

  const tell = (trouble: ProxyTrouble | null): void => {
    if (trouble?.source === shown?.source && trouble?.reason === shown?.reason) return;
    shown = trouble;
    parts.onTrouble(trouble);
  };

  return {
    waysTo: async (url) => {
      // This computer is never reached through a proxy, and says nothing about others.
      if (needsNoProxy(url)) return direct.ways;
      const { ways, trouble } = await find(url);
      tell(trouble);
      return ways;
    },
    met: ({ url }, there) => {
      if (there) silent.delete(url);
      else silent.add(url);
    },
    check: async ({ host }) => {
      const url = new URL(`https://${host}/`);
      const [proxy = null] = parts.choice().mode === 'system' ? (await find(url)).ways : [];
      if (proxy !== null && !(await isThere(proxy, parts.connectMs))) silent.add(proxy.url);
      tell((await find(url)).trouble);
    },
    silentOwn: async () => {
      const { mode, address } = parts.choice();
      const own = readProxy(address);
      return mode !== 'manual' || !own.ok || (await isThere(own.value, parts.connectMs)) ? null : own.value;
    },
    trouble: () => shown,
    forget: () => {
      answers.clear();
      silent.clear();
    },
  };
}

function isThere({ url }: Proxy, timeout: number): Promise<boolean> {
  const { hostname, port } = new URL(url.replace(/^\w+:/, 'proxy:'));
  return new Promise((resolve) => {
    const socket = connect({ host: bareHost(hostname), port: Number(port), timeout });
    const end = (there: boolean) => (): void => {
      socket.destroy();
      resolve(there);
    };
    socket.once('connect', end(true)).once('error', end(false)).once('timeout', end(false));
  });
}
