/** Scheme and host of an address, also for our own scheme, whose `URL.origin` is "null"; empty for what is no address. */
export function originOf(address: string): string {
  if (!URL.canParse(address)) return '';
  const { protocol, host } = new URL(address);
  return `${protocol}//${host}`;
}
