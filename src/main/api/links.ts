import { parseJson } from '../parse-json.ts';

/**
 * Pages of the web site that the user may be sent to. None of them ever carries the bearer token. `webUrl` is
 * `CloudConfig.webUrl`, without a slash at its end.
 */

/** Registration that keeps this anonymous account's work (wire contract: "registration link `<web>/register?bind=<id>`"). */
export function registrationLink(webUrl: string, bindId: string | null): string {
  return bindId === null
    ? `${webUrl}/register`
    : `${webUrl}/register?bind=${encodeURIComponent(withoutBearer(bindId))}`;
}

/** Where a registered user tops up credits; the contract names the site only. */
export function topUpLink(webUrl: string): string {
  return `${webUrl}/`;
}

/** The claim page (wire contract: `<web>/workspace/claim?ct=<claim_token>`). */
export function claimLink(webUrl: string, claimToken: string): string {
  return `${webUrl}/workspace/claim?ct=${encodeURIComponent(withoutBearer(claimToken))}`;
}

function withoutBearer(value: string): string {
  if (value.startsWith('nmv_usr_')) throw new Error('A bearer token must not go into a URL');
  return value;
}

/**
 * Where this copy of Rushes comes from, without a slash at its end: as the environment says (`variable`), else the package (`manifest`, the
 * text of its package.json). Null: nobody said, or nothing that can be used.
 */
export function readHomepage(manifest: string, variable: string | undefined): string | null {
  const { homepage = '' } = (parseJson(manifest) ?? {}) as { readonly homepage?: string };
  const named = variable?.trim() || homepage;
  if (!URL.canParse(named)) return null;
  const { protocol, hostname, href } = new URL(named);
  // Names under .invalid only fill a place.
  return protocol === 'https:' && !hostname.endsWith('.invalid') ? href.replace(/\/$/, '') : null;
}

/** Where versions of Rushes can be had by hand. */
export function releasesPage(homepage: string): string {
  return `${homepage}/releases/latest`;
}

/** Where problems are reported. */
export function problemsPage(homepage: string): string {
  return `${homepage}/issues/new`;
}
