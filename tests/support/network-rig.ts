import { createNetwork, type Network } from '../../src/main/api/network.ts';
import { describeFailure } from '../../src/main/api/failures.ts';
import { createRouting, type Routing } from '../../src/main/api/routing.ts';
import type { NetworkChoice, ProxyTrouble } from '../../src/shared/domain/network.ts';
import { hastyClock } from './cloud-client.ts';
import { type CloudServer, raw, startCloudServer } from './cloud-server.ts';
import type { ProxyOptions, TestProxy } from './proxies.ts';

/** A service that is not on this computer. */
const cloud = new URL('https://cloud.example.com/api');
export const closers: (() => Promise<unknown>)[] = [];

/** After each test. */
export async function closeAll(): Promise<void> {
  for (const close of closers.splice(0).reverse()) await close();
}

/** A proxy that ends with the test. */
export async function proxy(
  start: (options: ProxyOptions) => Promise<TestProxy>,
  options: ProxyOptions = {},
): Promise<TestProxy> {
  const started = await start(options);
  closers.push(started.close);
  return started;
}

type Rig = {
  readonly network: Network;
  readonly routing: Routing;
  readonly troubles: (ProxyTrouble | null)[];
  readonly asked: string[];
};

/** The network with all that decides about its ways. */
export function rig(options: {
  readonly env?: Readonly<Record<string, string>>;
  readonly choice?: () => NetworkChoice;
  readonly system?: () => string;
  readonly ownHost?: string;
}): Rig {
  const [troubles, asked]: [(ProxyTrouble | null)[], string[]] = [[], []];
  const routing = createRouting({
    choice: options.choice ?? (() => ({ mode: 'system', address: '' })),
    env: options.env ?? {},
    askSystem: async (url) => {
      asked.push(url);
      return options.system?.() ?? 'DIRECT';
    },
    onTrouble: (trouble) => troubles.push(trouble),
    clock: hastyClock,
    keepMs: 1000,
    connectMs: 5000,
  });
  const network = createNetwork({ routing, ownHost: options.ownHost ?? cloud.hostname, connectMs: 5000 });
  closers.push(network.destroy);
  return { network, routing, troubles, asked };
}

/** The answer's text, or what went wrong. */
export async function get({ network }: Pick<Rig, 'network'>, url = cloud): Promise<unknown> {
  try {
    const { body } = await network.request({ url, method: 'GET', signal: null });
    return await body.text();
  } catch (error) {
    const failure = describeFailure(error, undefined);
    return failure.kind === 'offline' || failure.kind === 'bad-answer' ? failure.reason : failure.kind;
  }
}

/** A service on this computer. */
export async function serveLocally(): Promise<{ readonly server: CloudServer; readonly url: URL }> {
  const server = await startCloudServer(raw('hello', 'text/plain'));
  closers.push(server.close);
  return { server, url: new URL(server.url) };
}
