import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import tls from 'node:tls';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { trustSystemCertificates } from '../../src/main/api/api.ts';
import type { NetworkChoice } from '../../src/shared/domain/network.ts';
import { authority, signed } from '../support/certificates.ts';
import { closeAll, get, proxy, rig, serveLocally } from '../support/network-rig.ts';
import { startHttpProxy, startSocksProxy } from '../support/proxies.ts';

// Types of a newer Node than the oldest one that the app runs on.
const canTrust = 'setDefaultCACertificates' in tls;

afterEach(closeAll);

describe.runIf(canTrust)('through a proxy', () => {
  const service = createServer(signed, (_request, response) => response.end('here I am'));
  let to: number;

  beforeAll(async () => {
    trustSystemCertificates({
      ...(tls as object),
      getCACertificates: (type) => (type === 'system' ? [authority] : tls.rootCertificates),
    });
    await new Promise<void>((listening) => service.listen(0, '127.0.0.1', listening));
    to = (service.address() as AddressInfo).port;
  });
  afterAll(() => {
    service.closeAllConnections();
    service.close();
  });

  it.each(['HTTPS_PROXY', 'https_proxy', 'http_proxy', 'ALL_PROXY'])(
    '%s without a scheme is one of HTTP',
    async (name) => {
      const { address, tunnels } = await proxy(startHttpProxy, { to });
      const opened = rig({ env: { [name]: address } });
      expect([await get(opened), await get(opened), opened.troubles]).toEqual(['here I am', 'here I am', []]);
      expect(new Set(tunnels)).toEqual(new Set(['cloud.example.com:443']));
      expect(opened.asked).toEqual([]);
    },
  );

  it.each(['socks5', 'socks5h', 'socks'])('%s:// is spoken to', async (scheme) => {
    const { address, tunnels } = await proxy(startSocksProxy, { to });
    const opened = rig({ env: { ALL_PROXY: `${scheme}://${address}` } });
    expect([await get(opened), await get(opened), opened.troubles]).toEqual(['here I am', 'here I am', []]);
    expect(new Set(tunnels)).toEqual(new Set(['cloud.example.com:443']));
  });

  it('says who the user is where the proxy wants to know', async () => {
    const login = 'user:p@ss%';
    const http = await proxy(startHttpProxy, { to, login });
    const socks = await proxy(startSocksProxy, { to, login });
    for (const [scheme, { address, logins }] of [
      ['http', http],
      ['socks5', socks],
    ] as const) {
      expect(await get(rig({ env: { HTTPS_PROXY: `${scheme}://${address}` } }))).toBe('proxy-sign-in');
      expect(await get(rig({ env: { HTTPS_PROXY: `${scheme}://user:p%40ss%25@${address}` } }))).toBe('here I am');
      expect(logins).toHaveLength(1);
    }
  });

  it('takes the next way of the system where the first one is closed', async () => {
    const closed = await startHttpProxy();
    await closed.close();
    const open = await proxy(startSocksProxy, { to });
    const opened = rig({ system: () => `PROXY ${closed.address}; SOCKS5 ${open.address}; DIRECT` });
    expect(await get(opened)).toBe('here I am');
    expect(opened.asked).toEqual(['https://cloud.example.com/']);
  });

  it('holds at once what the user has set, before the environment and the system', async () => {
    const [first, second, never] = [
      await proxy(startHttpProxy, { to }),
      await proxy(startHttpProxy, { to }),
      await proxy(startHttpProxy, { to }),
    ];
    let choice: NetworkChoice = { mode: 'manual', address: first.address };
    const opened = rig({
      choice: () => choice,
      env: { HTTPS_PROXY: never.address },
      system: () => `PROXY ${never.address}`,
    });
    expect(await get(opened)).toBe('here I am');
    choice = { mode: 'manual', address: second.address };
    expect(await get(opened)).toBe('here I am');
    expect([first, second, never].map(({ tunnels }) => tunnels.length)).toEqual([1, 1, 0]);
  });

  it('asks the system anew when the network has changed', async () => {
    const [before, after] = [await proxy(startHttpProxy, { to }), await proxy(startHttpProxy, { to })];
    let system = `PROXY ${before.address}`;
    const opened = rig({ system: () => system });
    expect(await get(opened)).toBe('here I am');
    system = `PROXY ${after.address}`;
    await get(opened);
    expect([opened.asked.length, after.tunnels.length]).toEqual([1, 0]);
    opened.network.change();
    expect(await get(opened)).toBe('here I am');
    expect([opened.asked.length, after.tunnels.length]).toEqual([2, 1]);
  });
});

describe('a proxy', () => {
  it.each([
    [403, 'proxy-refuses'],
    [407, 'proxy-sign-in'],
    [502, 'proxy-refuses'],
  ])('that answers %i is told apart', async (status, expected) => {
    const { address } = await proxy(startHttpProxy, { status });
    expect(await get(rig({ choice: () => ({ mode: 'manual', address }) }))).toBe(expected);
  });

  it('of the user that is not there is told apart, and never passed by', async () => {
    const closed = await startHttpProxy();
    await closed.close();
    for (const scheme of ['http', 'socks5']) {
      const address = `${scheme}://${closed.address}`;
      expect(await get(rig({ choice: () => ({ mode: 'manual', address }) }))).toBe('proxy-unreachable');
    }
  });

  it('of the environment that is not there is told, and passed by', async () => {
    const closed = await startHttpProxy();
    await closed.close();
    const silent = { source: 'https_proxy', reason: 'silent' };
    for (const scheme of ['http', 'socks5h']) {
      const opened = rig({ env: { https_proxy: `${scheme}://${closed.address}` }, ownHost: 'cloud.invalid' });
      for (const _ of [1, 2]) expect(await get(opened, new URL('https://cloud.invalid/'))).toBe('unreachable');
      expect(opened.troubles).toEqual([silent]);
    }
  });

  it('of the environment is looked at once, whatever the service', async () => {
    const closed = await startHttpProxy();
    await closed.close();
    const open = await proxy(startSocksProxy);
    const lookedAt = async (value: string, more: Readonly<Record<string, string>> = {}) => {
      const { routing } = rig({ env: { https_proxy: value, ...more } });
      await routing.check(new URL('http://127.0.0.1:1234'));
      return routing.trouble()?.reason ?? null;
    };
    expect(await lookedAt(`socks5h://${closed.address}`)).toBe('silent');
    expect(await lookedAt('socks4://127.0.0.1:1080')).toBe('unusable');
    expect(await lookedAt(`socks5h://${open.address}`)).toBeNull();
    expect(await lookedAt(closed.address, { no_proxy: '*' })).toBeNull();
  });

  it.each(['socks4://127.0.0.1:1080', 'nonsense at all', 'http://', 'quic://proxy'])(
    'called %s is told, and passed by',
    async (value) => {
      const { server, url } = await serveLocally();
      // The service is on this computer and is never asked through a proxy; what is said is said of the others.
      const opened = rig({ env: { HTTPS_PROXY: value }, ownHost: 'cloud.invalid' });
      expect(await get(opened, new URL('https://cloud.invalid/'))).toBe('unreachable');
      expect(opened.troubles).toEqual([{ source: 'HTTPS_PROXY', reason: 'unusable' }]);
      expect(await get(rig({ env: { HTTP_PROXY: value }, ownHost: '127.0.0.1' }), url)).toBe('hello');
      expect(server.seen).toHaveLength(1);
    },
  );

  it('is not asked where NO_PROXY says so, nor for this computer, nor where the user wants none', async () => {
    const { address, tunnels } = await proxy(startHttpProxy, { status: 403 });
    const invalid = new URL('https://cloud.invalid/');
    const reach = (env: Readonly<Record<string, string>>, mode: NetworkChoice['mode'] = 'system') =>
      get(
        rig({ env: { HTTPS_PROXY: address, HTTP_PROXY: address, ...env }, choice: () => ({ mode, address: '' }) }),
        invalid,
      );
    expect(await reach({})).toBe('proxy-refuses');
    for (const no_proxy of ['*', '.invalid', 'cloud.invalid:443', 'localhost,*'])
      expect(await reach({ no_proxy })).toBe('unreachable');
    expect(await reach({}, 'none')).toBe('unreachable');
    const { url } = await serveLocally();
    expect(await get(rig({ env: { HTTP_PROXY: address }, ownHost: '127.0.0.1' }), url)).toBe('hello');
    expect(tunnels).toEqual(['cloud.invalid:443']);
  });

  it('of a system that cannot be asked is none', async () => {
    const opened = rig({
      ownHost: 'cloud.invalid',
      system: () => {
        throw new Error('No such thing');
      },
    });
    expect(await get(opened, new URL('https://cloud.invalid/'))).toBe('unreachable');
    expect(opened.troubles).toEqual([]);
  });
});
