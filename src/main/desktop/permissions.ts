const granted: ReadonlySet<string> = new Set(['clipboard-sanitized-write', 'fullscreen']);

/** Our own page may copy text and show the video full screen. Nobody may do anything else. */
export function isPermitted(permission: string, address: string, origins: ReadonlySet<string>): boolean {
  return granted.has(permission) && origins.has(originOf(address));
}

/** Scheme and host of an address, also for our own scheme, whose `URL.origin` is "null"; empty for what is no address. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
