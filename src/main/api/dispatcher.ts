import type { lookup } from 'node:dns';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import type { buildConnector as Connector, Dispatcher } from 'undici';
import { bareHost, isInnerAddress, isLoopback, isPublicAddress } from './addresses.ts';
import { failureWith, forbiddenAddress } from './failures.ts';
import type { Proxy, Way } from './proxies.ts';
import { Agent, buildConnector, Pool, ProxyAgent, Socks5ProxyAgent } from './undici.ts';

/** Which hosts may be reached at all: strangers name addresses in drafts and redirects. */
type Reach = {
  /** Judges a host as a URL has it, before anything is asked. */
  readonly mayAsk: (hostname: string) => boolean;
  /** Judges what a name resolved to. */
  readonly mayConnect: (hostname: string, address: string) => boolean;
};

/**
 * This computer only where the service is on it (tests, the demo cloud), and other hosts of the user's own networks never. `ownHost` is the
 * service's, which the user has chosen whatever it is.
 */
export function createReach(ownHost: string): Reach {
  const own = bareHost(ownHost);
  const isLocal = isLoopback(own);
  return {
    mayAsk: (hostname) => {
      const host = bareHost(hostname);
      if (host === own) return true;
      if (isLoopback(host)) return isLocal;
      return isIP(host) === 0 || isPublicAddress(host);
    },
    mayConnect: (hostname, address) => {
      if (bareHost(hostname) === own) return true;
      return isLoopback(address) ? isLocal : !isInnerAddress(address);
    },
  };
}

type DispatcherParts = {
  /** How long a connection may take, in ms. */
  readonly connectMs: number;
  readonly reach: Reach;
  /** The system's. */
  readonly resolve: typeof lookup;
  /** Told of each connection that is made. */
  readonly onSocket: (socket: Socket) => void;
};

/**
 * A dispatcher for one way. Always an object of the npm copy of undici: the runtime's own copy may own the global one, and the two
 * do not mix.
 */
export function createDispatcher(
  way: Way,
  { connectMs: timeout, reach, resolve, onSocket }: DispatcherParts,
): Dispatcher {
  const watched = (connect: Connector.connector): Connector.connector => {
    return (options, callback) =>
      connect(options, (...made) => {
        if (made[0] === null) onSocket(made[1]);
        callback(...made);
      });
  };
  if (way === null)
    return new Agent({ connect: watched(buildConnector({ timeout, lookup: lookupWithin(reach, resolve) })) });
  // The far end of a proxy resolves names itself, and the proxy's own name comes from the user.
  const toProxy = watched(buildConnector({ timeout }));
  if (way.url.startsWith('socks5:')) return throughSocks(way, toProxy);
  return new ProxyAgent({
    uri: way.url,
    ...(way.login === null ? {} : { token: `Basic ${basic(way.login)}` }),
    requestTls: { timeout },
    clientFactory: (origin) => new Pool(origin, { connect: toProxy }),
  });
}

function throughSocks({ url, login }: Proxy, connect: Connector.connector): Dispatcher {
  const given = login === null ? {} : { username: login.user, password: login.password };
  return new Socks5ProxyAgent(url, { ...given, connect });
}

function basic({ user, password }: NonNullable<Proxy['login']>): string {
  return Buffer.from(`${user}:${password}`).toString('base64');
}

/** Names are judged by what they resolve to, at the very connection: a name that means something else by now gains nothing. */
function lookupWithin(reach: Reach, resolve: typeof lookup): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) return callback(error, '');
      const allowed = found.filter(({ address }) => reach.mayConnect(hostname, address));
      const [first] = allowed;
      if (first === undefined) return callback(failureWith(forbiddenAddress, 'This address may not be reached'), '');
      if (options.all === true) callback(null, allowed);
      else callback(null, first.address, first.family);
    });
  };
}
