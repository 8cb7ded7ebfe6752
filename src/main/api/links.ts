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

/** Where versions of Rushes can be had by hand. */
export const releasesPage = 'https://github.com/rushes/desktop/releases/latest';

/** Where problems are reported. */
export const problemsPage = 'https://github.com/rushes/desktop/issues/new';
