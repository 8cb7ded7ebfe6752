import type { NetworkReport } from '../../shared/domain/network.ts';
import { dropBody } from './download.ts';
import type { Http } from './http.ts';
import type { Way } from './proxies.ts';
import type { Routing } from './routing.ts';

export type NetworkTestParts = {
  readonly http: Pick<Http, 'send'>;
  readonly routing: Pick<Routing, 'waysTo' | 'silentOwn' | 'forget'>;
  /** The service's own. */
  readonly url: URL;
};

/** Tries to reach the service as things are set now, without a token: any answer will do. */
export async function testNetwork({ http, routing, url }: NetworkTestParts): Promise<NetworkReport> {
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
