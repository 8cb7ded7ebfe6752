import type { NetworkReport } from '../../shared/domain/network.ts';

const report: Record<Exclude<NetworkReport['outcome'], 'reachable'>, string> = {
  unreachable: "The Rushes service can't be reached. Check your internet connection.",
  certificate: "Reached, but the certificate isn't trusted. Install your network's certificate on this computer.",
  'proxy-unreachable': "The proxy {{proxy}} doesn't answer. Check its address, and whether it is running.",
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
    "The proxy in {{source}} can't be used, so Rushes connects without it. HTTP, HTTPS and SOCKS5 proxies work.",
  troubleSilent: "The proxy in {{source}} doesn't answer, so Rushes connects without it.",
  troubleOfSystem:
    "Your system's proxy can't be used, so Rushes connects without it. HTTP, HTTPS and SOCKS5 proxies work.",
};

/** Whose access is used, and signing in with one's own. */
export const account = {
  title: 'Account',
  free: 'Free access of this computer',
  signedIn: 'Signed in',
  byVariable: 'Signed in by NEMO_TOKEN',
  byVariableHint: 'This sign-in comes from the environment and is never stored.',
  rehearsal: 'A rehearsal needs no account.',
  code: 'Sign-in code',
  codeHint: 'The API token from your account page. It is stored encrypted where your system can.',
  signIn: 'Sign in',
  signOut: 'Sign out',
  signedInHint: 'Signing out brings back the free access of this computer.',
  spent: 'No free credits',
  spentOn: 'No free credits left. They come back on {{date}}. Sign in or register to go on.',
  spentAt: 'No free credits left. They come back at {{time}}. Sign in or register to go on.',
  signInOrRegister: 'Sign in or register',
  enterCode: 'Enter sign-in code…',
  dateLocale: 'en-GB',
  leaveRehearsal: 'Leave rehearsal',
};
