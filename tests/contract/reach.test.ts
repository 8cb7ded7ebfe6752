import type { lookup, LookupAddress, LookupOptions } from 'node:dns';
import { isIP } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createNetwork } from '../../src/main/api/network.ts';
import { alwaysDirect, openClient } from '../support/cloud-client.ts';
import { redirect, startCloudServer } from '../support/cloud-server.ts';
import { closeAll, closers, get, rig, serveLocally } from '../support/network-rig.ts';

afterEach(closeAll);

describe('a place that may not be reached', () => {
  it.each(['http://127.0.0.1:9/', 'http://localhost:9/', 'https://10.0.0.1/', 'https://[::1]/', 'https://[fd00::1]/'])(
    'is not asked: %s',
    async (address) => expect(await get(rig({}), new URL(address))).toBe('unsafe-address'),
  );

  it('is not reached by a name either, whatever that meant before', async () => {
    const { server, url } = await serveLocally();
    const meaning = ['127.0.0.1', '10.0.0.1', 'fd00::1'];
    const found: LookupAddress[] = meaning.map((address) => ({ address, family: isIP(address) }));
    const resolve = ((_name: string, _options: LookupOptions, tell: (error: null, found: LookupAddress[]) => void) =>
      tell(null, found)) as typeof lookup;
    const parts = { routing: alwaysDirect, connectMs: 5000, resolve };
    const strict = createNetwork({ ...parts, ownHost: 'cloud.example.com' });
    const local = createNetwork({ ...parts, ownHost: '127.0.0.1' });
    closers.push(strict.destroy, local.destroy);
    const named = new URL(`http://rebound.example.com:${url.port}/`);
    expect(await get({ network: strict }, named)).toBe('unsafe-address');
    expect(await get({ network: local }, named)).toBe('hello');
    expect(server.seen).toHaveLength(1);
  });

  it('is not where a redirect may lead', async () => {
    const inner = await serveLocally();
    const service = await startCloudServer(redirect(302, 'https://192.168.0.1/clip.mp4'));
    const client = openClient({ url: service.url });
    closers.push(service.close, client.close);
    const answer = await client.cloud.openFile({ source: { kind: 'url', url: `${service.url}/a.mp4` } });
    expect(answer).toEqual({ ok: false, error: { kind: 'bad-answer', reason: 'unsafe-address' } });
    expect(inner.server.seen).toEqual([]);
  });
});

describe('after waking up', () => {
  it('what was under way is interrupted, and the next request has a connection of its own', async () => {
    const { server, url } = await serveLocally();
    const hanging = await startCloudServer(() => undefined);
    closers.push(hanging.close);
    const opened = rig({ ownHost: '127.0.0.1' });
    await get(opened, url);
    const waiting = get(opened, new URL(hanging.url));
    await expect.poll(() => hanging.seen.length).toBe(1);
    opened.network.wake();
    expect(await waiting).toBe('interrupted');
    expect(await get(opened, url)).toBe('hello');
    expect(server.seen).toHaveLength(2);
  });
});

describe('when the network has changed', () => {
  it('only what goes on from an address that is gone is interrupted', async () => {
    const hanging = await startCloudServer(() => undefined);
    closers.push(hanging.close);
    let own = new Set<string>();
    const network = createNetwork({
      routing: alwaysDirect,
      ownHost: '127.0.0.1',
      connectMs: 5000,
      ownAddresses: () => own,
    });
    closers.push(network.destroy);
    let ended = false;
    const waiting = get({ network }, new URL(hanging.url)).finally(() => (ended = true));
    await expect.poll(() => hanging.seen.length).toBe(1);
    // No network at all, then the same one again: the connection may have outlived that.
    network.change();
    own = new Set(['127.0.0.1', '192.168.1.7']);
    network.change();
    await new Promise(setImmediate);
    expect(ended).toBe(false);
    own = new Set(['10.20.30.40']);
    network.change();
    expect(await waiting).toBe('interrupted');
  });
});
