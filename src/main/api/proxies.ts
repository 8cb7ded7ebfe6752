import { isIP } from 'node:net';
import { err, ok, type Result } from '../../shared/result.ts';
import { bareHost, isLoopback } from './addresses.ts';

/** A proxy: `url` is `scheme://host:port` with http, https or socks5 as its scheme. */
export type Proxy = {
  readonly url: string;
  readonly login: { readonly user: string; readonly password: string } | null;
};

/** How an origin is reached: through a proxy, or directly (null). */
export type Way = Proxy | null;

/** `scheme`: a kind of proxy that cannot be spoken to. */
type ProxyProblem = 'malformed' | 'scheme';

const defaultPorts = { http: 80, https: 443, socks5: 1080 } as const;
type Scheme = keyof typeof defaultPorts;

/** What people and other programs call them. A SOCKS5 proxy always gets names here, so `h` says nothing new. */
const schemes: ReadonlyMap<string, Scheme> = new Map([
  ['http', 'http'],
  ['https', 'https'],
  ['socks5', 'socks5'],
  ['socks5h', 'socks5'],
  ['socks', 'socks5'],
]);

/** Reads a proxy as variables and users write it: the scheme (http), the port and the login may be missing. */
export function readProxy(text: string): Result<Proxy, ProxyProblem> {
  const [, given = 'http', rest = ''] = /^(?:([a-z][a-z0-9+.-]*):\/\/)?(.*)$/is.exec(text.trim()) ?? [];
  const scheme = schemes.get(given.toLowerCase());
  if (scheme === undefined) return err('scheme');
  if (!URL.canParse(`http://${rest}`) || /\s/.test(rest)) return err('malformed');
  const { hostname, username, password } = new URL(`http://${rest}`);
  // A URL leaves the port of its own scheme out, which is not that of the proxy's.
  const port = /^[^/?#]*:(\d+)(?:[/?#]|$)/.exec(rest)?.[1] ?? String(defaultPorts[scheme]);
  const login = username === '' ? null : { user: decoded(username), password: decoded(password) };
  return ok({ url: `${scheme}://${hostname}:${port}`, login });
}

type Env = Readonly<Record<string, string | undefined>>;

/** What the variables say about an origin: the way there, or that it cannot be followed; null: nothing. */
export function proxyOfEnvironment(
  env: Env,
  url: URL,
): { readonly variable: string; readonly way: Result<Way, ProxyProblem> } | null {
  const variables =
    url.protocol === 'https:' ? ['https_proxy', 'all_proxy', 'http_proxy'] : ['http_proxy', 'all_proxy'];
  const found = variables.map((name) => readVariable(env, name)).find((value) => value !== null);
  if (found === undefined || found === null) return null;
  if (isExempt(readVariable(env, 'no_proxy')?.value ?? '', url)) return { variable: found.name, way: ok(null) };
  return { variable: found.name, way: readProxy(found.value) };
}

/** Small letters go before capitals, as in other programs; an empty variable counts as not set. */
function readVariable(env: Env, name: string): { readonly name: string; readonly value: string } | null {
  const names = Object.keys(env).filter((key) => key.toLowerCase() === name && (env[key] ?? '').trim() !== '');
  const chosen = names.find((key) => key === name) ?? names[0];
  return chosen === undefined ? null : { name: chosen, value: (env[chosen] ?? '').trim() };
}

/**
 * Whether a list like that of `no_proxy` names a host: `*`, a name with all below it (`example.com`, `.example.com`,
 * `*.example.com`), an address, each perhaps with a port. Networks (`10.0.0.0/8`) match nothing.
 */
export function isExempt(list: string, url: URL): boolean {
  const host = bareHost(url.hostname);
  const port = url.port === '' ? defaultPorts[url.protocol === 'https:' ? 'https' : 'http'] : Number(url.port);
  return list
    .split(/[\s,;]+/)
    .filter((entry) => entry !== '')
    .some((entry) => {
      if (entry === '*') return true;
      const [, named = entry, at] = isIP(entry) === 6 ? [] : (/^(.*?)(?::(\d+))?$/.exec(entry) ?? []);
      const name = bareHost(named.replace(/^\*?\./, ''));
      return (at === undefined || Number(at) === port) && (host === name || host.endsWith(`.${name}`)) && name !== '';
    });
}

/** The ways of a PAC answer (`PROXY a:80; SOCKS5 b:1080; DIRECT`), best first, without those that cannot be followed. */
export function waysOfPac(answer: string): readonly Way[] {
  return answer.split(';').flatMap((entry): readonly Way[] => {
    const [, kind = '', address = ''] = /^\s*(\S+)\s*(\S*)\s*$/.exec(entry) ?? [];
    const name = kind.toLowerCase();
    if (name === 'direct') return [null];
    const proxy = address === '' ? err('malformed') : readProxy(`${name === 'proxy' ? 'http' : name}://${address}`);
    return proxy.ok ? [proxy.value] : [];
  });
}

/** This computer is never reached through a proxy: the demo cloud lives there. */
export function needsNoProxy(url: URL): boolean {
  return isLoopback(url.hostname);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
