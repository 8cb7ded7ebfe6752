import { isSafeAddress } from '../api/addresses.ts';

/**
 * Whether an address may be opened, and by whom. `own`: a page of the configured web site (`webUrl`) or of a host beneath it.
 * `foreign`: any other https page, only with the user's consent. `refused`: everything else, and what hides a name in it.
 */
export function judgeLink(address: string, webUrl: string): 'own' | 'foreign' | 'refused' {
  if (!URL.canParse(address)) return 'refused';
  const url = new URL(address);
  if (!isSafeAddress(url)) return 'refused';
  const web = new URL(webUrl);
  if (url.origin === web.origin) return 'own';
  if (url.protocol !== 'https:') return 'refused';
  return url.port === '' && url.hostname.endsWith(`.${web.hostname}`) ? 'own' : 'foreign';
}
