import { Agent, EnvHttpProxyAgent, type Dispatcher } from 'undici';

/** How the cloud is reached. `environment` follows HTTP_PROXY, HTTPS_PROXY and NO_PROXY of the environment handed in. */
export type Route =
  | { readonly kind: 'direct' }
  | { readonly kind: 'proxy'; readonly url: string }
  | { readonly kind: 'environment'; readonly env: Readonly<Record<string, string | undefined>> };

/** This computer is never reached through a proxy: the studio lives there. */
const loopback = ['localhost', '127.0.0.1', '[::1]'];

export type DispatcherOptions = {
  /** How long a connection may take, in ms. */
  readonly connectMs: number;
};

/**
 * A dispatcher through which traffic goes. Always an object of the npm copy of undici: the runtime's own copy may own the global
 * one, and the two do not mix.
 */
export function createDispatcher(route: Route, { connectMs: timeout }: DispatcherOptions): Dispatcher {
  const connect = { timeout };
  if (route.kind === 'direct') return new Agent({ connect });
  const proxies =
    route.kind === 'proxy'
      ? { httpProxy: route.url, httpsProxy: route.url, noProxy: loopback.join(',') }
      : proxiesOf(route.env);
  return new EnvHttpProxyAgent({ ...proxies, connect, proxyTls: { timeout }, requestTls: { timeout } });
}

function proxiesOf(env: Readonly<Record<string, string | undefined>>): {
  readonly httpProxy: string;
  readonly httpsProxy: string;
  readonly noProxy: string;
} {
  const read = (name: string): string => env[name.toLowerCase()] ?? env[name] ?? '';
  const noProxy = [read('NO_PROXY'), ...loopback].filter((entry) => entry !== '').join(',');
  return { httpProxy: read('HTTP_PROXY'), httpsProxy: read('HTTPS_PROXY'), noProxy };
}
