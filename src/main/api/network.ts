import { lookup } from 'node:dns';
import type { Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import type { Dispatcher } from 'undici';
import { createDispatcher, createReach } from './dispatcher.ts';
import { describeFailure, failureWith, forbiddenAddress, proxyUnreachable } from './failures.ts';
import type { Way } from './proxies.ts';
import type { Routing } from './routing.ts';

/** A request. `open` gives its body, once for each way that is tried. */
type NetworkRequest = Omit<Dispatcher.RequestOptions, 'origin' | 'path' | 'body' | 'signal'> & {
  readonly url: URL;
  readonly open?: (() => Dispatcher.DispatchOptions['body']) | undefined;
  readonly signal: AbortSignal | null;
};

type NetworkParts = {
  readonly routing: Pick<Routing, 'waysTo' | 'met' | 'forget'>;
  /** The service's own host; see `createReach`. */
  readonly ownHost: string;
  /** How long a connection may take, in ms. */
  readonly connectMs: number;
  /** Finds the addresses of names; the system's way where nothing else is said. */
  readonly resolve?: typeof lookup;
  /** The addresses that this computer has now. */
  readonly ownAddresses?: () => ReadonlySet<string>;
};

/** All traffic goes through here: by the way that each origin has, and never to where it may not go. */
export type Network = {
  /** Rejects with what `describeFailure` tells apart. */
  readonly request: (request: NetworkRequest) => Promise<Dispatcher.ResponseData>;
  /** The computer has slept: no connection can be trusted. What was under way is interrupted. */
  readonly wake: () => void;
  /** The network has changed: what goes on from an address that is gone is interrupted, and ways are found anew. */
  readonly change: () => void;
  readonly destroy: () => Promise<void>;
};

export function createNetwork(parts: NetworkParts): Network {
  const { routing, connectMs, resolve = lookup, ownAddresses = addressesNow } = parts;
  const reach = createReach(parts.ownHost);
  const sockets = new Set<Socket>();
  const dispatchers = new Map<string, Dispatcher>();

  const onSocket = (socket: Socket): void => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  };

  const dispatcherOf = (way: Way): Dispatcher => {
    const key = JSON.stringify(way);
    const known = dispatchers.get(key) ?? createDispatcher(way, { connectMs, reach, resolve, onSocket });
    dispatchers.set(key, known);
    return known;
  };

  const send = async (way: Way, { url, open, ...rest }: NetworkRequest): Promise<Dispatcher.ResponseData> => {
    const options = { ...rest, origin: url.origin, path: url.pathname + url.search, body: open?.() ?? null };
    try {
      const answer = await dispatcherOf(way).request(options);
      if (way !== null) routing.met(way, true);
      return answer;
    } catch (error) {
      if (way === null || !isUnreachable(error)) throw error;
      routing.met(way, false);
      throw failureWith(proxyUnreachable, 'No way to the proxy');
    }
  };

  const drop = (isDead: (socket: Socket) => boolean): void => {
    routing.forget();
    for (const socket of sockets)
      if (isDead(socket)) socket.destroy(failureWith('ECONNRESET', 'The network has changed'));
  };

  return {
    request: async (request) => {
      if (!reach.mayAsk(request.url.hostname)) throw failureWith(forbiddenAddress, 'This address may not be reached');
      const ways = await routing.waysTo(request.url);
      for (const way of ways.slice(0, -1)) {
        try {
          return await send(way, request);
        } catch (error) {
          // Nothing was sent. Who is there and says no has decided, though.
          if (request.signal?.aborted === true || !isUnreachable(error)) throw error;
        }
      }
      return send(ways.at(-1) ?? null, request);
    },
    wake: () => drop(() => true),
    change: () => {
      const own = ownAddresses();
      // Without any address nothing can be told yet, and a short gap may leave connections whole.
      if (own.size > 0) drop(({ localAddress }) => localAddress !== undefined && !own.has(localAddress));
      else routing.forget();
    },
    destroy: async () => {
      await Promise.all([...dispatchers.values()].map((dispatcher) => dispatcher.destroy()));
    },
  };
}

function isUnreachable(error: unknown): boolean {
  const failure = describeFailure(error, undefined);
  return failure.kind === 'offline' && (failure.reason === 'unreachable' || failure.reason === 'proxy-unreachable');
}

function addressesNow(): ReadonlySet<string> {
  const all = Object.values(networkInterfaces()).flatMap((addresses) => addresses ?? []);
  return new Set(all.filter(({ internal }) => !internal).map(({ address }) => address));
}
