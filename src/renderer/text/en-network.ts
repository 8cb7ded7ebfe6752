import type { NetworkReport } from '../../shared/domain/network.ts';

const report: Record<Exclude<NetworkReport['outcome'], 'reachable'>, string> = {
  unreachable: 'The Rushes service can’t be reached. Check your internet connection.',
  certificate: 'Reached, but the certificate isn’t trusted. Install your network’s certificate on this computer.',
  'proxy-unreachable': 'The proxy {{proxy}} doesn’t answer. Check its address, and whether it is running.',
  'proxy-refuses': 'The proxy {{proxy}} refused the connection to the Rushes service.',
  'proxy-sign-in': 'The proxy {{proxy}} wants a name and password: name:password@host:port.',
};

export const network = {
  title: 'Network',
  system: 'System',
  manual: 'Manual',
  none: 'None',
  address: 'Proxy address',
  addressHint: 'HTTP, HTTPS or SOCKS5: 127.0.0.1:7890 or socks5://127.0.0.1:1080',
  addressExample: '127.0.0.1:7890',
  test: 'Test',
  testing: 'Testing…',
  testHint: 'Which proxy is used to reach the Rushes service.',
  reachableDirectly: 'Connected to the Rushes service, without a proxy.',
  reachableThrough: 'Connected to the Rushes service through {{proxy}}.',
  report,
  settings: 'Network settings',
  troubleOfVariable:
    'The proxy in {{source}} can’t be used, so Rushes connects without it. HTTP, HTTPS and SOCKS5 proxies work.',
  troubleSilent: 'The proxy in {{source}} doesn’t answer, so Rushes connects without it.',
  troubleOfSystem:
    'Your system’s proxy can’t be used, so Rushes connects without it. HTTP, HTTPS and SOCKS5 proxies work.',
};
