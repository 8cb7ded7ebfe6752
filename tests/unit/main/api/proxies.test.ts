import { describe, expect, it } from 'vitest';
import { isExempt, proxyOfEnvironment, readProxy, waysOfPac } from '../../../../src/main/api/proxies.ts';

describe('reading a proxy', () => {
  it.each([
    ['127.0.0.1:7890', 'http://127.0.0.1:7890'],
    [' http://127.0.0.1:7890/ ', 'http://127.0.0.1:7890'],
    ['HTTP://Proxy.Example.com', 'http://proxy.example.com:80'],
    ['proxy.example.com', 'http://proxy.example.com:80'],
    ['http://proxy.example.com:80', 'http://proxy.example.com:80'],
    ['https://proxy.example.com', 'https://proxy.example.com:443'],
    ['https://proxy.example.com:80', 'https://proxy.example.com:80'],
    ['socks5://127.0.0.1', 'socks5://127.0.0.1:1080'],
    ['socks5h://127.0.0.1:1080', 'socks5://127.0.0.1:1080'],
    ['socks://localhost:80', 'socks5://localhost:80'],
    ['[::1]:7890', 'http://[::1]:7890'],
    ['http://[fd00::1]', 'http://[fd00::1]:80'],
  ])('%s is %s', (text, url) => {
    expect(readProxy(text)).toEqual({ ok: true, value: { url, login: null } });
  });

  it.each([
    ['user:pass@proxy:8080', 'user', 'pass'],
    ['http://user@proxy:8080', 'user', ''],
    ['http://us%40er:p%3Aa%2Fss@proxy:8080', 'us@er', 'p:a/ss'],
    // Many paste the sign as it is.
    ['http://user:p@ss@proxy:8080', 'user', 'p@ss'],
    ['http://user:100%@proxy:8080', 'user', '100%'],
    ['socks5://用户:密码@proxy:8080', '用户', '密码'],
  ])('%s has a login', (text, user, password) => {
    const read = readProxy(text);
    expect(read).toMatchObject({ ok: true, value: { login: { user, password } } });
    expect(read.ok && read.value.url).toMatch(/^(?:http|socks5):\/\/proxy:8080$/);
  });

  it.each(['', 'http://', 'http://:8080', 'a proxy:80', 'proxy:99999', 'proxy:port', 'http://[::1', '%zz:80'])(
    '%j is none',
    (text) => expect(readProxy(text)).toEqual({ ok: false, error: 'malformed' }),
  );

  it.each(['socks4://127.0.0.1:1080', 'socks4a://127.0.0.1', 'quic://proxy:443', 'ss://abc@host:1', 'ftp://proxy'])(
    '%s cannot be spoken to',
    (text) => expect(readProxy(text)).toEqual({ ok: false, error: 'scheme' }),
  );
});

describe('the environment', () => {
  const cloud = new URL('https://cloud.example.com/api');
  const way = (env: Record<string, string>, url = cloud) => {
    const found = proxyOfEnvironment(env, url);
    if (found === null) return 'nothing';
    return found.way.ok ? (found.way.value?.url ?? 'directly') : found.variable;
  };

  it('says nothing where nothing is set', () => {
    expect([way({}), way({ HTTPS_PROXY: '', https_proxy: ' ' }), way({ no_proxy: '*' })]).toEqual(
      Array(3).fill('nothing'),
    );
  });

  it.each([
    [{ HTTPS_PROXY: 'a:1' }, 'http://a:1'],
    [{ https_proxy: 'a:1', HTTPS_PROXY: 'b:1' }, 'http://a:1'],
    [{ https_proxy: '', HTTPS_PROXY: 'b:1' }, 'http://b:1'],
    [{ Https_Proxy: 'c:1' }, 'http://c:1'],
    [{ ALL_PROXY: 'socks5h://d:1' }, 'socks5://d:1'],
    [{ all_proxy: 'd:1', http_proxy: 'e:1' }, 'http://d:1'],
    [{ all_proxy: 'd:1', https_proxy: 'a:1' }, 'http://a:1'],
    // Nobody who sets only this one means that nothing but plain pages should go through it.
    [{ http_proxy: '127.0.0.1:7890' }, 'http://127.0.0.1:7890'],
    [{ HTTPS_PROXY: 'socks4://a:1' }, 'HTTPS_PROXY'],
    [{ all_proxy: 'not a proxy' }, 'all_proxy'],
    [{ HTTPS_PROXY: 'a:1', NO_PROXY: '*' }, 'directly'],
    [{ HTTPS_PROXY: 'socks4://a:1', no_proxy: 'example.com' }, 'directly'],
    [{ HTTPS_PROXY: 'a:1', NO_PROXY: '10.0.0.0/8,other.com' }, 'http://a:1'],
  ])('%j leads %s', (env, expected) => {
    expect(way(env)).toBe(expected);
  });

  it.each([
    ['*', true],
    ['localhost, *', true],
    ['example.com', true],
    ['.example.com', true],
    ['*.example.com', true],
    ['EXAMPLE.COM.', true],
    ['cloud.example.com:443', true],
    ['cloud.example.com:8443', false],
    ['localhost 127.0.0.1;.example.com', true],
    ['ample.com', false],
    ['other.com', false],
    ['10.0.0.0/8', false],
    ['::1, fd00::/8,[::1]:80', false],
    ['.', false],
    [',,:443, ', false],
  ])('no_proxy=%s exempts the service: %s', (list, exempt) => {
    expect(isExempt(list, cloud)).toBe(exempt);
  });

  it.each([
    ['fd12::1', true],
    ['[fd12::1]', true],
    ['[fd12::1]:443', true],
    ['[fd12::1]:80', false],
    ['fd12::2', false],
  ])('no_proxy=%s exempts an address: %s', (list, exempt) => {
    expect(isExempt(list, new URL('https://[fd12::1]/'))).toBe(exempt);
  });
});

describe('the answer of a PAC', () => {
  it.each([
    ['DIRECT', ['directly']],
    ['PROXY a:3128', ['http://a:3128']],
    ['PROXY a:3128; SOCKS5 b:1080;DIRECT', ['http://a:3128', 'socks5://b:1080', 'directly']],
    ['HTTPS a:443; SOCKS b:1', ['https://a:443', 'socks5://b:1']],
    ['SOCKS4 a:1; QUIC b:2; PROXY c:3', ['http://c:3']],
    ['PROXY [::1]:80', ['http://[::1]:80']],
    ['nonsense', []],
    ['PROXY', []],
    ['', []],
  ])('%s', (answer, ways) => {
    expect(waysOfPac(answer).map((way) => way?.url ?? 'directly')).toEqual(ways);
  });
});
