import { BlockList, isIP } from 'node:net';

/** https, or plain http to this computer (wire contract: "plain http is accepted for loopback addresses only"). */
export function isSafeAddress(url: URL): boolean {
  if (url.username !== '' || url.password !== '') return false;
  return url.protocol === 'https:' || (url.protocol === 'http:' && isLoopback(url.hostname));
}

/** Whether a host as a URL has it, a name or an address, is this computer. */
export function isLoopback(hostname: string): boolean {
  const host = bareHost(hostname);
  return isIP(host) === 0 ? /^(?:.+\.)?localhost$/.test(host) : isWithin(loopback, host);
}

/** Whether an address (no name) may be met on the internet. */
export function isPublicAddress(address: string): boolean {
  return !isWithin(loopback, address) && !isWithin(inner, address) && !isWithin(unused, address);
}

/**
 * Whether an address that a name resolved to lies within somebody's own network. Not the ranges that nobody uses: proxies on this
 * computer (Clash, Surge) give out 198.18.0.0/15 for every name. Nor NAT64, through which networks without IPv4 reach everything,
 * unless what is behind it is such an address.
 */
export function isInnerAddress(address: string): boolean {
  return isWithin(inner, address);
}

/** A host without brackets and final dot, in small letters. */
export function bareHost(hostname: string): string {
  return hostname
    .replace(/^\[|\]$/g, '')
    .replace(/\.$/, '')
    .toLowerCase();
}

function isWithin(ranges: Ranges, address: string): boolean {
  const family = isIP(address);
  if (family === 0) return false;
  return family === 4 ? ranges.ipv4.check(address, 'ipv4') : ranges.ipv6.check(address, 'ipv6');
}

/** Two lists: one list would take an address of IPv4 for its form in IPv6 as well. */
type Ranges = { readonly ipv4: BlockList; readonly ipv6: BlockList };

type Subnet = readonly [net: string, prefix: number];

// RFC 6890: networks of one's own, links, groups; and how IPv6 writes addresses of IPv4.
const inner4: readonly Subnet[] = [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['224.0.0.0', 3],
];
const loopback4: Subnet = ['127.0.0.0', 8];
const nat64 = '64:ff9b::';
const inner6: readonly Subnet[] = [
  ['::', 128],
  ['::ffff:0:0', 96],
  ['64:ff9b:1::', 48],
  ['2002::', 16],
  ['fc00::', 7],
  ['fe80::', 9],
  ['ff00::', 8],
];
const unused4: readonly Subnet[] = [
  ['192.0.2.0', 24],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
];
// Of IPv6 only 2000::/3 is given out.
const unused6: readonly Subnet[] = [
  ['::', 3],
  ['2001:db8::', 32],
  ['4000::', 2],
  ['8000::', 1],
];

const loopback = rangesOf([loopback4], [['::1', 128]]);
const behindNat64 = [...inner4, loopback4].map(([net, prefix]): Subnet => [nat64 + net, 96 + prefix]);
const inner = rangesOf(inner4, [...inner6, ...behindNat64]);
const unused = rangesOf(unused4, unused6);

function rangesOf(ipv4: readonly Subnet[], ipv6: readonly Subnet[]): Ranges {
  const ranges: Ranges = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const [net, prefix] of ipv4) ranges.ipv4.addSubnet(net, prefix, 'ipv4');
  for (const [net, prefix] of ipv6) ranges.ipv6.addSubnet(net, prefix, 'ipv6');
  return ranges;
}
